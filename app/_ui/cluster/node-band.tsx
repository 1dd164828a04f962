import type { NodeView } from '@/lib/lab/view';
import styles from './scene.module.css';

/** A node as a band; hatched when NotReady, with a black left edge when cordoned. Its name stands beside, in `Scene`. */
export function NodeBand({
  node,
  y,
  width,
  height,
}: {
  readonly node: NodeView;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  return (
    <g>
      <rect className={styles.band} y={y} width={width} height={height} />
      {!node.ready && <path className={styles.hatch} d={hatch(y, width, height)} />}
      {node.cordoned && <rect className={styles.cordon} y={y} width={5} height={height} />}
    </g>
  );
}

/** Lines at 45 degrees, 9 px apart, that end at the band's edges. */
function hatch(y: number, width: number, height: number): string {
  const parts: string[] = [];
  for (let x = 9; x < width + height; x += 9) {
    const left = Math.max(0, x - height);
    const right = Math.min(width, x);
    parts.push(`M${left} ${y + (x - left)}L${right} ${y + (x - right)}`);
  }
  return parts.join('');
}
