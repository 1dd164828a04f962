import { isSame } from '../api/merge';
import type { Service, ServicePort, ServiceSpec } from '../objects';
import { defineKind } from './kind';
import { familyErrors, isOutside, serviceErrors, serviceUpdateErrors } from './service-errors';

export const isHeadless = ({ clusterIP }: ServiceSpec): boolean => clusterIP === 'None';
export const needsClusterIP = (spec: ServiceSpec): boolean =>
  spec.type !== 'ExternalName' && !isHeadless(spec);
export const needsNodePort = ({ type, allocateLoadBalancerNodePorts }: ServiceSpec): boolean =>
  type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);

const defaultedPort = (port: ServicePort): ServicePort => ({
  protocol: 'TCP',
  ...port,
  targetPort: port.targetPort || port.port,
});

/** The families of addresses: one, IPv4; a headless Service without a selector may list addresses of both. */
function familiesOf(spec: ServiceSpec): Partial<ServiceSpec> {
  if (spec.type === 'ExternalName') return {};
  const isFree = isHeadless(spec) && Object.keys(spec.selector ?? {}).length === 0;
  const ipFamilyPolicy = spec.ipFamilyPolicy ?? (isFree ? 'RequireDualStack' : 'SingleStack');
  const isBoth = isFree && ipFamilyPolicy !== 'SingleStack';
  const given = (spec.ipFamilies ?? []) as string[];
  if (given.length > (isBoth ? 1 : 0)) return { ipFamilyPolicy, ipFamilies: given };
  const [first = 'IPv4'] = given;
  return { ipFamilyPolicy, ipFamilies: isBoth ? [first, first === 'IPv4' ? 'IPv6' : 'IPv4'] : [first] };
}

/** Types with an address of the cluster. */
const known = new Set(['ClusterIP', 'NodePort', 'LoadBalancer']);

/** Source: pkg/apis/core/v1/defaults.go SetDefaults_Service; pkg/registry/core/service/storage alloc.go for the families. */
function defaultedSpec(given: ServiceSpec): ServiceSpec {
  const type = given.type || 'ClusterIP';
  const sessionAffinity = given.sessionAffinity || 'None';
  const spec: ServiceSpec = {
    ...given,
    type,
    sessionAffinity,
    ...(sessionAffinity === 'None' && { sessionAffinityConfig: undefined }),
    ...(sessionAffinity === 'ClientIP' && {
      sessionAffinityConfig: {
        clientIP: { timeoutSeconds: 10_800, ...given.sessionAffinityConfig?.clientIP },
      },
    }),
    ...(known.has(type) && { internalTrafficPolicy: given.internalTrafficPolicy ?? 'Cluster' }),
    ...(isOutside({ ...given, type }) && {
      externalTrafficPolicy: given.externalTrafficPolicy || 'Cluster',
    }),
    ...(type === 'LoadBalancer' && {
      allocateLoadBalancerNodePorts: given.allocateLoadBalancerNodePorts ?? true,
    }),
    ...(given.ports && { ports: given.ports.map(defaultedPort) }),
    ...(given.clusterIP && !given.clusterIPs?.length && { clusterIPs: [given.clusterIP] }),
    ...(!given.clusterIP && given.clusterIPs?.[0] && { clusterIP: given.clusterIPs[0] }),
  };
  return { ...spec, ...familiesOf(spec) };
}

const withoutNodePorts = (ports: readonly ServicePort[] | undefined) =>
  ports?.map(({ nodePort: _, ...port }) => port);

/** Ports of the node that the client left out stay those of before, by the port's name. */
function keptNodePorts(ports: readonly ServicePort[], before: readonly ServicePort[]): ServicePort[] {
  const known = new Map(before.map((port) => [port.name ?? '', port.nodePort]));
  const used = new Set(ports.flatMap(({ nodePort }) => nodePort ?? []));
  return ports.map((port) => {
    const old = known.get(port.name ?? '');
    if (port.nodePort || !old || used.has(old)) return port;
    used.add(old);
    return { ...port, nodePort: old };
  });
}

const isSamePorts = (a: ServiceSpec, b: ServiceSpec): boolean =>
  (a.ports ?? []).every((port, i) => port.nodePort === b.ports?.[i]?.nodePort);

/**
 * What stays of an update's addresses and ports when the client does not name them, and what goes with a type that has
 * none. Source: pkg/registry/core/service/storage patchAllocatedValues, NormalizeClusterIPs; strategy.go
 * dropTypeDependentFields (v1.37).
 */
function preparedSpec(spec: ServiceSpec, before: ServiceSpec): ServiceSpec {
  let next = spec;
  if (next.clusterIP !== before.clusterIP && next.clusterIPs?.join() === before.clusterIPs?.join())
    next = { ...next, clusterIPs: next.clusterIP ? [next.clusterIP] : [] };
  if (needsClusterIP(before) && needsClusterIP(next) && !next.clusterIP)
    next = { ...next, clusterIP: before.clusterIP, clusterIPs: before.clusterIPs };
  if (needsClusterIP(before) && next.type === 'ExternalName' && next.clusterIP === before.clusterIP)
    next = { ...next, clusterIP: undefined, clusterIPs: undefined };
  if (needsNodePort(before) && needsNodePort(next))
    next = { ...next, ports: keptNodePorts(next.ports ?? [], before.ports ?? []) };
  else if (needsNodePort(before) && isSamePorts(next, before))
    next = { ...next, ports: withoutNodePorts(next.ports) };
  return withoutLeftovers(next, before);
}

/** Fields that mean nothing under the new type go with the old one, unless the client has just changed them. */
function withoutLeftovers(spec: ServiceSpec, before: ServiceSpec): ServiceSpec {
  const gone = new Set<string>();
  const drop = (field: string, isNeeded: boolean) => {
    if (!isNeeded && isSame(spec[field], before[field])) gone.add(field);
  };
  drop('externalTrafficPolicy', isOutside(spec));
  drop('healthCheckNodePort', spec.type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local');
  drop('allocateLoadBalancerNodePorts', spec.type === 'LoadBalancer');
  drop('loadBalancerClass', spec.type === 'LoadBalancer');
  if (needsClusterIP(before) && !needsClusterIP(spec)) {
    drop('ipFamilies', false);
    drop('ipFamilyPolicy', false);
  }
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !gone.has(field)));
}

/** Services. The API server allocates addresses and ports of the nodes (api/service-allocation.ts). */
export const service = defineKind<Service>({
  kind: 'Service',
  apiVersion: 'v1',
  plural: 'services',
  hasGeneration: false,
  nameForm: 'label',
  defaulted: (object) => ({
    ...object,
    spec: defaultedSpec(object.spec ?? {}),
    status: object.status ?? { loadBalancer: {} },
  }),
  prepared: (object, before) =>
    before ? { ...object, spec: preparedSpec(object.spec, before.spec) } : object,
  changesFirst: true,
  unfit: ({ spec }) => familyErrors(spec),
  validate: ({ spec }) => serviceErrors(spec),
  validateUpdate: (object, before) => serviceUpdateErrors(object.spec, before.spec),
});
