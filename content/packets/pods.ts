import type { PacketPath } from '@/lib/lab/packet-path';
import * as hands from './hands';

/** From Pod to Pod: inside one, on one node, across nodes. */

const samePod: PacketPath = {
  id: 'same-pod',
  title: { en: 'Inside one Pod', zh: '在一个 Pod 里' },
  question: {
    en: 'Which devices does a packet pass from one container to the other?',
    zh: '从一个容器到另一个容器，数据包要经过哪些设备？',
  },
  caption: {
    en: 'Pod client on node-1 has two containers. One serves on port 8080, the other asks.',
    zh: 'node-1 上的 Pod client 有两个容器：一个在 8080 端口提供服务，另一个去访问它。',
  },
  cluster: 'base',
  ways: [
    {
      id: 'localhost',
      label: { en: 'Port 8080 of localhost', zh: 'localhost 的 8080 端口' },
      from: 'client',
      line: 'app get http://127.0.0.1:8080/',
    },
    {
      id: 'own-address',
      label: { en: 'The Pod’s own address', zh: 'Pod 自己的地址' },
      from: 'client',
      line: 'app get http://10.244.1.2:8080/',
    },
    {
      id: 'closed-port',
      label: { en: 'A port where nothing listens', zh: '没有程序监听的端口' },
      from: 'client',
      line: 'app get http://127.0.0.1:9090/',
    },
    {
      id: 'other-pod',
      label: { en: 'Port 8080 of another Pod', zh: '另一个 Pod 的 8080 端口' },
      from: 'client',
      line: 'app get http://10.244.1.3:8080/',
    },
  ],
  hands: [hands.unplugClient],
  claims: ['same-pod-01', 'same-pod-02'],
};

const sameNode: PacketPath = {
  id: 'same-node',
  title: { en: 'On one node', zh: '在一个节点上' },
  question: {
    en: 'Does a packet to a Pod on the same node pass through Flannel?',
    zh: '发给同一节点上另一个 Pod 的数据包，会经过 Flannel 吗？',
  },
  caption: {
    en: 'Pods client and near are on node-1, each with a veth pair to the bridge cni0.',
    zh: 'Pod client 和 near 都在 node-1 上，各有一对 veth 连到网桥 cni0。',
  },
  cluster: 'base',
  ways: [
    {
      id: 'near',
      label: { en: 'Pod near by its address', zh: '按地址访问 Pod near' },
      from: 'client',
      line: 'app get http://10.244.1.3:8080/',
    },
    {
      id: 'ping',
      label: { en: 'Ping Pod near', zh: 'ping Pod near' },
      from: 'client',
      line: 'ping -c1 10.244.1.3',
    },
    {
      id: 'from-node',
      label: { en: 'Pod near, asked by node-1 itself', zh: '由 node-1 自己访问 Pod near' },
      from: 'node-1',
      line: 'app get http://10.244.1.3:8080/',
    },
  ],
  hands: [hands.unplugNear, hands.dropForwarded, hands.hideBridged],
  claims: ['same-node-01', 'same-node-02'],
};

