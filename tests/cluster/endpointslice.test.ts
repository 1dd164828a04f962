import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import { fnv128a, inOrderOfHashes } from '@/lib/cluster/controllers/endpointslice/port-order';
import { endpointsliceController, endpointsliceRules } from '@/lib/cluster/controllers/endpointslice.machine';
import { kinds } from '@/lib/cluster/kinds';
import type {
  ContainerPort,
  EndpointSlice,
  KubeObject,
  Labels,
  Manifest,
  ObjectMeta,
  Pod,
  PodSpec,
  Service,
  ServiceSpec,
} from '@/lib/cluster/objects';
import { timestamp } from '@/lib/cluster/time';
import { clusterOf, contextOf, metaOf, nodeOf, podOf, storeOf } from './nodes';
import { apply, must } from './web';

const serviceOf = (spec: Partial<ServiceSpec> = {}, meta: Partial<ObjectMeta> = {}): Service =>
  kinds.get('Service')?.defaulted({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metaOf('web', meta),
    spec: {
      selector: { app: 'web' },
      ports: [{ port: 80, targetPort: 'http' }],
      clusterIP: '10.96.0.1',
      ...spec,
    },
  } as KubeObject) as Service;

/** A Ready Pod that listens on 8080, called http. */
const podAt = (
  name: string,
  more: {
    labels?: Labels;
    spec?: Partial<PodSpec>;
    meta?: Partial<ObjectMeta>;
    status?: Partial<Pod['status']>;
  } = {},
): Pod =>
  podOf(
    name,
    {
      nodeName: 'node-1',
      containers: [{ name: 'app', image: 'app:v1', ports: [{ name: 'http', containerPort: 8080 }] }],
      ...more.spec,
    },
    { labels: more.labels ?? { app: 'web' }, ...more.meta },
    {
      phase: 'Running',
      podIP: `10.244.0.${name.length}`,
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: timestamp(0) }],
      ...more.status,
    },
  );
const listening = (...ports: ContainerPort[]): Partial<PodSpec> => ({
  containers: [{ name: 'app', image: 'app:v1', ports }],
});
const labels = {
  'kubernetes.io/service-name': 'web',
  'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
};
const owner = { apiVersion: 'v1', kind: 'Service', name: 'web', uid: 'web', controller: true };

/** The slices that one sync would leave, and by which rule: `pods: ports`. */
function told(
  service: Service,
  slices: readonly EndpointSlice[],
  ...objects: readonly KubeObject[]
): string[] {
  const store = storeOf(service, nodeOf('node-1'), ...slices, ...objects);
  const { rule = '', writes } = endpointsliceController.sync('Service/default/web', contextOf(store));
  const shown = ({ endpoints, ports }: Pick<EndpointSlice, 'endpoints' | 'ports'>) =>
    `${endpoints.map((e) => `${e.targetRef?.name}${e.conditions.ready ? '' : '-'}`).join(' ')}: ${ports.map((p) => p.port).join(' ')}`;
  return [
    rule,
    ...writes.map((write) => {
      if (write.do === 'event' || write.do === 'bind') return write.do;
      const object = write.object as EndpointSlice;
      return `${write.do}${write.do === 'create' ? '' : ` ${object.metadata.name}`}${write.do === 'delete' ? '' : ` ${shown(object)}`}`;
    }),
  ];
}

/** A slice that lists Pods as the Service would. */
function sliceOf(name: string, service: Service, pods: readonly Pod[], empty = false): EndpointSlice {
  const store = storeOf(service, nodeOf('node-1'), ...pods);
  const [write] = endpointsliceController.sync('Service/default/web', contextOf(store)).writes;
  if (write?.do !== 'create') throw new Error('a first sync makes a slice');
  const made = write.object as unknown as EndpointSlice;
  return {
    ...made,
    metadata: metaOf(name, { labels, ownerReferences: [owner] }),
    ...(empty && { endpoints: [], ports: [] }),
  };
}

const web = serviceOf();
const [a, bb, ccc] = [podAt('a'), podAt('bb'), podAt('ccc')];
const pods = (n: number): Pod[] =>
  Array.from({ length: n }, (_, i) =>
    podAt(`p${String(i).padStart(3, '0')}`, { status: { podIP: `10.244.1.${i}` } }),
  );
const going = podAt('a', { meta: { deletionTimestamp: timestamp(0) } });
const unready = podAt('bb', { status: { conditions: [] } });

