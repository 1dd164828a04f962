import 'server-only';
import { outlineOf } from '@/lib/course/quiz';
import type { FirstTry } from '@/lib/statistics/knowledge';
import { dayOf } from './clock';
import { database } from './db';
import { countsAsTry, firstTryOf } from './knowledge';
import type { classToRead } from './rights';

export type Place = Awaited<ReturnType<typeof classToRead>>['enrollments'][number];

export const learnersOf = (places: readonly Place[]) => places.filter(({ role }) => role === 'learner');
export const idsOf = (places: readonly Place[]) => ({ in: places.map(({ learnerId }) => learnerId) });

/** What a learner has done that says what they know. Every number of a grid is counted from these. */
export interface Evidence {
  /** By concept, the first tries of all attempts. */
  readonly tries: Map<string, FirstTry[]>;
  /** `lesson/section`, and `lesson/lab` of labs that were checked and that were solved, each once. */
  readonly sections: Set<string>;
  readonly labsChecked: Set<string>;
  readonly labsSolved: Set<string>;
  /** Misconceptions that a first try showed. */
  readonly believes: Set<string>;
  /** First tries of which the learner was sure, and the wrong ones of them. */
  sure: number;
  sureWrong: number;
  /** When they last did anything or came by. */
  lastAt: Date | null;
}

const nothing = (): Evidence => ({
  tries: new Map(),
  sections: new Set(),
  labsChecked: new Set(),
  labsSolved: new Set(),
  believes: new Set(),
  sure: 0,
  sureWrong: 0,
  lastAt: null,
});

/** By learner; one who did nothing has what nothing is. `utcOffsetMinutes`: for answers that were kept without the learner's own date. */
export async function evidenceOf(
  places: readonly Place[],
  utcOffsetMinutes: number,
): Promise<ReadonlyMap<string, Evidence>> {
  const all = new Map(places.map(({ learnerId }) => [learnerId, nothing()]));
  const { answers, sections, runs, learners } = await rowsOf(places);
  const seen = (learner: string, at: Date | null): Evidence => {
    const own = all.get(learner) ?? nothing();
    if (at && (!own.lastAt || at > own.lastAt)) own.lastAt = at;
    return own;
  };
  for (const { id, lastSeenAt } of learners) seen(id, lastSeenAt);
  for (const answer of answers) {
    const own = seen(answer.attempt.learnerId, answer.createdAt);
    if (!countsAsTry(answer)) continue;
    noteSure(own, answer);
    for (const belief of JSON.parse(answer.misconceptions ?? '[]')) own.believes.add(String(belief));
    const concept = answer.concept ?? conceptNow(answer.attempt.lesson, answer.item);
    if (concept === undefined) continue;
    const day = answer.day ?? dayOf(answer.createdAt, utcOffsetMinutes);
    const tries = own.tries.get(concept) ?? [];
    own.tries.set(concept, tries);
    tries.push(firstTryOf({ ...answer, day }));
  }
  for (const row of sections) seen(row.learnerId, row.createdAt).sections.add(`${row.lesson}/${row.section}`);
  for (const row of runs) {
    const own = seen(row.learnerId, row.createdAt);
    own.labsChecked.add(`${row.lesson}/${row.lab}`);
    if (row.solved) own.labsSolved.add(`${row.lesson}/${row.lab}`);
  }
  return all;
}

/** Of an answer, without what was answered: a class has many. */
const chosen = {
  ...{ id: true, item: true, variant: true, concept: true, createdAt: true, day: true },
  ...{ correct: true, sure: true, hintsUsed: true, misconceptions: true },
  attempt: { select: { learnerId: true, lesson: true } },
} as const;

async function rowsOf(places: readonly Place[]) {
  const db = database();
  const learnerId = idsOf(places);
  const [answers, sections, runs, learners] = await Promise.all([
    db.answer.findMany({
      where: { tryNumber: 1, attempt: { learnerId } },
      select: chosen,
    }),
    db.sectionRead.findMany({
      where: { learnerId },
      select: { learnerId: true, lesson: true, section: true, createdAt: true },
    }),
    db.labRun.findMany({
      where: { learnerId },
      select: { learnerId: true, lesson: true, lab: true, solved: true, createdAt: true },
    }),
    db.learner.findMany({ where: { id: learnerId }, select: { id: true, lastSeenAt: true } }),
  ]);
  return { answers, sections, runs, learners };
}

function noteSure(own: Evidence, { sure, correct }: { readonly sure: boolean; readonly correct: boolean }) {
  if (!sure) return;
  own.sure += 1;
  if (!correct) own.sureWrong += 1;
}

/** Of an answer that was kept before concepts were. */
const conceptNow = (lesson: string, item: string): string | undefined =>
  outlineOf(lesson).find(({ id }) => id === item)?.concept;
