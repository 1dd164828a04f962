import type { PodView } from '@/lib/lab/view';
import { fill, type LabWords } from './words';

/** kubectl's READY column says that all its containers are ready. */
const isReady = ({ readyColumn }: PodView) => {
  const [ready, all] = readyColumn.split('/');
  return ready === all && ready !== '0';
};

/** A Pod in the outline's words: "web-0, Pod on node-1, Running, not Ready, revision 1 of 2". */
export function podLabel(words: LabWords, pod: PodView, revisions = pod.revision): string {
  return fill(words.outline.pod, {
    name: pod.name,
    node: pod.node ?? words.outline.noNode,
    status: pod.statusColumn,
    ready: isReady(pod) ? words.outline.ready : words.outline.notReady,
    revision: fill(words.outline.revision, { n: pod.revision, of: Math.max(revisions, pod.revision) }),
  });
}
