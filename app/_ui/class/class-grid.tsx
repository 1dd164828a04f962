'use client';

import { useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { GridView } from '@/lib/class/public';
import type { Locale } from '@/lib/text';
import { Advice } from './advice';
import page from './class.module.css';
import styles from './class-grid.module.css';
import { conceptColumns, lessonColumns } from './grid-columns';
import { GridTable } from './grid-table';
import type { ClassWords } from './words';

interface GridProps {
  readonly grid: GridView;
  readonly locale: Locale;
  readonly words: ClassWords;
}

/** Rows that are shown before somebody asks for all. */
const firstRows = 12;

/** What the class knows: the sentence, then the grid, who needs somebody first. */
export function ClassGrid({ grid, locale, words }: GridProps) {
  const say = words.grid;
  const only = grid.columns.length === 1 ? grid.columns[0]?.lesson : undefined;
  const [lesson, setLesson] = useState(only);
  const [isTable, setTable] = useState(false);
  const [isAll, setAll] = useState(false);
  const columns = lesson === undefined ? lessonColumns(grid, say) : conceptColumns(grid, lesson, say);
  const shown = isAll ? grid.rows : grid.rows.slice(0, firstRows);
  return (
    <section aria-labelledby="grid" className={styles.figure}>
      <h2 id="grid" className="unseen">
        {say.title}
      </h2>
      <Advice {...{ grid, locale, say }} />
      <div className={styles.bar}>
        {!isTable && <Legend say={say} />}
        <div className={`${styles.choices} ${page.noPrint}`}>
          {grid.columns.length > 1 && (
            <label>
              {say.columns}{' '}
              <select value={lesson ?? ''} onChange={(event) => setLesson(event.target.value || undefined)}>
                <option value="">{say.lessons}</option>
                {grid.columns.map((column) => (
                  <option key={column.lesson} value={column.lesson}>
                    {fill(say.ofLesson, { n: column.number })}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type="button" className={styles.link} onClick={() => setTable(!isTable)}>
            {isTable ? say.asPicture : say.asTable}
          </button>
        </div>
      </div>
      <GridTable {...{ grid, columns, locale, say, isTable }} rows={shown} />
      {grid.rows.length > firstRows && (
        <p className={`${styles.more} ${page.noPrint}`}>
          {!isAll && fill(say.shown, { n: shown.length, of: grid.rows.length })}{' '}
          <button type="button" className={styles.link} onClick={() => setAll(!isAll)}>
            {isAll ? say.showFewer : say.showAll}
          </button>
        </p>
      )}
      <ol className={styles.key}>
        {columns.map(({ key, head, title, isWeakest }) => (
          <li key={key} data-weakest={isWeakest || undefined}>
            <span>{head}</span> {title}
          </li>
        ))}
      </ol>
    </section>
  );
}

const Legend = ({ say }: { readonly say: ClassWords['grid'] }) => (
  <ul className={styles.legend} aria-label={say.legendLabel}>
    {(['known', 'read', 'low', 'toCome'] as const).map((kind) => (
      <li key={kind}>
        <span className={styles.sample} data-kind={kind} aria-hidden="true" />
        {say.legend[kind]}
      </li>
    ))}
  </ul>
);
