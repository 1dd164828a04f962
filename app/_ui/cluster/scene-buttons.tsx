'use client';
import { type KeyboardEvent, useRef } from 'react';
import { podLabel } from '../lab/outline-words';
import type { LabWords } from '../lab/words';
import styles from './scene.module.css';
import type { PlacedPod, SceneLayout } from './scene-layout';

interface Props {
  readonly layout: SceneLayout;
  readonly words: LabWords;
  readonly selected: string | undefined;
  readonly onSelect: (pod: string | undefined) => void;
  readonly onDelete?: ((pod: string) => void) | undefined;
}

/**
 * The Pods of a scene as buttons over the drawing. One of them is in the tab order; arrows move by place: left and
 * right over columns, up and down over rows. Enter selects, Delete asks to delete.
 */
export function SceneButtons({ layout, words, selected, onSelect, onDelete }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const inOrder = [...layout.pods].sort((a, b) => a.x - b.x || a.y - b.y);
  const stop = inOrder.find(({ pod }) => pod.name === selected) ?? inOrder[0];
  const move = (event: KeyboardEvent, from: PlacedPod) => {
    if (event.key === 'Delete' && onDelete) {
      event.preventDefault();
      onDelete(from.pod.name);
      return;
    }
    const next = neighbour(inOrder, from, event.key);
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
    if (next)
      box.current?.querySelector<HTMLButtonElement>(`[data-pod="${CSS.escape(next.pod.name)}"]`)?.focus();
  };
  const reach = layout.mode === 'cells' ? 16 : Math.min(44, Math.max(26, layout.pitch - 2));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and words
    <div ref={box} role="group" aria-label={words.scene.label}>
      {inOrder.map((placed) => (
        <button
          key={placed.pod.uid}
          type="button"
          className={styles.button}
          data-pod={placed.pod.name}
          tabIndex={placed === stop ? 0 : -1}
          aria-pressed={placed.pod.name === selected}
          aria-label={podLabel(words, placed.pod)}
          style={{ left: placed.x - reach / 2, top: placed.y - reach / 2, width: reach, height: reach }}
          onClick={() => onSelect(placed.pod.name === selected ? undefined : placed.pod.name)}
          onKeyDown={(event) => move(event, placed)}
        />
      ))}
    </div>
  );
}

/** The nearest Pod in the direction of an arrow key; nearness across counts twice, so that rows and columns hold. */
export function neighbour(pods: readonly PlacedPod[], from: PlacedPod, key: string): PlacedPod | undefined {
  const [dx, dy] = directions[key] ?? [0, 0];
  const along = (one: PlacedPod) => (one.x - from.x) * dx + (one.y - from.y) * dy;
  const across = (one: PlacedPod) => Math.abs((one.x - from.x) * dy) + Math.abs((one.y - from.y) * dx);
  const ahead = pods.filter((one) => one !== from && along(one) > 0.5);
  return ahead.sort((a, b) => along(a) + 2 * across(a) - (along(b) + 2 * across(b)))[0];
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
