'use client';
import { useEffect, useRef, useState } from 'react';
import styles from './figure.module.css';

/** Between two readings of the live region, ms. */
const readingPauseMs = 2_000;

/** Reads the newest text to screen readers, at most once every two seconds; what came between is left out. */
export function LiveText({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  const newest = useRef(text);
  const saidAt = useRef(0);
  const first = useRef(text);
  useEffect(() => {
    newest.current = text;
    if (text === first.current) return;
    first.current = '';
    const wait = Math.max(0, saidAt.current + readingPauseMs - Date.now());
    const timer = setTimeout(() => {
      saidAt.current = Date.now();
      setSaid(newest.current);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className={styles.hidden} role="status" aria-live="polite">
      {said}
    </p>
  );
}
