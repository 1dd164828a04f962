'use client';
import type { ReactNode } from 'react';
import styles from './moment-link.module.css';
import { seekIn } from './reach';
import type { SessionClient } from './session-client';

/** A moment as a link: it goes there in the figure of this session. Without one it is what it says. */
export function MomentLink({
  atMs,
  client,
  isInText = false,
  children,
}: {
  readonly atMs: number;
  readonly client: SessionClient | undefined;
  /** It stands within a sentence, and not alone in its place. */
  readonly isInText?: boolean;
  readonly children: ReactNode;
}) {
  if (client === undefined) return <span>{children}</span>;
  return (
    <button
      type="button"
      className={isInText ? styles.inText : styles.alone}
      onClick={() => seekIn(client, atMs)}
    >
      {children}
    </button>
  );
}
