import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { deletePod } from '../commands';
import { apply, at, workload } from './manifests';
import { probed, serving, slowMysql } from './migration';

/** How an Apache sees to it that MySQL is there. */
interface Guard {
  readonly text: Text;
  readonly container: (asks: readonly string[]) => object;
  readonly pod?: (asks: readonly string[]) => object;
  /** Believed of it at the start, and while MySQL is away later, if it is Ready then. */
  readonly atStart?: string;
  readonly later?: string;
  readonly because: Readonly<Record<'start' | 'later', Text>>;
}

const asksIt = (asks: readonly string[]) => probed(asks);
const waitsFirst = (asks: readonly string[]) => ({
  initContainers: [
    {
      name: 'wait',
      image: 'busybox:1.37',
      command: ['sh', '-c', `until ${asks.join(' ')}; do sleep 1; done`],
    },
  ],
});
const itsProbe = {
  en: 'Its probe asks MySQL, so it is Ready when MySQL answers, and not a moment longer.',
  zh: '探针问的是 MySQL：MySQL 有应答才就绪，一没有就不再就绪。',
};
const nobodyAsks = {
  en: 'No probe of it asks after MySQL. Ready says that the program runs, or listens.',
  zh: '它没有探针去问 MySQL。就绪只说明程序在运行，或者在监听。',
};

const guards: readonly Guard[] = [
  {
    text: { en: 'it has no probe and no init container', zh: '没有探针，也没有 Init 容器' },
    container: () => serving(80),
    ...{ atStart: 'needs-hold-back-starts', later: 'ready-knows-dependencies' },
    because: { start: nobodyAsks, later: nobodyAsks },
  },
  {
    text: { en: 'its readiness probe connects to its own port 80', zh: '就绪探针连接的是它自己的 80 端口' },
    container: () => ({
      ...serving(80),
      readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 1, failureThreshold: 1 },
    }),
    ...{ atStart: 'ready-knows-dependencies', later: 'ready-knows-dependencies' },
    because: { start: nobodyAsks, later: nobodyAsks },
  },
  {
    text: { en: 'its readiness probe asks MySQL', zh: '就绪探针问 MySQL' },
    container: (asks) => ({ ...serving(80), ...asksIt(asks) }),
    because: { start: itsProbe, later: itsProbe },
  },
  {
    text: { en: 'an init container waits until MySQL answers', zh: '有一个 Init 容器等到 MySQL 应答' },
    container: () => serving(80),
    pod: waitsFirst,
    later: 'one-wait-is-enough',
    because: {
      start: {
        en: 'Its main container has not started. A Pod in Init is not Ready.',
        zh: '主容器还没有启动。还在 Init 阶段的 Pod 未就绪。',
      },
      later: {
        en: 'Init containers are over and do not run again while the Pod lives.',
        zh: 'Init 容器已经跑完，只要 Pod 还在就不会再跑。',
      },
    },
  },
  {
    text: {
      en: 'it ends if MySQL does not answer at its start',
      zh: '启动时 MySQL 没有应答就退出',
    },
    container: (asks) => ({ command: ['sh', '-c', `${asks.join(' ')} && exec /app serve 80`] }),
    later: 'kubelet-watches-dependencies',
    because: {
      start: {
        en: 'Its container ends again and again, and waits in between.',
        zh: '容器一再退出，两次之间在等待。',
      },
      later: {
        en: 'It asked once, at its start. Nothing in the node asks for it again.',
        zh: '它启动时问过一次，节点上没有谁会替它再问。',
      },
    },
  },
  {
    text: {
      en: 'init container and probe ask MySQL',
      zh: 'Init 容器和探针都问 MySQL',
    },
    container: (asks) => ({ ...serving(80), ...asksIt(asks) }),
    pod: waitsFirst,
    because: { start: itsProbe, later: itsProbe },
  },
];

const waits = defineGenerator({
  id: 'who-notices-mysql-is-away',
  concept: 'waiting-for-others',
  claims: ['statefulset-16'],
  kind: 'multiple',
  mayHaveNone: true,
  draw: (draw) => {
    const mysql = draw.name();
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const slow = draw.pick([16, 18, 20, 34, 36, 38, 40]);
    const when = draw.pick(['start', 'later'] as const);
    const chosen = draw.some(guards, draw.int(4, 5));
    const members = draw.members(name, chosen.length);
    const asks = ['nc', '-z', mysql, '3306'];
    const moments = {
      start: {
        en: `Half of these ${slow} s are over: everything was applied at once.`,
        zh: `所有对象是一起创建的，现在这 ${slow} 秒过了一半。`,
      },
      later: {
        en: `Later, when all are Ready, \`${mysql}-0\` is replaced, and half of these ${slow} s are over.`,
        zh: `后来全部就绪了，\`${mysql}-0\` 被替换，现在这 ${slow} 秒过了一半。`,
      },
    };
    return {
      kind: 'multiple',
      question: {
        en: `MySQL (StatefulSet \`${mysql}\`) takes ${slow} s to start. The Deployments below run Apache (\`${image}\`), each with its own way to look after MySQL. ${moments[when].en} Whose Pods are not Ready?`,
        zh: `MySQL（StatefulSet \`${mysql}\`）启动要 ${slow} 秒。下面的 Deployment 都运行 Apache（\`${image}\`），顾及 MySQL 的办法各不相同。${moments[when].zh}哪些的 Pod 未就绪？`,
      },
      choices: chosen.map(({ text, because, atStart, later }, i) => {
        const misconception = when === 'start' ? atStart : later;
        return {
          text: { en: `\`${members[i]}\`: ${text.en}`, zh: `\`${members[i]}\`：${text.zh}` },
          happened: {
            count: {
              kind: 'Pod',
              where: {
                all: [{ selectedBy: { matchLabels: { app: members[i] ?? '' } } }, { ready: true }],
              },
            },
            is: 0,
          },
          because: because[when],
          ...(misconception !== undefined && { misconception }),
        };
      }),
      hints: [
        {
          en: 'Who asks after MySQL at this moment: a probe, an init container, the program, or nobody?',
          zh: '这一刻是谁在问 MySQL：探针、Init 容器、程序，还是没有谁？',
        },
      ],
      explanation: {
        en: 'What is asked once protects the start. What a readiness probe asks holds on every day.',
        zh: '只问一次的，保护的是启动。就绪探针所问的，天天有效。',
      },
      run: {
        nodes,
        commands: [
          ...at(
            0,
            ...slowMysql(mysql, image, slow * 1000, {
              readinessProbe: { tcpSocket: { port: 3306 }, periodSeconds: 1 },
            }),
            ...chosen.map((guard, i) =>
              apply(
                workload(
                  'Deployment',
                  members[i] ?? '',
                  image,
                  { replicas: 1 },
                  {
                    containers: [{ name: 'main', image, ...guard.container(asks) }] as never,
                    ...guard.pod?.(asks),
                  },
                ),
              ),
            ),
          ),
          ...(when === 'later' ? at(120_000, deletePod(`${mysql}-0`)) : []),
        ],
      },
      judgedAtMs: (when === 'later' ? 120_000 : 0) + slow * 500,
    };
  },
});

export const waiting = [waits];
