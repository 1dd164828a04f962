import { transition } from 'xstate';
import { forgetLearner } from '@/app/_ui/kit/call-api';
import type { PublicItem, PublicQuiz } from '@/lib/quiz/public';
import { utcOffsetMinutes } from '../review/reader-dates';
import type { AnswerQueue } from './answer-queue';
import { arrive } from './arrive';
import { claimAnswers } from './outbox';
import type { QuizApi } from './quiz-api';
import { type ItemEvent, type ItemSnapshot, isWritten, quizItemMachine } from './quiz-item.machine';
import { allWaiting, type WaitingAnswer, type WaitingAnswers } from './waiting-answers';

export interface QuizState {
  readonly phase: 'idle' | 'loading' | 'failed' | 'ready';
  readonly items: readonly ItemSnapshot[];
  /** Place of the item on the screen; as large as `items.length` for the summary. */
  readonly current: number;
  /** Where the focus belongs after something that the reader did; a new object each time. */
  readonly focus: { readonly to: 'question' | 'result' | 'summary' } | undefined;
}

export interface QuizRunParts {
  /** Slug of the lesson. */
  readonly lesson: string;
  readonly api: QuizApi;
  readonly waiting: WaitingAnswers;
  readonly queue: Pick<AnswerQueue, 'send'>;
  /** A new id for each press of Answer. */
  readonly newSubmission: () => string;
}

/** While an answer waits although the browser says it is connected, it is sent again after this time, ms. */
export const resendMs = 20_000;

/** The next other item without an answer, searched onwards from `after` and then from the start; the summary if there is none. */
export function nextIndex(items: readonly ItemSnapshot[], after: number): number {
  const later = items.findIndex((item, index) => index > after && isUnanswered(item));
  if (later >= 0) return later;
  const first = items.findIndex((item, index) => index !== after && isUnanswered(item));
  return first >= 0 ? first : items.length;
}

export const isUnanswered = ({ value, context }: ItemSnapshot) =>
  value === 'open' && context.item.state === 'new';

/**
 * A quiz on the screen: steps the machine of each item and does the effects that it names. Each action may be called at any
 * time; one that does not fit the state of the item does nothing. Nothing runs before `start` or `load`.
 */
export class QuizRun {
  #parts: QuizRunParts;
  #state: QuizState = { phase: 'idle', items: [], current: 0, focus: undefined };
  #attempt = '';
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(parts: QuizRunParts) {
    this.#parts = parts;
  }

