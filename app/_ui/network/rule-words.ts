import type { Locale } from '@/lib/text';

/** Who wrote a row of a table. */
export type Writer = 'flanneld' | 'kernel' | 'cni' | 'machine';

/**
 * What is said about rules, connections and tables. `{name}` is filled in by `fill`; names of chains, tables and states, and
 * the rules themselves, are never translated.
 */
export interface RuleWords {
  readonly rules: Readonly<
    Record<
      | 'title'
      | 'place'
      | 'table'
      | 'tables'
      | 'nft'
      | 'notYet'
      | 'notTaken'
      | 'notTakenThere'
      | 'lookedUp'
      | 'drew'
      | 'isThere'
      | 'noEntry'
      | 'more'
      | 'moreNotYet'
      | 'inPod'
      | 'outsideNodes'
      | 'noHook'
      | 'noRule'
      | 'natKnown'
      | 'natInvalid'
      | 'goTo',
      string
    >
  >;
  /** Why a rule did not take the packet: by the match, with `Not` behind it when the rule asks for the opposite. */
  readonly unmatched: Readonly<Record<string, string>>;
  readonly connection: Readonly<
    Record<
      | 'title'
      | 'on'
      | 'from'
      | 'to'
      | 'asked'
      | 'expects'
      | 'sentence'
      | 'differs'
      | 'mirrors'
      | 'confirmed'
      | 'notConfirmed'
      | 'question'
      | 'answer'
      | 'related'
      | 'id'
      | 'none'
      | 'invalid'
      | 'noneHere',
      string
    >
  >;
  readonly reads: Readonly<Record<'title' | 'on' | 'key' | 'keyBy' | 'noEntry' | 'none' | 'notYet', string>>;
  readonly tables: Readonly<Record<'local' | 'route' | 'neighbour' | 'arp' | 'bridge' | 'fdb', string>>;
  readonly writers: Readonly<Record<Writer, string>>;
  readonly places: Readonly<Record<'title', string>>;
}

