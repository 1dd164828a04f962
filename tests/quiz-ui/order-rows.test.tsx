// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeQuizServer } from './fake-quiz-server';
import { order } from './items';
import { button, click, findResult, openQuiz, press, stepTexts } from './open-quiz';

let server: FakeQuizServer;

beforeEach(async () => {
  localStorage.clear();
  server = new FakeQuizServer([order]);
  await openQuiz(server);
});
afterEach(() => vi.unstubAllGlobals());

const inRightOrder = order.options.map(({ text }) => text.replaceAll('`', ''));
/** As the first try shows them. */
const atFirst = [...inRightOrder.slice(1), ...inRightOrder.slice(0, 1)];
const step = (text: string) => button(new RegExp(`^\\d ?${text}`));
const isSaid = (text: string) =>
  expect(screen.getAllByRole('status').map((line) => line.textContent)).toContain(text);

describe('ordering by buttons', () => {
  it('moves a step by one place and says where it is', () => {
    expect(stepTexts()).toEqual(atFirst);
    click(button('Move “the old web-1 is gone” down'));
    expect(stepTexts().slice(0, 2)).toEqual([atFirst[1], atFirst[0]]);
    isSaid('“the old web-1 is gone” moved to place 2 of 5.');
    expect(document.activeElement).toBe(button('Move “the old web-1 is gone” down'));
  });

  it('keeps the focus at the ends of the list, where nothing moves', () => {
    const up = button('Move “the old web-1 is gone” up');
    expect(up.getAttribute('aria-disabled')).toBe('true');
    click(up);
    expect(stepTexts()).toEqual(atFirst);
    expect(document.activeElement).toBe(up);
  });
});

describe('ordering by keys', () => {
  it('picks up, moves, and puts down', () => {
    click(step('web-1 is Ready'));
    isSaid('“web-1 is Ready” is picked up, place 3 of 5.');
    expect(step('web-1 is Ready').getAttribute('aria-pressed')).toBe('true');
    press('ArrowUp');
    press('ArrowUp');
    press('ArrowUp');
    isSaid('“web-1 is Ready” is picked up, place 1 of 5.');
    expect(document.activeElement).toBe(step('web-1 is Ready'));
    click(step('web-1 is Ready'));
    isSaid('“web-1 is Ready” is put down at place 1 of 5.');
    expect(stepTexts()[0]).toBe('web-1 is Ready');
  });

  it('puts back what Esc finds in the hand', () => {
    click(step('web-1 is Ready'));
    press('ArrowDown');
    press('ArrowDown');
    press('Escape');
    expect(stepTexts()).toEqual(atFirst);
    isSaid('“web-1 is Ready” is back at place 3 of 5.');
    expect(step('web-1 is Ready').getAttribute('aria-pressed')).toBe('false');
    expect(document.activeElement).toBe(step('web-1 is Ready'));
  });

  it('goes from step to step with empty hands', () => {
    step('the old web-1 is gone').focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(step('web-1 is created from db:v2'));
    press('4');
    expect(document.activeElement).toBe(step('web-0 is marked for deletion'));
    expect(stepTexts()).toEqual(atFirst);
  });
});

describe('ordering by dragging', () => {
  it('takes a row past those whose middle the pointer has passed', () => {
    const list = step('web-1 is Ready').closest('ol') as HTMLElement;
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      const index = Math.max(0, [...list.children].indexOf(this));
      return { top: index * 60, height: 60, bottom: index * 60 + 60 } as DOMRect;
    });
    const row = step('the old web-1 is gone');
    fireEvent.pointerDown(row, { button: 0, pointerType: 'mouse', clientY: 20 });
    fireEvent.pointerMove(window, { clientY: 23 });
    expect(row.getAttribute('aria-pressed')).toBe('false');
    fireEvent.pointerMove(window, { clientY: 160 });
    expect(stepTexts().slice(0, 3)).toEqual([atFirst[1], atFirst[2], atFirst[0]]);
    fireEvent.pointerUp(window, { clientY: 160 });
    fireEvent.click(step('the old web-1 is gone'));
    isSaid('“the old web-1 is gone” is put down at place 3 of 5.');
    expect(step('the old web-1 is gone').getAttribute('aria-pressed')).toBe('false');
    vi.restoreAllMocks();
  });
});

describe('a judged order', () => {
  it('stands beside the right one, with the moved rows told apart', async () => {
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Not in this order');
    expect(server.requests[0]?.response).toEqual([0, 1, 2, 3, 4]);
    const yours = within(screen.getByRole('region', { name: 'Your order' }));
    const right = within(screen.getByRole('region', { name: 'The nearest right order' }));
    expect(yours.getAllByText(/^belongs at/).map(({ textContent }) => textContent)).toEqual([
      'wrongbelongs at place 1',
    ]);
    expect(right.getAllByText(/^you had it/).map(({ textContent }) => textContent)).toEqual([
      'rightyou had it at place 5',
    ]);
    const texts = right.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(texts.every((text, index) => text?.includes(inRightOrder[index] ?? '?'))).toBe(true);
  });

  it('stands alone when it is right', async () => {
    click(step('web-1 is marked for deletion'));
    for (let up = 0; up < 4; up++) press('ArrowUp');
    click(button('Answer'));
    expect((await findResult()).textContent).toBe('Right');
    expect(screen.queryByRole('region', { name: 'The nearest right order' })).toBeNull();
    expect(screen.queryByText(/belongs at/)).toBeNull();
  });
});
