'use client';

import { type MouseEvent, type ReactNode, useRef } from 'react';
import styles from './header.module.css';

interface MenuProps {
  readonly title: string;
  /** A page with sections keeps its button up to 1119 px, where the rail begins. */
  readonly hasSections: boolean;
  readonly children: ReactNode;
}

/** A panel under the header. It opens without a script; Escape and a press outside close it. */
export function Menu({ title, hasSections, children }: MenuProps) {
  const panel = useRef<HTMLElement>(null);
  const closeAfterLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) panel.current?.hidePopover();
  };
  return (
    <>
      <button
        type="button"
        className={styles.menuButton}
        popoverTarget="page-menu"
        data-sections={hasSections || undefined}
      >
        {title}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's key press arrives as a click */}
      <nav
        ref={panel}
        id="page-menu"
        popover="auto"
        className={styles.panel}
        aria-label={title}
        onClick={closeAfterLink}
      >
        {children}
      </nav>
    </>
  );
}
