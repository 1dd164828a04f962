import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { deletePod } from '../commands';
import { apply, at, workload } from './manifests';
import { probed, serving, slowMysql } from './migration';

const outage = defineGenerator({
  id: 'after-the-outage',
  concept: 'waiting-for-others',
  claims: ['statefulset-16'],
  kind: 'numeric',
  draw: (draw) => {
    const [apache, mysql] = [draw.name(), draw.name()];
    const nodes = draw.nodes(2);
    const [image] = draw.images(apache);
    const replicas = draw.int(2, 6);
    const outages = draw.int(1, 3);
    const asks = draw.pick(['made', 'restarted', 'soon', 'late'] as const);
    const gated = asks === 'made' || asks === 'restarted';
    const [slow = 0, soon = 0, late = 0] = draw.pick([
      [20, 28, 60],
      [52, 68, 120],
    ]);
    const atMs = asks === 'soon' ? soon * 1000 : late * 1000;
    const knock = ['nc', '-z', mysql, '3306'];
    const own = { selectedBy: { matchLabels: { app: apache } } };
    const probe = {
      en: `The readiness probe of Apache (Deployment \`${apache}\`, ${replicas} Pods of \`${image}\`) connects to MySQL (StatefulSet \`${mysql}\`). MySQL is replaced ${outages > 1 ? `${outages} times and away for a while each time` : 'and away for a while'}.`,
      zh: `Apache（Deployment \`${apache}\`，${replicas} 个 \`${image}\` 的 Pod）的就绪探针连接 MySQL（StatefulSet \`${mysql}\`）。MySQL 被替换${outages > 1 ? `了 ${outages} 次，每次都` : '，'}有一阵子不在。`,
    };
    const retry = {
      en: `Apache (Deployment \`${apache}\`, ${replicas} Pods of \`${image}\`) connects to MySQL (StatefulSet \`${mysql}\`) when it starts, and ends if it can’t. Both are applied at once; MySQL answers after ${slow} s.`,
      zh: `Apache（Deployment \`${apache}\`，${replicas} 个 \`${image}\` 的 Pod）启动时连接 MySQL（StatefulSet \`${mysql}\`），连不上就退出。两者一起创建，MySQL 在 ${slow} 秒之后才应答。`,
    };
    const asked = {
      made: {
        en: `${probe.en} How many Pods of Apache have been created in all, when MySQL is back for good?`,
        zh: `${probe.zh}等 MySQL 稳定下来，Apache 的 Pod 前后一共创建过几个？`,
      },
      restarted: {
        en: `${probe.en} How many Apaches show 0 under RESTARTS, when MySQL is back for good?`,
        zh: `${probe.zh}等 MySQL 稳定下来，RESTARTS 一列是 0 的 Apache 有几个？`,
      },
      soon: {
        en: `${retry.en} How many Apaches are Ready ${soon} s after the start?`,
        zh: `${retry.zh}从创建算起第 ${soon} 秒，有几个 Apache 就绪？`,
      },
      late: {
        en: `${retry.en} How many Apaches are Ready ${late} s after the start, if nobody does anything?`,
        zh: `${retry.zh}没有谁插手，从创建算起第 ${late} 秒，有几个 Apache 就绪？`,
      },
    };
    return {
      kind: 'numeric',
      question: asked[asks],
      reads: {
        made: { created: { kind: 'Pod', where: own }, fromMs: 0, untilMs: 260_000 },
        restarted: {
          count: {
            kind: 'Pod',
            where: { all: [own, { path: 'status.containerStatuses.0.restartCount', equals: 0 }] },
          },
          atMs: 260_000,
        },
        soon: { count: { kind: 'Pod', where: { all: [own, { ready: true }] } }, atMs },
        late: { count: { kind: 'Pod', where: { all: [own, { ready: true }] } }, atMs },
      }[asks],
      because: gated
        ? {
            en: 'A readiness probe that fails takes a Pod out of the Service. It restarts nothing and replaces nothing.',
            zh: '就绪探针失败，只是把 Pod 移出 Service，不重启也不替换什么。',
          }
        : {
            en: 'The kubelet tries again after 10 s, 20 s, 40 s and so on, by its clock alone, and never stops trying.',
            zh: 'kubelet 隔 10 秒、20 秒、40 秒……再试，只看自己的时钟，而且一直试下去。',
          },
      wrong: {
        made: [
          {
            answer: replicas * (1 + outages),
            because: {
              en: 'A Pod that is not Ready still counts as one of them.',
              zh: '未就绪的 Pod 仍然算在里面。',
            },
            misconception: 'unready-pods-are-replaced',
          },
        ],
        restarted: [
          {
            answer: 0,
            because: {
              en: 'Restarts are what a liveness probe asks for.',
              zh: '会引起重启的是存活探针。',
            },
            misconception: 'unready-pods-are-restarted',
          },
        ],
        soon: [
          {
            answer: replicas,
            because: {
              en: 'MySQL is there, and the kubelet does not know it. The wait has to end first.',
              zh: 'MySQL 已经在了，kubelet 并不知道，要先把等待的时间过完。',
            },
            misconception: 'kubelet-watches-dependencies',
          },
        ],
        late: [
          {
            answer: 0,
            because: {
              en: 'CrashLoopBackOff is the name of a wait. After it comes the next try.',
              zh: 'CrashLoopBackOff 说的是等待。等完就是下一次尝试。',
            },
            misconception: 'crash-loops-need-a-human',
          },
        ],
      }[asks],
      hints: [
        {
          en: 'Who acts here, and on what: a probe’s answer, the end of a container, or a clock?',
          zh: '这里是谁在行动，依据的是什么：探针的结果、容器的退出，还是时钟？',
        },
      ],
      explanation: {
        en: 'Neither needs an order or a hand. A gate loses nothing when MySQL is away; retrying costs the rest of a wait.',
        zh: '两种都不需要次序，也不需要人。用就绪把关，MySQL 不在时什么也不丢；靠重试，代价是没等完的那段时间。',
      },
      run: {
        nodes,
        commands: [
          ...at(
            0,
            ...slowMysql(mysql, image, gated ? 20_000 : slow * 1000 - 3_000),
            apply(
              workload(
                'Deployment',
                apache,
                image,
                { replicas },
                {
                  containers: [
                    {
                      name: 'main',
                      image,
                      ...(gated
                        ? { ...serving(80), ...probed(knock) }
                        : { command: ['sh', '-c', `${knock.join(' ')} && exec /app serve 80`] }),
                    },
                  ],
                },
              ),
            ),
          ),
          ...(gated
            ? Array.from({ length: outages }, (_, i) =>
                at(60_000 + i * 60_000, deletePod(`${mysql}-0`)),
              ).flat()
            : []),
        ],
      },
    };
  },
});

export const outages = [outage];
