'use client';
import { type PointerEvent, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { FrameView } from '@/lib/network/xray/view';
import styles from './frame-bytes.module.css';
import { groupsOf, hexOf, shownBytes } from './frame-layers';
import type { FrameWords } from './frame-words';

/** A part of a frame's bytes. */
export interface Range {
  readonly from: number;
  readonly length: number;
}

interface FrameHexProps {
  readonly frame: FrameView;
  readonly words: FrameWords;
  readonly marked: Range | undefined;
  readonly onByte: (at: number | undefined) => void;
}

/** Every byte of a frame in its layer's ink, 8, 16 or 32 a row as the width allows; for readers one text. */
export function FrameHex({ frame, words, marked, onByte }: FrameHexProps) {
  const [isWhole, setWhole] = useState(false);
  const least = shownBytes(frame);
  const bytes = isWhole ? frame.bytes : frame.bytes.slice(0, least);
  const changed = new Set(frame.changed);
  const inner = frame.layers.find(({ isOuter }) => !isOuter)?.from ?? 0;
  const isMarked = (at: number) =>
    marked !== undefined && at >= marked.from && at < marked.from + marked.length;
  const over = ({ target }: PointerEvent) => {
    const at = (target as HTMLElement).dataset.at;
    onByte(at === undefined ? undefined : Number(at));
  };
  return (
    <>
      <p className="unseen">
        {words.bytes} {frame.bytes.map((byte) => hexOf(byte)).join(' ')}
      </p>
      <div
        className={styles.hex}
        aria-hidden="true"
        onPointerOver={over}
        onPointerLeave={() => onByte(undefined)}
      >
        {groupsOf(bytes).map((group) => (
          <div key={group.from}>
            <i>{hexOf(group.from, 4)}</i>
            {group.bytes.map((byte, i) => {
              const at = group.from + i;
              return (
                <span
                  key={at}
                  data-at={at}
                  data-outer={at < inner || undefined}
                  data-changed={changed.has(at) || undefined}
                  data-marked={isMarked(at) || undefined}
                >
                  {hexOf(byte)}
                </span>
              );
            })}
          </div>
        ))}
      </div>
      {least < frame.bytes.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : fill(words.all, { n: frame.bytes.length.toLocaleString('en') })}
        </button>
      )}
    </>
  );
}
