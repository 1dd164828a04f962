import type { World } from '@/lib/network/world';
import type { Locale } from '@/lib/text';

type Mode = World['mode'];

/** Each word of the figure of many Services, in one language; `{name}` is filled in. */
export interface ScaleWords {
  readonly figure: string;
  readonly caption: string;
  readonly services: string;
  readonly endpoints: string;
  readonly packet: string;
  readonly packets: Readonly<Record<'first' | 'later', string>>;
  /** The sentence: of the first packet to one Service, to the last of many, and of every later packet. */
  readonly sentence: Readonly<Record<'one' | 'many' | 'later', string>>;
  readonly because: Readonly<Record<'first' | 'later', string>>;
  readonly columns: Readonly<Record<'rules' | 'asked' | 'lookups', string>>;
  /** What a line of the table is, by mode. */
  readonly rules: Readonly<Record<Mode, string>>;
  readonly range: string;
  readonly later: Readonly<Record<Mode, string>>;
  readonly status: Readonly<Record<Mode, string>>;
  readonly lines: string;
  readonly leftOut: string;
  readonly legend: string;
  readonly order: string;
  readonly counted: string;
}

const en: ScaleWords = {
  figure: 'Figure {number}',
  caption: 'One node, TCP Services of one port each; a SYN from a Pod to the Service whose rule stands last.',
  services: 'Services',
  endpoints: 'Endpoints per Service',
  packet: 'Packet',
  packets: { first: 'first', later: 'later' },
  sentence: {
    one: 'To the one Service, iptables asks {iptables} rules, nftables {nftables}.',
    many: 'To the last of {services} Services, iptables asks {iptables} rules, nftables {nftables}.',
    later: 'A later packet of the connection asks no rule of nat.',
  },
  because: {
    first:
      'In iptables mode each Service has a rule of its own in `KUBE-SERVICES`, and the kernel reads them from the top. In nftables mode one rule looks the address up in a map; IPVS keeps a hash table.',
    later:
      'Tables of nat see only the first packet of a connection. What they decided stands in conntrack, and the kernel translates the rest from there. IPVS remembers in a table of its own.',
  },
  columns: {
    rules: 'Stand on the node',
    asked: 'Rules asked',
    lookups: 'Lookups',
  },
  rules: {
    iptables: 'rules of nat',
    nftables: 'rules and map elements',
    ipvs: 'virtual and real servers',
  },
  range: '{fewest} to {most}, by the endpoint that the lot falls on',
  later: {
    iptables: 'conntrack knows where to',
    nftables: 'conntrack knows where to',
    ipvs: 'its connection table knows where to',
  },
  status: {
    iptables: 'the default on Linux in v1.37',
    nftables: 'to be the default on Linux from v1.40',
    ipvs: 'deprecated since v1.35, off from v1.40, gone in v1.43',
  },
  lines: 'The lines of {mode}',
  leftOut: '… {count} more …',
  legend: 'A tick is one rule asked, a box is one lookup in a map, a set or a hash table.',
  order:
    'Which Service stands last is neither its name nor its age: kube-proxy writes them in the order of a map, which is random.',
  counted:
    'Counted in prerouting, where a Service’s address becomes that of an endpoint; the chains of filter come on top in each mode. IPVS is counted, not walked: no recording holds it.',
};

const zh: ScaleWords = {
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

export const scaleWords: Readonly<Record<Locale, ScaleWords>> = { en, zh };
