import { fireEvent, screen, within } from '@testing-library/react';
import type { Item } from '@/lib/quiz/item';
import type { Locale } from '@/lib/text';
import { GradedQuizServer } from './graded-quiz-server';
import { openQuiz, press, question } from './open-quiz';

/** Opens a quiz of these items, with the focus on the first question. */
export async function openKeyed(items: readonly Item[], locale: Locale = 'en') {
  const server = new GradedQuizServer(items);
  await openQuiz(server, locale);
  question().focus();
  return server;
}

export const focused = () => document.activeElement as HTMLInputElement;
export const set = (element: Element, value: string) => fireEvent.change(element, { target: { value } });
/** A text written where the focus is. */
export const write = (text: string) => set(focused(), text);
export const rowOf = (text: string) => screen.getByText(text).closest('li') as HTMLElement;
/** What the ticks and crosses of a part say. */
export const signsIn = (row: HTMLElement) =>
  within(row)
    .getAllByRole('img')
    .map(({ textContent }) => textContent);

const radiosIn = (radio: HTMLElement) =>
  within(radio.closest('[role=radiogroup]') as HTMLElement).getAllByRole('radio');

/** Gives the right answer without a pointer. */
export const answersByKeys: Readonly<Record<string, (right: readonly (number | string)[]) => void>> = {
  match: (right) =>
    right.forEach((place, at) => {
      question().focus();
      press(String(at + 1));
      if (focused().type === 'radio') fireEvent.click(radiosIn(focused())[Number(place)] as HTMLElement);
      else write(String(place));
      press('Escape');
    }),
  numeric: (right) => {
    press('7');
    write(String(right[0]));
  },
  yaml: (right) => {
    press('1');
    write(String(right[0]));
    press('Enter');
    write(String(right[1]));
  },
  hotspot: (right) => {
    for (const place of right) press(String(Number(place) + 1));
  },
};
