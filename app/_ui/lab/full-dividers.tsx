'use client';
import { useState } from 'react';
import { Divider } from './divider';
import styles from './full.module.css';
import { shellWords } from './shell-words';
import type { LabWords } from './words';

/** Sizes of the parts in px as they open: the columns at the left and at the right, the score, and that of several futures. */
const opensWith = { left: 420, right: 400, score: 300 } as const;
const scoreOfSeveral = 404;
type Part = keyof typeof opensWith;

/** The sizes as the reader has set them, else as they fit so many futures; and the same as what CSS arranges by. */
export function useSizes(futures: number) {
  const [own, setOwn] = useState<Partial<Record<Part, number>>>({});
  const sizes = { ...opensWith, ...(futures > 1 && { score: scoreOfSeveral }), ...own };
  const resize = (part: Part) => (px: number) => setOwn((old) => ({ ...old, [part]: px }));
  const style = Object.fromEntries(Object.entries(sizes).map(([part, px]) => [`--${part}`, `${px}px`]));
  return { sizes, resize, style };
}

export function Dividers({
  words,
  sizes,
  resize,
}: { readonly words: LabWords } & Pick<ReturnType<typeof useSizes>, 'sizes' | 'resize'>) {
  const say = shellWords[words.locale];
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
        className={styles.atScore}
        label={say.scoreDivider}
        orientation="horizontal"
        {...{ size: sizes.score, least: 180, most: 640, onSize: resize('score') }}
      />
    </>
  );
}
