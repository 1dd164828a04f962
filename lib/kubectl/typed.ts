import { decoded, structName } from '../cluster/api/decoding';
import type { KubeObject, Manifest } from '../cluster/objects';
import { structOf } from '../cluster/schema';

/** What Go's types print of a status that is not there yet. Source: the json tags of k8s.io/api. */
const statuses: Readonly<Record<string, object>> = {
  Service: { loadBalancer: {} },
  ReplicationController: { replicas: 0 },
  ReplicaSet: { replicas: 0 },
  StatefulSet: { replicas: 0, availableReplicas: 0 },
  DaemonSet: { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 },
  HorizontalPodAutoscaler: { desiredReplicas: 0, currentMetrics: null },
  PodDisruptionBudget: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
};
const withoutStatus = ['Event', 'EndpointSlice', 'StorageClass', 'ControllerRevision', 'PriorityClass'];

/**
 * An object as a verb prints it that has kubectl's Go types: fields that are always there are, fields that the types do not
 * know are not. Leaves out: the zeros inside of a Node's status.
 */
export function typed(object: Manifest | KubeObject): KubeObject {
  const { status, ...rest } = object as KubeObject;
  const struct = structName(object.kind, object.apiVersion);
  const value = (struct ? decoded(struct, rest).value : rest) as KubeObject;
  const shown = { ...value, metadata: value.metadata ?? {} } as KubeObject;
  const whole = withoutStatus.includes(object.kind)
    ? shown
    : { ...shown, status: { ...statuses[object.kind], ...status } };
  typedOnes.add(whole);
  return whole;
}

const typedOnes = new WeakSet<object>();

/** Whether kubectl has it as a value of its Go types. */
export const isTyped = (object: object): boolean => typedOnes.has(object);

/** A copy is what its original was. */
export function asTypedAs<T extends object>(original: object, copy: T): T {
  if (isTyped(original)) typedOnes.add(copy);
  return copy;
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

/** A value with its fields in the order of its Go type, as Go's encoder writes one; maps are in the order of the alphabet. */
export function inGoOrder(value: unknown, struct: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => inGoOrder(one, struct));
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  const fields = struct ? structOf(struct) : undefined;
  if (!fields)
    return Object.fromEntries(given.sort(byKey).map(([key, one]) => [key, inGoOrder(one, undefined)]));
  const rank = [...fields.keys()];
  const place = (key: string) => (rank.includes(key) ? rank.indexOf(key) : rank.length);
  return Object.fromEntries(
    given
      .sort((a, b) => place(a[0]) - place(b[0]) || byKey(a, b))
      .map(([key, one]) => {
        const type = fields.get(key);
        if (type?.of === 'any') return [key, one];
        if (type?.form !== 'map') return [key, inGoOrder(one, type?.of)];
        const entries = Object.entries(one as object).sort(byKey);
        return [
          key,
          Object.fromEntries(entries.map(([name, element]) => [name, inGoOrder(element, type.of)])),
        ];
      }),
  );
}
