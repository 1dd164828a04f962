import { contains } from '../address';
import { isDnat, isSnat } from '../conntrack';
import { portsOf, protocolOf } from '../packet';
import type { Decision, Hit, InHook, Surroundings, Verdict } from '../verdict';
import { type Match, type Rule, ruleOf } from './parse';
import type { Table } from './ruleset';

type Question = (match: Match, skb: InHook, around: Surroundings) => boolean;

const port: Question = ({ options }, { packet }) => {
  const { src, dst } = portsOf(packet);
  const within = (range: string | undefined, n: number) => {
    if (range === undefined) return true;
    const [from, to = from] = range.split(':').map(Number);
    return n >= (from ?? 0) && n <= (to ?? 65535);
  };
  return within(options.dport, dst) && within(options.sport, src);
};

/** `0x4000/0x4000`: a value and the bits that count. */
const masked = (text: string): [number, number] => {
  const [value = '0', mask = '0xffffffff'] = text.split('/');
  return [Number(value), Number(mask)];
};

const states = ({ tracked }: InHook): string[] => {
  if (!tracked) return ['INVALID'];
  const { connection, state } = tracked;
  return [state, ...(isDnat(connection) ? ['DNAT'] : []), ...(isSnat(connection) ? ['SNAT'] : [])];
};

/** Names of devices end with `+` for all that begin so. */
const isDevice = (pattern: string, device: string | undefined): boolean =>
  pattern.endsWith('+') ? (device ?? '').startsWith(pattern.slice(0, -1)) : device === pattern;

/** `recent`: who was seen within so many seconds; `--set` puts it into the list. Source: net/netfilter/xt_recent.c. */
const recent: Question = ({ options }, { packet }, { affinity, nowMs }) => {
  const list = affinity.get(options.name ?? '') ?? new Map<string, number>();
  if (options.set !== undefined) {
    list.set(packet.src, nowMs);
    affinity.set(options.name ?? '', list);
    return true;
  }
  const seen = list.get(packet.src);
  return seen !== undefined && nowMs - seen <= Number(options.seconds ?? Infinity) * 1000;
};

const questions: Readonly<Record<string, Question>> = {
  source: ({ options }, { packet }) => contains(options.value ?? '', packet.src),
  destination: ({ options }, { packet }) => contains(options.value ?? '', packet.dst),
  protocol: ({ options }, { packet }) => options.value === 'all' || options.value === protocolOf(packet),
  in: ({ options }, { inDevice }) => isDevice(options.value ?? '', inDevice),
  out: ({ options }, { outDevice }) => isDevice(options.value ?? '', outDevice),
  tcp: port,
  udp: port,
  comment: () => true,
  mark: ({ options }, skb) => {
    const [value, mask] = masked(options.mark ?? '0');
    return (skb.mark & mask) === value;
  },
  conntrack: ({ options }, skb) => {
    const are = states(skb);
    return (options.ctstate ?? '').split(',').some((state) => are.includes(state));
  },
  addrtype: ({ options }, { packet }, { isLocal }) =>
    (options['dst-type'] === undefined || isLocal(packet.dst) === (options['dst-type'] === 'LOCAL')) &&
    (options['src-type'] === undefined || isLocal(packet.src) === (options['src-type'] === 'LOCAL')),
  statistic: ({ options }, _, { chance }) => chance.next() < Number(options.probability ?? 1),
  recent,
};

/** Port options can stand behind `-p tcp` without `-m tcp`, as people type them. */
const asked = (match: Match): Question | undefined =>
  match.name === 'protocol' && (match.options.dport ?? match.options.sport) !== undefined
    ? (m, skb, around) => (questions.protocol?.(m, skb, around) ?? false) && port(m, skb, around)
    : questions[match.name];

function matches(rule: Rule, skb: InHook, around: Surroundings): boolean {
  return rule.matches.every((match) => {
    const question = asked(match);
    if (!question) throw new Error(`iptables: the match ${match.name} is not modelled: ${rule.text}`);
    return question(match, skb, around) !== match.isNot;
  });
}

/** Targets that end the walk through a table. */
function verdictOf({ target, options }: Rule): Verdict | undefined {
  if (target === 'ACCEPT') return { do: 'accept' };
  if (target === 'DROP') return { do: 'drop' };
  if (target === 'REJECT') return { do: 'reject' };
  if (target === 'MASQUERADE') return { do: 'masquerade' };
  if (target !== 'DNAT') return undefined;
  const [address = '', number = '0'] = (options['to-destination'] ?? '').split(':');
  return { do: 'dnat', address, port: Number(number) };
}

/** `--set-xmark value/mask`: clears the mask's bits, then flips the value's. Source: net/netfilter/xt_mark.c. */
const marked = (mark: number, text: string): number => {
  const [value, mask] = masked(text);
  return ((mark & ~mask) ^ value) >>> 0;
};

/** Holds a packet against a chain of a table, rule by rule, into the chains that they lead to, until one decides. */
export function walkChain(
  tableName: string,
  table: Table,
  chain: string,
  skb: InHook,
  around: Surroundings,
): Decision {
  const hits: Hit[] = [];
  let mark = skb.mark;
  let count = 0;
  const walk = (name: string): Verdict | 'return' => {
    for (const text of table[name]?.rules ?? []) {
      const rule = ruleOf(text);
      count++;
      if (!matches(rule, { ...skb, mark }, around)) continue;
      hits.push({ table: tableName, chain: name, rule: text });
      if (rule.target === 'RETURN') return 'return';
      if (rule.target === 'MARK') mark = marked(mark, rule.options['set-xmark'] ?? '0');
      const verdict = verdictOf(rule);
      if (verdict) return verdict;
      if (rule.target !== undefined && table[rule.target]) {
        const inner = walk(rule.target);
        if (inner !== 'return') return inner;
      }
    }
    return 'return';
  };
  const end = walk(chain);
  const policy = table[chain]?.policy === 'DROP' ? 'drop' : 'accept';
  return { verdict: end === 'return' ? { do: policy } : end, mark, hits, asked: count, lookups: 0 };
}
