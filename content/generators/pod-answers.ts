import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { at } from './manifests';
import { podOf, server } from './pod-ports';

const silent = { command: ['sleep', 'infinity'] };

/** What a Pod has inside, by what becomes of a TCP connection to the port `P` of its address. */
const rooms: readonly {
  readonly text: Text;
  readonly programs: readonly string[];
  readonly declares?: number;
  readonly because: Text;
  readonly misconception?: string;
}[] = [
  {
    text: { en: 'its server listens on `127.0.0.1:P`', zh: '服务器监听 `127.0.0.1:P`' },
    programs: ['127.0.0.1:P'],
    because: {
      en: 'That is the Pod’s loopback address. At the address that others know nobody listens.',
      zh: '那是 Pod 的回环地址。别人知道的那个地址上没有程序在监听。',
    },
    misconception: 'whoever-listens-is-reached',
  },
  {
    text: {
      en: 'its server listens on `127.0.0.1:P`, with `containerPort: P`',
      zh: '服务器监听 `127.0.0.1:P`，写了 `containerPort: P`',
    },
    programs: ['127.0.0.1:P'],
    declares: 0,
    because: {
      en: '`containerPort` opens nothing. The server is there for its own Pod alone.',
      zh: '`containerPort` 不打开任何东西。这个服务器只对自己的 Pod 开放。',
    },
    misconception: 'container-ports-open-ports',
  },
  {
    text: { en: 'its server listens on all addresses, no `ports`', zh: '服务器监听全部地址，没有写 `ports`' },
    programs: ['P'],
    because: {
      en: 'What listens at the Pod’s address is reached, whether or not it was declared.',
      zh: '在 Pod 的地址上监听，就访问得到，写没写 `ports` 都一样。',
    },
  },
  {
    text: {
      en: 'its server listens on `P` at the Pod’s own address',
      zh: '服务器在 Pod 自己的地址上监听 `P`',
    },
    programs: ['$(POD_IP):P'],
    because: {
      en: 'This is the very address that the client asks.',
      zh: '客户端访问的正是这个地址。',
    },
  },
  {
    text: {
      en: 'its server listens on `Q`, with `containerPort: P`',
      zh: '服务器监听 `Q`，写的是 `containerPort: P`',
    },
    programs: ['Q'],
    declares: 0,
    because: {
      en: 'A declared port is a note. At this one nobody listens.',
      zh: '写下的端口只是说明，这个端口上没有程序在监听。',
    },
    misconception: 'container-ports-open-ports',
  },
  {
    text: {
      en: 'its first container listens on `Q`, its second on `P`',
      zh: '第一个容器监听 `Q`，第二个监听 `P`',
    },
    programs: ['Q', 'P'],
    because: {
      en: 'Both containers have the Pod’s one address, so both ports are there.',
      zh: '两个容器合用 Pod 的一个地址，两个端口都在上面。',
    },
  },
  {
    text: {
      en: 'its first container listens on `127.0.0.1:P`, its second wants `P` on all addresses',
      zh: '第一个容器监听 `127.0.0.1:P`，第二个要监听全部地址的 `P`',
    },
    programs: ['127.0.0.1:P', 'P'],
    because: {
      en: 'The second can’t have all addresses, since one of them is taken. It ends.',
      zh: '第二个要的是全部地址，而其中一个已被占用，于是倒下。',
    },
    misconception: 'wildcard-leaves-loopback-free',
  },
  {
    text: { en: 'its server listens on UDP `P`', zh: '服务器监听 UDP `P`' },
    programs: ['P/udp'],
    because: {
      en: 'TCP and UDP have ports of their own, and the client comes by TCP.',
      zh: 'TCP 和 UDP 各有各的端口，而客户端用的是 TCP。',
    },
    misconception: 'ports-are-numbers-alone',
  },
];

const answers = defineGenerator({
  id: 'pod-address-answers',
  concept: 'pod-localhost',
  claims: ['same-pod-01'],
  kind: 'multiple',
  draw: (draw) => {
    const name = draw.name();
    const client = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const [port = 0, other = 0] = draw.some([80, 3000, 5432, 8080, 9090], 2);
    const chosen = draw.some(rooms, 5);
    const answering = chosen.filter(({ misconception }) => misconception === undefined).length;
    draw.need(answering > 0 && answering < 4);
    const members = draw.members(name, 5);
    const put = (text: string) => text.replace(/\bP(?![a-zA-Z])/g, `${port}`).replace(/\bQ\b/g, `${other}`);
    return {
      kind: 'multiple',
      question: {
        en: `Pod \`${client}\` opens a TCP connection to port ${port} of the address of each of these Pods (\`${image}\`). Which of them answer?`,
        zh: `Pod \`${client}\` 用 TCP 连接下面每个 Pod（\`${image}\`）的地址上的 ${port} 端口。哪些会应答？`,
      },
      choices: chosen.map(({ text, because, misconception }, i) => ({
        text: { en: `\`${members[i]}\`: ${put(text.en)}`, zh: `\`${members[i]}\`：${put(text.zh)}` },
        happened: { reaches: { from: client, to: members[i] ?? '', port }, is: true },
        because,
        ...(misconception !== undefined && { misconception }),
      })),
      hints: [
        {
          en: 'Is there a program that listens on this port at this address, by this protocol?',
          zh: '有没有程序用这个协议、在这个地址的这个端口上监听？',
        },
      ],
      explanation: {
        en: 'The packet arrives at the Pod’s address in every case. Who is refused found nobody there.',
        zh: '不管哪一种，包都到了 Pod 的地址。被拒绝，是因为那里没有谁在。',
      },
      run: {
        nodes,
        commands: at(
          0,
          podOf(client, image, [silent]),
          ...chosen.map(({ programs, declares }, i) =>
            podOf(
              members[i] ?? '',
              image,
              programs.map((address, n) => ({
                ...server(address.replace(/P(?=$|\/)/, `${port}`).replace('Q', `${other}`)),
                ...(declares === n && { ports: [{ containerPort: port }] }),
              })),
            ),
          ),
        ),
      },
      judgedAtMs: 15_000,
    };
  },
});

export const podAnswers = [answers];
