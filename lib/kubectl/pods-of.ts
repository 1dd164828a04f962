import type { KubeObject, LabelSelector, Labels, Pod } from '../cluster/objects';
import { isReady, readySinceMs } from '../cluster/pods';
import { matchesLabels, selects } from '../cluster/selector';
import { momentOf } from '../cluster/time';
import type { Call } from './call';
import { Failure } from './failure';
import type { Pause } from './line';

type Order = (a: Pod, b: Pod) => number;

const phases: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };

/** More restarts of its containers count as worse. */
const restartsOf = (pod: Pod): number =>
  Math.max(0, ...(pod.status.containerStatuses ?? []).map(({ restartCount }) => restartCount ?? 0));

/**
 * The Pod that one would look at first: it has a node, runs, is ready, has been for long, is old.
 * Source: kubectl pkg/util/podutils ActivePods, ByLogging.
 */
const order =
  (restartsFirst: boolean): Order =>
  (a, b) => {
    const assigned = Number(Boolean(b.spec.nodeName)) - Number(Boolean(a.spec.nodeName));
    const phase = (phases[b.status.phase ?? ''] ?? 0) - (phases[a.status.phase ?? ''] ?? 0);
    const ready = Number(isReady(b)) - Number(isReady(a));
    const since = (readySinceMs(a) ?? 0) - (readySinceMs(b) ?? 0);
    const restarts = (restartsOf(a) - restartsOf(b)) * (restartsFirst ? -1 : 1);
    const age = momentOf(a.metadata.creationTimestamp ?? '') - momentOf(b.metadata.creationTimestamp ?? '');
    return assigned || phase || ready || since || restarts || age || 0;
  };

export const byLogging = order(true);
export const byActivity = order(false);

/** Which Pods an object means. Source: polymorphichelpers SelectorsForObject. */
function selectorOf(object: KubeObject): (labels: Labels) => boolean {
  const { selector } = (object as { readonly spec?: { readonly selector?: unknown } }).spec ?? {};
  switch (object.kind) {
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'Job':
      return (labels) => selects((selector ?? {}) as LabelSelector, labels);
    case 'ReplicationController':
      return (labels) => matchesLabels((selector ?? {}) as Labels, labels);
    case 'Service':
      if (Object.keys((selector ?? {}) as Labels).length === 0)
        throw new Failure(`invalid service '${object.metadata.name}': Service is defined without a selector`);
      return (labels) => matchesLabels(selector as Labels, labels);
    default:
      throw new Failure(`selector for ${goType(object)} not implemented`);
  }
}

/** `*v1.Node`: how Go names the type of an object. */
export const goType = ({ apiVersion, kind }: KubeObject): string =>
  `*${apiVersion.split('/').at(-1) ?? ''}.${kind}`;

/**
 * The Pods of an object, the best first; waits for one until a moment. Source: polymorphichelpers GetPodList.
 * `doing` goes before what is wrong with the object itself.
 */
export function* podsOf(
  call: Call,
  object: KubeObject,
  { by, limitMs, doing }: { readonly by: Order; readonly limitMs: number; readonly doing: string },
): Generator<Pause, readonly Pod[], string | undefined> {
  let isMeant: (labels: Labels) => boolean;
  try {
    isMeant = selectorOf(object);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`cannot ${doing} ${goType(object)}: ${error.message}`);
  }
  const { namespace } = object.metadata;
  for (;;) {
    const pods = call.cluster.reading
      .list<Pod>('Pod')
      .filter(({ metadata }) => metadata.namespace === namespace && isMeant(metadata.labels ?? {}));
    if (pods.length > 0) return pods.sort(by);
    if (call.cluster.nowMs >= limitMs) throw new Failure('timed out waiting for the condition');
    yield { for: 'change', untilMs: limitMs };
  }
}

/** `app, log (init)`: what a Pod has. Source: podcmd AllContainerNames. */
export const containerNames = ({ spec }: Pod): string =>
  [
    ...spec.containers.map(({ name }) => name),
    ...(spec.initContainers ?? []).map(({ name }) => `${name} (init)`),
  ].join(', ');

/** The annotation that says which container is meant by default. */
const defaultContainer = 'kubectl.kubernetes.io/default-container';

export const hasContainer = ({ spec }: Pod, name: string): boolean =>
  [...spec.containers, ...(spec.initContainers ?? [])].some((one) => one.name === name);

/** The container that is named by an annotation. */
export const annotatedContainer = ({ metadata }: Pod): string =>
  metadata.annotations?.[defaultContainer] ?? '';

/** The first container; says so when there are others. */
export function firstContainer(pod: Pod, err: (line: string) => void, isQuiet = false): string {
  const { containers, initContainers = [] } = pod.spec;
  const name = containers[0]?.name ?? '';
  if (!isQuiet && containers.length + initContainers.length > 1)
    err(`Defaulted container ${JSON.stringify(name)} out of: ${containerNames(pod)}`);
  return name;
}
