/** A block of a section, as it stands in the text. Notes belong to the block that they follow. */
export interface Block<T> {
  readonly kind: 'text' | 'wide' | 'note';
  readonly content: T;
  /** About how high it will be beside the other column, px. Wide blocks need none. */
  readonly height: number;
}

/** Notes may reach this far below the text beside them before the next notes are set directly under them, px. */
const slackPx = 32;

export interface Placed<T> {
  readonly kind: 'text' | 'wide' | 'notes';
  readonly contents: readonly T[];
  /** Grid lines, from 1; `toRow` is exclusive. */
  readonly row: number;
  readonly toRow: number;
}

/**
 * Rows of a section's two columns, text and notes, in the order of the text. Notes begin at the row of the block that
 * they belong to and reach to the next notes or the next wide block; the last row of that stretch is empty, and takes
 * what the notes need more than the text beside them. Where notes are much higher than that text, the next ones stand
 * directly under them instead of pushing their paragraph down. Notes after a wide block go to the block below it.
 */
export function placeBlocks<T>(blocks: readonly Block<T>[]): readonly Placed<T>[] {
  const placed: Placed<T>[] = [];
  let row = 1;
  let open: OpenNotes<T> | undefined;
  let early: Block<T>[] = [];

  const close = () => {
    if (!open) return;
    placed.splice(open.at, 0, {
      kind: 'notes',
      contents: contentsOf(open.notes),
      row: open.row,
      toRow: row + 1,
    });
    open = undefined;
    row += 1;
  };

  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'note') {
      if (open && blocks[at - 1]?.kind !== 'wide' && early.length === 0) open.notes.push(block);
      else early.push(block);
      continue;
    }
    const hasNotes = blocks[at + 1]?.kind === 'note' || early.length > 0;
    const drifts = open !== undefined && heightOf(open.notes) > open.textPx + slackPx;
    if (block.kind === 'wide' || (hasNotes && !drifts)) close();
    placed.push({ kind: block.kind, contents: [block.content], row, toRow: row + 1 });
    if (block.kind === 'text' && hasNotes) {
      open ??= { row, notes: [], textPx: 0, at: 0 };
      open.at = placed.length;
      open.notes.push(...early);
      early = [];
    }
    if (open) open.textPx += block.height;
    row += 1;
  }
  close();
  if (early.length > 0) placed.push({ kind: 'text', contents: contentsOf(early), row, toRow: row + 1 });
  return placed;
}

interface OpenNotes<T> {
  readonly row: number;
  readonly notes: Block<T>[];
  /** Height of the text beside them so far. */
  textPx: number;
  /** Where they belong among what is placed: after the last block that they follow, so that none is read before its own. */
  at: number;
}

const heightOf = (blocks: readonly Block<unknown>[]): number =>
  blocks.reduce((sum, block) => sum + block.height, 0);

const contentsOf = <T>(blocks: readonly Block<T>[]): readonly T[] => blocks.map((block) => block.content);
