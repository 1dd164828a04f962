'use client';
import { createContext, useContext, useState } from 'react';
import styles from './scene.module.css';

/** Whether a scene has been drawn before: what comes into it then is news, what it begins with is not. */
export const Drawn = createContext<{ readonly current: boolean }>({ current: false });

/** For readers without movement: a ring of 2 px around a mark that came or changed since the scene is drawn, for 1 s. */
export function Changed({ sign, r }: { readonly sign: string; readonly r: number }) {
  const drawn = useContext(Drawn);
  const [seen, setSeen] = useState(() => ({ sign, count: drawn.current ? 1 : 0 }));
  if (seen.sign !== sign) setSeen({ sign, count: seen.count + 1 });
  if (seen.count === 0) return null;
  return <circle key={seen.count} className={styles.changed} r={r} />;
}
