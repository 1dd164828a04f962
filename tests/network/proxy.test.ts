import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { roadComparisons } from '@/app/_ui/network/roads-manifests';
import { Chance } from '@/lib/cluster/chance';
import { runOn } from '@/lib/network/command';
import { connect, type Exchange } from '@/lib/network/exchange';
import { chooseBackend, statusOf } from '@/lib/network/proxy/choose';
import { routesOfGateway } from '@/lib/network/proxy/gateway';
import { routesOfIngress } from '@/lib/network/proxy/ingress';
import type { Gateway, HTTPRoute, HTTPRouteRule, Ingress, Listener } from '@/lib/network/proxy/kinds';
import type { Choice, HttpRequest, RouteTable } from '@/lib/network/proxy/table';
import type { ServicePort, World } from '@/lib/network/world';
import { endpoint, networkWith, servicePort } from './world';

const named = (service: string, namespace = 'default'): ServicePort => servicePort({ service, namespace });

/** Services of every name that the tables below use: each with one ready endpoint. */
const services = ['a', 'b', 'c', 'exact', 'prefix', 'rest'].map((name) => named(name));

const choose = (table: RouteTable, request: HttpRequest, ports = services, seed = 1): Choice =>
  chooseBackend(table, request, new Chance(seed), ports);

/** The backend's name, or the status that the proxy answers itself. */
const went = ({ backend, outcome }: Choice): string | number =>
  outcome.do === 'forward' ? (backend?.service ?? '') : outcome.status;

const service = (name: string) => ({ service: { name, port: { number: 80 } } });
const path = (pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific', value: string, backend: string) => ({
  path: value,
  pathType,
  backend: service(backend),
});
type Path = ReturnType<typeof path>;

const ingress = (rules: readonly { host?: string; paths: readonly Path[] }[], rest?: string): Ingress => ({
  metadata: { name: 'web' },
  spec: {
    ...(rest !== undefined && { defaultBackend: service(rest) }),
    rules: rules.map(({ paths, ...host }) => ({ ...host, http: { paths } })),
  },
});

