/** Names in a cluster. Source: Kubernetes DNS-Based Service Discovery 1.1.0 (kubernetes/dns, docs/specification.md). */

export const clusterDomain = 'cluster.local';

export interface ResolvConf {
  readonly nameserver: string;
  readonly search: readonly string[];
  readonly ndots: number;
}

/** The resolv.conf of a Pod with dnsPolicy ClusterFirst. Source: pkg/kubelet/network/dns/dns.go. */
export const resolvConfOf = (namespace: string, nameserver = '10.96.0.10'): ResolvConf => ({
  nameserver,
  search: [`${namespace}.svc.${clusterDomain}`, `svc.${clusterDomain}`, clusterDomain],
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

/** What the cluster's DNS server knows: whole names of Services and of their endpoints. `zoneOf` makes it from a cluster. */
export type Zone = Readonly<Record<string, DnsAnswer>>;

const podAddress = new RegExp(`^(\\d+-\\d+-\\d+-\\d+)\\.[^.]+\\.pod\\.${clusterDomain.replace('.', '\\.')}$`);

/**
 * What the cluster's DNS server says of a whole name, in capitals or not (RFC 4343). Names of Pods by address (`10-244-1-2.default.pod.cluster.local`) are
 * no entries: it reads the address in them, whoever has it. Left out: SRV and PTR, IPv6, what lies outside the zone.
 * Source: CoreDNS plugin kubernetes, `pods insecure`.
 */
export function answerOf(zone: Zone, asked: string): DnsAnswer {
  const name = asked.toLowerCase();
  const [, dashed] = podAddress.exec(name) ?? [];
  if (dashed) return { kind: 'A', addresses: [dashed.replaceAll('-', '.')] };
  return (Object.hasOwn(zone, name) ? zone[name] : undefined) ?? { kind: 'NXDOMAIN' };
}

/** Each question of a resolver with its answer, up to the first that has addresses. */
export interface Resolved {
  readonly asked: readonly { readonly name: string; readonly answer: DnsAnswer }[];
  readonly addresses: readonly string[];
}

/** Asks for a name as a Pod of the namespace does. A name without addresses does not end the search, a CNAME does. */
export function resolve(zone: Zone, name: string, namespace: string): Resolved {
  const asked: { name: string; answer: DnsAnswer }[] = [];
  for (const query of queriesOf(name, resolvConfOf(namespace))) {
    const answer = answerOf(zone, query);
    asked.push({ name: query, answer });
    if (answer.kind === 'A') return { asked, addresses: answer.addresses };
    if (answer.kind === 'CNAME') break;
  }
  return { asked, addresses: [] };
}

/** An answer in one line: its addresses, the other name, or the word for none. */
export function answerText(answer: DnsAnswer): string {
  if (answer.kind === 'A') return answer.addresses.join(', ');
  return answer.kind === 'CNAME' ? `CNAME ${answer.name}` : answer.kind;
}
