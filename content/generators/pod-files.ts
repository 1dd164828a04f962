import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { at, barePod, plainContainer } from './manifests';

/** Where `main` and `reader` mount the Pod's volume `logs`, and whether the Pod has it at all. */
interface Mounted {
  readonly main?: string;
  readonly reader?: string;
  readonly has: boolean;
  /** The name by which `reader` mounts it, if it is another one. */
  readonly by?: string;
  readonly text: Text;
  readonly because: Text;
  readonly believed?: string;
}

const bothAt = (main: string, reader: string) => ({
  en: `\`main\` mounts \`logs\` at \`${main}\`, \`reader\` at \`${reader}\``,
  zh: `\`main\` 把 \`logs\` 挂载在 \`${main}\`，\`reader\` 挂载在 \`${reader}\``,
});

const mountings: readonly Mounted[] = [
  {
    ...{ main: '/logs', reader: '/logs', has: true },
    text: bothAt('/logs', '/logs'),
    because: {
      en: 'Both see the one volume, in the directory in which the file is.',
      zh: '两边看到的是同一个卷，文件就在这个目录里。',
    },
  },
  {
    ...{ main: '/logs', reader: '/in', has: true },
    text: bothAt('/logs', '/in'),
    because: {
      en: '`reader` sees the file as `/in/app.log`. In its own file system there is no `/logs`.',
      zh: '`reader` 看到的文件是 `/in/app.log`。它自己的文件系统里没有 `/logs`。',
    },
    believed: 'containers-of-a-pod-share-files',
  },
  {
    ...{ main: '/logs', has: true },
    text: {
      en: '`main` mounts `logs` at `/logs`, `reader` does not',
      zh: '`main` 把 `logs` 挂载在 `/logs`，`reader` 没有挂载',
    },
    because: {
      en: 'A volume is seen by the containers that name it in `volumeMounts`.',
      zh: '只有在 `volumeMounts` 里写了这个卷的容器才看得到它。',
    },
    believed: 'pods-volumes-are-in-every-container',
  },
  {
    ...{ reader: '/logs', has: true },
    text: {
      en: '`reader` mounts `logs` at `/logs`, `main` does not',
      zh: '`reader` 把 `logs` 挂载在 `/logs`，`main` 没有挂载',
    },
    because: {
      en: '`main` writes into its own layer, and the volume stays empty.',
      zh: '`main` 写进了自己的那一层，卷里还是空的。',
    },
    believed: 'pods-volumes-are-in-every-container',
  },
  {
    ...{ has: true },
    text: { en: 'it has the volume `logs`, no container mounts it', zh: '有卷 `logs`，两个容器都没有挂载' },
    because: {
      en: 'The volume is prepared on the node. It is put into no container by itself.',
      zh: '卷在节点上准备好了，但不会自动放进哪个容器。',
    },
    believed: 'pause-mounts-the-volumes',
  },
  {
    ...{ has: false },
    text: { en: 'it has no volume', zh: '没有卷' },
    because: {
      en: 'Each container has a file system of its own, whatever the Pod.',
      zh: '每个容器有自己的文件系统，在同一个 Pod 里也一样。',
    },
    believed: 'containers-of-a-pod-share-files',
  },
  {
    ...{ main: '/logs', reader: '/logs', has: true, by: 'log' },
    text: {
      en: '`main` mounts `logs`, `reader` mounts `log`, both at `/logs`',
      zh: '`main` 挂载 `logs`，`reader` 挂载 `log`，都在 `/logs`',
    },
    because: {
      en: 'A mount has to name a volume of the Pod. This one is checked when the Pod is created.',
      zh: '挂载的必须是 Pod 里有的卷。这一点在创建 Pod 时就会检查。',
    },
  },
];

