import { frameBytes } from '@/lib/network/bytes';
import type { Frame, Packet } from '@/lib/network/packet';
import type { Asked } from '@/lib/network/verdict';
import type { ConnectionSeen } from '@/lib/network/walk';
import type { Field, FrameView, HostSpan, Lane, Layer, PacketView, PlaceView } from '@/lib/network/xray/view';

/**
 * Packets as the screen gets them, written by hand: Pod client on node-1 asks Service far, whose one endpoint is Pod far on
 * node-2; Flannel in VXLAN, kube-proxy in iptables.
 */

const clientAddress = '10.244.1.2';
const serviceAddress = '10.96.0.21';
const farAddress = '10.244.2.2';
const nodeAddresses = { 'node-1': '192.168.0.11', 'node-2': '192.168.0.12' };

const kinds: Readonly<Record<string, FrameView['kind']>> = {
  lo: 'loopback',
  eth0: 'ethernet',
  cni0: 'bridge',
  'flannel.1': 'vxlan',
};

/** Headers of a frame from its first byte on, with the fields that a reader looks for. */
export function layersOf({ eth, packet }: Frame, from = 0, isOuter = packet.vxlan !== undefined): Layer[] {
  const layer = (name: Layer['name'], at: number, length: number, fields: readonly Field[]): Layer => ({
    name,
    isOuter,
    from: from + at,
    length,
    fields: fields.map((field) => ({ ...field, from: from + at + field.from })),
  });
  const field = (name: string, at: number, length: number, value: string | number): Field => ({
    name,
    from: at,
    length,
    value: String(value),
  });
  const { tcp, udp, icmp, vxlan } = packet;
  const lower = [
    layer('Ethernet', 0, 14, [
      field('destination', 0, 6, eth.dst),
      field('source', 6, 6, eth.src),
      field('type', 12, 2, '0x0800'),
    ]),
    layer('IPv4', 14, 20, [
      field('total length', 2, 2, packet.length),
      field('time to live', 8, 1, packet.ttl),
      field('protocol', 9, 1, tcp ? 6 : udp ? 17 : 1),
      field('header checksum', 10, 2, 'computed'),
      field('source address', 12, 4, packet.src),
      field('destination address', 16, 4, packet.dst),
    ]),
  ];
  if (tcp)
    return [
      ...lower,
      layer('TCP', 34, packet.length - 20, [
        field('source port', 0, 2, tcp.src),
        field('destination port', 2, 2, tcp.dst),
        field('flags', 13, 1, tcp.flags),
        field('checksum', 16, 2, 'computed'),
      ]),
    ];
  if (icmp)
    return [
      ...lower,
      layer('ICMP', 34, 8, [field('type', 0, 1, icmp.type), field('code', 1, 1, icmp.code)]),
      { name: 'data', isOuter, from: from + 42, length: packet.length - 28, fields: [] },
    ];
  return [
    ...lower,
    layer('UDP', 34, 8, [
      field('source port', 0, 2, udp?.src ?? 0),
      field('destination port', 2, 2, udp?.dst ?? 0),
    ]),
    ...(vxlan
      ? [layer('VXLAN', 42, 8, [field('VNI', 4, 3, vxlan.vni)]), ...layersOf(vxlan.inner, from + 50, false)]
      : []),
  ];
}

/** Offsets whose byte was another one before; counted from the end, where the inner frame of a tunnelled one stands. */
function changedIn(bytes: readonly number[], before: readonly number[] | undefined): number[] {
  if (!before) return [];
  const shift = bytes.length - before.length;
  return bytes.flatMap((byte, at) => (at >= shift && byte !== before[at - shift] ? [at] : []));
}

function framesOf(list: readonly (readonly [on: string, frame: Frame])[]): FrameView[] {
  const all = list.map(([, frame]) => frameBytes(frame));
  return list.map(([on, frame], i) => {
    const [host = '', device = ''] = on.split('/');
    const bytes = all[i] ?? [];
    return {
      host,
      device,
      kind: kinds[device] ?? 'port',
      frame,
      bytes,
      layers: layersOf(frame),
      changed: changedIn(bytes, all[i - 1]),
    };
  });
}

