import 'server-only';
import { z } from 'zod';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import { getLabs } from '@/lib/course/labs';
import { getLesson } from '@/lib/course/lessons';
import { runLimits } from '@/lib/lab/limits';
import { canBePlayed } from '@/lib/lab/permits';
import { replayLab } from '@/lib/lab/replay';
import type { Lab } from '@/lib/lab/scenario';
import { database, isDuplicate } from './db';
import { Refusal } from './refusal';

/** What the model can take; whether this lab has a hand for it is asked by the replay. */
const command = z.custom<Command>((value) => canBePlayed(value));

const atMs = z.int().min(0).max(runLimits.ms);

export const labRequest = z.strictObject({
  commands: z.array(z.strictObject({ atMs, command })).max(runLimits.commands),
  untilMs: atMs,
});

/** A lab of a lesson, or the refusal that names which of the two is not there. */
export function labOf(lesson: string, lab: string): Lab {
  if (!getLesson(lesson)) throw new Refusal('unknown-lesson');
  const found = getLabs(lesson)?.labs.find((one) => one.id === lab);
  if (!found) throw new Refusal('unknown-lab');
  return found;
}

/** Throws the refusal with the state of every goal unless these commands solve the lab on the server's own cluster. */
export function checkSolved(lab: Lab, commands: readonly TimedCommand[], untilMs: number): void {
  const { solved, goals, refused } = replayLab(lab, commands, untilMs);
  if (!solved) throw new Refusal('lab-not-solved', { solved, goals, ...(refused ? { refused } : {}) });
}

/** How many commands the shortest known solution has: for whoever has solved the lab, and nothing else of it. */
export const shortestOf = ({ solutions }: Lab): number =>
  Math.min(...solutions.map(({ commands }) => commands.length));

/** The first run that solved a lab is kept. */
export async function keepSolved(
  learner: string,
  lesson: string,
  lab: string,
  { commands, untilMs }: z.infer<typeof labRequest>,
): Promise<void> {
  try {
    const data = { learnerId: learner, lesson, lab, commands: JSON.stringify(commands), untilMs };
    await database().labSolved.create({ data });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
