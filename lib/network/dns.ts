import type { EndpointSlice, Service } from '../cluster/objects';
import type { Reading } from '../cluster/store';
import { slicesOf } from './from-cluster';

/** Names in a cluster. Source: Kubernetes DNS-Based Service Discovery 1.1.0 (kubernetes/dns, docs/specification.md). */

const zone = 'cluster.local';

export interface ResolvConf {
  readonly nameserver: string;
  readonly search: readonly string[];
  readonly ndots: number;
}

/** The resolv.conf of a Pod with dnsPolicy ClusterFirst. Source: pkg/kubelet/network/dns/dns.go. */
export const resolvConfOf = (namespace: string, nameserver = '10.96.0.10'): ResolvConf => ({
  nameserver,
  search: [`${namespace}.svc.${zone}`, `svc.${zone}`, zone],
  ndots: 5,
});

export const resolvConfText = ({ nameserver, search, ndots }: ResolvConf): string =>
  `search ${search.join(' ')}\nnameserver ${nameserver}\noptions ndots:${ndots}\n`;

/**
 * What a resolver asks for, in order, until something answers: a name with fewer dots than ndots goes through the search list
 * first and is taken for whole last; with as many, it is taken for whole first. A dot at the end leaves only that.
 * Source: resolv.conf(5); glibc resolv/res_query.c.
 */
export function queriesOf(name: string, { search, ndots }: ResolvConf): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)];
  const searched = search.map((suffix) => `${name}.${suffix}`);
  return name.split('.').length - 1 >= ndots ? [name, ...searched] : [...searched, name];
}

export type DnsAnswer =
  | { readonly kind: 'A'; readonly addresses: readonly string[] }
  | { readonly kind: 'CNAME'; readonly name: string }
  /** The name is there but has no addresses: a headless Service without endpoints. */
  | { readonly kind: 'NODATA' }
  | { readonly kind: 'NXDOMAIN' };

type Endpoint = EndpointSlice['endpoints'][number];

const isServed = ({ conditions }: Endpoint, publishes: boolean): boolean => publishes || conditions.ready;

/** The name of one endpoint of a headless Service: its hostname, else its address with dashes. */
const nameOf = ({ hostname, addresses }: Endpoint): string =>
  hostname ?? (addresses[0] ?? '').replaceAll('.', '-');

const addressesOf = (endpoints: readonly Endpoint[]): DnsAnswer => {
  const addresses = endpoints.flatMap((endpoint) => endpoint.addresses);
  return addresses.length > 0 ? { kind: 'A', addresses } : { kind: 'NODATA' };
};

function answerOfService(reading: Reading, service: Service, labels: readonly string[]): DnsAnswer {
  const { clusterIP, type, externalName, publishNotReadyAddresses = false } = service.spec;
  if (type === 'ExternalName')
    return labels.length === 0 ? { kind: 'CNAME', name: externalName ?? '' } : { kind: 'NXDOMAIN' };
  if (clusterIP !== 'None')
    return labels.length === 0 && clusterIP ? { kind: 'A', addresses: [clusterIP] } : { kind: 'NXDOMAIN' };
  const endpoints = slicesOf(reading, service)
    .flatMap((slice) => slice.endpoints)
    .filter((endpoint) => isServed(endpoint, publishNotReadyAddresses));
  if (labels.length === 0) return addressesOf(endpoints);
  const named = endpoints.filter((endpoint) => labels.length === 1 && nameOf(endpoint) === labels[0]);
  return named.length > 0 ? addressesOf(named) : { kind: 'NXDOMAIN' };
}

/** What the cluster's DNS server says of a whole name. Left out: SRV and PTR, IPv6, what lies outside the zone. */
export function answerOf(reading: Reading, name: string): DnsAnswer {
  if (!name.endsWith(`.${zone}`)) return { kind: 'NXDOMAIN' };
  const labels = name.slice(0, -zone.length - 1).split('.');
  const kind = labels.pop();
  const namespace = labels.pop();
  const subject = labels.pop();
  if (kind === 'pod' && subject && labels.length === 0)
    return /^\d+-\d+-\d+-\d+$/.test(subject)
      ? { kind: 'A', addresses: [subject.replaceAll('-', '.')] }
      : { kind: 'NXDOMAIN' };
  const service =
    kind === 'svc' && namespace && subject ? reading.find<Service>('Service', namespace, subject) : undefined;
  return service ? answerOfService(reading, service, labels) : { kind: 'NXDOMAIN' };
}

/** Each question of a resolver with its answer, up to the first that has addresses. */
export interface Resolved {
  readonly asked: readonly { readonly name: string; readonly answer: DnsAnswer }[];
  readonly addresses: readonly string[];
}

export function resolve(reading: Reading, name: string, namespace: string): Resolved {
  const asked: { name: string; answer: DnsAnswer }[] = [];
  for (const query of queriesOf(name, resolvConfOf(namespace))) {
    const answer = answerOf(reading, query);
    asked.push({ name: query, answer });
    if (answer.kind === 'A') return { asked, addresses: answer.addresses };
    if (answer.kind === 'NODATA' || answer.kind === 'CNAME') break;
  }
  return { asked, addresses: [] };
}
