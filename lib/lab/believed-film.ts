import type { Belief } from '../cluster/belief';
import { believedRun } from './belief';
import type { Scenario } from './scenario';
import { isChange, subjectKey } from './story';
import type { Timeline } from './timeline';
import type { LabView } from './view';

/** Both runs at one moment. Without what a small figure does not show: Events, causes and futures are empty. */
export interface BelievedFrame {
  readonly atMs: number;
  readonly truth: LabView;
  readonly believed: LabView;
}

/** Two runs at every moment at which one of their pictures changes, with their beginning and their end. */
export type BelievedFilm = readonly BelievedFrame[];

/** Longer films leave out moments, never the first, the last and that at which the runs part. */
const mostFrames = 60;
/** Changes that follow each other this closely are one moment, ms. */
const oneMomentMs = 40;

/** A scenario from where it opens up to a moment, as it is and under a belief. Pure; throws as `believedRun` does. `partingMs` is one of its moments. */
export function believedFilm(
  scenario: Scenario,
  belief: Belief,
  untilMs: number,
  partingMs: number,
): BelievedFilm {
  const run = believedRun(scenario, belief, untilMs);
  const isIt = isChange('change', subjectKey(scenario));
  const changes = ({ journal }: Timeline) => journal.filter(isIt).map(({ atMs }) => atMs);
  const all = [...changes(run.truth), ...changes(run.believed), partingMs];
  return thinned(momentsOf(all, scenario.openAtMs, untilMs), partingMs).map((atMs) => {
    const { truth, believed } = run.at(atMs);
    return { atMs, truth: small(truth), believed: small(believed) };
  });
}

function momentsOf(changes: readonly number[], fromMs: number, untilMs: number): number[] {
  const within = changes.filter((atMs) => atMs > fromMs && atMs < untilMs).sort((a, b) => a - b);
  const last = within.filter((atMs, i) => (within[i + 1] ?? untilMs) - atMs > oneMomentMs);
  return [fromMs, ...last, untilMs];
}

function thinned(moments: readonly number[], partingMs: number): readonly number[] {
  if (moments.length <= mostFrames) return moments;
  const parting = moments.find((atMs) => atMs >= partingMs);
  const every = Math.ceil(moments.length / (mostFrames - 3));
  return moments.filter((atMs, i) => i % every === 0 || atMs === parting || i === moments.length - 1);
}

function small({ firstDifference: _, ...view }: LabView): LabView {
  return { ...view, events: [], why: [], futures: [], typed: [], goals: [] };
}
