import { describe, expect, it } from 'vitest';
import { adviceOf, groupShare } from '@/lib/class/advice';
import { byNeed, isLow, type LearnerStanding, needsOf } from '@/lib/class/needs';
import type { GridCellView, Need } from '@/lib/class/public';

const calm: LearnerStanding = {
  ...{ daysSinceJoined: 20, daysSinceSeen: 1, hasBegun: true, isDone: false, wrongTwice: [], lessons: [] },
  ...{ sure: 0, sureWrong: 0, labsChecked: 0, labsSolved: 0 },
};

describe('who needs somebody', () => {
  it.each<[string, Partial<LearnerStanding>, readonly Need[]]>([
    ['nobody without a reason', {}, []],
    ['who was not here for seven days', { daysSinceSeen: 7 }, [{ kind: 'away', days: 7 }]],
    ['not who was here six days ago', { daysSinceSeen: 6 }, []],
    ['not who knows everything, however long ago', { daysSinceSeen: 90, isDone: true }, []],
    [
      'who joined three days ago and has not begun, and nothing else of them',
      { hasBegun: false, daysSinceJoined: 3, daysSinceSeen: 9 },
      [{ kind: 'notBegun', days: 3 }],
    ],
    ['not who joined two days ago', { hasBegun: false, daysSinceJoined: 2, daysSinceSeen: 2 }, []],
    [
      'who was twice wrong in two concepts',
      { wrongTwice: ['a', 'b'] },
      [{ kind: 'wrongTwice', concepts: ['a', 'b'] }],
    ],
    ['not in one', { wrongTwice: ['a'] }, []],
    [
      'who knows less than 40 % of three that were asked',
      { lessons: [{ number: 7, known: 1, asked: 3 }] },
      [{ kind: 'low', lesson: 7, known: 1, asked: 3 }],
    ],
    ['not of two that were asked', { lessons: [{ number: 7, known: 0, asked: 2 }] }, []],
    [
      'who is wrong half of the times that they are sure',
      { sure: 4, sureWrong: 2 },
      [{ kind: 'sureWrong', wrong: 2, sure: 4 }],
    ],
    ['not who was sure twice', { sure: 2, sureWrong: 2 }, []],
    ['who has checked two labs and solved none', { labsChecked: 2 }, [{ kind: 'labsUnsolved', labs: 2 }]],
    ['not who has solved one', { labsChecked: 5, labsSolved: 1 }, []],
  ])('%s', (_, change, needs) => expect(needsOf({ ...calm, ...change })).toEqual(needs));

  it('comes first by the weight of the reasons, then by how little is known; who is alike keeps the order', () => {
    const cell = (known: number, asked: number): GridCellView => ({
      ...{ state: 'asked', known, asked, sections: 0, labs: 0, concepts: [] },
    });
    const row = (id: string, needs: readonly Need[], cells: readonly GridCellView[]) => ({
      id,
      needs,
      cells,
    });
    const away: Need = { kind: 'away', days: 9 };
    const labs: Need = { kind: 'labsUnsolved', labs: 2 };
    const rows = [
      row('half', [], [cell(2, 4)]),
      row('not asked', [], [cell(0, 0)]),
      row('half too', [], [cell(1, 2)]),
      row('labs', [labs], [cell(0, 4)]),
      row('away', [away], [cell(4, 4)]),
      row('both', [away, labs], [cell(4, 4)]),
      row('low', [], [cell(1, 4)]),
    ];
    expect(byNeed(rows).map(({ id }) => id)).toEqual([
      ...['both', 'away', 'labs', 'low', 'half', 'half too', 'not asked'],
    ]);
  });

  it.each([
    [0, 0, false],
    [0, 1, true],
    [2, 5, false],
    [1, 3, true],
  ])('%i of %i known is low: %j', (known, asked, low) => expect(isLow(known, asked)).toBe(low));
});

describe('what to teach next', () => {
  const concept = (title: string, known: number, asked: number) => ({
    ...{ title, known, asked, lesson: 7, from: 0, to: 1 },
  });
  const named = (...concepts: ReturnType<typeof concept>[]) => {
    const advice = adviceOf(20, 20, concepts);
    return advice.kind === 'weakest' ? advice.concepts.map(({ title }) => title) : advice.kind;
  };

  it.each([
    [0, 0, 'nobody'],
    [5, 0, 'nothingYet'],
  ] as const)('of %i learners, %i of whom answered: %s', (learners, answered, kind) => {
    expect(adviceOf(learners, answered, []).kind).toBe(kind);
  });

  it('is not concluded from three learners', () => {
    expect(adviceOf(3, 3, [concept('a', 0, 3)])).toEqual({ kind: 'few', asked: 3 });
    expect(named(concept('a', 0, 3), concept('b', 2, 4))).toEqual(['b']);
  });

  it('is what the smallest share knows, and one more that is as weak', () => {
    expect(named(concept('a', 9, 10), concept('b', 2, 10), concept('c', 6, 10))).toEqual(['b']);
    expect(named(concept('a', 3, 10), concept('b', 2, 10), concept('c', 2, 10))).toEqual(['b', 'c']);
  });

  it('is nothing when most know everything', () => {
    expect(named(concept('a', 8, 10), concept('b', 9, 10))).toBe('allKnown');
  });

  it('names two only if both need it', () =>
    expect(named(concept('a', 8, 10), concept('b', 7, 10))).toEqual(['b']));
});

describe('a share of a group', () => {
  it('is a mean from four learners up, with how many there are', () => {
    expect(groupShare([1, 0, 1])).toEqual({ n: 3, share: null });
    expect(groupShare([1, 0, 1, 0.5])).toEqual({ n: 4, share: 0.625 });
  });
});
