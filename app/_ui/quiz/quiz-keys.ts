import type { KeyboardEvent } from 'react';
import type { ItemSnapshot } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';

/** What Enter does by itself: it presses what has the focus. */
const pressedByEnter = 'button, a[href], summary';
const takesLetters = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/**
 * Keys of a quiz: 1 to 9 choose a line (where there is more to a part than choosing it: go to it), S sure or not, H hint, Enter answers
 * or goes on. In a field all keys are written, but Enter goes to the next empty field and then answers, and Esc leaves the field.
 * Heard on the quiz itself, so they act only while the focus is inside. A key with Ctrl, Alt or Meta is the browser's.
 */
export function actOnKey(event: KeyboardEvent<HTMLElement>, shown: ItemSnapshot | undefined, run: QuizRun) {
  const { key, target, currentTarget } = event;
  if (shown === undefined || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
  const { value, context } = shown;
  const isOpen = value === 'open';
  if (target.closest(takesLetters) !== null) {
    if (leavesField(key, currentTarget, target, isOpen, run)) event.preventDefault();
    return;
  }

  if (key === 'Enter') {
    if (target.closest(pressedByEnter) !== null) return;
    if (isOpen) run.answer();
    else if (value === 'waitingToSend') run.sendWaiting();
    else if (value === 'right' || value === 'wrong') run.next();
    else return;
  } else if (isOpen && /^[1-9]$/.test(key)) {
    const place = Number(key) - 1;
    if (context.item.kind === 'numeric') return focusStep(currentTarget, 0);
    if (isChosenByNumber(context.item.kind)) run.choose(place);
    else focusStep(currentTarget, place);
  } else if (isOpen && key.toLowerCase() === 's') run.setSure(!context.sure);
  else if (isOpen && key.toLowerCase() === 'h') run.askHint();
  else return;
  event.preventDefault();
}

/** In the other kinds there is more to a part than choosing it. */
const isChosenByNumber = (kind: ItemSnapshot['context']['item']['kind']) =>
  kind === 'single' || kind === 'multiple' || kind === 'predict' || kind === 'hotspot';

/** What a key does in a field beside being written; false for nothing. */
function leavesField(key: string, quiz: HTMLElement, field: Element, isOpen: boolean, run: QuizRun): boolean {
  if (key === 'Escape') quiz.querySelector<HTMLElement>('[data-focus="question"]')?.focus();
  else if (key === 'Enter' && isOpen && field instanceof HTMLInputElement) {
    const next = nextEmpty(quiz, field);
    if (next === undefined) run.answer();
    else next.focus();
  } else return false;
  return true;
}

/** The empty field after this one, or before it if there is none after. */
function nextEmpty(quiz: HTMLElement, field: HTMLInputElement): HTMLInputElement | undefined {
  const fields = [...quiz.querySelectorAll<HTMLInputElement>('input[data-step]:not([type=radio])')];
  const at = fields.indexOf(field);
  return [...fields.slice(at + 1), ...fields.slice(0, at)].find(({ value }) => value.trim() === '');
}

const focusStep = (quiz: HTMLElement, place: number) =>
  quiz.querySelectorAll<HTMLElement>('[data-step]').item(place)?.focus();
