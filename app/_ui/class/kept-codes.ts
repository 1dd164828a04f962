import type { NewJoinCode } from '@/lib/class/public';

const KEY = 'podium-join-codes';
const MOST = 20;

let known: { readonly text: string; readonly codes: readonly NewJoinCode[] } = { text: '[]', codes: [] };
const listeners = new Set<() => void>();

function read(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '[]';
  } catch {
    return known.text;
  }
}

function parsed(text: string): readonly NewJoinCode[] {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept)
      ? kept.filter((one) => typeof one?.id === 'string' && typeof one.code === 'string')
      : [];
  } catch {
    return [];
  }
}

function write(codes: readonly NewJoinCode[]): void {
  const text = JSON.stringify(codes.slice(0, MOST));
  known = { text, codes: codes.slice(0, MOST) };
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Without storage they are shown as long as the page stands.
  }
  for (const listener of listeners) listener();
}

/** The codes that were made in this tab, newest first: the server keeps none, and a lesson outlasts a reload. They go with the tab. */
export const keptCodes = {
  now: (): readonly NewJoinCode[] => {
    const text = read();
    if (text !== known.text) known = { text, codes: parsed(text) };
    return known.codes;
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const keepCode = (fresh: NewJoinCode): void => write([fresh, ...keptCodes.now()]);
export const forgetCode = (id: string): void => write(keptCodes.now().filter((one) => one.id !== id));
