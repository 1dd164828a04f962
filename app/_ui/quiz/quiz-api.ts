import { callApi } from '@/app/_ui/kit/call-api';
import type { AnswerRequest, AnswerResult, PublicQuiz } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { utcOffsetMinutes } from '../review/reader-dates';
import { keepQuiz, keepWithout, keptQuiz } from './kept-quiz';

/** What became of an answer. `unreachable`: nobody knows, so the same submission may be sent again. */
export type Sent =
  | { readonly kind: 'judged' | 'alreadyAnswered'; readonly result: AnswerResult }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unknownAttempt' }
  | Unreachable;

export interface Unreachable {
  readonly kind: 'unreachable';
  /** After how long the server wants to be asked again. */
  readonly retryAfterMs?: number;
  /** Others may arrive all the same. */
  readonly isOfThisAnswer?: boolean;
}

export interface Hint {
  readonly text: string;
  readonly left: number;
}

/** The server's side of a quiz. Every failure is a value: `undefined` means that nothing came, and that no quiz is kept here. */
export interface QuizApi {
  readonly load: () => Promise<PublicQuiz | undefined>;
  readonly answer: (request: AnswerRequest) => Promise<Sent>;
  /** `number` counts from 1. */
  readonly hint: (attempt: string, item: string, number: number) => Promise<Hint | undefined>;
}

/** A request that took longer counts as not arrived, ms. */
const longestRequestMs = 15_000;

interface Reply {
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Talks to `/api/quiz/{lesson}`. A reply that is not JSON comes from somebody in between and counts as none. */
export function quizApi(lesson: string, locale: Locale): QuizApi {
  const address = (part = '') => `/api/quiz/${encodeURIComponent(lesson)}${part}?locale=${locale}`;
  return {
    load: async () => {
      const reply = await ask(`${address()}&utcOffset=${utcOffsetMinutes()}`);
      if (reply === undefined || passes(reply.status)) return keptQuiz(lesson, locale);
      if (reply.status !== 200 || !isQuiz(reply.body)) return undefined;
      keepQuiz(reply.body, locale);
      return reply.body;
    },
    answer: async (request) => {
      const reply = await ask(address('/answers'), request);
      const sent: Sent = reply === undefined ? { kind: 'unreachable' } : readSent(reply);
      if (sent.kind === 'judged' || sent.kind === 'alreadyAnswered')
        keepWithout(lesson, request.item, locale);
      return sent;
    },
    hint: async (attempt, item, number) => {
      const reply = await ask(address('/hints'), { attempt, item, number });
      return reply?.status === 200 && isHint(reply.body) ? reply.body : undefined;
    },
  };
}

async function ask(address: string, body?: unknown): Promise<Reply | undefined> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const response = await callApi(address, {
      ...(body === undefined ? {} : post),
      cache: 'no-store',
      signal: AbortSignal.timeout(longestRequestMs),
    });
    const parsed: unknown = await response.json();
    if (!isRecord(parsed)) return undefined;
    const retryAfterMs = retryAfterIn(response.headers.get('retry-after'));
    return { status: response.status, retryAfterMs, body: parsed };
  } catch {
    return undefined;
  }
}

/** The server names seconds; a date, as somebody in between may write it, is left to the usual pause. */
function retryAfterIn(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
}

/** 408, 429 and 5xx pass by themselves; the other refusals do not. */
const passes = (status: number) => status === 408 || status === 429 || status >= 500;

function readSent({ status, retryAfterMs, body }: Reply): Sent {
  const error = isRecord(body.error) ? body.error : {};
  if (status === 200 || status === 201) {
    return isResult(body) ? { kind: 'judged', result: body } : { kind: 'unreachable' };
  }
  if (passes(status)) {
    return {
      kind: 'unreachable',
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      isOfThisAnswer: status === 500,
    };
  }
  if (status === 404) return { kind: 'unknownAttempt' };
  if (status === 409) {
    return isResult(body.result)
      ? { kind: 'alreadyAnswered', result: body.result }
      : { kind: 'unknownAttempt' };
  }
  return { kind: 'refused', message: typeof error.message === 'string' ? error.message : '' };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isQuiz = (value: unknown): value is PublicQuiz =>
  isRecord(value) && typeof value.attempt === 'string' && Array.isArray(value.items);

const isResult = (value: unknown): value is AnswerResult =>
  isRecord(value) && typeof value.correct === 'boolean' && Array.isArray(value.options);

const isHint = (value: unknown): value is Hint =>
  isRecord(value) && typeof value.text === 'string' && typeof value.left === 'number';