const table: readonly (readonly [string, string[], string[]])[] = [
  [
    'a Service without a selector has no slice',
    told(serviceOf({ selector: undefined }), [], a),
    ['serviceHasNoSelector'],
  ],
  ['nor has a name', told(serviceOf({ type: 'ExternalName' }), [], a), ['serviceHasNoSelector']],
  [
    'a Service that is going is left alone',
    told(serviceOf({}, { deletionTimestamp: timestamp(0) }), [], a),
    ['serviceIsGoing'],
  ],
  ['a Service without Pods has an empty slice', told(web, []), ['sliceIsMissing', 'create : ']],
  [
    'a slice lists the Pods that the selector finds',
    told(web, [], a, podAt('bb', { labels: { app: 'x' } })),
    ['sliceIsMissing', 'create a: 8080'],
  ],
  [
    'a Pod without an address is not listed',
    told(web, [], podAt('a', { status: { podIP: undefined } })),
    ['sliceIsMissing', 'create : '],
  ],
  [
    'nor is one that has ended',
    told(web, [], podAt('a', { status: { phase: 'Failed' } })),
    ['sliceIsMissing', 'create : '],
  ],
  [
    'nor one whose Node is gone',
    told(web, [], podAt('a', { spec: { nodeName: 'gone' } })),
    ['sliceIsMissing', 'create : '],
  ],
  [
    'one that is not Ready, or is going, is listed so',
    told(web, [], going, unready),
    ['sliceIsMissing', 'create a- bb-: 8080'],
  ],
  [
    'unless the Service says that it does not matter',
    told(serviceOf({ publishNotReadyAddresses: true }), [], going, unready),
    ['sliceIsMissing', 'create a bb: 8080'],
  ],
  [
    'what is listed already is not written',
    told(web, [sliceOf('s1', web, [a, bb])], a, bb),
    ['endpointsMatch'],
  ],
  [
    'a new Pod is added',
    told(web, [sliceOf('s1', web, [a])], a, bb),
    ['endpointsDiffer', 'update s1 a bb: 8080'],
  ],
  [
    'a Pod that is gone is taken out',
    told(web, [sliceOf('s1', web, [a, bb])], bb),
    ['endpointsDiffer', 'update s1 bb: 8080'],
  ],
  [
    'a Pod that is not Ready any more stays',
    told(web, [sliceOf('s1', web, [a, bb])], a, unready),
    ['endpointsDiffer', 'update s1 a bb-: 8080'],
  ],
  [
    'the last Pod leaves the slice empty',
    told(web, [sliceOf('s1', web, [a])]),
    ['endpointsDiffer', 'update s1 : '],
  ],
  [
    'the empty slice is filled',
    told(web, [sliceOf('s1', web, [], true)], a),
    ['endpointsDiffer', 'update s1 a: 8080'],
  ],
  [
    'Pods with another number for the name have a slice of their own',
    told(web, [], a, podAt('bb', { spec: listening({ name: 'http', containerPort: 9090 }) })),
    ['sliceIsMissing', 'create a: 8080', 'create bb: 9090'],
  ],
  [
    'a Pod that does not have the name is listed without the port',
    told(web, [], podAt('a', { spec: listening() })),
    ['sliceIsMissing', 'create a: '],
  ],
  [
    'the name counts with its protocol',
    told(web, [], podAt('a', { spec: listening({ name: 'http', containerPort: 53, protocol: 'UDP' }) })),
    ['sliceIsMissing', 'create a: '],
  ],
  [
    'the name of a sidecar counts',
    told(
      web,
      [],
      podAt('a', {
        spec: {
          ...listening(),
          initContainers: [
            {
              name: 'p',
              image: 'p:v1',
              restartPolicy: 'Always',
              ports: [{ name: 'http', containerPort: 1 }],
            },
          ],
        },
      }),
    ),
    ['sliceIsMissing', 'create a: 1'],
  ],
  [
    'a changed port writes the slice anew',
    told(serviceOf({ ports: [{ port: 80, targetPort: 9090 }] }), [sliceOf('s1', web, [a])], a),
    ['endpointsDiffer', 'update s1 a: 9090'],
  ],
  [
    'a slice that is not needed any more goes',
    told(web, [sliceOf('s1', web, [a]), sliceOf('s2', web, [ccc])], a),
    ['endpointsDiffer', 'delete s2'],
  ],
  [
    'the labels of the Service are those of the slice',
    told(serviceOf({}, { labels: { team: 'x' } }), [sliceOf('s1', web, [a])], a),
    ['labelsDiffer', 'update s1 a: 8080'],
  ],
];

