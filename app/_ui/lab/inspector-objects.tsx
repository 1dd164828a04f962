'use client';
import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { PodMark } from '../cluster/pod-mark';
import { graceSteps, podLooksSame } from '../cluster/scene-sign';
import { fill } from '../fill';
import styles from './inspector.module.css';
import { type InspectorWords, inspectorWords } from './inspector-words';
import { foldedRows, type Listed, type ObjectRow, podWords, rowsOf } from './object-rows';
import type { LabWords } from './words';

interface Props {
  readonly view: Listed;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly words: LabWords;
}

const listed = ['pods', 'workloads', 'claims', 'services', 'nodes'] as const satisfies (keyof Listed)[];

/** Everything in the cluster as a list that one walks with the arrows; Enter or a press opens an object. */
export const InspectorObjects = memo(
  List,
  (a, b) =>
    a.words === b.words &&
    a.selected === b.selected &&
    a.onSelect === b.onSelect &&
    listed.every((part) => a.view[part] === b.view[part]),
);

function List({ view, selected, onSelect, words: { locale } }: Props) {
  const words = inspectorWords[locale];
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(view, words), [view, words]);
  const shown = foldedRows(rows, opened, selected);
  const hasSelected = rows.some(({ key }) => key === selected);
  const isEmpty = rows.every(({ kind }) => kind === 'Node');
  const toggle = (group: string) =>
    setOpened((old) => {
      const next = new Set(old);
      if (!next.delete(group)) next.add(group);
      return next;
    });
  return (
    <>
      {isEmpty && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.rows} aria-label={words.objects} onKeyDown={walk}>
        {shown.map((one, at) =>
          'row' in one ? (
            <li key={one.row.key}>
              <Row
                row={one.row}
                words={words}
                isSelected={one.row.key === selected}
                isFirst={hasSelected ? one.row.key === selected : at === 0}
                onSelect={onSelect}
              />
            </li>
          ) : (
            <li key={`fold ${one.fold}`}>
              <button type="button" className={styles.fold} tabIndex={-1} onClick={() => toggle(one.fold)}>
                {one.count === 0 ? words.fewer : fill(words.more, { count: one.count })}
              </button>
            </li>
          ),
        )}
      </ul>
    </>
  );
}

interface RowProps {
  readonly row: ObjectRow;
  readonly words: InspectorWords;
  readonly isSelected: boolean;
  /** Tab comes here. */
  readonly isFirst: boolean;
  readonly onSelect: (key: string) => void;
}

const Row = memo(
  ObjectButton,
  (a, b) =>
    a.words === b.words &&
    a.isSelected === b.isSelected &&
    a.isFirst === b.isFirst &&
    a.onSelect === b.onSelect &&
    rowLooksSame(a.row, b.row),
);

/** Whether two rows look alike; in a mark as small as theirs the core shrinks in the steps of a cell. */
function rowLooksSame(a: ObjectRow, b: ObjectRow): boolean {
  if (a.key !== b.key || a.depth !== b.depth || a.kind !== b.kind) return false;
  if (a.pod !== undefined && b.pod !== undefined) return podLooksSame(a.pod, b.pod, graceSteps.cell);
  return a.pod === b.pod && a.what === b.what;
}

function ObjectButton({
  row: { key, kind, name, what, depth, pod },
  words,
  isSelected,
  isFirst,
  onSelect,
}: RowProps) {
  return (
    <button
      type="button"
      className={styles.row}
      data-key={key}
      tabIndex={isFirst ? 0 : -1}
      aria-current={isSelected || undefined}
      onClick={() => onSelect(key)}
    >
      <span className={styles.kind} style={{ paddingInlineStart: depth * 12 }}>
        {kind}
      </span>
      <span className={styles.name}>
        {pod && (
          <PodMark
            state={pod.state}
            revision={pod.revision}
            size={14}
            graceUsed={pod.graceUsed}
            wasReady={pod.wasReady}
          />
        )}
        {name}
      </span>
      <span className={styles.what}>{pod ? podWords(pod, words) : what}</span>
    </button>
  );
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const here = all.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
}
