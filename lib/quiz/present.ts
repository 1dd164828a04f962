import type { Locale } from '../text';
import { stemsShown } from './answer';
import { choosesOne, type Item } from './item';
import type { ItemState, PublicItem, PublicOption } from './public';

/** What the learner has done with an item: its tries so far, and whether the last one was right. */
export interface Standing {
  readonly tries: number;
  readonly solved: boolean;
}

export const stateOf = ({ tries, solved }: Standing): ItemState => {
  if (tries === 0) return 'new';
  if (!solved) return 'wrong';
  return tries === 1 ? 'firstTry' : 'later';
};

/** The try that is open, or the one that was right. */
export const tryNumberOf = ({ tries, solved }: Standing): number => (solved ? tries : tries + 1);

/**
 * What a browser may see of an item before an answer. Every field is named here one by one, so a field that an author's item gets
 * later stays on the server until somebody lets it out. `shown` holds the author's index of the option at each place (shuffle.ts).
 */
export function publicItem(
  item: Item,
  shown: readonly number[],
  standing: Standing,
  locale: Locale,
): PublicItem {
  return {
    id: item.id,
    kind: item.kind,
    question: item.question[locale],
    options: optionsShown(item, shown).map((index) => publicOption(item, index, locale)),
    ...publicParts(item, shown, locale),
    hintCount: item.hints.length,
    state: stateOf(standing),
    tryNumber: tryNumberOf(standing),
  };
}

/** The places of the options alone: behind those of a match item stand its stems. */
export const optionsShown = (item: Item, shown: readonly number[]): readonly number[] =>
  item.kind === 'match' ? shown.slice(0, item.choices.length) : shown;

function publicParts(
  item: Item,
  shown: readonly number[],
  locale: Locale,
): Pick<PublicItem, 'stems' | 'source' | 'unit' | 'chooses' | 'lab'> {
  switch (item.kind) {
    case 'match':
      return { stems: stemsShown(item, shown).map((index) => item.stems[index]?.text[locale] ?? '') };
    case 'numeric':
      return item.units?.[0] ? { unit: item.units[0].name } : {};
    case 'yaml':
      return { source: item.source };
    case 'hotspot':
      return {
        ...(item.source !== undefined && { source: item.source }),
        chooses: choosesOne(item) ? 'one' : 'several',
      };
    case 'lab':
      return { lab: item.lab };
    default:
      return {};
  }
}

function publicOption(item: Item, index: number, locale: Locale): PublicOption {
  switch (item.kind) {
    case 'order': {
      const step = item.steps[index];
      return { text: step?.text[locale] ?? '', ...(step?.glyph && { glyph: step.glyph }) };
    }
    case 'hotspot': {
      const region = item.regions[index];
      return {
        text: region?.text[locale] ?? '',
        ...(region?.lines && { lines: [region.lines[0], region.lines[1]] }),
      };
    }
    case 'numeric':
    case 'yaml':
    case 'lab':
      return { text: '' };
    default:
      return { text: item.choices[index]?.text[locale] ?? '' };
  }
}
