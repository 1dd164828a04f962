import { contains } from '../address';
import { isDnat, isSnat } from '../conntrack';
import { portsOf, protocolOf } from '../packet';
import type { InHook, Lookup, Surroundings, Unmatched } from '../verdict';
import type { Match, Rule } from './parse';

/** One match held against a packet, before a `!` turns it round. */
interface Held {
  readonly holds: boolean;
  readonly wanted: string;
  readonly was: string;
  /** When it is not the match's own: of `-p tcp --dport 80` the ports are asked by `tcp`. */
  readonly name?: string;
  readonly lookup?: Lookup;
}
type Question = (match: Match, skb: InHook, around: Surroundings) => Held;

const isWithin = (range: string | undefined, port: number): boolean => {
  if (range === undefined) return true;
  const [from, to = from] = range.split(':').map(Number);
  return port >= (from ?? 0) && port <= (to ?? 65535);
};

const port: Question = ({ options: { dport, sport } }, { packet }) => {
  const { src, dst } = portsOf(packet);
  const isTo = isWithin(dport, dst);
  if (isTo && sport !== undefined) return { holds: isWithin(sport, src), wanted: sport, was: String(src) };
  return { holds: isTo, wanted: dport ?? '', was: String(dst) };
};

/** `0x4000/0x4000`: a value and the bits that count. */
export const masked = (text: string): [number, number] => {
  const [value = '0', mask = '0xffffffff'] = text.split('/');
  return [Number(value), Number(mask)];
};

const states = ({ tracked }: InHook): string[] => {
  if (!tracked) return ['INVALID'];
  const { connection, state } = tracked;
  return [state, ...(isDnat(connection) ? ['DNAT'] : []), ...(isSnat(connection) ? ['SNAT'] : [])];
};

/** Names of devices end with `+` for all that begin so. */
const isDevice = (pattern: string, device: string): boolean =>
  pattern.endsWith('+') ? device.startsWith(pattern.slice(0, -1)) : device === pattern;

/** `recent`: who was seen within so many seconds; `--set` puts it into the list. Source: net/netfilter/xt_recent.c. */
const recent: Question = ({ options }, { packet: { src } }, { affinity, nowMs }) => {
  const name = options.name ?? '';
  const list = affinity.get(name) ?? new Map<string, number>();
  if (options.set !== undefined) {
    affinity.set(name, list.set(src, nowMs));
    return { holds: true, wanted: '', was: '' };
  }
  const seen = list.get(src);
  const wanted = options.seconds ?? '';
  const lookup: Lookup = { in: name, key: src, ...(seen !== undefined && { found: src }) };
  if (seen === undefined) return { holds: false, wanted, was: '', lookup };
  const seconds = (nowMs - seen) / 1000;
  return { holds: seconds <= Number(options.seconds ?? Infinity), wanted, was: String(seconds), lookup };
};

const addressType: Question = ({ options }, { packet }, { isLocal }) => {
  const held = (wanted: string, address: string): Held => {
    const was = isLocal(address) ? 'LOCAL' : 'UNICAST';
    return { holds: (was === 'LOCAL') === (wanted === 'LOCAL'), wanted, was };
  };
  const { 'dst-type': to, 'src-type': from } = options;
  const receiver = to === undefined ? undefined : held(to, packet.dst);
  if (from === undefined || receiver?.holds === false)
    return receiver ?? { holds: true, wanted: '', was: '' };
  return { ...held(from, packet.src), name: 'src-type' };
};

const protocol: Question = (match, skb, around) => {
  const { value = '', dport, sport } = match.options;
  const was = protocolOf(skb.packet);
  const holds = value === 'all' || value === was;
  if (!holds || (dport ?? sport) === undefined) return { holds, wanted: value, was };
  return { ...port(match, skb, around), name: value };
};

const statistic: Question = ({ options: { probability = '1' } }, _, { chance }) => {
  const drawn = chance.next();
  return { holds: drawn < Number(probability), wanted: probability, was: drawn.toFixed(5) };
};

const within = (prefix = '', address: string): Held => ({
  holds: contains(prefix, address),
  wanted: prefix,
  was: address,
});

const onDevice = (pattern = '', device = ''): Held => ({
  holds: isDevice(pattern, device),
  wanted: pattern,
  was: device,
});

const questions: Readonly<Record<string, Question>> = {
  source: ({ options }, { packet }) => within(options.value, packet.src),
  destination: ({ options }, { packet }) => within(options.value, packet.dst),
  protocol,
  in: ({ options }, { inDevice }) => onDevice(options.value, inDevice),
  out: ({ options }, { outDevice }) => onDevice(options.value, outDevice),
  tcp: port,
  udp: port,
  comment: () => ({ holds: true, wanted: '', was: '' }),
  mark: ({ options: { mark: wanted = '0' } }, skb) => {
    const [value, mask] = masked(wanted);
    return { holds: (skb.mark & mask) === value, wanted, was: `0x${skb.mark.toString(16)}` };
  },
  conntrack: ({ options: { ctstate = '' } }, skb) => {
    const are = states(skb);
    const holds = ctstate.split(',').some((state) => are.includes(state));
    return { holds, wanted: ctstate, was: are.join(',') };
  },
  addrtype: addressType,
  statistic,
  recent,
};

/**
 * Holds a packet against the matches of a rule from left to right: the first that does not hold, or undefined when the rule
 * takes the packet. Matches behind it are not asked, so they draw no lot. Looks into lists of `recent` go into `lookups`.
 */
export function unmatchedBy(
  rule: Rule,
  skb: InHook,
  around: Surroundings,
  lookups: Lookup[],
): Unmatched | undefined {
  for (const match of rule.matches) {
    const question = questions[match.name];
    if (!question) throw new Error(`iptables: the match ${match.name} is not modelled: ${rule.text}`);
    const { holds, wanted, was, name = match.name, lookup } = question(match, skb, around);
    if (lookup) lookups.push(lookup);
    if (holds === match.isNot) return { match: name, isNot: match.isNot, wanted, was };
  }
  return undefined;
}
