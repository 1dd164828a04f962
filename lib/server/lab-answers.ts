import 'server-only';
import { createHash } from 'node:crypto';
import { entryOfRef, outlineOf } from '@/lib/course/quiz';
import type { Replay } from '@/lib/lab/replay';
import { refOfItem } from '@/lib/quiz/item-ref';
import type { AnswerResult } from '@/lib/quiz/public';
import { goalsMet } from '@/lib/quiz/score';
import type { Locale } from '@/lib/text';
import { answerRow, keepAnswer } from './answers';
import { type Asked, openAttempt, type StoredAnswer, standingOf, withEvidence } from './attempts';
import { database } from './db';
import { type LabRequest, mostRuns } from './lab-runs';
import { Refusal } from './refusal';
import { type DueDays, dueDaysOf, resultOf } from './stored-results';

/**
 * Keeps a check of a lab as an answer to the lab's item in the learner's open attempt of the lesson, which is begun if there is none; with
 * the goals that hold in the replay. One try for each different run: the same log again is the same submission. Once right there is no
 * further try, and after `mostRuns` only one that is right. Resolves with what is told of the answer that counts; undefined for a lab that
 * no quiz asks. Refuses (`learner-gone`) when the learner was moved or deleted meanwhile.
 */
export async function answerByLab(
  learner: string,
  lesson: string,
  lab: string,
  run: LabRequest,
  { goals }: Replay,
  locale: Locale,
): Promise<AnswerResult | undefined> {
  const id = outlineOf(lesson).find((one) => one.lab === lab)?.id;
  const item = id === undefined ? undefined : entryOfRef(refOfItem(lesson, id));
  if (item?.kind !== 'lab') return undefined;
  const asked: Asked = { id: item.id, entry: item };
  const open = await openAttempt(learner, lesson);
  const submission = submissionOf(lab, run);
  const response = goalsMet(item, goals);
  // The transaction holds the write lock from its beginning: of checks that come at once each sees those before it.
  const { attempt, answer, rated } = await database().$transaction(async (tx) => {
    const attempt = await tx.attempt.findUnique({ where: { id: open.id }, include: withEvidence });
    if (!attempt) throw new Refusal('learner-gone');
    const own = attempt.answers.filter((one) => one.item === item.id);
    const counts = own.find((one) => one.submission === submission) ?? own.find((one) => one.correct);
    const kept = (answer: StoredAnswer | undefined, rated?: DueDays) => ({ attempt, answer, rated });
    if (counts) return kept(counts);
    const tryNumber = standingOf(own, item.id).tries + 1;
    const sent = { tryNumber, response, sure: false, submission, utcOffsetMinutes: run.utcOffsetMinutes };
    const row = answerRow(attempt, asked, { item, variant: null }, sent);
    if (own.length >= mostRuns && !row.correct) return kept(own.at(-1));
    return kept(row, await keepAnswer(tx, row, item));
  });
  if (!answer) return undefined;
  return resultOf(attempt, asked, answer, rated ?? (await dueDaysOf(attempt.learnerId)), locale);
}

/** The same log is the same submission. */
const submissionOf = (lab: string, { commands, untilMs }: LabRequest): string =>
  `lab-${createHash('sha256')
    .update(JSON.stringify([lab, commands, untilMs]))
    .digest('hex')
    .slice(0, 32)}`;
