import { keyErrors, labelErrors } from '../api/labels';
import { nameErrors } from '../api/names';
import {
  duplicate,
  type FieldError,
  forbidden,
  invalidValue,
  oneOf,
  required,
  unsupported,
  wordOf,
} from '../api/refusal';
import type { ServicePort, ServiceSpec } from '../objects';
import { addressErrors, cidrErrors, isIPv6 } from './addresses';
import { portErrors, portOrNameErrors } from './ports';

/**
 * What the API server refuses of a Service, in its order.
 * Models pkg/apis/core/validation/validation.go validateService, validateServicePort, ValidateServiceUpdate,
 * ValidateServiceClusterIPsRelatedFields; pkg/registry/core/service/storage/alloc.go initIPFamilyFields (v1.37).
 * Leaves out: addresses of a second family, which this cluster has none of.
 */
const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const protocols = ['SCTP', 'TCP', 'UDP'];
const policies = ['Cluster', 'Local'];
const longestAffinitySeconds = 86_400;
const dualStack = "must be 'RequireDualStack' or 'PreferDualStack' when multiple";

function onePortErrors(
  port: ServicePort,
  at: string,
  isOneOfMany: boolean,
  names: Set<string>,
): FieldError[] {
  const { name, protocol = '', targetPort = 0 } = port;
  const errors: FieldError[] = [];
  if (!name) errors.push(...(isOneOfMany ? [required(`${at}.name`)] : []));
  else {
    errors.push(...nameErrors(`${at}.name`, name, 'label'));
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
  }
  const app = port.appProtocol as string | undefined;
  return [
    ...errors,
    ...portErrors(`${at}.port`, port.port),
    ...wordOf(`${at}.protocol`, protocol, protocols),
    ...portOrNameErrors(`${at}.targetPort`, targetPort),
    ...(app === undefined ? [] : keyErrors(`${at}.appProtocol`, app)),
  ];
}

