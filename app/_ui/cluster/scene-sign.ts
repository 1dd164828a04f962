import type { LabView } from '@/lib/lab/view';

/** Steps in which a core shrinks: finer ones are not seen. */
const graceSteps = 40;

/** What a scene shows of a view, as a text: two views with the same one look alike, though time has passed. */
export function sceneSign(view: LabView): string {
  const pods = view.pods.map((pod) => [
    pod.uid,
    pod.ordinal,
    pod.node,
    pod.state,
    pod.readyColumn,
    pod.statusColumn,
    pod.restarts,
    pod.revision,
    pod.image,
    pod.wasReady,
    Math.round((pod.graceUsed ?? 0) * graceSteps),
  ]);
  const lanes = view.score.lanes.map((lane) => lane.ordinal);
  return JSON.stringify([
    view.subject,
    view.set,
    pods,
    view.nodes,
    view.reserved,
    view.claims,
    view.services,
    lanes,
  ]);
}
