import type {
  AnyValueMatch,
  Gateway,
  HTTPBackendRef,
  HTTPRoute,
  Listener,
  Metadata,
  ReferenceGrant,
} from './kinds';
import { charactersOf, hostInBoth, inOrder, isWildcard } from './matching';
import type { Backend, PathMatch, Refused, Route, RouteTable, ValueMatch, VirtualHost } from './table';

/** What the routes depend on beside themselves. */
export interface GatewaySurroundings {
  /** Of the GatewayClass whose controller reads: it reads no other Gateways. Without it, all. */
  readonly gatewayClassName?: string;
  readonly referenceGrants?: readonly ReferenceGrant[];
  /** Labels of namespaces, for `from: Selector`. */
  readonly namespaceLabels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const group = 'gateway.networking.k8s.io';
const namespaceOf = ({ namespace = 'default' }: Metadata): string => namespace;
const nameOf = (metadata: Metadata): string => `${namespaceOf(metadata)}/${metadata.name}`;

/** A listener takes routes of its Gateway's namespace unless it says otherwise. Source: gateway_types.go AllowedRoutes. */
function isAllowed(
  gateway: Gateway,
  listener: Listener,
  route: HTTPRoute,
  around: GatewaySurroundings,
): boolean {
  const { namespaces, kinds = [] } = listener.allowedRoutes ?? {};
  const namespace = namespaceOf(route.metadata);
  if (!/^https?$/i.test(listener.protocol)) return false;
  if (kinds.length > 0 && !kinds.some((one) => one.kind === 'HTTPRoute' && (one.group ?? group) === group))
    return false;
  const { from = 'Same', selector } = namespaces ?? {};
  if (from === 'All') return true;
  if (from === 'Same') return namespace === namespaceOf(gateway.metadata);
  if (from === 'None' || !selector) return false;
  const labels = { 'kubernetes.io/metadata.name': namespace, ...around.namespaceLabels?.[namespace] };
  return Object.entries(selector.matchLabels ?? {}).every(
    ([key, value]) => (labels as Readonly<Record<string, string>>)[key] === value,
  );
}

/** Whether one of a route's parentRefs means a listener: its Gateway, and its section and port where they are named. */
function isParent(gateway: Gateway, listener: Listener, { metadata, spec }: HTTPRoute): boolean {
  return (spec.parentRefs ?? []).some(
    ({ kind = 'Gateway', namespace = namespaceOf(metadata), name, sectionName, port }) =>
      kind === 'Gateway' &&
      `${namespace}/${name}` === nameOf(gateway.metadata) &&
      (sectionName ?? listener.name) === listener.name &&
      (port ?? listener.port) === listener.port,
  );
}

/** A backend in another namespace needs a ReferenceGrant there. Source: gateway-api apis/v1 BackendObjectReference. */
function backendOf(ref: HTTPBackendRef, { metadata }: HTTPRoute, grants: readonly ReferenceGrant[]): Backend {
  const own = namespaceOf(metadata);
  const { namespace = own, name, port = 0, weight = 1, kind = 'Service' } = ref;
  const isService = kind === 'Service' && (ref.group ?? '') === '';
  const isGranted =
    namespace === own ||
    grants.some(
      (grant) =>
        namespaceOf(grant.metadata) === namespace &&
        grant.spec.from.some(
          (from) => from.group === group && from.kind === 'HTTPRoute' && from.namespace === own,
        ) &&
        grant.spec.to.some((to) => to.group === '' && to.kind === 'Service' && (to.name ?? name) === name),
    );
  return {
    namespace,
    service: name,
    port,
    weight,
    ...(!isService && { invalid: 'InvalidKind' as const }),
    ...(isService && !isGranted && { invalid: 'RefNotPermitted' as const }),
  };
}

/** Of several entries with the same name only the first counts; names of headers have no case. */
function valuesOf(matches: readonly AnyValueMatch[] = [], isHeader = false): ValueMatch[] {
  const seen = new Set<string>();
  return matches.flatMap(({ type = 'Exact', name, value }) => {
    const key = isHeader ? name.toLowerCase() : name;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ type, name: key, value }];
  });
}

/** A route of the table with what else its precedence depends on. */
interface Ranked extends Route {
  readonly route: HTTPRoute;
  readonly wanted: string;
  readonly place: number;
}

function rankedOf(
  route: HTTPRoute,
  hosts: readonly (readonly [string, string])[],
  around: GatewaySurroundings,
) {
  const rules = route.spec.rules ?? [{}];
  const ranked = rules.flatMap(({ matches = [{}], backendRefs = [] }) =>
    matches.map(({ path = {}, headers, queryParams, method }) => ({
      from: `HTTPRoute ${nameOf(route.metadata)}`,
      path: { type: path.type ?? 'PathPrefix', value: path.value ?? '/' } satisfies PathMatch,
      ...(method !== undefined && { method }),
      headers: valuesOf(headers, true),
      queryParams: valuesOf(queryParams),
      backends: backendRefs.map((ref) => backendOf(ref, route, around.referenceGrants ?? [])),
      route,
    })),
  );
  return hosts.flatMap(([host, wanted]) =>
    ranked.map((one, place): Ranked => ({ ...one, host, wanted, place })),
  );
}

