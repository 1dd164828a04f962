import type { Cluster } from '../cluster/cluster';
import type { TimedCommand } from '../cluster/command';
import type { Future, TypedLine } from './future';
import type { Edit, Later, Ran } from './typing';
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

/** Lines without one whose editor is open; as long as something stands that it has done, it was interrupted. */
export const withdrawn = (typed: readonly TypedLine[], line: TypedLine, atMs: number): TypedLine[] =>
  typed.flatMap((one) => (one !== line ? one : one.did.length > 0 ? interrupted(one, atMs) : []));

/** A line that is typed on a cluster, and the prompt that it leaves. */
export function begun(
  typist: Typist,
  base: Cluster,
  later: readonly Later[],
  about: Pick<TypedLine, 'id' | 'line' | 'future' | 'shell'>,
): { readonly typed: TypedLine; readonly shell: ShellState } {
  const ran = typeLine(typist, base.copy(), later, about.line, about.shell);
  const blank: TypedLine = {
    ...about,
    atMs: base.nowMs,
    untilMs: 0,
    printed: [],
    left: [],
    did: [],
    edits: [],
  };
  return { typed: withBase(ranAgain(blank, ran), base), shell: ran.shell };
}

/** A line whose editor is answered: played again from its beginning, among all that was told beside it. */
export function answered(
  typist: Typist,
  line: TypedLine,
  told: readonly Later[],
  edit: Edit,
): { readonly typed: TypedLine; readonly shell: ShellState } {
  const { base } = line;
  if (!base) throw new Error(`line ${line.id} cannot be played again`);
  const edits = [...line.edits, edit];
  // What was done while the editor was open stays done, though the line has done something before it.
  const later = told
    .slice(base.commands.length)
    .map((one) => (one.atMs <= edit.atMs ? { ...one, isOwn: false } : one));
  const ran = typeLine(typist, base.copy(), later, line.line, line.shell, edits);
  return { typed: withBase({ ...ranAgain(line, ran), edits }, base), shell: ran.shell };
}

/** The cluster as it was met is kept as long as the line can be played again. */
function withBase({ base: _, ...line }: TypedLine, base: Cluster): TypedLine {
  const waits = line.editor !== undefined || (line.did.length === 0 && line.untilMs > line.atMs);
  return waits ? { ...line, base } : line;
}

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
