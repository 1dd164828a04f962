import type { LabView } from '@/lib/lab/view';
import { fill, type LabWords } from '../lab/words';
import type { ClusterLayout, Rake } from './cluster-layout';
import styles from './scene.module.css';
import { sceneWords } from './scene-words';
import { textWidth } from './text-width';

/** A Service over the rows: a trunk, a branch in each row, a foot above each Pod. Solid: an endpoint. Hollow: left out. */
export function ServiceRake({ rake, words }: { readonly rake: Rake; readonly words: LabWords }) {
  if (rake.feet.length === 0) return null;
  return (
    <g>
      <path
        className={styles.bracket}
        d={`M${rake.labelX} ${rake.fromY}H${rake.x}V${rake.toY}${rake.branches.map(({ y, toX }) => `M${rake.x} ${y}H${toX}`).join('')}`}
      />
      {rake.feet.map((foot) => (
        <g key={`${foot.x} ${foot.y}`}>
          <path className={styles.bracket} d={`M${foot.x} ${foot.fromY}V${foot.y}`} />
          <rect
            className={foot.leftOut === undefined ? styles.footIn : styles.footOut}
            x={foot.x - 3.5}
            y={foot.y}
            width={7}
            height={7}
          />
          <FootWords foot={foot} words={words} />
        </g>
      ))}
    </g>
  );
}

function FootWords({ foot, words }: { readonly foot: Rake['feet'][number]; readonly words: LabWords }) {
  const leftOut = foot.leftOut as keyof LabWords['leftOut'] | undefined;
  const candidates =
    leftOut === undefined ? [foot.address ?? ''] : [words.leftOut[leftOut], words.scene.left];
  const said = candidates.find((text) => textWidth(text, leftOut === undefined ? 6.8 : 6.1) <= foot.room);
  if (said === undefined) return null;
  return (
    <text
      className={leftOut === undefined ? styles.footAddress : styles.footLeftOut}
      x={foot.x + 9}
      y={foot.y + 5}
    >
      {said}
    </text>
  );
}

type Listed = ClusterLayout['services'][number]['service'];

export const endpointCount = ({ endpoints }: LabView['services'][number], words: LabWords): string =>
  fill(sceneWords[words.locale].endpoints, {
    count: endpoints.filter(({ leftOut }) => leftOut === undefined).length,
    of: endpoints.length,
  });

/** The Services by name, each with its address and how many of the Pods that it selects are endpoints. */
export function ServiceList({ layout, words }: { readonly layout: ClusterLayout; readonly words: LabWords }) {
  const last = layout.services.at(-1);
  const address = ({ headless, clusterIP }: Listed) => (headless ? words.scene.headless : (clusterIP ?? ''));
  return (
    <g>
      {layout.services.map(({ service, key, x, y }) => {
        const name = fill(words.scene.service, { name: service.name });
        const after = x + textWidth(name, 7.3) + 10;
        const count = endpointCount(service, words);
        return (
          <g key={key}>
            <text className={styles.rowName} x={x} y={y + 15}>
              {name}
            </text>
            <text className={styles.rowMore} x={after} y={y + 15}>
              {count}
            </text>
            {!layout.compact && (
              <text
                className={service.headless ? styles.rowMore : styles.address}
                x={after + textWidth(count, 6.4) + 12}
                y={y + 15}
              >
                {address(service)}
              </text>
            )}
          </g>
        );
      })}
      {layout.foldedServices > 0 && last && (
        <text className={styles.rowMore} x={last.x} y={last.y + 36}>
          {fill(sceneWords[words.locale].more, { count: layout.foldedServices })}
        </text>
      )}
    </g>
  );
}