describe('an Ingress', () => {
  /** The table of kubernetes.io, Ingress, "Examples". */
  it.each<[readonly Path[], string, string | number]>([
    [[path('Prefix', '/', 'a')], '/any/thing', 'a'],
    [[path('Exact', '/foo', 'a')], '/foo', 'a'],
    [[path('Exact', '/foo', 'a')], '/bar', 404],
    [[path('Exact', '/foo', 'a')], '/foo/', 404],
    [[path('Exact', '/foo/', 'a')], '/foo', 404],
    [[path('Prefix', '/foo', 'a')], '/foo', 'a'],
    [[path('Prefix', '/foo', 'a')], '/foo/', 'a'],
    [[path('Prefix', '/foo/', 'a')], '/foo', 'a'],
    [[path('Prefix', '/foo/', 'a')], '/foo/', 'a'],
    [[path('Prefix', '/aaa/bb', 'a')], '/aaa/bbb', 404],
    [[path('Prefix', '/aaa/bbb', 'a')], '/aaa/bbb', 'a'],
    [[path('Prefix', '/aaa/bbb/', 'a')], '/aaa/bbb', 'a'],
    [[path('Prefix', '/aaa/bbb', 'a')], '/aaa/bbb/', 'a'],
    [[path('Prefix', '/aaa/bbb', 'a')], '/aaa/bbb/ccc', 'a'],
    [[path('Prefix', '/aaa/bbb', 'a')], '/aaa/bbbxyz', 404],
    [[path('Prefix', '/', 'a'), path('Prefix', '/aaa', 'b')], '/aaa/ccc', 'b'],
    [
      [path('Prefix', '/', 'a'), path('Prefix', '/aaa', 'b'), path('Prefix', '/aaa/bbb', 'c')],
      '/aaa/bbb',
      'c',
    ],
    [[path('Prefix', '/', 'a'), path('Prefix', '/aaa', 'b'), path('Prefix', '/aaa/bbb', 'c')], '/ccc', 'a'],
    [[path('Prefix', '/aaa', 'a')], '/ccc', 404],
    [[path('Prefix', '/foo', 'prefix'), path('Exact', '/foo', 'exact')], '/foo', 'exact'],
    [[path('Prefix', '/Foo', 'a')], '/foo', 404],
    [[path('ImplementationSpecific', '/foo', 'a')], '/foo/bar', 'a'],
    [[path('Prefix', '/foo', 'a')], '/foo?x=/bar', 'a'],
  ])('with paths %j sends %s to %s', (paths, asked, expected) => {
    expect(went(choose(routesOfIngress([ingress([{ paths }])]), { host: 'x.com', path: asked }))).toBe(
      expected,
    );
  });

  /** The table of kubernetes.io, Ingress, "Hostname wildcards". */
  it.each([
    ['*.foo.com', 'bar.foo.com', 'a'],
    ['*.foo.com', 'baz.bar.foo.com', 404],
    ['*.foo.com', 'foo.com', 404],
    ['foo.bar.com', 'foo.bar.com', 'a'],
    ['foo.bar.com', 'FOO.bar.com:8080', 'a'],
    ['foo.bar.com', 'bar.com', 404],
  ])('for %s takes a request for %s: %s', (host, header, expected) => {
    const table = routesOfIngress([ingress([{ host, paths: [path('Prefix', '/', 'a')] }])]);
    expect(went(choose(table, { host: header, path: '/' }))).toBe(expected);
  });

  const three = ingress(
    [
      { paths: [path('Prefix', '/', 'c')] },
      { host: '*.foo.com', paths: [path('Prefix', '/', 'b')] },
      { host: 'bar.foo.com', paths: [path('Prefix', '/bar', 'a')] },
    ],
    'rest',
  );

  it.each([
    ['bar.foo.com', '/bar', 'a'],
    ['baz.foo.com', '/bar', 'b'],
    ['example.com', '/bar', 'c'],
    ['bar.foo.com', '/other', 'rest'],
  ])('asks the host first, the most precise one: %s%s goes to %s', (host, at, expected) => {
    expect(went(choose(routesOfIngress([three]), { host, path: at }))).toBe(expected);
  });

  it('says of every route it asked why it did not take the request', () => {
    const { asked } = choose(routesOfIngress([three]), { host: 'baz.foo.com', path: '/bar' });
    expect(asked.map(({ route, unmatched }) => [route.host, unmatched?.match, unmatched?.was])).toEqual([
      ['bar.foo.com', 'host', 'baz.foo.com'],
      ['*.foo.com', undefined, undefined],
    ]);
  });

  it('of another class is not read', () => {
    const table = routesOfIngress(
      [{ ...three, spec: { ...three.spec, ingressClassName: 'other' } }],
      'nginx',
    );
    expect(went(choose(table, { host: 'bar.foo.com', path: '/bar' }))).toBe(404);
  });

  it('gives 503 for a Service that has no ready endpoints, and for one that is not there', () => {
    const table = routesOfIngress([ingress([{ paths: [path('Prefix', '/', 'a')] }])]);
    const unready = endpoint('10.244.2.2', 'node-2', { ready: false });
    const request = { host: 'x.com', path: '/' };
    expect(went(choose(table, request, [{ ...named('a'), endpoints: [unready] }]))).toBe(503);
    expect(went(choose(table, request, []))).toBe(503);
  });
});

