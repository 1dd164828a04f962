'use client';

import { useSyncExternalStore } from 'react';
import { callApi } from '@/app/_ui/kit/call-api';
import { erasedKey } from '@/app/_ui/review/kept-here';
import type { LessonProgress, Progress } from '@/lib/quiz/public';
import { waitingChanged } from '../quiz/waiting-answers';
import { noProgress } from './steps';

export interface ProgressView {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly progress: Progress;
  /** Sections that were read here and could not be sent yet, as `lesson/section`. */
  readonly waiting: readonly string[];
}

const nothingYet: ProgressView = { status: 'loading', progress: { lessons: {} }, waiting: [] };
const waitingKey = 'podium-sections-waiting';
/** A reader cannot read more sections than this while the server is away. */
const maxWaiting = 200;

let view: ProgressView = nothingYet;
let asked = false;
let sending = false;
const listeners = new Set<() => void>();

function show(change: Partial<ProgressView>) {
  view = { ...view, ...change };
  for (const listener of listeners) listener();
}

function keepWaiting(waiting: readonly string[]) {
  const kept = waiting.slice(-maxWaiting);
  try {
    if (kept.length) localStorage.setItem(waitingKey, JSON.stringify(kept));
    else localStorage.removeItem(waitingKey);
  } catch {
    // Without storage they wait as long as the page stands.
  }
  show({ waiting: kept });
  window.dispatchEvent(new Event(waitingChanged));
}

function keptFromBefore(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(waitingKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Asks the server anew. A failure keeps what is already shown. */
export async function refreshProgress(): Promise<void> {
  try {
    const response = await fetch('/api/progress', { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`GET /api/progress: ${response.status}`);
    show({ status: 'ready', progress: (await response.json()) as Progress });
  } catch {
    if (view.status !== 'ready') show({ status: 'failed' });
  }
}

/** True when the server took it, or refused it for good: then sending it again is of no use. */
async function post(lesson: string, section: string): Promise<boolean> {
  try {
    const response = await callApi('/api/progress', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lesson, section }),
    });
    return response.ok || (response.status >= 400 && response.status < 500 && response.status !== 429);
  } catch {
    return false;
  }
}

async function sendWaiting(): Promise<void> {
  if (sending || view.waiting.length === 0) return;
  sending = true;
  let sent = false;
  for (const each of view.waiting) {
    if (!view.waiting.includes(each)) continue;
    const [lesson = '', section = ''] = each.split('/');
    if (!(await post(lesson, section))) break;
    keepWaiting(view.waiting.filter((other) => other !== each));
    sent = true;
  }
  sending = false;
  if (sent) await refreshProgress();
}

/** Marks a section as read, once. It is shown at once and sent quietly; what fails waits in this browser. */
export function markRead(lesson: string, section: string): void {
  const id = `${lesson}/${section}`;
  if (view.waiting.includes(id) || view.progress.lessons[lesson]?.sections.includes(section)) return;
  keepWaiting([...view.waiting, id]);
  void sendWaiting();
}

/** Shows nothing and sends nothing more of what was done until now: it is deleted. */
export function forgetProgress(): void {
  keepWaiting([]);
  show({ status: 'ready', progress: { lessons: {} } });
}

function start() {
  asked = true;
  show({ waiting: keptFromBefore() });
  void refreshProgress().then(sendWaiting);
  window.addEventListener('podium:progress', () => void refreshProgress());
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === erasedKey && newValue !== null) forgetProgress();
  });
  window.addEventListener('online', () => void refreshProgress().then(sendWaiting));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refreshProgress();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) queueMicrotask(() => asked || start());
  return () => listeners.delete(listener);
}

/** What this browser's learner has done. `loading` on the server and until the first answer. */
export const useProgress = (): ProgressView =>
  useSyncExternalStore(
    subscribe,
    () => view,
    () => nothingYet,
  );

/** Progress in one lesson, with what still waits to be sent. */
export function progressIn({ progress, waiting }: ProgressView, lesson: string): LessonProgress {
  const saved = progress.lessons[lesson] ?? noProgress;
  const unsent = waiting
    .filter((each) => each.startsWith(`${lesson}/`))
    .map((each) => each.slice(lesson.length + 1));
  return unsent.length === 0 ? saved : { ...saved, sections: [...new Set([...saved.sections, ...unsent])] };
}
