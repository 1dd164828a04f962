import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, scale, workload } from './manifests';

const together = defineGenerator({
  id: 'tiers-together',
  concept: 'start-order',
  claims: ['statefulset-15', 'statefulset-16', 'statefulset-17'],
  kind: 'numeric',
  draw: (draw) => {
    const [squid, apache, mysql] = [draw.name(), draw.name(), draw.name()];
    const nodes = draw.nodes(3);
    const [squids, apaches, mysqls] = [draw.int(2, 5), draw.int(2, 5), draw.int(2, 4)];
    const does = draw.pick(['start', 'delete', 'scale'] as const);
    const notes = draw.pick([true, false]);
    const all = squids + apaches + mysqls;
    const [image] = draw.images(squid);
    const tiers = {
      en: `Deployment \`${squid}\` (Squid, ${squids}), Deployment \`${apache}\` (Apache, ${apaches}) and StatefulSet \`${mysql}\` (MySQL, ${mysqls}, OrderedReady)`,
      zh: `Deployment \`${squid}\`（Squid，${squids}）、Deployment \`${apache}\`（Apache，${apaches}）、StatefulSet \`${mysql}\`（MySQL，${mysqls}，OrderedReady）`,
    };
    const noted = notes
      ? {
          en: ` Apache’s manifest has the annotation \`depends-on: ${mysql}\`.`,
          zh: `Apache 的清单里有注解 \`depends-on: ${mysql}\`。`,
        }
      : { en: '', zh: '' };
    const asked = {
      start: {
        en: `${tiers.en} are applied in one go. Each Pod takes a minute to be Ready.${noted.en} How many Pods are there ten seconds later?`,
        zh: `${tiers.zh}，一次全部创建。每个 Pod 要一分钟才就绪。${noted.zh}十秒之后有几个 Pod？`,
      },
      delete: {
        en: `${tiers.en} run and are Ready.${noted.en} One command deletes all three objects. How many Pods are marked for deletion half a second later?`,
        zh: `${tiers.zh}，都在运行、都就绪。${noted.zh}一条命令删除这三个对象。半秒之后有几个 Pod 被打上了删除标记？`,
      },
      scale: {
        en: `${tiers.en} run and are Ready.${noted.en} One command scales all three to 0. How many Pods are marked for deletion half a second later?`,
        zh: `${tiers.zh}，都在运行、都就绪。${noted.zh}一条命令把三个都缩到 0。半秒之后有几个 Pod 被打上了删除标记？`,
      },
    };
    const slow = (kind: string, name: string): Command => ({ verb: 'slowStart', kind, name, ms: 60_000 });
    const applied = at(
      0,
      ...[
        workload('Deployment', squid, image, { replicas: squids }),
        {
          ...workload('Deployment', apache, image, { replicas: apaches }),
          metadata: { name: apache, ...(notes && { annotations: { 'depends-on': mysql } }) },
        },
        workload('StatefulSet', mysql, image, { replicas: mysqls }),
      ].map(apply),
    );
    const objects = [
      ['Deployment', squid],
      ['Deployment', apache],
      ['StatefulSet', mysql],
    ] as const;
    return {
      kind: 'numeric',
      question: asked[does],
      reads:
        does === 'start'
          ? { count: { kind: 'Pod' }, atMs: 10_000 }
          : { count: { kind: 'Pod', where: { terminating: true } }, atMs: 40_500 },
      because: {
        start: {
          en: 'Three controllers work side by side and know nothing of each other. Only within the StatefulSet does a Pod wait for the one before it.',
          zh: '三个控制器各干各的，互不相识。只有 StatefulSet 内部，后一个 Pod 会等前一个。',
        },
        delete: {
          en: 'Each deletion is carried out when it is asked for. Nobody keeps an order between objects, and a deleted StatefulSet keeps none among its Pods.',
          zh: '每个删除一提出就执行。对象之间没有谁守次序，被删除的 StatefulSet 也不管 Pod 的先后。',
        },
        scale: {
          en: 'The Deployments give up all Pods at once. The StatefulSet goes from the highest ordinal down, one by one, without asking after the others.',
          zh: '两个 Deployment 一次放走所有 Pod。StatefulSet 从最大的序号开始一个一个减，不管别人。',
        },
      }[does],
      wrong:
        does === 'start'
          ? [
              ...(notes
                ? [
                    {
                      answer: squids + 1,
                      because: {
                        en: 'No controller reads such an annotation. Kubernetes has no field for it either.',
                        zh: '没有控制器会读这样的注解，Kubernetes 也没有这样的字段。',
                      },
                      misconception: 'kubernetes-has-depends-on',
                    },
                  ]
                : []),
              {
                answer: 1,
                because: {
                  en: 'Squid and Apache do not wait for MySQL. What waits is traffic.',
                  zh: 'Squid 和 Apache 不等 MySQL。等的是流量。',
                },
                misconception: 'needs-hold-back-starts',
              },
              {
                answer: all,
                because: {
                  en: 'OrderedReady makes one Pod and waits until it is Ready.',
                  zh: 'OrderedReady 先创建一个 Pod，等它就绪。',
                },
                misconception: 'statefulset-creates-side-by-side',
              },
            ]
          : [
              {
                answer: squids,
                because: {
                  en: 'That would be the old order turned round, and nobody knows it.',
                  zh: '那是把老次序倒过来，而这个次序没有谁知道。',
                },
                misconception: 'deletion-runs-backwards',
              },
              does === 'delete'
                ? {
                    answer: squids + apaches + 1,
                    because: {
                      en: 'One by one is how a StatefulSet is scaled down. Its deletion takes all Pods.',
                      zh: '一个一个来，那是 StatefulSet 缩容。删除它，所有 Pod 一起走。',
                    },
                    misconception: 'deletion-keeps-the-order',
                  }
                : {
                    answer: all,
                    because: {
                      en: 'Scaling a StatefulSet down takes one Pod at a time.',
                      zh: 'StatefulSet 缩容一次只减一个 Pod。',
                    },
                    misconception: 'statefulset-deletes-side-by-side',
                  },
            ],
      hints: [
        {
          en: 'Who would have to know of all three objects?',
          zh: '要讲三者的次序，得有谁三个都认识？',
        },
        { en: 'And within the StatefulSet?', zh: 'StatefulSet 内部呢？' },
      ],
      explanation: {
        en: 'A StatefulSet orders its own replicas. Between workloads there are readiness, retries, and whoever gives the commands.',
        zh: 'StatefulSet 只管自己副本的顺序。工作负载之间，靠就绪、重试，以及下命令的人。',
      },
      run: {
        nodes,
        commands: [
          ...applied,
          ...(does === 'start' ? at(0, ...objects.map(([kind, name]) => slow(kind, name))) : []),
          ...(does === 'delete'
            ? at(40_000, ...objects.map(([kind, name]) => ({ verb: 'delete' as const, kind, name })))
            : []),
          ...(does === 'scale' ? at(40_000, ...objects.map(([kind, name]) => scale(kind, name, 0))) : []),
        ],
      },
    };
  },
});

export const tiers = [together];
