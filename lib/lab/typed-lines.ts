import type { TimedCommand } from '../cluster/command';
import type { Future, TypedLine } from './future';
import type { Later, Ran } from './typing';
import { typeLine } from './typing';
import type { ShellState, Typist } from './typist';
import type { Typed } from './view';

/** Exit code of a line that was interrupted, as a shell reports it. */
const ctrlC = 130;

/** It has not ended by a moment, or waits for ever. */
export const waitsAt = ({ atMs, untilMs, exit }: TypedLine, nowMs: number): boolean =>
  atMs <= nowMs && (untilMs > nowMs || exit === undefined);

/** A line as it is when it is interrupted at a moment. */
export function interrupted({ base: _, editor: __, ...line }: TypedLine, atMs: number): TypedLine {
  return {
    ...line,
    exit: ctrlC,
    untilMs: atMs,
    printed: line.printed.filter((one) => one.atMs <= atMs),
    did: line.did.filter((one) => one.atMs <= atMs),
  };
}

/** The prompt as a line had left it by a moment. */
export const shellBy = ({ left, shell }: TypedLine, atMs: number): ShellState =>
  left.findLast((one) => one.atMs <= atMs)?.shell ?? shell;

/** One prompt has one line at a time: what still waits is interrupted by the next. */
export const endedAt = (typed: readonly TypedLine[], atMs: number): TypedLine[] =>
  typed.map((one) => (one.atMs <= atMs && (one.untilMs > atMs || one.editor) ? interrupted(one, atMs) : one));

/** A line as its last run made it; it stays as it was met where that run does not say otherwise. */
export function ranAgain(line: TypedLine, { commands: did, shell: _, ...ran }: Ran): TypedLine {
  const { exit: __, editor: ___, ...rest } = line;
  return { ...rest, ...ran, did };
}

/**
 * Lines of a future in which something else happens from a moment on. Those that came later are gone; one that still waits and
 * does nothing itself is followed anew; one that did something is interrupted.
 */
export function continued(
  typist: () => Typist,
  typed: Future['typed'],
  fromMs: number,
  told: readonly Later[],
): TypedLine[] {
  return typed
    .filter(({ atMs }) => atMs <= fromMs)
    .map((one) => {
      if (one.untilMs <= fromMs) return one;
      if (!one.base || one.did.length > 0) return interrupted(one, fromMs);
      const later = told.slice(one.base.commands.length);
      return ranAgain(one, typeLine(typist(), one.base.copy(), later, one.line, one.shell, one.edits));
    });
}

export const said = ({
  base: _,
  shell: __,
  left: ___,
  did: ____,
  edits: _____,
  ...typed
}: TypedLine): Typed => typed;

const whole = new WeakMap<TypedLine, Typed>();

/** A line as it stands at a moment: what it prints later is not there yet. */
export function saidBy(line: TypedLine, nowMs: number): Typed {
  if (line.untilMs <= nowMs) {
    const known = whole.get(line) ?? said(line);
    whole.set(line, known);
    return known;
  }
  const { exit: _, editor: __, ...typed } = said(line);
  return { ...typed, printed: typed.printed.filter(({ atMs }) => atMs <= nowMs) };
}

/** Commands of a future without those of one line. */
export const without = (own: readonly TimedCommand[], { did }: TypedLine): readonly TimedCommand[] =>
  own.filter((one) => !did.includes(one));