const preciseOf = (host: string): number => (isWildcard(host) ? 0 : host.length);
const kindsOfPath = ['Exact', 'RegularExpression', 'PathPrefix'];

/**
 * Precedence of matches, criterion by criterion. Hosts come first: characters of a host without wildcard, then characters.
 * The place of a regular expression is left to implementations: here between the exact path and the prefixes.
 * Source: gateway-api apis/v1/httproute_types.go HTTPRouteSpec.Hostnames, HTTPRouteRule.Matches.
 */
function byPrecedence(a: Ranked, b: Ranked): number {
  const created = ({ route }: Ranked) => route.metadata.creationTimestamp ?? '';
  return (
    preciseOf(b.host) - preciseOf(a.host) ||
    b.host.length - a.host.length ||
    preciseOf(b.wanted) - preciseOf(a.wanted) ||
    b.wanted.length - a.wanted.length ||
    kindsOfPath.indexOf(a.path.type) - kindsOfPath.indexOf(b.path.type) ||
    (a.path.type === 'PathPrefix' ? charactersOf(b.path) - charactersOf(a.path) : 0) ||
    Number(b.method !== undefined) - Number(a.method !== undefined) ||
    b.headers.length - a.headers.length ||
    b.queryParams.length - a.queryParams.length ||
    inOrder(created(a), created(b)) ||
    inOrder(nameOf(a.route.metadata), nameOf(b.route.metadata)) ||
    a.place - b.place
  );
}

/** A precise host, then wildcards, those with more dots first, then no host. Source: gateway_types.go Listeners. */
const rankOf = (hostname: string): number =>
  hostname === '' ? 1000 : isWildcard(hostname) ? 500 - hostname.split('.').length : 0;

/** The hosts that a route and a listener have in common, each with the host that the route itself names. */
function hostsOf({ hostname = '' }: Listener, { spec }: HTTPRoute): (readonly [string, string])[] {
  const hostnames = spec.hostnames?.length ? spec.hostnames : [''];
  return hostnames.flatMap((wanted) => {
    const host = hostInBoth(hostname, wanted);
    return host === undefined ? [] : [[host.toLowerCase(), wanted.toLowerCase()] as const];
  });
}

/**
 * The routes that a controller reads from Gateways and the HTTPRoutes attached to them. A request belongs to the one listener
 * that matches it best (Listener Isolation, an extended feature), and there to the route that comes first. A route that no
 * listener takes is `refused`, with the reason of its condition Accepted. Source: gateway-api apis/v1 (v1.4) Gateway,
 * HTTPRoute, ReferenceGrant. Left out: filters, timeouts, TLS, listeners that conflict, ListenerSet, the other kinds of routes.
 */
export function routesOfGateway(
  all: readonly Gateway[],
  httpRoutes: readonly HTTPRoute[],
  around: GatewaySurroundings = {},
): RouteTable {
  const { gatewayClassName: name } = around;
  const gateways = all.filter(({ spec }) => name === undefined || spec.gatewayClassName === name);
  const virtualHosts = gateways
    .flatMap((gateway) => gateway.spec.listeners.map((listener) => ({ gateway, listener })))
    .sort((a, b) => rankOf(a.listener.hostname ?? '') - rankOf(b.listener.hostname ?? ''))
    .map(({ gateway, listener }): VirtualHost => {
      const attached = httpRoutes
        .filter((route) => isParent(gateway, listener, route) && isAllowed(gateway, listener, route, around))
        .flatMap((route) => rankedOf(route, hostsOf(listener, route), around));
      return {
        name: `${nameOf(gateway.metadata)}/${listener.name}`,
        host: (listener.hostname ?? '').toLowerCase(),
        port: listener.port,
        routes: attached.sort(byPrecedence).map(({ route: _, wanted: __, place: ___, ...one }): Route => one),
      };
    });
  const refused = httpRoutes.flatMap((route) => refusedOf(gateways, route, around));
  return { kind: 'gateway', virtualHosts, refused };
}

/** Why a route is attached to nothing; empty when a listener takes it. Source: gateway-api RouteConditionReason. */
function refusedOf(gateways: readonly Gateway[], route: HTTPRoute, around: GatewaySurroundings): Refused[] {
  const from = `HTTPRoute ${nameOf(route.metadata)}`;
  const parents = gateways.flatMap((gateway) =>
    gateway.spec.listeners.flatMap((listener) =>
      isParent(gateway, listener, route) ? [{ gateway, listener }] : [],
    ),
  );
  if (parents.length === 0) return [{ from, reason: 'NoMatchingParent' }];
  const open = parents.filter(({ gateway, listener }) => isAllowed(gateway, listener, route, around));
  if (open.length === 0) return [{ from, reason: 'NotAllowedByListeners' }];
  const isServed = open.some(({ listener }) => hostsOf(listener, route).length > 0);
  return isServed ? [] : [{ from, reason: 'NoMatchingListenerHostname' }];
}
