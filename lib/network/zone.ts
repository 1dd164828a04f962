import type { EndpointSlice, Service } from '../cluster/objects';
import { slicesOf } from '../cluster/service-answer';
import type { Reading } from '../cluster/store';
import { clusterDomain, type DnsAnswer, type Zone } from './dns';

/** The names that the Services of a cluster make. Source: kubernetes/dns docs/specification.md, sections 2.3 and 2.4. */

type Endpoint = EndpointSlice['endpoints'][number];

/** The name of one endpoint of a headless Service: its hostname, else its address with dashes. */
const nameOf = ({ hostname, addresses }: Endpoint): string =>
  hostname ?? (addresses[0] ?? '').replaceAll('.', '-');

const addressesOf = (endpoints: readonly Endpoint[]): DnsAnswer => {
  const addresses = endpoints.flatMap((endpoint) => endpoint.addresses);
  return addresses.length > 0 ? { kind: 'A', addresses } : { kind: 'NODATA' };
};

/** A headless Service answers with its ready endpoints, all of them when it publishes those that are not; each has a name, too. */
function headless(reading: Reading, service: Service, name: string): [string, DnsAnswer][] {
  const { publishNotReadyAddresses: publishes = false } = service.spec;
  const endpoints = slicesOf(reading, service)
    .flatMap((slice) => slice.endpoints)
    .filter(({ conditions }) => publishes || conditions.ready);
  const own = [...new Set(endpoints.map(nameOf))].map((label): [string, DnsAnswer] => [
    `${label}.${name}`,
    addressesOf(endpoints.filter((endpoint) => nameOf(endpoint) === label)),
  ]);
  return [[name, addressesOf(endpoints)], ...own];
}

function entriesOf(reading: Reading, service: Service): [string, DnsAnswer][] {
  const { clusterIP, type, externalName } = service.spec;
  const name = `${service.metadata.name}.${service.metadata.namespace ?? 'default'}.svc.${clusterDomain}`;
  if (type === 'ExternalName') return [[name, { kind: 'CNAME', name: externalName ?? '' }]];
  if (clusterIP === 'None') return headless(reading, service, name);
  return clusterIP ? [[name, { kind: 'A', addresses: [clusterIP] }]] : [];
}

export const zoneOf = (reading: Reading): Zone =>
  Object.fromEntries(reading.list<Service>('Service').flatMap((service) => entriesOf(reading, service)));
