import { describe, expect, it } from 'vitest';
import { chanceScore } from '@/lib/quiz/chance-score';
import type { MatchItem, OrderItem, SingleItem } from '@/lib/quiz/item';
import { goalsMet, score } from '@/lib/quiz/score';
import { hotspot, lab, match, numeric, order, service, single } from './items';

describe('a match item', () => {
  const item: MatchItem = {
    ...match('pairs', 4, [0, 1, 1]),
    stems: match('pairs', 4, [0, 1, 1]).stems.map((stem) => ({ ...stem, wrong: { d: 'takes-the-last' } })),
  };

  it.each([
    ['all right', [0, 1, 1], 1],
    ['one of three', [0, 2, -1], 1 / 3],
    ['none given', [-1, -1, 3], 0],
  ])('with %s earns its share of the stems', (_, answer, points) => {
    expect(score(item, answer).points).toBeCloseTo(points, 12);
  });

  it('names what leads to a wrong choice, once', () => {
    expect(score(item, [3, 3, 1]).misconceptions).toEqual(['takes-the-last']);
    expect(score(item, [2, 2, 1]).misconceptions).toEqual([]);
  });

  it('is worth to blind guessing one of its choices', () => {
    expect(chanceScore(item)).toBe(0.25);
  });
});

describe('a numeric item', () => {
  it.each([
    ['12', undefined, 1],
    ['12.0', undefined, 1],
    [' +12 ', undefined, 1],
    ['１２', undefined, 1],
    ['-12', undefined, 0],
    ['12.1', undefined, 0],
    ['13', { by: 'nominal', t: 1 }, 1],
    ['10.9', { by: 'nominal', t: 1 }, 0],
    ['13.2', { by: 'relative', t: 0.1 }, 1],
    ['13.3', { by: 'relative', t: 0.1 }, 0],
    ['24', { by: 'geometric', t: 1 }, 1],
    ['6', { by: 'geometric', t: 1 }, 1],
    ['5.9', { by: 'geometric', t: 1 }, 0],
    ['24.1', { by: 'geometric', t: 1 }, 0],
  ] as const)('with the answer 12 takes %s within %j for %d', (text, tolerance, points) => {
    expect(score(numeric('n', 12, tolerance && { tolerance }), [text]).points).toBe(points);
  });

  it('takes 0.1 + 0.2 for 0.3', () => {
    expect(score(numeric('n', 0.1 + 0.2), ['0.3']).correct).toBe(true);
  });

  const units = [
    { name: 's', times: 1 },
    { name: 'min', times: 60 },
  ];
  it.each([
    ['90', 1],
    ['90 s', 1],
    ['90s', 1],
    ['1.5 min', 1],
    ['90 min', 0],
    ['90 h', 0.75],
    ['91 h', 0],
  ])('in seconds or minutes takes %s for %d, with a quarter off for an unknown unit', (text, points) => {
    expect(score(numeric('n', 90, { units, unitPenalty: 0.25 }), [text]).points).toBe(points);
  });

  it('knows the number that a misconception leads to', () => {
    const wrong = [{ answer: 10, because: { en: 'x', zh: 'x' }, misconception: 'rounds-down' }];
    expect(score(numeric('n', 12, { wrong }), ['10']).misconceptions).toEqual(['rounds-down']);
    expect(score(numeric('n', 12, { wrong }), ['11']).misconceptions).toEqual([]);
  });
});

