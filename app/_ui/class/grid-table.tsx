'use client';

import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { counted } from '@/app/_ui/review/reader-dates';
import type { GridRowView, GridView, Need } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import styles from './class-grid.module.css';
import type { DrawnCell, DrawnColumn } from './grid-columns';
import { dayOfMoment } from './moments';
import type { GridWords } from './words';

interface TableProps {
  readonly grid: GridView;
  readonly columns: readonly DrawnColumn[];
  /** Those that are shown. */
  readonly rows: readonly GridRowView[];
  readonly locale: Locale;
  readonly say: GridWords;
  /** In words instead of heights. */
  readonly isTable: boolean;
}

/** A row each learner, a column each lesson or concept; under it the whole class. A name opens what somebody knows, down to the tries. */
export function GridTable({ grid, columns, rows, locale, say, isTable }: TableProps) {
  const [open, setOpen] = useState<string>();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-table={isTable || undefined} aria-labelledby="grid">
        <thead>
          <tr>
            <th scope="col" className={styles.who}>
              <span className="unseen">{say.learner}</span>
            </th>
            {columns.map(({ key, head, title, isWeakest }) => (
              <th
                key={key}
                scope="col"
                className={styles.head}
                title={title}
                data-weakest={isWeakest || undefined}
              >
                <span aria-hidden="true">{head}</span>
                <span className="unseen">{title}</span>
              </th>
            ))}
            <th scope="col" className={styles.why}>
              {say.why}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              {...{ grid, columns, row, locale, say, isTable }}
              isOpen={open === row.id}
              onToggle={() => setOpen(open === row.id ? undefined : row.id)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.who}>
              {fill(say.all, { n: grid.rows.length })}
            </th>
            {columns.map(({ key, mean, isWeakest }) => (
              <td key={key} className={styles.mean} data-weakest={isWeakest || undefined}>
                {mean.share === null ? mean.n > 0 && <small>{say.few}</small> : Math.round(mean.share * 100)}
              </td>
            ))}
            <td className={styles.why}>
              <small>{say.meanOf}</small>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps extends Omit<TableProps, 'rows'> {
  readonly row: GridRowView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Row({ grid, columns, row, locale, say, isTable, isOpen, onToggle }: RowProps) {
  const why = row.needs.map((need) => needText(need, locale, say)).join('; ');
  const width = columns.length + 2;
  return (
    <>
      <tr>
        <th scope="row" className={styles.who}>
          <button
            type="button"
            aria-expanded={isOpen}
            title={isOpen ? say.close : fill(say.open, { name: row.nickname })}
            onClick={onToggle}
          >
            {row.nickname}
          </button>
        </th>
        {columns.map(({ key, cellOf, isWeakest }) => (
          <Cell key={key} cell={cellOf(row)} isTable={isTable} isWeakest={isWeakest} />
        ))}
        <td className={styles.why}>{why}</td>
      </tr>
      {why !== '' && (
        <tr className={styles.narrowWhy}>
          <td colSpan={width}>{why}</td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={width}>
            <Known {...{ grid, row, locale, say }} />
          </td>
        </tr>
      )}
    </>
  );
}

interface CellProps {
  readonly cell: DrawnCell;
  readonly isTable: boolean;
  readonly isWeakest: boolean;
}

/** The least height of a bar, so that nothing known is still something asked, %. */
const leastHeight = 12;

function Cell({ cell, isTable, isWeakest }: CellProps) {
  const { kind, share, isLow, said } = cell;
  const height = kind === 'asked' ? Math.max(leastHeight, share * 100) : 45;
  return (
    <td className={styles.cell} data-weakest={isWeakest || undefined}>
      {isTable ? (
        <span className={styles.said}>{said}</span>
      ) : (
        <span className={styles.well} title={said}>
          <span
            className={styles.mark}
            data-kind={isLow ? 'low' : kind}
            style={{ blockSize: `${height}%` }}
            aria-hidden="true"
          />
          <span className="unseen">{said}</span>
        </span>
      )}
    </td>
  );
}

function needText(need: Need, locale: Locale, say: GridWords): string {
  switch (need.kind) {
    case 'away':
      return counted(locale, say.away, need.days);
    case 'notBegun':
      return counted(locale, say.notBegun, need.days);
    case 'wrongTwice':
      return fill(say.needs.wrongTwice, { concepts: need.concepts.join(locale === 'zh' ? '、' : ', ') });
    case 'low':
      return fill(say.needs.low, { ...need });
    case 'sureWrong':
      return fill(say.needs.sureWrong, { ...need });
    case 'labsUnsolved':
      return fill(say.needs.labsUnsolved, { ...need });
  }
}

type KnownProps = Pick<RowProps, 'grid' | 'row' | 'locale' | 'say'>;

/** What one learner knows, every concept with the tries that say so. */
function Known({ grid, row, locale, say }: KnownProps) {
  return (
    <div className={styles.known}>
      {grid.columns.map((column, at) => {
        const cell = row.cells[at];
        if (!cell || cell.state === 'toCome') return null;
        return (
          <section key={column.lesson}>
            <h3>
              {column.number} {column.title}
            </h3>
            <p>
              {fill(say.readCount, { n: cell.sections, of: column.sections })}
              {column.labs > 0 && `, ${fill(say.labCount, { n: cell.labs, of: column.labs })}`}
            </p>
            <dl>
              {cell.concepts.map(({ concept, state, tries }, place) => (
                <div key={concept}>
                  <dt>{column.concepts[place]?.title}</dt>
                  <dd>
                    <b>{say.states[state]}</b>
                    {tries.map(({ atMs, isRight, isAided }) => {
                      const said = !isRight ? say.tryWrong : isAided ? say.aided : say.tryRight;
                      return <span key={atMs}>{fill(said, { day: dayOfMoment(locale, atMs) })}</span>;
                    })}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
