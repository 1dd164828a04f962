import { callApi } from '@/app/_ui/kit/call-api';
import { utcOffsetMinutes } from '@/app/_ui/review/reader-dates';
import type {
  CameBack,
  ClassList,
  ClassSummary,
  ClassView,
  GridView,
  JoinedClass,
  LessonItems,
  MyPlace,
  NewJoinCode,
} from '@/lib/class/public';
import type { ApiError } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';

/** What became of a request. A refusal has the server's own sentence; without one it did not answer. */
export type Told<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code?: string; readonly message?: string };

/** A request that took longer counts as not arrived, ms. */
const longestRequestMs = 15_000;

async function ask<Value>(
  locale: Locale,
  path: string,
  {
    method = 'GET',
    body,
    query = '',
  }: { readonly method?: string; readonly body?: object; readonly query?: string } = {},
): Promise<Told<Value>> {
  const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const response = await callApi(`/api/${path}?locale=${locale}${query}`, {
      ...{ method, cache: 'no-store', ...json },
      signal: AbortSignal.timeout(longestRequestMs),
    });
    const said: unknown = await response.json();
    return response.ok ? { ok: true, value: said as Value } : { ok: false, ...(said as ApiError).error };
  } catch {
    return { ok: false };
  }
}

const part = encodeURIComponent;

/** Talks to `/api/classes` and `/api/join` in the language of the page. Every failure is a value. */
export const classApi = {
  list: (locale: Locale) => ask<ClassList>(locale, 'classes'),
  make: (locale: Locale, name: string) =>
    ask<ClassSummary>(locale, 'classes', { method: 'POST', body: { name } }),
  view: (locale: Locale, id: string) => ask<ClassView>(locale, `classes/${part(id)}`),
  grid: (locale: Locale, id: string) =>
    ask<GridView>(locale, `classes/${part(id)}/grid`, { query: `&utcOffset=${utcOffsetMinutes()}` }),
  items: (locale: Locale, id: string, lesson: string) =>
    ask<LessonItems>(locale, `classes/${part(id)}/grid/${part(lesson)}`),
  rename: (locale: Locale, id: string, name: string) =>
    ask<ClassView>(locale, `classes/${part(id)}`, { method: 'PATCH', body: { name } }),
  end: (locale: Locale, id: string) => ask(locale, `classes/${part(id)}`, { method: 'DELETE' }),
  makeCode: (locale: Locale, id: string, days: number) =>
    ask<NewJoinCode>(locale, `classes/${part(id)}/codes`, { method: 'POST', body: { days } }),
  endCode: (locale: Locale, id: string, code: string) =>
    ask<Pick<ClassView, 'codes'>>(locale, `classes/${part(id)}/codes/${part(code)}`, { method: 'DELETE' }),
  remove: (locale: Locale, id: string, learner: string) =>
    ask<Pick<ClassView, 'learners'>>(locale, `classes/${part(id)}/learners/${part(learner)}`, {
      method: 'DELETE',
    }),
  leave: (locale: Locale, id: string) =>
    ask<{ readonly places: readonly MyPlace[] }>(locale, `classes/${part(id)}/place`, { method: 'DELETE' }),
  ofCode: (locale: Locale, code: string) => ask<{ readonly name: string }>(locale, `join/${part(code)}`),
  join: (locale: Locale, code: string, nickname: string) =>
    ask<JoinedClass>(locale, 'join', { method: 'POST', body: { code, nickname } }),
  comeBack: (locale: Locale, words: string, takesAlong?: boolean) =>
    ask<CameBack>(locale, 'join/recover', {
      method: 'POST',
      body: { words, ...(takesAlong !== undefined && { takesAlong }) },
    }),
};