const listener = (more: Partial<Listener> = {}): Listener => ({
  name: 'http',
  port: 80,
  protocol: 'HTTP',
  ...more,
});
const gateway = (...listeners: readonly Listener[]): Gateway => ({
  metadata: { name: 'edge' },
  spec: { gatewayClassName: 'provider', listeners },
});
const rule = (backend: string, more: HTTPRouteRule = {}): HTTPRouteRule => ({
  backendRefs: [{ name: backend, port: 80 }],
  ...more,
});
const route = (
  name: string,
  rules: readonly HTTPRouteRule[],
  hostnames: readonly string[] = [],
  more: Partial<HTTPRoute['metadata']> = {},
): HTTPRoute => ({
  metadata: { name, ...more },
  spec: { parentRefs: [{ name: 'edge', namespace: 'default' }], hostnames, rules },
});
const pathOf = (type: 'Exact' | 'PathPrefix' | 'RegularExpression', value: string) => ({
  path: { type, value },
});
const at = (type: 'Exact' | 'PathPrefix' | 'RegularExpression', value: string, backend: string) =>
  rule(backend, { matches: [pathOf(type, value)] });

describe('an HTTPRoute', () => {
  /** gateway-api conformance/tests/httproute-hostname-intersection: hostnames and what they serve. */
  const listeners = gateway(
    listener({ name: 'one', hostname: 'very.specific.com' }),
    listener({ name: 'two', hostname: '*.wildcard.io' }),
    listener({ name: 'three', hostname: '*.anotherwildcard.io' }),
  );
  const routes = [
    route(
      's1',
      [at('PathPrefix', '/s1', 'a')],
      ['non.matching.com', '*.nonmatchingwildcard.io', 'very.specific.com'],
    ),
    route(
      's2',
      [at('PathPrefix', '/s2', 'b')],
      ['non.matching.com', 'wildcard.io', 'foo.wildcard.io', 'bar.wildcard.io', 'foo.bar.wildcard.io'],
    ),
    route('s3', [at('PathPrefix', '/s3', 'c')], ['non.matching.com', '*.specific.com']),
    route('s4', [at('PathPrefix', '/s4', 'a')], ['*.anotherwildcard.io']),
    route('s5', [at('PathPrefix', '/s5', 'b')], ['specific.but.wrong.com', 'wildcard.io']),
  ];
  it.each<[string, string, string | number]>([
    ['very.specific.com', '/s1', 'a'],
    ['very.specific.com:1234', '/s1', 'a'],
    ['non.matching.com', '/s1', 404],
    ['foo.nonmatchingwildcard.io', '/s1', 404],
    ['foo.wildcard.io', '/s1', 404],
    ['very.specific.com', '/non-matching-prefix', 404],
    ['foo.wildcard.io', '/s2', 'b'],
    ['bar.wildcard.io', '/s2', 'b'],
    ['foo.bar.wildcard.io', '/s2', 'b'],
    ['wildcard.io', '/s2', 404],
    ['very.specific.com', '/s2', 404],
    ['very.specific.com', '/s3', 'c'],
    ['foo.specific.com', '/s3', 404],
    ['foo.anotherwildcard.io', '/s4', 'a'],
    ['foo.bar.anotherwildcard.io', '/s4', 'a'],
    ['anotherwildcard.io', '/s4', 404],
    ['specific.but.wrong.com', '/s5', 404],
    ['wildcard.io', '/s5', 404],
  ])('serves what its hostnames have in common with a listener: %s%s gets %s', (host, asked, expected) => {
    expect(went(choose(routesOfGateway([listeners], routes), { host, path: asked }))).toBe(expected);
  });

  it('that has no hostname in common with any listener is not accepted', () => {
    expect(routesOfGateway([listeners], routes).refused).toEqual([
      { from: 'HTTPRoute default/s5', reason: 'NoMatchingListenerHostname' },
    ]);
  });

  /** gateway-api conformance/tests/httproute-path-match-order, and apis/v1 PathMatchType. */
  const order = [
    route('order', [
      at('Exact', '/match/exact/one', 'c'),
      at('Exact', '/match/exact', 'b'),
      at('Exact', '/match', 'a'),
      at('PathPrefix', '/match/', 'c'),
      at('PathPrefix', '/match/prefix/', 'a'),
      at('PathPrefix', '/match/prefix/one', 'b'),
      at('PathPrefix', '/abc', 'a'),
      at('RegularExpression', '/v[0-9]+/.*', 'b'),
    ]),
  ];
  it.each<[string, string | number]>([
    ['/match/exact/one', 'c'],
    ['/match/exact', 'b'],
    ['/match', 'a'],
    ['/match/prefix/one/any', 'b'],
    ['/match/prefix/any', 'a'],
    ['/match/any', 'c'],
    ['/abc', 'a'],
    ['/abc/', 'a'],
    ['/abc/def', 'a'],
    ['/abcd', 404],
    ['/v2/foo', 'b'],
    ['/api/v2/foo', 404],
  ])('is asked by precedence of its paths, in whatever order they stand: %s gets %s', (asked, expected) => {
    const table = routesOfGateway([gateway(listener())], order);
    expect(went(choose(table, { host: 'x.com', path: asked }))).toBe(expected);
  });

  it('takes a request by any of its matches, and a match only when all of it holds', () => {
    const version = { headers: [{ name: 'Version', value: 'v2' }] };
    const matches = [{ ...pathOf('PathPrefix', '/foo'), ...version }, pathOf('PathPrefix', '/v2/foo')];
    const table = routesOfGateway([gateway(listener())], [route('any', [rule('a', { matches })])]);
    const ask = (asked: string, headers = {}) => went(choose(table, { host: 'x.com', path: asked, headers }));
    expect(ask('/foo', { version: 'v2' })).toBe('a');
    expect(ask('/foo')).toBe(404);
    expect(ask('/v2/foo')).toBe('a');
  });

  it('without rules takes every request, and has nowhere to send it', () => {
    const { rules: _, ...spec } = route('bare', []).spec;
    const table = routesOfGateway([gateway(listener())], [{ metadata: { name: 'bare' }, spec }]);
    expect(choose(table, { host: 'x.com', path: '/any' }).outcome).toEqual({
      do: 'answer',
      status: 500,
      because: 'noBackends',
    });
  });

  const more = { host: 'x.com', path: '/p?q=1', method: 'PUT', headers: { One: '1', Two: '2' } };
  const p = pathOf('PathPrefix', '/p');
  const header = (name: string, value: string) => ({ name, value });
  /** Each row: what the winner has, what the loser has. Source: apis/v1 HTTPRouteRule.Matches. */
  it.each<[string, HTTPRoute, HTTPRoute]>([
    [
      'the longer host without wildcard',
      route('b', [at('PathPrefix', '/', 'b')], ['x.com']),
      route('a', [at('Exact', '/p', 'a')], ['*.com']),
    ],
    [
      'the exact path',
      route('b', [at('Exact', '/p', 'b')]),
      route('a', [rule('a', { matches: [{ ...p, method: 'PUT' }] })]),
    ],
    [
      'the longer prefix',
      route('b', [at('PathPrefix', '/p', 'b')]),
      route('a', [at('PathPrefix', '/', 'a')]),
    ],
    [
      'the method',
      route('b', [rule('b', { matches: [{ ...p, method: 'PUT' }] })]),
      route('a', [rule('a', { matches: [{ ...p, headers: [header('one', '1')] }] })]),
    ],
    [
      'more headers',
      route('b', [rule('b', { matches: [{ ...p, headers: [header('one', '1'), header('two', '2')] }] })]),
      route('a', [
        rule('a', { matches: [{ ...p, headers: [header('one', '1')], queryParams: [header('q', '1')] }] }),
      ]),
    ],
    [
      'more query parameters',
      route('b', [rule('b', { matches: [{ ...p, queryParams: [header('q', '1')] }] })]),
      route('a', [rule('a', { matches: [p] })]),
    ],
    [
      'the older route',
      route('b', [rule('b', { matches: [p] })], [], { creationTimestamp: '2020-09-08T01:02:03Z' }),
      route('a', [rule('a', { matches: [p] })], [], { creationTimestamp: '2020-09-08T01:02:04Z' }),
    ],
    [
      'the name that comes first',
      route('ab', [rule('b', { matches: [p] })]),
      route('ac', [rule('a', { matches: [p] })]),
    ],
  ])('with %s comes before another', (_, winner, loser) => {
    for (const both of [
      [winner, loser],
      [loser, winner],
    ])
      expect(went(choose(routesOfGateway([gateway(listener())], both), more))).toBe('b');
  });

  it('that names the host itself comes before one that a listener narrows to the same host', () => {
    const precise = route('b', [at('PathPrefix', '/', 'b')], ['x.com']);
    const wide = route('a', [at('Exact', '/p', 'a')], ['*.com']);
    const table = routesOfGateway([gateway(listener({ hostname: 'x.com' }))], [wide, precise]);
    expect(went(choose(table, more))).toBe('b');
  });

  it('names its first rule before a later one that is no better', () => {
    const table = routesOfGateway(
      [gateway(listener())],
      [route('two', [rule('b', { matches: [p] }), rule('a', { matches: [p] })])],
    );
    expect(went(choose(table, more))).toBe('b');
  });

  it('splits requests over its backends by their weights', () => {
    const backendRefs = [
      { name: 'a', port: 80, weight: 90 },
      { name: 'b', port: 80, weight: 10 },
      { name: 'c', port: 80, weight: 0 },
    ];
    const table = routesOfGateway([gateway(listener())], [route('split', [{ backendRefs }])]);
    const chance = new Chance(7);
    const all = Array.from({ length: 1000 }, () =>
      went(chooseBackend(table, { host: 'x.com', path: '/' }, chance, services)),
    );
    const count = (name: string) => all.filter((one) => one === name).length;
    expect(count('a')).toBeGreaterThan(850);
    expect(count('b')).toBeGreaterThan(60);
    expect(count('a') + count('b')).toBe(1000);
  });

  it.each<[string, HTTPRouteRule, ServicePort[], number, string]>([
    ['a Service that is not there', rule('a'), [], 500, 'BackendNotFound'],
    [
      'a kind that is no Service',
      { backendRefs: [{ kind: 'Bucket', name: 'a', port: 80 }] },
      services,
      500,
      'InvalidKind',
    ],
    [
      'a Service of another namespace without a ReferenceGrant',
      { backendRefs: [{ namespace: 'shop', name: 'a', port: 80 }] },
      [named('a', 'shop')],
      500,
      'RefNotPermitted',
    ],
    [
      'weights that are all 0',
      { backendRefs: [{ name: 'a', port: 80, weight: 0 }] },
      services,
      500,
      'noBackends',
    ],
    [
      'a Service without ready endpoints',
      rule('a'),
      [{ ...named('a'), endpoints: [] }],
      503,
      'noReadyEndpoints',
    ],
  ])('gives an answer of the proxy itself for %s', (_, to, ports, status, because) => {
    const table = routesOfGateway([gateway(listener())], [route('to', [to])]);
    const { outcome } = choose(table, { host: 'x.com', path: '/' }, ports);
    expect(outcome).toEqual({ do: 'answer', status, because });
  });

  it('may send to another namespace when that namespace grants it', () => {
    const grant = {
      metadata: { name: 'grant', namespace: 'shop' },
      spec: {
        from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'default' }],
        to: [{ group: '', kind: 'Service' }],
      },
    };
    const to = { backendRefs: [{ namespace: 'shop', name: 'a', port: 80 }] };
    const table = routesOfGateway([gateway(listener())], [route('to', [to])], { referenceGrants: [grant] });
    expect(went(choose(table, { host: 'x.com', path: '/' }, [named('a', 'shop')]))).toBe('a');
  });
});

