import type { Zone } from './dns';
import type { WorldProxy } from './proxy/table';

/**
 * What the network is made of, as values: nodes, Pods, ports of Services with their endpoints, and what lies outside. Tables
 * (`tablesOf`) and a running network (`networkOf`) are made from it. One address family, IPv4.
 */

export interface WorldNode {
  readonly name: string;
  readonly address: string;
  readonly podCIDR: string;
  readonly gateway: string;
  /**
   * What flanneld wrote down for the others as the way to this node, where that is another address than `address`: the
   * annotation flannel.alpha.coreos.com/public-ip. Empty when they have none. Source: flannel v0.28.10 pkg/subnet/kube/kube.go nodeToLease.
   */
  readonly leaseAddress?: string;
  /** TCP ports of Pods that use the node's own network; absent when there are none. */
  readonly listens?: readonly number[];
}

export interface WorldPod {
  readonly name: string;
  readonly namespace?: string;
  readonly ip: string;
  readonly node: string;
  /** TCP ports on which something in the Pod listens; `any` for a program of which nothing is known. */
  readonly listens: readonly number[] | 'any';
  /** The same at 127.0.0.1, for those in the Pod alone; absent when it is no other. */
  readonly listensAtHome?: readonly number[] | 'any';
}

export interface WorldEndpoint {
  readonly ip: string;
  readonly port: number;
  readonly node?: string;
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
}

/** One port of one Service, as kube-proxy sees it. Source: pkg/proxy/serviceport.go BaseServicePortInfo. */
export interface ServicePort {
  readonly namespace: string;
  readonly service: string;
  readonly portName: string;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly clusterIP: string;
  readonly port: number;
  readonly nodePort: number;
  readonly externalIPs: readonly string[];
  /** Addresses of the status whose ipMode is VIP. */
  readonly loadBalancerIPs: readonly string[];
  readonly sourceRanges: readonly string[];
  readonly isExternalLocal: boolean;
  readonly isInternalLocal: boolean;
  /** Seconds for which a client stays with its endpoint; undefined without affinity. */
  readonly affinitySeconds?: number;
  readonly healthCheckNodePort: number;
  readonly endpoints: readonly WorldEndpoint[];
}

export interface World {
  readonly backend: 'vxlan' | 'host-gw';
  /** VXLAN's option: where two nodes share a subnet, a plain route in place of the tunnel. */
  readonly isDirectRouting: boolean;
  readonly mode: 'iptables' | 'nftables' | 'ipvs';
  readonly podNetwork: string;
  readonly serviceNetwork: string;
  readonly nodes: readonly WorldNode[];
  readonly pods: readonly WorldPod[];
  readonly servicePorts: readonly ServicePort[];
  readonly router: { readonly addresses: readonly string[]; readonly routes: readonly string[] };
  readonly outside: string;
  /** What the cluster's DNS server knows; without it, no name. */
  readonly names?: Zone;
  /** What everyone can ask for, outside too: the names of sites. */
  readonly publicNames?: Zone;
  /** Pods that run a proxy for Ingress or Gateway; none in a world without such a controller. */
  readonly proxies?: readonly WorldProxy[];
}

/** `namespace/name`, with `:port` when the port has a name. Source: pkg/proxy/types.go ServicePortName.String. */
export const servicePortName = ({ namespace, service, portName }: ServicePort): string =>
  portName ? `${namespace}/${service}:${portName}` : `${namespace}/${service}`;

export const endpointName = ({ ip, port }: WorldEndpoint): string => `${ip}:${port}`;

export const isExternallyAccessible = (port: ServicePort): boolean =>
  port.nodePort !== 0 || port.loadBalancerIPs.length > 0 || port.externalIPs.length > 0;

/** The local chains are needed for a Local policy. Source: serviceport.go UsesLocalEndpoints. */
export const usesLocalEndpoints = (port: ServicePort): boolean =>
  port.isInternalLocal || (port.isExternalLocal && isExternallyAccessible(port));

/** Source: serviceport.go UsesClusterEndpoints; also for Local external traffic, for what comes from inside. */
export const usesClusterEndpoints = (port: ServicePort): boolean =>
  !port.isInternalLocal || isExternallyAccessible(port);
