import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { vi } from 'vitest';
import { Quiz } from '@/app/_ui/quiz/quiz';
import { quizWords } from '@/app/_ui/quiz/words';
import type { Locale } from '@/lib/text';
import type { FakeQuizServer } from './fake-quiz-server';

/** Puts the server at the network border and shows its quiz; resolves when the first question is there. */
export async function openQuiz(
  server: Pick<FakeQuizServer, 'fetch'>,
  locale: Locale = 'en',
  observer?: unknown,
) {
  vi.stubGlobal('fetch', server.fetch);
  // happy-dom has one that never reports; without any, the quiz comes at once.
  vi.stubGlobal('IntersectionObserver', observer);
  const view = render(<Quiz lesson="lesson" locale={locale} words={quizWords[locale]} />);
  await screen.findAllByRole('heading', { level: 3 });
  return view;
}

export const question = () => screen.getByRole('heading', { level: 3 });
export const findResult = () => screen.findByRole('heading', { level: 4 });
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const marks = () =>
  within(screen.getByRole('navigation'))
    .getAllByRole('button')
    .map((mark) => mark.getAttribute('aria-label'));

/** A key pressed where the focus is. */
export const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

/** What a pointer does: the focus follows. */
export const click = (element: HTMLElement) => {
  fireEvent.pointerDown(element, { button: 0, pointerType: 'mouse' });
  act(() => element.focus());
  fireEvent.pointerUp(window, { button: 0 });
  fireEvent.click(element);
};

export const isFocused = (element: HTMLElement) =>
  waitFor(() => {
    if (document.activeElement !== element)
      throw new Error(`focus is on ${document.activeElement?.outerHTML}`);
  });

/** Sends the connection's event, as a browser does when the network is back. */
export const comeOnline = () => act(() => void window.dispatchEvent(new Event('online')));

/** Texts of the steps from top to bottom. */
export const stepTexts = () =>
  screen
    .getAllByRole('listitem')
    .map((row) => row.querySelector('[data-step]')?.textContent ?? '')
    .filter((text) => text !== '')
    .map((text) => text.replace(/^\d+/, ''));
