import type { PacketRun } from '@/lib/lab/packet-run';
import type { Icmp, Packet } from '@/lib/network/packet';
import { hitsOf } from '@/lib/network/verdict';
import type { Loss } from '@/lib/network/walk';
import type {
  FrameView,
  LaneName,
  LaneSpan,
  Moment,
  PacketView,
  PlaceView,
  Xray,
} from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { bodyOf } from './decides';
import { whyNotTaken } from './rule-rows';
import { type RuleWords, ruleWords } from './rule-words';
import { type PacketKind, type PacketWords, packetWords, type SentenceKey } from './words';

/** What is the case at a moment, what follows from it, and where that is. Texts; between backticks stands code. */
export interface Said {
  readonly key: SentenceKey;
  /** One sentence of at most fourteen words. */
  readonly sentence: string;
  readonly detail: string;
  readonly where: string;
  /** For who hears it: of a rule also its text and what kept it from taking the packet, of a look-up the row. */
  readonly heard: string;
}

type Values = Readonly<Record<string, string | number>>;
/** `detail`: the sentence whose detail is said, when it is another one's. */
type Told = readonly [key: SentenceKey, values: Values, detail?: SentenceKey];

export function kindOf({ tcp, udp, icmp }: Packet): PacketKind {
  if (tcp) return ({ S: 'syn', AS: 'synAck', AR: 'rst', R: 'rst' } as const)[tcp.flags] ?? 'tcp';
  if (udp) return 'udp';
  if (icmp?.type === 8) return 'request';
  if (icmp?.type === 0) return 'reply';
  if (icmp?.type === 3) return icmp.code === 4 ? 'tooLong' : 'unreachable';
  return icmp?.type === 11 ? 'ttl' : 'icmp';
}

const answers: ReadonlySet<PacketKind> = new Set(['synAck', 'reply', 'tooLong', 'unreachable', 'ttl']);

/** It answers another packet of the exchange; an error about an answer does too, and travels out. */
const isAnswer = ({ packet, isBack }: Pick<PacketView, 'packet' | 'isBack'>): boolean =>
  isBack || packet.tcp?.flags === 'AR' || answers.has(kindOf(packet));

/** A host as a sentence names it: its Pod, a node by its name, the router, the host outside. */
export function hostWords(words: PacketWords, host: string): string {
  if (host === 'router') return words.hosts.router;
  if (host === 'outside') return words.hosts.outside;
  const isPod = host.startsWith('pod-');
  return fill(isPod ? words.hosts.pod : words.hosts.node, { name: isPod ? host.slice(4) : host });
}

const toOf = ({ dst, tcp, udp }: Packet): string => {
  const port = (tcp ?? udp)?.dst;
  return port === undefined ? dst : `${dst}:${port}`;
};

/** The span of a lane that begins with this frame, if one does. */
const begun = ({ lanes }: PacketView, name: LaneName, frame: number): LaneSpan | undefined =>
  lanes.find((lane) => lane.name === name)?.spans.find(({ from }) => from === frame);

const addressIn = (text: string): string => text.replace(/:\d+$/, '');

/** Sentences that are the same for many moments without their detail. */
const heardWhole: ReadonlySet<SentenceKey> = new Set([
  'ruleLeaves',
  'lookedUp',
  'droppedByRule',
  'refusedByRule',
]);

/** The rule of a moment, as it is printed without its chain. */
function ruleAt(packet: PacketView, { at, gap, place = 0, rule = 0 }: Moment): string {
  const asked = at === 'rule' ? packet.gaps[gap]?.[place]?.hook?.asked[rule] : undefined;
  return asked ? bodyOf(asked) : '';
}

/** Says for one exchange; the addresses of Services tell a Service's address from any other. */
export class Narrator {
  constructor(
    private readonly words: PacketWords,
    private readonly rules: RuleWords,
    private readonly xray: Xray,
    private readonly clusterIPs: ReadonlySet<string>,
    /** Who asked, when nothing was sent. */
    private readonly asker: string,
  ) {}

  private who = (host: string): string => hostWords(this.words, host);

  /** Moment `at`, an index into the moments of the exchange. */
  at(at: number): Said {
    const moment = this.xray.moments[at];
    const packet = moment && this.xray.packets[moment.packet];
    if (!moment || !packet) return this.put(this.nothing(), '', undefined);
    const told = this.told(moment, packet);
    return this.put(told, this.where(moment, packet), packet, ruleAt(packet, moment));
  }

  private put(
    [key, values, detailed = key]: Told,
    where: string,
    packet: PacketView | undefined,
    rule = '',
  ): Said {
    const kind = packet ? this.words.kinds[kindOf(packet.packet)] : '';
    const all = { kind, ...values };
    const text = fill(this.words.sentences[key], all);
    const sentence = text.charAt(0).toUpperCase() + text.slice(1);
    const detail = fill(this.words.details[detailed] ?? '', all);
    const heard = spoken([sentence, rule, heardWhole.has(detailed) ? detail : ''].filter(Boolean).join(' '));
    return { key, sentence, detail, where, heard };
  }

