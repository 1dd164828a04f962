import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { deletePod } from '../commands';
import {
  apply,
  at,
  barePod,
  claim,
  claimTemplates,
  container,
  cordon,
  emptied,
  onClaim,
  workload,
} from './manifests';

const file = '/data/file';

/** Ready while it finds its file; mounts the volume `data` or has the directory in its own layer. */
const finder = (image: string, isMounted: boolean) =>
  container(image, {
    readinessProbe: {
      exec: { command: ['/app', 'test', file] },
      periodSeconds: 1,
      failureThreshold: 1,
    },
    ...(isMounted && { volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
  });

type Place = 'layer' | 'emptyDir' | 'claim' | 'beside';

const places: Readonly<Record<Place, Text>> = {
  layer: { en: 'in its container’s own layer', zh: '写在容器自己的层里' },
  emptyDir: { en: 'in an emptyDir', zh: '写在 emptyDir 里' },
  claim: { en: 'on a mounted claim', zh: '写在挂载的 PVC 上' },
  beside: { en: 'in the layer; a claim is there, not mounted', zh: '写在容器层里；有 PVC，但没有挂载' },
};

const lives: Readonly<Record<Place, Text>> = {
  layer: {
    en: 'The layer belongs to one container. The next one begins with the image.',
    zh: '这一层属于一个容器，下一个容器从镜像重新开始。',
  },
  emptyDir: {
    en: 'An emptyDir belongs to one Pod: it outlives a container, and not the Pod.',
    zh: 'emptyDir 属于一个 Pod：容器没了它还在，Pod 没了它也没了。',
  },
  claim: {
    en: 'A claim is an object of its own. Whoever mounts it finds what lies there.',
    zh: 'PVC 是单独的对象，谁挂载它，就能找到上面的东西。',
  },
  beside: {
    en: 'What is written beside the mounts lies in the layer, and goes with the container.',
    zh: '没有写在挂载的地方，就是写在容器层里，随容器消失。',
  },
};

/** What leads to a wrong choice, by its id. */
const beliefs: Readonly<
  Record<Place, Readonly<Record<'crash' | 'delete', Readonly<Record<string, string>>>>>
> = {
  layer: {
    crash: { there: 'own-layer-outlives-a-restart' },
    delete: { there: 'same-pod-comes-back', nothing: 'removed-state-is-lost' },
  },
  emptyDir: {
    crash: { lost: 'emptydir-goes-with-the-container' },
    delete: { there: 'emptydir-outlives-the-pod', nothing: 'removed-state-is-lost' },
  },
  claim: {
    crash: {},
    delete: { lost: 'claim-goes-with-its-pod', nothing: 'removed-state-is-lost' },
  },
  beside: {
    crash: { there: 'a-claim-works-unmounted' },
    delete: { there: 'a-claim-works-unmounted', nothing: 'removed-state-is-lost' },
  },
};
const unowned = { there: 'bare-pods-come-back', lost: 'bare-pods-come-back' };

const kept = defineGenerator({
  id: 'where-a-file-lives',
  concept: 'where-files-live',
  claims: ['stateless-stateful-02', 'stateless-stateful-06'],
  kind: 'match',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const all = (Object.keys(places) as Place[]).flatMap((place) =>
      (['crash', 'delete'] as const).flatMap((event) =>
        [true, false].map((isOwned) => ({ place, event, isOwned })),
      ),
    );
    const chosen = draw.some(
      all.filter(({ event, isOwned }) => isOwned || event === 'delete'),
      4,
    );
    draw.need(chosen.filter(({ isOwned }) => !isOwned).length <= 1);
    draw.need(new Set(chosen.map(({ place }) => place)).size > 2);
    const members = draw.members(name, 4);
    const podOf = (i: number) => (chosen[i]?.isOwned ? `${members[i]}-0` : `${members[i]}`);
    const owner = (isOwned: boolean): Text =>
      isOwned
        ? { en: 'StatefulSet of one', zh: '单副本的 StatefulSet' }
        : { en: 'bare Pod', zh: '无主的 Pod' };
    const events: Readonly<Record<'crash' | 'delete', Text>> = {
      crash: { en: 'its container crashes', zh: '容器崩溃' },
      delete: { en: 'the Pod is deleted', zh: 'Pod 被删除' },
    };
    return {
      kind: 'match',
      question: {
        en: `Programs of \`${image}\` have written a file, each in its own place. Then something happens to them. How does each stand half a minute later?`,
        zh: `几个 \`${image}\` 的程序各在自己的地方写了一个文件，随后出了点事。半分钟之后各是什么样子？`,
      },
      choices: [
        { id: 'there', text: { en: 'It runs, the file is there', zh: '在运行，文件还在' }, value: true },
        { id: 'lost', text: { en: 'It runs, the file is lost', zh: '在运行，文件没了' }, value: false },
        { id: 'nothing', text: { en: 'Nothing runs', zh: '没有在运行的' }, value: null },
      ],
      stems: chosen.map(({ place, event, isOwned }, i) => {
        return {
          text: {
            en: `\`${members[i]}\`, ${owner(isOwned).en}, its file ${places[place].en}: ${events[event].en}`,
            zh: `\`${members[i]}\`，${owner(isOwned).zh}，文件${places[place].zh}：${events[event].zh}`,
          },
          reads: { object: `Pod/${podOf(i)}`, path: 'status.containerStatuses.0.ready', atMs: 45_000 },
          because: isOwned
            ? lives[place]
            : {
                en: 'Nobody makes a bare Pod again, wherever its file lay.',
                zh: '无主的 Pod 没有谁会再创建，不管文件放在哪里。',
              },
          wrong: isOwned ? beliefs[place][event] : unowned,
        };
      }),
      hints: [
        {
          en: 'What was thrown away: a container, or a Pod? What does that place belong to?',
          zh: '没了的是容器，还是 Pod？那个地方属于谁？',
        },
      ],
      explanation: {
        en: 'Layer, emptyDir, claim: each place lives as long as the container, the Pod or the claim that it belongs to.',
        zh: '容器层、emptyDir、PVC：属于容器的随容器，属于 Pod 的随 Pod，属于 PVC 的随 PVC。',
      },
      run: {
        nodes,
        commands: [
          ...at(
            0,
            ...chosen.flatMap(({ place, isOwned }, i) => {
              const member = members[i] ?? '';
              const containers = [finder(image, place === 'emptyDir' || place === 'claim')];
              const volumes = place === 'emptyDir' ? { volumes: [{ name: 'data', emptyDir: {} }] } : {};
              const hasClaim = place === 'claim' || place === 'beside';
              if (isOwned)
                return apply(
                  workload(
                    'StatefulSet',
                    member,
                    image,
                    { replicas: 1, ...(hasClaim && { volumeClaimTemplates: claimTemplates }) },
                    { containers, ...volumes },
                  ),
                );
              const claimed = hasClaim ? { volumes: onClaim(`data-${member}`) } : volumes;
              return [
                ...(hasClaim ? [claim(`data-${member}`)] : []),
                barePod(member, { terminationGracePeriodSeconds: 10, containers, ...claimed }),
              ];
            }),
          ),
          ...at(
            10_000,
            ...chosen.map((_, i) => ({
              verb: 'exec' as const,
              pod: podOf(i),
              command: ['/app', 'touch', file],
            })),
          ),
          ...at(
            15_000,
            ...chosen.map(({ event }, i) =>
              event === 'crash' ? { verb: 'crash' as const, pod: podOf(i) } : deletePod(podOf(i)),
            ),
          ),
        ],
      },
      judgedAtMs: 45_000,
    };
  },
});

const moved = defineGenerator({
  id: 'node-emptied',
  concept: 'swap-test',
  claims: ['stateless-stateful-03'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [full = '', free = ''] = nodes;
    const [image] = draw.images(name);
    const kind = draw.pick(['Deployment', 'StatefulSet', 'ReplicaSet'] as const);
    const replicas = draw.int(2, 6);
    const bare = draw.int(1, 3);
    const asksNew = draw.pick([true, false]);
    const members = draw.members(name, bare);
    const list = members.map((member) => `\`${member}\``);
    const asked = asksNew
      ? {
          en: 'How many of the Pods that run a minute later are other objects than those before?',
          zh: '一分钟之后运行的 Pod 里，有几个是和之前不同的对象？',
        }
      : { en: 'How many Pods run a minute later?', zh: '一分钟之后有几个 Pod 在运行？' };
    return {
      kind: 'numeric',
      question: {
        en: `On \`${full}\` run ${kind} \`${name}\` with ${replicas} Pods of \`${image}\` and the bare ${bare > 1 ? 'Pods' : 'Pod'} ${list.join(', ')}. The node is emptied: all its Pods are deleted, and \`${free}\` is free. ${asked.en}`,
        zh: `\`${full}\` 上运行着 ${kind} \`${name}\` 的 ${replicas} 个 Pod（\`${image}\`），还有无主的 Pod ${list.join('、')}。节点被腾空：上面的 Pod 全部删除，\`${free}\` 是空闲的。${asked.zh}`,
      },
      reads: asksNew
        ? { created: { kind: 'Pod' }, fromMs: 30_000, untilMs: 90_000 }
        : { count: { kind: 'Pod', where: { ready: true } }, atMs: 90_000 },
      because: {
        en: 'A deleted Pod never comes back. The controller makes others from the template, as many as are missing; for a bare Pod nobody does.',
        zh: '删掉的 Pod 不会回来。缺几个，控制器就按模板另外创建几个；无主的 Pod 没有谁来补。',
      },
      wrong: [
        {
          answer: bare + replicas,
          because: {
            en: 'A bare Pod is on nobody’s list.',
            zh: '无主的 Pod 不在谁的单子上。',
          },
          misconception: 'bare-pods-come-back',
        },
        asksNew
          ? {
              answer: 0,
              because: {
                en: `What comes are new objects, each with a UID and an address of its own${kind === 'StatefulSet' ? '; only the names are the old ones' : ''}.`,
                zh: `来的是新的对象，各有自己的 UID 和地址${kind === 'StatefulSet' ? '，沿用的只是名字' : ''}。`,
              },
              misconception: 'same-pod-comes-back',
            }
          : {
              answer: 0,
              because: {
                en: 'The desired state still says how many there should be.',
                zh: '期望状态里仍写着要几个。',
              },
              misconception: 'replaced-pods-stay-gone',
            },
      ],
      hints: [
        { en: 'Who has which of these Pods on a list?', zh: '这些 Pod 各在谁的单子上？' },
        {
          en: 'Is what is made anew the Pod that was there?',
          zh: '新创建的，还是原来那个 Pod 吗？',
        },
      ],
      explanation: {
        en: 'That is the swap of the swap test: others take their places, and whatever lay in the old ones is not in them.',
        zh: '这就是替换测试里的“换”：位置由别的 Pod 接替，原来放在 Pod 里的东西，新的里面没有。',
      },
      run: {
        nodes,
        subject: `${kind}/${name}`,
        commands: [
          ...at(0, cordon(free, true)),
          ...at(
            1_000,
            apply(workload(kind, name, image, { replicas })),
            ...members.map((member) =>
              barePod(member, { terminationGracePeriodSeconds: 10, containers: [container(image)] }),
            ),
          ),
          ...at(25_000, cordon(free, false)),
          ...at(30_000, emptied(full, true)),
        ],
      },
    };
  },
});

export const swapped = [kept, moved];
