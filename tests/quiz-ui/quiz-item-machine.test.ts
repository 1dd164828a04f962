import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import {
  type ItemEvent,
  type ItemInput,
  type ItemSnapshot,
  markOf,
  quizItemMachine,
} from '@/app/_ui/quiz/quiz-item.machine';
import type { AnswerResult, PublicItem } from '@/lib/quiz/public';

const item: PublicItem = {
  id: 'one',
  kind: 'single',
  question: 'Which?',
  options: [{ text: 'a' }, { text: 'b' }, { text: 'c' }],
  hintCount: 2,
  state: 'new',
  tryNumber: 1,
};
const multiple: PublicItem = { ...item, kind: 'multiple' };
const order: PublicItem = { ...item, kind: 'order' };
const match: PublicItem = { ...item, kind: 'match', stems: ['x', 'y'] };
const written: PublicItem = { ...item, kind: 'yaml', options: [], source: 'a: ___\nb: ___' };
const hotspot: PublicItem = { ...item, kind: 'hotspot', chooses: 'one' };
const lab: PublicItem = { ...item, kind: 'lab', options: [], lab: 'one' };
const secondTry: PublicItem = { ...item, state: 'wrong', tryNumber: 2 };
const known: PublicItem = { ...item, state: 'later', tryNumber: 2 };

const result = (correct: boolean): AnswerResult => ({
  item: 'one',
  correct,
  points: correct ? 1 : 0,
  options: item.options.map((_, place) => ({ chosen: place === 0, right: place === (correct ? 0 : 1) })),
  explanation: 'Because.',
  state: correct ? 'firstTry' : 'wrong',
});

const choose: ItemEvent = { type: 'choose', place: 1 };
const answer: ItemEvent = { type: 'answer', submission: 's-1' };
const judged = (correct: boolean): ItemEvent => ({ type: 'judged', result: result(correct) });
const already = (correct: boolean): ItemEvent => ({ type: 'alreadyAnswered', result: result(correct) });
const events: readonly ItemEvent[] = [
  choose,
  { type: 'arrange', places: [2, 1, 0] },
  { type: 'pair', stem: 0, place: 1 },
  { type: 'write', field: 0, text: 'x' },
  { type: 'setSure', sure: true },
  { type: 'askHint' },
  { type: 'hintCame', text: 'Look.', left: 1 },
  { type: 'hintFailed' },
  answer,
  judged(true),
  judged(false),
  already(true),
  already(false),
  { type: 'refused', message: 'No.' },
  { type: 'unreachable', isStored: true },
  { type: 'retry' },
  { type: 'tryAgain' },
  { type: 'reopened', item: secondTry },
  { type: 'notReopened' },
];

/** The snapshot after `path` and the effects that its last event asked for. */
function walk(
  input: ItemInput,
  ...path: readonly ItemEvent[]
): { at: ItemSnapshot; effects: readonly string[] } {
  let [at] = initialTransition(quizItemMachine, input);
  let effects: readonly string[] = [];
  for (const event of path) {
    const [next, actions] = transition(quizItemMachine, at, event);
    at = next;
    effects = actions.map(({ type }) => type);
  }
  return { at, effects };
}

const given = { submission: 's-0', places: [2], sure: true };
const ends = ['forgetAnswer', 'tellProgress'];

describe('where an item arrives', () => {
  it.each([
    ['a new one is open', { item }, 'open'],
    ['one that was wrong is open for its next try', { item: secondTry }, 'open'],
    ['one that is right already is right', { item: known }, 'right'],
    ['one whose answer was never confirmed waits to send it', { item, given }, 'waitingToSend'],
    ['even if the server counts it as right meanwhile', { item: known, given }, 'waitingToSend'],
  ])('%s', (_, input, state) => {
    expect(walk(input).at.value).toBe(state);
  });
});

