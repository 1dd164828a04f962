import { serviceNameLabel } from '../cluster/controllers/endpointslice.machine';
import { controllerOf, isTerminating } from '../cluster/keys';
import type { Condition, EndpointSlice, KubeObject, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import type { Reading } from '../cluster/store';
import type { Names } from './names';
import type { CaseRecording } from './recording';

type Observe = NonNullable<CaseRecording['observe']>;
type Seen = Record<string, Record<string, object>>;
type Fields = Readonly<Record<string, unknown>>;
/** A cluster as far as it is looked at: the model's, or a mirror of a real one. */
export interface Looked {
  readonly reading: Pick<Reading, 'list'>;
}
type View = (object: KubeObject, names: Names) => object;

/** Fields of a status that are left out when they are 0 or empty, as the API's own JSON leaves them out. */
const withoutZeros = (fields: Fields, names: readonly string[]): object =>
  Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));
const fieldsOf = (fields: Fields, names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? 0]));

const specOf = ({ spec }: KubeObject): Fields => (spec ?? {}) as Fields;
const statusOf = ({ status }: KubeObject): Fields => (status ?? {}) as Fields;

const conditionsOf = (status: Fields): object =>
  Object.fromEntries(
    ((status.conditions ?? []) as readonly Condition[]).map((c) => [
      c.type,
      `${c.status} ${c.reason ?? ''}`.trim(),
    ]),
  );

/** How a recording shows each kind. */
const views: Readonly<Record<string, View>> = {
  CronJob: (object, names) => ({
    ...(specOf(object).suspend ? { suspended: true } : {}),
    active: ((statusOf(object).active ?? []) as readonly { kind: string; name: string; uid: string }[]).map(
      ({ kind, name, uid }) => names.of({ kind, metadata: { name, uid } }),
    ),
    hasRun: statusOf(object).lastScheduleTime !== undefined,
  }),
  DaemonSet: (object) => {
    const status = statusOf(object);
    return {
      ...fieldsOf(status, [
        'desiredNumberScheduled',
        'currentNumberScheduled',
        'numberReady',
        'numberMisscheduled',
      ]),
      ...withoutZeros(status, ['numberAvailable', 'numberUnavailable', 'updatedNumberScheduled']),
    };
  },
  Deployment: (object) => {
    const status = statusOf(object);
    return {
      desired: specOf(object).replicas,
      ...withoutZeros(status, [
        'replicas',
        'updatedReplicas',
        'readyReplicas',
        'availableReplicas',
        'unavailableReplicas',
      ]),
      revision: object.metadata.annotations?.['deployment.kubernetes.io/revision'],
      conditions: conditionsOf(status),
    };
  },
  HorizontalPodAutoscaler: (object) => {
    const status = statusOf(object);
    return {
      ...withoutZeros(status, ['currentReplicas']),
      ...fieldsOf(status, ['desiredReplicas']),
      conditions: conditionsOf(status),
    };
  },
  Job: (object) => {
    const status = statusOf(object);
    return {
      ...withoutZeros(status, ['active', 'succeeded', 'failed', 'completedIndexes']),
      ready: status.ready,
      failedIndexes: status.failedIndexes,
      ...(specOf(object).suspend ? { suspended: true } : {}),
      conditions: conditionsOf(status),
    };
  },
  PersistentVolumeClaim: (object) => ({ phase: statusOf(object).phase }),
  PodDisruptionBudget: (object) =>
    fieldsOf(statusOf(object), ['currentHealthy', 'desiredHealthy', 'disruptionsAllowed', 'expectedPods']),
  ReplicaSet: (object) => ({
    ...replicasView(object),
    terminatingReplicas: statusOf(object).terminatingReplicas,
    ...(isTerminating(object) && { terminating: true }),
  }),
  ReplicationController: (object) => replicasView(object),
  StatefulSet: (object) => {
    const status = statusOf(object);
    return {
      desired: specOf(object).replicas,
      ...fieldsOf(status, ['replicas', 'availableReplicas']),
      ...withoutZeros(status, ['readyReplicas', 'currentReplicas', 'updatedReplicas']),
      updating: status.currentRevision !== status.updateRevision,
    };
  },
};

const replicasView = (object: KubeObject): object => ({
  desired: specOf(object).replicas,
  ...fieldsOf(statusOf(object), ['replicas']),
  ...withoutZeros(statusOf(object), ['readyReplicas', 'availableReplicas']),
});

function podView(pod: Pod, observe: Observe): object {
  const scheduled = pod.status.conditions?.find((c) => c.type === 'PodScheduled');
  const restarts = (pod.status.containerStatuses ?? []).reduce((sum, c) => sum + c.restartCount, 0);
  return {
    phase: pod.status.phase,
    ready: isReady(pod),
    ...(scheduled?.status === 'False' && { unschedulable: scheduled.reason }),
    ...(isTerminating(pod) && { terminating: true }),
    ...(observe.node && pod.spec.nodeName && { node: pod.spec.nodeName }),
    ...(!controllerOf(pod.metadata) && { owner: null }),
    ...(observe.image && { image: pod.spec.containers[0]?.image }),
    ...(restarts > 0 && { restarts }),
  };
}

const sliceView = (slice: EndpointSlice, names: Names): object => ({
  endpoints: slice.endpoints.map(({ targetRef, conditions }) => ({
    pod: targetRef ? names.of({ kind: 'Pod', metadata: targetRef }) : null,
    ...conditions,
  })),
  ports: slice.ports.map(({ port }) => port),
});

/** The state of every object as a recording shows it after a step. */
export function stateOf({ reading }: Looked, names: Names, observe: Observe): Seen {
  const seen: Seen = {};
  for (const [kind, view] of Object.entries(views)) {
    const objects = reading.list(kind);
    if (objects.length) seen[kind] = named(objects, names, (object) => view(object, names));
  }
  seen.Pod = named(reading.list<Pod>('Pod'), names, (pod) => podView(pod, observe));
  const slices = reading.list<EndpointSlice>('EndpointSlice');
  if (slices.length)
    seen.EndpointSlice = Object.fromEntries(
      slices.map((slice) => [
        slice.metadata.labels?.[serviceNameLabel] ?? slice.metadata.name,
        sliceView(slice, names),
      ]),
    );
  return seen;
}

const named = <Kind extends KubeObject>(
  objects: readonly Kind[],
  names: Names,
  view: (object: Kind) => object,
): Record<string, object> => Object.fromEntries(objects.map((object) => [names.of(object), view(object)]));