describe('a yaml item', () => {
  const item = service('fill');

  it.each([
    ['the key', ['web', 'selector', '8080'], 1],
    ['another quoting', ['"web"', "'selector'", '8080'], 1],
    ['a comment', ['web', 'selector', '8080 # there'], 1],
    ['a number in another writing', ['web', 'selector', '0x1F90'], 1],
    ['another accepted value', ['web', 'selector', 'http'], 1],
    ['a text where a number belongs', ['web', 'selector', '"8080"'], 0.75],
    ['a wrong name, which weighs double', ['shop', 'selector', '8080'], 0.5],
    ['an empty blank', ['web', 'selector', ''], 0.75],
    ['a wrong field', ['web', 'matchLabels', '8080'], 0.75],
    ['two wrong', ['shop', 'labels', '8080'], 0.25],
    ['nothing right', ['x', 'y', 'z'], 0],
  ])('with %s earns by its blanks', (_, texts, points) => {
    expect(score(item, texts)).toMatchObject({ points, correct: points === 1 });
  });

  it.each([
    ['adds a field', ['web', 'selector', '8080\n  type: NodePort']],
    ['closes its map and opens another', ['web, labels: {a: b}', 'selector', '8080']],
    ['sets what another blank asks', ['web', 'selector: {app: web}\n  labels', '8080']],
  ])('gives nothing for a blank that %s', (_, texts) => {
    expect(score(item, texts).points).toBeLessThan(1);
  });

  it('names the misconception of a wrong value, by its type', () => {
    expect(score(item, ['web', 'selector', "'8080'"]).misconceptions).toEqual(['port-as-text']);
    expect(score(item, ['web', 'selector', '8081']).misconceptions).toEqual([]);
  });

  it('reads words as kubectl does: yes is true', () => {
    const yes = {
      ...item,
      source: 'a: ___',
      blanks: [{ text: 'true', path: 'a', because: item.question }],
    };
    expect(score(yes, ['yes']).correct).toBe(true);
    expect(score(yes, ['"yes"']).correct).toBe(false);
  });
});

describe('a hotspot', () => {
  const item = hotspot('spot', [0, 0.5, 1, 0]);

  it.each([
    [[2], 1, []],
    [[1], 0.5, ['looks-at-b']],
    [[0], 0, ['looks-at-a']],
  ])('with one fault, at %j, earns what the region is worth', (answer, points, misconceptions) => {
    expect(score(item, answer)).toEqual({ points, correct: points === 1, misconceptions });
  });

  const two = hotspot('two', [1, 1, 0.5, 0, 0]);
  it.each([
    ['both', [0, 1], 1],
    ['one', [1], 0.5],
    ['one and the near one', [0, 2], 0.75],
    ['both and the near one', [0, 1, 2], 0.75],
    ['both and a wrong one', [0, 1, 3], 0.5],
    ['all', [0, 1, 2, 3, 4], 0],
    ['wrong ones', [3, 4], 0],
  ])('with two faults, given %s, weighs right against wrong', (_, answer, points) => {
    expect(score(two, answer)).toMatchObject({ points, correct: points === 1 });
  });

  it('is worth to blind guessing the mean of its regions', () => {
    expect(chanceScore(item)).toBe(0.375);
  });
});

describe('a lab item', () => {
  const item = lab('goals', [2, 1, 1]);

  it('is worth the goals that hold at the end of the replay', () => {
    const met = goalsMet(item, [
      { id: 'goal-1', state: 'holds' },
      { id: 'goal-2', state: 'failed' },
      { id: 'goal-3', state: 'open' },
    ]);
    expect(met).toEqual([0]);
    expect(score(item, met)).toEqual({ points: 0.5, correct: false, misconceptions: [] });
    expect(score(item, [0, 1, 2])).toMatchObject({ points: 1, correct: true });
    expect(score(item, [])).toMatchObject({ points: 0, correct: false });
  });
});

describe('misconceptions', () => {
  it('are those of the chosen wrong choices', () => {
    const item: SingleItem = {
      ...single('one', 3, 0),
      choices: single('one', 3, 0).choices.map((choice, at) =>
        at === 0 ? choice : { ...choice, misconception: `wrong-${at}` },
      ),
    };
    expect(score(item, [2]).misconceptions).toEqual(['wrong-2']);
    expect(score(item, [0]).misconceptions).toEqual([]);
  });

  it('of an order are those of the pairs that were turned round', () => {
    const item: OrderItem = {
      ...order('steps', 'ABC', ['A<B', 'B<C']),
      turned: [{ pair: ['C', 'A'], misconception: 'last-first' }],
    };
    expect(score(item, [2, 0, 1]).misconceptions).toEqual(['last-first']);
    expect(score(item, [1, 0, 2]).misconceptions).toEqual([]);
  });
});
