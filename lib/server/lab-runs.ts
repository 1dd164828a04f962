import 'server-only';
import { z } from 'zod';
import type { Command } from '@/lib/cluster/command';
import { engineVersion } from '@/lib/cluster/version';
import { getLabs } from '@/lib/course/labs';
import { getLesson } from '@/lib/course/lessons';
import { runLimits } from '@/lib/lab/limits';
import { canBePlayed } from '@/lib/lab/permits';
import { type Replay, replayLab } from '@/lib/lab/replay';
import type { Lab } from '@/lib/lab/scenario';
import type { AnswerResult } from '@/lib/quiz/public';
import { now, utcOffset } from './clock';
import { database } from './db';
import { Refusal } from './refusal';

/** What the model can take; whether this lab has a hand for it is asked by the replay. */
const command = z.custom<Command>((value) => canBePlayed(value));

const atMs = z.int().min(0).max(runLimits.ms);

export const labRequest = z.strictObject({
  commands: z.array(z.strictObject({ atMs, command })).max(runLimits.commands),
  untilMs: atMs,
  utcOffsetMinutes: utcOffset,
});

export type LabRequest = z.infer<typeof labRequest>;

/** A lab of a lesson, or the refusal that names which of the two is not there. */
export function labOf(lesson: string, lab: string): Lab {
  if (!getLesson(lesson)) throw new Refusal('unknown-lesson');
  const found = getLabs(lesson)?.labs.find((one) => one.id === lab);
  if (!found) throw new Refusal('unknown-lab');
  return found;
}

/** How the goals stand after these commands on the server's own cluster. Refuses a log that the lab could not have made. */
export function checked(lab: Lab, { commands, untilMs }: LabRequest): Replay {
  const replay = replayLab(lab, commands, untilMs);
  const { solved, goals, refused } = replay;
  if (refused) throw new Refusal('lab-not-solved', { solved, goals, refused });
  return replay;
}

/** How many commands the shortest known solution has: for whoever has solved the lab, and nothing else of it. */
export const shortestOf = ({ solutions }: Lab): number =>
  Math.min(...solutions.map(({ commands }) => commands.length));

/** What a learner is told of a run that misses a goal; `result` of the quiz that asks the lab, if one does. */
export const notSolved = ({ solved, goals }: Replay, result: AnswerResult | undefined): Refusal =>
  new Refusal('lab-not-solved', { solved, goals, ...(result && { result }) });

/** Runs of one learner in one lab that are kept whatever they end in: eight hours of a check a minute. */
export const mostRuns = 500;

/** Keeps a check with its verdict. The same log again is the same check. After `mostRuns` only a first solution is kept. */
export async function keepRun(
  learnerId: string,
  lesson: string,
  lab: string,
  { commands, untilMs }: LabRequest,
  { solved, goals }: Replay,
): Promise<void> {
  const log = { learnerId, lesson, lab, commands: JSON.stringify(commands), untilMs, engine: engineVersion };
  await database().$transaction(async (tx) => {
    const same = await tx.labRun.findFirst({ where: log, select: { id: true } });
    if (same) return;
    const before = await tx.labRun.findMany({ where: { learnerId, lesson, lab }, select: { solved: true } });
    const isFirstSolution = solved && !before.some((run) => run.solved);
    if (before.length >= mostRuns && !isFirstSolution) return;
    await tx.labRun.create({ data: { ...log, solved, goals: JSON.stringify(goals), createdAt: now() } });
  });
}
