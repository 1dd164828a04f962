import { type NetworkWords, packets } from './network-words';

export const zh: NetworkWords = {
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
};
