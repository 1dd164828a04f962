import { fill, type LabWords } from '../lab/words';
import { ClaimDrawer } from './claim-drawer';
import type { ClusterLayout } from './cluster-layout';
import { short } from './node-band';
import styles from './scene.module.css';
import { sceneWords } from './scene-words';

/** Claims that stand under no Pod, in a line at the foot: kept ones, and those whose Pods are too many to have a drawer each. */
export function ClusterClaims({
  layout,
  words,
}: {
  readonly layout: ClusterLayout;
  readonly words: LabWords;
}) {
  const last = layout.claims.at(-1);
  if (last === undefined) return null;
  return (
    <g>
      <text
        className={styles.rowName}
        x={layout.rowsX + (layout.compact ? 6 : 10)}
        y={layout.claimsY + (layout.compact ? -10 : 15)}
      >
        {words.scene.claims}
      </text>
      {layout.claims.map(({ claim, key, x, y, width }) => (
        <g key={key}>
          <ClaimDrawer claim={{ ...claim, mounted: true }} x={x} y={y} small />
          <text className={styles.claimName} x={x + 17} y={y + 8}>
            {short(claim.name, width - 50, 7.2)}
          </text>
          <text className={styles.rowMore} x={x + 17} y={y + 22}>
            {claim.phase}, {claim.mounted || claim.phase !== 'Bound' ? claim.capacity : words.scene.kept}
          </text>
        </g>
      ))}
      {layout.foldedClaims > 0 && (
        <text className={styles.rowMore} x={layout.rowsX + 10} y={last.y + 44}>
          {fill(sceneWords[words.locale].more, { count: layout.foldedClaims })}
        </text>
      )}
    </g>
  );
}
