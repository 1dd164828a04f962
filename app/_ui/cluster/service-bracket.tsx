import styles from './scene.module.css';
import type { PlacedService } from './scene-layout';

/** A Service as a bracket over the Pods that it selects. Solid foot: an endpoint. Hollow foot: selected, left out. */
export function ServiceBracket({ placed }: { readonly placed: PlacedService }) {
  const { y, fromX, toX, feet } = placed;
  if (feet.length === 0) return null;
  return (
    <g>
      <path className={styles.bracket} d={`M${fromX} ${y}H${toX}`} />
      {feet.map((foot) => (
        <g key={foot.pod}>
          <path className={styles.bracket} d={`M${foot.x} ${y - 0.9}V${y + 12}`} />
          <rect
            className={foot.leftOut === undefined ? styles.footIn : styles.footOut}
            x={foot.x - 5}
            y={y + 12}
            width={10}
            height={10}
          />
        </g>
      ))}
    </g>
  );
}
