// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeQuizServer } from './fake-quiz-server';
import { multiple, order, single } from './items';
import { button, click, findResult, isFocused, marks, openQuiz, press, question } from './open-quiz';

let server: FakeQuizServer;

beforeEach(() => {
  localStorage.clear();
  server = new FakeQuizServer([single, multiple, order]);
});
afterEach(() => vi.unstubAllGlobals());

const chooseRight = (id: string) => {
  for (const place of server.rightPlaces(id)) press(String(place + 1));
};
const aWrongPlace = (id: string) => (server.rightPlaces(id).includes(0) ? 1 : 0);
const lines = () =>
  within(screen.getByRole('navigation').parentElement as HTMLElement).getAllByRole('listitem');

describe('an open item', () => {
  it('is one at a time, with its place and a mark for each', async () => {
    await openQuiz(server);
    expect(screen.getByText('item 1 of 3')).toBeDefined();
    expect(marks()).toEqual(['Item 1: to come', 'Item 2: to come', 'Item 3: to come']);
    expect(button('Item 1: to come').getAttribute('aria-current')).toBe('step');
    expect(screen.getAllByRole('radio', { name: /web/ })).toHaveLength(2);
  });

  it('shows what stands between backticks as code', async () => {
    await openQuiz(server);
    const codes = [...question().querySelectorAll('code')].map(({ textContent }) => textContent);
    expect(codes).toEqual(['web', 'kubectl delete statefulset web']);
    expect(question().textContent).not.toContain('`');
  });

  it('is labelled for a screen reader by its question', async () => {
    await openQuiz(server);
    expect(screen.getByRole('radiogroup', { name: /In which order do its Pods go/ })).toBeDefined();
    click(button('Item 2: to come'));
    expect(screen.getByRole('group', { name: /What is the same as before/ })).toBeDefined();
    expect(screen.getByText('Choose all that hold.')).toBeDefined();
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
  });

  it('is not asked for before it comes near the screen', async () => {
    let near: IntersectionObserverCallback = () => {};
    class Observer {
      constructor(callback: IntersectionObserverCallback) {
        near = callback;
      }
      observe() {}
      disconnect() {}
    }
    const opened = openQuiz(server, 'en', Observer);
    expect(server.asked).toEqual([]);
    near([{ isIntersecting: true } as IntersectionObserverEntry], {} as IntersectionObserver);
    await opened;
    expect(server.asked).toEqual([
      expect.stringMatching(/^GET \/api\/quiz\/lesson\?locale=en&utcOffset=-?\d+$/),
    ]);
  });

  it('gives its hints one by one and says how many are left', async () => {
    await openQuiz(server);
    click(button('Hint, 2 left'));
    await screen.findByText('Who still acts for the set once its object is gone?');
    click(button('Hint, 1 left'));
    await screen.findByText('Look for the owner of the Pods.');
    click(button('No hints left'));
    expect(server.asked.filter((asked) => asked.includes('/hints'))).toHaveLength(2);
  });

  it('says what is missing instead of sending nothing', async () => {
    await openQuiz(server);
    click(button('Answer'));
    expect(screen.getByText('Choose a line first, then answer.')).toBeDefined();
    expect(server.requests).toEqual([]);
  });
});

describe('keys', () => {
  it('choose, say how sure, answer and go on, all without a pointer', async () => {
    await openQuiz(server);
    const right = server.rightPlaces(single.id);
    question().focus();
    press('s');
    chooseRight(single.id);
    press('Enter');
    await isFocused(await findResult());
    expect(server.requests[0]).toMatchObject({ item: single.id, sure: true, response: right });
    press('Enter');
    await isFocused(question());
    expect(screen.getByText('item 2 of 3')).toBeDefined();
    press('h');
    expect(server.asked.some((asked) => asked.includes('/hints'))).toBe(false);
  });

  it('do nothing while the focus is elsewhere', async () => {
    await openQuiz(server);
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus();
    for (const key of ['1', 's', 'h', 'Enter']) press(key);
    elsewhere.remove();
    expect(screen.getAllByRole('radio', { checked: true })).toEqual([
      screen.getByRole('radio', { name: 'not sure' }),
    ]);
    expect(server.asked).toHaveLength(1);
  });

  it('leave Enter on a button, and keys with Ctrl, to the browser', async () => {
    await openQuiz(server);
    question().focus();
    chooseRight(single.id);
    button(/^Hint/).focus();
    press('Enter');
    expect(server.requests).toEqual([]);
  });
});