const syn: Packet = {
  src: clientAddress,
  dst: serviceAddress,
  ttl: 64,
  length: 60,
  isDontFragment: true,
  tcp: { src: 41_236, dst: 80, flags: 'S' },
};
const toPod: Packet = { ...syn, dst: farAddress, tcp: { src: 41_236, dst: 8080, flags: 'S' } };
const tunnelled = (
  from: keyof typeof nodeAddresses,
  to: keyof typeof nodeAddresses,
  inner: Frame,
): Frame => ({
  eth: { src: `${from}/eth0`, dst: `${to}/eth0` },
  packet: {
    src: nodeAddresses[from],
    dst: nodeAddresses[to],
    ttl: 64,
    length: inner.packet.length + 50,
    isDontFragment: false,
    udp: { src: 52_753, dst: 8472 },
    vxlan: { vni: 1, inner },
  },
});

const place = (
  name: PlaceView['place'],
  host: string,
  more: Partial<Omit<PlaceView, 'place' | 'host'>> = {},
): PlaceView => ({ place: name, host, reads: [], ...more });
const read = (
  host: string,
  table: PlaceView['reads'][number]['table'],
  key: string,
  row?: string,
): PlaceView['reads'][number] => ({ kind: 'read', host, table, key, ...(row !== undefined && { row }) });

const connection: ConnectionSeen = {
  original: { protocol: 'tcp', src: clientAddress, sport: 41_236, dst: serviceAddress, dport: 80 },
  reply: { protocol: 'tcp', src: farAddress, sport: 8080, dst: clientAddress, dport: 41_236 },
  isConfirmed: false,
  hasReply: false,
  direction: 'original',
  state: 'NEW',
};

const asked: readonly Asked[] = [
  { table: 'nat', chain: 'PREROUTING', rule: '-A PREROUTING -j KUBE-SERVICES' },
  {
    table: 'nat',
    chain: 'KUBE-SERVICES',
    rule: '-A KUBE-SERVICES -d 10.96.0.21/32 -p tcp -m tcp --dport 80 -j KUBE-SVC-I55P7MSL3WB3WNBE',
  },
  {
    table: 'nat',
    chain: 'KUBE-SVC-I55P7MSL3WB3WNBE',
    rule: '-A KUBE-SVC-I55P7MSL3WB3WNBE ! -s 10.244.0.0/16 -d 10.96.0.21/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ',
    unmatched: { match: 'source', isNot: true, wanted: '10.244.0.0/16', was: clientAddress },
  },
  {
    table: 'nat',
    chain: 'KUBE-SVC-I55P7MSL3WB3WNBE',
    rule: '-A KUBE-SVC-I55P7MSL3WB3WNBE -m comment --comment "default/far -> 10.244.2.2:8080" -j KUBE-SEP-4VRC4SJJ3YJJKEAG',
  },
  {
    table: 'nat',
    chain: 'KUBE-SEP-4VRC4SJJ3YJJKEAG',
    rule: '-A KUBE-SEP-4VRC4SJJ3YJJKEAG -s 10.244.2.2/32 -j KUBE-MARK-MASQ',
    unmatched: { match: 'source', isNot: false, wanted: '10.244.2.2/32', was: clientAddress },
  },
  {
    table: 'nat',
    chain: 'KUBE-SEP-4VRC4SJJ3YJJKEAG',
    rule: '-A KUBE-SEP-4VRC4SJJ3YJJKEAG -p tcp -m tcp -j DNAT --to-destination 10.244.2.2:8080',
  },
];

const viaVeth = { src: 'pod-client/eth0', dst: 'node-1/cni0' };
const viaTunnel = { src: 'node-1/flannel.1', dst: 'node-2/flannel.1' };
const viaBridge = { src: 'node-2/cni0', dst: 'pod-far/eth0' };
const routedOnce: Packet = { ...toPod, ttl: 63 };
const routedTwice: Packet = { ...toPod, ttl: 62 };
const inTunnel = tunnelled('node-1', 'node-2', { eth: viaTunnel, packet: routedOnce });

