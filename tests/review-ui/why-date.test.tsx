// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { difficultyLevel, memoryLevel, WhyDate } from '@/app/_ui/review/why-date';
import { reviewWords } from '@/app/_ui/review/words';
import type { ReviewedConcept } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import { rated, reviewed, today } from './concepts';

beforeEach(() => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
});

const why = (concept: ReviewedConcept, locale: Locale = 'en') =>
  render(<WhyDate {...{ concept, today, locale }} words={reviewWords[locale].why} />).container;

/** What stands under a term. */
const said = (term: string) => screen.getByText(term, { selector: 'dt' }).nextElementSibling?.textContent;

it('A date says which answer made it, by which rule, and at which chance the concept comes back', () => {
  why(reviewed('x', 3));
  expect(said('The rule')).toBe(
    'Fri 13 Nov: right, without a hint. That counts as “Good”, and the concept comes back after 11 days, when the chance that you still know it has fallen to about 90%.',
  );
});

it('What was not right comes back after its days, whatever the chance', () => {
  why(reviewed('x', 1, { ratings: [rated('2026-11-25', 'again', 'wrong', 1)] }));
  expect(said('The rule')).toBe(
    'Wed 25 Nov: not right. That counts as “Again”, and what was not known comes back after 1 day.',
  );
});

it('Chance, stability, difficulty and lapses stand in words and numbers', () => {
  why(reviewed('x', 3, { lapses: 2 }));
  expect(said('Chance that you still know it today')).toBe('87%');
  expect(said('How long it holds')).toBe('days: after 9.4 days without a question the chance is 90%');
  expect(said('How hard it is for you')).toBe('of medium difficulty: 5.3 on a scale from 1 to 10');
  expect(said('How often it counted')).toBe('on 2 days, forgotten 2 times after it was known');
});

it('On the day of an answer no chance is told, for the answer was read', () => {
  why(reviewed('x', 1, { retrievability: 1, ratings: [rated(today, 'again', 'wrong', 1)] }));
  expect(said('Chance that you still know it today')).toBe(reviewWords.en.why.chanceLater);
});

it('Every day that counted is a row with its answer, its rating and its interval', () => {
  why(reviewed('x', 3));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Day', 'Answer', 'Counts as', 'To come back after'],
    ['Fri 13 Nov', 'right, without a hint', 'Good', '11 days'],
    ['Wed 11 Nov', 'right, with a hint', 'Hard', '2 days'],
  ]);
});

it('A concept without a counted answer says so and shows no table', () => {
  why(reviewed('x', 3, { ratings: [] }));
  expect(said('The rule')).toBe(reviewWords.en.why.noRating);
  expect(screen.queryByRole('table')).toBeNull();
});

it('The same is said in Chinese', () => {
  const text = why(reviewed('x', 3), 'zh').textContent;
  expect(text).toContain('11月13日周五：没看提示就答对，记为“良好”。11 天之后再问');
  expect(text).not.toMatch(/\{|undefined/);
});

it.each([
  [0.5, 'short'],
  [13.9, 'short'],
  [14, 'weeks'],
  [60, 'months'],
] as const)('A stability of %f days is called %s', (days, level) => expect(memoryLevel(days)).toBe(level));

it.each([
  [1, 'low'],
  [3.9, 'low'],
  [4, 'medium'],
  [7, 'high'],
  [10, 'high'],
] as const)('A difficulty of %f is called %s', (value, level) => expect(difficultyLevel(value)).toBe(level));
