import { isTerminating } from '../keys';
import type { Condition, KubeObject } from '../objects';

/**
 * kubectl's columns of workloads between NAME and AGE. Source: pkg/printers/internalversion/printers.go (v1.37):
 * printDeployment, printReplicaSet, printStatefulSet, printDaemonSet, printJob. Leaves out: `-o wide`.
 */

type Fields = Readonly<Record<string, unknown>>;
const specOf = ({ spec }: KubeObject): Fields => (spec ?? {}) as Fields;
const statusOf = ({ status }: KubeObject): Fields => (status ?? {}) as Fields;
const countOf = (fields: Fields, name: string): number => Number(fields[name] ?? 0);

/** READY, UP-TO-DATE, AVAILABLE. */
export const deploymentColumns = (object: KubeObject): string[] => {
  const status = statusOf(object);
  return [
    `${countOf(status, 'readyReplicas')}/${countOf(specOf(object), 'replicas')}`,
    String(countOf(status, 'updatedReplicas')),
    String(countOf(status, 'availableReplicas')),
  ];
};

/** DESIRED, CURRENT, READY of a ReplicaSet or a ReplicationController. */
export const replicaSetColumns = (object: KubeObject): string[] => [
  String(countOf(specOf(object), 'replicas')),
  String(countOf(statusOf(object), 'replicas')),
  String(countOf(statusOf(object), 'readyReplicas')),
];

/** READY. */
export const statefulSetColumns = (object: KubeObject): string[] => [
  `${countOf(statusOf(object), 'readyReplicas')}/${countOf(specOf(object), 'replicas')}`,
];

/** DESIRED, CURRENT, READY, UP-TO-DATE, AVAILABLE. */
export const daemonSetColumns = (object: KubeObject): string[] =>
  [
    'desiredNumberScheduled',
    'currentNumberScheduled',
    'numberReady',
    'updatedNumberScheduled',
    'numberAvailable',
  ].map((name) => String(countOf(statusOf(object), name)));

/** STATUS, COMPLETIONS. */
export const jobColumns = (object: KubeObject): string[] => [jobStatus(object), jobCompletions(object)];

function jobStatus(object: KubeObject): string {
  const conditions = (statusOf(object).conditions ?? []) as readonly Condition[];
  const holds = (type: string) => conditions.find((c) => c.type === type)?.status === 'True';
  if (holds('Complete')) return 'Complete';
  if (holds('Failed')) return 'Failed';
  if (isTerminating(object)) return 'Terminating';
  if (holds('Suspended')) return 'Suspended';
  return holds('FailureTarget') ? 'FailureTarget' : 'Running';
}

function jobCompletions(object: KubeObject): string {
  const { completions, parallelism } = specOf(object);
  const succeeded = countOf(statusOf(object), 'succeeded');
  if (typeof completions === 'number') return `${succeeded}/${completions}`;
  return Number(parallelism ?? 0) > 1 ? `${succeeded}/1 of ${String(parallelism)}` : `${succeeded}/1`;
}
