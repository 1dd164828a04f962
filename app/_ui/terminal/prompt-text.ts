import type { Completion } from '@/lib/kubectl/completion';

export interface Edited {
  readonly text: string;
  /** Where the cursor stands. */
  readonly at: number;
}

/** The line with one choice in place of the word at the cursor. What does not go on is followed by a space. */
export function withChoice({ text, at }: Edited, from: number, choice: string): Edited {
  const after = text.slice(at);
  const gap = /[=/.,]$/.test(choice) || after.startsWith(' ') ? '' : ' ';
  return { text: text.slice(0, from) + choice + gap + after, at: from + choice.length + gap.length };
}

/** What Tab does: the only choice; or as much as all choices share; or nothing, and the choices are to be shown. */
export function completed(edited: Edited, { from, choices }: Completion): Edited | undefined {
  const [first] = choices;
  if (first === undefined) return undefined;
  if (choices.length === 1) return withChoice(edited, from, first);
  const shared = sharedBy(choices);
  if (shared.length <= edited.at - from) return undefined;
  return {
    text: edited.text.slice(0, from) + shared + edited.text.slice(edited.at),
    at: from + shared.length,
  };
}

function sharedBy(choices: readonly string[]): string {
  let shared = choices[0] ?? '';
  for (const choice of choices) while (!choice.startsWith(shared)) shared = shared.slice(0, -1);
  return shared;
}

export interface Pasted {
  /** Lines that run, in their order. */
  readonly lines: readonly string[];
  /** What stays in the prompt: the last line, which no line break ended. */
  readonly rest: string;
}

/** A text of several lines as a shell reads it: `\` at a line's end joins it to the next, empty lines and prompts' `$` go. */
export function pastedLines(text: string): Pasted {
  const joined = text.replace(/\r\n?/g, '\n').replace(/\\\n[ \t]*/g, '');
  const all = joined.split('\n').map((line) => line.replace(/^\s*\$ /, ''));
  const rest = all.pop() ?? '';
  return { lines: all.map((line) => line.trim()).filter((line) => line !== ''), rest };
}

/** The grey rest of a line: of the newest line that begins with what was typed. */
export function restOf(text: string, lines: readonly string[]): string {
  if (text.trim() === '') return '';
  const found = lines.findLast((line) => line.length > text.length && line.startsWith(text));
  return found?.slice(text.length) ?? '';
}