const across = framesOf([
  ['pod-client/eth0', { eth: viaVeth, packet: syn }],
  ['node-1/veth-client', { eth: viaVeth, packet: syn }],
  ['node-1/cni0', { eth: viaVeth, packet: toPod }],
  ['node-1/flannel.1', { eth: viaTunnel, packet: routedOnce }],
  ['node-1/eth0', inTunnel],
  ['node-2/eth0', inTunnel],
  ['node-2/flannel.1', { eth: viaTunnel, packet: routedOnce }],
  ['node-2/cni0', { eth: viaBridge, packet: routedTwice }],
  ['node-2/veth-far', { eth: viaBridge, packet: routedTwice }],
  ['pod-far/eth0', { eth: viaBridge, packet: routedTwice }],
]);

const hosts: readonly HostSpan[] = [
  { host: 'pod-client', kind: 'pod', address: clientAddress, from: 0, to: 0 },
  { host: 'node-1', kind: 'node', address: nodeAddresses['node-1'], from: 1, to: 4 },
  { host: 'node-2', kind: 'node', address: nodeAddresses['node-2'], from: 5, to: 8 },
  { host: 'pod-far', kind: 'pod', address: farAddress, from: 9, to: 9 },
];

const gaps: readonly (readonly PlaceView[])[] = [
  [place('podNetns', 'pod-client'), place('eth', 'pod-client', { device: 'eth0' })],
  [place('veth', 'pod-client', { device: 'eth0' })],
  [
    place('bridge', 'node-1', {
      device: 'cni0',
      hook: {
        kind: 'hook',
        host: 'node-1',
        hook: 'prerouting',
        asked,
        lookups: [],
        connection,
        before: syn,
        after: toPod,
      },
    }),
  ],
  [
    place('routing', 'node-1', {
      reads: [
        read('node-1', 'local', farAddress),
        read('node-1', 'route', farAddress, '10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink'),
      ],
    }),
    place('forward', 'node-1'),
    place('natPostrouting', 'node-1'),
    place('eth', 'node-1', {
      device: 'flannel.1',
      reads: [read('node-1', 'neighbour', '10.244.2.0', '10.244.2.0 lladdr node-2/flannel.1 PERMANENT')],
    }),
  ],
  [
    place('vxlanEncap', 'node-1', {
      device: 'flannel.1',
      reads: [
        read('node-1', 'fdb', 'node-2/flannel.1', 'node-2/flannel.1 dst 192.168.0.12 self permanent'),
        read('node-1', 'route', '192.168.0.12', '192.168.0.0/24 dev eth0 proto kernel scope link'),
      ],
    }),
    place('natOutput', 'node-1'),
    place('natPostrouting', 'node-1'),
    place('eth', 'node-1', { device: 'eth0', reads: [read('node-1', 'arp', '192.168.0.12', 'node-2/eth0')] }),
  ],
  [place('wire', 'node-1', { device: 'eth0' })],
  [
    place('natPrerouting', 'node-2', { device: 'eth0' }),
    place('routing', 'node-2'),
    place('input', 'node-2'),
    place('vxlanDecap', 'node-2', { device: 'flannel.1' }),
  ],
  [
    place('natPrerouting', 'node-2', { device: 'flannel.1' }),
    place('routing', 'node-2'),
    place('forward', 'node-2'),
    place('natPostrouting', 'node-2'),
    place('eth', 'node-2', { device: 'cni0' }),
  ],
  [place('bridgePort', 'node-2', { device: 'cni0' }), place('veth', 'node-2', { device: 'veth-far' })],
  [],
  [place('input', 'pod-far', { device: 'eth0' })],
];

const lanes: readonly Lane[] = [
  { name: 'source', spans: [{ from: 0, to: 9, value: '10.244.1.2:41236' }] },
  {
    name: 'destination',
    spans: [
      { from: 0, to: 1, value: '10.96.0.21:80' },
      {
        from: 2,
        to: 9,
        value: '10.244.2.2:8080',
        because: { why: 'dnat', host: 'node-1', was: '10.96.0.21:80' },
      },
    ],
  },
  {
    name: 'ttl',
    spans: [
      { from: 0, to: 2, value: '64' },
      { from: 3, to: 6, value: '63', because: { why: 'routed', host: 'node-1' } },
      { from: 7, to: 9, value: '62', because: { why: 'routed', host: 'node-2' } },
    ],
  },
  {
    name: 'ethernetTo',
    spans: [
      { from: 0, to: 2, value: 'node-1/cni0' },
      {
        from: 3,
        to: 6,
        value: 'node-2/flannel.1',
        because: { why: 'neighbour', host: 'node-1', address: '10.244.2.0' },
      },
      {
        from: 7,
        to: 9,
        value: 'pod-far/eth0',
        because: { why: 'neighbour', host: 'node-2', address: farAddress },
      },
    ],
  },
  {
    name: 'outer',
    spans: [
      {
        from: 4,
        to: 5,
        value: '192.168.0.11 → 192.168.0.12',
        because: { why: 'tunnelled', host: 'node-1' },
      },
    ],
  },
  {
    name: 'bytes',
    spans: [
      { from: 0, to: 3, value: '74' },
      { from: 4, to: 5, value: '124', because: { why: 'tunnelled', host: 'node-1' } },
      { from: 6, to: 9, value: '74', because: { why: 'untunnelled', host: 'node-2' } },
    ],
  },
];