describe('a listener', () => {
  it.each<[string, Listener, string, string | number]>([
    ['takes routes of its own namespace', listener(), 'default', 'a'],
    ['takes no routes of another namespace', listener(), 'shop', 'NotAllowedByListeners'],
    [
      'takes routes of every namespace with from: All',
      listener({ allowedRoutes: { namespaces: { from: 'All' } } }),
      'shop',
      'a',
    ],
    [
      'takes routes of the namespaces that its selector names',
      listener({
        allowedRoutes: {
          namespaces: {
            from: 'Selector',
            selector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
          },
        },
      }),
      'shop',
      'a',
    ],
    [
      'takes only the kinds that it allows',
      listener({ allowedRoutes: { kinds: [{ kind: 'GRPCRoute' }] } }),
      'default',
      'NotAllowedByListeners',
    ],
    ['of TCP takes no HTTPRoute', listener({ protocol: 'TCP' }), 'default', 'NotAllowedByListeners'],
  ])('%s', (_, one, namespace, expected) => {
    const table = routesOfGateway([gateway(one)], [route('r', [rule('a')], [], { namespace })]);
    const choice = choose(table, { host: 'x.com', path: '/' }, [named('a', namespace)]);
    expect(table.refused[0]?.reason ?? went(choice)).toBe(expected);
  });

  const isolated = gateway(
    listener({ name: 'any' }),
    listener({ name: 'wide', hostname: '*.example.com' }),
    listener({ name: 'narrow', hostname: '*.foo.example.com' }),
    listener({ name: 'host', hostname: 'bar.foo.example.com' }),
    listener({ name: 'other', port: 8080 }),
  );
  const to = (sectionName: string, backend: string): HTTPRoute => ({
    metadata: { name: sectionName },
    spec: { parentRefs: [{ name: 'edge', sectionName }], rules: [rule(backend)] },
  });
  const table = routesOfGateway(
    [isolated],
    [to('any', 'a'), to('wide', 'b'), to('narrow', 'c'), to('host', 'exact'), to('other', 'rest')],
  );
  it.each([
    ['bar.foo.example.com', 80, 'exact'],
    ['baz.foo.example.com', 80, 'c'],
    ['bar.example.com', 80, 'b'],
    ['example.com', 80, 'a'],
    ['bar.foo.example.com', 8080, 'rest'],
  ])('is chosen by the most precise hostname and by the port: %s at %i gets %s', (host, port, expected) => {
    expect(went(choose(table, { host, path: '/', port }))).toBe(expected);
  });

  it('keeps its requests: a route of a wider listener is not asked', () => {
    const empty = routesOfGateway([isolated], [to('wide', 'b')]);
    expect(went(choose(empty, { host: 'bar.foo.example.com', path: '/', port: 80 }))).toBe(404);
  });

  it('is not read by a controller of another GatewayClass', () => {
    const other = routesOfGateway([isolated], [to('any', 'a')], { gatewayClassName: 'another' });
    expect(other.refused).toEqual([{ from: 'HTTPRoute default/any', reason: 'NoMatchingParent' }]);
  });
});

