import type { Belief } from '../cluster/belief';
import { type BelievedDifference, differenceOf } from './believed-difference';
import { Drawing } from './build-view';
import { differencesOf } from './difference';
import type { Scenario } from './scenario';
import { optionsOf } from './story';
import { Timeline } from './timeline';
import type { FutureName, FutureView, LabView } from './view';

/** One story twice: as it is, and as somebody believes it to be. */
export interface BelievedRun {
  readonly belief: Belief;
  /** The believed one parts from the true one at `scenario.openAtMs` at the earliest: what came before is seen as it was. */
  readonly truth: Timeline;
  readonly believed: Timeline;
  /** Where they part, up to `untilMs`. Undefined when the belief makes no difference in this story. */
  readonly difference: BelievedDifference | undefined;
  /** Both as they stand at a moment up to `untilMs`: A is the truth, B the belief. */
  at(nowMs: number): { readonly truth: LabView; readonly believed: LabView };
  /** Both at `untilMs`. */
  readonly views: { readonly truth: LabView; readonly believed: LabView };
}

/**
 * Plays a scenario's own commands in a cluster as it is and in one in which a guard answers as it is believed to, from the
 * moment on at which the figure opens (or the belief's own `sinceMs`). Pure: equal arguments give equal runs. Throws for a
 * belief that no machine can have, and for one under which machines answer each other for ever.
 */
export function believedRun(scenario: Scenario, belief: Belief, untilMs: number): BelievedRun {
  const beliefs = [{ sinceMs: scenario.openAtMs, ...belief }];
  const commands = [...scenario.commands].sort((a, b) => a.atMs - b.atMs);
  const truth = new Timeline(optionsOf(scenario), commands);
  const believed = new Timeline({ ...optionsOf(scenario), beliefs }, commands);
  truth.at(untilMs);
  try {
    runWithin(believed, untilMs, limits.entries + limits.times * truth.journal.length);
  } catch (error) {
    const { machine, rule, holds } = belief;
    throw new Error(`${scenario.id} where ${rule} of ${machine} is always ${holds}`, { cause: error });
  }
  const difference = differenceOf(truth, believed, untilMs);
  const at = viewer(scenario, truth, believed, difference);
  return { belief, truth, believed, difference, at, views: at(untilMs) };
}

/** What a believed run may come to before it counts as endless: so many entries, and so many for each of the truth's. */
const limits = { entries: 3000, times: 5, sliceMs: 100 } as const;

function runWithin(timeline: Timeline, untilMs: number, entries: number): void {
  while (timeline.endMs < untilMs) {
    timeline.at(Math.min(untilMs, timeline.endMs + limits.sliceMs));
    if (timeline.journal.length > entries)
      throw new Error(`more than ${entries} entries by ${timeline.endMs} ms: a machine never comes to rest`);
  }
}

function viewer(
  scenario: Scenario,
  truth: Timeline,
  believed: Timeline,
  difference: BelievedDifference | undefined,
): BelievedRun['at'] {
  const sides = [
    { name: 'A', timeline: truth, drawing: new Drawing(scenario) },
    { name: 'B', timeline: believed, drawing: new Drawing(scenario) },
  ] as const;
  return (nowMs) => {
    const drawn = sides.map(({ name, timeline, drawing }) => {
      const cluster = timeline.at(nowMs);
      return { name, view: drawing.view(cluster, timeline.journal, timeline.endMs, nowMs) };
    });
    const parted = difference && {
      atMs: difference.atMs,
      objects: differencesOf(truth.at(nowMs), believed.at(nowMs)),
    };
    const futures = (here: FutureName): FutureView[] =>
      drawn.map(({ name, view: { score } }) => ({
        name,
        isHere: name === here,
        ...(name === 'B' && { from: 'A' as const, forkedAtMs: scenario.openAtMs }),
        score,
      }));
    const [a, b] = drawn.map(
      ({ name, view }): LabView => ({
        ...view,
        futures: futures(name),
        ...(parted && { firstDifference: parted }),
        typed: [],
      }),
    );
    if (!a || !b) throw new Error('a believed run has two sides');
    return { truth: a, believed: b };
  };
}
