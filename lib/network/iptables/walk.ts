import type { Asked, Decision, InHook, Lookup, Surroundings, Verdict } from '../verdict';
import { masked, unmatchedBy } from './match';
import { type Rule, ruleOf } from './parse';
import type { Table } from './ruleset';

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
  const asked: Asked[] = [];
  const lookups: Lookup[] = [];
  let mark = skb.mark;
  const walk = (name: string): Verdict | 'return' => {
    for (const text of table[name]?.rules ?? []) {
      const rule = ruleOf(text);
      const unmatched = unmatchedBy(rule, { ...skb, mark }, around, lookups);
      asked.push({ table: tableName, chain: name, rule: text, ...(unmatched && { unmatched }) });
      if (unmatched) continue;
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
  return { verdict: end === 'return' ? { do: policy } : end, mark, asked, lookups };
}
