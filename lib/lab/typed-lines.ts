import type { Future, TypedLine } from './future';
import type { Later } from './typing';
import { typeLine } from './typing';
import type { Typist } from './typist';
import type { Typed } from './view';

/** Exit code of a line that was interrupted, as a shell reports it. */
const ctrlC = 130;

function interrupted({ base: _, ...line }: TypedLine, atMs: number): TypedLine {
  return { ...line, exit: ctrlC, untilMs: atMs, printed: line.printed.filter((one) => one.atMs <= atMs) };
}

/** One prompt has one line at a time: what still waits is interrupted by the next. */
export const endedAt = (typed: readonly TypedLine[], atMs: number): TypedLine[] =>
  typed.map((one) => (one.atMs <= atMs && one.untilMs > atMs ? interrupted(one, atMs) : one));

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
      if (!one.base) return interrupted(one, fromMs);
      const later = told.slice(one.base.commands.length);
      const {
        commands: _,
        shell: __,
        ...ran
      } = typeLine(typist(), one.base.copy(), later, one.line, one.shell);
      const { exit: ___, ...rest } = one;
      return { ...rest, ...ran };
    });
}

export const said = ({ base: _, shell: __, ...typed }: TypedLine): Typed => typed;

const whole = new WeakMap<TypedLine, Typed>();

/** A line as it stands at a moment: what it prints later is not there yet. */
export function saidBy(line: TypedLine, nowMs: number): Typed {
  if (line.untilMs <= nowMs) {
    const known = whole.get(line) ?? said(line);
    whole.set(line, known);
    return known;
  }
  const { exit: _, ...typed } = said(line);
  return { ...typed, printed: typed.printed.filter(({ atMs }) => atMs <= nowMs) };
}
