'use client';
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { kindOf, nameOf } from '@/lib/cluster/keys';
import type { Box } from './cluster-layout';
import styles from './scene.module.css';

interface Props {
  readonly boxes: readonly Box[];
  readonly label: string;
  readonly labelOf: (key: string) => string;
  readonly selected: string | undefined;
  readonly onSelect: (key: string | undefined) => void;
  readonly onDelete?: ((key: string) => void) | undefined;
  /** Of very many Pods only the current one is a button; arrows still lead to all. */
  readonly onlyCurrentPod?: boolean;
  /** What has the focus, so that it can be shown large. */
  readonly onFocused?: (key: string | undefined) => void;
}

const isPod = ({ key }: Box) => kindOf(key) === 'Pod';

/**
 * The objects of a scene as buttons over the drawing. One of them is in the tab order; arrows move by place: left and
 * right over columns, up and down over rows. Enter selects, Delete asks to delete.
 */
export function SceneButtons(props: Props) {
  const { boxes, selected, onSelect, onDelete, onlyCurrentPod = false, onFocused } = props;
  const box = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<string>();
  const goTo = useFocusOn(box, setVisited);
  const inOrder = useMemo(() => [...boxes].sort((a, b) => a.x - b.x || a.y - b.y), [boxes]);
  const byKey = (key: string | undefined) => inOrder.find((one) => one.key === key);
  const stop = byKey(visited) ?? byKey(selected) ?? inOrder.find(isPod) ?? inOrder[0];
  const shown = onlyCurrentPod ? inOrder.filter((one) => one === stop || !isPod(one)) : inOrder;
  const move = (event: KeyboardEvent, from: Box) => {
    if (event.key === 'Delete' && onDelete) {
      event.preventDefault();
      onDelete(from.key);
      return;
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(inOrder, from, event.key);
    if (next !== undefined) goTo(next.key);
  };
  const doing: Doing = {
    press: (key) => onSelect(key === selected ? undefined : key),
    keyDown: (event, key) => {
      const from = byKey(key);
      if (from !== undefined) move(event, from);
    },
    focus: (key) => {
      if (key !== undefined) setVisited(key);
      onFocused?.(key);
    },
  };
  const on = useRef(doing);
  useLayoutEffect(() => {
    on.current = doing;
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and words
    <div ref={box} role="group" aria-label={props.label}>
      {shown.map((one) => (
        <SceneButton
          key={one.key}
          objectKey={one.key}
          label={props.labelOf(one.key)}
          x={one.x}
          y={one.y}
          width={one.width}
          height={one.height}
          reach={one.reach}
          isStop={one === stop}
          isSelected={one.key === selected}
          on={on}
        />
      ))}
    </div>
  );
}

/** Moves the focus to an object's button, which may not be there before the next drawing. */
function useFocusOn(box: RefObject<HTMLElement | null>, visit: (key: string) => void) {
  const waiting = useRef<string>(undefined);
  const focus = (key: string) => {
    const button = box.current?.querySelector<HTMLButtonElement>(`[data-key="${CSS.escape(key)}"]`);
    button?.focus();
    return button !== null && button !== undefined;
  };
  useEffect(() => {
    if (waiting.current === undefined) return;
    focus(waiting.current);
    waiting.current = undefined;
  });
  return (key: string) => {
    if (focus(key)) return;
    waiting.current = key;
    visit(key);
  };
}

interface Doing {
  readonly press: (key: string) => void;
  readonly keyDown: (event: KeyboardEvent, key: string) => void;
  readonly focus: (key: string | undefined) => void;
}

const noReach = [0, 0] as const;

/** One object's button; drawn again only when something of it is another. */
const SceneButton = memo(function SceneButton({
  objectKey,
  label,
  x,
  y,
  width,
  height,
  reach: [right, below] = noReach,
  isStop,
  isSelected,
  on,
}: Omit<Box, 'key'> & {
  readonly objectKey: string;
  readonly label: string;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly on: RefObject<Doing>;
}) {
  return (
    <button
      type="button"
      className={styles.button}
      data-key={objectKey}
      data-pod={kindOf(objectKey) === 'Pod' ? nameOf(objectKey) : undefined}
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isSelected}
      aria-label={label}
      style={{ left: x - width / 2, top: y - height / 2, width, height }}
      onClick={() => on.current.press(objectKey)}
      onKeyDown={(event) => on.current.keyDown(event, objectKey)}
      onFocus={() => on.current.focus(objectKey)}
      onBlur={() => on.current.focus(undefined)}
    >
      {right + below > 0 && (
        <span className={styles.reach} style={{ width: width + right, height: height + below }} />
      )}
    </button>
  );
});

type Spot = Pick<Box, 'x' | 'y'>;

/** The nearest in the direction of an arrow key; nearness across counts twice, so that rows and columns hold. */
export function neighbour<One extends Spot>(all: readonly One[], from: One, key: string): One | undefined {
  const [dx, dy] = directions[key] ?? [0, 0];
  const along = (one: Spot) => (one.x - from.x) * dx + (one.y - from.y) * dy;
  const across = (one: Spot) => Math.abs((one.x - from.x) * dy) + Math.abs((one.y - from.y) * dx);
  let best: One | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of all) {
    if (one === from || along(one) <= 0.5) continue;
    const far = along(one) + 2 * across(one);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