describe('transitions of an item', () => {
  const table: readonly (readonly [string, readonly ItemEvent[], string, readonly string[]])[] = [
    ['an answer without a choice stays open', [answer], 'open', []],
    ['a choice is not yet an answer', [choose], 'open', []],
    ['a complete answer is posted', [choose, answer], 'answering', ['postAnswer']],
    ['a second press of Answer posts nothing', [choose, answer, answer], 'answering', []],
    ['a right one ends the item', [choose, answer, judged(true)], 'right', ends],
    ['a wrong one can be tried again', [choose, answer, judged(false)], 'wrong', ends],
    ['a stored right answer of another tab ends it too', [choose, answer, already(true)], 'right', ends],
    ['so does a stored wrong one', [choose, answer, already(false)], 'wrong', ends],
    [
      'a refused answer opens the item again',
      [choose, answer, { type: 'refused', message: 'No.' }],
      'open',
      ['forgetAnswer'],
    ],
    [
      'an unreachable server makes it wait',
      [choose, answer, { type: 'unreachable', isStored: true }],
      'waitingToSend',
      [],
    ],
    [
      'a waiting answer is posted again',
      [choose, answer, { type: 'unreachable', isStored: true }, { type: 'retry' }],
      'answering',
      ['postAnswer'],
    ],
    [
      'and can wait once more',
      [
        choose,
        answer,
        { type: 'unreachable', isStored: true },
        { type: 'retry' },
        { type: 'unreachable', isStored: true },
      ],
      'waitingToSend',
      [],
    ],
    [
      'try again asks for new places',
      [choose, answer, judged(false), { type: 'tryAgain' }],
      'reopening',
      ['reloadItem'],
    ],
    [
      'which open the item',
      [choose, answer, judged(false), { type: 'tryAgain' }, { type: 'reopened', item: secondTry }],
      'open',
      [],
    ],
    [
      'or show that it is right meanwhile',
      [choose, answer, judged(false), { type: 'tryAgain' }, { type: 'reopened', item: known }],
      'right',
      [],
    ],
    [
      'or do not come',
      [choose, answer, judged(false), { type: 'tryAgain' }, { type: 'notReopened' }],
      'wrong',
      [],
    ],
    ['a hint is asked for', [{ type: 'askHint' }], 'open', ['askForHint']],
    ['but one at a time', [{ type: 'askHint' }, { type: 'askHint' }], 'open', []],
  ];
  it.each(table)('%s', (_, path, state, effects) => {
    const after = walk({ item }, ...path);
    expect(after.at.value).toBe(state);
    expect(after.effects).toEqual(effects);
  });

  it.each([
    [
      'answering',
      [choose, answer],
      ['judged', 'alreadyAnswered', 'refused', 'unreachable', 'hintCame', 'hintFailed'],
    ],
    [
      'waitingToSend',
      [choose, answer, { type: 'unreachable', isStored: true }],
      ['retry', 'hintCame', 'hintFailed'],
    ],
    ['wrong', [choose, answer, judged(false)], ['tryAgain']],
    ['reopening', [choose, answer, judged(false), { type: 'tryAgain' }], ['reopened', 'notReopened']],
    ['right', [choose, answer, judged(true)], []],
  ] as const)('%s hears nothing but what belongs to it', (state, path, heard) => {
    const { at } = walk({ item }, ...path);
    expect(at.value).toBe(state);
    for (const event of events) {
      const [after, actions] = transition(quizItemMachine, at, event);
      if ((heard as readonly string[]).includes(event.type)) continue;
      expect([event.type, after.value, after.context, actions]).toEqual([
        event.type,
        at.value,
        at.context,
        [],
      ]);
    }
  });
});