describe('the rules of EndpointSlices', () => {
  it.each(table)('%s', (_, got, wanted) => {
    expect(got).toEqual(wanted);
  });

  it('all stand in the table', () => {
    const named = new Set(table.map(([, , wanted]) => wanted[0]));
    expect(endpointsliceRules.map((rule) => rule.name).filter((name) => !named.has(name))).toEqual([]);
  });

  it('list ports in the order of their hashes, as Go has them', () => {
    const http = { name: 'http', port: 80, protocol: 'TCP' };
    const dns = { name: 'dns', port: 5353, protocol: 'UDP' };
    expect(inOrderOfHashes([http, dns])).toEqual([dns, http]);
    expect(inOrderOfHashes([dns, http])).toEqual([dns, http]);
    const hash =
      '(v1.EndpointPort){Name:(*string)http Protocol:(*v1.Protocol)TCP Port:(*int32)80 AppProtocol:(*string)<nil>}';
    expect(fnv128a(hash).toString(16)).toBe('b6c4d325122a5ba6f795b0bbffcebb6f');
  });

  it('list at most 100 endpoints in a slice', () => {
    const store = storeOf(web, nodeOf('node-1'), ...pods(250));
    const { writes } = endpointsliceController.sync('Service/default/web', contextOf(store));
    expect(
      writes.map((write) => (write as unknown as { object: EndpointSlice }).object.endpoints.length),
    ).toEqual([100, 100, 50]);
  });

  it('fill the slice that is written anyway, then one that can take the rest, and leave full ones alone', () => {
    const all = pods(140);
    const [full, rest] = [all.slice(0, 100), all.slice(100, 120)];
    const slices = [sliceOf('s1', web, full), sliceOf('s2', web, rest)];
    const store = storeOf(web, nodeOf('node-1'), ...slices, ...all);
    const { writes } = endpointsliceController.sync('Service/default/web', contextOf(store));
    const shown = writes.map((write) => {
      const { metadata, endpoints } = (write as unknown as { object: EndpointSlice }).object;
      return `${write.do} ${metadata.name} ${endpoints.length}`;
    });
    expect(shown).toEqual(['update s2 40']);
  });

  it('say the zone of the Node and the hostname of a StatefulSet', () => {
    const node = {
      ...nodeOf('node-1'),
      metadata: metaOf('node-1', { namespace: undefined, labels: { 'topology.kubernetes.io/zone': 'z' } }),
    };
    const pod = podAt('a', { spec: { hostname: 'web-0', subdomain: 'web' } });
    const store = storeOf(web, node, pod);
    const [write] = endpointsliceController.sync('Service/default/web', contextOf(store)).writes;
    expect((write as unknown as unknown as { object: EndpointSlice }).object.endpoints).toEqual([
      expect.objectContaining({ hostname: 'web-0', zone: 'z', nodeName: 'node-1' }),
    ]);
  });
});

const svc = (spec: object, name = 'svc'): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec,
});
const basic = { selector: { a: 'b' }, ports: [{ port: 80, targetPort: 8080 }] };
const specOf = (cluster: Cluster, name = 'svc'): ServiceSpec =>
  cluster.reading.find<Service>('Service', 'default', name)?.spec ?? {};
const refused = (spec: object): string | undefined => {
  const result = clusterOf([]).do({ verb: 'create', object: svc(spec) });
  return result.ok ? undefined : result.status.message.replace('Service "svc" is invalid: ', '');
};

