import { stringify } from 'yaml';
import type { Cluster } from '../cluster/cluster';
import type { Entry } from '../cluster/journal';
import { traceLine } from '../lab/trace';
import { type Pair, paired } from './pair';
import { playWhole } from './play';
import type { LifeRecording, Moment } from './pod-life';
import type { CaseRecording, CaseStep } from './recording';
import type { StoryRecording, View } from './story';
import type { TranscriptLine, TranscriptRecording } from './transcript';
import type { WorldRecording } from './world-recording';
import { type WorldTrace, worldTraceOf } from './world-trace';

/** One step of a recording: what was done, what happened on both sides, and how the model came to it. */
export interface TraceStep {
  /** From 1. */
  readonly number: number;
  /** What was done, as the recording says it. */
  readonly did: string;
  /** Seconds since the recording began. */
  readonly at?: number;
  readonly happened: readonly Pair[];
  /** What happened is what a program printed: columns of it are made of spaces. */
  readonly isPrinted?: true;
  /** Lines of the model's own trace. */
  readonly lines: readonly string[];
}

/** A recording beside what the model did: what the page of one recording shows. */
export interface Trace {
  readonly says: string;
  readonly kubernetes: string;
  readonly hash: string;
  /** Entries of the journal; of a world, frames. */
  readonly entries: number;
  readonly difference?: string;
  readonly steps: readonly TraceStep[];
  /** What was shown from moment to moment, where that is what was recorded; what stood for less than a second is left out. */
  readonly shown: readonly Pair[];
  /** Of a recorded network, which has no steps: what was sent, and the tables of its nodes. */
  readonly world?: WorldTrace;
}

type Recording = { readonly says?: string; readonly name: string; readonly kubernetes?: string } & (
  | CaseRecording
  | LifeRecording
  | StoryRecording
);

/** What a line printed, and how it ended if it failed. */
const printed = ({ stdout = [], stderr = [], exit }: TranscriptLine): string[] => [
  ...stdout,
  ...stderr,
  ...(exit ? [`exit ${exit}`] : []),
];

const linesOfTranscript = (
  recorded: TranscriptRecording,
  played: TranscriptRecording | undefined,
): TraceStep[] =>
  recorded.lines.map((one, i) => {
    const twin = played?.lines[i];
    const [theirs, ours] = [printed(one), twin ? printed(twin) : []];
    return {
      number: i + 1,
      did: one.line ?? `wait: ${one.wait}`,
      happened: Array.from(
        { length: Math.max(theirs.length, ours.length) },
        (_, row): Pair => ({
          ...(theirs[row] !== undefined && { recorded: theirs[row] }),
          ...(ours[row] !== undefined && { played: ours[row] }),
        }),
      ),
      isPrinted: true,
      lines: [],
    };
  });

/** What a step does: the verb, and an object as YAML. */
function didText(step: object): string {
  return Object.entries(step)
    .map(([verb, what]) =>
      typeof what === 'object' && what !== null && !Array.isArray(what)
        ? `${verb}:\n${stringify(what, { flowCollectionPadding: false }).replace(/^/gm, '  ').trimEnd()}`
        : `${verb}: ${JSON.stringify(what)}`,
    )
    .join('\n');
}

function happened({ done, events, refused }: CaseStep): string[] {
  const changes =
    done && 'anyOrder' in done ? done.anyOrder : ((done as readonly string[] | undefined) ?? []);
  return [
    ...(refused ? [`${refused.reason ?? ''} ${refused.message ?? ''}`.trim()] : []),
    ...[...changes].sort(),
    ...(events ?? []).map(({ type, reason, on, says }) => `${type} ${reason} ${on}: ${says}`).sort(),
  ];
}

/** What was shown from a moment, s, on. */
interface Shown {
  readonly at: number;
  readonly text: string;
}

const rowsOf = (timeline: readonly Moment[]): Shown[] =>
  timeline.map((moment) => ({
    at: moment.at,
    text: moment.gone ? 'gone' : Object.values(moment.row).join(' '),
  }));

const viewsOf = (views: readonly View[]): Shown[] =>
  views.map(({ at, sure: _, ...columns }) => ({
    at,
    text: Object.entries(columns)
      .map(([kind, rows]) => {
        const cells = Object.entries(rows as object).map(([name, value]) => `${name}: ${value}`);
        return `${kind} ${cells.join(', ') || '–'}`;
      })
      .join(' · '),
  }));

