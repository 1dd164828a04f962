import type { Score } from '@/lib/lab/view';
import { textWidth } from './lane-label';

export interface Label {
  readonly x: number;
  readonly text: string;
  /** What the tick stands for in full, where the text is short or missing. */
  readonly title: string;
  readonly atMs: number;
  readonly refused?: boolean;
}

export type SayCommand = (command: Score['commands'][number]['command']) => string;
type Span = Score['controller']['spans'][number];

const letter = 6.7;

/** Commands over their ticks: those of one moment share one; words end before the next tick, the now-line or `end`. */
export function commandLabels(
  { commands, nowMs }: Pick<Score, 'commands' | 'nowMs'>,
  x: (atMs: number) => number,
  say: SayCommand,
  end: number,
): readonly Label[] {
  const groups: { atMs: number; texts: string[]; refused: boolean }[] = [];
  for (const { atMs, command, refused } of commands) {
    const last = groups.at(-1);
    if (last !== undefined && last.atMs === atMs) last.texts.push(say(command));
    else groups.push({ atMs, texts: [say(command)], refused: refused !== undefined });
  }
  return groups.map(({ atMs, texts, refused }, index): Label => {
    const next = groups[index + 1];
    const until = atMs < nowMs ? Math.min(end, x(nowMs)) : end;
    const room = Math.min(until, next === undefined ? end : x(next.atMs)) - x(atMs) - 8;
    return { x: x(atMs), atMs, refused, title: texts.join(', '), text: shorten(merge(texts), room, letter) };
  });
}

function merge(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  if (rest.length === 0) return first;
  return rest.every((text) => text === first) ? `${first} ×${texts.length}` : `${first} +${rest.length}`;
}

/** A machine's states up to now: a run of the same is one word with its number, one without room only a tick. */
export function stateLabels(
  spans: readonly Span[],
  nowMs: number,
  x: (atMs: number) => number,
): readonly Label[] {
  return spans
    .filter((span) => span.fromMs <= nowMs)
    .map((span) => {
      const text = span.times > 1 ? `${span.state} ×${span.times}` : span.state;
      const room = x(Math.min(span.toMs, nowMs)) - x(span.fromMs) - 9;
      const fits =
        [text, span.times > 1 ? `×${span.times}` : ''].find((one) => one.length * letter <= room) ?? '';
      return { x: x(span.fromMs), atMs: span.fromMs, title: text, text: fits };
    });
}

/** The text, its first words, or nothing: what fits in `room` px. */
function shorten(text: string, room: number, perLetter: number): string {
  const words = text.split(' ');
  for (let count = words.length; count > 0; count--) {
    const part = words.slice(0, count).join(' ');
    if (textWidth(part, perLetter) <= room) return part;
  }
  return '';
}
