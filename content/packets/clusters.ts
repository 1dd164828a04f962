import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { PacketCluster } from '@/lib/lab/packet-path';

/** The clusters of all paths: one of three nodes at rest, and what becomes of it. Names and addresses are the recordings'. */

const probe = { httpGet: { path: '/', port: 8080 }, periodSeconds: 1, failureThreshold: 1 };
const server = (port: number) => ({ name: 'web', image: 'app:v1', command: ['/app', 'serve', String(port)] });

interface PodParts {
  readonly port?: number;
  readonly more?: readonly object[];
}

const pod = (
  name: string,
  node: string,
  app: string,
  { port = 8080, more = [] }: PodParts = {},
): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app } },
    spec: {
      nodeName: node,
      containers: [{ ...server(port), ...(app === 'far' && { readinessProbe: probe }) }, ...more],
    },
  },
});

const service = (name: string, app: string, clusterIP: string, spec: object = {}): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { clusterIP, selector: { app }, ports: [{ port: 80, targetPort: 8080 }], ...spec },
  },
});

const nodePort = (port: number) => ({ ports: [{ port: 80, targetPort: 8080, nodePort: port }] });

/** What a controller for load balancers writes. */
const balanced = (name: string, ip: string): Command => ({
  verb: 'patch',
  kind: 'Service',
  name,
  type: 'merge',
  subresource: 'status',
  body: { status: { loadBalancer: { ingress: [{ ip }] } } },
});

/** One after the other, a second apart: so each Pod's address is the next of its node. */
const inTurn = (commands: readonly Command[]): TimedCommand[] =>
  commands.map((command, i) => ({ atMs: i * 1000, command }));

const node = (n: number) => ({
  name: `node-${n}`,
  address: `192.168.0.${10 + n}`,
  podCIDR: `10.244.${n}.0/24`,
});

/** Another container in client: it shares the network with the first, and nothing else. */
const second = { name: 'second', image: 'app:v1', command: ['/app', 'pause'] };

const base: PacketCluster = {
  id: 'base',
  nodes: [1, 2, 3].map(node),
  commands: inTurn([
    pod('client', 'node-1', 'client', { more: [second] }),
    pod('near', 'node-1', 'near'),
    pod('one', 'node-1', 'three'),
    pod('loop', 'node-1', 'loop'),
    pod('far', 'node-2', 'far'),
    pod('two', 'node-2', 'three'),
    pod('three', 'node-3', 'three'),
    service('near', 'near', '10.96.0.20'),
    service('far', 'far', '10.96.0.21'),
    service('three', 'three', '10.96.0.22'),
    service('loop', 'loop', '10.96.0.23'),
    service('empty', 'nobody', '10.96.0.24'),
    service('door', 'far', '10.96.0.25', { type: 'NodePort', ...nodePort(30_080) }),
    service('door-local', 'far', '10.96.0.26', {
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      ...nodePort(30_081),
    }),
    service('sticky', 'three', '10.96.0.27', {
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
    }),
    service('lb', 'far', '10.96.0.29', { type: 'LoadBalancer', ...nodePort(30_082) }),
    service('headless', 'three', 'None'),
    balanced('lb', '198.51.100.7'),
  ]),
};

/** The same three nodes, of which the third is behind the router, on a wire of its own. */
const twoWires: PacketCluster = {
  id: 'two-wires',
  nodes: [node(1), node(2), { ...node(3), address: '192.168.1.13' }],
  commands: inTurn([
    pod('client', 'node-1', 'client'),
    pod('far', 'node-2', 'far'),
    pod('three', 'node-3', 'three'),
  ]),
};

/** Again two wires, and Pods of node-2 with addresses of the second one: 192.168.0.0/16 was chosen for all Pods. */
const overlapping: PacketCluster = {
  id: 'overlapping',
  podNetwork: '192.168.0.0/16',
  nodes: [
    { ...node(1), podCIDR: '192.168.2.0/24' },
    { ...node(2), podCIDR: '192.168.1.0/24' },
    { ...node(3), address: '192.168.1.13', podCIDR: '192.168.3.0/24' },
  ],
  commands: twoWires.commands,
};

const after = (id: string, on: string, ...commands: readonly Command[]): PacketCluster => ({
  id,
  on,
  nodes: [],
  commands: inTurn(commands),
});

/** A Service before a proxy, of which it takes the port 80. */
const edge = (app: string, clusterIP: string, port: number) =>
  service(app, app, clusterIP, {
    type: 'LoadBalancer',
    ports: [{ port: 80, targetPort: 80, nodePort: port }],
  });

const backend = (name: string) => ({ service: { name, port: { number: 80 } } });

const proxied: PacketCluster = {
  ...after(
    'proxied',
    'base',
    pod('ingress', 'node-1', 'ingress', { port: 80 }),
    pod('gateway', 'node-1', 'gateway', { port: 80 }),
    edge('ingress', '10.96.0.30', 30_083),
    edge('gateway', '10.96.0.31', 30_084),
    balanced('ingress', '198.51.100.8'),
    balanced('gateway', '198.51.100.9'),
  ),
  publicNames: { 'shop.example': '198.51.100.8', 'blog.example': '198.51.100.9' },
  proxies: [
    {
      pod: 'ingress',
      ingresses: [
        {
          metadata: { name: 'shop' },
          spec: {
            rules: [
              {
                host: 'shop.example',
                http: {
                  paths: [
                    { path: '/', pathType: 'Prefix', backend: backend('far') },
                    { path: '/near', pathType: 'Prefix', backend: backend('near') },
                  ],
                },
              },
            ],
          },
        },
      ],
    },
    {
      pod: 'gateway',
      gateways: [
        {
          metadata: { name: 'edge' },
          spec: { gatewayClassName: 'edge', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
        },
      ],
      httpRoutes: [
        {
          metadata: { name: 'blog' },
          spec: {
            parentRefs: [{ name: 'edge' }],
            hostnames: ['blog.example'],
            rules: [{ backendRefs: [{ name: 'far', port: 80 }] }],
          },
        },
      ],
    },
  ],
};

const isLocal = (name: string): Command => ({
  verb: 'patch',
  kind: 'Service',
  name,
  type: 'merge',
  body: { spec: { externalTrafficPolicy: 'Local' } },
});
/** Another Pod in its place: what a Deployment does when an image changes. */
const farReplaced = [
  { verb: 'delete', kind: 'Pod', name: 'far' },
  pod('far-2', 'node-2', 'far'),
] as const satisfies readonly Command[];
const farNotReady: Command = { verb: 'failReadiness', pod: 'far' };

export const clusters: readonly PacketCluster[] = [
  base,
  twoWires,
  overlapping,
  after('far-not-ready', 'base', farNotReady),
  after('far-replaced', 'base', ...farReplaced),
  { ...after('far-replaced-unlearned', 'base', ...farReplaced), isProxyStopped: true },
  after('node-3-left', 'base', { verb: 'delete', kind: 'Node', name: 'node-3' }),
  after('node-4-joined', 'base', { verb: 'addNode', node: node(4) }, pod('late', 'node-4', 'late')),
  proxied,
  after('proxied-not-ready', 'proxied', farNotReady),
  after('proxied-local', 'proxied', ...['door', 'lb', 'ingress', 'gateway'].map(isLocal)),
];
