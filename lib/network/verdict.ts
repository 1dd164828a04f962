import type { Chance } from '../cluster/chance';
import type { Tracked } from './conntrack';
import type { Packet } from './packet';

/** A packet in a hook, with what the kernel knows beside its bytes. */
export interface InHook {
  readonly packet: Packet;
  readonly mark: number;
  /** Undefined for what is INVALID. */
  readonly tracked: Tracked | undefined;
  readonly inDevice?: string | undefined;
  readonly outDevice?: string | undefined;
}

/** What a hook's rules may ask of the node around them. */
export interface Surroundings {
  readonly isLocal: (address: string) => boolean;
  readonly chance: Chance;
  readonly nowMs: number;
  /** Who was sent where, of `recent` and of sets with timeouts: list, address, moment in ms. */
  readonly affinity: Map<string, Map<string, number>>;
}

/** What rules decide; a rule that decides nothing passes the packet on, perhaps with another mark. */
export type Verdict =
  | { readonly do: 'accept' }
  | { readonly do: 'drop' }
  | { readonly do: 'reject' }
  | { readonly do: 'dnat'; readonly address: string; readonly port: number }
  | { readonly do: 'masquerade' };

/** One rule that a packet was held against and that matched. */
export interface Hit {
  /** `filter`, `nat` of iptables; `nft` of nftables. */
  readonly table: string;
  readonly chain: string;
  readonly rule: string;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly mark: number;
  readonly hits: readonly Hit[];
  /** How many rules were held against the packet, hits included. */
  readonly asked: number;
  /** How many looks into a map or a set were needed. */
  readonly lookups: number;
}
