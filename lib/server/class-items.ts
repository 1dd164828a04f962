import 'server-only';
import type { FirstTryView, ItemView, LessonItems } from '@/lib/class/public';
import { getLesson } from '@/lib/course/lessons';
import { getQuiz } from '@/lib/course/quiz';
import { type Answer, authored } from '@/lib/quiz/answer';
import { type Entry, isGenerated } from '@/lib/quiz/entry';
import { wilson } from '@/lib/statistics/intervals';
import type { Locale } from '@/lib/text';
import { idsOf, learnersOf, type Place } from './class-evidence';
import { conceptTitle } from './class-grid';
import { database } from './db';
import { answerBars, beliefBars, isSeveral, saidIn } from './item-bars';
import { Refusal } from './refusal';
import { classToRead } from './rights';
import { asksTheSame } from './stored-results';

/** The first try of a learner at an entry. `answer` is in the author's numbers; null where the question has changed since or was drawn. */
interface FirstTry extends Omit<FirstTryView, 'said'> {
  readonly answer: Answer | null;
  readonly isOfThisVersion: boolean;
  readonly misconceptions: readonly string[];
}

/**
 * What the learners of a class answered first to each item of a lesson, in whichever attempt it came first, in one language. Refuses
 * `unknown-lesson` for one without a quiz.
 */
export async function lessonItems(
  viewer: string | undefined,
  classroom: string,
  lesson: string,
  locale: Locale,
): Promise<LessonItems> {
  const { enrollments } = await classToRead(viewer, classroom);
  const [found, quiz] = [getLesson(lesson), getQuiz(lesson)];
  if (!found || !quiz) throw new Refusal('unknown-lesson');
  const places = learnersOf(enrollments);
  const rows = await answersOf(places, lesson);
  const items = quiz.items.map((item, at) =>
    itemView(item, at + 1, firstTries(item, lesson, places, rows), locale),
  );
  return { lesson, number: found.number, title: found.title[locale], items };
}

type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number];

/** First tries at anything of the lesson, in its own quiz or in an hour of review, the earliest first. */
const answersOf = (places: readonly Place[], lesson: string) =>
  database().answer.findMany({
    where: {
      tryNumber: 1,
      attempt: { learnerId: idsOf(places) },
      OR: [{ attempt: { lesson } }, { attempt: { lesson: 'review' }, item: { startsWith: `${lesson}/` } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { attempt: { select: { learnerId: true, lesson: true } } },
  });

/** One a learner, by when they joined; who has not answered is left out. */
function firstTries(
  entry: Entry,
  lesson: string,
  places: readonly Place[],
  rows: readonly AnswerRow[],
): readonly FirstTry[] {
  const own = rows.filter(
    ({ attempt, item }) => item === (attempt.lesson === lesson ? entry.id : `${lesson}/${entry.id}`),
  );
  return places.flatMap(({ id, nickname, learnerId }) => {
    const first = own.find(({ attempt }) => attempt.learnerId === learnerId);
    if (!first) return [];
    const { correct, points, sure, hintsUsed, createdAt } = first;
    const graded = { atMs: Number(createdAt), isRight: correct, points, sure, hintsUsed };
    const misconceptions: string[] = JSON.parse(first.misconceptions ?? '[]');
    return [{ learner: id, nickname, ...graded, misconceptions, ...answerOf(entry, first) }];
  });
}

/** An answer to an earlier form of the question that would be judged the same now is one to this. */
function answerOf(entry: Entry, row: AnswerRow): Pick<FirstTry, 'answer' | 'isOfThisVersion'> {
  if (isGenerated(entry)) return { answer: null, isOfThisVersion: true };
  const same = asksTheSame(entry, { entry }, row);
  const answer = same ? authored(entry, same.shown, same.response) : null;
  return { answer, isOfThisVersion: same !== undefined };
}

function itemView(entry: Entry, number: number, tries: readonly FirstTry[], locale: Locale): ItemView {
  const counted = tries.filter(({ isOfThisVersion }) => isOfThisVersion);
  const right = counted.filter(({ isRight }) => isRight).length;
  const sure = counted.filter((one) => one.sure);
  const drawn = isGenerated(entry);
  return {
    item: entry.id,
    number,
    question: drawn ? null : entry.question[locale],
    concept: conceptTitle(entry.concept, locale),
    n: counted.length,
    right,
    ...(wilson(right, counted.length) ?? { from: 0, to: 1 }),
    sure: sure.length,
    sureWrong: sure.filter(({ isRight }) => !isRight).length,
    earlier: tries.length - counted.length,
    isSeveral: !drawn && isSeveral(entry),
    bars: drawn
      ? beliefBars(counted, locale)
      : answerBars(
          entry,
          counted.flatMap(({ answer }) => (answer === null ? [] : [answer])),
          locale,
        ),
    tries: tries.map(({ answer, isOfThisVersion: _, misconceptions: __, ...one }) => ({
      ...one,
      said: drawn || answer === null ? null : saidIn(entry, answer, locale),
    })),
  };
}
