import { kindOf, nameOf } from '@/lib/cluster/keys';
import type { Deed, Parting } from '@/lib/lab/believed-parting';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { sentenceText } from '../lab/sentence';
import { labWords, seconds } from '../lab/words';
import { stateWords } from '../machine/rule-words';
import { futuresWords } from '../timeline/futures-words';
import { believedWords } from './believed-words';

export type Side = 'truth' | 'believed';

const otherOf = (side: Side): Side => (side === 'truth' ? 'believed' : 'truth');

/** What one of the runs does where they part, with its moment; that it does nothing, where it does nothing. */
export function deedText(locale: Locale, parting: Parting, side: Side): string {
  const words = believedWords[locale];
  const [deed, other] = [parting[side], parting[otherOf(side)]];
  if (deed === undefined) return withoutDeed(locale, parting.atMs, other);
  const said = { deed: clauseOf(locale, deed), seconds: seconds(deed.atMs) };
  return fill(deed.atMs - parting.atMs > laterFromMs ? words.later : words.at, said);
}

/** One run does nothing where the other does something: what is not done, or to whom nothing happens. */
function withoutDeed(locale: Locale, atMs: number, other: Deed | undefined): string {
  const words = believedWords[locale];
  const key = other?.key ?? '';
  const deed =
    other === undefined
      ? words.noChange
      : other.is === 'created'
        ? fill(words.notCreated, { kind: kindOf(key) })
        : fill(words.nothing, { object: objectText(locale, key) });
  return fill(words.at, { seconds: seconds(atMs), deed });
}

/** What comes so much after the moment of parting is said with its own, ms. */
const laterFromMs = 500;

function clauseOf(locale: Locale, { key, is, state, to }: Deed): string {
  const words = believedWords[locale];
  const object = objectText(locale, key);
  if (is === 'created' && to !== undefined) return fill(words.createdFrom, { object, to });
  const said = state === undefined ? to : futuresWords[locale].states[state];
  return fill(words.deeds[is], { object, to: said ?? '' });
}

/** A Pod is called by its name; anything else says what it is. */
export const objectText = (locale: Locale, key: string): string =>
  kindOf(key) === 'Pod'
    ? nameOf(key)
    : fill(believedWords[locale].kind, { kind: kindOf(key), name: nameOf(key) });

/**
 * The sentence of a run at a moment. What a machine is at is said by the words of its state. A sentence that gives a reason
 * gives none in a believed run: the reason is what is not so there.
 */
export function stateText(locale: Locale, { sentence }: Pick<LabView, 'sentence'>, side: Side): string {
  const plain = side === 'believed' ? believedWords[locale].plain[sentence.key] : undefined;
  if (plain !== undefined)
    return fill(plain, { subject: sentence.subject ?? '', object: sentence.object ?? '' });
  const { key, machine = '', state = '' } = sentence;
  const said = key === 'machine' ? stateWords(locale, machine, state) : undefined;
  return said ?? sentenceText(labWords[locale], sentence);
}

/** Where a moment stands to that at which they part. */
export function momentText(locale: Locale, atMs: number, parting: Parting, isParting: boolean): string {
  const words = believedWords[locale];
  const at = { seconds: seconds(atMs), parted: seconds(parting.atMs) };
  if (isParting) return fill(words.partsHere, at);
  return fill(atMs < parting.atMs ? words.same : words.parted, at);
}

/** The key of what is marked in a run's picture: its own first difference, or that of the other run. */
export const markedKey = (parting: Parting, side: Side): string | undefined =>
  (parting[side] ?? parting[otherOf(side)])?.key;