  private nothing(): Told {
    const { ending } = this.xray;
    if (ending.how === 'local')
      return [keyOfLoss(ending.loss.sort), this.lossValues(this.asker, ending.loss)];
    return ['nothingSent', { host: this.who(this.asker) }];
  }

  private told(moment: Moment, packet: PacketView): Told {
    const { at, gap, place = 0, rule = 0 } = moment;
    const frame = packet.frames[gap];
    const view = packet.gaps[gap]?.[place];
    if (at === 'frame' && frame) return this.ofFrame(packet, frame, gap);
    if (at === 'rule' && view) return this.ofRule(view, rule);
    if (at === 'place' && view) return this.ofPlace(view);
    return this.ofEnd(moment, packet);
  }

  private ofFrame(packet: PacketView, frame: FrameView, at: number): Told {
    const host = this.who(frame.host);
    if (at === 0) return this.first(packet, host);
    const outer = begun(packet, 'outer', at);
    const before = packet.frames[at - 1];
    const isInside = frame.frame.packet.vxlan !== undefined;
    const more = frame.bytes.length - (before?.bytes.length ?? 0);
    if (outer?.because) return ['tunnelled', { on: `${frame.host}/${frame.device}`, more }];
    if (isInside && before && before.host !== frame.host) return ['stillTunnelled', { host }];
    if (!isInside && before?.frame.packet.vxlan) return ['untunnelled', { host }];
    const changed = this.translated(packet, at);
    if (changed) return changed;
    const ttl = begun(packet, 'ttl', at);
    if (ttl?.because) return ['routed', { host: this.who(ttl.because.host), ttl: ttl.value }];
    return [before && before.host !== frame.host ? 'enters' : 'passes', { host, device: frame.device }];
  }

  private first(view: PacketView, host: string): Told {
    const { packet, leg } = view;
    const to = toOf(packet);
    if (isAnswer(view)) return ['answerLeaves', { host }];
    const changed = this.translated(view, 0);
    if (changed) return changed;
    return [leg > 0 ? 'proxyLeaves' : 'leaves', { host, to }];
  }

  /** What NAT changed before a frame: one side, or both at once. */
  private translated(view: PacketView, frame: number): Told | undefined {
    const to = changeOf(begun(view, 'destination', frame));
    const from = changeOf(begun(view, 'source', frame));
    if (to && from) {
      const values = { from: from.now, to: to.now, wasFrom: from.was, wasTo: to.was };
      return [to.why === 'dnat' ? 'translated' : 'undone', { host: this.who(to.host), ...values }];
    }
    const change = to ?? from;
    if (!change) return undefined;
    const { why, host, was, now } = change;
    const isOfService = why === 'dnat' && this.clusterIPs.has(addressIn(was));
    return [isOfService ? 'dnatService' : why, { host: this.who(host), was, now }];
  }

  private ofPlace({ place, host: name, reads, hook }: PlaceView): Told {
    const host = this.who(name);
    if (hook) {
      const count = hook.asked.length;
      // No nat rules hang in FORWARD, so there a known connection spares none.
      const isKnown =
        hook.hook !== 'forward' &&
        (hook.connection?.hasReply === true || hook.connection?.state === 'ESTABLISHED');
      return [
        count === 0 && !isKnown ? 'hookEmpty' : isKnown ? 'hookKnown' : 'hookAsked',
        { place, host, count },
      ];
    }
    const read = reads.findLast(({ table }) => table !== 'local') ?? reads.at(-1);
    if (!read) return ['inPlace', { place, host }];
    const { key, row } = read;
    const values = { host, key, table: this.words.tables[read.table] };
    return row === undefined ? ['notFound', values] : ['lookedUp', { ...values, row }];
  }

  private ofRule({ host: name, hook }: PlaceView, at: number): Told {
    const host = this.who(name);
    const { chain = '', unmatched } = hook?.asked[at] ?? {};
    if (!unmatched) return ['ruleTakes', { chain, host }];
    return ['ruleLeaves', { chain, host, why: whyNotTaken(this.rules, unmatched) }];
  }

