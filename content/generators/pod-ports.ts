import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { at, barePod } from './manifests';

const podIP = { env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] };
/** A program that listens there, `80` or `127.0.0.1:80` or `80/udp`, or ends with 1. */
export const server = (address: string) => ({ command: ['/app', 'serve', address], ...podIP });
/** A Pod whose containers `c0`, `c1`, … run these programs. */
export const podOf = (
  name: string,
  image: string,
  programs: readonly (object | undefined)[],
  spec: object = {},
): Command =>
  barePod(name, {
    terminationGracePeriodSeconds: 5,
    containers: programs.map((program, n) => ({ name: `c${n}`, image, ...program })),
    ...spec,
  });

type Where = 'one' | 'two' | 'node';

/** Where two programs listen, and whether in one Pod, in two, or in two with `hostNetwork`. */
const pairs: readonly (readonly [first: string, second: string, where: Where, is: keyof typeof reasons])[] = [
  ['P', 'P', 'one', 'same'],
  ['127.0.0.1:P', '127.0.0.1:P', 'one', 'same'],
  ['P/udp', 'P/udp', 'one', 'same'],
  ['P', '127.0.0.1:P', 'one', 'overlap'],
  ['127.0.0.1:P', 'P', 'one', 'overlap'],
  ['P', '$(POD_IP):P', 'one', 'overlap'],
  ['P', 'P/udp', 'one', 'apart'],
  ['P/udp', 'P', 'one', 'apart'],
  ['127.0.0.1:P', '$(POD_IP):P', 'one', 'apart'],
  ['P', 'P', 'two', 'rooms'],
  ['P', 'P', 'two', 'rooms'],
  ['P/udp', 'P/udp', 'two', 'rooms'],
  ['P', 'P', 'node', 'shared'],
  ['P/udp', 'P/udp', 'node', 'shared'],
  ['P', 'P/udp', 'node', 'apart'],
];

const reasons = {
  same: {
    en: 'Protocol, port and address are the same, and a socket that listens is not shared.',
    zh: '协议、端口、地址都相同，而监听的套接字不会分给两个程序。',
  },
  overlap: {
    en: 'Who names no address has all of them, so the other one’s is among them.',
    zh: '没有写地址就是全部地址，另一个的地址也在里面。',
  },
  apart: {
    en: 'Protocol or address differ, so these are two sockets.',
    zh: '协议或地址不同，就是两个套接字。',
  },
  rooms: {
    en: 'Each Pod has a network namespace with all ports in it.',
    zh: '每个 Pod 有自己的网络名字空间，端口各有一整套。',
  },
  shared: {
    en: 'With `hostNetwork` both stand in the network of the node, which has this port once.',
    zh: '用了 `hostNetwork`，两个都在节点的网络里，这个端口只有一个。',
  },
} satisfies Record<string, Text>;

/** What leads to "it runs", "it ends" and "the Pod is refused". */
const beliefs: Readonly<Record<keyof typeof reasons, readonly [string, string, string]>> = {
  same: ['one-port-serves-two-programs', 'ports-are-numbers-alone', 'duplicate-ports-are-refused'],
  overlap: ['wildcard-leaves-loopback-free', 'ports-are-numbers-alone', 'duplicate-ports-are-refused'],
  apart: ['one-port-serves-two-programs', 'ports-are-numbers-alone', 'duplicate-ports-are-refused'],
  rooms: ['one-port-serves-two-programs', 'ports-are-unique-on-a-node', 'ports-are-unique-on-a-node'],
  shared: ['host-network-pods-keep-their-ports', 'ports-are-unique-on-a-node', 'ports-are-unique-on-a-node'],
};

const places: Readonly<Record<Where, Text>> = {
  one: { en: 'in one Pod', zh: '同一个 Pod' },
  two: { en: 'in two Pods', zh: '两个 Pod' },
  node: { en: 'in two Pods with `hostNetwork`', zh: '两个 Pod，都用 `hostNetwork`' },
};

function spoken(address: string, port: number): Text {
  const [, host = '', protocol = 'tcp'] = /^(?:(.*):)?P(?:\/(udp))?$/.exec(address) ?? [];
  const name = protocol.toUpperCase();
  return host.startsWith('$')
    ? { en: `${name} ${port} at the Pod’s address`, zh: `Pod 地址上的 ${name} ${port}` }
    : { en: `${name} \`${host}:${port}\``, zh: `${name} \`${host}:${port}\`` };
}

