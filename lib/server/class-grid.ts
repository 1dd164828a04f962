import 'server-only';
import { getLabs } from '@/lib/course/labs';
import { getLessons } from '@/lib/course/lessons';
import { getQuiz } from '@/lib/course/quiz';
import { type Answer, authored } from '@/lib/quiz/answer';
import { type FirstTry, type Knowledge, type KnowledgeState, knowledgeOf } from '@/lib/statistics/knowledge';
import { database } from './db';
import { itemHash } from './item-hash';
import { classToRead } from './rights';

/** What a learner knows of a concept, with the tries that it rests on. */
export interface ConceptCell extends Pick<KnowledgeState, 'because' | 'tries'> {
  readonly concept: string;
  readonly state: Knowledge;
}

/** A learner at a lesson. Lessons that a learner has not begun have no cell. */
export interface GridCell {
  readonly lesson: string;
  /** Sections of the lesson that were read, and labs of it that were solved. */
  readonly sections: number;
  readonly labs: number;
  /** The concepts that its quiz asks for, in its order. */
  readonly concepts: readonly ConceptCell[];
}

export interface GridRow {
  /** The place in the class. */
  readonly id: string;
  readonly nickname: string;
  readonly cells: readonly GridCell[];
}

export interface GridColumn {
  readonly lesson: string;
  readonly number: number;
  /** How many there are to be read, solved and known. */
  readonly sections: number;
  readonly labs: number;
  readonly concepts: readonly string[];
}

