import { afterEach, describe, expect, it, vi } from 'vitest';
import { chanceOf } from '@/lib/quiz/chance';
import { daysBetween } from '@/lib/review/day';
import { dayOf, now } from '@/lib/server/clock';
import { reviewItems, reviewState } from '@/lib/server/review';
import { canBeReviewed } from '@/lib/server/review-pool';
import { answered, putLearner } from './answering';
import { getConcepts } from './review-course';
import { freshSite } from './site';

vi.mock('@/lib/course/quiz', () => import('./review-course'));
vi.mock('@/lib/course/generators', () => import('./review-course'));
vi.mock('@/lib/course/lessons', () => import('./review-course'));
vi.mock('@/lib/course/concepts', () => import('./review-course'));

freshSite();

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS = 365;
/** Ahead of UTC, so that the reader's day begins before the server's. */
const OFFSET_MIN = 8 * 60;

afterEach(() => {
  delete process.env.PODIUM_CLOCK_SHIFT_MS;
});

describe('a reader who comes every day for a year', () => {
  it('is asked each concept when it is due and never twice a day, less and less, with dates up to 180 days away', async () => {
    const learner = await putLearner('ann');
    const knows = chanceOf('a year');
    const asked: number[] = [];
    const answerOn = (concept: string, ref: string, lesson: string) =>
      answered(learner, {
        ...{ concept, lesson, item: ref, correct: knows() < 0.9 },
        at: now().toISOString().slice(0, 16),
        day: dayOf(now(), OFFSET_MIN),
      });
    const concepts = getConcepts()
      .filter(({ id }) => canBeReviewed(id))
      .slice(0, 6);
    for (let at = 0; at < DAYS; at += 1) {
      process.env.PODIUM_CLOCK_SHIFT_MS = String(at * DAY_MS);
      const today = dayOf(now(), OFFSET_MIN);
      const learned = concepts[at];
      if (learned) await answerOn(learned.id, 'first', 'sets');
      const items = await reviewItems(learner, today);
      asked.push(items.length);
      expect(new Set(items.map(({ concept }) => concept)).size).toBe(items.length);
      for (const { ref, concept } of items) {
        const { dueDay = '' } = await answerOn(concept, ref, 'review');
        expect(daysBetween(today, dueDay)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(today, dueDay)).toBeLessThanOrEqual(180);
      }
      if (items.length > 0) expect(await reviewItems(learner, today)).toEqual([]);
    }
    const { due, later } = await reviewState(learner, dayOf(now(), OFFSET_MIN), 'en');
    expect(due).toEqual([]);
    expect(later.map(({ concept }) => concept).sort()).toEqual(concepts.map(({ id }) => id).sort());
    const half = (from: number, to: number) => asked.slice(from, to).reduce((sum, one) => sum + one, 0);
    expect(half(0, DAYS / 2)).toBeGreaterThan(half(DAYS / 2, DAYS));
    expect(half(0, DAYS)).toBeLessThan(concepts.length * 12);
  }, 60_000);
});
