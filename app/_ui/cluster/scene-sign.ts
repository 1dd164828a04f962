import type { LabView } from '@/lib/lab/view';
import { canvasAbove } from './cluster-scale';

type Pod = LabView['pods'][number];

/** Steps in which a core shrinks: finer ones are not seen; in a cell there are fewer. */
export const graceSteps = { mark: 40, cell: 8 } as const;

const seenOfPod = [
  'uid',
  'ordinal',
  'node',
  'state',
  'readyColumn',
  'statusColumn',
  'restarts',
  'revision',
  'image',
  'wasReady',
  'slowStartMs',
  'owner',
] as const satisfies readonly (keyof Pod)[];

/** Whether two Pods look alike, though time has passed. */
export function podLooksSame(a: Pod, b: Pod, steps: number = graceSteps.mark): boolean {
  if (a === b) return true;
  const grace = ({ graceUsed = 0 }: Pod) => Math.round(graceUsed * steps);
  return grace(a) === grace(b) && seenOfPod.every((field) => a[field] === b[field]);
}

const seenBeside = ['subject', 'set', 'nodes', 'workloads', 'reserved', 'claims', 'services'] as const;

/**
 * Whether a scene shows the same of two views, though time has passed. What is the same is the same object in most views, so it
 * is looked into only where it is not.
 */
export function looksSame(a: LabView, b: LabView): boolean {
  if (a === b) return true;
  const isSame = (one: unknown, other: unknown) =>
    one === other || JSON.stringify(one) === JSON.stringify(other);
  const steps = a.pods.length > canvasAbove ? graceSteps.cell : graceSteps.mark;
  const { lanes } = b.score;
  return (
    a.pods.length === b.pods.length &&
    a.pods.every((pod, at) => podLooksSame(pod, b.pods[at] as Pod, steps)) &&
    seenBeside.every((field) => isSame(a[field], b[field])) &&
    a.score.lanes.length === lanes.length &&
    a.score.lanes.every(({ ordinal }, at) => ordinal === lanes[at]?.ordinal)
  );
}
