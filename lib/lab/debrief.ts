import type { Command, TimedCommand } from '../cluster/command';
import type { Entry } from '../cluster/journal';
import { kindOf } from '../cluster/keys';
import type { Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { type Caused, Causing } from './debrief-causes';
import { type GoalSpan, type GoalTurn, goalSpans, goalTurns } from './debrief-goals';
import { debriefLimits } from './debrief-limits';
import { rootsOf } from './debrief-roots';
import { runsWithout, type WithoutIt } from './debrief-runs';
import { type Policy, toldCommands } from './future';
import { type GoalState, goalStates } from './goals';
import { JournalIndex } from './journal-index';
import type { Goal, LabStatement, Scenario } from './scenario';
import { optionsOf, subjectKey } from './story';
import { Timeline } from './timeline';

/** A line of the prompt, and those commands of the log that it gave. */
export interface LineGiven {
  readonly line: string;
  readonly did: readonly TimedCommand[];
}

/** One command of the reader, or the commands of one line that was typed. */
export interface DebriefRow {
  readonly atMs: number;
  readonly commands: readonly Command[];
  readonly line?: string;
  /** The API server's words, where it refused one of them. */
  readonly refusal?: string;
  readonly caused: Caused;
  readonly goals: readonly GoalTurn[];
  /** Goals that would stand otherwise at the end without this; none: all would stand the same. Absent when it was not tried. */
  readonly without?: readonly WithoutIt[];
}

/** A reader's own run, told: facts alone. */
export interface Debrief {
  readonly openAtMs: number;
  readonly endMs: number;
  readonly rows: readonly DebriefRow[];
  /** Rows that are not told. */
  readonly leftOut: number;
  /** Commands of the log up to the end, as the check counts them. */
  readonly commands: number;
  readonly goals: readonly { readonly id: string; readonly spans: readonly GoalSpan[] }[];
  /** Since when all goals hold, if they do at the end; not before the opening. */
  readonly solvedAtMs?: number;
  /** The least number of Pods of the subject (without one, or with an HPA, of the cluster) that were Ready since the opening, and since when. */
  readonly leastReady: { readonly ready: number; readonly atMs: number };
}

interface Told {
  readonly lines?: readonly LineGiven[];
  readonly policy?: Policy;
}

/** Tells a run up to its end: from the scenario, the reader's commands in order of time, and the moment alone. */
export function debriefOf(
  scenario: Scenario | LabStatement,
  own: readonly TimedCommand[],
  endMs: number,
  { lines = [], policy }: Told = {},
): Debrief {
  const { openAtMs } = scenario;
  const goals: readonly Goal[] = 'goals' in scenario ? scenario.goals : [];
  const done = own.filter(({ atMs }) => atMs <= endMs);
  const told = toldCommands(scenario, { own: done, ...(policy && { policy }) });
  const timeline = new Timeline(optionsOf(scenario), told);
  const { journal } = timeline.at(endMs);
  const given = rowsGiven(done, lines);
  const shown = given.slice(0, debriefLimits.rows);
  const spans = goalSpans(goals, journal, openAtMs, endMs);
  const states = goalStates(goals, journal, openAtMs, endMs);
  const solvedAtMs = solvedAt(states, openAtMs);
  return {
    openAtMs,
    endMs,
    rows: rowsTold(timeline, shown, { goals, states, spans, openAtMs, endMs }),
    leftOut: given.length - shown.length,
    commands: done.length,
    goals: goals.map(({ id }, place) => ({ id, spans: spans[place] ?? [] })),
    ...(solvedAtMs !== undefined && { solvedAtMs }),
    leastReady: leastReady(journal, subjectKey(scenario), openAtMs),
  };
}

interface Row extends Pick<DebriefRow, 'atMs' | 'commands' | 'line'> {
  /** Places among the reader's own commands. */
  readonly own: readonly number[];
}

/** A row for each command, but one for all those of a line. */
function rowsGiven(done: readonly TimedCommand[], lines: readonly LineGiven[]): readonly Row[] {
  const rows = new Map<LineGiven | TimedCommand, Row>();
  for (const [place, timed] of done.entries()) {
    const line = lines.find(({ did }) => did.includes(timed));
    const row = rows.get(line ?? timed);
    rows.set(line ?? timed, {
      atMs: row?.atMs ?? timed.atMs,
      commands: [...(row?.commands ?? []), timed.command],
      own: [...(row?.own ?? []), place],
      ...(line && { line: line.line }),
    });
  }
  return [...rows.values()];
}

interface Run {
  readonly goals: readonly Goal[];
  readonly states: readonly GoalState[];
  readonly spans: readonly (readonly GoalSpan[])[];
  readonly openAtMs: number;
  readonly endMs: number;
}

function rowsTold(timeline: Timeline, rows: readonly Row[], run: Run): readonly DebriefRow[] {
  const { commands, journal } = timeline;
  const roots = rootsOf(journal);
  // Commands stand in the journal in the order in which they were told.
  const entries = journal.filter((entry) => entry.type === 'command');
  const ownPlaces = commands.flatMap((one, place) => ('isOwn' in one && one.isOwn ? [place] : []));
  const groups = rows.map(({ own }) => own.flatMap((one) => ownPlaces[one] ?? []));
  const without = runsWithout(timeline, groups, run, debriefLimits);
  const turns = goalTurns(run.goals, journal, roots, run.spans);
  const causings = new Map<number, Causing>();
  for (const places of groups) {
    const causing = new Causing();
    for (const place of places) causings.set(entries[place]?.sequence ?? -1, causing);
  }
  for (const entry of journal)
    if (entry.type === 'write')
      for (const root of roots[entry.sequence] ?? []) causings.get(root)?.take(entry);
  return rows.map(({ own: _, ...row }, at) => {
    const of = (groups[at] ?? []).flatMap((place) => entries[place] ?? []);
    const refusal = of.find(({ refused }) => refused)?.refused?.message;
    const tried = without[at];
    return {
      ...row,
      ...(refusal !== undefined && { refusal }),
      caused: causings.get(of[0]?.sequence ?? -1)?.caused() ?? { effects: [], rollouts: [] },
      goals: [...new Set(of.flatMap(({ sequence }) => turns.get(sequence) ?? []))],
      ...(tried && { without: tried }),
    };
  });
}

/** The last moment at which a goal came to hold, if all do. */
const solvedAt = (states: readonly GoalState[], openAtMs: number): number | undefined =>
  states.length > 0 && states.every(({ state }) => state === 'holds')
    ? Math.max(openAtMs, ...states.map(({ sinceMs = 0 }) => sinceMs))
    : undefined;

/** Each moment counts as it is when it is over. */
function leastReady(
  journal: readonly Entry[],
  subject: string | undefined,
  openAtMs: number,
): Debrief['leastReady'] {
  const index = JournalIndex.of(journal);
  // No Pod is under an HPA: it owns nothing.
  const owner = subject !== undefined && kindOf(subject) === 'HorizontalPodAutoscaler' ? undefined : subject;
  const isCounted = (key: string) =>
    kindOf(key) === 'Pod' && (owner === undefined || index.isUnder(key, owner));
  const ready = new Set<string>();
  let least: Debrief['leastReady'] | undefined;
  let at = 0;
  const settle = (untilMs: number) => {
    if (untilMs <= openAtMs || (least && ready.size >= least.ready)) return;
    least = { ready: ready.size, atMs: Math.max(at, openAtMs) };
  };
  for (const entry of journal) {
    if (entry.atMs > at) {
      settle(entry.atMs);
      at = entry.atMs;
    }
    if (entry.type !== 'write' || !isCounted(entry.key)) continue;
    if (entry.after && isReady(entry.after as Pod)) ready.add(entry.key);
    else ready.delete(entry.key);
  }
  settle(Number.POSITIVE_INFINITY);
  return least ?? { ready: ready.size, atMs: openAtMs };
}
