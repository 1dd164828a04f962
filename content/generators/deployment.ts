import 'server-only';
import type { Draw } from '@/lib/quiz/draw';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, setImage, workload } from './manifests';

interface Rollout {
  readonly name: string;
  readonly nodes: readonly string[];
  readonly old: string;
  readonly fresh: string;
  readonly replicas: number;
  readonly surge: number | string;
  readonly unavailable: number | string;
}

/** A rollout whose two limits round to different numbers by the wrong rule. */
function drawRollout(draw: Draw): Rollout {
  const name = draw.name();
  const nodes = draw.nodes(2);
  const [old, fresh] = draw.images(name);
  const replicas = draw.pick([3, 5, 6, 7, 9]);
  const surge = draw.pick<number | string>([1, 2, '25%', '30%', '40%']);
  const unavailable = draw.pick<number | string>([0, 1, '25%', '30%', '40%']);
  return { name, nodes, old, fresh, replicas, surge, unavailable };
}

const started = ({ name, nodes, old, replicas, surge, unavailable }: Rollout, next: string) => ({
  nodes,
  subject: `Deployment/${name}`,
  commands: [
    ...at(
      0,
      apply(
        workload('Deployment', name, old, {
          replicas,
          strategy: {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: surge, maxUnavailable: unavailable },
          },
        }),
      ),
    ),
    ...at(20_000, setImage('Deployment', name, next)),
  ],
});

const said = ({ name, replicas, old, surge, unavailable }: Rollout, next: string) => ({
  en: `Deployment \`${name}\`: ${replicas} Ready Pods from \`${old}\`, \`maxSurge: ${surge}\`, \`maxUnavailable: ${unavailable}\`. The image is set to \`${next}\`.`,
  zh: `Deployment \`${name}\`：${replicas} 个就绪的 Pod，镜像 \`${old}\`，\`maxSurge: ${surge}\`，\`maxUnavailable: ${unavailable}\`。把镜像改成 \`${next}\`。`,
});

/** A share of the replicas, rounded as `round` does; a number is itself. */
const share = (of: number | string, replicas: number, round: (value: number) => number): number =>
  typeof of === 'number' ? of : round((Number.parseInt(of, 10) * replicas) / 100);

const most = defineGenerator({
  id: 'deployment-most-pods',
  concept: 'deployment-rollout-limits',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const rollout = drawRollout(draw);
    const { replicas, surge, unavailable, fresh } = rollout;
    const { en, zh } = said(rollout, fresh);
    return {
      kind: 'numeric',
      question: {
        en: `${en} How many Pods that are not Terminating are there at most at one moment of the rollout?`,
        zh: `${zh} 在更新过程中，任一时刻最多有几个不在 Terminating 的 Pod？`,
      },
      reads: {
        most: { kind: 'Pod', where: { terminating: false } },
        fromMs: 20_000,
        untilMs: 80_000,
      },
      because: {
        en: `At most replicas plus \`maxSurge\`; a percentage of \`maxSurge\` is rounded up.`,
        zh: '最多是副本数加 `maxSurge`；`maxSurge` 的百分比向上取整。',
      },
      wrong: [
        {
          answer: replicas + share(surge, replicas, Math.floor),
          because: {
            en: '`maxSurge` is rounded up, so that a small percentage never means no surge at all.',
            zh: '`maxSurge` 向上取整，这样很小的百分比也不会变成一个都不能多。',
          },
          misconception: 'max-surge-rounds-down',
        },
        {
          answer: replicas,
          because: {
            en: 'New Pods come before old ones go, as far as `maxSurge` allows.',
            zh: '在 `maxSurge` 允许的范围内，新的 Pod 先来，旧的后走。',
          },
          misconception: 'rollout-keeps-the-count',
        },
        {
          answer: replicas + share(surge, replicas, Math.ceil) + share(unavailable, replicas, Math.floor),
          because: {
            en: '`maxUnavailable` says how many may be missing; it adds no Pod.',
            zh: '`maxUnavailable` 说的是最多可以少几个，它不会多出 Pod。',
          },
          misconception: 'surge-and-unavailable-add-up',
        },
        {
          answer: 2 * replicas,
          because: {
            en: 'A second full set beside the first needs `maxSurge: 100%`.',
            zh: '要想在旧的一整套之外再起一整套，得设 `maxSurge: 100%`。',
          },
          misconception: 'rollout-doubles-the-pods',
        },
      ],
      hints: [
        {
          en: 'One of the two limits is an upper one. In which direction is its percentage rounded?',
          zh: '两个限制里有一个是上限。它的百分比往哪个方向取整？',
        },
      ],
      explanation: {
        en: 'During a rolling update there are at most replicas + `maxSurge` Pods (rounded up) and at least replicas − `maxUnavailable` available ones (rounded down). Pods that are Terminating are not counted.',
        zh: '滚动更新期间，Pod 最多为副本数 + `maxSurge`（向上取整），可用的最少为副本数 − `maxUnavailable`（向下取整）。正在 Terminating 的 Pod 不算在内。',
      },
      run: started(rollout, fresh),
    };
  },
});