const programs = defineGenerator({
  id: 'pod-two-programs-one-port',
  concept: 'port-conflicts',
  claims: ['pod-05'],
  kind: 'match',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const ports = draw.some([80, 443, 3000, 5432, 8080, 9090], 4);
    const declares = draw.pick([true, false]);
    const chosen = draw.some(
      pairs.filter(([, , where]) => !declares || where !== 'node'),
      4,
    );
    const members = draw.members(name, 4);
    const kinds = new Set(chosen.map(([first, second, where]) => `${first} ${second} ${where}`));
    draw.need(kinds.size === 4 && new Set(chosen.map(([, , , is]) => is)).size > 1);
    const bound = (address: string, port: number) => {
      const text = address.replace(/P(?=$|\/)/, `${port}`);
      const protocol = text.endsWith('/udp') ? 'UDP' : 'TCP';
      return { ...server(text), ...(declares && { ports: [{ containerPort: port, protocol }] }) };
    };
    const second = (member: string, where: Where) => (where === 'one' ? member : `${member}-2`);
    const placed = chosen.map(([one, other, where], i) => ({
      member: members[i] ?? '',
      where,
      first: bound(one, ports[i] ?? 0),
      next: bound(other, ports[i] ?? 0),
      spec: where === 'node' ? { hostNetwork: true } : {},
    }));
    return {
      kind: 'match',
      question: {
        en: `Programs of \`${image}\` on one node, in pairs; the first of a pair starts first. ${declares ? 'Each container names its port as `containerPort`.' : 'No container has `ports`.'} What becomes of the second?`,
        zh: `一个节点上有几对 \`${image}\` 的程序，每对里前一个先启动。${declares ? '每个容器都用 `containerPort` 写了自己的端口。' : '容器都没有写 `ports`。'}后一个会怎样？`,
      },
      choices: [
        { id: 'runs', text: { en: 'It runs beside the first', zh: '和前一个一起运行' }, value: true },
        {
          id: 'ends',
          text: { en: 'It ends: address already in use', zh: '倒下：地址已被占用' },
          value: false,
        },
        {
          id: 'takes',
          text: { en: 'It runs, the first one ends', zh: '它运行，前一个倒下' },
          value: 'takes',
        },
        ...(declares
          ? [{ id: 'refused', text: { en: 'Its Pod is refused', zh: '它的 Pod 被拒绝' }, value: null }]
          : []),
      ],
      stems: chosen.map(([one, other, where, is], i) => {
        const member = members[i] ?? '';
        const [runs, ends, refused] = beliefs[is];
        const [first, next] = [one, other].map((address) => spoken(address, ports[i] ?? 0));
        return {
          text: {
            en: `\`${member}\`, ${places[where].en}: ${first?.en}, then ${next?.en}`,
            zh: `\`${member}\`，${places[where].zh}：先 ${first?.zh}，后 ${next?.zh}`,
          },
          reads: {
            object: `Pod/${second(member, where)}`,
            path: `status.containerStatuses.${where === 'one' ? 1 : 0}.ready`,
            atMs: 26_000,
          },
          because: reasons[is],
          wrong: { runs, ends, takes: 'newer-program-takes-the-port', ...(declares && { refused }) },
        };
      }),
      hints: [
        {
          en: 'In how many networks are they? In one: compare protocol, address and port.',
          zh: '它们在几个网络里？在同一个里，就比较协议、地址和端口。',
        },
      ],
      explanation: {
        en: 'The kernel compares sockets within one network namespace. Of `containerPort` it knows nothing; a number that is named twice in a Pod brings a warning.',
        zh: '内核只在一个网络名字空间里比较套接字。它不知道什么 `containerPort`；同一个 Pod 里写了两遍，也只有一条警告。',
      },
      run: {
        nodes,
        commands: [
          ...at(
            0,
            ...placed.map(({ member, where, first, next, spec }) =>
              podOf(member, image, where === 'one' ? [first, next] : [first], spec),
            ),
          ),
          ...at(
            5_000,
            ...placed.flatMap(({ member, where, next, spec }) =>
              where === 'one' ? [] : [podOf(second(member, where), image, [next], spec)],
            ),
          ),
        ],
      },
      judgedAtMs: 26_000,
    };
  },
});

export const podPorts = [programs];
