import { locales } from '../text';
import { type Generator, variantOf } from './generator';
import { type ChoiceItem, hasChoices, type Item } from './item';
import { lintNames } from './lint';
import { isLongestRight, lintItem } from './lint-item';
import { keysKnown } from './memo';

/** What was found of a generator. */
export interface GeneratorReport {
  readonly id: string;
  readonly kind: string;
  /** Seeds that were drawn. */
  readonly tried: number;
  /** Variants that differ in question or key. */
  readonly distinct: number;
  /** Different keys among them. */
  readonly keys: number;
  /** Keys that had to be found by runs. */
  readonly runs: number;
  /** Share of choice items whose longest option is right, in the language where it is more often; undefined for other kinds. */
  readonly longestRight?: number;
  /** `seed n: rule: what to write instead`. */
  readonly faults: readonly string[];
}

/** Seeds for each variant that is wanted: chance draws some twice. */
const seedsPerVariant = 4;
/** Faults that are told of one generator. */
const mostFaults = 5;

/**
 * Draws variants until so many differ, at most four seeds for each, and holds each against the rules of items. Fewer different
 * ones than wanted is a fault, and so is a key that is the same in all.
 */
export function checkGenerator(
  generator: Generator,
  wanted: number,
  misconceptions?: ReadonlySet<string>,
): GeneratorReport {
  const seen = new Set<string>();
  const keys = new Set<string>();
  const faults: string[] = [];
  const choiceItems: ChoiceItem[] = [];
  const known = keysKnown();
  let tried = 0;
  while (seen.size < wanted && tried < wanted * seedsPerVariant && faults.length < mostFaults) {
    const seed = tried++;
    try {
      const item = variantOf(generator, seed);
      const found = [...lintItem(item), ...lintNames(item, misconceptions)];
      faults.push(...found.map(([rule, instead]) => `seed ${seed}: ${rule}: ${instead}`));
      seen.add(JSON.stringify([wordsOf(item), keyOf(item)]));
      keys.add(JSON.stringify(keyOf(item)));
      if (hasChoices(item)) choiceItems.push(item);
    } catch (error) {
      faults.push(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (faults.length === 0 && seen.size < wanted)
    faults.push(`${wanted} variants differ: ${tried} seeds give ${seen.size}; draw from more`);
  if (faults.length === 0 && wanted > 20 && keys.size < 2)
    faults.push('the key differs from variant to variant: it is always the same; draw what it hangs on');
  const giving = locales.map(
    (locale) => choiceItems.filter((item) => isLongestRight(item, locale)).length / choiceItems.length,
  );
  return {
    id: generator.id,
    kind: generator.kind,
    tried,
    distinct: seen.size,
    keys: keys.size,
    runs: keysKnown() - known,
    ...(choiceItems.length > 0 && { longestRight: Math.max(...giving) }),
    faults,
  };
}

/** What a learner sees of a variant, whatever the places. */
const wordsOf = (item: Item): readonly unknown[] => [
  item.question,
  hasChoices(item) ? item.choices.map(({ text }) => text) : [],
  item.kind === 'order' ? item.steps.map(({ text }) => text) : [],
  item.kind === 'match' ? [item.choices, item.stems.map(({ text }) => text)] : [],
  item.kind === 'yaml' || item.kind === 'hotspot' ? item.source : [],
];

/** The key alone. */
function keyOf(item: Item): unknown {
  switch (item.kind) {
    case 'order': {
      const wordsOfStep = (id: string) => item.steps.find((step) => step.id === id)?.text.en;
      return item.before.map((pair) => pair.map(wordsOfStep));
    }
    case 'match':
      return item.stems.map(({ choice }) => choice);
    case 'numeric':
      return item.answer;
    case 'yaml':
      return item.blanks.map(({ text }) => text);
    case 'hotspot':
      return item.regions.map(({ points }) => points);
    case 'lab':
      return item.goals;
    default:
      return item.choices.map(({ text, correct }) => [text.en, correct]);
  }
}