/** Pod a is a proxy behind a load balancer; web has Pods c and d, cart Pod e, empty none. */
const table = routesOfIngress([
  ingress([
    {
      host: 'shop.example',
      paths: [path('Prefix', '/', 'web'), path('Prefix', '/cart', 'cart'), path('Exact', '/empty', 'empty')],
    },
  ]),
]);
const front = servicePort({
  service: 'edge',
  clusterIP: '10.96.0.60',
  nodePort: 30_080,
  loadBalancerIPs: ['198.51.100.7'],
  endpoints: [endpoint('10.244.1.2', 'node-1')],
});
const backends = [
  servicePort({ endpoints: [endpoint('10.244.2.2', 'node-2'), endpoint('10.244.2.3', 'node-2')] }),
  servicePort({ service: 'cart', clusterIP: '10.96.0.51', endpoints: [endpoint('10.244.3.2', 'node-3')] }),
  servicePort({ service: 'empty', clusterIP: '10.96.0.52', endpoints: [] }),
];
const worldOf = (edge: Partial<ServicePort> = {}, more: Partial<World> = {}): Partial<World> => ({
  servicePorts: [{ ...front, ...edge }, ...backends],
  proxies: [{ pod: 'a', kind: 'ingress', routes: table }],
  ...more,
});
const request = (asked: string, host = 'shop.example'): HttpRequest => ({ host, path: asked });

