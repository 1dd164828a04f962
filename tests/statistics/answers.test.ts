import { describe, expect, it } from 'vitest';
import { type ChoiceTry, choiceStatistics } from '@/lib/statistics/distractors';
import { type FirstTry, knowledgeOf } from '@/lib/statistics/knowledge';
import { orderStatistics } from '@/lib/statistics/ordering';

/** `n` learners who chose one choice, right where it is choice 0, with so much in the rest. */
const chose = (choice: number, rest: number, n = 1): ChoiceTry[] =>
  Array.from({ length: n }, () => {
    const points = choice === 0 ? 1 : 0;
    return { chosen: [choice], points, total: rest + points };
  });

describe('A table of choices', () => {
  it('says of each choice who took it: share, mean total, and share of each third', () => {
    const tries = [...chose(1, 0, 2), ...chose(2, 1), ...chose(0, 1), ...chose(0, 3), ...chose(0, 4)];
    const [key, first, second, third] = choiceStatistics(tries, 4, [0]);
    expect(key).toMatchObject({
      isRight: true,
      n: 3,
      share: 50,
      thirds: { lower: 0, middle: 50, upper: 100 },
    });
    expect(key?.meanTotal).toBeCloseTo((2 + 4 + 5) / 3, 12);
    expect(first).toMatchObject({ n: 2, meanTotal: 0, thirds: { lower: 100, middle: 0, upper: 0 } });
    expect(second).toMatchObject({ n: 1, meanTotal: 1, thirds: { lower: 0, middle: 50, upper: 0 } });
    expect(third).toMatchObject({ n: 0, share: 0, meanTotal: null, optionRest: null });
  });

  it('has as many learners in each third where all earned something else', () => {
    const tries = [0, 1, 2, 3, 4, 5].map((rest) => ({ chosen: [rest], points: 0, total: rest }));
    const thirds = choiceStatistics(tries, 6, []).map((row) => Object.values(row.thirds));
    const [lower, middle, upper] = [
      [50, 0, 0],
      [0, 50, 0],
      [0, 0, 50],
    ];
    expect(thirds).toEqual([lower, lower, middle, middle, upper, upper]);
  });

  it('correlates with the rest: what was earned in the item itself is not counted', () => {
    const tries = [...chose(0, 1, 5), ...chose(1, 1, 5)];
    expect(choiceStatistics(tries, 2, [0]).map(({ optionRest }) => optionRest)).toEqual([null, null]);
    const better = choiceStatistics([...chose(0, 2), ...chose(1, 0), ...chose(1, 1)], 2, [0]);
    expect(better[0]?.optionRest).toBeCloseTo(Math.sqrt(3) / 2, 12);
    expect(better[1]?.optionRest).toBeCloseTo(-Math.sqrt(3) / 2, 12);
  });

  it('keeps learners who earned the same in one third', () => {
    const [key] = choiceStatistics([...chose(0, 1, 3), ...chose(1, 1, 3)], 2, [0]);
    expect(key?.thirds).toEqual({ lower: null, middle: 50, upper: null });
  });

  it('counts a learner who chose several with each of them', () => {
    const tries = [{ chosen: [0, 1], points: 1, total: 2 }];
    expect(choiceStatistics(tries, 2, [0]).map(({ share }) => share)).toEqual([100, 100]);
  });

  it('of nobody has counts of 0 and nothing else', () => {
    expect(choiceStatistics([], 1, [0])).toEqual([
      {
        choice: 0,
        isRight: true,
        n: 0,
        share: null,
        meanTotal: null,
        optionRest: null,
        thirds: { lower: null, middle: null, upper: null },
        flags: [],
      },
    ]);
  });

  it('throws for a choice that there is not', () => {
    expect(() => choiceStatistics(chose(3, 0), 3, [0])).toThrow('there is no choice 3 of 3');
  });

  const mixed = (n: number) => [...chose(0, 2, n / 2), ...chose(1, 2, n / 2)];
  it.each([
    ['notWorking', 2, mixed(40), true],
    ['notWorking', 2, mixed(38), false],
    ['notWorking', 2, [...mixed(38), ...chose(2, 2, 2)], false],
    ['classWide', 1, [...chose(0, 2, 2), ...chose(1, 2, 3)], true],
    ['classWide', 1, [...chose(0, 2, 2), ...chose(1, 2, 2)], false],
    ['classWide', 1, [...chose(0, 2, 1), ...chose(1, 2, 3)], false],
    ['classWide', 0, [...chose(0, 2, 9), ...chose(1, 2, 1)], false],
    ['strongPickIt', 1, [...chose(0, 0, 15), ...chose(1, 5, 15)], true],
    ['strongPickIt', 1, [...chose(0, 0, 14), ...chose(1, 5, 14)], false],
    ['strongPickIt', 1, [...mixed(28), ...chose(0, 1), ...chose(1, 3)], false],
    ['strongPickIt', 0, [...chose(0, 5, 15), ...chose(1, 0, 15)], false],
    ['weakPickKey', 0, [...chose(0, 0, 15), ...chose(1, 5, 15)], true],
    ['weakPickKey', 0, [...chose(0, 5, 15), ...chose(1, 0, 15)], false],
  ] as const)('has the flag %s at choice %i: case %#', (flag, choice, tries, isSet) => {
    expect(choiceStatistics(tries, 3, [0])[choice]?.flags.includes(flag)).toBe(isSet);
  });
});