function typeErrors({
  type,
  clusterIP,
  clusterIPs = [],
  externalName = '',
  ipFamilies,
  ipFamilyPolicy,
}: ServiceSpec): FieldError[] {
  const isNone = clusterIP === 'None';
  const none = () =>
    invalidValue('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`);
  switch (type) {
    case 'LoadBalancer':
    case 'NodePort':
      return isNone ? [none()] : [];
    case 'ExternalName': {
      const cname = externalName.replace(/\.$/, '');
      return [
        ...Object.entries({ clusterIPs, ipFamilies, ipFamilyPolicy }).flatMap(([field, value]) =>
          value?.length ? [forbidden(`spec.${field}`, 'may not be set for ExternalName services')] : [],
        ),
        ...(cname ? nameErrors('spec.externalName', cname, 'subdomain') : [required('spec.externalName')]),
      ];
    }
    default:
      return [];
  }
}

function affinityErrors({ sessionAffinity = '', sessionAffinityConfig }: ServiceSpec): FieldError[] {
  const at = 'spec.sessionAffinity';
  if (sessionAffinity !== 'None' && sessionAffinity !== 'ClientIP')
    return [unsupported(at, sessionAffinity, ['ClientIP', 'None'])];
  if (sessionAffinity === 'None')
    return sessionAffinityConfig
      ? [forbidden(`${at}Config`, `must not be set when session affinity is None`)]
      : [];
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 0;
  const words = `must be greater than 0 and less than ${longestAffinitySeconds}`;
  return seconds <= 0 || seconds > longestAffinitySeconds
    ? [invalidValue(`${at}Config.clientIP.timeoutSeconds`, seconds, words)]
    : [];
}

/** A port as its own code prints it, by the names of the fields in Go. */
const printed = ({ protocol, port }: ServicePort) => ({
  Name: '',
  Protocol: protocol,
  AppProtocol: null,
  Port: port,
  TargetPort: 0,
  NodePort: 0,
});

/** A later port of the same protocol and number. */
function repeated(ports: readonly ServicePort[], of: (port: ServicePort) => number | undefined): number[] {
  const seen = new Set<string>();
  return ports.flatMap((port, i) => {
    const number = of(port);
    const key = `${port.protocol}/${number}`;
    const isSeen = number !== undefined && number !== 0 && seen.has(key);
    seen.add(key);
    return isSeen ? [i] : [];
  });
}

/** An address outside that leads to nobody there. Source: ValidateEndpointIP. */
function externalErrors(field: string, address: string): FieldError[] {
  const errors = addressErrors(field, address);
  if (errors.length) return errors;
  const no = (words: string) => [invalidValue(field, address, `may not be ${words}`)];
  if (address === '0.0.0.0' || address === '::') return no(`unspecified (${address})`);
  if (/^127\.|^::1$/.test(address)) return no('in the loopback range (127.0.0.0/8, ::1/128)');
  if (/^169\.254\.|^fe[89ab].:/i.test(address))
    return no('in the link-local range (169.254.0.0/16, fe80::/10)');
  return /^224\.0\.0\.|^ff02:/i.test(address)
    ? no('in the link-local multicast range (224.0.0.0/24, ff02::/10)')
    : [];
}

export function serviceErrors(spec: ServiceSpec): FieldError[] {
  const { ports = [], type = '' } = spec;
  const names = new Set<string>();
  const isPortless = spec.clusterIP === 'None' || type === 'ExternalName';
  return [
    ...(ports.length === 0 && !isPortless ? [required('spec.ports')] : []),
    ...typeErrors(spec),
    ...ports.flatMap((port, i) => onePortErrors(port, `spec.ports[${i}]`, ports.length > 1, names)),
    ...labelErrors(spec.selector, 'spec.selector'),
    ...affinityErrors(spec),
    ...addressFieldErrors(spec),
    ...((spec.externalIPs ?? []) as string[]).flatMap((address, i) =>
      externalErrors(`spec.externalIPs[${i}]`, address),
    ),
    ...oneOf('spec.type', type, types),
    ...(type === 'ClusterIP' ? ports : []).flatMap(({ nodePort }, i) =>
      nodePort ? [forbidden(`spec.ports[${i}].nodePort`, "may not be used when `type` is 'ClusterIP'")] : [],
    ),
    ...repeated(ports, ({ nodePort }) => nodePort).map((i) =>
      duplicate(`spec.ports[${i}].nodePort`, ports[i]?.nodePort),
    ),
    ...repeated(ports, ({ port }) => port).map((i) =>
      duplicate(`spec.ports[${i}]`, printed(ports[i] as ServicePort)),
    ),
    ...balancerErrors(spec),
    ...policyErrors(spec),
  ];
}

/** Source: ValidateServiceClusterIPsRelatedFields. */
function addressFieldErrors(spec: ServiceSpec): FieldError[] {
  const { type, clusterIP, clusterIPs = [], ipFamilyPolicy } = spec;
  const families = (spec.ipFamilies ?? []) as string[];
  if (type === 'ExternalName') return [];
  const at = 'spec.clusterIPs';
  const errors: FieldError[] = [];
  if (clusterIP && clusterIPs.length && clusterIPs[0] !== clusterIP)
    errors.push(invalidValue(at, clusterIPs, 'first value must match `clusterIP`'));
  if (!clusterIP && clusterIPs.length)
    errors.push(invalidValue(at, clusterIPs, 'must be empty when `clusterIP` is not specified'));
  for (const [i, family] of families.entries()) {
    errors.push(...oneOf(`spec.ipFamilies[${i}]`, family, ['IPv4', 'IPv6']));
    if (families.indexOf(family) < i) errors.push(duplicate(`spec.ipFamilies[${i}]`, family));
  }
  errors.push(
    ...oneOf('spec.ipFamilyPolicy', ipFamilyPolicy, ['PreferDualStack', 'RequireDualStack', 'SingleStack']),
  );
  const wrong = clusterIPs.flatMap((address, i) => {
    if (i > 0 || address !== 'None') return addressErrors(`${at}[${i}]`, address);
    return clusterIPs.length > 1
      ? [invalidValue(at, clusterIPs, "'None' must be the first and only value")]
      : [];
  });
  errors.push(...wrong);
  if (clusterIPs.length > 2) errors.push(invalidValue(at, clusterIPs, 'may only hold up to 2 values'));
  if (wrong.length) return errors;
  const sorts = clusterIPs.map(isIPv6);
  if (clusterIPs.length > 1 && new Set(sorts).size < 2)
    errors.push(invalidValue(at, clusterIPs, 'may specify no more than one IP for each IP family'));
  for (const [i, address] of clusterIPs.entries()) {
    const family = address === 'None' ? undefined : families[i];
    if (family && (family === 'IPv6') !== sorts[i])
      errors.push(
        invalidValue(
          `${at}[${i}]`,
          address,
          `expected an ${family} value as indicated by \`ipFamilies[${i}]\``,
        ),
      );
  }
  return errors;
}

/**
 * What an address or a family that cannot be given refuses before anything else is looked at. `given` is what the client
 * sent. Source: initIPFamilyFields.
 */
export function familyErrors(spec: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') return [];
  const wrong = addressFieldErrors(spec);
  if (wrong.length) return wrong;
  const { clusterIPs = [], ipFamilyPolicy: policy } = spec;
  const families = (spec.ipFamilies ?? []) as string[];
  const errors: FieldError[] = [];
  if (policy === 'SingleStack') {
    if (clusterIPs.length === 2)
      errors.push(invalidValue('spec.ipFamilyPolicy', policy, `${dualStack} cluster IPs are specified`));
    if (families.length === 2)
      errors.push(invalidValue('spec.ipFamilyPolicy', policy, `${dualStack} IP families are specified`));
  }
  for (const [i, address] of clusterIPs.entries())
    if (isIPv6(address) && i >= families.length)
      errors.push(
        invalidValue(`spec.clusterIPs[${i}]`, clusterIPs, 'IPv6 is not configured on this cluster'),
      );
  if (errors.length) return errors;
  if (spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0) return [];
  if (policy === 'RequireDualStack')
    errors.push(
      invalidValue('spec.ipFamilyPolicy', policy, 'this cluster is not configured for dual-stack services'),
    );
  for (const [i, family] of families.entries())
    if (family !== 'IPv4')
      errors.push(invalidValue(`spec.ipFamilies[${i}]`, family, 'not configured on this cluster'));
  return errors;
}

/** Fields of load balancers. */
function balancerErrors(spec: ServiceSpec): FieldError[] {
  const isBalancer = spec.type === 'LoadBalancer';
  const only = (field: string) =>
    forbidden(`spec.${field}`, "may only be used when `type` is 'LoadBalancer'");
  const ranges = (spec.loadBalancerSourceRanges ?? []) as string[];
  const balancerClass = spec.loadBalancerClass as string | undefined;
  const errors: FieldError[] = [];
  if (ranges.length && !isBalancer) errors.push(only('LoadBalancerSourceRanges'));
  errors.push(
    ...ranges.flatMap((range, i) => cidrErrors(`spec.LoadBalancerSourceRanges[${i}]`, range.trim())),
  );
  if (spec.allocateLoadBalancerNodePorts !== undefined && !isBalancer)
    errors.push(only('allocateLoadBalancerNodePorts'));
  if (balancerClass === undefined) return errors;
  return isBalancer
    ? [...errors, ...keyErrors('spec.loadBalancerClass', balancerClass)]
    : [...errors, only('loadBalancerClass')];
}

/** Whether it can be reached from outside. Source: pkg/api/service ExternallyAccessible. */
export const isOutside = ({ type, externalIPs = [] }: ServiceSpec): boolean =>
  type === 'NodePort' ||
  type === 'LoadBalancer' ||
  (type === 'ClusterIP' && (externalIPs as readonly string[]).length > 0);

function policyErrors(spec: ServiceSpec): FieldError[] {
  const { type, internalTrafficPolicy, externalTrafficPolicy, healthCheckNodePort } = spec;
  const errors: FieldError[] = [];
  if (isOutside(spec)) errors.push(...wordOf('spec.externalTrafficPolicy', externalTrafficPolicy, policies));
  else if (externalTrafficPolicy) {
    const words = 'may only be set for externally-accessible services';
    errors.push(invalidValue('spec.externalTrafficPolicy', externalTrafficPolicy, words));
  }
  const isChecked = type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
  if (healthCheckNodePort && !isChecked)
    errors.push(
      invalidValue(
        'spec.healthCheckNodePort',
        healthCheckNodePort,
        "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      ),
    );
  return [
    ...errors,
    ...oneOf('spec.internalTrafficPolicy', internalTrafficPolicy, policies),
    ...oneOf('spec.trafficDistribution', spec.trafficDistribution, [
      'PreferClose',
      'PreferSameZone',
      'PreferSameNode',
    ]),
  ];
}

/** The cluster's address of a Service is for life, unless it takes or leaves the type that has none. */
export function serviceUpdateErrors(spec: ServiceSpec, before: ServiceSpec): FieldError[] {
  const errors = addressUpdateErrors(spec, before);
  const [now, then] = [spec, before].map((one) => one.loadBalancerClass ?? null);
  const areBalancers = spec.type === 'LoadBalancer' && before.type === 'LoadBalancer';
  if (areBalancers && now !== then)
    errors.push(invalidValue('spec.loadBalancerClass', now, 'may not change once set'));
  const isChecked = (one: ServiceSpec) =>
    one.type === 'LoadBalancer' && one.externalTrafficPolicy === 'Local';
  if (isChecked(spec) && isChecked(before) && spec.healthCheckNodePort !== before.healthCheckNodePort)
    errors.push(forbidden('spec.healthCheckNodePort', 'field is immutable'));
  return errors;
}

function addressUpdateErrors(spec: ServiceSpec, before: ServiceSpec): FieldError[] {
  const [old, now] = [before.clusterIPs ?? [], spec.clusterIPs ?? []];
  if (before.type === 'ExternalName' || spec.type === 'ExternalName') return [];
  if (old[0] === 'None' && now[0] === 'None') return [];
  if (old.length > 0 && now.length === 0)
    return [invalidValue('spec.clusterIPs[0]', now, 'primary clusterIP can not be unset')];
  return old.flatMap((address, i) =>
    address === now[i] ? [] : [invalidValue(`spec.clusterIPs[${i}]`, now, 'may not change once set')],
  );
}