/** Of each packet that arrived: its leg, and from whom to whom as it left its socket and as it arrived. */
const legs = ({ sent }: Exchange): string[] =>
  sent.map(({ leg = 0, packet, happened }) => {
    const [first] = happened;
    const left = first?.kind === 'place' ? first.packet : packet;
    return `${leg} ${left.src} > ${left.dst} as ${packet.src} > ${packet.dst}`;
  });

describe('a proxy', () => {
  it('ends the connection of the client and opens a second one to a Pod', () => {
    const exchange = connect(networkWith(worldOf()), 'outside', '198.51.100.7', 80, request('/cart/1'));
    expect(legs(exchange)).toEqual([
      '0 203.0.113.9 > 198.51.100.7 as 10.244.1.1 > 10.244.1.2',
      '0 10.244.1.2 > 10.244.1.1 as 198.51.100.7 > 203.0.113.9',
      '1 10.244.1.2 > 10.244.3.2 as 10.244.1.2 > 10.244.3.2',
      '1 10.244.3.2 > 10.244.1.2 as 10.244.3.2 > 10.244.1.2',
    ]);
  });

  it('is who the Pod sees; the client stands in X-Forwarded-For', () => {
    const local = networkWith(worldOf({ isExternalLocal: true }));
    const { ending } = connect(local, 'outside', '198.51.100.7', 80, request('/cart'));
    expect(ending).toMatchObject({
      how: 'answered',
      by: 'e',
      from: expect.stringMatching(/^10\.244\.1\.2:/),
      through: { proxy: 'a', kind: 'ingress', forwardedFor: '203.0.113.9', endpoint: '10.244.3.2:8080' },
    });
  });

  it('forwards as client what it sees itself: with the policy Cluster that is a node', () => {
    const { ending } = connect(networkWith(worldOf()), 'outside', '198.51.100.7', 80, request('/cart'));
    expect(ending).toMatchObject({ through: { forwardedFor: '10.244.1.1' } });
  });

  it('can be asked at a NodePort, too', () => {
    const { ending } = connect(networkWith(worldOf()), 'outside', '192.168.0.13', 30_080, request('/cart'));
    expect(ending).toMatchObject({ how: 'answered', by: 'e', through: { proxy: 'a' } });
  });

  it('spreads requests over the endpoints, past the ClusterIP', () => {
    const network = networkWith(worldOf());
    const all = Array.from({ length: 40 }, () =>
      connect(network, 'outside', '198.51.100.7', 80, request('/')),
    );
    const by = new Set(all.map(({ ending }) => (ending.how === 'answered' ? ending.by : ending.how)));
    expect([...by].sort()).toEqual(['c', 'd']);
    expect(all.flatMap(legs).filter((one) => one.includes('10.96.'))).toEqual([]);
  });

  it.each<[string, HttpRequest, number, string]>([
    ['404 for a host that no rule has', request('/', 'other.example'), 404, 'noRoute'],
    ['503 for a Service without endpoints', request('/empty'), 503, 'noReadyEndpoints'],
  ])('answers itself %s', (_, asked, status, because) => {
    const exchange = connect(networkWith(worldOf()), 'outside', '198.51.100.7', 80, asked);
    expect(exchange.ending).toMatchObject({ how: 'http', status, by: 'a', because });
    expect(exchange.sent.every(({ leg }) => leg === undefined)).toBe(true);
  });

  it.each([
    ['502 for an endpoint that refuses', [9], '', 'refused', 502],
    [
      '504 for an endpoint that says nothing',
      [8080],
      'iptables -I FORWARD -d 10.244.3.2 -j DROP',
      'timedOut',
      504,
    ],
  ])('for an Ingress answers %s', (_, listens, line, because, status) => {
    const { pods } = networkWith().world;
    const changed = pods.map((pod) => (pod.name === 'e' ? { ...pod, listens } : pod));
    const network = networkWith(worldOf({}, { pods: changed }));
    if (line) runOn(network, 'node-3', line);
    const exchange = connect(network, 'outside', '198.51.100.7', 80, request('/cart'));
    expect(exchange.ending).toMatchObject({ how: 'http', by: 'a', because, status });
    expect(exchange.sent.some(({ leg }) => leg === 1)).toBe(true);
  });

  it('has the status of nginx for an Ingress, and that of Envoy for a Gateway, when an endpoint fails', () => {
    expect([statusOf('ingress', 'timedOut'), statusOf('gateway', 'timedOut')]).toEqual([504, 503]);
    expect([statusOf('ingress', 'refused'), statusOf('gateway', 'refused')]).toEqual([502, 503]);
  });

  it('of a Gateway knows its listener by the port of the Service before it', () => {
    const routes = routesOfGateway(
      [gateway(listener({ name: 'other', port: 8443 }), listener())],
      [
        {
          metadata: { name: 'cart' },
          spec: { parentRefs: [{ name: 'edge', sectionName: 'http' }], rules: [rule('cart')] },
        },
      ],
    );
    const network = networkWith(worldOf({}, { proxies: [{ pod: 'a', kind: 'gateway', routes }] }));
    const { ending } = connect(network, 'outside', '198.51.100.7', 80, request('/'));
    expect(ending).toMatchObject({ how: 'answered', by: 'e', through: { kind: 'gateway' } });
  });

  it('does nothing where no controller runs one: the Pod itself answers', () => {
    const { proxies: _, ...without } = worldOf();
    const exchange = connect(networkWith(without), 'outside', '198.51.100.7', 80, request('/cart'));
    expect(exchange.ending).toMatchObject({ how: 'answered', by: 'a' });
    expect(exchange.ending).not.toHaveProperty('through');
  });

  it('is left alone by a connection without a request', () => {
    const exchange = connect(networkWith(worldOf()), 'outside', '198.51.100.7', 80);
    expect(exchange.ending).toMatchObject({ how: 'answered', by: 'a' });
    expect(exchange.sent).toHaveLength(2);
  });
});

