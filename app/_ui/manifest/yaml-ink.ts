/** How a stretch of YAML is inked: a key, a value that is text, a value that is not (a number, true, null), a note, a sign. */
export type Ink = 'key' | 'text' | 'value' | 'note' | 'sign';

export interface Inked {
  /** Columns of the line, from 0; `to` is behind the last one. */
  readonly from: number;
  readonly to: number;
  readonly ink: Ink;
}

const keyAt = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{}&*!|>%@`-][^#]*?|-[^\s#][^#]*?)(:)(?=\s|$)/;
const plainValue = /^(?:[-+]?(?:\d[\d_]*)(?:\.\d+)?(?:e[-+]?\d+)?|true|false|null|~)$/i;

/**
 * The inks of each line of a YAML text, in columns. Reads line by line, as much of YAML as manifests use: keys, sequences,
 * quoted and plain values, notes, and blocks of text after `|` and `>`.
 */
export function inkOf(lines: readonly string[]): readonly (readonly Inked[])[] {
  let blockIndent: number | undefined;
  return lines.map((line) => {
    const indent = line.length - line.trimStart().length;
    if (blockIndent !== undefined) {
      if (line.trim() === '') return [];
      if (indent > blockIndent) return [{ from: indent, to: line.length, ink: 'text' }];
      blockIndent = undefined;
    }
    const inked = inkOfLine(line, indent);
    if (inked.some(({ from, to, ink }) => ink === 'sign' && /^[|>][-+\d]*$/.test(line.slice(from, to))))
      blockIndent = indent;
    return inked;
  });
}

function inkOfLine(line: string, indent: number): readonly Inked[] {
  const inked: Inked[] = [];
  let at = indent;
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
    inked.push({ from: 0, to: 3, ink: 'sign' });
    at = 3;
  }
  for (let dash = /^- +|^-$/.exec(line.slice(at)); dash; dash = /^- +|^-$/.exec(line.slice(at))) {
    inked.push({ from: at, to: at + 1, ink: 'sign' });
    at += dash[0].length;
  }
  const key = keyAt.exec(line.slice(at));
  if (key?.[1] !== undefined) {
    const end = at + key[1].length;
    inked.push({ from: at, to: end, ink: 'key' }, { from: end, to: end + 1, ink: 'sign' });
    at = end + 1;
  }
  return [...inked, ...inkOfValue(line, at)];
}

function inkOfValue(line: string, start: number): readonly Inked[] {
  const from = start + (/^\s*/.exec(line.slice(start))?.[0].length ?? 0);
  const rest = line.slice(from);
  if (rest === '') return [];
  if (rest.startsWith('#')) return [{ from, to: line.length, ink: 'note' }];
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  const value = quoted ?? rest.replace(/\s+#.*$/, '').trimEnd();
  const to = from + value.length;
  const ink: Ink = quoted
    ? 'text'
    : /^[|>][-+\d]*$/.test(value)
      ? 'sign'
      : plainValue.test(value)
        ? 'value'
        : 'text';
  return [{ from, to, ink }, ...noteAfter(line, to)];
}

function noteAfter(line: string, from: number): readonly Inked[] {
  const note = /\s#.*$/.exec(line.slice(from));
  return note ? [{ from: from + note.index + 1, to: line.length, ink: 'note' }] : [];
}

/** Columns by which a line after this one is set in: under its content, and two further after a key without a value. */
export function indentAfter(line: string): number {
  const content = /^\s*(?:- +)*/.exec(line)?.[0].length ?? 0;
  if (line.trim() === '' || content >= line.length) return line.length - line.trimStart().length;
  return /:\s*(?:[|>][-+]?)?\s*(?:#.*)?$/.test(line) ? content + 2 : content;
}
