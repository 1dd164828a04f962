/** Blanks between a column's longest cell and the next column. */
const padding = 2;

interface Row {
  readonly cells: readonly string[];
  /** The run of each cell that a tab ends: how wide the column is in the lines around. */
  readonly runs: readonly { readonly width: number }[];
}

const widthOf = (cell: string): number => (/[\ud800-\udfff]/.test(cell) ? [...cell].length : cell.length);

/**
 * A text with tabs as aligned lines: a column is as wide as its longest cell in consecutive lines that have it; what no tab
 * ends belongs to no column. A form feed ends a line and every column. Models Go's text/tabwriter as kubectl's describe sets
 * it up: no least width, padding 2, blanks.
 */
export function tabbed(text: string): string[] {
  const lines = text.split('\f').flatMap(alignedLines);
  if (text.endsWith('\n') || text === '') lines.pop();
  return lines;
}

function alignedLines(text: string): string[] {
  const open: { width: number }[] = [];
  const rows = text.split('\n').map((line): Row => {
    const cells = line.split(/[\t\v]/);
    const columns = cells.length - 1;
    open.length = Math.min(open.length, columns);
    for (let i = 0; i < columns; i++) {
      const run = open[i] ?? { width: 0 };
      open[i] = run;
      run.width = Math.max(run.width, widthOf(cells[i] ?? '') + padding);
    }
    return { cells, runs: [...open] };
  });
  return rows.map(({ cells, runs }) =>
    cells
      .map((cell, i) => {
        const run = runs[i];
        return run ? cell + ' '.repeat(run.width - widthOf(cell)) : cell;
      })
      .join(''),
  );
}
