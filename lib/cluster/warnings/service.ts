import type { KubeObject } from '../objects';

interface Read {
  readonly type?: string;
  readonly clusterIP?: string;
  readonly loadBalancerIP?: string;
  readonly externalIPs?: readonly string[];
  readonly sessionAffinity?: string;
  readonly externalName?: string;
  readonly trafficDistribution?: string;
}

/** Fields of a Service that do nothing or will not for long. Models pkg/api/service/warnings.go (v1.37). Leaves out: forms of addresses. */
export function serviceWarnings({ metadata, spec }: KubeObject): string[] {
  const {
    type,
    clusterIP,
    loadBalancerIP,
    externalIPs = [],
    sessionAffinity,
    externalName,
    trafficDistribution,
  } = spec as Read;
  const isHeadless = type === 'ClusterIP' && clusterIP === 'None';
  const isExternal = type === 'ExternalName';
  const said: readonly (readonly [boolean, string])[] = [
    [
      metadata.annotations?.['service.kubernetes.io/topology-aware-hints'] !== undefined,
      'annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead',
    ],
    [isHeadless && !!loadBalancerIP, 'spec.loadBalancerIP is ignored for headless services'],
    [isHeadless && externalIPs.length > 0, 'spec.externalIPs is ignored for headless services'],
    [isHeadless && sessionAffinity !== 'None', 'spec.SessionAffinity is ignored for headless services'],
    [
      externalIPs.length > 0 && !isHeadless && !isExternal,
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
    ],
    [isExternal && externalIPs.length > 0, 'spec.externalIPs is ignored when spec.type is "ExternalName"'],
    [!isExternal && !!externalName, 'spec.externalName is ignored when spec.type is not "ExternalName"'],
    [
      trafficDistribution === 'PreferClose',
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    ],
  ];
  return said.flatMap(([isSo, words]) => (isSo ? [words] : []));
}
