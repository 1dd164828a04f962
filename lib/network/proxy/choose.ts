import type { Chance } from '../../cluster/chance';
import type { Unmatched } from '../verdict';
import type { ServicePort } from '../world';
import { hostIn, isFullMatch, isHostOfGateway, isHostOfIngress, isPathOf, pathIn } from './matching';
import type {
  Backend,
  Choice,
  HttpRequest,
  OwnAnswer,
  Route,
  RouteAsked,
  RouteTable,
  Status,
  ValueMatch,
  VirtualHost,
} from './table';

const differs = (match: string, wanted: string, was: string): Unmatched => ({
  match,
  isNot: false,
  wanted,
  was,
});

const isHostOf = ({ kind }: RouteTable, rule: string, host: string): boolean =>
  kind === 'ingress' ? isHostOfIngress(rule, host) : isHostOfGateway(rule, host);

function missingHost(
  table: RouteTable,
  { host: rule, port }: VirtualHost,
  request: HttpRequest,
): Unmatched | undefined {
  if (port !== undefined && request.port !== undefined && port !== request.port)
    return differs('port', String(port), String(request.port));
  const host = hostIn(request.host);
  return isHostOf(table, rule, host) ? undefined : differs('host', rule, host);
}

const isValue = ({ type, value }: ValueMatch, was: string | undefined): boolean =>
  was !== undefined && (type === 'Exact' ? value === was : isFullMatch(value, was));

function queryOf(path: string): Readonly<Record<string, string>> {
  const [, query = ''] = /\?([^#]*)/.exec(path) ?? [];
  const values: Record<string, string> = {};
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    values[name] ??= value;
  }
  return values;
}

/** The first part of a route that a request does not meet. */
function missing(table: RouteTable, route: Route, request: HttpRequest): Unmatched | undefined {
  const host = hostIn(request.host);
  const path = pathIn(request.path);
  const { method = 'GET', headers = {} } = request;
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const query = queryOf(request.path);
  if (!isHostOf(table, route.host, host)) return differs('host', route.host, host);
  if (!isPathOf(route.path, path)) return differs('path', `${route.path.type} ${route.path.value}`, path);
  if (route.method !== undefined && route.method !== method) return differs('method', route.method, method);
  for (const one of route.headers)
    if (!isValue(one, sent[one.name]))
      return differs('header', `${one.name}: ${one.value}`, sent[one.name] ?? '');
  for (const one of route.queryParams)
    if (!isValue(one, query[one.name]))
      return differs('query', `${one.name}=${one.value}`, query[one.name] ?? '');
  return undefined;
}

/** Holds a request against the routes, in order, up to the first that takes it. */
function ask(
  table: RouteTable,
  request: HttpRequest,
): { readonly asked: RouteAsked[]; readonly taken?: Route } {
  const asked: RouteAsked[] = [];
  for (const virtualHost of table.virtualHosts) {
    const other = missingHost(table, virtualHost, request);
    for (const route of virtualHost.routes) {
      const unmatched = other ?? missing(table, route, request);
      asked.push({ route, ...(unmatched && { unmatched }) });
      if (!unmatched) return { asked, taken: route };
    }
    if (!other) return { asked };
  }
  return { asked };
}

/** One of the backends, each as often as its weight says; undefined when there are none, or all weigh 0. */
function weighed(backends: readonly Backend[], chance: Chance): Backend | undefined {
  const sum = backends.reduce((total, { weight }) => total + weight, 0);
  if (sum === 0) return undefined;
  let drawn = chance.between(1, sum);
  return backends.find(({ weight }) => {
    drawn -= weight;
    return drawn <= 0;
  });
}

const isPortOf = ({ namespace, service, port }: Backend, one: ServicePort): boolean =>
  one.namespace === namespace && one.service === service && (one.port === port || one.portName === port);

/**
 * The status for what a proxy cannot pass on. Gateway API: 404 without a route, 500 for a reference that leads nowhere, 503
 * without ready endpoints (HTTPRouteRule.Matches, BackendRefs). Ingress: 404 is the default backend that controllers bring
 * along; ingress-nginx says 503 for every Service without endpoints, 502 for an endpoint that refuses, 504 for one that is
 * silent. Envoy says 503 for both.
 */
export function statusOf(kind: RouteTable['kind'], because: OwnAnswer): Status {
  if (because === 'noRoute') return 404;
  if (because === 'noReadyEndpoints') return 503;
  if (because === 'refused') return kind === 'ingress' ? 502 : 503;
  if (because === 'timedOut') return kind === 'ingress' ? 504 : 503;
  return kind === 'ingress' ? 503 : 500;
}

/**
 * What a proxy does with a request: the routes that it holds it against, and then an endpoint of the chosen backend, or an
 * answer of its own. The endpoint is a Pod's address out of the Service's EndpointSlices: the ClusterIP and kube-proxy have
 * no part in it. Only ready endpoints are chosen, by chance. Left out: sticky sessions, retries, headless Services.
 */
export function chooseBackend(
  table: RouteTable,
  request: HttpRequest,
  chance: Chance,
  servicePorts: readonly ServicePort[],
): Choice {
  const { asked, taken } = ask(table, request);
  const own = (because: OwnAnswer, backend?: Backend): Choice => ({
    asked,
    ...(backend && { backend }),
    outcome: { do: 'answer', status: statusOf(table.kind, because), because },
  });
  if (!taken && !table.defaultBackend) return own('noRoute');
  const backend = taken ? weighed(taken.backends, chance) : table.defaultBackend;
  if (!backend) return own('noBackends');
  if (backend.invalid) return own(backend.invalid, backend);
  const port = servicePorts.find((one) => isPortOf(backend, one));
  if (!port) return own('BackendNotFound', backend);
  const ready = port.endpoints.filter((endpoint) => endpoint.ready);
  const endpoint = ready[chance.between(0, ready.length - 1)];
  if (!endpoint) return own('noReadyEndpoints', backend);
  return { asked, backend, outcome: { do: 'forward', endpoint } };
}
