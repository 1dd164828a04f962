import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import { deletePod } from '../commands';
import { apply, at, claim, claimTemplates, container, onClaim, setImage, workload } from './manifests';

export const rows = '/var/lib/mysql/rows';
export const mounted = { volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }] };

/** A database that is Ready while it has its rows. */
export const database = (image: string, more: object = mounted) =>
  container(image, {
    readinessProbe: {
      exec: { command: ['/app', 'test', rows] },
      periodSeconds: 1,
      failureThreshold: 1,
    },
    ...more,
  });

/** Imports the rows, or drops them. */
export const run = (pod: string, verb: 'touch' | 'rm'): Command => ({
  verb: 'exec',
  pod,
  command: ['/app', verb, rows],
});

const oneDirectory = defineGenerator({
  id: 'deployment-one-directory',
  concept: 'deployment-with-state',
  claims: ['statefulset-02'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [old, fresh] = draw.images(name);
    const replicas = draw.int(1, 3);
    const surge = draw.pick([undefined, 1, 2]);
    const strategy =
      surge === undefined
        ? { type: 'Recreate' }
        : { type: 'RollingUpdate', rollingUpdate: { maxSurge: surge, maxUnavailable: 0 } };
    const told =
      surge === undefined
        ? '`strategy: {type: Recreate}`'
        : `\`maxSurge: ${surge}\` and \`maxUnavailable: 0\``;
    const toldZh =
      surge === undefined ? '`strategy: {type: Recreate}`' : `\`maxSurge: ${surge}\`、\`maxUnavailable: 0\``;
    return {
      kind: 'numeric',
      question: {
        en: `Deployment \`${name}\` has ${told}, ${replicas} ${replicas > 1 ? 'Pods' : 'Pod'} of \`${old}\`, and a template that mounts claim \`${name}-data\`. The image is set to \`${fresh}\`. How many Pods that are not Terminating mount this claim at most at one moment of the update?`,
        zh: `Deployment \`${name}\`：${toldZh}，${replicas} 个 \`${old}\` 的 Pod，模板挂载 PVC \`${name}-data\`。把镜像改成 \`${fresh}\`。更新过程中，挂着这个 PVC、又不在终止的 Pod，同一时刻最多有几个？`,
      },
      reads: {
        most: {
          kind: 'Pod',
          where: {
            all: [
              { terminating: false },
              { path: 'spec.volumes', has: { persistentVolumeClaim: { claimName: `${name}-data` } } },
            ],
          },
        },
        fromMs: 15_000,
        untilMs: 60_000,
      },
      because: {
        en: 'All Pods come from one template, which names one claim. `maxSurge` adds new ones while the old ones still write; Recreate ends the old ones first.',
        zh: '所有 Pod 出自同一个模板，写的是同一个 PVC。`maxSurge` 会在旧的还在写的时候加新的；Recreate 先结束旧的。',
      },
      wrong: [
        {
          answer: surge === undefined ? replicas + 1 : replicas,
          because:
            surge === undefined
              ? {
                  en: 'Recreate makes no new Pod before the old ones are gone.',
                  zh: '用 Recreate，旧的 Pod 消失之前不会创建新的。',
                }
              : {
                  en: 'For a while the new ones stand beside the old, on the same directory.',
                  zh: '有一阵子新旧 Pod 并存，用的是同一个目录。',
                },
          misconception:
            surge === undefined
              ? 'successor-comes-before-the-old-pod-goes'
              : 'rolling-is-fine-for-one-directory',
        },
        {
          answer: 0,
          because: {
            en: 'Any Pod template may name a claim, that of a Deployment too.',
            zh: '任何 Pod 模板都可以写 PVC，Deployment 的也可以。',
          },
          misconception: 'deployments-hold-no-state',
        },
        {
          answer: 1,
          because: {
            en: 'A Deployment has no templates for claims: further Pods mount the same one.',
            zh: 'Deployment 没有申领模板，其余的 Pod 挂的是同一个 PVC。',
          },
          misconception: 'replicas-get-claims-of-their-own',
        },
      ],
      hints: [
        {
          en: 'How many Pods may there be during the update, and which claim does each mount?',
          zh: '更新过程中可以有几个 Pod？各自挂的是哪个 PVC？',
        },
      ],
      explanation: {
        en: 'For one program on one directory: one replica and Recreate. For several with a directory each: a StatefulSet.',
        zh: '一个程序用一个目录：1 个副本加 Recreate。好几个程序各用各的目录：StatefulSet。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: [
          ...at(
            0,
            claim(`${name}-data`),
            apply(
              workload(
                'Deployment',
                name,
                old,
                { replicas, strategy },
                { containers: [container(old, mounted)], volumes: onClaim(`${name}-data`) },
              ),
            ),
          ),
          ...at(15_000, setImage('Deployment', name, fresh)),
        ],
      },
    };
  },
});

