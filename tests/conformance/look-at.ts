import type { Cluster } from '@/lib/cluster/cluster';
import { serviceNameLabel } from '@/lib/cluster/controllers/endpointslice.machine';
import { controllerOf, isTerminating } from '@/lib/cluster/keys';
import type {
  EndpointSlice,
  KubeObject,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '@/lib/cluster/objects';
import { isReady } from '@/lib/cluster/pods';
import type { Names } from './names';
import type { CaseRecording } from './recording';

type Observe = NonNullable<CaseRecording['observe']>;
type Seen = Record<string, Record<string, object>>;

const reasonUnscheduled = (pod: Pod): object => {
  const condition = pod.status.conditions?.find((c) => c.type === 'PodScheduled');
  return condition?.status === 'False' ? { unschedulable: condition.reason } : {};
};

const podView = (pod: Pod, observe: Observe): object => ({
  phase: pod.status.phase,
  ready: isReady(pod),
  ...reasonUnscheduled(pod),
  ...(isTerminating(pod) && { terminating: true }),
  ...(observe.node && pod.spec.nodeName && { node: pod.spec.nodeName }),
  ...(!controllerOf(pod.metadata) && { owner: null }),
  ...(observe.image && { image: pod.spec.containers[0]?.image }),
  ...((pod.status.containerStatuses?.[0]?.restartCount ?? 0) > 0 && {
    restarts: pod.status.containerStatuses?.[0]?.restartCount,
  }),
});

const statefulsetView = ({ spec, status }: StatefulSet): object => ({
  desired: spec.replicas,
  replicas: status.replicas,
  readyReplicas: status.readyReplicas,
  currentReplicas: status.currentReplicas,
  updatedReplicas: status.updatedReplicas,
  availableReplicas: status.availableReplicas,
  updating: status.currentRevision !== status.updateRevision,
});

/** The state of every object as a recording shows it after a step. */
export function stateOf(cluster: Cluster, names: Names, observe: Observe): Seen {
  const seen: Seen = {};
  const show = <Kind extends KubeObject>(
    kind: string,
    nameOf: (object: Kind) => string,
    view: (object: Kind) => object,
  ): void => {
    const objects = cluster.reading.list<Kind>(kind);
    if (objects.length || kind === 'Pod')
      seen[kind] = Object.fromEntries(objects.map((object) => [nameOf(object), view(object)]));
  };
  show<StatefulSet>('StatefulSet', (set) => set.metadata.name, statefulsetView);
  show<PersistentVolumeClaim>(
    'PersistentVolumeClaim',
    (claim) => claim.metadata.name,
    (claim) => ({ phase: claim.status.phase }),
  );
  show<Pod>(
    'Pod',
    (pod) => names.of(pod),
    (pod) => podView(pod, observe),
  );
  show<EndpointSlice>(
    'EndpointSlice',
    (slice) => slice.metadata.labels?.[serviceNameLabel] ?? slice.metadata.name,
    (slice) => ({
      endpoints: slice.endpoints.map(({ targetRef, conditions }) => ({
        pod: targetRef ? names.of({ kind: 'Pod', metadata: targetRef }) : null,
        ...conditions,
      })),
      ports: slice.ports.map(({ port }) => port),
    }),
  );
  return seen;
}