  private ofEnd({ packet: at }: Moment, packet: PacketView): Told {
    const { ending, packets } = this.xray;
    const asker = this.who(packets[0]?.from ?? this.asker);
    if (packet.end !== 'delivered' && packet.loss) {
      const { host, loss } = packet.loss;
      const lastHook = packet.gaps.at(-1)?.findLast(({ hook }) => hook)?.hook;
      const isRefused = loss.sort === 'rule' && packet.end === 'rejected';
      const key = isRefused ? 'refusedByRule' : keyOfLoss(loss.sort);
      const values = this.lossValues(host, loss, lastHook && endingRule(lastHook));
      if (at < packets.length - 1 || ending.how !== 'http') return [key, values];
      return ['httpLost', { ...values, by: ending.by, status: ending.status }, key];
    }
    const host = this.who(packet.gaps.at(-1)?.at(-1)?.host ?? packet.frames.at(-1)?.host ?? packet.from);
    if (at < packets.length - 1) return arrived(packet, packets[at + 1], host);
    if (ending.how === 'answered') {
      const values = { by: ending.by, from: addressIn(ending.from) };
      if (ending.through) return ['answeredThrough', { ...values, forwarded: ending.through.forwardedFor }];
      return [packets.some(isTranslated) ? 'answered' : 'answeredAsSent', values];
    }
    if (ending.how === 'http')
      return [keyOfHttp[ending.because] ?? 'http', { by: ending.by, status: ending.status }];
    if (ending.how === 'reset') return ['reset', { host: this.who(packet.from) }];
    if (ending.how === 'error')
      return [isRefusal(ending.icmp) ? 'error' : 'errorBack', { from: ending.from }];
    return ending.how === 'silence' ? ['silence', { host: asker }] : this.nothing();
  }

  private lossValues(host: string, { says, mtu }: Loss, rule = says): Values {
    const address = /\d+\.\d+\.\d+\.\d+/.exec(says)?.[0] ?? '';
    const device = /\S+\/\S+/.exec(says)?.[0] ?? '';
    return { host: this.who(host), mtu: mtu ?? '', address, device, rule };
  }

  private where({ at, gap, place = 0, rule = 0 }: Moment, packet: PacketView): string {
    const { where, kinds } = this.words;
    const view = packet.gaps[gap]?.[place];
    return fill(where[at], {
      kind: kinds[kindOf(packet.packet)],
      way: packet.isBack ? where.back : where.out,
      n: at === 'rule' ? rule + 1 : at === 'place' ? gap : gap + 1,
      next: gap + 1,
      of: at === 'rule' ? (view?.hook?.asked.length ?? 0) : packet.frames.length,
      place: view?.place ?? '',
    });
  }
}

/** The rule that ended a packet; of nftables the entry of a map, where the verdict stands there. */
function endingRule({ asked, lookups }: NonNullable<PlaceView['hook']>): string | undefined {
  const entry = lookups.findLast(({ found = '' }) => /^(drop|goto reject)/.test(found));
  return entry ? `${entry.in} { ${entry.key} : ${entry.found} }` : hitsOf(asked).at(-1)?.rule;
}

/** What NAT made of one side of the packet, as its lane says it. */
const changeOf = (span: LaneSpan | undefined) =>
  span?.because && 'was' in span.because ? { ...span.because, now: span.value } : undefined;

/** Some host changed an address of it, also where no frame shows it as it was before. */
const isTranslated = ({ gaps }: PacketView): boolean =>
  gaps.some((places) =>
    places.some(
      ({ hook }) => hook && (hook.before.src !== hook.after.src || hook.before.dst !== hook.after.dst),
    ),
  );

/** At its receiver; one that answers nothing its receiver asked is refused with a reset. */
function arrived({ packet, frames }: PacketView, next: PacketView | undefined, host: string): Told {
  const isStrange = packet.tcp?.flags === 'AS' && next?.packet.tcp?.flags === 'R';
  const seen = frames.at(-1)?.frame.packet ?? packet;
  return isStrange
    ? ['stranger', { host, from: `${seen.src}:${seen.tcp?.src ?? ''}` }]
    : ['arrived', { host }];
}

/** Errors of type 3 that say that somebody is there and does not want it. Source: RFC 1122 3.2.2.1, RFC 1812 5.2.7.1. */
const refusals: ReadonlySet<number> = new Set([2, 3, 9, 10, 13]);
const isRefusal = ({ type, code }: Icmp): boolean => type === 3 && refusals.has(code);

const keyOfHttp: Readonly<Partial<Record<string, SentenceKey>>> = {
  noRoute: 'httpNoRoute',
  noReadyEndpoints: 'httpNoEndpoints',
};

const keyOfLoss = (sort: Loss['sort']): SentenceKey => (sort === 'rule' ? 'droppedByRule' : sort);

/** A text without the marks of code, for who hears it. */
export const spoken = (text: string): string => text.replaceAll('`', '');

/** A narrator for a run; `from` is who was asked to send, as a reader names it. */
export function narratorOf(
  locale: Locale,
  { xray, network }: Pick<PacketRun, 'xray' | 'network'>,
  from: string,
): Narrator {
  const { servicePorts, pods } = network.world;
  const clusterIPs = new Set(servicePorts.map(({ clusterIP }) => clusterIP));
  const asker = pods.some(({ name }) => name === from) ? `pod-${from}` : from;
  return new Narrator(packetWords[locale], ruleWords[locale], xray, clusterIPs, asker);
}
