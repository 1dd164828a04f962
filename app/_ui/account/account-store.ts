'use client';

import { useSyncExternalStore } from 'react';
import { utcOffsetMinutes } from '@/app/_ui/review/reader-dates';
import type { AccountView } from '@/lib/account/public';
import type { ReviewState } from '@/lib/review/public';

/** Said to the page when who sits here, or what is due for them, may be another than before. */
export const accountEvent = 'podium:account';

export interface Here {
  /** `failed`: the server did not answer, and nothing was known before. */
  readonly status: 'asking' | 'known' | 'failed';
  readonly view: AccountView;
  /** Concepts that are due for review today. */
  readonly due: number;
  /** The same by the lesson that teaches them, by slug. */
  readonly dueOf: ReadonlyMap<string, number>;
}

const noneDue: Pick<Here, 'due' | 'dueOf'> = { due: 0, dueOf: new Map() };
const nobody: Here = { status: 'asking', view: { kind: 'nobody' }, ...noneDue };
/** The page comes first: it is asked this long after it has loaded, ms. */
const quietMs = 300;

let here: Here = nobody;
let begun = false;
const listeners = new Set<() => void>();

function show(change: Partial<Here>): void {
  here = { ...here, ...change };
  for (const listener of listeners) listener();
}

async function ask(address: string): Promise<unknown> {
  const response = await fetch(address, { cache: 'no-store', headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`GET ${address}: ${response.status}`);
  return response.json();
}

/** Asks anew who sits here and how much is due. A failure keeps what is shown. */
export async function refreshAccount(): Promise<void> {
  try {
    const view = (await ask('/api/account')) as AccountView;
    show({ status: 'known', view, ...(view.kind === 'nobody' && noneDue) });
    if (view.kind !== 'nobody') await refreshDue();
  } catch {
    if (here.status === 'asking') show({ status: 'failed' });
  }
}

async function refreshDue(): Promise<void> {
  const { due = [] } = (await ask(`/api/review?utcOffset=${utcOffsetMinutes()}`)) as Partial<ReviewState>;
  const dueOf = new Map<string, number>();
  for (const { lesson } of due) dueOf.set(lesson.slug, (dueOf.get(lesson.slug) ?? 0) + 1);
  show({ due: due.length, dueOf });
}

function begin(): void {
  begun = true;
  const first = () => void setTimeout(refreshAccount, quietMs);
  if (document.readyState === 'complete') first();
  else window.addEventListener('load', first, { once: true });
  // An answer may take a concept off what is due, and makes somebody of nobody.
  for (const event of [accountEvent, 'podium:progress'])
    window.addEventListener(event, () => void refreshAccount());
  // A page that the browser kept still shows who sat here then.
  window.addEventListener('pageshow', (event) => event.persisted && void refreshAccount());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!begun) begin();
  return () => listeners.delete(listener);
}

/** Who sits at this browser, and what is due. Nobody on the server and until the first answer. */
export const useHere = (): Here =>
  useSyncExternalStore(
    subscribe,
    () => here,
    () => nobody,
  );
