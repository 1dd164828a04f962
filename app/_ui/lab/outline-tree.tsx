'use client';
import { type KeyboardEvent, memo, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { LabView } from '@/lib/lab/view';
import { looksSame } from '../cluster/scene-sign';
import { type OutlineItem, outlineOf } from './outline';
import tree from './outline-tree.module.css';
import styles from './panels.module.css';
import { fill, type LabWords, shortName } from './words';

interface Props {
  readonly view: LabView;
  readonly words: LabWords;
  /** False: for screen readers only, out of the tab order. */
  readonly shown: boolean;
  /** Key of the selected object; and what to do when one is chosen. Without it nothing can be. */
  readonly selected?: string | undefined;
  readonly onSelect?: ((key: string | undefined) => void) | undefined;
}

/**
 * The outline as a tree: up and down move over what is open, right opens or goes in, left folds or goes out, Home and End to its
 * ends, Enter selects. Only what is open is in the page.
 */
export const OutlineTree = memo(
  Tree,
  (a, b) =>
    a.shown === b.shown &&
    a.words === b.words &&
    a.selected === b.selected &&
    a.onSelect === b.onSelect &&
    looksSame(a.view, b.view),
);

interface Row {
  readonly item: OutlineItem;
  readonly parent?: string;
}

function Tree({ view, words, shown, selected, onSelect }: Props) {
  const box = useRef<HTMLUListElement>(null);
  const items = outlineOf(view, words);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [at, setAt] = useState<string>();
  const isOpen = (item: OutlineItem) =>
    item.items.length > 0 && (turned.get(item.id) ?? item.isOpen === true);
  const rows = rowsOf(items, isOpen);
  const here = Math.max(
    0,
    rows.findIndex(({ item }) => item.id === at),
  );
  const current = rows[here]?.item.id;
  const turn = (item: OutlineItem, open: boolean) => setTurned(new Map(turned).set(item.id, open));
  const choose = ({ key }: OutlineItem) => {
    if (key !== undefined) onSelect?.(key === selected ? undefined : key);
  };
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    setAt(id);
    box.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[here];
    const does = row && actionsOf(rows, here, { isOpen, turn, go, choose })[event.key];
    if (does === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };
  const onItem = (item: OutlineItem) => {
    setAt(item.id);
    if (item.items.length > 0 && (item.key === undefined || !isOpen(item))) turn(item, !isOpen(item));
    choose(item);
  };
  const on = useRef(onItem);
  useLayoutEffect(() => {
    on.current = onItem;
  });
  return (
    <ul
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a tree is a list with these roles
      role="tree"
      aria-label={fill(words.outline.label, { name: shortName(view.subject) })}
      className={shown ? styles.tree : styles.treeForReaders}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <Item key={item.id} {...{ item, isOpen, on, selected }} current={shown ? current : undefined} />
      ))}
    </ul>
  );
}

function rowsOf(
  items: readonly OutlineItem[],
  isOpen: (item: OutlineItem) => boolean,
  parent?: string,
): readonly Row[] {
  return items.flatMap((item) => [
    parent === undefined ? { item } : { item, parent },
    ...(isOpen(item) ? rowsOf(item.items, isOpen, item.id) : []),
  ]);
}

interface Doing {
  readonly isOpen: (item: OutlineItem) => boolean;
  readonly turn: (item: OutlineItem, open: boolean) => void;
  readonly go: (id: string | undefined) => void;
  readonly choose: (item: OutlineItem) => void;
}

/** What the keys of a tree do at a row. */
function actionsOf(
  rows: readonly Row[],
  here: number,
  { isOpen, turn, go, choose }: Doing,
): Readonly<Record<string, () => void>> {
  const { item, parent } = rows[here] as Row;
  const to = (at: number) => () => go(rows[at]?.item.id);
  const open = isOpen(item);
  const chooses = () => choose(item);
  return {
    ArrowDown: to(here + 1),
    ArrowUp: to(here - 1),
    Home: to(0),
    End: to(rows.length - 1),
    ArrowRight: open ? to(here + 1) : () => item.items.length > 0 && turn(item, true),
    ArrowLeft: open ? () => turn(item, false) : () => go(parent),
    Enter: chooses,
    ' ': chooses,
  };
}

interface ItemProps {
  readonly item: OutlineItem;
  readonly current: string | undefined;
  readonly selected: string | undefined;
  readonly isOpen: (item: OutlineItem) => boolean;
  /** What is done with an item that is pressed. */
  readonly on: RefObject<(item: OutlineItem) => void>;
}

/** Drawn again when it or what it shows below it is another. */
const Item = memo(TreeItem, (a, b) => !a.isOpen(a.item) && !b.isOpen(b.item) && isSameItem(a, b));

const isSameItem = (a: ItemProps, b: ItemProps): boolean =>
  a.item.id === b.item.id &&
  a.item.key === b.item.key &&
  a.item.label === b.item.label &&
  a.item.items.length > 0 === b.item.items.length > 0 &&
  (a.item.id === a.current) === (b.item.id === b.current) &&
  (a.item.key === a.selected) === (b.item.key === b.selected);

function TreeItem(props: ItemProps) {
  const { item, current, selected, isOpen, on } = props;
  const open = isOpen(item);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <li
      role="treeitem"
      tabIndex={item.id === current ? 0 : -1}
      data-item={item.id}
      aria-expanded={item.items.length > 0 ? open : undefined}
      aria-selected={item.key !== undefined && item.key === selected}
      aria-label={item.label}
      onClick={(event) => {
        event.stopPropagation();
        on.current(item);
      }}
    >
      <span className={item.items.length > 0 ? `${tree.label} ${tree.parent}` : tree.label}>
        {item.label}
      </span>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: the pattern of a tree asks for a group here
        <ul role="group">
          {item.items.map((child) => (
            <Item key={child.id} {...props} item={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
