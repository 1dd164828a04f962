import { controllerRef } from '../../keys';
import type { Container, Job, KubeObject, Pod, PodSpec } from '../../objects';
import { isReady, readySinceMs } from '../../pods';
import { momentOf } from '../../time';
import type { Write } from '../controller';
import { createPod, deletePod } from '../controller-ref';

/**
 * A Job's Pods: what is written on a new one, and who goes first when there are too many.
 * Models manageJob, deleteJobPods, deleteActivePods of pkg/controller/job/job_controller.go; the annotations of
 * indexed_job_utils.go; ActivePods of pkg/controller/controller_utils.go (v1.37).
 */

/** Holds a Pod that has ended until the Job has counted it. */
export const trackingFinalizer = 'batch.kubernetes.io/job-tracking';
export const indexAnnotation = 'batch.kubernetes.io/job-completion-index';
export const failureCountAnnotation = 'batch.kubernetes.io/job-index-failure-count';
export const ignoredFailureCountAnnotation = 'batch.kubernetes.io/job-index-ignored-failure-count';

/** Longer beginnings of a generated name are cut. */
const longestGeneratedName = 58;

export const isTracked = ({ metadata }: KubeObject): boolean =>
  metadata.finalizers?.includes(trackingFinalizer) ?? false;

export function withoutFinalizer(pod: Pod): Write {
  const finalizers = pod.metadata.finalizers?.filter((one) => one !== trackingFinalizer);
  return {
    do: 'update',
    object: {
      ...pod,
      metadata: { ...pod.metadata, finalizers: finalizers?.length ? finalizers : undefined },
    },
  };
}

/** The Pod's completion index; undefined when it has none that can be read. */
export function indexOf({ metadata }: Pod): number | undefined {
  const text = metadata.annotations?.[indexAnnotation] ?? '';
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

type WithEnv = Container & { readonly env?: readonly { readonly name: string }[] };
const indexVariable = 'JOB_COMPLETION_INDEX';

/** Every container reads its index from the Pod's label, unless it has a variable of that name already. */
const withIndexVariable = (container: Container): Container => {
  const { env = [] } = container as WithEnv;
  if (env.some(({ name }) => name === indexVariable)) return container;
  const fieldRef = { apiVersion: 'v1', fieldPath: `metadata.labels['${indexAnnotation}']` };
  return { ...container, env: [...env, { name: indexVariable, valueFrom: { fieldRef } }] } as Container;
};

function indexedSpec(spec: PodSpec, hostname: string): PodSpec {
  const init = spec.initContainers as readonly Container[] | undefined;
  return {
    ...spec,
    containers: spec.containers.map(withIndexVariable),
    ...(init && { initContainers: init.map(withIndexVariable) }),
    hostname,
  };
}

/** `pi-3-`, cut before the index when the name is long. Source: podGenerateNameWithIndex. */
const indexedPrefix = (name: string, index: number): string => {
  const suffix = `-${index}-`;
  const prefix = name + suffix;
  return prefix.length > longestGeneratedName
    ? prefix.slice(0, longestGeneratedName - suffix.length) + suffix
    : prefix;
};

/** A new Pod, for an index if the Job is indexed; `annotations` are those that go with it. */
export function createJobPod(
  job: Job,
  index: number | undefined,
  annotations: Readonly<Record<string, string>> = {},
): Write {
  const { template } = job.spec;
  const write = createPod(template, job);
  if (write.do !== 'create') return write;
  const number = String(index);
  const metadata = {
    ...write.object.metadata,
    ownerReferences: [controllerRef(job)],
    finalizers: [...(template.metadata?.finalizers ?? []), trackingFinalizer],
    ...(index !== undefined && {
      generateName: indexedPrefix(job.metadata.name, index),
      labels: { ...template.metadata?.labels, [indexAnnotation]: number },
      annotations: { ...template.metadata?.annotations, [indexAnnotation]: number, ...annotations },
    }),
  };
  const spec =
    index === undefined ? template.spec : indexedSpec(template.spec, `${job.metadata.name}-${index}`);
  return { ...write, object: { ...write.object, metadata, spec } as typeof write.object };
}

/** A Pod that is deleted because it is not wanted counts as no failure: its finalizer goes first. */
export const deleteUncounted = (job: Job, pod: Pod): Write[] => [
  ...(isTracked(pod) ? [withoutFinalizer(pod)] : []),
  ...deletePod(pod, job),
];

const phases: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 };
const mostRestarts = ({ status }: Pod): number =>
  Math.max(0, ...(status.containerStatuses ?? []).map(({ restartCount }) => restartCount));

/** Below 0 when `a` goes before `b`: the Pod that has come less far goes first, then the younger one. */
export const goesBefore = (a: Pod, b: Pod): number =>
  Number(Boolean(a.spec.nodeName)) - Number(Boolean(b.spec.nodeName)) ||
  (phases[a.status.phase] ?? 0) - (phases[b.status.phase] ?? 0) ||
  Number(isReady(a)) - Number(isReady(b)) ||
  (readySinceMs(b) ?? 0) - (readySinceMs(a) ?? 0) ||
  mostRestarts(b) - mostRestarts(a) ||
  momentOf(b.metadata.creationTimestamp) - momentOf(a.metadata.creationTimestamp);
