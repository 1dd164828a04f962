import { describe, expect, it } from 'vitest';
import type { OrderItem } from '@/lib/quiz/item';
import { answerResult, publicItem, stateOf, tryNumberOf } from '@/lib/quiz/present';
import { multiple, order, single } from './items';

const fresh = { tries: 0, solved: false };

describe('the public view of an item', () => {
  const steps: OrderItem = {
    ...order('steps', 'ABC', ['A<B']),
    steps: order('steps', 'ABC', []).steps.map((step) => ({ ...step, glyph: 'gone' as const })),
  };

  it('of a choice has its words in the order of the places, and nothing else', () => {
    expect(publicItem(single('one', 3, 0), [2, 0, 1], fresh, 'en')).toEqual({
      id: 'one',
      kind: 'single',
      question: 'question-one',
      options: [{ text: 'one-c' }, { text: 'one-a' }, { text: 'one-b' }],
      hintCount: 1,
      state: 'new',
      tryNumber: 1,
    });
  });

  it('of a step has its glyph but not its id, which would tell the order', () => {
    const view = publicItem(steps, [2, 0, 1], fresh, 'zh');
    expect(view.options).toEqual(['C', 'A', 'B'].map((id) => ({ text: `steps-${id} 中文`, glyph: 'gone' })));
    expect(JSON.stringify(view)).not.toMatch(/before|"id":"[ABC]"/);
  });

  it('never holds the key, a reason, a hint or the explanation', () => {
    for (const item of [single('one', 3, 0), multiple('many', 4, [0, 1]), steps]) {
      const json = JSON.stringify(publicItem(item, [0, 1, 2], { tries: 3, solved: false }, 'en'));
      expect(json).not.toMatch(/correct|because|explanation|hint-|"right"/);
    }
  });
});

describe('the state of an item', () => {
  it.each([
    [{ tries: 0, solved: false }, 'new', 1],
    [{ tries: 1, solved: false }, 'wrong', 2],
    [{ tries: 1, solved: true }, 'firstTry', 1],
    [{ tries: 3, solved: false }, 'wrong', 4],
    [{ tries: 3, solved: true }, 'later', 3],
  ])('after %j is %s, with try %d', (standing, state, tryNumber) => {
    expect(stateOf(standing)).toBe(state);
    expect(tryNumberOf(standing)).toBe(tryNumber);
  });
});

describe('the result of an answer', () => {
  it('gives every choice its reason, by place', () => {
    const answer = {
      places: [0],
      shown: [2, 0, 1],
      correct: false,
      points: 0,
      standing: { tries: 1, solved: false },
    };
    expect(answerResult(single('one', 3, 0), answer, 'en')).toEqual({
      item: 'one',
      correct: false,
      points: 0,
      options: [
        { chosen: true, right: false, because: 'because-one-c' },
        { chosen: false, right: true, because: 'because-one-a' },
        { chosen: false, right: false, because: 'because-one-b' },
      ],
      explanation: 'explanation-one',
      state: 'wrong',
    });
  });

  it('of an order item says which steps were turned round and one right order', () => {
    const item = order('steps', 'ABCD', ['A<B', 'B<C']);
    // Places 0 to 3 show D, C, B, A; the answer is C D A B.
    const answer = {
      places: [1, 0, 3, 2],
      shown: [3, 2, 1, 0],
      correct: false,
      points: 0,
      standing: { tries: 1, solved: false },
    };
    expect(answerResult(item, answer, 'en').options).toEqual([
      { chosen: true, right: true, placeInOrder: 0 },
      { chosen: true, right: false, placeInOrder: 3 },
      { chosen: true, right: false, placeInOrder: 2 },
      { chosen: true, right: false, placeInOrder: 1 },
    ]);
  });

  it('of a legal order that differs from the written one keeps that order', () => {
    const item = order('steps', 'ABC', ['A<B']);
    const answer = {
      places: [0, 1, 2],
      shown: [2, 0, 1],
      correct: true,
      points: 1,
      standing: { tries: 1, solved: true },
    };
    expect(
      answerResult(item, answer, 'en').options.map((option) => [option.right, option.placeInOrder]),
    ).toEqual([
      [true, 0],
      [true, 1],
      [true, 2],
    ]);
  });
});
