import type { Ending } from '../exchange';
import type { Device, Host } from '../host';
import type { Frame, Packet } from '../packet';
import type { Place, Sent } from '../packet.machine';
import type { Happening } from '../walk';

/**
 * An exchange as a learner looks through it: each packet with its columns (a frame each), what changed between them, its
 * bytes, the rules it was held against. A value without words: what is said stands in the language files of the screen.
 */
export interface Xray {
  readonly packets: readonly PacketView[];
  /** Everything that can be stopped at, in order, over all packets. */
  readonly moments: readonly Moment[];
  readonly ending: Ending;
}

export interface PacketView {
  /** As it left its socket. */
  readonly packet: Packet;
  readonly from: string;
  /** It answers a packet of the same leg: the picture runs from right to left, so that every host keeps its place. */
  readonly isBack: boolean;
  /** What carries the connection: 0 the question, 1 the one that a proxy opened for it. */
  readonly leg: number;
  /** In the order in which the packet passes them; `gaps` has one more. */
  readonly frames: readonly FrameView[];
  /** `gaps[i]` is what happened between frame i - 1 and frame i; the last one is what happened after the last frame. */
  readonly gaps: readonly (readonly PlaceView[])[];
  /** Frames that follow each other on one host. */
  readonly hosts: readonly HostSpan[];
  readonly lanes: readonly Lane[];
  readonly end: Sent['end'];
  /** Where and why it ended, when it did not arrive. */
  readonly loss?: Extract<Happening, { readonly kind: 'loss' }>;
}

export interface HostSpan {
  readonly host: string;
  readonly kind: Host['kind'];
  /** Of a node its address, of a Pod its own; absent where it has several. */
  readonly address?: string;
  /** First and last frame. */
  readonly from: number;
  readonly to: number;
}

export interface FrameView {
  readonly host: string;
  readonly device: string;
  readonly kind: Device['kind'];
  readonly frame: Frame;
  readonly bytes: readonly number[];
  readonly layers: readonly Layer[];
  /** Offsets of the bytes that were not so in the frame before; the inner frame is compared with the inner frame. */
  readonly changed: readonly number[];
}

/** A header, or what it carries, as a part of the frame's bytes. */
export interface Layer {
  readonly name: 'Ethernet' | 'IPv4' | 'TCP' | 'UDP' | 'ICMP' | 'VXLAN' | 'data';
  /** Put around the Pod's own frame by the tunnel. */
  readonly isOuter: boolean;
  readonly from: number;
  readonly length: number;
  readonly fields: readonly Field[];
}

/** A field of a header by the name that its RFC gives it, with its value as text. */
export interface Field {
  readonly name: string;
  readonly from: number;
  readonly length: number;
  readonly value: string;
}

/** What happened in a place (a state of the packet's machine), as far as it belongs to one gap. */
export interface PlaceView {
  readonly place: Place;
  readonly host: string;
  readonly device?: string;
  readonly reads: readonly Extract<Happening, { readonly kind: 'read' }>[];
  readonly hook?: Extract<Happening, { readonly kind: 'hook' }>;
}

export type LaneName = 'source' | 'destination' | 'ttl' | 'ethernetTo' | 'outer' | 'bytes';

/** A field of the packet over all frames. Of a tunnelled packet source, destination, TTL and Ethernet are the inner ones. */
export interface Lane {
  readonly name: LaneName;
  readonly spans: readonly LaneSpan[];
}

export interface LaneSpan {
  /** First and last frame. */
  readonly from: number;
  readonly to: number;
  /** `10.244.1.2:41236`, `63`, `node-2/flannel.1`, `192.168.0.11 → 192.168.0.12`, `124`. */
  readonly value: string;
  /** Why it is not what it was before; the first span has one only when a rule changed the address before the first frame. */
  readonly because?: Because;
}

export type Because =
  /** Who changed the address, and whether it was the first packet's NAT or its undoing for an answer. */
  | {
      readonly why: 'dnat' | 'snat' | 'undoneDnat' | 'undoneSnat';
      readonly host: string;
      readonly was: string;
    }
  | { readonly why: 'routed'; readonly host: string }
  | { readonly why: 'neighbour'; readonly host: string; readonly address: string }
  | { readonly why: 'tunnelled' | 'untunnelled'; readonly host: string };

/** The smallest thing to stop at. Frame `gap` is the frame that gap `gap` leads to. */
export interface Moment {
  readonly at: 'rule' | 'place' | 'frame' | 'end';
  readonly packet: number;
  readonly gap: number;
  /** Index in the gap, for `rule` and `place`: the place is left when its moment comes. */
  readonly place?: number;
  /** Index in the rules that the place's hook asked, for `rule`. */
  readonly rule?: number;
}

/** What one step goes to: the next frame, the next place left, or the next rule. Each packet's end is a stop for all. */
export type PacketUnit = 'frame' | 'place' | 'rule';
