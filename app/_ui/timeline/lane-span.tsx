import styles from './score.module.css';
import type { SpanShape } from './span-shape';

/** One stretch of a lane in ink; its hue comes from `currentColor`, its y is the middle of the lane. */
export function LaneSpan({ shape, height }: { readonly shape: SpanShape; readonly height: number }) {
  const half = height / 2;
  switch (shape.kind) {
    case 'dots':
      return (
        <path className={shape.waits ? styles.waitDots : styles.dots} d={`M${shape.x + 1} 0H${shape.to}`} />
      );
    case 'opening':
      return <path className={styles.hollow} d={shape.path} />;
    case 'band':
      return <Band shape={shape} height={height} />;
    case 'closing':
      return (
        <>
          <path className={shape.solid ? styles.solid : styles.hollow} d={shape.path} />
          {shape.slits.map((d) => (
            <path key={d} className={shape.solid ? styles.slit : styles.inner} d={d} />
          ))}
        </>
      );
    case 'crossed':
      return (
        <>
          <rect
            className={styles.inkHollow}
            x={shape.x}
            y={-half + 1}
            width={shape.to - shape.x}
            height={height - 2}
          />
          <path className={styles.inkLine} d={shape.crosses.map((x) => cross(x, 3)).join('')} />
        </>
      );
    case 'fallen':
      return (
        <>
          <path className={styles.inkDots} d={`M${shape.x + shape.square + 2} 0H${shape.to}`} />
          {shape.square > 0 && (
            <>
              <rect className={styles.inkSolid} x={shape.x} y={-half} width={shape.square} height={height} />
              <path
                className={styles.cut}
                d={cross(shape.x + shape.square / 2, Math.min(3, shape.square / 3))}
              />
            </>
          )}
        </>
      );
    case 'cross':
      return <path className={styles.inkCross} d={cross(shape.x, half - 1)} />;
    case 'finished':
      return (
        <>
          <path className={styles.thin} d={`M${shape.x + 2} ${-half}V${half}`} />
          <path className={styles.thick} d={`M${shape.x + 7} ${-half}V${half}`} />
        </>
      );
    case 'hatched':
      return <path className={styles.hatched} d={shape.path} />;
    case 'nothing':
      return null;
  }
}

const cross = (x: number, reach: number) =>
  `M${x - reach} ${-reach}L${x + reach} ${reach}M${x + reach} ${-reach}L${x - reach} ${reach}`;

function Band({
  shape,
  height,
}: {
  readonly shape: SpanShape & { readonly kind: 'band' };
  readonly height: number;
}) {
  const { x, to, solid, fill, slits } = shape;
  const inset = solid ? 0 : 0.8;
  return (
    <>
      <rect
        className={solid ? styles.solidBand : styles.hollow}
        x={x + inset}
        y={-height / 2 + inset}
        width={Math.max(0.5, to - x - 2 * inset)}
        height={height - 2 * inset}
      />
      {fill > 0 && (
        <rect
          className={styles.solidBand}
          x={x}
          y={height / 2 - height * fill}
          width={to - x}
          height={height * fill}
        />
      )}
      {slits.map((y) => (
        <path key={y} className={solid ? styles.slit : styles.inner} d={`M${x} ${y}H${to}`} />
      ))}
    </>
  );
}
