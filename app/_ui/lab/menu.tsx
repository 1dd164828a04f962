'use client';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import styles from './controls.module.css';

export interface MenuChoice {
  readonly id: string;
  readonly label: ReactNode;
  readonly act: () => void;
}

/**
 * A button that opens a short list. Down or Enter opens, arrows move, Enter chooses, Escape and a click outside close;
 * Escape then goes no further, so that it does not also leave the figure.
 */
export function Menu({
  label,
  choices,
  empty,
  hand,
}: {
  readonly label: ReactNode;
  readonly choices: readonly MenuChoice[];
  /** Said where there is nothing to choose. */
  readonly empty: string;
  readonly hand?: string;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const list = useId();
  const [toLeft, setToLeft] = useState(false);
  useLayoutEffect(() => {
    const { right } = box.current?.querySelector('[role=menu]')?.getBoundingClientRect() ?? { right: 0 };
    setToLeft(open && box.current !== null && right > rightEdge(box.current));
  }, [open]);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') setOpen(false);
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const here = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble up from the button and its list
    <div ref={box} className={styles.menu} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={styles.button}
        data-hand={hand}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </button>
      <div
        id={list}
        role="menu"
        className={styles.menuList}
        data-to-left={toLeft || undefined}
        hidden={!open}
      >
        {choices.length === 0 && <p>{empty}</p>}
        {choices.map((choice) => (
          <button
            key={choice.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              choice.act();
            }}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** How far to the right something is seen: the edge of what cuts it off. */
function rightEdge(element: HTMLElement): number {
  let at = element.parentElement;
  while (at && getComputedStyle(at).overflowX === 'visible') at = at.parentElement;
  return (at ?? document.documentElement).getBoundingClientRect().right;
}
