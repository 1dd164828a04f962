import type { PacketHand, PacketPath } from '@/lib/lab/packet-path';
import * as hands from './hands';

/** Over the cluster's border, in both directions. */

/** As networks do that know the Pods themselves: their addresses go out as they are, and the way back is known. */
const sparedRange: PacketHand = {
  id: 'spared-range',
  label: {
    en: 'Spare 203.0.113.0/24, and tell the router where the Pods are',
    zh: '对 203.0.113.0/24 免去伪装，并让路由器知道 Pod 在哪里',
  },
  lines: [
    'node-1: iptables -t nat -I FLANNEL-POSTRTG -s 10.244.0.0/16 -d 203.0.113.0/24 -j RETURN',
    'router: ip route add 10.244.1.0/24 via 192.168.0.11 dev eth0',
  ],
};

const out: PacketPath = {
  id: 'out-to-the-internet',
  title: { en: 'Out to the internet', zh: '出集群：访问外网' },
  question: {
    en: 'Whose address does the server outside see?',
    zh: '外面的服务器看到的是谁的地址？',
  },
  caption: {
    en: 'Pod client on node-1 asks a server outside, 203.0.113.9, through the router.',
    zh: 'node-1 上的 Pod client 经路由器访问外面的服务器 203.0.113.9。',
  },
  cluster: 'base',
  ways: [
    {
      id: 'outside',
      label: { en: 'A server outside', zh: '外面的服务器' },
      from: 'client',
      line: 'app get http://203.0.113.9/',
    },
    {
      id: 'other-node',
      label: { en: 'Ping the address of node-2', zh: 'ping node-2 的地址' },
      from: 'client',
      line: 'ping -c1 192.168.0.12',
    },
    {
      id: 'other-pod',
      label: { en: 'Another Pod, which is not masqueraded', zh: '另一个 Pod：不做地址伪装' },
      from: 'client',
      line: 'app get http://10.244.2.2:8080/',
    },
  ],
  hands: [hands.noMasquerade, sparedRange, hands.forwardingOff, hands.cutNode1],
  claims: ['pod-to-internet-01', 'pod-to-internet-02', 'pod-to-internet-03', 'pod-to-internet-04'],
};

const inwards: PacketPath = {
  id: 'in-from-outside',
  title: { en: 'In from outside', zh: '进集群：从外面访问' },
  question: {
    en: 'Whose address does the Pod see, and can any node let you in?',
    zh: 'Pod 看到的是谁的地址？从哪个节点都进得去吗？',
  },
  caption: {
    en: 'A client outside, 203.0.113.9, wants an answer from Pod far on node-2.',
    zh: '集群外的客户端 203.0.113.9 想访问 node-2 上的 Pod far。',
  },
  cluster: 'proxied',
  ways: [
    {
      id: 'node-port',
      label: { en: 'NodePort at node-1, which does not run far', zh: 'node-1 的 NodePort，far 不在该节点' },
      from: 'outside',
      line: 'app get http://192.168.0.11:30080/',
    },
    {
      id: 'node-port-same-node',
      label: { en: 'NodePort at node-2, which runs far', zh: 'node-2 的 NodePort，far 就在该节点' },
      from: 'outside',
      line: 'app get http://192.168.0.12:30080/',
    },
    {
      id: 'local',
      label: { en: 'NodePort at node-2 with policy Local', zh: 'node-2 的 NodePort，策略为 Local' },
      from: 'outside',
      line: 'app get http://192.168.0.12:30081/',
    },
    {
      id: 'local-without-endpoint',
      label: { en: 'NodePort at node-1 with policy Local', zh: 'node-1 的 NodePort，策略为 Local' },
      from: 'outside',
      line: 'app get http://192.168.0.11:30081/',
    },
    {
      id: 'load-balancer',
      label: { en: 'The address of a load balancer', zh: '负载均衡器的地址' },
      from: 'outside',
      line: 'app get http://198.51.100.7/',
    },
    {
      id: 'ingress',
      label: { en: 'A host name that an Ingress serves', zh: '由 Ingress 提供服务的主机名' },
      from: 'outside',
      line: 'app get http://shop.example/',
    },
    {
      id: 'ingress-no-host',
      label: {
        en: 'The address of the Ingress proxy, without its host name',
        zh: 'Ingress 代理的地址，不带主机名',
      },
      from: 'outside',
      line: 'app get http://198.51.100.8/',
    },
    {
      id: 'gateway',
      label: { en: 'A host name that a Gateway serves', zh: '由 Gateway 提供服务的主机名' },
      from: 'outside',
      line: 'app get http://blog.example/',
    },
    {
      id: 'cluster-ip',
      label: { en: 'The ClusterIP', zh: 'ClusterIP' },
      from: 'outside',
      line: 'app get http://10.96.0.21/',
    },
    {
      id: 'pod-address',
      label: { en: 'The Pod’s own address', zh: 'Pod 自己的地址' },
      from: 'outside',
      line: 'app get http://10.244.2.2:8080/',
    },
  ],
  hands: [
    hands.localPolicy,
    { ...hands.farNotReady, cluster: 'proxied-not-ready' },
    hands.routeToServices,
    hands.blockTunnel,
    hands.cutNode2,
  ],
  claims: ['internet-to-pod-01'],
};

export const outsidePaths: readonly PacketPath[] = [out, inwards];
