/** A block of a section, as it stands in the text. Notes belong to the block that they follow. */
export interface Block<T> {
  readonly kind: 'text' | 'wide' | 'note';
  readonly content: T;
}

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
 * what the notes need more than the text beside them. Notes after a wide block go to the block below it.
 */
export function placeBlocks<T>(blocks: readonly Block<T>[]): readonly Placed<T>[] {
  const placed: Placed<T>[] = [];
  let row = 1;
  let open: { readonly row: number; readonly contents: T[]; readonly at: number } | undefined;
  let early: T[] = [];

  const close = () => {
    if (!open) return;
    placed.splice(open.at, 0, { kind: 'notes', contents: open.contents, row: open.row, toRow: row + 1 });
    open = undefined;
    row += 1;
  };

  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'note') {
      if (open && open.row === row - 1) open.contents.push(block.content);
      else early.push(block.content);
      continue;
    }
    const notesFollow = blocks[at + 1]?.kind === 'note' || early.length > 0;
    if (block.kind === 'wide' || notesFollow) close();
    placed.push({ kind: block.kind, contents: [block.content], row, toRow: row + 1 });
    if (block.kind === 'text' && notesFollow) {
      open = { row, contents: early, at: placed.length };
      early = [];
    }
    row += 1;
  }
  close();
  if (early.length > 0) placed.push({ kind: 'text', contents: early, row, toRow: row + 1 });
  return placed;
}