const shortestShown = 1;

/** Each text once, and only what stood long enough to be read. */
function standing(shown: readonly Shown[]): Shown[] {
  const changes = shown.filter(({ text }, i) => text !== shown[i - 1]?.text);
  return changes.filter(
    ({ at }, i) => (changes[i + 1]?.at ?? Number.POSITIVE_INFINITY) - at >= shortestShown,
  );
}

const line = ({ at, text }: Shown): string => `${at.toFixed(1)} s  ${text}`;

/** The same texts side by side, in the order of both. */
function aligned(recorded: readonly Shown[], played: readonly Shown[]): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (const one of recorded) {
    const found = played.findIndex(({ text }, i) => i >= from && text === one.text);
    if (found >= 0) for (const lone of played.slice(from, found)) pairs.push({ played: line(lone) });
    const twin = played[found];
    pairs.push({ recorded: line(one), ...(twin && { played: line(twin) }) });
    if (found >= 0) from = found + 1;
  }
  return [...pairs, ...played.slice(from).map((lone) => ({ played: line(lone) }))];
}

/** Lines of the entries from one moment, s, to another. */
const linesOf = (journal: readonly Entry[], from: number, until: number): string[] =>
  journal
    .filter(({ atMs }) => atMs >= from * 1000 && atMs < until * 1000)
    .flatMap((entry) => traceLine(entry) ?? []);

/** Steps that only wait: the model is told nothing. */
const idle: ReadonlySet<string> = new Set(['wait', 'waitUntilSecond', 'nothing']);

function stepsOf(recorded: Recording, played: Recording | undefined, cluster: Cluster): TraceStep[] {
  const momentOf = (step: { readonly at?: number | readonly [number, number] }): number | undefined =>
    typeof step.at === 'number' ? step.at : step.at?.[0];
  const isIdle = (step: { readonly do: object }) => !Object.keys(step.do).some((verb) => !idle.has(verb));
  const first = recorded.steps.find((step) => !isIdle(step));
  const offset = (cluster.commands[0]?.atMs ?? 0) / 1000 - ((first && momentOf(first)) ?? 0);
  return recorded.steps.map((step, i): TraceStep => {
    const at = momentOf(step);
    const next = recorded.steps[i + 1];
    const until = next ? (momentOf(next) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    const twin = (played as CaseRecording | undefined)?.steps[i];
    return {
      number: i + 1,
      did: didText(step.do),
      ...(at !== undefined && { at }),
      happened: paired('after' in step ? happened(step) : [], twin && 'after' in twin ? happened(twin) : []),
      lines: at === undefined ? [] : linesOf(cluster.journal, at + offset, until + offset),
    };
  });
}

/** Plays a recording and puts what the model did beside it. Throws for a form that is not modelled. */
export function traceOf(recording: object): Trace {
  const recorded = recording as Recording;
  const { cluster, played, hash, difference } = playWhole(recording);
  const { journal } = cluster;
  const facts = {
    says: recorded.says ?? recorded.name,
    kubernetes: recorded.kubernetes ?? '',
    hash: hash(),
    ...(difference && { difference }),
  };
  if ('flows' in recording) {
    const world = worldTraceOf(recording as WorldRecording, played as WorldRecording);
    const entries = world.flows.reduce((sum, { frames }) => sum + frames.length, 0);
    return { ...facts, entries, steps: [], shown: [], world };
  }
  const steps =
    'lines' in recording
      ? linesOfTranscript(
          recording as unknown as TranscriptRecording,
          played as TranscriptRecording | undefined,
        )
      : stepsOf(recorded, played as Recording | undefined, cluster);
  const shownBy = (one: Recording | undefined): Shown[] =>
    standing(
      one && 'timeline' in one ? rowsOf(one.timeline) : one && 'views' in one ? viewsOf(one.views) : [],
    );
  const sure = 'views' in recorded && new Set(viewsOf(recorded.views.filter((view) => view.sure)).map(line));
  const shownThere = shownBy(recorded).filter((one) => !sure || sure.has(line(one)));
  return {
    ...facts,
    entries: journal.length,
    steps,
    shown: aligned(shownThere, shownBy(played as Recording | undefined)),
  };
}
