/** Lines that were typed, the oldest first. */
export type History = readonly string[];

/** More lines than this are not kept. */
const mostLines = 1000;

/** The history after a line. Empty lines, and the same line again, leave it as it is. */
export function remembered(history: History, line: string): History {
  const text = line.trim();
  if (text === '' || history.at(-1) === text) return history;
  return [...history, text].slice(-mostLines);
}

/** Where the arrows stand in a history: `at` is the index of the line that is shown, its length is the new line. */
export interface Place {
  readonly at: number;
  readonly line: string;
}

/** The line before: of those that begin with what was typed, if anything was. Undefined when there is none. */
export function earlier(history: History, at: number, typed = ''): Place | undefined {
  for (let i = Math.min(at, history.length) - 1; i >= 0; i--) {
    const line = history[i] ?? '';
    if (line.startsWith(typed)) return { at: i, line };
  }
  return undefined;
}

/** The line after; behind the last one stands what was typed. */
export function later(history: History, at: number, typed = ''): Place {
  for (let i = at + 1; i < history.length; i++) {
    const line = history[i] ?? '';
    if (line.startsWith(typed)) return { at: i, line };
  }
  return { at: history.length, line: typed };
}

/** The latest line before `at` in which a text stands, for a search backwards. */
export function searched(history: History, text: string, at = history.length): Place | undefined {
  for (let i = Math.min(at, history.length) - 1; i >= 0; i--) {
    const line = history[i] ?? '';
    if (line.includes(text)) return { at: i, line };
  }
  return undefined;
}