describe('a judged item', () => {
  it('tells your line from the true one, with the reason of every choice', async () => {
    await openQuiz(server);
    question().focus();
    press('s');
    press(String(aWrongPlace(single.id) + 1));
    press('Enter');
    expect((await findResult()).textContent).toBe('Not right, and you were sure');
    for (const { because = '' } of single.options) expect(screen.getByText(because)).toBeDefined();
    const yours = lines().find((line) => line.textContent?.includes('your answer, sure')) as HTMLElement;
    expect(within(yours).getByRole('img', { name: 'wrong' })).toBeDefined();
    const truth = lines().find((line) => line.textContent?.includes('what happens')) as HTMLElement;
    expect(truth.textContent).toContain(single.options[0]?.text);
    expect(within(truth).getByRole('img', { name: 'right' })).toBeDefined();
    expect(screen.getByText(single.explanation)).toBeDefined();
    expect(screen.getByText('Saved')).toBeDefined();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Item 1: Not right, and you were sure. Saved',
    );
  });

  it('names a line of a multiple item that also holds', async () => {
    await openQuiz(server);
    click(button('Item 2: to come'));
    press(String((server.rightPlaces(multiple.id)[0] ?? 0) + 1));
    press('Enter');
    await findResult();
    expect(screen.getByText('holds too')).toBeDefined();
    expect(screen.getByText('your answer, not sure')).toBeDefined();
  });

  it('tells the rest of the page that there is progress', async () => {
    const heard = vi.fn();
    window.addEventListener('podium:progress', heard);
    await openQuiz(server);
    question().focus();
    chooseRight(single.id);
    expect(heard).not.toHaveBeenCalled();
    press('Enter');
    await findResult();
    expect(heard).toHaveBeenCalledTimes(1);
    window.removeEventListener('podium:progress', heard);
  });

  it('can be tried again when it was wrong, in new places, and is then right later', async () => {
    await openQuiz(server);
    question().focus();
    press(String(aWrongPlace(single.id) + 1));
    press('Enter');
    await findResult();
    const before = server.rightPlaces(single.id);
    click(button('Try again'));
    await screen.findByText('Try 2. The lines stand in a new order.');
    await isFocused(question());
    chooseRight(single.id);
    press('Enter');
    expect((await findResult()).textContent).toBe('Right');
    expect(server.requests.map(({ tryNumber }) => tryNumber)).toEqual([1, 2]);
    expect(server.requests[1]?.response).toEqual(before);
    expect(marks()[0]).toBe('Item 1: right later');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('leaves the focus alone when the reader has gone elsewhere', async () => {
    await openQuiz(server);
    const elsewhere = document.body.appendChild(document.createElement('button'));
    question().focus();
    chooseRight(single.id);
    press('Enter');
    elsewhere.focus();
    await findResult();
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('the end of a quiz', () => {
  it('is a sentence with counts, and what can be tried again', async () => {
    await openQuiz(server);
    question().focus();
    chooseRight(single.id);
    press('Enter');
    await findResult();
    click(button('Next item'));
    press(String(aWrongPlace(multiple.id) + 1));
    press('Enter');
    await findResult();
    click(button('Next item'));
    click(button('Answer'));
    await findResult();
    click(button('See all items'));
    await isFocused(question());
    expect(question().textContent).toBe(
      'You have 1 of 3 items right at the first try, 0 later, and 2 not yet.',
    );
    click(button(/^Item 2.*What is the same/));
    expect(button('Try again')).toBeDefined();
  });

  it('shows where the reader was when the page is opened again', async () => {
    await server.answerElsewhere(single.id, server.rightPlaces(single.id));
    await server.answerElsewhere(multiple.id, [0, 1, 2]);
    await openQuiz(server);
    expect(marks()).toEqual(['Item 1: right at the first try', 'Item 2: not right yet', 'Item 3: to come']);
    expect(screen.getByText('item 3 of 3')).toBeDefined();
    click(button(/^Item 1/));
    expect((await findResult()).textContent).toBe('You have answered this item: right at the first try');
    for (const { because = '' } of single.options) expect(screen.getByText(because)).toBeDefined();
    expect(screen.getByText('your answer')).toBeDefined();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(['', '']);
    click(button('Item 2: not right yet'));
    expect(screen.getByText('Try 2. The lines stand in a new order.')).toBeDefined();
  });
});

describe('both languages', () => {
  it('ask the server in the language of the page and speak it', async () => {
    await openQuiz(server, 'zh');
    expect(screen.getByText('第 1 题，共 3 题')).toBeDefined();
    click(button('回答'));
    await waitFor(() => expect(screen.getByText('请先选一行，再回答。')).toBeDefined());
    expect(server.asked).toEqual([
      expect.stringMatching(/^GET \/api\/quiz\/lesson\?locale=zh&utcOffset=-?\d+$/),
    ]);
  });
});