const least = defineGenerator({
  id: 'deployment-fewest-ready',
  concept: 'deployment-rollout-limits',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const rollout = drawRollout(draw);
    const { replicas, surge, unavailable, fresh } = rollout;
    const { en, zh } = said(rollout, fresh);
    return {
      kind: 'numeric',
      question: {
        en: `${en} How many Ready Pods that are not Terminating are there at least at every moment of the rollout?`,
        zh: `${zh} 在更新过程中，任一时刻至少有几个就绪且不在 Terminating 的 Pod？`,
      },
      reads: {
        least: { kind: 'Pod', where: { all: [{ ready: true }, { terminating: false }] } },
        fromMs: 20_000,
        untilMs: 80_000,
      },
      because: {
        en: 'At least replicas less `maxUnavailable`; a percentage of `maxUnavailable` is rounded down.',
        zh: '至少是副本数减去 `maxUnavailable`；`maxUnavailable` 的百分比向下取整。',
      },
      wrong: [
        {
          answer: replicas - share(unavailable, replicas, Math.ceil),
          because: {
            en: '`maxUnavailable` is rounded down: the rollout takes no more than was allowed.',
            zh: '`maxUnavailable` 向下取整：更新不会拿走超过允许的数量。',
          },
          misconception: 'max-unavailable-rounds-up',
        },
        {
          answer: replicas,
          because: {
            en: 'The controller uses what `maxUnavailable` allows and scales the old ReplicaSet down at once.',
            zh: '控制器会用足 `maxUnavailable` 允许的量，马上缩小旧的 ReplicaSet。',
          },
          misconception: 'rollout-waits-before-it-deletes',
        },
        {
          answer: replicas - share(surge, replicas, Math.ceil),
          because: {
            en: '`maxSurge` says how many Pods there may be above the replicas. It takes none away.',
            zh: '`maxSurge` 说的是 Pod 最多可以超出副本数多少，它不会减少 Pod。',
          },
          misconception: 'surge-takes-pods-away',
        },
        {
          answer: 0,
          because: {
            en: 'That is what the strategy Recreate does: it deletes all old Pods first.',
            zh: '那是 Recreate 策略的做法：先删掉所有旧的 Pod。',
          },
          misconception: 'rollout-recreates',
        },
      ],
      hints: [
        {
          en: 'Which of the two limits is a lower one? In which direction is its percentage rounded?',
          zh: '两个限制里哪个是下限？它的百分比往哪个方向取整？',
        },
      ],
      explanation: {
        en: 'During a rolling update there are at least replicas − `maxUnavailable` available Pods (rounded down) and at most replicas + `maxSurge` Pods (rounded up). If both round to 0, `maxUnavailable` counts as 1.',
        zh: '滚动更新期间，可用的 Pod 最少为副本数 − `maxUnavailable`（向下取整），Pod 总数最多为副本数 + `maxSurge`（向上取整）。如果两者都取整为 0，`maxUnavailable` 按 1 算。',
      },
      run: started(rollout, fresh),
    };
  },
});

const broken = defineGenerator({
  id: 'deployment-broken-image',
  concept: 'deployment-stuck-rollout',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const rollout = drawRollout(draw);
    const { name, replicas, surge, unavailable, old } = rollout;
    const image = 'app:broken';
    const { en, zh } = said(rollout, image);
    return {
      kind: 'numeric',
      question: {
        en: `${en} Its Pods run and never become Ready. How many Pods from \`${old}\` are left when the rollout is stuck?`,
        zh: `${zh} 它的 Pod 能运行，但永远不会就绪。更新卡住之后，还剩几个 \`${old}\` 的 Pod？`,
      },
      reads: {
        count: { kind: 'Pod', where: { path: 'spec.containers.0.image', equals: old } },
        atMs: 80_000,
      },
      because: {
        en: 'The controller goes on only as far as replicas − `maxUnavailable` Pods stay available. New Pods that are not Ready are not available.',
        zh: '控制器只会做到可用的 Pod 还有副本数 − `maxUnavailable` 个为止。未就绪的新 Pod 不算可用。',
      },
      wrong: [
        {
          answer: 0,
          because: {
            en: 'An old Pod goes only when a new one is available, or when `maxUnavailable` leaves room.',
            zh: '只有新的 Pod 可用了，或者 `maxUnavailable` 还有余地，旧的 Pod 才会走。',
          },
          misconception: 'rollout-ignores-readiness',
        },
        {
          answer: replicas,
          because: {
            en: 'So many were there before. `maxUnavailable` lets the controller take some away before any new Pod is Ready.',
            zh: '这是更新之前的数量。`maxUnavailable` 允许控制器在新 Pod 就绪之前先拿走几个。',
          },
          misconception: 'rollout-waits-before-it-deletes',
        },
        {
          answer: replicas - share(surge, replicas, Math.ceil),
          because: {
            en: '`maxSurge` Pods are made beside the old ones; they push none of those out while they are not Ready.',
            zh: '`maxSurge` 的 Pod 是在旧 Pod 之外多建的；它们没就绪，就不会挤掉旧的。',
          },
          misconception: 'surge-takes-pods-away',
        },
        {
          answer: replicas - share(unavailable, replicas, Math.ceil),
          because: {
            en: '`maxUnavailable` is rounded down.',
            zh: '`maxUnavailable` 向下取整。',
          },
          misconception: 'max-unavailable-rounds-up',
        },
      ],
      hints: [
        {
          en: 'The rollout stops where one more step would break a limit. Which limit is it?',
          zh: '再走一步就会突破某个限制，更新就停在那里。是哪个限制？',
        },
      ],
      explanation: {
        en: 'A rollout with a broken image stops by itself: enough old Pods stay to keep `maxUnavailable`. `kubectl rollout undo` then brings them all back.',
        zh: '镜像坏了，更新会自己停下来：留下足够的旧 Pod，不突破 `maxUnavailable`。再用 `kubectl rollout undo` 就能全部恢复。',
      },
      run: { ...started(rollout, image), subject: `Deployment/${name}` },
    };
  },
});

