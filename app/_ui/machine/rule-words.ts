import { nameOf } from '@/lib/cluster/keys';
import type { Locale } from '@/lib/text';
import { spoken } from '../language/spoken';
import { chartWords } from './chart-words';

/** What one machine's rules ask and what its states mean. Names of rules and states are the machine's own. */
export interface MachineWords {
  /**
   * A short clause for each rule. `{about}` is the name of the object that the rule is about, `a Pod` when none is named;
   * `{about:a Node}` says something else then.
   */
  readonly rules: Readonly<Record<string, string>>;
  /** A sentence for each state: what is being done there, or waited for. */
  readonly states: Readonly<Record<string, string>>;
}

/** The machines by their ids, as the journal has them: `statefulset`, `persistentvolumeclaim`, `pod`. */
export type WordsByMachine = Readonly<Record<string, MachineWords>>;

export const machineWords = spoken('machines');

/**
 * A rule in words. `about` is the key or the name of its object. A rule that has no words, or a rule of no known machine, is
 * said by its own name, split at the capitals, after its object.
 */
export function ruleWords(locale: Locale, machine: string | undefined, rule: string, about?: string): string {
  const known = machine === undefined ? undefined : machineWords[locale][machine]?.rules[rule];
  const subject = nameOf(about ?? '');
  if (known === undefined) return [subject, splitName(rule)].filter((part) => part !== '').join(': ');
  const said = known.replace(/\{about(?::([^}]*))?\}/g, (_, nobody: string | undefined) =>
    subject === '' ? (nobody ?? chartWords[locale].unnamed) : subject,
  );
  // The space around a name stays where Chinese meets Latin alone.
  return said.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
}

/** The machine of a view: `statefulset` of `statefulset.machine`. */
export const machineOf = (viewName: string): string => viewName.replace(/\.machine$/, '');

/** What a state means, in one sentence; undefined for a state or a machine without words. */
export const stateWords = (locale: Locale, machine: string, state: string): string | undefined =>
  machineWords[locale][machine]?.states[state];

const splitName = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/\bpod(s?)\b/gi, 'Pod$1')
    .replace(/\b(not )?ready\b/gi, (_, not: string | undefined) => `${not === undefined ? '' : 'not '}Ready`);
