import { nameErrors } from '../api/names';
import { type FieldError, required } from '../api/refusal';
import { deletionCostErrors } from '../deletion-cost';
import type { Container, Pod, PodSpec, Probe } from '../objects';
import { defineKind } from './kind';

const defaultedProbe = (probe: Probe): Probe => ({
  timeoutSeconds: 1,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold: 3,
  ...probe,
});

const defaultedContainer = (container: Container): Container => ({
  resources: {},
  imagePullPolicy: /:(?!latest)[^/]+$/.test(container.image) ? 'IfNotPresent' : 'Always',
  ...container,
  ...(container.ports && { ports: container.ports.map((port) => ({ protocol: 'TCP', ...port })) }),
  ...(container.readinessProbe && { readinessProbe: defaultedProbe(container.readinessProbe) }),
});

/** Source: pkg/apis/core/v1/defaults.go SetDefaults_PodSpec, SetDefaults_Container, SetDefaults_Probe. */
export const defaultedPodSpec = (spec: PodSpec): PodSpec => ({
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  schedulerName: 'default-scheduler',
  securityContext: {},
  ...spec,
  containers: (spec.containers ?? []).map(defaultedContainer),
});

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

export function validatePodSpec(spec: PodSpec, at: string): FieldError[] {
  if (!spec.containers?.length) return [required(`${at}.containers`)];
  return spec.containers.flatMap((container, i) => {
    const here = `${at}.containers[${i}]`;
    const errors: FieldError[] = [];
    if (!container.name) errors.push(required(`${here}.name`));
    else errors.push(...nameErrors(`${here}.name`, container.name, 'label'));
    if (!container.image) errors.push(required(`${here}.image`));
    return errors;
  });
}

const qosClass = (spec: PodSpec): string => {
  const resources = spec.containers.map((c) => c.resources ?? {});
  const named = (r: { requests?: object; limits?: object }) =>
    Object.keys(r.requests ?? {}).length + Object.keys(r.limits ?? {}).length;
  if (resources.every((r) => named(r) === 0)) return 'BestEffort';
  const isGuaranteed = resources.every(({ requests, limits }) =>
    ['cpu', 'memory'].every(
      (what) => limits?.[what] !== undefined && (requests?.[what] ?? limits[what]) === limits[what],
    ),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
};

/**
 * Pods. A deletion is graceful: at once only for a Pod that has no node or has ended.
 * Source: pkg/registry/core/pod/strategy.go CheckGracefulDelete, pkg/apis/core/validation.
 */
export const pod = defineKind<Pod>({
  kind: 'Pod',
  apiVersion: 'v1',
  plural: 'pods',
  defaulted: (object) => {
    const spec = withDefaultTolerations(defaultedPodSpec(object.spec));
    return { ...object, spec, status: object.status ?? { phase: 'Pending', qosClass: qosClass(spec) } };
  },
  validate: (object) => [
    ...deletionCostErrors(object.metadata.annotations, 'metadata.annotations'),
    ...validatePodSpec(object.spec, 'spec'),
  ],
  graceSeconds: (object, asked) => {
    if (!object.spec.nodeName || object.status.phase === 'Succeeded' || object.status.phase === 'Failed')
      return 0;
    const seconds = asked ?? object.spec.terminationGracePeriodSeconds ?? 30;
    return seconds < 0 ? 1 : seconds;
  },
});