const mounts = defineGenerator({
  id: 'pod-volume-mounts',
  concept: 'pod-sharing',
  claims: ['pod-04'],
  kind: 'match',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const chosen = draw.some(mountings, 4);
    draw.need(chosen.includes(mountings[0] as Mounted));
    const members = draw.members(name, 4);
    const file = draw.pick(['app', 'access', 'audit', 'error']);
    const mount = (mountPath: string | undefined, by = 'logs') =>
      mountPath === undefined ? {} : { volumeMounts: [{ name: by, mountPath }] };
    return {
      kind: 'match',
      question: {
        en: `In these Pods (\`${image}\`) the container \`main\` writes \`/logs/${file}.log\`. After it starts \`reader\`, which ends when it finds no \`/logs/${file}.log\`. \`logs\` is an emptyDir. How does \`reader\` fare?`,
        zh: `这些 Pod（\`${image}\`）里，容器 \`main\` 写 \`/logs/${file}.log\`。随后启动的 \`reader\` 找不到 \`/logs/${file}.log\` 就会退出。\`logs\` 是 emptyDir。\`reader\` 会怎样？`,
      },
      choices: [
        { id: 'runs', text: { en: 'It runs', zh: '运行' }, value: true },
        { id: 'ends', text: { en: 'It finds no file and ends', zh: '找不到文件，退出' }, value: false },
        { id: 'refused', text: { en: 'Its Pod is refused', zh: '它的 Pod 被拒绝' }, value: null },
      ],
      stems: chosen.map(({ text, because, believed }, i) => ({
        text: { en: `\`${members[i]}\`: ${text.en}`, zh: `\`${members[i]}\`：${text.zh}` },
        reads: { object: `Pod/${members[i]}`, path: 'status.containerStatuses.1.ready', atMs: 15_000 },
        because,
        ...(believed !== undefined && { wrong: { runs: believed } }),
      })),
      hints: [
        {
          en: 'Go through the mounts of one container, then of the other.',
          zh: '先看一个容器挂载了什么，再看另一个。',
        },
      ],
      explanation: {
        en: 'Volumes belong to the Pod, mounts to each container. A mount may have its own path.',
        zh: '卷属于 Pod，挂载属于各个容器。挂载在哪个路径，各定各的。',
      },
      run: {
        nodes,
        allowsRefusals: true,
        commands: at(
          0,
          ...chosen.map(({ main, reader, has, by }, i) =>
            barePod(members[i] ?? '', {
              ...(has && { volumes: [{ name: 'logs', emptyDir: {} }] }),
              containers: [
                { name: 'main', image, command: ['/app', 'write', `/logs/${file}.log`], ...mount(main) },
                {
                  name: 'reader',
                  image,
                  command: ['/app', 'follow', `/logs/${file}.log`],
                  ...mount(reader, by),
                },
              ],
            }),
          ),
        ),
      },
      judgedAtMs: 15_000,
    };
  },
});

const addresses = defineGenerator({
  id: 'pod-addresses',
  concept: 'pod-sharing',
  claims: ['pod-02', 'pod-03'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const pods = draw.int(2, 6);
    const each = draw.int(2, 3);
    const onNode = draw.int(0, 3);
    const members = draw.members(name, pods + onNode);
    const told = onNode === 0 ? '' : ` ${onNode} more ${onNode > 1 ? 'have' : 'has'} \`hostNetwork: true\`.`;
    const toldZh = onNode === 0 ? '' : `另有 ${onNode} 个这样的 Pod 用了 \`hostNetwork: true\`。`;
    return {
      kind: 'numeric',
      question: {
        en: `${pods} Pods of \`${image}\` run, each with ${each} containers.${told} IPv4 alone is in use. How many addresses has the Pod network given out for them?`,
        zh: `有 ${pods} 个 \`${image}\` 的 Pod 在运行，每个有 ${each} 个容器。${toldZh}集群只用 IPv4。Pod 网络一共分给它们几个地址？`,
      },
      reads: {
        count: {
          kind: 'Pod',
          where: {
            all: [
              { path: 'status.podIP', exists: true },
              { not: { path: 'spec.hostNetwork', equals: true } },
            ],
          },
        },
        atMs: 20_000,
      },
      because: {
        en: 'One for each sandbox that has a network of its own. With `hostNetwork` a Pod has its node’s address.',
        zh: '每个有自己网络的沙箱一个。用了 `hostNetwork` 的 Pod 用的是节点的地址。',
      },
      wrong: [
        {
          answer: pods * each,
          because: {
            en: 'The containers of a Pod have one address between them.',
            zh: '同一个 Pod 的容器合用一个地址。',
          },
          misconception: 'each-container-has-an-address',
        },
        {
          answer: pods * (each + 1),
          because: {
            en: 'pause is no container of the Pod, and nobody in the Pod has an address to himself.',
            zh: 'pause 不是 Pod 的容器，而且 Pod 里谁也没有单独的地址。',
          },
          misconception: 'pause-is-one-of-the-containers',
        },
        ...(onNode === 0
          ? []
          : [
              {
                answer: pods + onNode,
                because: {
                  en: 'With `hostNetwork` a Pod stands in the network of its node, with the node’s address.',
                  zh: '用了 `hostNetwork` 的 Pod 就在节点的网络里，用的是节点的地址。',
                },
                misconception: 'host-network-pods-keep-their-ports',
              },
            ]),
      ],
      hints: [
        {
          en: 'How many network namespaces are made for these Pods?',
          zh: '为这些 Pod 建了几个网络名字空间？',
        },
      ],
      explanation: {
        en: 'The sandbox has the address. Containers come and go in it, and the address stays.',
        zh: '有地址的是沙箱。容器在里面来来去去，地址不变。',
      },
      run: {
        nodes,
        commands: at(
          0,
          ...members.map((member, i) =>
            barePod(member, {
              ...(i >= pods && { hostNetwork: true }),
              containers: Array.from({ length: each }, (_, n) => ({
                ...plainContainer(image),
                name: `c${n}`,
              })),
            }),
          ),
        ),
      },
    };
  },
});

export const podFiles = [mounts, addresses];
