import { describe, expect, it } from 'vitest';
import { type Graded, type Rated, ratingName, ratingNumbers, ratingOf } from '@/lib/review/rate';

const right: Graded = { kind: 'single', tryNumber: 1, correct: true, points: 1, hintsUsed: 0 };
const wrong: Graded = { ...right, correct: false, points: 0 };
const lab = { kind: 'lab' };

/** Every row of the map. */
const rows: readonly (readonly [string, Graded, Rated | undefined])[] = [
  ['wrong', wrong, { rating: 'again', reason: 'wrong' }],
  ['wrong with a hint', { ...wrong, hintsUsed: 2 }, { rating: 'again', reason: 'wrong' }],
  ['wrong at a later try', { ...wrong, tryNumber: 3 }, { rating: 'again', reason: 'wrong' }],
  ['half right', { ...wrong, points: 0.5 }, { rating: 'again', reason: 'wrong' }],
  ['less than three quarters right', { ...wrong, points: 0.7499 }, { rating: 'again', reason: 'wrong' }],
  ['three quarters right', { ...wrong, points: 0.75 }, { rating: 'hard', reason: 'almostRight' }],
  ['nearly all right', { ...wrong, points: 0.875 }, { rating: 'hard', reason: 'almostRight' }],
  [
    'nearly all right with a hint',
    { ...wrong, points: 0.875, hintsUsed: 1 },
    { rating: 'hard', reason: 'almostRight' },
  ],
  ['right with a hint', { ...right, hintsUsed: 1 }, { rating: 'hard', reason: 'rightWithHint' }],
  [
    'right with a hint at the second try',
    { ...right, hintsUsed: 1, tryNumber: 2 },
    { rating: 'hard', reason: 'rightWithHint' },
  ],
  ['right at the second try', { ...right, tryNumber: 2 }, { rating: 'hard', reason: 'rightLater' }],
  ['right at the ninth try', { ...right, tryNumber: 9 }, { rating: 'hard', reason: 'rightLater' }],
  ['right', right, { rating: 'good', reason: 'right' }],
  ['a lab that is not solved', { ...wrong, ...lab }, undefined],
  ['a lab with most of its goals', { ...wrong, ...lab, points: 0.9 }, undefined],
  ['a lab that is not solved later', { ...wrong, ...lab, tryNumber: 4 }, undefined],
  ['a lab solved at the first check', { ...right, ...lab }, { rating: 'good', reason: 'right' }],
  [
    'a lab solved at a later check',
    { ...right, ...lab, tryNumber: 4 },
    { rating: 'hard', reason: 'rightLater' },
  ],
  [
    'a lab solved with a hint',
    { ...right, ...lab, hintsUsed: 1 },
    { rating: 'hard', reason: 'rightWithHint' },
  ],
];

describe('the rating map', () => {
  it.each(rows)('%s', (_, graded, expected) => {
    expect(ratingOf(graded)).toEqual(expected);
  });

  it('never gives easy', () => {
    expect(rows.map(([, graded]) => ratingOf(graded)?.rating)).not.toContain('easy');
  });

  it('counts as FSRS does, from again 1 to easy 4, and knows no other', () => {
    for (const [name, number] of Object.entries(ratingNumbers)) expect(ratingName(number)).toBe(name);
    for (const number of [0, 5, 1.5]) expect(() => ratingName(number)).toThrow('is no rating');
  });
});
