import { describe, expect, it } from 'vitest';
import { authored, type Response } from '@/lib/quiz/answer';
import type { Item, OrderItem } from '@/lib/quiz/item';
import { publicItem, stateOf, tryNumberOf } from '@/lib/quiz/present';
import { answerResult } from '@/lib/quiz/result';
import { score } from '@/lib/quiz/score';
import { placesOf } from '@/lib/quiz/shuffle';
import { hotspot, lab, match, multiple, numeric, order, service, single } from './items';

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
      response: [0],
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
      response: [1, 0, 3, 2],
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
      response: [0, 1, 2],
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

describe('the public view of the other kinds', () => {
  const nothing = /because|explanation|hint-|"right"|correct|misconception|points|accepts|"answer"|looks-at/;

  it('of a match item has choices and stems by place, both shuffled', () => {
    const item = match('pairs', 3, [0, 1]);
    const view = publicItem(item, [2, 0, 1, 4, 3], fresh, 'en');
    expect(view.options.map(({ text }) => text)).toEqual(['pairs-c', 'pairs-a', 'pairs-b']);
    expect(view.stems).toEqual(['pairs-stem-2', 'pairs-stem-1']);
  });

  it('of a numeric item has its unit and no number', () => {
    const item = numeric('number', 4711, {
      units: [{ name: 's', times: 1 }],
      wrong: [{ answer: 4712, because: { en: 'one more', zh: '多一个' }, misconception: 'one-more' }],
    });
    const view = publicItem(item, [], fresh, 'en');
    expect(view).toMatchObject({ options: [], unit: 's' });
    expect(JSON.stringify(view)).not.toMatch(/471[12]/);
  });

  it('of a yaml item has the source with its blanks and no text for them', () => {
    const view = publicItem(service('fill'), [], fresh, 'en');
    expect(view.source?.split('___')).toHaveLength(4);
    expect(JSON.stringify(view)).not.toMatch(/8080|selector|http|metadata\.name/);
  });

  it('of a hotspot has the lines of its regions and says whether one is asked for', () => {
    const view = publicItem(hotspot('spot', [0, 1]), [0, 1], fresh, 'en');
    expect(view).toMatchObject({
      source: 'line-1\nline-2',
      chooses: 'one',
      options: [
        { text: 'spot-a', lines: [1, 1] },
        { text: 'spot-b', lines: [2, 2] },
      ],
    });
    expect(publicItem(hotspot('two', [1, 1]), [0, 1], fresh, 'en').chooses).toBe('several');
  });

  it('of a lab item names the lab', () => {
    expect(publicItem(lab('goals', [1]), [], fresh, 'en')).toMatchObject({ lab: 'some-lab', options: [] });
  });

  it.each([
    match('pairs', 3, [0, 1]),
    numeric('number', 12),
    service('fill'),
    hotspot('spot', [0, 0.5, 1]),
    lab('goals', [1]),
    { ...single('next', 3, 1), kind: 'predict' as const },
  ])('of $kind never holds a key, a reason, a hint or the explanation', (item) => {
    const shown = placesOf(item, 'seed', 1);
    const json = JSON.stringify(publicItem(item, shown, { tries: 2, solved: false }, 'en'));
    expect(json).not.toMatch(nothing);
  });
});

describe('the result of an answer of the other kinds', () => {
  const of = (item: Item, response: Response, shown = placesOf(item, 'seed', 1)) => {
    const { correct, points } = score(item, authored(item, shown, response));
    const standing = { tries: 1, solved: correct };
    return answerResult(item, { response, shown, correct, points, standing }, 'en');
  };

  it('says for each stem by place which place was right', () => {
    // Places show choices c, a, b and stems 2 (b), 1 (a).
    const result = of(match('pairs', 3, [0, 1]), [2, 0], [2, 0, 1, 4, 3]);
    expect(result.points).toBe(0.5);
    expect(result.stems).toEqual([
      { right: true, answer: 2, because: 'because-stem-2' },
      { right: false, answer: 1, because: 'because-stem-1' },
    ]);
    expect(result.options.map(({ chosen, right }) => [chosen, right])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('says the number with its unit, and what is said of a known mistake', () => {
    const item = numeric('number', 12, {
      units: [{ name: 's', times: 1 }],
      wrong: [{ answer: 10, because: { en: 'rounded down', zh: '向下取整' } }],
    });
    expect(of(item, ['10']).texts).toEqual([{ right: false, answer: '12 s', because: 'rounded down' }]);
    expect(of(item, ['12']).texts).toEqual([{ right: true, answer: '12 s', because: 'because-number' }]);
  });

  it('says of each blank what is right there', () => {
    expect(of(service('fill'), ['web', 'labels', '"8080"']).texts).toEqual([
      { right: true, answer: 'web', because: 'because-name' },
      { right: false, answer: 'selector', because: 'because-field' },
      { right: false, answer: '8080', because: 'because-text' },
    ]);
  });

  it('tells a near region from a wrong one', () => {
    expect(of(hotspot('spot', [0, 0.5, 1]), [1]).options).toEqual([
      { chosen: false, right: false, because: 'because-spot-a' },
      { chosen: true, right: false, near: true, because: 'because-spot-b' },
      { chosen: false, right: true, because: 'because-spot-c' },
    ]);
  });

  it('says of each goal whether it was met', () => {
    expect(of(lab('goals', [1, 1]), [1]).goals).toEqual([
      { text: 'goals-goal-1', met: false },
      { text: 'goals-goal-2', met: true },
    ]);
  });

  it('keeps the explanation of a lab, which says how it is solved, until it is', () => {
    expect(of(lab('goals', [1, 1]), [1]).explanation).toBe('');
    expect(of(lab('goals', [1, 1]), [0, 1]).explanation).not.toBe('');
  });
});