describe('the manifests on the page of packets', () => {
  const [same, share] = roadComparisons;
  const yamlOf = (kind: string) =>
    parse([...(same?.ingress ?? []), ...(same?.gateway ?? [])].find((one) => one.kind === kind)?.yaml ?? '');
  const both = [
    routesOfIngress([yamlOf('Ingress')]),
    routesOfGateway([yamlOf('Gateway')], [yamlOf('HTTPRoute')]),
  ];

  it.each([
    ['shop.example', '/cart', 'cart'],
    ['shop.example', '/cart/1', 'cart'],
    ['shop.example', '/carts', 'web'],
    ['shop.example', '/', 'web'],
    ['other.example', '/cart', 404],
  ])('say the same in both APIs: %s%s gets %s', (host, at, expected) => {
    const ports = [named('cart', 'shop'), named('web', 'shop')];
    for (const one of both) {
      expect(one.refused).toEqual([]);
      expect(went(choose(one, { host, path: at, port: 80 }, ports))).toBe(expected);
    }
  });

  it('send one request in ten to the next version', () => {
    const rules: HTTPRouteRule[] = parse(share?.gateway[0]?.yaml ?? '');
    expect(rules[0]?.backendRefs?.map(({ name, weight }) => [name, weight])).toEqual([
      ['web', 90],
      ['web-next', 10],
    ]);
  });
});
