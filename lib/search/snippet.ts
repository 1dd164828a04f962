import { isHan, tokensOf } from './tokens';

/** A piece of a text; `isFound` is what the reader looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** About how long a snippet is, in characters: a Chinese one says as much in half as many. */
const length = { word: 170, han: 76 } as const;
/** A snippet begins with a sentence when one begins so near before what was found. */
const sentenceBefore = 0.45;

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(text: string, terms: ReadonlySet<string>): readonly (Span & { readonly term: string })[] {
  return tokensOf(text).filter(({ term }) => terms.has(term));
}

/** Spans in order; those that touch or overlap are one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** A text with the words marked that were found in it. */
export function marked(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of joined(spansOf(text, terms))) {
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false });
    pieces.push({ text: text.slice(start, end), isFound: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false });
  return pieces;
}

/** How many different terms a text has. */
export const countFound = (text: string, terms: ReadonlySet<string>): number =>
  new Set(spansOf(text, terms).map(({ term }) => term)).size;

/** Where the stretch begins that holds most different terms; undefined when it holds none. */
function bestStart(text: string, terms: ReadonlySet<string>, size: number): number | undefined {
  const spans = spansOf(text, terms);
  let best: { readonly start: number; readonly count: number } | undefined;
  for (const [at, { start }] of spans.entries()) {
    const inside = spans.slice(at).filter(({ end }) => end <= start + size);
    const count = new Set(inside.map(({ term }) => term)).size;
    if (best === undefined || count > best.count) best = { start, count };
  }
  return best?.start;
}

/** Back to the beginning of a sentence, else of a word. */
function beginning(text: string, found: number, size: number): number {
  const least = Math.max(0, found - Math.floor(size * sentenceBefore));
  if (least === 0) return 0;
  const before = text.slice(least, found);
  const sentence = Math.max(
    ...[...before.matchAll(/[.!?:] +|[。！？：；]/g)].map(({ 0: end, index }) => index + end.length),
    -1,
  );
  if (sentence >= 0) return least + sentence;
  const word = before.search(/[\s，、]/);
  return word < 0 ? least : least + word + 1;
}

function ending(text: string, start: number, size: number): number {
  if (text.length <= start + size) return text.length;
  const cut = text.slice(start, start + size);
  const word = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('，'), cut.lastIndexOf('。') + 1);
  return start + (word > size / 2 ? word : size);
}

/** The stretch of a text that shows best why it was found, with the words marked; its beginning when nothing was found in it. */
export function snippetOf(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const size =
    isHan(text.replace(/[^\p{L}]/gu, '').slice(0, 1)) || /\p{Script=Han}{4}/u.test(text)
      ? length.han
      : length.word;
  const found = bestStart(text, terms, size) ?? 0;
  const start = beginning(text, found, size);
  const end = ending(text, start, size);
  const pieces = marked(text.slice(start, end).trim(), terms);
  const gap = (is: boolean): readonly Piece[] => (is ? [{ text: '…', isFound: false }] : []);
  return [...gap(start > 0), ...pieces, ...gap(end < text.length)];
}
