import type { Ingress, IngressBackend, IngressRule } from './kinds';
import { charactersOf, inOrder, isWildcard } from './matching';
import type { Backend, Route, RouteTable, VirtualHost } from './table';

const namespaceOf = ({ metadata }: Ingress): string => metadata.namespace ?? 'default';

function backendOf({ service, resource }: IngressBackend, namespace: string): Backend {
  const port = service?.port?.number ?? service?.port?.name ?? 0;
  const name = service?.name ?? resource?.name ?? '';
  return { namespace, service: name, port, weight: 1, ...(!service && { invalid: 'InvalidKind' as const }) };
}

/** The oldest first, then by namespace and name: so what two of them say of one path is decided. */
const byAge = (a: Ingress, b: Ingress): number =>
  inOrder(a.metadata.creationTimestamp ?? '', b.metadata.creationTimestamp ?? '') ||
  inOrder(`${namespaceOf(a)}/${a.metadata.name}`, `${namespaceOf(b)}/${b.metadata.name}`);

function routesOfRule(ingress: Ingress, { host = '', http }: IngressRule): Route[] {
  const namespace = namespaceOf(ingress);
  return (http?.paths ?? []).map(({ path = '/', pathType, backend }) => ({
    from: `Ingress ${namespace}/${ingress.metadata.name}`,
    host,
    path: { type: pathType, value: path },
    headers: [],
    queryParams: [],
    backends: [backendOf(backend, namespace)],
  }));
}

/** The longest path first; of two that are equally long, an exact one. Source: Ingress, "Multiple matches". */
const byPath = ({ path: a }: Route, { path: b }: Route): number =>
  charactersOf(b) - charactersOf(a) || Number(b.type === 'Exact') - Number(a.type === 'Exact');

/** A host as it is, then a wildcard, then no host. */
const rankOf = (host: string): number => (host === '' ? 2 : isWildcard(host) ? 1 : 0);

/**
 * The routes that a controller reads from the Ingresses of its class. The host is asked first: a request whose host has rules
 * of its own gets no rules of a wildcard or of no host, but the default backend. Source: kubernetes.io, Ingress; api
 * networking/v1 IngressRule. Not in the documents, and done as ingress-nginx does it: of two Ingresses that name the same
 * path, or a default backend, the older one counts. Left out: TLS, annotations, backends that are no Service.
 */
export function routesOfIngress(ingresses: readonly Ingress[], className?: string): RouteTable {
  const read = ingresses
    .filter(({ spec }) => className === undefined || spec.ingressClassName === className)
    .sort(byAge);
  const hosts = new Map<string, Route[]>();
  for (const ingress of read)
    for (const rule of ingress.spec.rules ?? []) {
      const host = (rule.host ?? '').toLowerCase();
      hosts.set(host, [...(hosts.get(host) ?? []), ...routesOfRule(ingress, rule)]);
    }
  const virtualHosts: VirtualHost[] = [...hosts]
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || inOrder(a, b))
    .map(([host, routes]) => ({ name: host || '*', host, routes: [...routes].sort(byPath) }));
  const [first] = read.flatMap((ingress) =>
    ingress.spec.defaultBackend ? [backendOf(ingress.spec.defaultBackend, namespaceOf(ingress))] : [],
  );
  return { kind: 'ingress', virtualHosts, refused: [], ...(first && { defaultBackend: first }) };
}
