import 'server-only';
import { isSame } from '../cluster/api/merge';
import type { Belief } from '../cluster/belief';
import { believedRun } from '../lab/belief';
import { type Parting, partingOf } from '../lab/believed-parting';
import type { Asks } from './asks';
import { firstMoments } from './derive';
import { happens } from './happening';
import { hasChoices, type Item } from './item';
import type { Misconception } from './misconception';
import { isWithin } from './numeric';
import { longestRunMs, objectsAt } from './play';
import type { BelievedPlay } from './public';
import { read } from './read';
import { defaultSeed, type Run, scenarioOf } from './run';

/** Moments from which on a belief is tried, the latest first. */
const mostMoments = 6;
/** Played before the command after which the runs part, and after the moment at which they do, ms. */
const lead = { beforeMs: 2000, afterMs: 5000, otherWithinMs: 15_000 } as const;
const mostKnown = 500;
/** Of every scenario: an item's own name is none of the reader's business. */
const name = 'believed';

const known = new Map<string, BelievedPlay | null>();

/**
 * The item's run as it is and as somebody believes it to be whose wrong answer comes from this misconception. Undefined where
 * nothing can be believed, the item asks about no run, or a reader sees no difference before the moment that it asks about.
 * The wrong answer has to be what happens in the believed run, a number nearly so: the belief is held from the latest command on for which it is.
 * Equal arguments give equal values, and the latest are remembered. Throws for a belief under which a machine never comes to rest.
 */
export function playOf(item: Item, { id, belief }: Misconception): BelievedPlay | undefined {
  const { run, asks } = item;
  if (!belief || !run) return undefined;
  const wrong = wrongOf(item, id);
  if (!wrong) return undefined;
  const key = JSON.stringify([run, asks, wrong.places, belief]);
  const before = known.get(key);
  if (before !== undefined) return before ?? undefined;
  const play = found(run, asks, belief, wrong);
  if (known.size >= mostKnown) known.delete(known.keys().next().value as string);
  known.set(key, play ?? null);
  return play;
}

/** The moment up to which an item asks about its run, ms. */
export function askedUntilMs(asks: Asks): number {
  const until = (reads: Extract<Asks, { of: 'number' }>['reads']) =>
    'untilMs' in reads ? reads.untilMs : reads.atMs;
  switch (asks.of) {
    case 'choices':
      return asks.judgedAtMs;
    case 'steps':
      return asks.untilMs;
    case 'stems':
      return Math.max(...asks.reads.map(until));
    case 'number':
      return until(asks.reads);
  }
}

/** Which wrong answers come from a misconception, and whether one of them is what happens in a run. */
interface Wrong {
  readonly places: readonly (number | string)[];
  readonly happensIn: (run: Run) => boolean;
}

function wrongOf(item: Item, misconception: string): Wrong | undefined {
  const { asks } = item;
  const of = (places: Wrong['places'], happensIn: Wrong['happensIn']): Wrong | undefined =>
    places.length > 0 ? { places, happensIn } : undefined;
  const seedOf = ({ seed = defaultSeed }: Run) => seed;
  if (hasChoices(item)) {
    const places = item.choices.flatMap((one, at) => (one.misconception === misconception ? [at] : []));
    if (asks?.of !== 'choices') return undefined;
    return of(places, (run) => {
      const objects = objectsAt(run, seedOf(run), asks.judgedAtMs);
      return places.some((at) => asks.happened[at] && happens(asks.happened[at], objects));
    });
  }
  if (item.kind === 'order' && asks?.of === 'steps') {
    const pairs = (item.turned ?? []).filter((one) => one.misconception === misconception);
    const placeOf = (id: string) => item.steps.findIndex((step) => step.id === id);
    return of(
      pairs.map(({ pair }) => pair.join()),
      (run) => {
        const moments = firstMoments(asks, run, seedOf(run)).map((at) => at ?? Number.POSITIVE_INFINITY);
        return pairs.some(({ pair: [first, second] }) => {
          const [a = 0, b = 0] = [moments[placeOf(first)], moments[placeOf(second)]];
          return a < b;
        });
      },
    );
  }
  if (item.kind === 'numeric' && asks?.of === 'number') {
    const numbers = (item.wrong ?? []).filter((one) => one.misconception === misconception);
    return of(
      numbers.map(({ answer }) => answer),
      (run) => {
        const value = read(asks.reads, run, seedOf(run));
        return numbers.some(
          ({ answer }) =>
            typeof value === 'number' &&
            (isWithin(value, answer, item.tolerance) || isNear(value, answer, item.answer)),
        );
      },
    );
  }
  if (item.kind === 'match' && asks?.of === 'stems') {
    const wrong = item.stems.flatMap(({ wrong = {} }, stem) =>
      Object.entries(wrong).flatMap(([choice, one]) => (one === misconception ? [{ stem, choice }] : [])),
    );
    return of(
      wrong.map(({ stem, choice }) => `${stem} ${choice}`),
      (run) =>
        wrong.some(({ stem, choice }) => {
          const reads = asks.reads[stem];
          const value = reads && read(reads, run, seedOf(run));
          const place = asks.values.findIndex((one) => isSame(one, value ?? null));
          return item.choices[place]?.id === choice;
        }),
    );
  }
  return undefined;
}

/** The runs are real ones, a reader's number is reckoned: a value is near that is three times as near to it as the truth is. */
const isNear = (value: number, believed: number, truth: number): boolean =>
  value !== truth && Math.abs(value - believed) * 3 <= Math.abs(truth - believed);

function found(run: Run, asks: Asks | undefined, belief: Belief, wrong: Wrong): BelievedPlay | undefined {
  if (!asks) return undefined;
  const untilMs = Math.min(askedUntilMs(asks), longestRunMs);
  for (const sinceMs of momentsOf(run, asks, untilMs)) {
    const held = { ...belief, sinceMs };
    const both = believedRun(scenarioOf(run, { id: name, untilMs }), held, untilMs);
    if (!both.difference) continue;
    if (!wrong.happensIn({ ...run, allowsRefusals: true, beliefs: [held] })) continue;
    const parting = partingOf(both.truth, both.believed, both.difference.atMs, untilMs + 1000);
    if (parting) return playFrom(run, held, parting, untilMs);
  }
  return undefined;
}

/** From where on somebody may believe it: what the item asks from, and the moments of commands, the latest first. */
function momentsOf(run: Run, asks: Asks, untilMs: number): number[] {
  const reads = asks.of === 'number' ? asks.reads : asks;
  const from = 'fromMs' in reads ? [reads.fromMs] : [];
  const moments = [...from, ...run.commands.map(({ atMs }) => atMs), 0].filter((atMs) => atMs <= untilMs);
  return [...new Set(moments)].sort((a, b) => b - a).slice(0, mostMoments);
}

function playFrom(run: Run, belief: Belief, parting: Parting, askedMs: number): BelievedPlay {
  const { atMs, truth, believed } = parting;
  const both = [truth, believed].flatMap((deed) => (deed ? [deed.atMs] : []));
  const later = Math.max(...both.filter((one) => one <= atMs + lead.otherWithinMs));
  const untilMs = Math.min(Math.max(askedMs, atMs + lead.afterMs), later + lead.afterMs);
  const command = run.commands.findLast((one) => one.atMs <= atMs)?.atMs ?? 0;
  const openAtMs = Math.max(0, command - lead.beforeMs);
  return { scenario: { ...scenarioOf(run, { id: name, untilMs }), openAtMs }, belief, untilMs, parting };
}
