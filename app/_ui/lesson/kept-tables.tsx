import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { numberText } from '@/app/_ui/review/reader-dates';
import type { Locale } from '@/lib/text';
import { type ExportedTable, exportAddress, fetchTables, saveFile } from './exported';
import styles from './kept.module.css';
import type { KeptWords } from './knowledge-words';

interface TablesProps {
  readonly locale: Locale;
  readonly words: KeptWords;
}

/** Each table with why it is kept and how much of the reader is in it, as a file of its own. Asked for when it is opened. */
export function KeptTables({ locale, words }: TablesProps) {
  const [tables, setTables] = useState<readonly ExportedTable[] | 'failed'>();
  const open = (isOpen: boolean) => {
    if (isOpen) void fetchTables(locale).then((found) => setTables(found ?? 'failed'));
  };
  return (
    <details className={styles.tables} onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{words.tables}</summary>
      {tables === undefined ? (
        <p role="status">{words.tablesLoading}</p>
      ) : tables === 'failed' ? (
        <p role="alert" data-failed>
          {words.exportFailed}
        </p>
      ) : (
        <Tables tables={tables} locale={locale} words={words} />
      )}
    </details>
  );
}

function Tables({ tables, locale, words }: TablesProps & { readonly tables: readonly ExportedTable[] }) {
  const [failed, setFailed] = useState<string>();
  const save = async (name: string) => {
    const isSaved = await saveFile(exportAddress(locale, name), `podium-${name}.csv`);
    setFailed(isSaved ? undefined : name);
  };
  const empty = tables.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.why}</th>
            <th scope="col">{words.columns.rows}</th>
            <th scope="col">{words.columns.file}</th>
          </tr>
        </thead>
        <tbody>
          {tables
            .filter(({ rows }) => rows.length > 0)
            .map((table) => (
              <tr key={table.name}>
                <th scope="row">
                  {table.why}
                  <Withheld table={table} words={words} />
                </th>
                <td>{numberText(locale, table.rows.length)}</td>
                <td>
                  <button type="button" className={styles.csv} onClick={() => void save(table.name)}>
                    {table.name}.csv
                  </button>
                  {failed === table.name && <p role="alert">{words.exportFailed}</p>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {empty.length > 0 && <p>{fill(words.nothingIn, { tables: empty.join(', ') })}</p>}
    </>
  );
}

function Withheld({
  table: { withheld },
  words,
}: Pick<TablesProps, 'words'> & { readonly table: ExportedTable }) {
  return Object.entries(withheld).map(([column, reason]) => (
    <small key={column}>{fill(words.withheld, { column, reason })}</small>
  ));
}
