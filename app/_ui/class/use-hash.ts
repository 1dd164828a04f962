import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** What stands behind `#`, decoded; undefined on the server. The language switch keeps it, and no server is told. */
export const useHash = (): string | undefined =>
  useSyncExternalStore(
    subscribe,
    () => decoded(window.location.hash.slice(1)),
    () => undefined,
  );

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
