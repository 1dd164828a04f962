import type { NodeOptions } from '../cluster/beginnings';
import type { TimedCommand } from '../cluster/command';
import type { Gateway, HTTPRoute, Ingress } from '../network/proxy/kinds';
import type { World } from '../network/world';
import type { Text } from '../text';

/** One way that a packet takes, as authors write it, and the cluster that it is sent in. */

/** A cluster in which packets are sent: what was done to it until it came to rest. */
export interface PacketCluster {
  readonly id: string;
  /** Those that it begins with; of one that goes on from another cluster, none. */
  readonly nodes: readonly NodeOptions[];
  /** Played after those of `on`, when it goes on from another cluster; then times count from where that came to rest. */
  readonly commands: readonly TimedCommand[];
  readonly on?: string;
  /** The range of all its Pods, where that is another one than 10.244.0.0/16; its nodes' ranges are taken from it. */
  readonly podNetwork?: string;
  /** kube-proxy stood still on every node while these commands were played: its rules are those of `on`. */
  readonly isProxyStopped?: true;
  /** Which Pods of it are proxies, and what their controllers read: kinds that the cluster's model does not have. */
  readonly proxies?: readonly PacketProxy[];
  /** Names that everyone can ask for, with their address. */
  readonly publicNames?: Readonly<Record<string, string>>;
}

export type PacketProxy =
  | { readonly pod: string; readonly ingresses: readonly Ingress[] }
  | {
      readonly pod: string;
      readonly gateways: readonly Gateway[];
      readonly httpRoutes: readonly HTTPRoute[];
    };

/** A line typed in a Pod, on a node or on the host outside: `app get http://db`, `ping -c1 -s 1472 10.244.2.2`. */
export interface Send {
  /** `client`, `node-1`, `outside`. */
  readonly from: string;
  readonly line: string;
}

/** Most lines that a link says again. */
export const mostSent = 20;
/** Longest line that a link may bring. */
export const longestLine = 200;

/** One of the ways that a path can be asked for: a NodePort or a load balancer, by name or by address. */
export interface PacketWay extends Send {
  readonly id: string;
  readonly label: Text;
  /** The cluster that it needs, when it is not the path's own. */
  readonly cluster?: string;
}

/** Something to break or to change, switched on and off by the reader. */
export interface PacketHand {
  readonly id: string;
  /** What happens to what: "Block UDP 8472". */
  readonly label: Text;
  /** Typed on hosts as root: `node-1: iptables -I INPUT -p udp --dport 8472 -j DROP`. */
  readonly lines?: readonly string[];
  /** The cluster in which it was done: a node that left, a Service with another policy. One at a time. */
  readonly cluster?: string;
  /** What is sent from now on, when the change shows only there: a packet of 1,500 bytes. */
  readonly send?: Send;
}

export interface PacketPath {
  /** `pod-to-service`: in the address of its page, and in a lesson's text. */
  readonly id: string;
  readonly title: Text;
  /** What the reader can't yet answer. */
  readonly question: Text;
  readonly caption: Text;
  readonly cluster: string;
  /** The first is sent when the figure opens. */
  readonly ways: readonly PacketWay[];
  readonly hands: readonly PacketHand[];
  /** Claims of the study notes that it runs. */
  readonly claims: readonly string[];
}

export interface PacketCourse {
  readonly clusters: readonly PacketCluster[];
  readonly paths: readonly PacketPath[];
}

export const definePackets = (course: PacketCourse): PacketCourse => course;

/** A path with the worlds of all clusters that it can be played in, by their ids: what a browser gets. */
export interface PacketScenario extends PacketPath {
  readonly worlds: Readonly<Record<string, World>>;
}
