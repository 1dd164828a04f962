import { controllerOf, isTerminating } from '../../../cluster/keys';
import type { Pod } from '../../../cluster/objects';
import { momentOf } from '../../../cluster/time';
import type { Call } from '../../call';
import { Failure } from '../../failure';
import { labelQueryOf } from '../../label-query';

/** What is to become of a Pod. Source: kubectl pkg/drain/filters.go PodDeleteStatus. */
interface Fate {
  readonly goes: boolean;
  readonly says?: string;
  readonly isFatal?: boolean;
}

const goes: Fate = { goes: true };
const hasEnded = ({ status }: Pod): boolean => status.phase === 'Succeeded' || status.phase === 'Failed';

/** Whether it is going for longer than somebody wants to wait for. Source: shouldSkipPod. */
export const isSkipped = (pod: Pod, seconds: number, nowMs: number): boolean =>
  seconds > 0 &&
  isTerminating(pod) &&
  (nowMs - momentOf(pod.metadata.deletionTimestamp ?? '')) / 1000 > seconds;

function ofDaemonSet(pod: Pod, call: Call): Fate {
  const controller = controllerOf(pod.metadata);
  if (controller?.kind !== 'DaemonSet' || hasEnded(pod)) return goes;
  if (!call.cluster.reading.find('DaemonSet', pod.metadata.namespace ?? '', controller.name)) {
    const says = `daemonsets.apps ${JSON.stringify(controller.name)} not found`;
    return call.flags.bool('force') ? { goes: true, says } : { goes: false, says, isFatal: true };
  }
  return call.flags.bool('ignore-daemonsets')
    ? { goes: false, says: 'ignoring DaemonSet-managed Pods' }
    : { goes: false, says: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)', isFatal: true };
}

function withLocalStorage(pod: Pod, call: Call): Fate {
  if (!pod.spec.volumes?.some(({ emptyDir }) => emptyDir !== undefined) || hasEnded(pod)) return goes;
  return call.flags.bool('delete-emptydir-data')
    ? { goes: true, says: 'deleting Pods with local storage' }
    : {
        goes: false,
        says: 'Pods with local storage (use --delete-emptydir-data to override)',
        isFatal: true,
      };
}

function withoutController(pod: Pod, call: Call): Fate {
  if (hasEnded(pod) || controllerOf(pod.metadata)) return goes;
  return call.flags.bool('force')
    ? { goes: true, says: 'deleting Pods that declare no controller' }
    : { goes: false, says: 'Pods that declare no controller (use --force to override)', isFatal: true };
}

/** The filters one after the other; the first that keeps the Pod decides, else the last one's word counts. */
function fateOf(pod: Pod, call: Call): Fate {
  const skipSeconds = call.flags.number('skip-wait-for-delete-timeout');
  if (isSkipped(pod, skipSeconds, call.cluster.nowMs)) return { goes: false };
  let fate = ofDaemonSet(pod, call);
  if (fate.goes && pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined)
    return { goes: false };
  if (fate.goes) fate = withLocalStorage(pod, call);
  return fate.goes ? withoutController(pod, call) : fate;
}

/** Words with the Pods that they are about. */
function grouped(all: readonly { readonly pod: Pod; readonly says: string }[]): [string, string][] {
  const groups = new Map<string, string[]>();
  for (const { pod, says } of all)
    groups.set(says, [...(groups.get(says) ?? []), `${pod.metadata.namespace}/${pod.metadata.name}`]);
  return [...groups].map(([says, pods]) => [says, pods.join(', ')]);
}

/** As the API server lists: by namespace and name. */
const listed = ({ metadata }: Pod): string => `${metadata.namespace}/${metadata.name}`;

export interface ToGo {
  readonly pods: readonly Pod[];
  readonly warnings: string;
  /** Why the node can not be drained. */
  readonly failures: readonly Failure[];
}

/** The Pods of a node that a drain takes away. Source: GetPodsForDeletion. */
export function podsToGo(call: Call, node: string): ToGo {
  const query = labelQueryOf(call.flags.text('pod-selector'));
  const all = call.cluster.reading
    .podsOn(node)
    .filter(({ metadata }) => query(metadata.labels ?? {}))
    .sort((a, b) => (listed(a) < listed(b) ? -1 : 1))
    .map((pod) => ({ pod, fate: fateOf(pod, call) }));
  const saying = (isFatal: boolean) =>
    grouped(
      all.flatMap(({ pod, fate: { says, isFatal: fatal = false } }) =>
        says !== undefined && fatal === isFatal ? [{ pod, says }] : [],
      ),
    );
  return {
    pods: all.filter(({ fate }) => fate.goes).map(({ pod }) => pod),
    warnings: saying(false)
      .map(([says, pods]) => `${says}: ${pods}`)
      .join('; '),
    failures: saying(true).map(([says, pods]) => new Failure(`cannot delete ${says}: ${pods}`)),
  };
}
