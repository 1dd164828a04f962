import { selectorText, selects } from '@/lib/cluster/selector';
import { carriersOf, lineOfLabels, type ReadSelector } from '@/lib/lab/selector-text';
import type { LabView, PodView } from '@/lib/lab/view';
import { fill } from '../fill';
import type { SelectorWords } from './selector-words';
import type { Read } from './use-reads';

type Pods = LabView['pods'];

/** Names of the Pods that a selector selects; none of a text that is no selector. */
export function selectedBy(read: Read, pods: Pods): ReadonlySet<string> {
  if (!('selector' in read)) return new Set();
  const { selector } = read;
  return new Set(pods.filter(({ labels }) => selects(selector, labels)).map(({ name }) => name));
}

export const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));

/** How far what is selected is from what is wanted. */
export function shortOf(selected: ReadonlySet<string>, wanted: readonly string[]) {
  const missed = wanted.filter((name) => !selected.has(name)).length;
  const extra = selected.size - (wanted.length - missed);
  return { missed, extra };
}

/** The sentence above the board. */
export function sentenceFor(
  words: SelectorWords,
  read: Read,
  selected: ReadonlySet<string>,
  all: number,
  wanted: readonly string[] | undefined,
): string {
  if (!('selector' in read)) return words.sentence.none;
  const selector = selectorText(read.selector);
  if (!wanted) return fill(words.sentence.selects, { selector, count: selected.size, all });
  const { missed, extra } = shortOf(selected, wanted);
  const form = missed === 0 ? (extra === 0 ? 'exactly' : 'tooMany') : extra === 0 ? 'misses' : 'both';
  return fill(words.sentence[form], { selector, missed, extra, wanted: wanted.length });
}

/** Of a set that is asked for, the Pods that are not there any more. */
export function goneNote(words: SelectorWords, wanted: readonly string[] | undefined, pods: Pods): string[] {
  const gone = (wanted ?? []).filter((name) => !pods.some((pod) => pod.name === name));
  return gone.length === 0 ? [] : [fill(words.gone, { pods: gone.join(', ') })];
}

/** What is said below the fields of the one that lights the board: what keeps it from being a selector, or who can carry it. */
export function notesFor(words: SelectorWords, read: Read, pods: Pods): readonly string[] {
  if (!('selector' in read)) {
    const { why, about = '' } = read.fault;
    return [fill(words.fault[why], { about })];
  }
  const { matchLabels = {}, matchExpressions = [] } = read.selector;
  return [
    carrierNote(words, read),
    ...lackingNotes(words, read, pods),
    ...Object.entries(matchLabels).flatMap(([key, value]) => letterNote(words, key, [value], pods)),
    ...matchExpressions.flatMap(({ key, operator, values = [] }) =>
      operator === 'In' ? letterNote(words, key, values, pods) : [],
    ),
  ];
}

function carrierNote(words: SelectorWords, { selector }: Extract<ReadSelector, { selector: unknown }>) {
  const carriers = carriersOf(selector);
  if (carriers.isEquality) {
    const isWritten = (selector.matchExpressions ?? []).length === 0;
    return isWritten ? words.why.pairs : fill(words.why.asPairs, { pairs: lineOfLabels(carriers.pairs) });
  }
  const { operator, key } = carriers.because;
  const isTwice = operator === 'In' && selector.matchLabels?.[key] !== undefined;
  return fill(isTwice ? words.why.twice : words.why[operator], { key });
}

/** NotIn and DoesNotExist select what lacks the key: of NotIn it is worth saying. */
function lackingNotes(
  words: SelectorWords,
  { selector }: Extract<ReadSelector, { selector: unknown }>,
  pods: Pods,
): string[] {
  const keys = (selector.matchExpressions ?? []).flatMap(({ operator, key }) =>
    operator === 'NotIn' ? [key] : [],
  );
  return keys.flatMap((key) => {
    const count = pods.filter(
      ({ labels = {} }) => selects(selector, labels) && labels[key] === undefined,
    ).length;
    return count === 0 ? [] : [fill(words.lacking, { count, key })];
  });
}

/** A value that no Pod has, where one has it in other letters. */
function letterNote(words: SelectorWords, key: string, values: readonly string[], pods: Pods): string[] {
  const there = pods.flatMap(({ labels }) => labels?.[key] ?? []);
  return values
    .filter((value) => !there.includes(value))
    .flatMap((value) => {
      const other = there.find((one) => one.toLowerCase() === value.toLowerCase());
      return other === undefined ? [] : [fill(words.letters, { key, value, other })];
    });
}

/** Which Services send to a Pod, and which select it and leave it out. */
export function servicesOf({ services }: Pick<LabView, 'services'>, { name }: PodView) {
  const of = (isIn: boolean) =>
    services
      .filter(({ endpoints }) =>
        endpoints.some((one) => one.pod === name && (one.address !== undefined) === isIn),
      )
      .map((service) => service.name);
  return { sending: of(true), leftOut: of(false) };
}
