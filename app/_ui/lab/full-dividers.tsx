'use client';
import { useEffect, useRef, useState } from 'react';
import { Divider } from './divider';
import styles from './full.module.css';
import { shellWords } from './shell-words';
import type { LabWords } from './words';

/** Sizes of the parts in px as they open: the columns at the left and at the right, and the score of several futures. */
const opensWith = { left: 420, right: 400 } as const;
const scoreOfSeveral = 428;
type Part = keyof typeof opensWith | 'score';

/** The sizes as the reader has set them, else as they fit so many futures; CSS arranges by them. The score of one future has its share of the screen (full.module.css). */
export function useSizes(futures: number) {
  const [own, setOwn] = useState<Partial<Record<Part, number>>>({});
  const sizes: { readonly left: number; readonly right: number; readonly score?: number } = {
    ...opensWith,
    ...(futures > 1 && { score: scoreOfSeveral }),
    ...own,
  };
  const resize = (part: Part) => (px: number) => setOwn((old) => ({ ...old, [part]: px }));
  const style = Object.fromEntries(Object.entries(sizes).map(([part, px]) => [`--${part}`, `${px}px`]));
  return { sizes, resize, style };
}

/** What CSS gives the score at most, px. */
const scoreAtMost = 300;

/** Height in px of what is below a divider in its grid, as it is drawn. */
function useDrawnBelow(known: number | undefined) {
  const divider = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(scoreAtMost);
  useEffect(() => {
    if (known !== undefined) return;
    const measure = () => {
      const { current } = divider;
      const bottom = current?.parentElement?.getBoundingClientRect().bottom ?? 0;
      const height = Math.round(bottom - (current?.getBoundingClientRect().top ?? bottom));
      if (height > 0) setDrawn(height);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [known]);
  return { divider, size: known ?? drawn };
}

export function Dividers({
  words,
  sizes,
  resize,
}: { readonly words: LabWords } & Pick<ReturnType<typeof useSizes>, 'sizes' | 'resize'>) {
  const say = shellWords[words.locale];
  const score = useDrawnBelow(sizes.score);
  return (
    <>
      <Divider
        className={styles.atLeft}
        label={say.goalsDivider}
        orientation="vertical"
        grows="before"
        {...{ size: sizes.left, least: 280, most: 620, onSize: resize('left') }}
      />
      <Divider
        className={styles.atRight}
        label={say.sideDivider}
        orientation="vertical"
        {...{ size: sizes.right, least: 300, most: 640, onSize: resize('right') }}
      />
      <Divider
        ref={score.divider}
        className={styles.atScore}
        label={say.scoreDivider}
        orientation="horizontal"
        {...{ size: score.size, least: 180, most: 640, onSize: resize('score') }}
      />
    </>
  );
}