/** The SYN: ten frames, DNAT on node-1, in the tunnel on both eth0. */
export const question: PacketView = {
  packet: syn,
  from: 'pod-client',
  isBack: false,
  leg: 0,
  frames: across,
  gaps,
  hosts,
  lanes,
  end: 'delivered',
};

const answerPacket: Packet = {
  ...syn,
  src: farAddress,
  dst: clientAddress,
  tcp: { src: 8080, dst: 41_236, flags: 'AS' },
};
const undone: Packet = {
  ...answerPacket,
  ttl: 62,
  src: serviceAddress,
  tcp: { src: 80, dst: 41_236, flags: 'AS' },
};
const fromVeth = { src: 'pod-far/eth0', dst: 'node-2/cni0' };
const backTunnel = { src: 'node-2/flannel.1', dst: 'node-1/flannel.1' };
const backBridge = { src: 'node-1/cni0', dst: 'pod-client/eth0' };
const backRouted: Packet = { ...answerPacket, ttl: 63 };
const inBackTunnel = tunnelled('node-2', 'node-1', { eth: backTunnel, packet: backRouted });

/** Its SYN-ACK, from right to left: DNAT is undone on node-1. */
export const answer: PacketView = {
  packet: answerPacket,
  from: 'pod-far',
  isBack: true,
  leg: 0,
  frames: framesOf([
    ['pod-far/eth0', { eth: fromVeth, packet: answerPacket }],
    ['node-2/veth-far', { eth: fromVeth, packet: answerPacket }],
    ['node-2/cni0', { eth: fromVeth, packet: answerPacket }],
    ['node-2/flannel.1', { eth: backTunnel, packet: backRouted }],
    ['node-2/eth0', inBackTunnel],
    ['node-1/eth0', inBackTunnel],
    ['node-1/flannel.1', { eth: backTunnel, packet: backRouted }],
    ['node-1/cni0', { eth: backBridge, packet: undone }],
    ['node-1/veth-client', { eth: backBridge, packet: undone }],
    ['pod-client/eth0', { eth: backBridge, packet: undone }],
  ]),
  gaps: gaps.map((gap) =>
    gap.map(({ place: name, host, device }) =>
      place(name, swapped(host), device === undefined ? {} : { device: swapped(device) }),
    ),
  ),
  hosts: [...hosts].reverse().map((one) => ({ ...one, from: 9 - one.to, to: 9 - one.from })),
  lanes: [
    {
      name: 'source',
      spans: [
        { from: 0, to: 6, value: '10.244.2.2:8080' },
        {
          from: 7,
          to: 9,
          value: '10.96.0.21:80',
          because: { why: 'undoneDnat', host: 'node-1', was: '10.244.2.2:8080' },
        },
      ],
    },
    { name: 'destination', spans: [{ from: 0, to: 9, value: '10.244.1.2:41236' }] },
    {
      name: 'ttl',
      spans: [
        { from: 0, to: 2, value: '64' },
        { from: 3, to: 6, value: '63', because: { why: 'routed', host: 'node-2' } },
        { from: 7, to: 9, value: '62', because: { why: 'routed', host: 'node-1' } },
      ],
    },
    {
      name: 'ethernetTo',
      spans: [
        { from: 0, to: 2, value: 'node-2/cni0' },
        {
          from: 3,
          to: 6,
          value: 'node-1/flannel.1',
          because: { why: 'neighbour', host: 'node-2', address: '10.244.1.0' },
        },
        {
          from: 7,
          to: 9,
          value: 'pod-client/eth0',
          because: { why: 'neighbour', host: 'node-1', address: clientAddress },
        },
      ],
    },
    {
      name: 'outer',
      spans: [
        {
          from: 4,
          to: 5,
          value: '192.168.0.12 → 192.168.0.11',
          because: { why: 'tunnelled', host: 'node-2' },
        },
      ],
    },
    {
      name: 'bytes',
      spans: [
        { from: 0, to: 3, value: '74' },
        { from: 4, to: 5, value: '124', because: { why: 'tunnelled', host: 'node-2' } },
        { from: 6, to: 9, value: '74', because: { why: 'untunnelled', host: 'node-1' } },
      ],
    },
  ],
  end: 'delivered',
};

