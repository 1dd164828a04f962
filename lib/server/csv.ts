import 'server-only';

export type Cell = string | number | boolean | Date | null;

/** What a spreadsheet may take for the beginning of a formula; the wide forms are those of East Asian keyboards. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r\0＝＋－＠]/;

/**
 * A table as CSV by RFC 4180: CRLF, every text quoted. A text of which any line begins like a formula, behind spaces or not, gets a `'`
 * in front of that line, so that a spreadsheet shows it and does not run it. Numbers, dates and truth values stay as they are.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  return `"${inert(cell).replaceAll('"', '""')}"`;
}

const inert = (text: string): string =>
  text
    .split(/(\r\n|\n|\r)/)
    .map((line, at) => (at % 2 === 0 && FORMULA.test(line) ? `'${line}` : line))
    .join('');
