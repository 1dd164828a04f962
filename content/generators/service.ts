import 'server-only';
import type { Command } from '@/lib/cluster/command';
import type { Labels } from '@/lib/cluster/objects';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, container } from './manifests';

type State = 'ready' | 'unready' | 'other' | 'more' | 'terminating';

/** The states of five Pods. */
const mixes: readonly (readonly State[])[] = [
  ['ready', 'unready', 'other', 'terminating', 'unready'],
  ['ready', 'more', 'unready', 'other', 'terminating'],
  ['ready', 'ready', 'other', 'other', 'terminating'],
  ['more', 'unready', 'unready', 'other', 'other'],
  ['more', 'more', 'terminating', 'terminating', 'other'],
  ['ready', 'terminating', 'terminating', 'unready', 'other'],
  ['more', 'other', 'other', 'other', 'terminating'],
  ['ready', 'more', 'unready', 'unready', 'other'],
  ['ready', 'other', 'other', 'other', 'other'],
  ['unready', 'more', 'other', 'other', 'other'],
];

const endpoints = defineGenerator({
  id: 'service-endpoints',
  concept: 'service-endpoints',
  claims: [],
  kind: 'multiple',
  mayHaveNone: true,
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const publishes = draw.pick([false, false, true]);
    const mix = draw.pick(mixes);
    const pods = draw.members(name, mix.length).flatMap((pod, i) => {
      const state = mix[i];
      return state ? [{ pod, state }] : [];
    });
    const labelsOf = (state: State): Labels => {
      if (state === 'other') return { app: name, track: 'canary', zone: 'east' };
      return state === 'more' ? { app: name, tier: 'web', track: 'canary' } : { app: name, tier: 'web' };
    };
    const words: Record<State, { readonly en: string; readonly zh: string }> = {
      ready: { en: 'Ready', zh: '就绪' },
      unready: { en: 'Running, not Ready', zh: '运行中，未就绪' },
      other: { en: 'Ready', zh: '就绪' },
      more: { en: 'Ready', zh: '就绪' },
      terminating: { en: 'Terminating, its probe still succeeds', zh: 'Terminating，探针仍然成功' },
    };
    const labelText = (state: State) =>
      Object.entries(labelsOf(state))
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    const more = publishes ? ' and `publishNotReadyAddresses: true`' : '';
    const moreZh = publishes ? '，`publishNotReadyAddresses: true`' : '';
    return {
      kind: 'multiple',
      question: {
        en: `Service \`${name}\` (Pods of \`${image}\`) has \`selector: {app: ${name}, tier: web}\`${more}. Which Pods are in its EndpointSlice with \`ready: true\`?`,
        zh: `Service \`${name}\`（Pod 的镜像是 \`${image}\`）：\`selector: {app: ${name}, tier: web}\`${moreZh}。哪些 Pod 在它的 EndpointSlice 里是 \`ready: true\`？`,
      },
      choices: pods.map(({ pod, state }) => ({
        text: {
          en: `\`${pod}\`, \`${labelText(state)}\`, ${words[state].en}`,
          zh: `\`${pod}\`，\`${labelText(state)}\`，${words[state].zh}`,
        },
        happened: {
          count: {
            kind: 'EndpointSlice',
            where: {
              path: 'endpoints',
              has: { targetRef: { name: pod }, conditions: { ready: true } },
            },
          },
          atLeast: 1,
        },
        because: {
          right: {
            en:
              state === 'more'
                ? 'It has every label of the selector. Further labels do not matter.'
                : state === 'ready'
                  ? 'It has the labels and is Ready.'
                  : '`publishNotReadyAddresses` calls every selected Pod ready.',
            zh:
              state === 'more'
                ? '选择算符要的标签它都有，多出来的标签无关紧要。'
                : state === 'ready'
                  ? '标签符合，并且就绪。'
                  : '`publishNotReadyAddresses` 把选中的 Pod 都当作就绪。',
          },
          wrong: {
            en:
              state === 'other'
                ? 'It lacks `tier=web`. All labels of the selector have to be there.'
                : state === 'terminating'
                  ? 'A Pod that is Terminating is `ready: false` from the moment of its deletion, whatever its probe says. It may still be `serving`.'
                  : 'It is listed, with `ready: false`.',
            zh:
              state === 'other'
                ? '它没有 `tier=web`。选择算符里的标签必须全都有。'
                : state === 'terminating'
                  ? 'Terminating 的 Pod 从被删除的那一刻起就是 `ready: false`，不管探针怎么说；`serving` 仍可能为 true。'
                  : '它在列表里，但是 `ready: false`。',
          },
        },
        misconception:
          state === 'other'
            ? 'one-label-of-the-selector-is-enough'
            : state === 'terminating'
              ? 'terminating-pods-stay-ready'
              : 'running-pods-get-traffic',
      })),
      hints: [{ en: 'First the labels, then the state of the Pod.', zh: '先看标签，再看 Pod 的状态。' }],
      explanation: {
        en: 'The EndpointSlice controller lists every selected Pod that has an address. `ready` says whether it gets traffic: Ready and not Terminating, unless `publishNotReadyAddresses` is set.',
        zh: 'EndpointSlice 控制器会列出每个被选中且有地址的 Pod。`ready` 表示有没有流量：就绪并且不在 Terminating，除非设了 `publishNotReadyAddresses`。',
      },
      run: {
        nodes,
        subject: `Service/${name}`,
        commands: [
          ...at(
            0,
            apply({
              apiVersion: 'v1',
              kind: 'Service',
              metadata: { name },
              spec: {
                selector: { app: name, tier: 'web' },
                ports: [{ port: 80 }],
                ...(publishes && { publishNotReadyAddresses: true }),
              },
            }),
            ...pods.map(({ pod, state }) =>
              apply({
                apiVersion: 'v1',
                kind: 'Pod',
                metadata: { name: pod, labels: labelsOf(state) },
                spec: {
                  terminationGracePeriodSeconds: 60,
                  containers: [container(image, { command: ['/app', 'graceful', '40'] })],
                },
              }),
            ),
          ),
          ...at(
            20_000,
            ...pods.flatMap(({ pod, state }): Command[] => {
              if (state === 'unready') return [{ verb: 'failReadiness', pod }];
              return state === 'terminating' ? [{ verb: 'delete', kind: 'Pod', name: pod }] : [];
            }),
          ),
        ],
      },
      judgedAtMs: 30_000,
    };
  },
});

export const service = [endpoints];
