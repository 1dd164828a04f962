import { type Network, networkOf } from '@/lib/network/network';
import type { ServicePort, World, WorldEndpoint } from '@/lib/network/world';

/** A small world for tests: three nodes, five Pods, one Service to bend. */
export const endpoint = (ip: string, node: string, more: Partial<WorldEndpoint> = {}): WorldEndpoint => ({
  ip,
  port: 8080,
  node,
  ready: true,
  serving: true,
  terminating: false,
  ...more,
});

export const leaving = { ready: false, serving: true, terminating: true };

export const servicePort = (more: Partial<ServicePort> = {}): ServicePort => ({
  namespace: 'default',
  service: 'web',
  portName: '',
  protocol: 'tcp',
  clusterIP: '10.96.0.50',
  port: 80,
  nodePort: 0,
  externalIPs: [],
  loadBalancerIPs: [],
  sourceRanges: [],
  isExternalLocal: false,
  isInternalLocal: false,
  healthCheckNodePort: 0,
  endpoints: [endpoint('10.244.2.2', 'node-2')],
  ...more,
});

const node = (n: number) => ({
  name: `node-${n}`,
  address: `192.168.0.${10 + n}`,
  podCIDR: `10.244.${n}.0/24`,
  gateway: '192.168.0.1',
});

const pod = (name: string, ip: string, on: string) => ({ name, ip, node: on, listens: [8080] });

export const worldWith = (more: Partial<World> = {}): World => ({
  backend: 'vxlan',
  isDirectRouting: false,
  mode: 'iptables',
  podNetwork: '10.244.0.0/16',
  serviceNetwork: '10.96.0.0/16',
  nodes: [node(1), node(2), node(3)],
  pods: [
    pod('a', '10.244.1.2', 'node-1'),
    pod('b', '10.244.1.3', 'node-1'),
    pod('c', '10.244.2.2', 'node-2'),
    pod('d', '10.244.2.3', 'node-2'),
    pod('e', '10.244.3.2', 'node-3'),
  ],
  servicePorts: [servicePort()],
  router: {
    addresses: ['eth0 192.168.0.1/24', 'eth1 203.0.113.1/24'],
    routes: ['192.168.0.0/24 dev eth0', '203.0.113.0/24 dev eth1', '198.51.100.7 via 192.168.0.11 dev eth0'],
  },
  outside: '203.0.113.9',
  ...more,
});

export const networkWith = (more: Partial<World> = {}, seed = 1): Network => networkOf(worldWith(more), seed);