const acrossNodes: PacketPath = {
  id: 'across-nodes',
  title: { en: 'From node to node', zh: '从节点到节点' },
  question: {
    en: 'The wire knows only nodes. How does a packet for a Pod find the right one?',
    zh: '网线上只认识节点。发给 Pod 的数据包怎么找到正确的节点？',
  },
  caption: {
    en: 'Pod client on node-1 asks Pod far on node-2 by its address. No address is translated.',
    zh: 'node-1 上的 Pod client 按地址访问 node-2 上的 Pod far，途中不做地址转换。',
  },
  cluster: 'base',
  ways: [
    {
      id: 'far',
      label: { en: 'Pod far by its address', zh: '按地址访问 Pod far' },
      from: 'client',
      line: 'app get http://10.244.2.2:8080/',
    },
    {
      id: 'ping',
      label: { en: 'Ping Pod far', zh: 'ping Pod far' },
      from: 'client',
      line: 'ping -c1 10.244.2.2',
    },
    {
      id: 'fits',
      label: { en: 'Ping with a packet of 1,450 bytes', zh: '用 1450 字节的包 ping' },
      from: 'client',
      line: 'ping -c1 -W2 -M do -s 1422 10.244.2.2',
    },
    {
      id: 'too-long',
      label: { en: 'Ping with a packet of 1,451 bytes', zh: '用 1451 字节的包 ping' },
      from: 'client',
      line: 'ping -c1 -W2 -M do -s 1423 10.244.2.2',
    },
    {
      id: 'three',
      label: { en: 'Pod three on node-3', zh: 'node-3 上的 Pod three' },
      from: 'client',
      line: 'app get http://10.244.3.2:8080/',
    },
    {
      id: 'from-node',
      label: { en: 'Pod far, asked by node-1 itself', zh: '由 node-1 自己访问 Pod far' },
      from: 'node-1',
      line: 'app get http://10.244.2.2:8080/',
    },
  ],
  hands: [
    hands.blockTunnel,
    hands.podMtu,
    hands.cutNode2,
    hands.forwardingOff,
    hands.flanneldForgets,
    hands.node3Leaves,
    hands.node4Joins,
  ],
  claims: [
    ...['cross-node-02', 'cross-node-03', 'cross-node-04', 'cross-node-05', 'cross-node-06'],
    ...['flannel-01', 'flannel-02', 'flannel-03', 'flannel-05'],
  ],
};

const twoWires: PacketPath = {
  id: 'two-wires',
  title: { en: 'From wire to wire', zh: '从一段网线到另一段' },
  question: {
    en: 'Which nodes can do without a tunnel?',
    zh: '哪些节点之间可以不用隧道？',
  },
  caption: {
    en: 'node-1 and node-2 are on one wire. node-3 is on another one, behind the router.',
    zh: 'node-1 和 node-2 在同一段网线上；node-3 在另一段，中间隔着路由器。',
  },
  cluster: 'two-wires',
  ways: [
    {
      id: 'far',
      label: { en: 'Pod far on node-2', zh: 'node-2 上的 Pod far' },
      from: 'client',
      line: 'app get http://10.244.2.2:8080/',
    },
    {
      id: 'three',
      label: { en: 'Pod three on node-3', zh: 'node-3 上的 Pod three' },
      from: 'client',
      line: 'app get http://10.244.3.2:8080/',
    },
    {
      id: 'back',
      label: { en: 'Pod client, asked by Pod three', zh: 'Pod three 访问 Pod client' },
      from: 'three',
      line: 'app get http://10.244.1.2:8080/',
    },
  ],
  hands: [hands.routerRoutes],
  claims: ['cross-node-01', 'flannel-04', 'network-model-02'],
};

const overlap: PacketPath = {
  id: 'overlapping-ranges',
  title: { en: 'Ranges that overlap', zh: '重叠的地址段' },
  question: {
    en: '192.168.1.0/24 is in two places. To which of them does the packet go?',
    zh: '192.168.1.0/24 同时在两个地方。数据包会去哪一个？',
  },
  caption: {
    en: 'node-3 is on a second wire, 192.168.1.0/24. The Pods of node-2 were given the same range.',
    zh: 'node-3 在第二段网线 192.168.1.0/24 上；node-2 的 Pod 用的也是这一段地址。',
  },
  cluster: 'overlapping',
  ways: [
    {
      id: 'node-3',
      label: { en: 'Ping the address of node-3', zh: 'ping node-3 的地址' },
      from: 'client',
      line: 'ping -c1 192.168.1.13',
    },
    {
      id: 'from-node',
      label: { en: 'Ping node-3 from node-1 itself', zh: '由 node-1 自己 ping node-3' },
      from: 'node-1',
      line: 'ping -c1 192.168.1.13',
    },
    {
      id: 'far',
      label: { en: 'Pod far on node-2', zh: 'node-2 上的 Pod far' },
      from: 'client',
      line: 'app get http://192.168.1.2:8080/',
    },
    {
      id: 'three',
      label: { en: 'Pod three on node-3', zh: 'node-3 上的 Pod three' },
      from: 'client',
      line: 'app get http://192.168.3.2:8080/',
    },
  ],
  hands: [hands.otherPodRange],
  claims: [],
};

export const podPaths: readonly PacketPath[] = [samePod, sameNode, overlap, acrossNodes, twoWires];
