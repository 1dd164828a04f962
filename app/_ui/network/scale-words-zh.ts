import type { ScaleWords } from './scale-words';

export const zh: ScaleWords = {
  figure: '图 {number}',
  caption: '一个节点，每个 TCP Service 一个端口；一个 Pod 向规则排在最后的那个 Service 发出 SYN。',
  services: 'Service',
  endpoints: '每个 Service 的端点',
  packet: '数据包',
  packets: { first: '第一个', later: '后续' },
  sentence: {
    one: '到这唯一的 Service，iptables 要检查 {iptables} 条规则，nftables 检查 {nftables} 条。',
    many: '到 {services} 个 Service 中的最后一个，iptables 要检查 {iptables} 条规则，nftables 检查 {nftables} 条。',
    later: '同一连接的后续数据包一条 nat 规则也不检查。',
  },
  because: {
    first:
      'iptables 模式下，每个 Service 在 `KUBE-SERVICES` 里有自己的一条规则，内核从上往下逐条读。nftables 模式下，一条规则在一个映射里查地址；IPVS 用的是哈希表。',
    later:
      'nat 表只看连接的第一个数据包。它们的决定记在 conntrack 里，其余的数据包由内核照此转换。IPVS 用自己的连接表来记。',
  },
  columns: {
    rules: '节点上有',
    asked: '检查的规则',
    lookups: '查表',
  },
  rules: {
    iptables: '条 nat 规则',
    nftables: '条规则与映射元素',
    ipvs: '个虚拟服务器与真实服务器',
  },
  range: '{fewest} 到 {most}，看抽中的是哪个端点',
  later: {
    iptables: 'conntrack 知道该去哪里',
    nftables: 'conntrack 知道该去哪里',
    ipvs: '它的连接表知道该去哪里',
  },
  status: {
    iptables: 'v1.37 在 Linux 上的默认模式',
    nftables: '从 v1.40 起将是 Linux 上的默认模式',
    ipvs: '自 v1.35 起弃用，v1.40 起默认关闭，v1.43 移除',
  },
  lines: '{mode} 的原文',
  leftOut: '…… 还有 {count} 行 ……',
  legend: '一道短线是检查的一条规则，一个方框是在映射、集合或哈希表里查一次。',
  order: '哪个 Service 排在最后，与名字和创建先后都无关：kube-proxy 按一个映射的顺序写，而那个顺序是随机的。',
  counted:
    '只数 prerouting，Service 的地址就是在那里换成端点的地址；各个模式还要加上 filter 的链。IPVS 只计数，不逐步走：没有录制可与它对照。',
};
