/**
 * What changed between two objects, as `diff -u` shows it of their JSON, with three lines around each change.
 * Models apimachinery pkg/util/diff Diff and github.com/pmezard/go-difflib (longest matching block first).
 */

type Match = readonly [a: number, b: number, size: number];
const context = 3;

/** Lines that are there too often to say where a match begins, in a text of 200 lines or more. */
function popular(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  if (lines.length >= 200) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const most = Math.floor(lines.length / 100) + 1;
  return new Set([...counts].flatMap(([line, count]) => (count > most ? [line] : [])));
}

type Range = readonly [alo: number, ahi: number, blo: number, bhi: number];

/** The longest run of lines that both have, the earliest of several, and what is the same on both sides of it. */
function longestMatch(
  a: readonly string[],
  b: readonly string[],
  [alo, ahi, blo, bhi]: Range,
  isCommon: ReadonlySet<string>,
): Match {
  let [i, j, size] = [alo, blo, 0];
  let lengths = new Map<number, number>();
  for (let x = alo; x < ahi; x++) {
    const next = new Map<number, number>();
    for (let y = blo; y < bhi; y++) {
      if (a[x] !== b[y] || isCommon.has(b[y] ?? '')) continue;
      const length = (lengths.get(y - 1) ?? 0) + 1;
      next.set(y, length);
      if (length > size) [i, j, size] = [x - length + 1, y - length + 1, length];
    }
    lengths = next;
  }
  while (i > alo && j > blo && a[i - 1] === b[j - 1]) [i, j, size] = [i - 1, j - 1, size + 1];
  while (i + size < ahi && j + size < bhi && a[i + size] === b[j + size]) size++;
  return [i, j, size];
}

function matches(a: readonly string[], b: readonly string[]): Match[] {
  const isCommon = popular(b);
  const found: Match[] = [];
  const todo: Range[] = [[0, a.length, 0, b.length]];
  for (let range = todo.pop(); range; range = todo.pop()) {
    const [alo, ahi, blo, bhi] = range;
    const [i, j, size] = longestMatch(a, b, range, isCommon);
    if (size === 0) continue;
    found.push([i, j, size]);
    if (alo < i && blo < j) todo.push([alo, i, blo, j]);
    if (i + size < ahi && j + size < bhi) todo.push([i + size, ahi, j + size, bhi]);
  }
  return [...found.sort((x, y) => x[0] - y[0]), [a.length, b.length, 0]];
}

interface Piece {
  readonly isSame: boolean;
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

function pieces(a: readonly string[], b: readonly string[]): Piece[] {
  const list: Piece[] = [];
  let [i, j] = [0, 0];
  for (const [ai, bj, size] of matches(a, b)) {
    if (i < ai || j < bj) list.push({ isSame: false, a: [i, ai], b: [j, bj] });
    const last = list.at(-1);
    if (size > 0) {
      if (last?.isSame)
        list[list.length - 1] = { isSame: true, a: [last.a[0], ai + size], b: [last.b[0], bj + size] };
      else list.push({ isSame: true, a: [ai, ai + size], b: [bj, bj + size] });
    }
    [i, j] = [ai + size, bj + size];
  }
  return list;
}

const range = (start: number, end: number): string => {
  const length = end - start;
  if (length === 1) return `${start + 1}`;
  return `${length ? start + 1 : start},${length}`;
};

export function unifiedDiff(before: unknown, after: unknown): string {
  const [a, b] = [before, after].map((value) => JSON.stringify(value, null, 1).split('\n'));
  if (!a || !b) return '';
  const groups: Piece[][] = [[]];
  const all = pieces(a, b);
  for (const [n, piece] of all.entries()) {
    const group = groups.at(-1) as Piece[];
    if (!piece.isSame) {
      group.push(piece);
      continue;
    }
    const [[a1, a2], [b1, b2]] = [piece.a, piece.b];
    const isFirst = n === 0;
    const isLast = n === all.length - 1;
    const isLong = a2 - a1 > 2 * context;
    if (isFirst || isLast || isLong) {
      if (!isFirst)
        group.push({ ...piece, a: [a1, Math.min(a2, a1 + context)], b: [b1, Math.min(b2, b1 + context)] });
      if (!isFirst && !isLast) groups.push([]);
      if (!isLast)
        (groups.at(-1) as Piece[]).push({
          ...piece,
          a: [Math.max(a1, a2 - context), a2],
          b: [Math.max(b1, b2 - context), b2],
        });
    } else group.push(piece);
  }
  const hunks = groups.map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return '';
    const header = `@@ -${range(first.a[0], last.a[1])} +${range(first.b[0], last.b[1])} @@\n`;
    const lines = group.flatMap((piece) =>
      piece.isSame
        ? a.slice(...piece.a).map((line) => ` ${line}\n`)
        : [
            ...a.slice(...piece.a).map((line) => `-${line}\n`),
            ...b.slice(...piece.b).map((line) => `+${line}\n`),
          ],
    );
    return header + lines.join('');
  });
  return hunks.join('');
}
