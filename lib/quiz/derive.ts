import { isSame } from '../cluster/api/merge';
import type { Json } from '../cluster/objects';
import type { LabStatement, Scenario } from '../lab/scenario';
import type { Asks } from './asks';
import type {
  AuthoredItem,
  AuthoredLab,
  HappenedItem,
  HappensOrder,
  ReadMatch,
  ReadNumeric,
} from './authored';
import { happens } from './happening';
import type { Item, ItemBase, LabItem } from './item';
import { type NameGroup, remembered } from './memo';
import { isWithin } from './numeric';
import { objectsAt, play, RefusedCommand } from './play';
import { read, readEach } from './read';
import { defaultSeed, type Run } from './run';

/** Runs of different chance that an order is taken from: what comes in one order in all of them is fixed. */
export const orderSeeds = 6;
/** Runs of different chance that any other key is read from: it is the same in all of them, or the item asks for luck. */
export const keySeeds = 2;

/** The rule that an item without a right choice breaks. */
export const noneHappens = 'a choice happens';

/** Where an item stands, and what it may name. */
export interface Source {
  readonly file: string;
  readonly scenarios?: readonly Scenario[];
  readonly labs?: readonly LabStatement[];
  /** Names in the item that mean nothing to the run: items that differ in them alone have one key. */
  readonly names?: readonly NameGroup[];
}

/** An author's mistake that only a run shows: `file item: rule: what to write instead`. */
export class DeriveFault extends Error {
  override readonly name = 'DeriveFault';

  constructor(
    { file }: Source,
    item: Pick<ItemBase, 'id'>,
    readonly rule: string,
    instead: string,
  ) {
    super(`${file} item ${item.id}: ${rule}: ${instead}`);
  }
}

/**
 * The plain item with its key: what its conditions and readings come to in runs of the engine. A plain item comes back as it is.
 * Throws a DeriveFault for an author's mistake. A key that was found is remembered by all that it depends on.
 */
export function derive(item: AuthoredItem, source: Source): Item {
  if (item.kind === 'lab') return 'goals' in item ? (item as LabItem) : withGoals(item, source);
  if (item.kind === 'order' && !('before' in item)) return orderOf(item, source);
  if (item.kind === 'numeric' && !('answer' in item)) return numericOf(item, source);
  if (item.kind === 'match' && isReadMatch(item)) return matchOf(item, source);
  if ('judgedAtMs' in item) return choicesOf(item, source);
  return item as Item;
}

const isReadMatch = (item: Extract<AuthoredItem, { kind: 'match' }>): item is ReadMatch =>
  'judgedAtMs' in item;

type FromRun = HappenedItem | HappensOrder | ReadMatch | ReadNumeric;

function runOf(item: FromRun, source: Source): Run {
  if (!('scenario' in item.run)) return item.run;
  const { scenario: id, isOfSeed } = item.run;
  const scenario = source.scenarios?.find((one) => one.id === id);
  if (!scenario)
    throw new DeriveFault(
      source,
      item,
      'a run names a scenario of the lesson',
      `"${id}" is none of ${source.scenarios?.map((one) => one.id).join(', ') || 'its scenarios'}`,
    );
  const { seed, nodes, subject, commands } = scenario;
  return {
    seed,
    nodes,
    ...(subject !== undefined && { subject }),
    commands,
    ...(isOfSeed && { isOfSeed }),
  };
}

const seedsOf = (run: Run, count: number): readonly number[] =>
  Array.from({ length: run.isOfSeed ? 1 : count }, (_, at) => (run.seed ?? defaultSeed) + at * 101);

/** What `of` finds in the run of each seed, remembered by run and question. A refused command is the author's mistake. */
function found<Found>(
  item: FromRun,
  source: Source,
  asked: unknown,
  count: number,
  of: (run: Run, seed: number) => Found,
): { readonly run: Run; readonly each: readonly Found[] } {
  const run = runOf(item, source);
  try {
    const each = remembered([item.kind, run, asked, count], source.names ?? [], () =>
      seedsOf(run, count).map((seed) => of(run, seed)),
    );
    return { run, each };
  } catch (error) {
    if (!(error instanceof RefusedCommand)) throw error;
    throw new DeriveFault(source, item, 'the API server takes every command of the run', error.message);
  }
}

function choicesOf(item: HappenedItem, source: Source): Item {
  const { judgedAtMs, choices, ...base } = item;
  const asked = [judgedAtMs, choices.map(({ happened }) => happened)];
  const { run, each } = found(item, source, asked, keySeeds, (one, seed) => {
    const objects = objectsAt(one, seed, judgedAtMs);
    return choices.map(({ happened }) => happens(happened, objects));
  });
  const [held = []] = each;
  if (each.some((other) => !isSame(other, held))) throw luck(source, item);
  const right = held.filter(Boolean).length;
  const names = held.flatMap((is, at) => (is ? [at + 1] : [])).join(', ');
  if (right === 0)
    throw new DeriveFault(
      source,
      item,
      noneHappens,
      `at ${judgedAtMs} ms none does; add what happens, or mend the condition of the choice that should`,
    );
  if (item.kind !== 'multiple' && right > 1)
    throw new DeriveFault(
      source,
      item,
      'exactly one choice happens',
      `at ${judgedAtMs} ms these do: ${names}; make their conditions exclude each other`,
    );
  return {
    ...base,
    run,
    asks: { of: 'choices', judgedAtMs, happened: choices.map(({ happened }) => happened) },
    choices: choices.map(({ happened: _, misconception, because, ...choice }, at) => ({
      ...choice,
      correct: held[at] === true,
      because: 'right' in because ? (held[at] ? because.right : because.wrong) : because,
      ...(misconception !== undefined && !held[at] && { misconception }),
    })),
  } as Item;
}

