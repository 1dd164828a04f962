import type { PacketPath, PacketWay } from '@/lib/lab/packet-path';
import * as hands from './hands';

/** From a Pod to a Service: names, rules, endpoints. */

const ways: readonly PacketWay[] = [
  {
    id: 'far',
    label: { en: 'Service far, one endpoint on node-2', zh: 'Service far，唯一的端点在 node-2' },
    from: 'client',
    line: 'app get http://far/',
  },
  {
    id: 'near',
    label: { en: 'Service near, its endpoint on the same node', zh: 'Service near，端点在同一节点' },
    from: 'client',
    line: 'app get http://near/',
  },
  {
    id: 'three',
    label: { en: 'Service three, one endpoint of three', zh: 'Service three，三个端点选一个' },
    from: 'client',
    line: 'app get http://three/',
  },
  {
    id: 'sticky',
    label: { en: 'Service sticky, always the same endpoint', zh: 'Service sticky，始终是同一个端点' },
    from: 'client',
    line: 'app get http://sticky/',
  },
  {
    id: 'hairpin',
    label: { en: 'Pod loop asks itself through Service loop', zh: 'Pod loop 经 Service loop 访问自己' },
    from: 'loop',
    line: 'app get http://loop/',
  },
  {
    id: 'headless',
    label: { en: 'Service headless, port 8080', zh: '无头服务 headless，8080 端口' },
    from: 'client',
    line: 'app get http://headless:8080/',
  },
  {
    id: 'headless-80',
    label: { en: 'Service headless, port 80', zh: '无头服务 headless，80 端口' },
    from: 'client',
    line: 'app get http://headless/',
  },
  {
    id: 'empty',
    label: { en: 'Service empty, no endpoints', zh: 'Service empty，没有端点' },
    from: 'client',
    line: 'app get http://empty/',
  },
  {
    id: 'wrong-port',
    label: { en: 'A port that the Service does not have', zh: 'Service 没有的端口' },
    from: 'client',
    line: 'app get http://near:81/',
  },
  {
    id: 'ping',
    label: { en: 'Ping the ClusterIP', zh: 'ping ClusterIP' },
    from: 'client',
    line: 'ping -c1 -W2 10.96.0.21',
  },
  {
    id: 'no-such-name',
    label: { en: 'A name that nobody has', zh: '不存在的名字' },
    from: 'client',
    line: 'app get http://fra/',
  },
  {
    id: 'from-node',
    label: { en: 'Service far, asked by node-1 itself', zh: '由 node-1 自己访问 Service far' },
    from: 'node-1',
    line: 'app get http://10.96.0.21/',
  },
];

const podToService: PacketPath = {
  id: 'pod-to-service',
  title: { en: 'From a Pod to a Service', zh: '从 Pod 到 Service' },
  question: {
    en: 'No device has the address of a Service. Who answers?',
    zh: 'Service 的地址不属于任何设备，那是谁在应答？',
  },
  caption: {
    en: 'Pod client on node-1 asks a Service by name. kube-proxy wrote the rules on each node.',
    zh: 'node-1 上的 Pod client 按名字访问 Service；各节点上的规则由 kube-proxy 写入。',
  },
  cluster: 'base',
  ways,
  hands: [
    hands.farNotReady,
    hands.farReplaced,
    hands.proxyStopped,
    hands.blockTunnel,
    hands.forwardingOff,
    hands.hideBridged,
    hands.cutNode2,
  ],
  claims: ['pod-to-service-01', 'pod-to-service-02', 'pod-to-service-03'],
};

export const servicePaths: readonly PacketPath[] = [podToService];
