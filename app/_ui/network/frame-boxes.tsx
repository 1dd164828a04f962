import type { CSSProperties } from 'react';
import { fill } from '@/app/_ui/fill';
import type { Host } from '@/lib/network/host';
import type { FrameView, Layer } from '@/lib/network/xray/view';
import styles from './frame-bytes.module.css';
import type { Range } from './frame-hex';
import { bracketsOf, drawnBytes, encapsulatedBy, layerText, shareOf } from './frame-layers';
import type { FrameWords } from './frame-words';

interface LayersProps {
  readonly frame: FrameView;
  readonly words: FrameWords;
  readonly sender: Host['kind'];
  readonly shown: Layer | undefined;
  readonly onChoose: (layer: Layer) => void;
  readonly onPoint: (range: Range | undefined) => void;
}

/** The layers of a frame beside each other, as wide as they are long, under the brackets of what belongs together. */
export function Layers({ frame, words, sender, shown, onChoose, onPoint }: LayersProps) {
  const brackets = bracketsOf(frame);
  const inner = sender === 'pod' ? words.inner : words.innerOfNode;
  const share = `${shareOf(frame.layers) * 100}%`;
  return (
    <div className={styles.brackets} style={{ '--share': share } as CSSProperties}>
      {brackets.map(({ isOuter, layers, length, drawn }) => (
        <div
          key={String(isOuter)}
          className={styles.bracket}
          data-outer={isOuter || undefined}
          style={{ '--bytes': drawn } as CSSProperties}
        >
          <p>
            {fill(isOuter ? words.outer : brackets.length > 1 ? inner : words.plain, {
              host: encapsulatedBy(frame),
              n: length.toLocaleString('en'),
            })}
          </p>
          <ul aria-label={words.layers} className={styles.layers}>
            {layers.map((layer) => (
              <li
                key={layer.name}
                style={{ '--bytes': drawnBytes(layer) } as CSSProperties}
                data-cut={drawnBytes(layer) < layer.length || undefined}
                data-short={layer.length <= 8 || undefined}
              >
                <button
                  type="button"
                  aria-pressed={layer === shown}
                  aria-label={[
                    fill(isOuter ? words.layerOuter : words.layer, {
                      layer: layer.name,
                      n: layer.length,
                      from: layer.from,
                    }),
                    layerText(frame, layer, words),
                  ]
                    .filter((part) => part !== '')
                    .join(': ')}
                  onClick={() => onChoose(layer)}
                  onFocus={() => onChoose(layer)}
                  onBlur={() => onPoint(undefined)}
                  onPointerEnter={() => onPoint(layer)}
                  onPointerLeave={() => onPoint(undefined)}
                >
                  <b lang="en">{layer.name}</b>
                  <span>{layer.length.toLocaleString('en')}</span>
                  <code title={layerText(frame, layer, words)}>
                    <Breaking text={layerText(frame, layer, words)} />
                  </code>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Names of interfaces may be broken behind their host. */
function Breaking({ text }: { readonly text: string }) {
  const cut = text.indexOf('/') + 1;
  if (cut === 0) return text;
  return (
    <>
      {text.slice(0, cut)}
      <wbr />
      {text.slice(cut)}
    </>
  );
}
