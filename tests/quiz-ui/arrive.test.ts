import { describe, expect, it } from 'vitest';
import { arrive } from '@/app/_ui/quiz/arrive';
import type { WaitingAnswer } from '@/app/_ui/quiz/waiting-answers';
import type { PublicItem } from '@/lib/quiz/public';

const options = ['a', 'b', 'c', 'd'].map((text) => ({ text }));
const item: PublicItem = {
  ...{ id: 'one', question: 'Which?', options, hintCount: 0, state: 'new', tryNumber: 1 },
  kind: 'multiple',
};
/** The same options as another try shows them. */
const turned = { ...item, options: options.toReversed() };
const answerTo = (shown: PublicItem, response: readonly number[] | readonly string[]): WaitingAnswer => ({
  request: {
    ...{ attempt: 'old', item: 'one', tryNumber: 1, response },
    ...{ sure: true, submission: 'submission-1' },
  },
  item: shown,
  givenAtMs: 1,
});
const offered = (shown: PublicItem, response: readonly number[] | readonly string[]): WaitingAnswer => ({
  ...answerTo(shown, response),
  isOffered: true,
});

describe('an answer that the server has not taken', () => {
  it('waits to be sent as it was given, at the places that it was given for', () => {
    const { value, context } = arrive('new', turned, answerTo(item, [0, 1]), false);
    expect(value).toBe('waitingToSend');
    expect(context).toMatchObject({ item, places: [0, 1], sure: true, submission: 'submission-1' });
  });

  it.each([
    ['choices', item, turned, [0, 1], [2, 3]],
    ['steps', { ...item, kind: 'order' }, { ...turned, kind: 'order' }, [2, 0, 1, 3], [1, 3, 2, 0]],
    [
      'rows',
      { ...item, kind: 'match', stems: ['x', 'y', 'z'] },
      { ...turned, kind: 'match', stems: ['z', 'x', 'y'] },
      [0, -1, 2],
      [1, 3, -1],
    ],
  ] as const)('is offered again where its %s stand now', (_, before, now, response, places) => {
    const { value, context } = arrive('new', now, offered(before, response), false);
    expect(value).toBe('open');
    expect(context).toMatchObject({ places, sure: true, submission: undefined, notice: { kind: 'offered' } });
  });

  it('is offered again as it was written', () => {
    const written: PublicItem = { ...item, kind: 'numeric', options: [] };
    expect(arrive('new', written, offered(written, ['12']), false).context.texts).toEqual(['12']);
  });

  it.each([
    ['question', { ...turned, question: 'Which other?' }],
    ['choice', { ...turned, options: [...options.slice(1), { text: 'e' }] }],
    ['manifest', { ...turned, source: 'a: ___' }],
  ])('is not put under another %s; that it was not counted is said', (_, now) => {
    const { context } = arrive('new', now, offered(item, [0, 1]), false);
    expect(context).toMatchObject({ places: [], notice: { kind: 'anew' } });
  });

  it('is not offered for an item that is right meanwhile', () => {
    const result = {
      item: 'one',
      correct: true,
      points: 1,
      options: [],
      explanation: '',
      state: 'later',
    } as const;
    const { value, context } = arrive(
      'new',
      { ...turned, state: 'later', result },
      offered(item, [0]),
      false,
    );
    expect(value).toBe('right');
    expect(context.notice).toBeUndefined();
  });
});
