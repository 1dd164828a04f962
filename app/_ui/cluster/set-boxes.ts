import type { Box } from './cluster-layout';
import { nodeKey } from './object-keys';
import type { SceneLayout } from './scene-layout';

/** What a finger needs, px: on a phone each box is at least so high and so wide. */
const finger = 44;

/** What can be chosen in the picture of one set: Pods, nodes by their names, Services, claims. */
export function setBoxes(layout: SceneLayout): readonly Box[] {
  const reach = layout.mode === 'cells' ? 16 : Math.min(finger, Math.max(26, layout.pitch - 2));
  const drawn = layout.pitch < 60 ? { width: 24, height: 18 } : { width: 37, height: 24 };
  const drawer = layout.compact ? { width: Math.min(finger, layout.pitch - 2), height: finger } : drawn;
  const nodes = layout.bands.map(({ node, y, height }) => {
    const width = layout.compact ? 52 : 104;
    const tall = layout.compact ? finger : height;
    return { key: nodeKey(node.name), x: width / 2, y: y + tall / 2, width, height: tall };
  });
  const services = layout.services.flatMap(({ service, y, fromX, toX }) => {
    if (layout.compact)
      return Number.isFinite(fromX)
        ? [{ key: service.key, x: (fromX + toX) / 2, y: y - 8, width: 120, height: finger }]
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
      y: layout.claimsY + drawn.height / 2 - 2,
      ...drawer,
    })),
  ];
}
