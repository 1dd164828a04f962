// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quizWords } from '@/app/_ui/quiz/words';
import { FakeQuizServer } from './fake-quiz-server';
import { multiple, order, single } from './items';
import { button, click, comeOnline, findResult, marks, openQuiz, press, question } from './open-quiz';

const waits = 'Not saved yet. Your answer waits here and will be sent.';
let server: FakeQuizServer;

/** Keys of the answers that this browser keeps until the server has them. */
const waitsHere = () => Object.keys(localStorage).filter((key) => key.startsWith('podium.answer.'));

beforeEach(() => {
  localStorage.clear();
  server = new FakeQuizServer([single, multiple, order]);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Whatever is stored already is there; nothing more goes in. */
const fullStorage = (setItem: () => never) => ({
  getItem: () => null,
  removeItem: () => undefined,
  setItem,
});

const answerRight = (id: string) => {
  question().focus();
  for (const place of server.rightPlaces(id)) press(String(place + 1));
  press('Enter');
};
const submissions = () => server.requests.map(({ submission }) => submission);
const reload = async () => {
  cleanup();
  await openQuiz(server);
};

describe('an answer that cannot be sent', () => {
  it.each(['network', 'storage'] as const)(
    'waits while the %s fails, and counts once when it is back',
    async (fault) => {
      await openQuiz(server);
      server.down = fault;
      answerRight(single.id);
      await screen.findByText(waits);
      expect(marks()[0]).toBe('Item 1: waits to be sent');
      server.down = undefined;
      comeOnline();
      expect((await findResult()).textContent).toBe('Right');
      expect(screen.queryByText(waits)).toBeNull();
      expect(server.counted).toBe(1);
      expect(waitsHere()).toHaveLength(0);
    },
  );

  it('is sent by a button too, each time under the same submission', async () => {
    await openQuiz(server);
    server.loseReplies = true;
    answerRight(single.id);
    await screen.findByText(waits);
    server.loseReplies = false;
    click(button('Send now'));
    expect((await findResult()).textContent).toBe('Right');
    expect(submissions()).toHaveLength(2);
    expect(new Set(submissions()).size).toBe(1);
    expect(server.counted).toBe(1);
  });

  it('outlives a reload', async () => {
    await openQuiz(server);
    server.down = 'network';
    answerRight(single.id);
    await screen.findByText(waits);
    server.down = undefined;
    await reload();
    expect((await findResult()).textContent).toBe('Right');
    expect(server.requests).toHaveLength(1);
    expect(server.counted).toBe(1);
  });

  it('is shown as it was given, when the server had counted it before the reload', async () => {
    await openQuiz(server);
    server.loseReplies = true;
    question().focus();
    const wrong = server.rightPlaces(single.id).includes(0) ? 1 : 0;
    const line = screen
      .getAllByRole('radio')
      [wrong]?.closest('label')
      ?.querySelector('span:last-child')?.textContent;
    press(String(wrong + 1));
    press('Enter');
    await screen.findByText(waits);
    server.loseReplies = false;
    await reload();
    expect((await findResult()).textContent).toBe('Not right yet');
    const yours = screen.getByText('your answer, not sure').closest('li');
    expect(yours?.textContent).toContain(line);
    expect(server.counted).toBe(1);
  });

  it('lets the reader go on with the next item meanwhile', async () => {
    await openQuiz(server);
    server.down = 'network';
    answerRight(single.id);
    await screen.findByText(waits);
    click(button('Item 2: to come'));
    answerRight(multiple.id);
    await screen.findByText(waits);
    server.down = undefined;
    comeOnline();
    await waitFor(() =>
      expect(marks()).toEqual([
        'Item 1: right at the first try',
        'Item 2: right at the first try',
        'Item 3: to come',
      ]),
    );
  });

  it.each(['forbids', 'is full'] as const)('waits in the page where the browser %s storing', async (why) => {
    const refuse = (name: string) => () => {
      throw new DOMException('refused', name);
    };
    if (why === 'forbids')
      vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse('SecurityError'));
    else vi.stubGlobal('localStorage', fullStorage(refuse('QuotaExceededError')));
    await openQuiz(server);
    server.down = 'network';
    answerRight(single.id);
    await screen.findByText(/this browser stores nothing more\. Keep this page open/);
    server.down = undefined;
    comeOnline();
    expect((await findResult()).textContent).toBe('Right');
    expect(server.requests[0]?.response).toEqual(server.rightPlaces(single.id));
    expect(server.counted).toBe(1);
  });
});

describe('two tabs', () => {
  it('show the stored answer when the other tab was faster', async () => {
    await openQuiz(server);
    await server.answerElsewhere(single.id, [server.rightPlaces(single.id)[0] === 0 ? 1 : 0]);
    const right = server.requests[0]?.response[0] === 0 ? 2 : 1;
    question().focus();
    press(String(right));
    press('Enter');
    expect((await findResult()).textContent).toBe('Not right yet');
    expect(
      screen.getByText('You answered this item in another tab or on another device. This is that answer.'),
    ).toBeDefined();
    expect(screen.getByText('your answer')).toBeDefined();
    expect(server.counted).toBe(1);
  });

  it('agree when the other tab has sent what waits here', async () => {
    await openQuiz(server);
    server.down = 'network';
    answerRight(single.id);
    await screen.findByText(waits);
    server.down = undefined;
    const [key = ''] = waitsHere();
    localStorage.removeItem(key);
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key, newValue: null })));
    expect((await findResult()).textContent).toBe('Right');
  });
});

describe('an answer that the server refuses', () => {
  it('begins anew when the attempt is unknown', async () => {
    await openQuiz(server);
    server.begin('attempt-2');
    answerRight(single.id);
    await screen.findByText(/It stands here again: press Answer to send it/);
    const chosen = screen.getAllByRole('radio').findIndex((line) => (line as HTMLInputElement).checked);
    expect(chosen).toBe(server.rightPlaces(single.id)[0]);
    expect(waitsHere()).toHaveLength(1);
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Right');
    expect(server.requests.at(-1)?.attempt).toBe('attempt-2');
    expect(waitsHere()).toHaveLength(0);
  });

  it('says what is missing in the words of the server, and takes another', async () => {
    await openQuiz(server);
    server.refuseNext = { status: 422, code: 'empty-choice' };
    answerRight(single.id);
    await screen.findByText('refused: empty-choice');
    expect(waitsHere()).toHaveLength(0);
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Right');
    expect(new Set(submissions()).size).toBe(2);
  });
});

describe('a quiz that does not come', () => {
  it('says so, and comes by a button', async () => {
    server.down = 'storage';
    const opened = openQuiz(server);
    await screen.findByText(quizWords.en.notLoaded);
    server.down = undefined;
    click(button('Fetch the quiz again'));
    await opened;
    expect(marks()).toHaveLength(3);
  });

  it('comes when the connection is back', async () => {
    server.down = 'network';
    const opened = openQuiz(server);
    await screen.findByText(quizWords.en.notLoaded);
    server.down = undefined;
    comeOnline();
    await opened;
    expect(marks()).toHaveLength(3);
  });

  it('keeps the answer when the next try cannot be fetched', async () => {
    await openQuiz(server);
    question().focus();
    press(server.rightPlaces(single.id).includes(0) ? '2' : '1');
    press('Enter');
    await findResult();
    server.down = 'network';
    click(button('Try again'));
    await screen.findByText(/^The next try could not be fetched/);
    server.down = undefined;
    click(button('Try again'));
    await screen.findByText('Try 2. The lines stand in a new order.');
  });
});
