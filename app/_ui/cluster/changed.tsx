'use client';
import { useRef } from 'react';
import styles from './scene.module.css';

/** For readers without movement: a ring of 2 px around a mark that has changed since it is drawn, for 1 s. */
export function Changed({ sign, r }: { readonly sign: string; readonly r: number }) {
  const first = useRef(sign);
  const changes = useRef({ sign, count: 0 });
  if (changes.current.sign !== sign) changes.current = { sign, count: changes.current.count + 1 };
  if (changes.current.count === 0 && first.current === sign) return null;
  return <circle key={`${changes.current.count} ${sign}`} className={styles.changed} r={r} />;
}
