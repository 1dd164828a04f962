import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, barePod, container, cordon, workload } from './manifests';

const left = defineGenerator({
  id: 'bare-and-owned-pods',
  concept: 'pod-kinds',
  claims: ['pod-01'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [first = '', second = ''] = nodes;
    const [image] = draw.images(name);
    const bare = draw.int(3, 6);
    const crashed = draw.int(1, 2);
    const deleted = draw.int(0, bare - crashed);
    const owned = draw.int(1, 4);
    const isLost = draw.pick([true, false, false]);
    const members = draw.members(name, bare);
    const crash = members.slice(0, crashed);
    const remove = members.slice(crashed, crashed + deleted);
    const list = (names: readonly string[]) => names.map((one) => `\`${one}\``);
    const lost = isLost
      ? {
          en: ` Then \`${first}\` falls silent for good; \`${second}\` is free. How many of all these Pods are Ready ten minutes later?`,
          zh: `然后 \`${first}\` 彻底失联，\`${second}\` 是空闲的。十分钟之后，所有这些 Pod 里有几个就绪？`,
        }
      : {
          en: ' How many of all these Pods are Ready a minute later?',
          zh: '一分钟之后，所有这些 Pod 里有几个就绪？',
        };
    const gone = deleted === 0 ? '' : ` ${list(remove).join(', ')} ${deleted > 1 ? 'are' : 'is'} deleted.`;
    const goneZh = deleted === 0 ? '' : `${list(remove).join('、')} 被删除。`;
    return {
      kind: 'numeric',
      question: {
        en: `On \`${first}\` run the bare Pods ${list(members).join(', ')} and Deployment \`${name}\` with ${owned} ${owned > 1 ? 'Pods' : 'Pod'}, all of \`${image}\`, all Ready. A container crashes in ${list(crash).join(' and ')}.${gone}${lost.en}`,
        zh: `\`${first}\` 上运行着无主的 Pod ${list(members).join('、')}，另有 Deployment \`${name}\` 的 ${owned} 个 Pod，都是 \`${image}\`，全部就绪。${list(crash).join('、')} 的容器崩溃。${goneZh}${lost.zh}`,
      },
      reads: { count: { kind: 'Pod', where: { ready: true } }, atMs: isLost ? 660_000 : 120_000 },
      because: {
        en: 'The kubelet starts a crashed container again, whoever owns the Pod. A Pod that is gone, or whose node is, comes back only as another one, made by its owner’s controller.',
        zh: '容器崩溃，kubelet 会重启它，不管 Pod 有没有属主。Pod 没了，或者节点没了，只有属主的控制器会另外创建一个。',
      },
      wrong: [
        {
          answer: bare + owned,
          because: {
            en: 'Nobody has a bare Pod on a list, so nobody makes it again.',
            zh: '无主的 Pod 不在谁的单子上，没有谁会再创建。',
          },
          misconception: 'bare-pods-come-back',
        },
        {
          answer: isLost ? 0 : bare - crashed - deleted + owned,
          because: isLost
            ? {
                en: 'After five minutes the Pods of a silent node are given up, and their controller makes others.',
                zh: '节点失联五分钟之后，上面的 Pod 被放弃，控制器会另外创建。',
              }
            : {
                en: 'Restarting a container is the work of the kubelet. It needs no controller.',
                zh: '重启容器是 kubelet 的事，不需要控制器。',
              },
          ...(!isLost && { misconception: 'bare-pods-are-not-restarted' }),
        },
      ],
      hints: [
        {
          en: 'Ask of each Pod: is a container to be repaired, or the Pod itself? By whom?',
          zh: '逐个问：要修的是容器，还是 Pod 本身？由谁来修？',
        },
      ],
      explanation: {
        en: 'A bare Pod is bound to its node for life. That is why Pods are seldom made by hand.',
        zh: '无主的 Pod 一辈子绑在一个节点上，所以很少有人手工创建 Pod。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: [
          ...at(0, cordon(second, true)),
          ...at(
            1_000,
            apply(workload('Deployment', name, image, { replicas: owned })),
            ...members.map((member) => barePod(member, { containers: [container(image)] })),
          ),
          ...at(40_000, cordon(second, false)),
          ...at(
            60_000,
            ...crash.map((pod) => ({ verb: 'crash' as const, pod })),
            ...remove.map((member) => ({ verb: 'delete' as const, kind: 'Pod', name: member })),
            ...(isLost ? [{ verb: 'silence' as const, node: first }] : []),
          ),
        ],
      },
    };
  },
});

export const barePods = [left];
