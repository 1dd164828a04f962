/** A column of a table; those of `-o wide` come after the others. */
export interface Column {
  readonly name: string;
  readonly isWide?: boolean;
}

/** Lines of a table, each column as wide as its longest cell and three blanks apart. Source: cli-runtime printers GetNewTabWriter. */
export function aligned(rows: readonly (readonly string[])[], gap = 3, least = 6): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries())
      if (i < row.length - 1) widths[i] = Math.max(widths[i] ?? least, cell.length + gap);
  return rows.map((row) =>
    row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell)).join(''),
  );
}

/** A cell without what would break the table. Source: cli-runtime printers/tableprinter.go printRow. */
export function oneLine(cell: string): string {
  const end = cell.search(/[\n\r\f]/);
  return end < 0 ? cell : `${cell.slice(0, end)}...`;
}