  state = () => this.#state;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Follows the connection and the other tabs; returns how to stop. */
  start = () => {
    const { waiting, lesson } = this.#parts;
    const release = claimAnswers(
      (of, item) => of === lesson && (this.#state.phase !== 'ready' || this.#indexOf(item) >= 0),
    );
    const online = () => {
      if (this.#state.phase === 'failed') void this.load();
      else this.sendWaiting();
    };
    this.#isStarted = true;
    window.addEventListener('online', online);
    const stopListening = waiting.onForgotten((item) => this.#step(item, { type: 'retry' }));
    return () => {
      release();
      this.#isStarted = false;
      window.removeEventListener('online', online);
      stopListening();
      clearTimeout(this.#timer);
    };
  };

  load = async () => {
    if (this.#state.phase === 'loading') return;
    this.#set({ phase: 'loading' });
    const quiz = await this.#parts.api.load();
    if (quiz === undefined) this.#set({ phase: 'failed' });
    else this.#take(quiz);
  };

  show = (index: number) => {
    const to = index >= this.#state.items.length ? 'summary' : 'question';
    this.#set({ current: index, focus: { to } });
  };

  next = () => this.show(nextIndex(this.#state.items, this.#state.current));
  choose = (place: number) => this.#stepCurrent({ type: 'choose', place });
  arrange = (places: readonly number[]) => this.#stepCurrent({ type: 'arrange', places });
  pair = (stem: number, place: number) => this.#stepCurrent({ type: 'pair', stem, place });
  write = (field: number, text: string) => this.#stepCurrent({ type: 'write', field, text });
  setSure = (sure: boolean) => this.#stepCurrent({ type: 'setSure', sure });
  askHint = () => this.#stepCurrent({ type: 'askHint' });
  answer = () => this.#stepCurrent({ type: 'answer', submission: this.#parts.newSubmission() });
  tryAgain = () => this.#stepCurrent({ type: 'tryAgain' });

  /** Sends every answer that waits, the earliest first. */
  sendWaiting = () => {
    const givenAtMs = (item: string) => this.#parts.waiting.find(item)?.givenAtMs ?? Infinity;
    const waits = this.#state.items
      .filter(({ value }) => value === 'waitingToSend')
      .map(({ context }) => context.item.id)
      .sort((one, other) => givenAtMs(one) - givenAtMs(other));
    for (const item of waits) this.#step(item, { type: 'retry' });
  };

  #set(change: Partial<QuizState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #indexOf(item: string) {
    return this.#state.items.findIndex(({ context }) => context.item.id === item);
  }

  #stepCurrent(event: ItemEvent) {
    const item = this.#state.items[this.#state.current]?.context.item.id;
    if (item !== undefined) this.#step(item, event);
  }

  /** One event for one item; what comes for an item that is gone is dropped. */
  #step(item: string, event: ItemEvent) {
    const index = this.#indexOf(item);
    const before = this.#state.items[index];
    if (before === undefined) return;
    const [after, actions] = transition(quizItemMachine, before, event);
    this.#set({ items: this.#state.items.with(index, after) });
    if (index === this.#state.current) this.#followFocus(before, after);
    for (const { type } of actions) this.#do(type, before, after);
  }

  #followFocus(before: ItemSnapshot, after: ItemSnapshot) {
    const isJudged = after.value === 'right' || after.value === 'wrong';
    if (before.value === 'answering' && isJudged) this.#set({ focus: { to: 'result' } });
    if (before.value === 'reopening' && after.value !== 'wrong') this.#set({ focus: { to: 'question' } });
  }

  /** An effect by its name in the machine; the machine's own assignments are done already. */
  #do(effect: string, before: ItemSnapshot, after: ItemSnapshot) {
    const { item, hints } = after.context;
    switch (effect) {
      case 'postAnswer':
        return void this.#postAnswer(item);
      case 'reloadItem':
        return void this.#reopen(item.id);
      case 'askForHint':
        return void this.#askForHint(item.id, hints.length + 1);
      case 'forgetAnswer':
        return this.#parts.waiting.forget(item.id, before.context.submission ?? '');
      case 'tellProgress':
        window.dispatchEvent(new CustomEvent('podium:progress', { detail: { lesson: this.#parts.lesson } }));
    }
  }

  async #postAnswer(item: PublicItem) {
    const { api, waiting, queue } = this.#parts;
    const answer = this.#answerOf(item);
    if (answer === undefined) return;
    const isStored = waiting.keep(answer);
    const sent = await queue.send(() => api.answer(answer.request));
    switch (sent.kind) {
      case 'judged':
      case 'alreadyAnswered':
        return this.#step(item.id, { type: sent.kind, result: sent.result });
      case 'refused':
        return this.#step(item.id, { type: 'refused', message: sent.message });
      case 'unreachable':
        this.#step(item.id, { type: 'unreachable', isStored });
        return this.#resendLater(sent.retryAfterMs);
      case 'unknownAttempt':
        // The learner may be gone: the requests that make a new one go one after the other again.
        forgetLearner();
        waiting.keep({ ...answer, isOffered: true });
        return this.#loadAnew(item.id);
    }
  }

  /** What is sent for an item: from its own state, or as it was kept before a reload. */
  #answerOf(item: PublicItem): WaitingAnswer | undefined {
    const {
      submission,
      places = [],
      texts = [],
      sure = false,
    } = this.#state.items[this.#indexOf(item.id)]?.context ?? {};
    if (submission === undefined) return undefined;
    const kept = this.#parts.waiting.find(item.id);
    if (kept?.request.submission === submission) return kept;
    const { id, tryNumber } = item;
    const response = isWritten(item) ? texts : places;
    const request = {
      ...{ attempt: this.#attempt, item: id, tryNumber, response, sure, submission },
      utcOffsetMinutes: utcOffsetMinutes(),
    };
    return { request, item, givenAtMs: Date.now() };
  }

  /** The last one that comes back says when: those behind it in the queue know of the same pause. */
  #resendLater(afterMs = resendMs) {
    clearTimeout(this.#timer);
    if (this.#isStarted) this.#timer = setTimeout(this.sendWaiting, afterMs);
  }

  async #reopen(item: string) {
    const quiz = await this.#parts.api.load();
    const fresh = quiz?.items.find(({ id }) => id === item);
    if (quiz === undefined || fresh === undefined) this.#step(item, { type: 'notReopened' });
    else if (quiz.attempt !== this.#attempt) this.#take(quiz, item);
    else this.#step(item, { type: 'reopened', item: fresh });
  }

  async #askForHint(item: string, number: number) {
    const hint = await this.#parts.api.hint(this.#attempt, item, number);
    this.#step(item, hint === undefined ? { type: 'hintFailed' } : { type: 'hintCame', ...hint });
  }

  /** The server knows this attempt or this try no more: what it knows now is shown, and said at `item`. */
  async #loadAnew(item: string) {
    const quiz = await this.#parts.api.load();
    if (quiz === undefined) return this.#set({ phase: 'failed' });
    this.#take(quiz, item);
    this.#set({ focus: { to: 'question' } });
  }

  /** Shows a quiz. An item whose try is still the same keeps what the reader did in it, except `anew`. */
  #take(quiz: PublicQuiz, anew?: string) {
    const { waiting } = this.#parts;
    const isSameAttempt = quiz.attempt === this.#attempt;
    this.#attempt = quiz.attempt;
    const items = quiz.items.map((item) => {
      const before = this.#state.items[this.#indexOf(item.id)];
      const isSameTry = isSameAttempt && before?.context.item.tryNumber === item.tryNumber;
      if (before !== undefined && isSameTry && item.id !== anew) return before;
      return arrive(quiz.attempt, item, waiting.find(item.id), item.id === anew);
    });
    this.#set({ phase: 'ready', items, current: this.#firstShown(items) });
    this.#forgetSettled(quiz.items);
    this.sendWaiting();
  }

  /** What the server did not take is offered while its item is there and not right yet. */
  #forgetSettled(items: readonly PublicItem[]) {
    const { waiting, lesson } = this.#parts;
    for (const { answer } of allWaiting().filter((one) => one.lesson === lesson && one.answer.isOffered)) {
      const { item, submission } = answer.request;
      const isAsked = items.some(({ id, result }) => id === item && result === undefined);
      if (!isAsked) waiting.forget(item, submission);
    }
  }

  /** A quiz that was on the screen stays where it was; a new one opens at an answer that waits, or at the first to come. */
  #firstShown(items: readonly ItemSnapshot[]) {
    if (this.#state.phase === 'ready') return Math.min(this.#state.current, items.length);
    const waits = items.findIndex(({ value }) => value === 'waitingToSend');
    return waits >= 0 ? waits : nextIndex(items, -1);
  }
}
