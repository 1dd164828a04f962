import type { PacketHand } from '@/lib/lab/packet-path';

/** What can be broken or changed on the way of a packet; paths pick from these. */

const far = '10.244.2.2';

export const blockTunnel: PacketHand = {
  id: 'block-8472',
  label: { en: 'Block UDP 8472', zh: '封锁 UDP 8472' },
  lines: ['node-2: iptables -I INPUT -p udp --dport 8472 -j DROP'],
};

/** As if the bridge plugin had been told 1500: both ends of each cable, and the bridges; the tunnel keeps 1450. */
export const podMtu: PacketHand = {
  id: 'pod-mtu-1500',
  label: { en: 'Pod MTU 1500', zh: 'Pod MTU 改为 1500' },
  lines: [
    'client: ip link set eth0 mtu 1500',
    'node-1: ip link set veth-client mtu 1500',
    'node-1: ip link set cni0 mtu 1500',
    'far: ip link set eth0 mtu 1500',
    'node-2: ip link set veth-far mtu 1500',
    'node-2: ip link set cni0 mtu 1500',
  ],
  send: { from: 'client', line: `ping -c1 -W2 -M do -s 1472 ${far}` },
};

export const cutNode2: PacketHand = {
  id: 'cut-wire',
  label: { en: 'Take eth0 of node-2 down', zh: '关掉 node-2 的 eth0' },
  lines: ['node-2: ip link set eth0 down'],
};

export const cutNode1: PacketHand = {
  id: 'cut-wire',
  label: { en: 'Take eth0 of node-1 down', zh: '关掉 node-1 的 eth0' },
  lines: ['node-1: ip link set eth0 down'],
};

export const forwardingOff: PacketHand = {
  id: 'forwarding-off',
  label: { en: 'Turn forwarding off on node-1', zh: '关闭 node-1 的转发' },
  lines: ['node-1: sysctl net.ipv4.ip_forward=0'],
};

export const noMasquerade: PacketHand = {
  id: 'no-masquerade',
  label: { en: 'Remove the masquerade rule', zh: '删除 MASQUERADE 规则' },
  lines: [
    'node-1: iptables -t nat -D FLANNEL-POSTRTG -s 10.244.0.0/16 ! -d 224.0.0.0/4 -m comment --comment "flanneld masq" -j MASQUERADE --random-fully',
  ],
};

export const flanneldForgets: PacketHand = {
  id: 'flanneld-forgets',
  label: { en: 'Make flanneld forget node-2', zh: '让 flanneld 忘掉 node-2' },
  lines: [
    'node-1: ip route del 10.244.2.0/24',
    'node-1: ip neigh del 10.244.2.0 dev flannel.1',
    'node-1: bridge fdb del mac(node-2/flannel.1) dev flannel.1 dst 192.168.0.12 self permanent',
  ],
};

/** As a network does that knows the Pods' subnets itself: those of many clouds. */
export const routerRoutes: PacketHand = {
  id: 'router-routes',
  label: { en: 'Leave the way to node-3 to the router', zh: '通往 node-3 的路交给路由器' },
  lines: [
    'router: ip route add 10.244.1.0/24 via 192.168.0.11 dev eth0',
    'router: ip route add 10.244.3.0/24 via 192.168.1.13 dev eth2',
    'node-1: ip route del 10.244.3.0/24',
    'node-3: ip route del 10.244.1.0/24',
  ],
};

export const otherPodRange: PacketHand = {
  id: 'other-pod-range',
  label: { en: 'Give Pods 10.244.0.0/16 instead', zh: 'Pod 改用 10.244.0.0/16' },
  cluster: 'two-wires',
  send: { from: 'client', line: 'ping -c1 192.168.1.13' },
};

export const node3Leaves: PacketHand = {
  id: 'node-3-leaves',
  label: { en: 'Remove node-3', zh: '移除 node-3' },
  cluster: 'node-3-left',
  send: { from: 'client', line: 'app get http://10.244.3.2:8080/' },
};

export const node4Joins: PacketHand = {
  id: 'node-4-joins',
  label: { en: 'Add node-4 with a Pod', zh: '加入 node-4 和一个 Pod' },
  cluster: 'node-4-joined',
  send: { from: 'client', line: 'app get http://10.244.4.2:8080/' },
};

export const farNotReady: PacketHand = {
  id: 'far-not-ready',
  label: { en: 'Fail the readiness of far', zh: '让 far 变为未就绪' },
  cluster: 'far-not-ready',
};

export const farReplaced: PacketHand = {
  id: 'far-replaced',
  label: { en: 'Replace Pod far', zh: '换掉 Pod far' },
  cluster: 'far-replaced',
};

export const proxyStopped: PacketHand = {
  id: 'proxy-stopped',
  label: { en: 'Stop kube-proxy, then replace Pod far', zh: '停掉 kube-proxy，再换掉 Pod far' },
  cluster: 'far-replaced-unlearned',
};

export const localPolicy: PacketHand = {
  id: 'local-policy',
  label: { en: 'Set externalTrafficPolicy: Local', zh: '改为 externalTrafficPolicy: Local' },
  cluster: 'proxied-local',
};

export const hideBridged: PacketHand = {
  id: 'hide-bridged',
  label: { en: 'Hide bridged frames from iptables', zh: '不让 iptables 看到网桥上的帧' },
  lines: ['node-1: sysctl net.bridge.bridge-nf-call-iptables=0'],
};

export const dropForwarded: PacketHand = {
  id: 'drop-forwarded',
  label: { en: 'Drop packets of client in FORWARD', zh: '在 FORWARD 链丢弃 client 的包' },
  lines: ['node-1: iptables -I FORWARD -s 10.244.1.2 -j DROP'],
};

export const unplugNear: PacketHand = {
  id: 'unplug-near',
  label: { en: 'Unplug Pod near from the bridge', zh: '把 Pod near 从网桥上拔掉' },
  lines: ['node-1: ip link set veth-near down'],
};

/** Its containers still reach each other. */
export const unplugClient: PacketHand = {
  id: 'unplug-client',
  label: { en: 'Unplug Pod client from the bridge', zh: '把 Pod client 从网桥上拔掉' },
  lines: ['node-1: ip link set veth-client down'],
};

export const routeToServices: PacketHand = {
  id: 'route-to-services',
  label: { en: 'Give the router a route to Services', zh: '给路由器加上通往 Service 的路由' },
  lines: ['router: ip route add 10.96.0.0/16 via 192.168.0.11'],
  send: { from: 'outside', line: 'app get http://10.96.0.21/' },
};
