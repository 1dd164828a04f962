import type { DroppedKind, NetworkHand } from '@/lib/lab/network-hands';
import type { NetworkTarget, SentAs } from '@/lib/lab/network-targets';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';

export interface NetworkWords {
  readonly label: string;
  readonly caption: string;
  readonly close: string;
  /** Nothing can be sent without a node. */
  readonly empty: string;
  readonly as: string;
  readonly to: string;
  readonly ownLine: string;
  readonly gone: string;
  readonly ways: Readonly<Record<SentAs, string>>;
  readonly groups: Readonly<Record<NetworkTarget['group'], string>>;
  readonly break: Readonly<
    Record<'label' | 'done' | 'what' | 'node' | 'packets' | 'port' | 'device' | 'bytes', string>
  >;
  readonly kinds: Readonly<Record<NetworkHand['kind'], string>>;
  /** What a hand does to what; `{node}` and what else it is about are filled in. */
  readonly hands: Readonly<Record<NetworkHand['kind'], string>>;
  readonly packets: Readonly<Record<DroppedKind, string>>;
}

const packets = { vxlan: 'UDP 8472', icmp: 'ICMP', tcp: 'TCP' };

export const networkWords: Readonly<Record<Locale, NetworkWords>> = {
  en: {
    label: 'Network',
    caption:
      'The cluster’s network at this moment. When its objects change, the line is sent again; hosts keep their connections.',
    close: 'Back to the scene',
    empty: 'No node is here yet. Add one, and packets have a place to start from.',
    as: 'As',
    to: 'To',
    ownLine: 'your own line',
    gone: '{name}, gone',
    ways: { get: 'a connection', ping: 'a ping', longPing: 'a ping of 1,400 bytes' },
    groups: { services: 'Services', pods: 'Pods', nodes: 'Nodes', outside: 'Outside' },
    break: {
      label: 'What you can do to the network',
      done: 'Done to the network; press to take back',
      what: 'Break',
      node: 'On',
      packets: 'Packets',
      port: 'TCP port',
      device: 'Device',
      bytes: 'MTU',
    },
    kinds: {
      cut: 'the wire',
      drop: 'a kind of packet',
      block: 'a port',
      mtu: 'an MTU',
      forwarding: 'forwarding',
    },
    hands: {
      cut: 'Cut {node} off the wire',
      drop: 'Drop {packets} on {node}',
      block: 'Block port {port} on {node}',
      mtu: 'Lower the MTU of {device} on {node} to {bytes}',
      forwarding: 'Turn forwarding off on {node}',
    },
    packets,
  },
  zh: {
    label: '网络',
    caption: '集群此刻的网络。对象一变，同一行就再发一次；各主机记住的连接都还在。',
    close: '回到场景',
    empty: '这里还没有节点。加一个节点，数据包才有出发的地方。',
    as: '方式',
    to: '发给',
    ownLine: '自己写的一行',
    gone: '{name}（已不在）',
    ways: { get: '建立连接', ping: 'ping', longPing: '1400 字节的 ping' },
    groups: { services: 'Service', pods: 'Pod', nodes: '节点', outside: '集群外' },
    break: {
      label: '可以对网络做的事',
      done: '已经对网络做的事，再按一次撤回',
      what: '弄坏',
      node: '位置',
      packets: '数据包',
      port: 'TCP 端口',
      device: '设备',
      bytes: 'MTU',
    },
    kinds: { cut: '网线', drop: '某一种包', block: '某个端口', mtu: 'MTU', forwarding: '转发' },
    hands: {
      cut: '断开 {node} 的网线',
      drop: '在 {node} 上丢弃 {packets}',
      block: '在 {node} 上封锁端口 {port}',
      mtu: '把 {node} 上 {device} 的 MTU 降到 {bytes}',
      forwarding: '关闭 {node} 的转发',
    },
    packets,
  },
};

/** "Drop UDP 8472 on node-2". */
export function handText(words: NetworkWords, hand: NetworkHand): string {
  const packets = hand.kind === 'drop' ? words.packets[hand.packets] : '';
  return fill(words.hands[hand.kind], { ...hand, packets });
}