const withTable = defineGenerator({
  id: 'statefulset-databases',
  concept: 'statefulset-promises',
  claims: ['statefulset-01', 'stateless-stateful-05'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 6);
    const imported = draw.int(2, replicas - 1);
    const deleted = draw.int(0, imported - 1);
    const drops = draw.pick([true, true, false]);
    const pod = (ordinal: number) => `${name}-${ordinal}`;
    const list = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => `\`${pod(from + i)}\``);
    const lost = pod(imported - 1);
    const gone =
      deleted === 0
        ? { en: '', zh: '' }
        : {
            en: ` ${list(0, deleted).join(' and ')} ${deleted > 1 ? 'are' : 'is'} deleted and made again.`,
            zh: `${list(0, deleted).join('、')} 被删除，又重新创建。`,
          };
    const dropped = drops
      ? { en: ` In \`${lost}\` somebody drops the table.`, zh: `有人在 \`${lost}\` 里删了这张表。` }
      : { en: '', zh: '' };
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) runs ${replicas} databases, Parallel, with a claim template. One that has the table is Ready. It is imported into ${list(0, imported).join(', ')}.${gone.en}${dropped.en} How many are Ready in the end?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）运行 ${replicas} 个数据库，Parallel，有申领模板。有那张表的才就绪。把表导入 ${list(0, imported).join('、')}。${gone.zh}${dropped.zh}最后有几个就绪？`,
      },
      reads: { count: { kind: 'Pod', where: { ready: true } }, atMs: 50_000 },
      because: {
        en: 'Each finds again what lies on its own claim, no more and no less. Nobody copies a table, and nobody brings one back.',
        zh: '每个数据库找回的就是自己 PVC 上的东西，不多也不少。没有谁复制表，也没有谁把表恢复回来。',
      },
      wrong: [
        {
          answer: replicas,
          because: {
            en: 'Copying to the others is up to the database itself.',
            zh: '复制到其他成员，是数据库自己的事。',
          },
          misconception: 'statefulset-replicates',
        },
        ...(drops
          ? [
              {
                answer: imported,
                because: {
                  en: 'A claim that stays is no second copy: what was dropped there is dropped.',
                  zh: 'PVC 留着，并不等于有第二份：在上面删掉的就是删掉了。',
                },
                misconception: 'statefulset-backs-up',
              },
            ]
          : []),
        ...(deleted > 0
          ? [
              {
                answer: imported - deleted - (drops ? 1 : 0),
                because: {
                  en: 'A Pod that comes again mounts the claim of its ordinal, with the table on it.',
                  zh: '再来的 Pod 会挂载自己序号的 PVC，表就在上面。',
                },
                misconception: 'claim-goes-with-its-pod',
              },
            ]
          : []),
        {
          answer: 1,
          because: {
            en: 'For Kubernetes they are alike. Who leads is settled among the databases.',
            zh: '在 Kubernetes 看来它们都一样，谁是主由数据库自己商定。',
          },
          misconception: 'statefulset-chooses-a-leader',
        },
      ],
      hints: [
        { en: 'Go through the claims one by one: what lies on each?', zh: '逐个看 PVC：上面各有什么？' },
      ],
      explanation: {
        en: 'A StatefulSet gives each a name and a disk. Replication, leaders and backups are for the application or an operator.',
        zh: 'StatefulSet 给每个成员名字和磁盘。复制、选主、备份要靠应用或 operator。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(
            0,
            apply(
              workload(
                'StatefulSet',
                name,
                image,
                { replicas, podManagementPolicy: 'Parallel', volumeClaimTemplates: claimTemplates },
                { containers: [database(image)] },
              ),
            ),
          ),
          ...at(10_000, ...Array.from({ length: imported }, (_, i) => run(pod(i), 'touch'))),
          ...at(20_000, ...Array.from({ length: deleted }, (_, i) => deletePod(pod(i)))),
          ...(drops ? at(40_000, run(lost, 'rm')) : []),
        ],
      },
    };
  },
});

export const databases = [oneDirectory, withTable];
