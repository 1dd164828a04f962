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

/** What kept a rule from taking a packet: the first of its matches that does not hold. */
export interface Unmatched {
  /** As the rule names it: `source`, `mark`, `addrtype` of iptables (of the sender's address `src-type`); `ip daddr`, `th dport` of nftables. */
  readonly match: string;
  /** The rule asks for the opposite. */
  readonly isNot: boolean;
  /** What the rule wants, as it writes it. */
  readonly wanted: string;
  /** What the packet has instead. */
  readonly was: string;
}

/** One rule that a packet was held against. */
export interface Asked {
  /** `filter`, `nat` of iptables; `nft` of nftables. */
  readonly table: string;
  readonly chain: string;
  readonly rule: string;
  /** Absent when the rule took the packet. */
  readonly unmatched?: Unmatched;
}

/** A look into a map or a set of nftables, or into a list of `recent`. */
export interface Lookup {
  readonly in: string;
  readonly key: string;
  /** Of a map what stands there, of a set the key itself; absent when it has no such entry. */
  readonly found?: string;
}

export interface Decision {
  readonly verdict: Verdict;
  readonly mark: number;
  /** Every rule that was held against the packet, in order. */
  readonly asked: readonly Asked[];
  readonly lookups: readonly Lookup[];
}

/** The rules that took the packet. */
export const hitsOf = (asked: readonly Asked[]): Asked[] => asked.filter(({ unmatched }) => !unmatched);
