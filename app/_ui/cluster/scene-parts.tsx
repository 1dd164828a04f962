import { fill, type LabWords } from '../lab/words';
import { PodShape } from './pod-mark';
import mark from './pod-mark.module.css';
import styles from './scene.module.css';
import type { SceneLayout } from './scene-layout';
import { textWidth } from './text-width';

interface PartProps {
  readonly layout: Pick<SceneLayout, 'reserved' | 'arrows' | 'markSize' | 'mode'>;
  readonly words: LabWords;
}

/** Places whose Pods their controller will make, in the colour of waiting. */
export function Reserved({ layout, words }: PartProps) {
  const edge = layout.markSize / 2 + 9;
  const [first, second] = layout.reserved;
  const room =
    first && second ? second.x - first.x - edge - layout.markSize / 2 - 3 : Number.POSITIVE_INFINITY;
  const nextImage = (image: string) => {
    const said = fill(words.scene.next, { image });
    return textWidth(said, 6.4) > room ? image : said;
  };
  return (
    <>
      {layout.reserved.map(({ place, x, y }, at) => (
        <g key={place.name} className={mark.wait} transform={`translate(${x} ${y})`}>
          <PodShape state="reserved" n={place.ordinal} revision={place.revision} size={layout.markSize} />
          {at === 0 && layout.mode === 'beside' && (
            <text className={styles.waits} x={edge} y={4}>
              {nextImage(place.image)}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** From who waits to what is awaited. */
export function Arrows({ layout, words }: PartProps) {
  return (
    <>
      {layout.arrows.map((one) => (
        <g key={`${one.from} ${one.to}`}>
          <path className={styles.arrow} d={one.path} pathLength={1} />
          <path
            className={styles.arrowHead}
            d="M1 0L-8 -4.5V4.5Z"
            transform={`translate(${one.head.x} ${one.head.y}) rotate(${one.head.turn})`}
          />
          {layout.mode === 'beside' && (
            <text className={styles.waits} x={one.words.x} y={one.words.y} textAnchor={one.words.anchor}>
              {words.until[one.until]}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
