'use client';
import { type KeyboardEvent, memo, useState } from 'react';
import type { LabView } from '@/lib/lab/view';
import { sceneSign } from '../cluster/scene-sign';
import { type OutlineItem, outlineOf } from './outline';
import styles from './panels.module.css';
import { fill, type LabWords, shortName } from './words';

interface Props {
  readonly view: LabView;
  readonly words: LabWords;
  /** False: for screen readers only, out of the tab order. */
  readonly shown: boolean;
}

/** The outline as a tree: up and down move over all items, Home and End to its ends. All is open, nothing folds. */
export const OutlineTree = memo(
  Tree,
  (a, b) => a.shown === b.shown && a.words === b.words && sceneSign(a.view) === sceneSign(b.view),
);

function Tree({ view, words, shown }: Props) {
  const items = outlineOf(view, words);
  const ids = flat(items);
  const [at, setAt] = useState<string>();
  const current = at !== undefined && ids.includes(at) ? at : ids[0];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const here = ids.indexOf(current ?? '');
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ids.length - 1 }[event.key];
    const id = next === undefined ? undefined : ids[next];
    if (event.key.startsWith('Arrow') || id !== undefined) event.preventDefault();
    if (id === undefined) return;
    setAt(id);
    event.currentTarget.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus();
  };
  return (
    <ul
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a tree is a list with these roles
      role="tree"
      aria-label={fill(words.outline.label, { name: shortName(view.subject) })}
      className={shown ? styles.tree : styles.treeForReaders}
      onKeyDown={move}
    >
      {items.map((item) => (
        <Item key={item.id} item={item} current={shown ? current : undefined} />
      ))}
    </ul>
  );
}

const flat = (items: readonly OutlineItem[]): readonly string[] =>
  items.flatMap((item) => [item.id, ...flat(item.items)]);

function Item({ item, current }: { readonly item: OutlineItem; readonly current: string | undefined }) {
  return (
    <li
      role="treeitem"
      tabIndex={item.id === current ? 0 : -1}
      data-item={item.id}
      aria-expanded={item.items.length > 0 ? true : undefined}
      aria-label={item.label}
    >
      <span>{item.label}</span>
      {item.items.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: the pattern of a tree asks for a group here
        <ul role="group">
          {item.items.map((child) => (
            <Item key={child.id} item={child} current={current} />
          ))}
        </ul>
      )}
    </li>
  );
}