describe('Orders', () => {
  const answers = [
    [0, 1, 2, 3],
    [0, 2, 1, 3],
    [0, 2, 1, 3],
    [1, 0, 2, 3],
  ];

  it('make a matrix of steps and places', () => {
    expect(orderStatistics(answers, 4).matrix).toEqual([
      [3, 1, 0, 0],
      [1, 1, 2, 0],
      [0, 2, 2, 0],
      [0, 0, 0, 4],
    ]);
  });

  it('name the pair that most had the wrong way round', () => {
    expect(orderStatistics(answers, 4).mostInverted).toEqual({ before: 1, after: 2, n: 2, share: 50 });
  });

  it('ask only pairs whose order counts', () => {
    const { mostInverted } = orderStatistics(answers, 4, [
      [0, 1],
      [0, 3],
    ]);
    expect(mostInverted).toEqual({ before: 0, after: 1, n: 1, share: 25 });
  });

  it('name the pair that comes first in the key when several were inverted equally often', () => {
    expect(orderStatistics([[2, 1, 0]], 3).mostInverted).toMatchObject({ before: 0, after: 1 });
  });

  it('name none when everybody was right, or nobody answered', () => {
    expect(orderStatistics([[0, 1]], 2).mostInverted).toBeNull();
    expect(orderStatistics([], 2)).toEqual({
      n: 0,
      matrix: [
        [0, 0],
        [0, 0],
      ],
      mostInverted: null,
    });
  });

  it.each([[[0, 0, 1]], [[0, 1]], [[0, 1, 3]], [[0, 1, 2.5]]])('refuse %j as an order of three', (answer) => {
    expect(() => orderStatistics([answer], 3)).toThrow('is no order of 3 steps');
  });
});

const dayMs = 86_400_000;
/** `a1+` on day 1 variant a, right; `-` wrong; `?` right with a hint. */
const firstTry = (text: string, i: number): FirstTry => ({
  id: `${i}`,
  variant: text[0] ?? '',
  atMs: Number(text[1]) * dayMs + i,
  day: `day ${text[1]}`,
  isRight: text[2] !== '-',
  isAided: text[2] === '?',
});
const known = (tries: string, retrievability?: number) =>
  knowledgeOf(tries.split(' ').filter(Boolean).map(firstTry), retrievability);

describe('What a learner knows', () => {
  it.each([
    ['', 'new', 'nothing was tried'],
    ['a1-', 'tried', 'the only try was wrong'],
    ['a1?', 'tried', 'a right try with a hint does not count'],
    ['a1+', 'ok', 'the last try was right'],
    ['a1- b1- c1+', 'ok', 'only the last try decides'],
    ['a1+ b1+ c1+', 'ok', 'three right on one day'],
    ['a1+ a2+ a3+', 'ok', 'three right in one variant'],
    ['a1+ b2+', 'ok', 'two right'],
    ['a1+ b1+ a2+', 'solid', 'three right on two days in two variants'],
    ['a1- b1+ c1+ d2- e2+', 'solid', 'three of five right'],
    ['a1+ b1+ a2+ c2-', 'tried', 'a miss at the end'],
    ['a1+ b1+ c1- d1- e1- f2- g2+', 'ok', 'right tries that lie more than five back are forgotten'],
    ['a1- a1+', 'tried', 'the same variant again on the same day is no first try'],
    ['a1- a2+', 'ok', 'the same variant on another day is one'],
  ])('after %j is %s: %s', (tries, state) => {
    expect(known(tries).state).toBe(state);
  });

  it.each([
    ['a1+', 0.79, 'fading'],
    ['a1+', 0.8, 'ok'],
    ['a1+ b1+ a2+', 0.5, 'fading'],
    ['a1-', 0.1, 'tried'],
    ['', 0.1, 'new'],
  ])('after %j with a chance of %d to remember is %s', (tries, retrievability, state) => {
    expect(known(tries, retrievability).state).toBe(state);
  });

  it('says which rules were asked, with what they have and need and which tries count', () => {
    expect(known('a1+ b1+ c1+').because).toEqual([
      { rule: 'wasTried', holds: true, has: 3, needs: 1, tries: ['2', '1', '0'] },
      { rule: 'lastIsRight', holds: true, has: 1, needs: 1, tries: ['2'] },
      { rule: 'isRightOften', holds: true, has: 3, needs: 3, tries: ['2', '1', '0'] },
      { rule: 'isRightOnDays', holds: false, has: 1, needs: 2, tries: ['2', '1', '0'] },
    ]);
    expect(known('a1+', 0.5).because.at(-1)).toEqual({
      rule: 'isRemembered',
      holds: false,
      has: 0.5,
      needs: 0.8,
      tries: ['0'],
    });
  });
});
