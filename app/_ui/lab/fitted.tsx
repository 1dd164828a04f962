import type { ReactNode } from 'react';
import styles from './figure.module.css';

/** Widths for which the server draws: the figure in three columns at 1280 px, and a phone of 390 px. */
const drawnFor = { wide: 960, narrow: 358 } as const;

/**
 * Draws for the measured width; before it was measured (on the server, without script) for a desk and a phone, of
 * which CSS shows one, so that nothing shifts when the figure comes alive.
 */
export function Fitted({
  width,
  children,
}: {
  readonly width: number | undefined;
  readonly children: (width: number) => ReactNode;
}) {
  if (width !== undefined) return children(width);
  return (
    <>
      <div className={styles.wideOnly}>{children(drawnFor.wide)}</div>
      <div className={styles.narrowOnly}>{children(drawnFor.narrow)}</div>
    </>
  );
}