const en: RuleWords = {
  rules: {
    title: 'Rules, in the order they are asked',
    place: '{host}, {hook}',
    table: 'table {names}',
    tables: 'tables {names}',
    nft: 'kube-proxy of nftables',
    notYet: 'not yet asked',
    notTaken: 'not taken: {why}',
    notTakenThere: 'not taken',
    lookedUp: 'looked up {key} in {in}: {found}',
    drew: 'drew {key} by {in}: {found}',
    isThere: 'it is there',
    noEntry: 'no such entry',
    more: 'and {n} more that were not taken',
    moreNotYet: 'and {n} more, not yet asked',
    inPod: 'A Pod has no rules here: kube-proxy and flanneld write theirs on nodes.',
    outsideNodes: 'No rules are asked here: kube-proxy and flanneld write theirs on nodes.',
    noHook: 'No hook lies on this piece of the way, so no rule is asked.',
    noRule: 'No rule stands in this hook.',
    natKnown:
      'The nat rules are not asked: only the first packet of a connection asks them, and its conntrack row answers for the rest.',
    natInvalid: 'The nat rules are not asked: conntrack knows no connection of this packet.',
    goTo: 'Go to the moment of this rule',
  },
  unmatched: {
    source: 'it comes from {was}, not from {wanted}',
    sourceNot: 'it comes from {was}, and the rule leaves {wanted} out',
    destination: 'it goes to {was}, not to {wanted}',
    destinationNot: 'it goes to {was}, and the rule leaves {wanted} out',
    protocol: 'it is {was}, not {wanted}',
    protocolNot: 'it is {was}, and the rule leaves {wanted} out',
    mark: 'its mark is {was}, not {wanted}',
    markNot: 'its mark is {was}, and the rule leaves {wanted} out',
    in: 'it came in by {was}, not by {wanted}',
    inNot: 'it came in by {was}, and the rule leaves {wanted} out',
    out: 'it goes out by {was}, not by {wanted}',
    outNot: 'it goes out by {was}, and the rule leaves {wanted} out',
    ports: 'its port is {was}, not {wanted}',
    portsNot: 'its port is {was}, and the rule leaves {wanted} out',
    sport: 'it comes from port {was}, not from {wanted}',
    sportNot: 'it comes from port {was}, and the rule leaves {wanted} out',
    dport: 'it goes to port {was}, not to {wanted}',
    dportNot: 'it goes to port {was}, and the rule leaves {wanted} out',
    addrtype: 'the address that it goes to is of the type {was}, not {wanted}',
    addrtypeNot: 'the address that it goes to is of the type {was}, and the rule leaves {wanted} out',
    sourceType: 'the address that it comes from is of the type {was}, not {wanted}',
    sourceTypeNot: 'the address that it comes from is of the type {was}, and the rule leaves {wanted} out',
    conntrack: 'conntrack calls it {was}, not {wanted}',
    conntrackNot: 'conntrack calls it {was}, and the rule leaves {wanted} out',
    status: 'the status of its connection is {was}, not {wanted}',
    statusNot: 'the status of its connection is {was}, and the rule leaves {wanted} out',
    statistic: 'the lot fell otherwise: {was} was drawn, below {wanted} is taken',
    recent: 'its sender was here {was} s ago, longer than {wanted} s',
    notRecent: 'its sender has not been here before',
    bits: 'its mark is {was}, so {wanted} does not hold',
    set: '{was} is not in {wanted}',
    setNot: '{was} is in {wanted}',
    other: 'its {match} is {was}, the rule wants {wanted}',
    otherNot: 'its {match} is {was}, and the rule leaves {wanted} out',
    nothing: 'nothing',
  },
  connection: {
    title: 'What the node remembers',
    on: 'conntrack on {host}',
    from: 'from',
    to: 'to',
    asked: 'asked',
    expects: 'expects',
    sentence: '{facts}, {confirmed}. {packet} {translation}',
    differs: 'The second row does not mirror the first: that difference is the translation.',
    mirrors: 'The second row mirrors the first: nothing is translated.',
    confirmed: 'confirmed',
    notConfirmed: 'not yet confirmed',
    question: 'This packet is the first row.',
    answer: 'This packet is the second row: an answer.',
    related: 'This packet is an error about this connection.',
    id: 'id {id}',
    none: 'conntrack on {host} has not looked at this packet yet.',
    invalid: 'conntrack on {host} knows no connection of this packet: it is INVALID.',
    noneHere: '{host} has no rules here, so it keeps no connections: conntrack runs on the nodes.',
  },
  reads: {
    title: 'Read on the way',
    on: 'tables on {host}',
    key: 'asked for {key}',
    keyBy: 'asked for {key}; written by {by}',
    noEntry: 'no entry',
    none: 'No table is read on this piece of the way.',
    notYet: 'not yet read',
  },
  tables: {
    local: 'own address',
    route: 'route',
    neighbour: 'neighbour',
    arp: 'ARP',
    bridge: 'bridge',
    fdb: 'fdb',
  },
  writers: {
    flanneld: 'flanneld',
    kernel: 'the kernel',
    cni: 'the CNI bridge plugin',
    machine: 'whoever set the machine up',
  },
  places: {
    title: 'Places passed, as states of the packet’s machine',
  },
};

