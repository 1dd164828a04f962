import { labelErrors, labelKeyProblems, labelValueProblems } from '../api/labels';
import { nameErrors } from '../api/names';
import { duplicate, type FieldError, invalidValue, oneOf, required, tooMany } from '../api/refusal';
import type { EndpointSlice, Labels } from '../objects';
import { addressErrors, isIPv4, isIPv6 } from './addresses';
import { defineKind } from './kind';
import { type Fields, fieldsOf } from './paths';
import { unchanged } from './workload';

/**
 * Slices of endpoints. Models pkg/apis/discovery/validation ValidateEndpointSlice and pkg/apis/discovery/v1/defaults.go
 * (v1.37). Leaves out: which addresses are of no use (of the loopback, of a link).
 */

const most = { endpoints: 1000, addresses: 100, ports: 20_000, hints: 8 } as const;
const types = ['FQDN', 'IPv4', 'IPv6'];
const domain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\.?$/;

function oneAddressErrors(address: string, type: string, at: string, i: number): FieldError[] {
  const field = `${at}[${i}]`;
  if (type === 'FQDN') {
    if (!domain.test(address)) return nameErrors(field, address.replace(/\.$/, ''), 'subdomain');
    return address.replace(/\.$/, '').includes('.')
      ? []
      : [invalidValue(field, address, 'should be a domain with at least two segments separated by dots')];
  }
  if (type !== 'IPv4' && type !== 'IPv6') return [];
  const errors = addressErrors(field, address);
  if (errors.length) return errors;
  return (type === 'IPv4' ? isIPv4 : isIPv6)(address)
    ? []
    : [invalidValue(at, address, `must be an ${type} address`)];
}

function hintErrors(list: readonly Fields[], at: string, isNode: boolean): FieldError[] {
  if (list.length > most.hints) return tooMany(at, list.length, most.hints);
  const seen = new Set<unknown>();
  return list.flatMap(({ name }, i) => {
    const field = `${at}[${i}].name`;
    const errors = seen.has(name) ? [duplicate(field, name)] : [];
    seen.add(name);
    return [
      ...errors,
      ...(isNode
        ? nameErrors(field, name as string, 'subdomain')
        : labelValueProblems(name as string).map((words) => invalidValue(field, name, words))),
    ];
  });
}

function endpointErrors(endpoint: Fields, type: string, at: string): FieldError[] {
  const addresses = (endpoint.addresses ?? []) as string[];
  const { nodeName, hostname, hints } = endpoint as Record<string, string | undefined>;
  const { forZones, forNodes } = (hints ?? {}) as unknown as Fields;
  return [
    ...addresses.flatMap((address, i) => oneAddressErrors(address, type, `${at}.addresses`, i)),
    ...(nodeName === undefined ? [] : nameErrors(`${at}.nodeName`, nodeName, 'subdomain')),
    ...labelErrors(endpoint.deprecatedTopology as Labels | undefined, `${at}.deprecatedTopology`),
    ...(hostname === undefined ? [] : nameErrors(`${at}.hostname`, hostname, 'label')),
    ...hintErrors(fieldsOf(forZones), `${at}.hints.forZones`, false),
    ...hintErrors(fieldsOf(forNodes), `${at}.hints.forNodes`, true),
  ];
}

function portErrors(ports: readonly Fields[]): FieldError[] {
  const names = new Set<unknown>();
  return ports.flatMap((port, i) => {
    const { name = '', protocol, appProtocol } = port as Record<string, string | undefined>;
    const at = `ports[${i}]`;
    const errors = name ? nameErrors(`${at}.name`, name, 'label') : [];
    if (names.has(name)) errors.push(duplicate(`${at}.name`, name));
    names.add(name);
    errors.push(...oneOf(`${at}.protocol`, protocol, ['SCTP', 'TCP', 'UDP']));
    if (appProtocol !== undefined)
      errors.push(
        ...labelKeyProblems(appProtocol).map((words) =>
          invalidValue(`${at}.appProtocol`, appProtocol, words),
        ),
      );
    return errors;
  });
}

/** What upstream's declarations find comes last. */
function errorsOf(slice: EndpointSlice): FieldError[] {
  const { addressType: type = '' } = slice as { addressType?: string };
  const [endpoints, ports] = [fieldsOf(slice.endpoints), fieldsOf(slice.ports)];
  return [
    ...(ports.length > most.ports ? tooMany('ports', ports.length, most.ports) : portErrors(ports)),
    ...(endpoints.length > most.endpoints
      ? tooMany('endpoints', endpoints.length, most.endpoints)
      : endpoints.flatMap((endpoint, i) => endpointErrors(endpoint, type, `endpoints[${i}]`))),
    ...(type ? oneOf('addressType', type, types) : [required('addressType')]),
    ...endpoints.flatMap(({ addresses }, i) => {
      const count = (addresses as unknown[] | undefined)?.length ?? 0;
      const field = `endpoints[${i}].addresses`;
      return count ? tooMany(field, count, most.addresses) : [required(field)];
    }),
  ];
}

export const endpointslice = defineKind<EndpointSlice>({
  kind: 'EndpointSlice',
  apiVersion: 'discovery.k8s.io/v1',
  plural: 'endpointslices',
  hasStatus: false,
  hasGeneration: true,
  defaulted: (slice) => ({
    ...slice,
    ...(slice.ports && {
      ports: slice.ports.map((port) => ({
        ...port,
        name: port.name ?? '',
        protocol: port.protocol ?? 'TCP',
      })),
    }),
  }),
  validate: errorsOf,
  validateUpdate: (now, before) => unchanged('addressType', now.addressType, before.addressType),
});
