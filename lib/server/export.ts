import 'server-only';
import type { Locale } from '@/lib/text';
import { now } from './clock';
import { type Cell, csvOf } from './csv';
import { database, rowsOf, type Transaction } from './db';
import { personOf } from './erase';
import { heldTables, type Person } from './privacy-registry';
import { Refusal } from './refusal';

export const exportFormat = 'podium-export/1';

export interface ExportedTable {
  /** Why these rows are kept. */
  readonly why: string;
  /** Columns that are left out, with the reason. */
  readonly withheld: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface Export {
  readonly format: typeof exportFormat;
  readonly exportedAt: string;
  /** By the name of the table; every table is there, also where it holds nothing of this person. */
  readonly tables: Readonly<Record<string, ExportedTable>>;
}

type HeldTable = (typeof heldTables)[number];

/** Everything that is kept of a learner, all tables as they stood at one moment. Nothing of somebody unknown. */
export async function exportOf(learnerId: string | undefined, locale: Locale): Promise<Export> {
  const tables = await database().$transaction(async (tx) => {
    const person = learnerId === undefined ? undefined : await personOf(tx, learnerId);
    const found: [string, ExportedTable][] = [];
    for (const held of heldTables) {
      const { why, withheld = {}, json = [] } = held.entry;
      const rows = (await rowsHeld(tx, held, person)).map((row) => readable(row, json));
      const reasons = Object.entries(withheld).map(([column, reason]) => [column, reason[locale]]);
      found.push([held.table, { why: why[locale], withheld: Object.fromEntries(reasons), rows }]);
    }
    return found;
  });
  return { format: exportFormat, exportedAt: now().toISOString(), tables: Object.fromEntries(tables) };
}

/** The table of this name that holds something of people. Refuses (`unknown-table`) any other. */
export function exportedTable(name: string): HeldTable {
  const held = heldTables.find(({ table }) => table === name);
  if (!held) throw new Refusal('unknown-table');
  return held;
}

/** One table as CSV, JSON columns as text. */
export async function csvExportOf(learnerId: string | undefined, held: HeldTable): Promise<string> {
  const db = database();
  const person = learnerId === undefined ? undefined : await personOf(db, learnerId);
  const rows = await rowsHeld(db, held, person);
  return csvOf(
    held.entry.exported,
    rows.map((row) => held.entry.exported.map((column) => row[column] as Cell)),
  );
}

async function rowsHeld(db: Transaction, { table, entry }: HeldTable, person: Person | undefined) {
  if (!person) return [];
  const rows = await rowsOf(db, table).findMany({ where: entry.of(person) });
  return rows.map((row) => Object.fromEntries(entry.exported.map((column) => [column, row[column]])));
}

const readable = (row: Readonly<Record<string, unknown>>, json: readonly string[]) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      json.includes(column) && typeof value === 'string' ? JSON.parse(value) : value,
    ]),
  );
