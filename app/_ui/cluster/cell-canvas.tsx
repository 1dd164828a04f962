'use client';
import { useEffect, useMemo, useRef } from 'react';
import { CellPainter, type Sheet, sheetsOf } from './cell-painter';
import type { ClusterLayout } from './cluster-layout';
import styles from './scene.module.css';

/** Colours change when the theme does, when colours are forced, and at another resolution. */
const colourQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(resolution: 1dppx)'];
/** So near to what is seen a sheet is kept up to date, px. */
const nearPx = 200;

/** The Pods of a scene on canvases over its bands: for so many that each as a drawing of its own would be slow. */
export function CellCanvas({ layout }: { readonly layout: ClusterLayout }) {
  const sheets = useMemo(() => sheetsOf(layout), [layout]);
  return sheets.map((sheet) => <CellSheet key={sheet.top} sheet={sheet} />);
}

/** One sheet of them. Out of sight it is not painted; come into sight it is painted as the view stands then. */
function CellSheet({ sheet }: { readonly sheet: Sheet }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<CellPainter>(undefined);
  const newest = useRef(sheet);
  const isSeen = useRef(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    newest.current = sheet;
    if (isSeen.current) painter.current?.paint(sheet);
  }, [sheet]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const own = new CellPainter(element);
    painter.current = own;
    const again = () => own.paint(newest.current, false);
    const lists = colourQueries.map((query) => matchMedia(query));
    for (const list of lists) list.addEventListener('change', again);
    const themes = new MutationObserver(again);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    window.addEventListener('beforeprint', again);
    const sight = inSight(element, (seen) => {
      if (seen && !isSeen.current) again();
      isSeen.current = seen;
    });
    if (isSeen.current) again();
    return () => {
      for (const list of lists) list.removeEventListener('change', again);
      themes.disconnect();
      window.removeEventListener('beforeprint', again);
      sight?.disconnect();
      own.stop();
      painter.current = undefined;
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without content takes no focus; the buttons over it do
    <canvas
      ref={canvas}
      className={styles.cells}
      style={{ top: sheet.top, width: sheet.width, height: sheet.height }}
      aria-hidden="true"
    />
  );
}

/** Tells whether an element is near what is seen, now and at each change; the margin counts in the box that scrolls too. */
function inSight(element: Element, tell: (seen: boolean) => void): IntersectionObserver | undefined {
  if (typeof IntersectionObserver === 'undefined') return undefined;
  const margins = { rootMargin: `${nearPx}px`, scrollMargin: `${nearPx}px` };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last) tell(last.isIntersecting);
  }, margins);
  observer.observe(element);
  return observer;
}
