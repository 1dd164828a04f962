import type { Locale } from '@/lib/text';

/** What of the export the page shows (lib/server/export.ts). */
export interface ExportedTable {
  readonly name: string;
  readonly why: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Columns that are kept and not handed out, each with the reason. */
  readonly withheld: Readonly<Record<string, string>>;
}

/** A request that took longer counts as not arrived, ms. */
const longestRequestMs = 30_000;

export const exportAddress = (locale: Locale, table?: string): string =>
  `/api/progress/export?locale=${locale}${table === undefined ? '' : `&table=${encodeURIComponent(table)}`}`;

const fetchExport = (address: string) =>
  fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(longestRequestMs) });

/** Hands a file to the browser when all of it has come. False when it did not: then nothing is saved, no half and no fault in its place. */
export async function saveFile(address: string, name: string): Promise<boolean> {
  try {
    const response = await fetchExport(address);
    if (!response.ok) return false;
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), longestRequestMs);
    return true;
  } catch {
    return false;
  }
}

/** Every table that holds something of people, with the reader's rows in it; undefined when nothing came. */
export async function fetchTables(locale: Locale): Promise<readonly ExportedTable[] | undefined> {
  try {
    const response = await fetchExport(exportAddress(locale));
    const body: unknown = response.ok ? await response.json() : undefined;
    const tables = isRecord(body) && isRecord(body.tables) ? body.tables : undefined;
    return tables && Object.entries(tables).flatMap(([name, table]) => readTable(name, table));
  } catch {
    return undefined;
  }
}

function readTable(name: string, table: unknown): ExportedTable[] {
  if (!isRecord(table) || !Array.isArray(table.rows)) return [];
  const withheld = isRecord(table.withheld) ? table.withheld : {};
  return [
    { name, why: String(table.why ?? ''), rows: table.rows, withheld: withheld as Record<string, string> },
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
