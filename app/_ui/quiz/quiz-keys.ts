import type { KeyboardEvent } from 'react';
import type { ItemSnapshot } from './quiz-item.machine';
import type { QuizRun } from './quiz-run';

/** What Enter does by itself: it presses what has the focus. */
const pressedByEnter = 'button, a[href], summary';
const takesLetters = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/**
 * Keys of a quiz: 1 to 9 choose a line (of an order item: go to a step), S sure or not, H hint, Enter answers or goes on.
 * Heard on the quiz itself, so they act only while the focus is inside. A key with Ctrl, Alt or Meta is the browser's.
 */
export function actOnKey(event: KeyboardEvent<HTMLElement>, shown: ItemSnapshot | undefined, run: QuizRun) {
  const { key, target, currentTarget } = event;
  if (shown === undefined || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
  if (target.closest(takesLetters) !== null) return;
  const { value, context } = shown;
  const isOpen = value === 'open';

  if (key === 'Enter') {
    if (target.closest(pressedByEnter) !== null) return;
    if (isOpen) run.answer();
    else if (value === 'waitingToSend') run.sendWaiting();
    else if (value === 'right' || value === 'wrong') run.next();
    else return;
  } else if (isOpen && /^[1-9]$/.test(key)) {
    const place = Number(key) - 1;
    if (context.item.kind === 'order') focusStep(currentTarget, place);
    else run.choose(place);
  } else if (isOpen && key.toLowerCase() === 's') run.setSure(!context.sure);
  else if (isOpen && key.toLowerCase() === 'h') run.askHint();
  else return;
  event.preventDefault();
}

const focusStep = (quiz: HTMLElement, place: number) =>
  quiz.querySelectorAll<HTMLElement>('[data-step]').item(place)?.focus();
