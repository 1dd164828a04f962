import { labelErrors } from '../api/labels';
import { nameErrors } from '../api/names';
import { type FieldError, forbidden, invalidValue, required, unsupported } from '../api/refusal';
import type { ServicePort, ServiceSpec } from '../objects';

/**
 * What the API server refuses of a Service, in its order.
 * Models pkg/apis/core/validation/validation.go ValidateService, validateServicePort, ValidateServiceUpdate (v1.37).
 * Leaves out: addresses of two families, source ranges and classes of load balancers, external IPs.
 */
const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const protocols = ['SCTP', 'TCP', 'UDP'];
const affinities = ['ClientIP', 'None'];
const policies = ['Cluster', 'Local'];
const kubeletPort = 10_250;
const longestAffinitySeconds = 86_400;

const duplicate = (field: string, value: unknown): FieldError => ({
  field,
  detail: `Duplicate value: ${JSON.stringify(value)}`,
});

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;
const portErrors = (field: string, port: number): FieldError[] =>
  isPort(port) ? [] : [invalidValue(field, port, 'must be between 1 and 65535, inclusive')];

/** Source: apimachinery pkg/util/validation IsValidPortName. */
function portNameErrors(field: string, name: string): FieldError[] {
  const errors: string[] = [];
  if (name.length > 15) errors.push('must be no more than 15 characters');
  if (!/^[-a-z0-9]*$/.test(name))
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(name)) errors.push('must contain at least one letter (a-z)');
  if (name.includes('--')) errors.push('must not contain consecutive hyphens');
  if (name.startsWith('-') || name.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors.map((error) => invalidValue(field, name, error));
}

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
  errors.push(...portErrors(`${at}.port`, port.port));
  if (!protocol) errors.push(required(`${at}.protocol`));
  else if (!protocols.includes(protocol)) errors.push(unsupported(`${at}.protocol`, protocol, protocols));
  return typeof targetPort === 'number'
    ? [...errors, ...portErrors(`${at}.targetPort`, targetPort)]
    : [...errors, ...portNameErrors(`${at}.targetPort`, targetPort)];
}

function typeErrors({
  type,
  clusterIP,
  clusterIPs = [],
  externalName = '',
  ports = [],
}: ServiceSpec): FieldError[] {
  const isNone = clusterIP === 'None';
  const none = () =>
    invalidValue('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`);
  switch (type) {
    case 'LoadBalancer': {
      const words = `may not expose port ${kubeletPort} externally since it is used by kubelet`;
      const exposed = ports.flatMap(({ port }, i) =>
        port === kubeletPort ? [invalidValue(`spec.ports[${i}].port`, port, words)] : [],
      );
      return [...exposed, ...(isNone ? [none()] : [])];
    }
    case 'NodePort':
      return isNone ? [none()] : [];
    case 'ExternalName': {
      const cname = externalName.replace(/\.$/, '');
      return [
        ...(clusterIPs.length
          ? [forbidden('spec.clusterIPs', 'may not be set for ExternalName services')]
          : []),
        ...(cname ? nameErrors('spec.externalName', cname, 'subdomain') : [required('spec.externalName')]),
      ];
    }
    default:
      return [];
  }
}

function affinityErrors({ sessionAffinity = '', sessionAffinityConfig }: ServiceSpec): FieldError[] {
  const at = 'spec.sessionAffinity';
  if (!affinities.includes(sessionAffinity)) return [unsupported(at, sessionAffinity, affinities)];
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
    ...(types.includes(type) ? [] : [unsupported('spec.type', type, types)]),
    ...(type === 'ClusterIP' ? ports : []).flatMap(({ nodePort }, i) =>
      nodePort ? [forbidden(`spec.ports[${i}].nodePort`, "may not be used when `type` is 'ClusterIP'")] : [],
    ),
    ...repeated(ports, ({ nodePort }) => nodePort).map((i) =>
      duplicate(`spec.ports[${i}].nodePort`, ports[i]?.nodePort),
    ),
    ...repeated(ports, ({ port }) => port).map((i) =>
      duplicate(`spec.ports[${i}]`, printed(ports[i] as ServicePort)),
    ),
    ...policyErrors(spec),
  ];
}

function policyErrors({ type, internalTrafficPolicy, externalTrafficPolicy }: ServiceSpec): FieldError[] {
  const isOutside = type === 'NodePort' || type === 'LoadBalancer';
  const errors: FieldError[] = [];
  if (externalTrafficPolicy !== undefined && !isOutside) {
    const words = 'may only be set for externally-accessible services';
    errors.push(invalidValue('spec.externalTrafficPolicy', externalTrafficPolicy, words));
  } else if (externalTrafficPolicy !== undefined && !policies.includes(externalTrafficPolicy))
    errors.push(unsupported('spec.externalTrafficPolicy', externalTrafficPolicy, policies));
  if (internalTrafficPolicy !== undefined && !policies.includes(internalTrafficPolicy))
    errors.push(unsupported('spec.internalTrafficPolicy', internalTrafficPolicy, policies));
  return errors;
}

/** The cluster's address of a Service is for life, unless it takes or leaves the type that has none. */
export function serviceUpdateErrors(spec: ServiceSpec, before: ServiceSpec): FieldError[] {
  const [old, now] = [before.clusterIPs ?? [], spec.clusterIPs ?? []];
  if (before.type === 'ExternalName' || spec.type === 'ExternalName') return [];
  if (old[0] === 'None' && now[0] === 'None') return [];
  if (old.length > 0 && now.length === 0)
    return [invalidValue('spec.clusterIPs[0]', now, 'primary clusterIP can not be unset')];
  return old.flatMap((address, i) =>
    address === now[i] ? [] : [invalidValue(`spec.clusterIPs[${i}]`, now, 'may not change once set')],
  );
}