describe('what an item remembers', () => {
  it('keeps one place of a single item and toggles those of a multiple one', () => {
    const path: readonly ItemEvent[] = [2, 0, 2, 1].map((place) => ({ type: 'choose', place }));
    expect(walk({ item }, ...path).at.context.places).toEqual([1]);
    expect(walk({ item: multiple }, ...path).at.context.places).toEqual([0, 1]);
  });

  it('takes no place that does not exist, and no order that is not one', () => {
    expect(walk({ item }, { type: 'choose', place: 3 }).at.context.places).toEqual([]);
    expect(walk({ item: order }, { type: 'choose', place: 1 }).at.context.places).toEqual([0, 1, 2]);
    for (const places of [
      [0, 1],
      [0, 1, 1],
      [0, 1, 2, 3],
    ]) {
      expect(walk({ item: order }, { type: 'arrange', places }).at.context.places).toEqual([0, 1, 2]);
    }
    expect(walk({ item: order }, { type: 'arrange', places: [2, 0, 1] }).at.context.places).toEqual([
      2, 0, 1,
    ]);
  });

  it('keeps a choice for each stem, and takes none back that is not there', () => {
    const pair = (stem: number, place: number): ItemEvent => ({ type: 'pair', stem, place });
    const places = (...path: readonly ItemEvent[]) => walk({ item: match }, ...path).at.context.places;
    expect(places()).toEqual([-1, -1]);
    expect(places(pair(1, 2))).toEqual([-1, 2]);
    expect(places(pair(1, 2), pair(1, -1))).toEqual([-1, -1]);
    expect(places(pair(2, 0), pair(0, 3), pair(0, -2), choose)).toEqual([-1, -1]);
    expect(walk({ item: match }, answer).at.context.notice).toEqual({ kind: 'missing' });
    expect(walk({ item: match }, pair(0, 0), answer).at.value).toBe('answering');
  });

  it('keeps a text for each field and needs one that is more than spaces', () => {
    const write = (field: number, text: string): ItemEvent => ({ type: 'write', field, text });
    expect(walk({ item: written }, write(1, 'b'), write(2, 'c')).at.context.texts).toEqual(['', 'b']);
    expect(walk({ item: written }, write(0, ' '), answer).at.value).toBe('open');
    expect(walk({ item: written }, write(1, 'b'), answer).at.value).toBe('answering');
    expect(walk({ item }, write(0, 'b')).at.context.texts).toEqual([]);
  });

  it('lets a region go that is chosen again', () => {
    expect(walk({ item: hotspot }, choose, { type: 'choose', place: 2 }).at.context.places).toEqual([2]);
    expect(walk({ item: hotspot }, choose, choose).at.context.places).toEqual([]);
  });

  it('posts no answer of a lab', () => {
    expect(walk({ item: lab }, answer)).toMatchObject({ at: { value: 'open' }, effects: [] });
  });

  it('keeps submission, places and certainty of an answer until it is judged', () => {
    const waiting = walk({ item }, { type: 'setSure', sure: true }, choose, answer, {
      type: 'unreachable',
      isStored: true,
    });
    expect(waiting.at.context).toMatchObject({
      submission: 's-1',
      places: [1],
      sure: true,
      notice: { kind: 'waits' },
    });
    expect(walk({ item, given }, { type: 'retry' }).at.context).toMatchObject(given);
    expect(walk({ item }, choose, answer, judged(true)).at.context).toMatchObject({
      submission: undefined,
      notice: undefined,
    });
  });

  it('knows whether the result is about the places on the screen', () => {
    expect(walk({ item }, choose, answer, judged(false)).at.context.isResultOfPlaces).toBe(true);
    expect(walk({ item }, choose, answer, already(false)).at.context).toMatchObject({
      isResultOfPlaces: false,
      notice: { kind: 'elsewhere' },
    });
  });

  it('says what is missing until something is chosen', () => {
    expect(walk({ item }, answer).at.context.notice).toEqual({ kind: 'missing' });
    expect(walk({ item }, answer, choose).at.context.notice).toBeUndefined();
  });

  it('starts the next try with nothing of the last', () => {
    const reopened: ItemEvent = { type: 'reopened', item: secondTry };
    const path = [
      choose,
      { type: 'askHint' },
      { type: 'hintCame', text: 'Look.', left: 1 },
      answer,
      judged(false),
    ] as const;
    expect(walk({ item }, ...path, { type: 'tryAgain' }, reopened).at.context).toEqual(
      walk({ item: secondTry }).at.context,
    );
  });

  it('asks for no hint when none is left', () => {
    const last: ItemEvent = { type: 'hintCame', text: 'Last.', left: 0 };
    expect(walk({ item }, { type: 'askHint' }, last, { type: 'askHint' }).effects).toEqual([]);
  });
});

describe('the mark of an item', () => {
  it.each([
    ['new', { item }, []],
    ['new', { item }, [choose]],
    ['wrong', { item: secondTry }, []],
    ['later', { item: known }, []],
    ['waiting', { item }, [choose, answer]],
    ['waiting', { item, given }, []],
    ['firstTry', { item }, [choose, answer, judged(true)]],
    ['wrong', { item }, [choose, answer, judged(false)]],
  ] as const)('is %s', (mark, input, path) => {
    expect(markOf(walk(input, ...path).at)).toBe(mark);
  });
});
