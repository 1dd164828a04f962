import type { BarPart, PlacedBar } from './cluster-bars';
import { revisionClass } from './ink';
import mark from './pod-mark.module.css';
import styles from './scene.module.css';

/** The Pods of each node as shares of a bar: the forms of their marks, and how many of all are ready. */
export function NodeBars({ bars }: { readonly bars: readonly PlacedBar[] }) {
  return (
    <>
      {bars.map(({ row, x, y, width, height, parts, ready, count }) => (
        <g key={row}>
          {parts.map((part) => (
            <Part key={`${part.form} ${part.revision}`} part={part} y={y} height={height} />
          ))}
          <text className={styles.rowMore} x={x + width + 8} y={y + height / 2 + 4}>
            {ready}/{count}
          </text>
        </g>
      ))}
    </>
  );
}

function Part({ part, y, height }: { readonly part: BarPart; readonly y: number; readonly height: number }) {
  const { form, revision, x, width } = part;
  const isHollow = form === 'hollow';
  const inset = isHollow ? 1 : 0;
  const slits = [[], [], [0.5], [0.33, 0.67]][revision] ?? [];
  return (
    <g className={mark[revisionClass(form === 'black' ? 'failed' : 'ready', revision)]}>
      <rect
        className={isHollow ? mark.ring : mark.fill}
        x={x + inset}
        y={y + inset}
        width={Math.max(0.5, width - 2 * inset - 1)}
        height={height - 2 * inset}
        strokeWidth={isHollow ? 1.6 : undefined}
      />
      {slits.map((at) => (
        <path
          key={at}
          className={isHollow ? mark.line : mark.slit}
          strokeWidth={1.6}
          d={`M${x + inset} ${y + height * at}H${x + width - inset - 1}`}
        />
      ))}
    </g>
  );
}
