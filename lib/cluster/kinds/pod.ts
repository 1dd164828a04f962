import { type FieldError, forbidden } from '../api/refusal';
import { deletionCostErrors } from '../deletion-cost';
import type { Container, Pod, PodSpec } from '../objects';
import { quantity } from '../quantity';
import { defineKind } from './kind';
import { fieldsOf } from './paths';
import { defaultedPod, defaultedPodSpec } from './pod-defaults';
import { validateOnlyPod, validatePodSpec } from './pod-spec';
import { podUpdateErrors } from './pod-update';

/** The two tolerations that admission gives every Pod: five minutes on a node that is not ready or not reachable. */
const defaultTolerations = ['not-ready', 'unreachable'].map((what) => ({
  key: `node.kubernetes.io/${what}`,
  operator: 'Exists' as const,
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

const withDefaultTolerations = (spec: PodSpec): PodSpec => {
  const missing = defaultTolerations.filter(
    ({ key }) => !spec.tolerations?.some((t) => t.key === key || (!t.key && t.operator === 'Exists')),
  );
  return missing.length ? { ...spec, tolerations: [...(spec.tolerations ?? []), ...missing] } : spec;
};

/** Specs are values, and the Pods of one template are made from one: it is completed once, and they share what comes out. */
const completed = new WeakMap<PodSpec, PodSpec>();

function complete(given: PodSpec): PodSpec {
  const known = completed.get(given);
  if (known) return known;
  const spec = withDefaultTolerations(defaultedPod(defaultedPodSpec(given)));
  completed.set(given, spec);
  return spec;
}

type Resources = Container['resources'];

/** Both at nothing, both the same, or neither. Source: requirementsQOS. */
function qosOf(resources: Resources): string {
  const classes = ['cpu', 'memory'].map((name) => {
    const [request, limit] = [quantity(resources?.requests?.[name]), quantity(resources?.limits?.[name])];
    return request !== limit ? 'Burstable' : request ? 'Guaranteed' : 'BestEffort';
  });
  return classes[0] === classes[1] ? (classes[0] ?? '') : 'Burstable';
}

/** Source: pkg/apis/core/helper/qos ComputePodQOS. */
function qosClass({ resources, initContainers = [], containers = [] }: PodSpec): string {
  if (resources) return qosOf(resources as Resources);
  const classes = [...initContainers, ...containers].map((container) => qosOf(container.resources));
  return classes.every((one) => one === classes[0]) ? (classes[0] ?? 'BestEffort') : 'Burstable';
}

/** A gate holds a Pod before any scheduler looks at it. Source: pkg/registry/core/pod/strategy.go applySchedulingGatedCondition. */
const newStatus = (spec: PodSpec): Pod['status'] => ({
  phase: 'Pending',
  qosClass: qosClass(spec),
  ...(fieldsOf(spec.schedulingGates).length > 0 && {
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'SchedulingGated',
        message: 'Scheduling is blocked due to non-empty scheduling gates',
      },
    ],
  }),
});

/** Specs in which nothing was wrong; without volumes that does not depend on the Pod's name. */
const sound = new WeakSet<PodSpec>();

function specErrors({ metadata, spec }: Pod): FieldError[] {
  if (sound.has(spec)) return [];
  const errors = [...validatePodSpec(spec, 'spec', metadata.name), ...validateOnlyPod(spec)];
  if (errors.length === 0 && !spec.volumes?.length) sound.add(spec);
  return errors;
}

const podErrors = (pod: Pod): FieldError[] => [
  ...deletionCostErrors(pod.metadata.annotations, 'metadata.annotations'),
  ...specErrors(pod),
];

/**
 * Pods. A deletion is graceful: at once only for a Pod that has no node or has ended.
 * Source: pkg/registry/core/pod/strategy.go CheckGracefulDelete, pkg/apis/core/validation.
 */
export const pod = defineKind<Pod>({
  kind: 'Pod',
  apiVersion: 'v1',
  plural: 'pods',
  defaulted: (object) => {
    const spec = complete(object.spec);
    return { ...object, spec, status: object.status ?? newStatus(spec) };
  },
  validateCreate: (object) => [
    ...podErrors(object),
    ...(object.spec.nodeName && fieldsOf(object.spec.schedulingGates).length
      ? [forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared')]
      : []),
  ],
  validateUpdate: (object, before) => [...podErrors(object), ...podUpdateErrors(object, before)],
  graceSeconds: (object, asked) => {
    if (!object.spec.nodeName || object.status.phase === 'Succeeded' || object.status.phase === 'Failed')
      return 0;
    const seconds = asked ?? object.spec.terminationGracePeriodSeconds ?? 30;
    return seconds < 0 ? 1 : seconds;
  },
});
