import styles from './scene.module.css';

const sides = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** The four corner brackets of what is selected, around 0 0, px. */
export function Corners({
  half,
  halfHeight = half,
}: {
  readonly half: number;
  readonly halfHeight?: number;
}) {
  const arm = Math.min(8, half, halfHeight);
  return (
    <path
      className={styles.corners}
      d={sides
        .map(([a, b]) => `M${a * half} ${b * (halfHeight - arm)}V${b * halfHeight}H${a * (half - arm)}`)
        .join('')}
    />
  );
}
