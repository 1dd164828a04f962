import { fill } from '@/app/_ui/fill';
import type { Asked, Lookup, Unmatched } from '@/lib/network/verdict';
import type { Happening } from '@/lib/network/walk';
import type { Moment } from '@/lib/network/xray/view';
import { type Phase, phaseOfRule } from './passed';
import type { RuleWords } from './rule-words';

/** Rows of the list of rules: what was asked, what was looked up for it, and what is folded away. */

/** So many rules in a row may fail before the rest of them folds, and so many of them stay. */
const mostNotTaken = 40;
const shownNotTaken = 3;

export interface RuleRow {
  readonly kind: 'rule';
  readonly asked: Asked;
  /** Index in what the hook asked. */
  readonly at: number;
  readonly phase: Phase;
  readonly lookups: readonly Lookup[];
}

export interface FoldRow {
  readonly kind: 'fold';
  readonly rows: readonly RuleRow[];
}

/** The sets, maps, lists and lots that a rule names, in the order in which they are asked. */
const namesIn = (rule: string): string[] =>
  [...rule.matchAll(/@(\S+)|--name (\S+)|(\{ \d[^}:]*\})|(numgen random mod \d+)/g)].map(
    ([, set, list, prefixes, lot]) => set ?? list ?? prefixes ?? lot ?? '',
  );

/** The rules of a hook, each with its own lookups: these were made in the same order. */
export function rowsOf(
  { asked, lookups }: Extract<Happening, { readonly kind: 'hook' }>,
  moment: Moment,
  place: number,
): RuleRow[] {
  let next = 0;
  return asked.map((one, at) => {
    const from = next;
    for (const name of namesIn(one.rule)) if (lookups[next]?.in === name) next++;
    const phase = phaseOfRule(moment, place, at);
    return { kind: 'rule', asked: one, at, phase, lookups: lookups.slice(from, next) };
  });
}

/** Long runs of rules that did not take the packet, folded. The rule of the moment ends a run, so it always stands. */
export function folded(rows: readonly RuleRow[]): (RuleRow | FoldRow)[] {
  const all: (RuleRow | FoldRow)[] = [];
  let run: RuleRow[] = [];
  const close = () => {
    if (run.length <= mostNotTaken) all.push(...run);
    else all.push(...run.slice(0, shownNotTaken), { kind: 'fold', rows: run.slice(shownNotTaken) });
    run = [];
  };
  for (const row of rows) {
    if (row.asked.unmatched) {
      if (run.length > 0 && run[0]?.phase !== row.phase) close();
      run.push(row);
      continue;
    }
    close();
    all.push(row);
  }
  close();
  return all;
}

/** Names of nftables, and other names of iptables, by the words that say the same. */
const sameAs: Readonly<Record<string, string>> = {
  'ip saddr': 'source',
  'ip daddr': 'destination',
  'meta l4proto': 'protocol',
  'meta mark': 'bits',
  'th dport': 'dport',
  'th sport': 'sport',
  'ct state': 'conntrack',
  'ct status': 'status',
  'fib saddr type': 'sourceType',
  'src-type': 'sourceType',
  'fib daddr type': 'addrtype',
  tcp: 'ports',
  udp: 'ports',
};

/** Why a rule did not take the packet, in words. */
export function whyNotTaken(words: RuleWords, { match, isNot, wanted, was }: Unmatched): string {
  const word = wanted.startsWith('@') ? 'set' : match === 'recent' && was === '' ? 'notRecent' : match;
  const ending = isNot ? 'Not' : '';
  const { unmatched } = words;
  const template = unmatched[(sameAs[word] ?? word) + ending] ?? unmatched[`other${ending}`] ?? '';
  return fill(template, {
    match,
    wanted: wanted.replace(/^@/, ''),
    was: was === '' ? (unmatched.nothing ?? '') : was,
  });
}

/** Whether a rule did not take the packet because a set or map has no such entry. */
export const failedAt = ({ unmatched }: Asked, { in: name, found }: Lookup): boolean =>
  found === undefined && unmatched?.wanted === `@${name}`;

export function lookupText(words: RuleWords, { in: name, key, found }: Lookup): string {
  const { lookedUp, drew, noEntry, isThere } = words.rules;
  const text = found === undefined ? noEntry : found === key ? isThere : found;
  return fill(name.startsWith('numgen') ? drew : lookedUp, { key, in: name, found: text });
}
