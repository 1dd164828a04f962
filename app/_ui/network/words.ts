import type { PacketUnit } from '@/lib/network/xray/view';
import { spoken } from '../language/spoken';

/** What a sentence can be about, in the order of a packet's life. */
export type SentenceKey =
  | 'leaves'
  | 'answerLeaves'
  | 'proxyLeaves'
  | 'tunnelled'
  | 'stillTunnelled'
  | 'untunnelled'
  | 'dnatService'
  | 'dnat'
  | 'snat'
  | 'translated'
  | 'undoneDnat'
  | 'undoneSnat'
  | 'undone'
  | 'routed'
  | 'enters'
  | 'passes'
  | 'hookAsked'
  | 'hookKnown'
  | 'hookEmpty'
  | 'lookedUp'
  | 'notFound'
  | 'inPlace'
  | 'ruleTakes'
  | 'ruleLeaves'
  | 'arrived'
  | 'stranger'
  | 'droppedByRule'
  | 'refusedByRule'
  | 'noRoute'
  | 'tooLong'
  | 'noNeighbour'
  | 'noFdb'
  | 'deviceDown'
  | 'notForwarding'
  | 'ttl'
  | 'notForUs'
  | 'answered'
  | 'answeredAsSent'
  | 'answeredThrough'
  | 'http'
  | 'httpNoRoute'
  | 'httpNoEndpoints'
  | 'httpLost'
  | 'reset'
  | 'error'
  | 'errorBack'
  | 'silence'
  | 'noName'
  | 'nothingSent';

/** Kinds of packets by what they are called. */
export type PacketKind =
  | 'syn'
  | 'synAck'
  | 'rst'
  | 'tcp'
  | 'udp'
  | 'request'
  | 'reply'
  | 'tooLong'
  | 'unreachable'
  | 'ttl'
  | 'icmp';

/** Each word of the figure's shell in one language. `{name}` is filled in; what stands between backticks is code. */
export interface PacketWords {
  readonly figure: Readonly<Record<'figure' | 'end' | 'label' | 'starting' | 'still', string>>;
  /** At most fourteen words each. */
  readonly sentences: Readonly<Record<SentenceKey, string>>;
  /** What follows from it, or why; a key without one has nothing to add. */
  readonly details: Readonly<Partial<Record<SentenceKey, string>>>;
  readonly where: Readonly<Record<'frame' | 'place' | 'rule' | 'end' | 'out' | 'back', string>>;
  readonly kinds: Readonly<Record<PacketKind, string>>;
  readonly hosts: Readonly<Record<'pod' | 'node' | 'router' | 'outside', string>>;
  /** Tables in which a row is looked up. */
  readonly tables: Readonly<Record<'local' | 'route' | 'neighbour' | 'arp' | 'bridge' | 'fdb', string>>;
  readonly choose: Readonly<
    Record<'flannel' | 'direct' | 'kubeProxy' | 'way' | 'otherWay' | 'packet' | 'mode', string>
  >;
  readonly send: Readonly<
    Record<
      | 'label'
      | 'from'
      | 'line'
      | 'send'
      | 'again'
      | 'againWhy'
      | 'over'
      | 'pods'
      | 'nodes'
      | 'others'
      | 'outside'
      | 'refused'
      | 'count',
      string
    >
  >;
  readonly hands: Readonly<Record<'label' | 'pcap' | 'pcapWhy' | 'copy' | 'copied' | 'notCopied', string>>;
  readonly panels: Readonly<
    Record<'label' | 'frame' | 'rules' | 'connection' | 'reads' | 'output' | 'places', string>
  >;
  readonly output: Readonly<Record<'title' | 'dns' | 'publicDns' | 'notYet' | 'nothing', string>>;
  readonly units: Readonly<Record<PacketUnit, string>>;
  readonly keysTitle: string;
  readonly keys: readonly (readonly [keys: string, words: string])[];
}

export const packetWords = spoken('packet');