const zh: RuleWords = {
  rules: {
    title: '规则，按检查的顺序',
    place: '{host} 的 {hook}',
    table: '{names} 表',
    tables: '{names} 表',
    nft: 'nftables 的 kube-proxy',
    notYet: '尚未检查',
    notTaken: '未命中：{why}',
    notTakenThere: '未命中',
    lookedUp: '在 {in} 中查找 {key}：{found}',
    drew: '按 {in} 抽到 {key}：{found}',
    isThere: '有这一项',
    noEntry: '没有这一项',
    more: '另有 {n} 条未命中',
    moreNotYet: '另有 {n} 条，尚未检查',
    inPod: 'Pod 里没有规则：kube-proxy 和 flanneld 把规则写在节点上。',
    outsideNodes: '这里不检查规则：kube-proxy 和 flanneld 把规则写在节点上。',
    noHook: '这一段路上没有钩子，所以不检查规则。',
    noRule: '这个钩子上没有规则。',
    natKnown: '不检查 nat 规则：只有一条连接的第一个包要经过它们，其余的包按它的 conntrack 记录处理。',
    natInvalid: '不检查 nat 规则：conntrack 不知道这个包属于哪条连接。',
    goTo: '转到这条规则的时刻',
  },
  unmatched: {
    source: '它来自 {was}，不是 {wanted}',
    sourceNot: '它来自 {was}，而规则排除 {wanted}',
    destination: '它发往 {was}，不是 {wanted}',
    destinationNot: '它发往 {was}，而规则排除 {wanted}',
    protocol: '它是 {was}，不是 {wanted}',
    protocolNot: '它是 {was}，而规则排除 {wanted}',
    mark: '它的标记是 {was}，不是 {wanted}',
    markNot: '它的标记是 {was}，而规则排除 {wanted}',
    in: '它从 {was} 进来，不是 {wanted}',
    inNot: '它从 {was} 进来，而规则排除 {wanted}',
    out: '它从 {was} 出去，不是 {wanted}',
    outNot: '它从 {was} 出去，而规则排除 {wanted}',
    ports: '它的端口是 {was}，不是 {wanted}',
    portsNot: '它的端口是 {was}，而规则排除 {wanted}',
    sport: '它来自端口 {was}，不是 {wanted}',
    sportNot: '它来自端口 {was}，而规则排除 {wanted}',
    dport: '它发往端口 {was}，不是 {wanted}',
    dportNot: '它发往端口 {was}，而规则排除 {wanted}',
    addrtype: '它的目的地址类型是 {was}，不是 {wanted}',
    addrtypeNot: '它的目的地址类型是 {was}，而规则排除 {wanted}',
    sourceType: '它的源地址类型是 {was}，不是 {wanted}',
    sourceTypeNot: '它的源地址类型是 {was}，而规则排除 {wanted}',
    conntrack: 'conntrack 认定它是 {was}，不是 {wanted}',
    conntrackNot: 'conntrack 认定它是 {was}，而规则排除 {wanted}',
    status: '它的连接状态位是 {was}，不是 {wanted}',
    statusNot: '它的连接状态位是 {was}，而规则排除 {wanted}',
    statistic: '随机数没有选中它：抽到 {was}，小于 {wanted} 才命中',
    recent: '它的发送者 {was} 秒前来过，超过了 {wanted} 秒',
    notRecent: '它的发送者以前没有来过',
    bits: '它的标记是 {was}，{wanted} 不成立',
    set: '{was} 不在 {wanted} 中',
    setNot: '{was} 在 {wanted} 中',
    other: '它的 {match} 是 {was}，而规则要 {wanted}',
    otherNot: '它的 {match} 是 {was}，而规则排除 {wanted}',
    nothing: '无',
  },
  connection: {
    title: '节点记住了什么',
    on: '{host} 上的 conntrack',
    from: '来自',
    to: '发往',
    asked: '请求',
    expects: '期望的应答',
    sentence: '{facts}，{confirmed}。{packet}{translation}',
    differs: '第二行不是第一行的镜像：差别就是地址转换。',
    mirrors: '第二行是第一行的镜像：没有做转换。',
    confirmed: '已确认',
    notConfirmed: '尚未确认',
    question: '这个包是第一行。',
    answer: '这个包是第二行：一个应答。',
    related: '这个包是关于这条连接的差错。',
    id: 'id {id}',
    none: '{host} 上的 conntrack 还没有看过这个包。',
    invalid: '{host} 上的 conntrack 没有这个包所属的连接：它是 INVALID。',
    noneHere: '{host} 上没有规则，也不记连接：conntrack 在节点上运行。',
  },
  reads: {
    title: '路上查的表',
    on: '{host} 上的表',
    key: '查 {key}',
    keyBy: '查 {key}；由{by}写入',
    noEntry: '没有这一项',
    none: '这一段路上没有查表。',
    notYet: '尚未查到',
  },
  tables: {
    local: '本机地址',
    route: '路由',
    neighbour: '邻居',
    arp: 'ARP',
    bridge: '网桥',
    fdb: 'fdb',
  },
  writers: {
    flanneld: ' flanneld ',
    kernel: '内核',
    cni: ' CNI bridge 插件',
    machine: '搭建这台机器的人',
  },
  places: {
    title: '经过的位置，即数据包状态机的状态',
  },
};

export const ruleWords: Readonly<Record<Locale, RuleWords>> = { en, zh };
