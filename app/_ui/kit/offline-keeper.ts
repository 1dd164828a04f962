import type { Locale } from '@/lib/text';

const nameOf = (locale: Locale) => `podium-offline-${locale}`;

/** Whether this tab has heard that the course is kept: a newer build is looked for with the next tab. */
export function isKeptHere(locale: Locale): boolean {
  try {
    return sessionStorage.getItem(nameOf(locale)) === 'kept';
  } catch {
    return false;
  }
}

interface Line {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Nothing is fetched beforehand for who saves data or has a slow line, nor in development, where files change as they are. */
export function asksToKeep(): boolean {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return false;
  const line = (navigator as { readonly connection?: Line }).connection;
  return line?.saveData !== true && !/2g$/.test(line?.effectiveType ?? '');
}

interface Told {
  readonly locale?: unknown;
  readonly isKept?: unknown;
}

/** Asks the worker to keep the course in one language; whether all of it is there. False is no fault: it is tried again. */
export async function keepCourse(locale: Locale): Promise<boolean> {
  try {
    await navigator.serviceWorker.register('/offline-worker.js', { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const told = new Promise<boolean>((resolve) => {
      const hear = ({ data }: MessageEvent<Told>) => {
        if (data?.locale !== locale) return;
        navigator.serviceWorker.removeEventListener('message', hear);
        resolve(data.isKept === true);
      };
      navigator.serviceWorker.addEventListener('message', hear);
      navigator.serviceWorker.startMessages();
    });
    active.postMessage({ keep: locale });
    const isKept = await told;
    if (isKept) sessionStorage.setItem(nameOf(locale), 'kept');
    return isKept;
  } catch {
    // A browser that keeps nothing reads the course with a connection.
    return false;
  }
}
