import type { FutureName, FutureView, Typed, TypedText } from '@/lib/lab/view';

/** What is told of a future where lines were typed. */
export type TypedFuture = Pick<FutureView, 'name' | 'isHere' | 'from' | 'forkedAtMs'>;

export interface LineBlock {
  readonly kind: 'line';
  readonly typed: Typed;
  /** What it has printed up to now. */
  readonly printed: readonly TypedText[];
  readonly waits: boolean;
  /** Its reader interrupted it. */
  readonly interrupted: boolean;
}

export interface ForkBlock {
  readonly kind: 'fork';
  readonly name: FutureName;
  readonly atMs: number;
}

export interface BlocksOf {
  readonly typed: readonly Typed[];
  readonly nowMs: number;
  readonly futures: readonly TypedFuture[];
}

/** Exit code of a line that was interrupted, as a shell reports it. */
const ctrlC = 130;

/**
 * What a prompt shows at a moment, from the top: lines typed by then, each with what it had printed by then, and a mark where
 * the future that one is in was forked. A line that the fork has taken with it from a later moment stands below the mark.
 */
export function blocksOf({ typed, nowMs, futures }: BlocksOf): readonly (LineBlock | ForkBlock)[] {
  const blocks: (LineBlock | ForkBlock)[] = [];
  const forks = forksUpToHere(futures).filter(({ atMs }) => atMs <= nowMs);
  for (const one of typed) {
    if (one.atMs > nowMs) continue;
    const at = forks.findLastIndex(({ name, atMs }) => name === one.future || atMs < one.atMs);
    blocks.push(...forks.splice(0, at + 1), lineAt(one, nowMs));
  }
  return [...blocks, ...forks];
}

function lineAt(typed: Typed, nowMs: number): LineBlock {
  const waits = typed.exit === undefined || typed.untilMs > nowMs;
  return {
    kind: 'line',
    typed,
    printed: typed.printed.filter(({ atMs }) => atMs <= nowMs),
    waits,
    interrupted: !waits && typed.exit === ctrlC,
  };
}

/** The forks on the way from the first future to the one that one is in, the earliest first. */
function forksUpToHere(futures: readonly TypedFuture[]): ForkBlock[] {
  const forks: ForkBlock[] = [];
  let at = futures.find(({ isHere }) => isHere);
  while (at?.forkedAtMs !== undefined && forks.length < futures.length) {
    forks.unshift({ kind: 'fork', name: at.name, atMs: at.forkedAtMs });
    const { from } = at;
    at = futures.find(({ name }) => name === from);
  }
  return forks;
}

/** Lines of text that were printed, without the line breaks at their ends. */
export const linesOf = (printed: readonly TypedText[]): readonly string[] =>
  printed.flatMap(({ text }) => text.replace(/\n$/, '').split('\n'));

/** All that is shown, as text for the clipboard. */
export const textOf = (
  blocks: readonly (LineBlock | ForkBlock)[],
  forkText: (fork: ForkBlock) => string,
): string =>
  blocks
    .map((block) =>
      block.kind === 'fork'
        ? `# ${forkText(block)}`
        : [`$ ${block.typed.line}`, ...linesOf(block.printed), ...(block.interrupted ? ['^C'] : [])].join(
            '\n',
          ),
    )
    .join('\n');

/** Lines of an output that are read aloud; the rest is counted. */
const mostRead = 6;

/** What was read aloud last: of which line, how many pieces of its output had come, and the text. */
export interface Heard {
  readonly id: number;
  readonly count: number;
  readonly text: string;
}

export const nothingHeard: Heard = { id: -1, count: 0, text: '' };

/**
 * What a reader of the screen says after `before`: what the newest line has printed since, its head only, and how much there is
 * besides. The same as before when nothing has come; silent where time went back.
 */
export function heardAfter(
  before: Heard,
  block: LineBlock | undefined,
  more: (count: number) => string,
): Heard {
  const id = block?.typed.id ?? -1;
  const count = block?.printed.length ?? 0;
  if (id === before.id && count === before.count) return before;
  const isBack = id < before.id || (id === before.id && count < before.count);
  const fresh = isBack ? [] : (block?.printed.slice(id === before.id ? before.count : 0) ?? []);
  const lines = linesOf(fresh).map((line) => line.replace(/\s+/g, ' '));
  const rest = lines.length - mostRead;
  const read = [...lines.slice(0, mostRead), ...(rest > 0 ? [more(rest)] : [])].join('\n');
  // The same words once more are another text, or they would not be read again.
  const sameAgain = read !== '' && read === before.text ? '\u00a0' : '';
  return { id, count, text: read + sameAgain };
}