const luck = (source: Source, item: ItemBase | FromRun): DeriveFault =>
  new DeriveFault(
    source,
    item,
    'the key does not hang on chance',
    'runs of other seeds come to another one; ask for what is the same in all of them',
  );

function orderOf(item: HappensOrder, source: Source): Item {
  const { fromMs = 0, untilMs, steps, ...base } = item;
  const happens = steps.map((step) => step.happens);
  const asked = [fromMs, untilMs, happens];
  const { run, each } = found(item, source, asked, orderSeeds, (one, seed) =>
    steps.length === 0 ? [] : firstMoments({ happens, fromMs, untilMs }, one, seed),
  );
  const never = steps.findIndex((_, at) => each.some((moments) => moments[at] === null));
  if (never >= 0)
    throw new DeriveFault(
      source,
      item,
      'every step happens',
      `"${steps[never]?.id}" does not from ${fromMs} to ${untilMs} ms; mend its condition or drop it`,
    );
  const comesBefore = (a: number, b: number) =>
    each.every((moments) => (moments[a] as number) < (moments[b] as number));
  const before = steps.flatMap((earlier, a) =>
    steps.flatMap((later, b): [string, string][] => (comesBefore(a, b) ? [[earlier.id, later.id]] : [])),
  );
  return {
    ...base,
    run,
    asks: { of: 'steps', fromMs, untilMs, happens },
    steps: steps.map(({ happens: _, ...step }) => step),
    before,
  };
}

/** When each step begins to be so, ms; null for one that never does. What was so before `fromMs` has to begin again. */
export function firstMoments(
  { happens: steps, fromMs, untilMs }: Omit<Extract<Asks, { of: 'steps' }>, 'of'>,
  run: Run,
  seed: number,
): readonly (number | null)[] {
  const first = new Array<number | null>(steps.length).fill(null);
  let was: readonly boolean[] | undefined;
  for (const { atMs, objects } of play(run, seed, untilMs)) {
    const is = steps.map((step) => happens(step, objects));
    is.forEach((now, at) => {
      if (now && was?.[at] === false && atMs >= fromMs) first[at] ??= atMs;
    });
    was = is;
  }
  return first;
}

function numericOf(item: ReadNumeric, source: Source): Item {
  const { reads, ...base } = item;
  const { run, each } = found(item, source, reads, keySeeds, (one, seed) => read(reads, one, seed) ?? null);
  const [answer] = each;
  if (typeof answer !== 'number')
    throw new DeriveFault(
      source,
      item,
      'a numeric item reads a number',
      `the run gives ${JSON.stringify(answer ?? null)}; read another path, or a later moment`,
    );
  if (each.some((other) => typeof other !== 'number' || !isWithin(other, answer, item.tolerance)))
    throw luck(source, item);
  const wrong = base.wrong?.filter((one) => !isWithin(one.answer, answer, item.tolerance));
  return { ...base, run, asks: { of: 'number', reads }, answer, ...(wrong && { wrong }) };
}

function matchOf(item: ReadMatch, source: Source): Item {
  const { judgedAtMs: _, choices, stems, ...base } = item;
  const asked = [stems.map(({ reads }) => reads), choices.map(({ value }) => value)];
  const { run, each } = found(item, source, asked, keySeeds, (one, seed) =>
    readEach(
      stems.map(({ reads }) => reads),
      one,
      seed,
    ).map((value) => choiceFor(choices, value)),
  );
  const [places = []] = each;
  if (each.some((other) => !isSame(other, places))) throw luck(source, item);
  return {
    ...base,
    run,
    asks: { of: 'stems', reads: stems.map(({ reads }) => reads), values: choices.map(({ value }) => value) },
    choices: choices.map(({ id, text }) => ({ id, text })),
    stems: stems.map(({ reads, wrong, ...stem }, at) => {
      const choice = choices[places[at] ?? -1]?.id;
      if (choice === undefined)
        throw new DeriveFault(
          source,
          item,
          'the value of every stem is a choice',
          `that of stem ${at + 1} (${JSON.stringify(reads)}) is not; add it to choices`,
        );
      const { [choice]: __, ...others } = wrong ?? {};
      return { ...stem, choice, ...(wrong && { wrong: others }) };
    }),
  };
}

const choiceFor = (choices: readonly { readonly value: Json }[], value: Json | undefined): number =>
  choices.findIndex((choice) => isSame(choice.value, value ?? null));

function withGoals({ weights = {}, ...item }: AuthoredLab, source: Source): Item {
  const lab = source.labs?.find(({ id }) => id === item.lab);
  if (!lab)
    throw new DeriveFault(
      source,
      item,
      'a lab item names a lab of the lesson',
      `"${item.lab}" is none of ${source.labs?.map(({ id }) => id).join(', ') || 'its labs'}`,
    );
  const stray = Object.keys(weights).find((id) => !lab.goals.some((goal) => goal.id === id));
  if (stray !== undefined)
    throw new DeriveFault(
      source,
      item,
      'weights name goals of the lab',
      `"${stray}" is none of ${lab.goals.map(({ id }) => id).join(', ')}`,
    );
  const goals = lab.goals.map(({ id, text }) => {
    const weight = weights[id];
    return weight === undefined ? { id, text } : { id, text, weight };
  });
  return { ...item, goals };
}
