/**
 * Aligns cells that end with tabs: of consecutive lines with a cell in a column, the widest says how wide the column is, two
 * blanks more. Models Go text/tabwriter as kubectl describe uses it (minimum 0, padding 2).
 */
export function align(lines: readonly string[], padding = 2): string[] {
  const rows = lines.map((line) => line.split('\t'));
  const out: string[] = [];
  const widths: number[] = [];
  const write = (from: number, to: number) => {
    for (const row of rows.slice(from, to))
      out.push(row.map((cell, i) => (i < widths.length ? cell.padEnd(widths[i] ?? 0) : cell)).join(''));
  };
  const format = (from: number, to: number) => {
    const column = widths.length;
    const hasCell = (at: number) => column < (rows[at]?.length ?? 0) - 1;
    let begin = from;
    for (let at = from; at < to; at++) {
      if (!hasCell(at)) continue;
      write(begin, at);
      begin = at;
      let width = 0;
      for (; at < to && hasCell(at); at++)
        width = Math.max(width, (rows[at]?.[column]?.length ?? 0) + padding);
      widths.push(width);
      format(begin, at);
      widths.pop();
      begin = at;
    }
    write(begin, to);
  };
  format(0, rows.length);
  return out;
}
