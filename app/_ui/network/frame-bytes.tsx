'use client';
import { useId, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { Host } from '@/lib/network/host';
import type { FrameView, Layer } from '@/lib/network/xray/view';
import { Layers } from './frame-boxes';
import styles from './frame-bytes.module.css';
import { Fields } from './frame-fields';
import { FrameHex, type Range } from './frame-hex';
import type { FrameWords } from './frame-words';

interface FrameBytesProps {
  readonly frame: FrameView;
  readonly words: FrameWords;
  /** What kind of host the packet began on; said of the frame in a tunnel. */
  readonly sender?: Host['kind'];
}

const isIn = ({ from, length }: Range, at: number): boolean => at >= from && at < from + length;
const keyOf = ({ name, isOuter }: Layer): string => `${isOuter ? 'outer ' : ''}${name}`;

/** The layer that was chosen in some frame before, or the inner IPv4. */
const chosenOf = (layers: readonly Layer[], key: string): Layer | undefined =>
  layers.find((layer) => keyOf(layer) === key) ??
  layers.find((layer) => keyOf(layer) === 'IPv4') ??
  layers[0];

/**
 * A frame to scale: its layers, a tick a byte, what the tunnel added apart from what it carries; below them every byte in
 * hex. Pointing at a layer, at a field or at a byte marks what belongs to it in the other two.
 */
export function FrameBytes({ frame, words, sender = 'pod' }: FrameBytesProps) {
  const id = useId();
  const [key, setKey] = useState('IPv4');
  const [range, setRange] = useState<Range>();
  const [byte, setByte] = useState<number>();
  const { layers, bytes, changed } = frame;
  const under = byte === undefined ? undefined : layers.find((layer) => isIn(layer, byte));
  const shown = under ?? chosenOf(layers, key);
  const field = byte === undefined ? undefined : under?.fields.find((one) => isIn(one, byte));
  const marked = byte === undefined ? range : (field ?? { from: byte, length: 1 });
  const point = (to: Range | undefined) => {
    setByte(undefined);
    setRange(to);
  };
  const choose = (layer: Layer) => {
    setKey(keyOf(layer));
    point(layer);
  };
  const said =
    byte === undefined
      ? fill(changed.length > 0 ? words.changed : words.unchanged, { n: changed.length })
      : [
          fill(words.byte, { at: byte, layer: under?.name ?? '' }),
          field && [field.name, field.value].filter((part) => part !== '').join(': '),
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <section className={styles.frame} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>
          {fill(words.title, {
            place: `${frame.host} / ${frame.device}`,
            n: bytes.length.toLocaleString('en'),
          })}
        </h3>
        <p>{words.scale}</p>
      </header>
      <Layers {...{ frame, words, sender, shown, onChoose: choose, onPoint: point }} />
      <div className={styles.below}>
        <div>
          <FrameHex frame={frame} words={words} marked={marked} onByte={setByte} />
          <p className={styles.said}>{said}</p>
        </div>
        {shown && <Fields layer={shown} words={words} marked={marked} onPoint={point} />}
      </div>
    </section>
  );
}
