import type { DroppedKind, NetworkHand } from '@/lib/lab/network-hands';
import type { NetworkTarget, SentAs } from '@/lib/lab/network-targets';
import { fill } from '../fill';
import { spoken } from '../language/spoken';

export interface NetworkWords {
  readonly label: string;
  readonly caption: string;
  readonly close: string;
  /** Nothing can be sent without a node. */
  readonly empty: string;
  readonly as: string;
  readonly to: string;
  readonly ownLine: string;
  readonly gone: string;
  readonly ways: Readonly<Record<SentAs, string>>;
  readonly groups: Readonly<Record<NetworkTarget['group'], string>>;
  readonly break: Readonly<
    Record<'label' | 'done' | 'what' | 'node' | 'packets' | 'port' | 'device' | 'bytes', string>
  >;
  readonly kinds: Readonly<Record<NetworkHand['kind'], string>>;
  /** What a hand does to what; `{node}` and what else it is about are filled in. */
  readonly hands: Readonly<Record<NetworkHand['kind'], string>>;
  readonly packets: Readonly<Record<DroppedKind, string>>;
}

/** Names of packets that are the same in every language. */
export const packets = { vxlan: 'UDP 8472', icmp: 'ICMP', tcp: 'TCP' };

export const networkWords = spoken('network');

/** "Drop UDP 8472 on node-2". */
export function handText(words: NetworkWords, hand: NetworkHand): string {
  const packets = hand.kind === 'drop' ? words.packets[hand.packets] : '';
  return fill(words.hands[hand.kind], { ...hand, packets });
}
