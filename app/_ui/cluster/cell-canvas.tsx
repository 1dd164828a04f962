'use client';
import { useEffect, useRef } from 'react';
import { CellPainter } from './cell-painter';
import type { ClusterLayout } from './cluster-layout';
import styles from './scene.module.css';

/** Colours change when the theme does, when colours are forced, and at another resolution. */
const colourQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(resolution: 1dppx)'];

/** The Pods of a scene on a canvas over its bands: for so many that each as a drawing of its own would be slow. */
export function CellCanvas({ layout }: { readonly layout: ClusterLayout }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<CellPainter>(undefined);
  const newest = useRef(layout);
  useEffect(() => {
    newest.current = layout;
    if (canvas.current === null) return;
    painter.current ??= new CellPainter(canvas.current);
    painter.current.paint(layout);
  }, [layout]);
  useEffect(() => {
    const again = () => painter.current?.paint(newest.current, false);
    const lists = colourQueries.map((query) => matchMedia(query));
    for (const list of lists) list.addEventListener('change', again);
    const observer = new MutationObserver(again);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      for (const list of lists) list.removeEventListener('change', again);
      observer.disconnect();
      painter.current?.stop();
      painter.current = undefined;
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without content takes no focus; the buttons over it do
    <canvas
      ref={canvas}
      className={styles.cells}
      style={{ width: layout.width, height: layout.height }}
      aria-hidden="true"
    />
  );
}