describe('a Service', () => {
  it('gets defaults and an address of the cluster', () => {
    const cluster = clusterOf([]);
    must(cluster, apply(svc({ selector: { a: 'b' }, ports: [{ port: 80 }] })));
    expect(specOf(cluster)).toEqual({
      type: 'ClusterIP',
      selector: { a: 'b' },
      ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
      clusterIP: '10.96.0.1',
      clusterIPs: ['10.96.0.1'],
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ipFamilyPolicy: 'SingleStack',
      ipFamilies: ['IPv4'],
    });
  });

  it('of the type NodePort gets a port of every node, by chance, and keeps it', () => {
    const cluster = clusterOf([]);
    must(cluster, apply(svc({ ...basic, type: 'NodePort' })));
    const port = specOf(cluster).ports?.[0]?.nodePort ?? 0;
    expect(port).toBeGreaterThanOrEqual(30_086);
    expect(port).toBeLessThanOrEqual(32_767);
    must(cluster, {
      verb: 'patch',
      kind: 'Service',
      name: 'svc',
      type: 'merge',
      body: { spec: { ports: [{ port: 81 }] } },
    });
    expect(specOf(cluster).ports).toEqual([{ port: 81, targetPort: 81, protocol: 'TCP', nodePort: port }]);
    expect(specOf(cluster).externalTrafficPolicy).toBe('Cluster');
  });

  it('loses it with the type', () => {
    const cluster = clusterOf([]);
    must(cluster, apply(svc({ ...basic, type: 'NodePort' })));
    must(cluster, {
      verb: 'patch',
      kind: 'Service',
      name: 'svc',
      type: 'merge',
      body: { spec: { type: 'ClusterIP' } },
    });
    expect(specOf(cluster).ports).toEqual([{ port: 80, targetPort: 8080, protocol: 'TCP' }]);
    expect(specOf(cluster)).not.toHaveProperty('externalTrafficPolicy');
  });

  it('gets one when it becomes reachable from outside', () => {
    const cluster = clusterOf([]);
    must(cluster, apply(svc(basic)));
    must(cluster, {
      verb: 'patch',
      kind: 'Service',
      name: 'svc',
      type: 'merge',
      body: { spec: { type: 'LoadBalancer' } },
    });
    expect(specOf(cluster).ports?.[0]?.nodePort).toBeGreaterThanOrEqual(30_086);
    expect(cluster.reading.find('Service', 'default', 'svc')?.status).toEqual({ loadBalancer: {} });
  });

  it('remembers clients for three hours when it is told to remember them', () => {
    const cluster = clusterOf([]);
    must(cluster, apply(svc({ ...basic, sessionAffinity: 'ClientIP' })));
    expect(specOf(cluster).sessionAffinityConfig).toEqual({ clientIP: { timeoutSeconds: 10_800 } });
  });

  it('without a head and a selector may list addresses of both families', () => {
    const cluster = clusterOf([]);
    must(cluster, apply(svc({ clusterIP: 'None' })));
    expect(specOf(cluster)).toMatchObject({
      clusterIPs: ['None'],
      ipFamilyPolicy: 'RequireDualStack',
      ipFamilies: ['IPv4', 'IPv6'],
    });
  });

  it.each([
    ['without ports', { selector: { a: 'b' }, ports: [] }, 'spec.ports: Required value'],
    [
      'with several ports without names',
      { ...basic, ports: [{ port: 80 }, { port: 81 }] },
      '[spec.ports[0].name: Required value, spec.ports[1].name: Required value]',
    ],
    [
      'with a name twice',
      {
        ...basic,
        ports: [
          { name: 'a', port: 80 },
          { name: 'a', port: 81 },
        ],
      },
      'spec.ports[1].name: Duplicate value: "a"',
    ],
    [
      'with a port twice',
      {
        ...basic,
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ],
      },
      'spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}',
    ],
    [
      'with a port that is none',
      { ...basic, ports: [{ port: 70_000, targetPort: 1 }] },
      'spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive',
    ],
    [
      'with a long name for the port of its Pods',
      { ...basic, ports: [{ port: 80, targetPort: 'abcdefghijklmnop' }] },
      'spec.ports[0].targetPort: Invalid value: "abcdefghijklmnop": must be no more than 15 characters',
    ],
    [
      'with a protocol that is none',
      { ...basic, ports: [{ port: 80, protocol: 'ICMP' }] },
      'spec.ports[0].protocol: Unsupported value: "ICMP": supported values: "SCTP", "TCP", "UDP"',
    ],
    [
      'of a type that is none',
      { ...basic, type: 'Ingress' },
      'spec.type: Unsupported value: "Ingress": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
    ],
    [
      'with a port of the nodes, but not of that type',
      { ...basic, ports: [{ port: 80, nodePort: 30_080 }] },
      "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
    ],
    [
      'with a port of the nodes out of the range',
      { ...basic, type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] },
      'spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767',
    ],
    [
      'with an address of elsewhere',
      { ...basic, clusterIP: '10.0.0.1' },
      'spec.clusterIPs: Invalid value: ["10.0.0.1"]: failed to allocate IP 10.0.0.1: the provided network does not match the current range',
    ],
    [
      'without an address, but of a type that needs one',
      { ...basic, clusterIP: 'None', type: 'NodePort' },
      'spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for NodePort services',
    ],
    ['that is a name without a name', { type: 'ExternalName' }, 'spec.externalName: Required value'],
  ])('%s is refused', (_, spec, words) => {
    expect(refused(spec)).toBe(words);
  });

  it('may not take what another has, nor change its address', () => {
    const cluster = clusterOf([]);
    must(
      cluster,
      apply(
        svc(
          { ...basic, type: 'NodePort', clusterIP: '10.96.0.9', ports: [{ port: 80, nodePort: 30_001 }] },
          'one',
        ),
      ),
    );
    const words = (manifest: Manifest) => {
      const result = cluster.do(apply(manifest));
      return result.ok ? '' : result.status.message;
    };
    expect(words(svc({ ...basic, type: 'NodePort', ports: [{ port: 80, nodePort: 30_001 }] }))).toBe(
      'Service "svc" is invalid: spec.ports[0].nodePort: Invalid value: 30001: provided port is already allocated',
    );
    expect(words(svc({ ...basic, clusterIP: '10.96.0.9' }))).toBe(
      'Service "svc" is invalid: spec.clusterIPs: Invalid value: ["10.96.0.9"]: failed to allocate IP 10.96.0.9: provided IP is already allocated',
    );
    expect(words(svc({ ...basic, clusterIP: '10.96.0.8' }, 'one'))).toBe(
      'Service "one" is invalid: spec.clusterIPs[0]: Invalid value: ["10.96.0.8"]: may not change once set',
    );
  });
});
