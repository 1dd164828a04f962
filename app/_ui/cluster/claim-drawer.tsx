import type { ClaimView } from '@/lib/lab/view';
import styles from './scene.module.css';

/**
 * A claim as a drawer at the foot of a column, its top middle at `x`, `y`. A thick line up to `podY`: mounted.
 * Three dots: bound and kept without a Pod. Dotted drawer: Pending.
 */
export function ClaimDrawer({
  claim,
  x,
  y,
  podY,
  small = false,
}: {
  readonly claim: Pick<ClaimView, 'phase' | 'mounted' | 'terminating'>;
  readonly x: number;
  readonly y: number;
  readonly podY?: number | undefined;
  readonly small?: boolean;
}) {
  const half = small ? 10 : 16.5;
  const height = small ? 14 : 20;
  return (
    <g className={styles.drawer} data-phase={claim.terminating ? 'Terminating' : claim.phase}>
      {podY !== undefined && <path className={styles.mounted} d={`M${x} ${podY}V${y}`} />}
      {podY === undefined && !claim.mounted && claim.phase === 'Bound' && (
        <path className={styles.kept} d={`M${x} ${y - 18}V${y - 4}`} />
      )}
      <rect x={x - half} y={y} width={half * 2} height={height} />
      <path d={`M${x - half} ${y + height * 0.32}H${x + half}`} />
    </g>
  );
}