/** Which of three templates is set in turn: 0 is the first one. */
const histories = [
  [1],
  [1, 2],
  [1, 0],
  [1, 2, 0],
  [1, 0, 1],
  [1, 2, 1],
  [1, 2, 1, 0],
  [1, 2, 3],
  [1, 2, 3, 0],
  [1, 2, 3, 4],
  [1, 2, 3, 1, 4],
] as const;

const history = defineGenerator({
  id: 'deployment-replicasets-kept',
  concept: 'deployment-revisions',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [first, second] = draw.images(name);
    const images = [first, second, ...[1, 2, 3].map((n) => `${second}-rc${n}`)];
    const turns = draw.pick(histories);
    const limit = draw.pick([undefined, 1, 2]);
    const used = turns.map((turn) => images[turn] ?? first);
    const listed = (join: string) => used.map((image) => `\`${image}\``).join(join);
    const different = new Set([0, ...turns]).size;
    const kept = limit === undefined ? '' : `, \`revisionHistoryLimit: ${limit}\``;
    const keptZh = limit === undefined ? '' : `，\`revisionHistoryLimit: ${limit}\``;
    return {
      kind: 'numeric',
      question: {
        en: `Deployment \`${name}\` begins with \`${first}\`${kept}. Its image is set to ${listed(', then ')}, each rollout to its end. How many ReplicaSets does it have now?`,
        zh: `Deployment \`${name}\` 一开始用 \`${first}\`${keptZh}。镜像依次改成 ${listed('、')}，每次都更新完毕。现在它有几个 ReplicaSet？`,
      },
      reads: { count: { kind: 'ReplicaSet' }, atMs: 20_000 * (turns.length + 2) },
      because: {
        en: 'One for each different template; of the old ones as many are kept as `revisionHistoryLimit` says, 10 by default.',
        zh: '每个不同的模板一个；旧的按 `revisionHistoryLimit` 保留，默认 10 个。',
      },
      wrong: [
        {
          answer: turns.length + 1,
          because: {
            en: 'A template that was there before has its ReplicaSet already: it is scaled up again. And the limit removes the oldest.',
            zh: '以前用过的模板已经有 ReplicaSet，只是重新扩上来。另外，超出限制的最旧的会被删除。',
          },
          misconception: 'every-change-makes-a-replicaset',
        },
        {
          answer: 1,
          because: {
            en: 'Old ReplicaSets stay with 0 replicas, so that the Deployment can be rolled back.',
            zh: '旧的 ReplicaSet 会以 0 个副本留着，好让 Deployment 能回滚。',
          },
          misconception: 'old-replicasets-are-deleted',
        },
        {
          answer: limit ?? different - 1,
          because: {
            en: 'The limit counts old ReplicaSets. The current one comes on top.',
            zh: '限制只算旧的 ReplicaSet，当前的那个要另外加上。',
          },
          misconception: 'history-limit-counts-the-current-one',
        },
        {
          answer: different,
          because: {
            en: 'So many different templates there were. `revisionHistoryLimit` keeps fewer of the old ones.',
            zh: '不同的模板有这么多，但 `revisionHistoryLimit` 让旧的没有全部留下。',
          },
          misconception: 'history-is-kept-for-ever',
        },
      ],
      hints: [
        { en: 'How many different templates were there?', zh: '一共出现过几个不同的模板？' },
        { en: 'How many of the old ones may stay?', zh: '旧的最多可以留下几个？' },
      ],
      explanation: {
        en: 'A ReplicaSet is named by the hash of its template. Setting an earlier template again takes its ReplicaSet back into use and gives it the newest revision.',
        zh: 'ReplicaSet 按模板的哈希命名。再次使用以前的模板，就是重新启用它的 ReplicaSet，并让它成为最新的修订版本。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: [
          ...at(
            0,
            apply(
              workload('Deployment', name, first, {
                replicas: 1,
                ...(limit !== undefined && { revisionHistoryLimit: limit }),
              }),
            ),
          ),
          ...used.flatMap((image, i) => at(20_000 * (i + 1), setImage('Deployment', name, image))),
        ],
      },
    };
  },
});

export const deployment = [most, least, broken, history];
