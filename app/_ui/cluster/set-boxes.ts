import type { Box } from './cluster-layout';
import { nodeKey } from './object-keys';
import type { SceneLayout } from './scene-layout';

/** What can be chosen in the picture of one set: Pods, nodes by their names, Services, claims. */
export function setBoxes(layout: SceneLayout): readonly Box[] {
  const reach = layout.mode === 'cells' ? 16 : Math.min(44, Math.max(26, layout.pitch - 2));
  const drawer = layout.pitch < 60 ? { width: 24, height: 18 } : { width: 37, height: 24 };
  const nodes = layout.bands.map(({ node, y, height }) => {
    const width = layout.compact ? 52 : 104;
    const tall = layout.compact ? 22 : height;
    return { key: nodeKey(node.name), x: width / 2, y: y + tall / 2, width, height: tall };
  });
  const services = layout.services.flatMap(({ service, y, fromX, toX }) => {
    if (layout.compact)
      return Number.isFinite(fromX)
        ? [{ key: service.key, x: (fromX + toX) / 2, y: y - 8, width: 120, height: 22 }]
        : [];
    return [{ key: service.key, x: 56, y: y + 18, width: 104, height: 38 }];
  });
  return [
    ...layout.pods.map(({ pod, x, y }) => ({ key: pod.key, x, y, width: reach, height: reach })),
    ...nodes,
    ...services,
    ...layout.claims.map(({ claim, x }) => ({
      key: claim.key,
      x,
      y: layout.claimsY + drawer.height / 2 - 2,
      ...drawer,
    })),
  ];
}