export interface ClassGrid {
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** The first try of a learner at an item, in whichever attempt it came first. */
export interface ItemFirstTry {
  readonly id: string;
  readonly nickname: string;
  readonly atMs: number;
  readonly correct: boolean;
  readonly points: number;
  readonly sure: boolean;
  /** Null: not noted. */
  readonly hintsUsed: number | null;
  /** In the author's numbers, which no browser may see: the page says it in words. Null: the course has no such item any more. */
  readonly answer: Answer | null;
  /** The item was then what it is now; only so do the author's numbers mean the same. */
  readonly isOfThisVersion: boolean;
  readonly misconceptions: readonly string[];
}

type Place = Awaited<ReturnType<typeof classToRead>>['enrollments'][number];

const learnersOf = (places: readonly Place[]) => places.filter(({ role }) => role === 'learner');
const idsOf = (places: readonly Place[]) => ({ in: places.map(({ learnerId }) => learnerId) });

/**
 * Learners × written lessons, in their orders, counted from the answers: for each concept of a lesson what the learner knows of it, by the first
 * tries of all attempts. What a learner did before joining counts as well: it is what they know.
 */
export async function classGrid(viewer: string | undefined, classroom: string): Promise<ClassGrid> {
  const { name, enrollments } = await classToRead(viewer, classroom);
  const places = learnersOf(enrollments);
  const columns = gridColumns();
  const evidence = await evidenceOf(places);
  return {
    name,
    columns,
    rows: places.map(({ id, nickname, learnerId }) => {
      const own = evidence.get(learnerId);
      return { id, nickname, cells: own ? columns.flatMap((column) => cellOf(column, own)) : [] };
    }),
  };
}

function gridColumns(): GridColumn[] {
  return getLessons()
    .filter(({ written }) => written)
    .map(({ slug, number, sections }) => ({
      lesson: slug,
      number,
      sections: sections.length,
      labs: getLabs(slug)?.labs.length ?? 0,
      concepts: [...new Set(getQuiz(slug)?.items.map((item) => item.concept) ?? [])],
    }));
}

interface Evidence {
  /** By concept. */
  readonly tries: Map<string, FirstTry[]>;
  /** `lesson/section` and `lesson/lab`, each once. */
  readonly sections: Set<string>;
  readonly labs: Set<string>;
}

async function evidenceOf(places: readonly Place[]): Promise<ReadonlyMap<string, Evidence>> {
  const db = database();
  const learnerId = idsOf(places);
  const [answers, sections, runs] = await Promise.all([
    db.answer.findMany({
      where: { tryNumber: 1, attempt: { learnerId } },
      include: { attempt: { select: { learnerId: true, lesson: true } } },
    }),
    db.sectionRead.findMany({ where: { learnerId } }),
    db.labRun.findMany({ where: { learnerId, solved: true }, distinct: ['learnerId', 'lesson', 'lab'] }),
  ]);
  const all = new Map<string, Evidence>();
  const of = (learner: string): Evidence => {
    const known = all.get(learner) ?? { tries: new Map(), sections: new Set(), labs: new Set() };
    all.set(learner, known);
    return known;
  };
  for (const answer of answers) {
    const concept = answer.concept ?? conceptNow(answer.attempt.lesson, answer.item);
    if (concept === undefined) continue;
    const { tries } = of(answer.attempt.learnerId);
    tries.set(concept, [...(tries.get(concept) ?? []), firstTry(answer)]);
  }
  for (const row of sections) of(row.learnerId).sections.add(`${row.lesson}/${row.section}`);
  for (const row of runs) of(row.learnerId).labs.add(`${row.lesson}/${row.lab}`);
  return all;
}

/** Of an answer that was kept before concepts were. */
const conceptNow = (lesson: string, item: string): string | undefined =>
  getQuiz(lesson)?.items.find(({ id }) => id === item)?.concept;

interface TryRow {
  readonly id: number;
  readonly item: string;
  readonly variant: string | null;
  readonly createdAt: Date;
  readonly correct: boolean;
  readonly hintsUsed: number | null;
}

/** The day is the server's, in UTC, as long as a learner's own is not noted. */
export const firstTry = ({ id, item, variant, createdAt, correct, hintsUsed }: TryRow): FirstTry => ({
  id: String(id),
  variant: variant === null ? item : `${item}/${variant}`,
  atMs: Number(createdAt),
  day: createdAt.toISOString().slice(0, 10),
  isRight: correct,
  isAided: (hintsUsed ?? 0) > 0,
});

/** One cell, or none where the learner has not begun. */
function cellOf({ lesson, concepts }: GridColumn, { tries, sections, labs }: Evidence): readonly GridCell[] {
  const below = (places: Set<string>) => [...places].filter((one) => one.startsWith(`${lesson}/`)).length;
  const known = concepts.map((concept) => ({ concept, ...knowledgeOf(tries.get(concept) ?? []) }));
  const cell = { lesson, sections: below(sections), labs: below(labs), concepts: known };
  const isBegun = cell.sections + cell.labs > 0 || known.some(({ state }) => state !== 'new');
  return isBegun ? [cell] : [];
}

/** What each learner of the class answered first to one item of a lesson, by when they joined; who has not answered it is left out. */
export async function itemFirstTries(
  viewer: string | undefined,
  classroom: string,
  lesson: string,
  item: string,
): Promise<readonly ItemFirstTry[]> {
  const { enrollments } = await classToRead(viewer, classroom);
  const places = learnersOf(enrollments);
  const asked = getQuiz(lesson)?.items.find(({ id }) => id === item);
  const answers = await database().answer.findMany({
    where: { item, tryNumber: 1, attempt: { lesson, learnerId: idsOf(places) } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { attempt: { select: { learnerId: true } } },
  });
  return places.flatMap(({ id, nickname, learnerId }) => {
    const first = answers.find(({ attempt }) => attempt.learnerId === learnerId);
    if (!first) return [];
    const { correct, points, sure, hintsUsed, createdAt, shown, response, misconceptions } = first;
    return [
      {
        ...{ id, nickname, atMs: Number(createdAt), correct, points, sure, hintsUsed },
        answer: asked ? authored(asked, JSON.parse(shown), JSON.parse(response)) : null,
        isOfThisVersion: asked !== undefined && first.itemHash === itemHash(asked),
        misconceptions: JSON.parse(misconceptions ?? '[]'),
      },
    ];
  });
}