function swapped(name: string): string {
  const other: Readonly<Record<string, string>> = {
    'node-1': 'node-2',
    'node-2': 'node-1',
    'pod-client': 'pod-far',
    'pod-far': 'pod-client',
    'veth-far': 'veth-client',
  };
  return other[name] ?? name;
}

/** A rule on node-2 drops UDP 8472: the last frame is the tunnelled one on its eth0. */
export const dropped: PacketView = {
  ...question,
  frames: across.slice(0, 6),
  gaps: [
    ...gaps.slice(0, 6),
    [
      place('natPrerouting', 'node-2', { device: 'eth0' }),
      place('routing', 'node-2'),
      place('input', 'node-2', {
        hook: {
          kind: 'hook',
          host: 'node-2',
          hook: 'input',
          asked: [
            {
              table: 'filter',
              chain: 'INPUT',
              rule: '-A INPUT -p udp -m udp --dport 8472 -j DROP',
            },
          ],
          lookups: [],
          before: inTunnel.packet,
          after: inTunnel.packet,
        },
      }),
    ],
  ],
  hosts: [...hosts.slice(0, 2), { ...hosts[2]!, to: 5 }],
  lanes: lanes.map(({ name, spans }) => ({
    name,
    spans: spans.filter(({ from }) => from <= 5).map((span) => ({ ...span, to: Math.min(span.to, 5) })),
  })),
  end: 'dropped',
  loss: {
    kind: 'loss',
    host: 'node-2',
    loss: {
      sort: 'rule',
      says: 'dropped by filter -A INPUT -p udp -m udp --dport 8472 -j DROP',
    },
  },
};

/** The Pod's own interface is down: it ended before any frame. */
export const unsent: PacketView = {
  ...question,
  frames: [],
  gaps: [[place('podNetns', 'pod-client')]],
  hosts: [],
  lanes: [],
  end: 'dropped',
  loss: {
    kind: 'loss',
    host: 'pod-client',
    loss: { sort: 'deviceDown', says: 'pod-client/eth0 is down' },
  },
};

const toItself: Packet = { ...syn, dst: clientAddress, tcp: { src: 41_238, dst: 8080, flags: 'S' } };

/** The Pod asks its own address: one frame, over lo. */
export const looped: PacketView = {
  packet: toItself,
  from: 'pod-client',
  isBack: false,
  leg: 0,
  frames: framesOf([
    ['pod-client/lo', { eth: { src: '00:00:00:00:00:00', dst: '00:00:00:00:00:00' }, packet: toItself }],
  ]),
  gaps: [
    [place('podNetns', 'pod-client'), place('loopback', 'pod-client', { device: 'lo' })],
    [place('input', 'pod-client', { device: 'lo' })],
  ],
  hosts: [{ host: 'pod-client', kind: 'pod', address: clientAddress, from: 0, to: 0 }],
  lanes: [
    { name: 'source', spans: [{ from: 0, to: 0, value: '10.244.1.2:41238' }] },
    { name: 'destination', spans: [{ from: 0, to: 0, value: '10.244.1.2:8080' }] },
    { name: 'ttl', spans: [{ from: 0, to: 0, value: '64' }] },
    { name: 'ethernetTo', spans: [{ from: 0, to: 0, value: '00:00:00:00:00:00' }] },
    { name: 'outer', spans: [] },
    { name: 'bytes', spans: [{ from: 0, to: 0, value: '74' }] },
  ],
  end: 'delivered',
};
