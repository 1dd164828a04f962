import type { LabView } from '@/lib/lab/view';

/** Steps in which a core shrinks: finer ones are not seen. */
const graceSteps = 40;

const signs = new WeakMap<LabView, string>();

/** What a scene shows of a view, as a text: two views with the same one look alike, though time has passed. */
export function sceneSign(view: LabView): string {
  const known = signs.get(view);
  if (known !== undefined) return known;
  const sign = `${view.pods.map(podSign).join('\n')}\n${restSign(view)}`;
  signs.set(view, sign);
  return sign;
}

/** What is seen of one Pod. */
export const podSign = (pod: LabView['pods'][number]): string =>
  `${pod.uid} ${pod.ordinal} ${pod.node} ${pod.state} ${pod.readyColumn} ${pod.statusColumn} ${pod.restarts} ${pod.revision} ${pod.image} ${pod.wasReady} ${pod.owner} ${Math.round((pod.graceUsed ?? 0) * graceSteps)}`;

const restSign = (view: LabView): string =>
  JSON.stringify([
    view.subject,
    view.set,
    view.nodes,
    view.workloads,
    view.reserved,
    view.claims,
    view.services,
    view.score.lanes.map((lane) => lane.ordinal),
  ]);
