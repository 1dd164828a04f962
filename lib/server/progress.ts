import 'server-only';
import { z } from 'zod';
import { getLabs } from '@/lib/course/labs';
import { getLesson } from '@/lib/course/lessons';
import { outlineOf } from '@/lib/course/quiz';
import { type Standing, stateOf } from '@/lib/quiz/present';
import type { ItemState, LessonProgress, Progress } from '@/lib/quiz/public';
import type { standingOf } from './attempts';
import { database, isDuplicate } from './db';
import { Refusal } from './refusal';

export const sectionRequest = z.strictObject({
  lesson: z.string().min(1).max(100),
  section: z.string().min(1).max(100),
});

/** What a learner has done, counted from the rows. Lessons, sections, items and labs that the course no longer has are left out. */
export async function progressOf(learner: string | undefined): Promise<Progress> {
  if (learner === undefined) return { lessons: {} };
  const db = database();
  const [sections, attempts, labs] = await Promise.all([
    db.sectionRead.findMany({ where: { learnerId: learner } }),
    db.attempt.findMany({
      where: { learnerId: learner },
      orderBy: { number: 'asc' },
      include: { answers: { orderBy: { tryNumber: 'asc' } } },
    }),
    db.labRun.findMany({
      where: { learnerId: learner, solved: true },
      select: { lesson: true, lab: true },
      distinct: ['lesson', 'lab'],
    }),
  ]);
  const slugs = new Set([...sections, ...attempts, ...labs].map((row) => row.lesson));
  const lessons: Record<string, LessonProgress> = {};
  for (const slug of slugs) {
    const lesson = getLesson(slug);
    if (!lesson) continue;
    const read = new Set(sections.filter((row) => row.lesson === slug).map((row) => row.section));
    const solved = new Set(labs.filter((row) => row.lesson === slug).map((row) => row.lab));
    const progress = {
      sections: lesson.sections.filter((section) => read.has(section)),
      items: itemStates(
        slug,
        attempts.filter((attempt) => attempt.lesson === slug).flatMap((attempt) => attempt.answers),
      ),
      labs: (getLabs(slug)?.labs ?? []).map((lab) => lab.id).filter((lab) => solved.has(lab)),
    };
    const hasAny = progress.sections.length + progress.labs.length + Object.keys(progress.items).length > 0;
    if (hasAny) lessons[slug] = progress;
  }
  return { lessons };
}

/** What an item counts as over all attempts, first answer first: once right it stays so, and how soon is counted from the first. */
function standingOverAll(answers: Parameters<typeof standingOf>[0], item: string): Standing {
  const own = answers.filter((answer) => answer.item === item);
  const right = own.findIndex((answer) => answer.correct);
  return { tries: right < 0 ? own.length : right + 1, solved: right >= 0 };
}

/** Of the items that were answered. */
function itemStates(lesson: string, answers: Parameters<typeof standingOf>[0]): Record<string, ItemState> {
  const states: Record<string, ItemState> = {};
  for (const { id } of outlineOf(lesson)) {
    const state = stateOf(standingOverAll(answers, id));
    if (state !== 'new') states[id] = state;
  }
  return states;
}

/** Throws the refusal if the course has no such section. */
export function checkSection({ lesson, section }: z.infer<typeof sectionRequest>): void {
  const found = getLesson(lesson);
  if (!found) throw new Refusal('unknown-lesson');
  if (!found.sections.includes(section)) throw new Refusal('unknown-section');
}

/** Once is enough: again changes nothing. */
export async function markRead(
  learner: string,
  { lesson, section }: z.infer<typeof sectionRequest>,
): Promise<void> {
  try {
    await database().sectionRead.create({ data: { learnerId: learner, lesson, section } });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
