import type { ContainerPort, KubeObject, PodSpec } from '../objects';

/** Where the Pod's spec of a kind stands; undefined for a kind that makes no Pods. */
function specOf({ kind, spec }: KubeObject): { readonly at: string; readonly spec: PodSpec } | undefined {
  const inside = spec as {
    readonly template?: { readonly spec?: PodSpec };
    readonly jobTemplate?: { readonly spec?: { readonly template?: { readonly spec?: PodSpec } } };
  };
  if (kind === 'Pod') return { at: 'spec', spec: spec as unknown as PodSpec };
  const ofJob = kind === 'CronJob' ? inside.jobTemplate?.spec?.template?.spec : undefined;
  if (ofJob) return { at: 'spec.jobTemplate.spec.template.spec', spec: ofJob };
  const template = inside?.template?.spec;
  return template && { at: 'spec.template.spec', spec: template };
}

/** What is said of two ports with one number and protocol. Undefined when they are told apart by their hostPorts. */
function overlap(port: ContainerPort, other: ContainerPort): string | undefined {
  const { hostPort = 0, hostIP = '' } = port;
  const { hostPort: otherPort = 0, hostIP: otherIP = '' } = other;
  if (hostIP === otherIP && hostPort === otherPort) return 'duplicate';
  if (hostPort === 0 || otherPort === 0) return 'overlapping';
  return hostPort === otherPort && (hostIP === '') !== (otherIP === '') ? 'dangerously ambiguous' : undefined;
}

/**
 * What the API server warns of beside taking an object: ports that are defined twice in a Pod. A port's definition opens nothing,
 * so this is no error. Models pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.37) for ports; leaves out everything else
 * that is warned of there.
 */
export function portWarnings(object: KubeObject): readonly string[] {
  const found = specOf(object);
  if (!found) return [];
  const { at, spec } = found;
  const known = new Map<string, { readonly field: string; readonly port: ContainerPort }[]>();
  const warnings: string[] = [];
  for (const list of ['initContainers', 'containers'] as const)
    for (const [i, { ports = [] }] of (spec[list] ?? []).entries())
      for (const [j, port] of ports.entries()) {
        const field = `${at}.${list}[${i}].ports[${j}]`;
        const key = `${port.containerPort}/${port.protocol ?? 'TCP'}`;
        const others = known.get(key) ?? [];
        for (const other of others) {
          const what = overlap(port, other.port);
          if (what) warnings.push(`${field}: ${what} port definition with ${other.field}`);
        }
        known.set(key, [...others, { field, port }]);
      }
  return warnings;
}
