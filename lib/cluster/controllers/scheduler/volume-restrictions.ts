import type { PersistentVolumeClaim } from '../../objects';
import { claimKeysOf } from '../../pods';
import type { Plugin } from './plugin';

const inUse =
  'node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod';

/**
 * A claim with ReadWriteOncePod is for one Pod alone: as long as one that has a node uses it, no other gets a node.
 * Models plugins/volumerestrictions volume_restrictions.go (v1.37). Leaves out: disks of clouds, iSCSI and RBD.
 */
export const volumeRestrictions: Plugin = {
  name: 'VolumeRestrictions',
  filter: (pod, { nodes, reading }) => {
    const forOnePod = claimKeysOf(pod).filter((key) =>
      reading.get<PersistentVolumeClaim>(key)?.spec.accessModes.includes('ReadWriteOncePod'),
    );
    if (forOnePod.length === 0) return undefined;
    const isUsed = nodes.some((view) =>
      view.pods.some((other) => claimKeysOf(other).some((key) => forOnePod.includes(key))),
    );
    return isUsed ? () => ({ reasons: [inUse], isFinal: false }) : undefined;
  },
};
