import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, plainContainer, workload } from './manifests';

const evictions = defineGenerator({
  id: 'pdb-evictions',
  concept: 'pod-disruption-budgets',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 7);
    const field = draw.pick(['minAvailable', 'maxUnavailable']);
    const value = draw.int(1, replicas - 1);
    const sick = draw.pick([0, 0, 1]);
    const must = field === 'minAvailable' ? value : replicas - value;
    const sickText = sick === 0 ? '' : `; \`${name}-0\` is not Ready`;
    const sickZh = sick === 0 ? '' : `，\`${name}-0\` 未就绪`;
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) has ${replicas} Pods${sickText}. Its PodDisruptionBudget says \`${field}: ${value}\`. Somebody asks to evict every Pod${sick === 0 ? '' : ' that is Ready'}, one right after the other. How many of these requests are granted?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）有 ${replicas} 个 Pod${sickZh}。它的 PodDisruptionBudget 写着 \`${field}: ${value}\`。有人紧接着一个一个地请求驱逐每个${sick === 0 ? '' : '就绪的'} Pod。其中有几个请求会被允许？`,
      },
      reads: { count: { kind: 'Pod', where: { terminating: true } }, atMs: 41_500 },
      because: {
        en: 'Each granted eviction uses up one disruption. At 0 the API server answers 429, until enough Pods are healthy again.',
        zh: '每允许一次驱逐，就用掉一次干扰。用到 0，API 服务器就回答 429，直到有足够的 Pod 恢复健康。',
      },
      wrong: [
        {
          answer: replicas - sick,
          because: {
            en: 'An eviction asks the budget. Only a plain deletion does not.',
            zh: '驱逐要先问预算，只有直接删除才不问。',
          },
          misconception: 'pdb-does-not-hold-voluntary-evictions',
        },
        {
          answer: Math.max(0, replicas - must),
          because: {
            en: 'A Pod that is not Ready has used up a disruption already.',
            zh: '未就绪的 Pod 已经用掉了一次干扰。',
          },
          misconception: 'pdb-ignores-unready-pods',
        },
        {
          answer: value,
          because: {
            en: '`minAvailable` is what must stay; of `maxUnavailable` what is down already is used up.',
            zh: '`minAvailable` 说的是必须留下多少；`maxUnavailable` 里，已经不健康的算用掉了。',
          },
          misconception: 'min-available-is-what-may-go',
        },
        {
          answer: 1,
          because: {
            en: 'The budget is a number: evictions are granted until it is used up.',
            zh: '预算是一个数，用完之前的驱逐都会被允许。',
          },
          misconception: 'pdb-grants-one-at-a-time',
        },
      ],
      hints: [
        { en: 'How many have to stay healthy, and how many are?', zh: '必须有几个保持健康？现在有几个？' },
      ],
      explanation: {
        en: '`kubectl drain` sends such requests and repeats those that are refused every few seconds.',
        zh: '`kubectl drain` 发的就是这种请求，被拒绝的过几秒再试。',
      },
      run: {
        nodes,
        subject: `PodDisruptionBudget/${name}`,
        allowsRefusals: true,
        commands: [
          ...at(
            0,
            apply(
              workload(
                'StatefulSet',
                name,
                image,
                { replicas, podManagementPolicy: 'Parallel' },
                {
                  terminationGracePeriodSeconds: 30,
                  containers: [
                    {
                      ...plainContainer(image),
                      command: ['/app', 'graceful', '20'],
                      readinessProbe: {
                        exec: { command: ['/app', 'test', '/app'] },
                        periodSeconds: 1,
                        failureThreshold: 1,
                      },
                    },
                  ],
                },
              ),
            ),
            apply({
              apiVersion: 'policy/v1',
              kind: 'PodDisruptionBudget',
              metadata: { name },
              spec: { selector: { matchLabels: { app: name } }, [field]: value },
            }),
          ),
          ...(sick === 0 ? [] : at(30_000, { verb: 'failReadiness', pod: `${name}-0` })),
          ...Array.from({ length: replicas - sick }, (_, i) => i + sick).flatMap((ordinal) =>
            at(40_000 + ordinal * 100, { verb: 'evict', name: `${name}-${ordinal}` }),
          ),
        ],
      },
    };
  },
});

const spread = defineGenerator({
  id: 'topology-spread',
  concept: 'topology-spread',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const [image] = draw.images(name);
    const room = draw.int(1, 3);
    const skew = draw.int(1, 3);
    const replicas = draw.int(5, 9);
    const strict = draw.pick(['DoNotSchedule', 'DoNotSchedule', 'ScheduleAnyway']);
    const [wide = '', narrow = ''] = draw.nodes(2);
    draw.need(replicas > 2 * room + skew || strict === 'ScheduleAnyway');
    const nodes = [
      { name: wide, labels: { zone: 'east' }, cpu: '20' },
      { name: narrow, labels: { zone: 'west' }, cpu: `${room}` },
    ];
    return {
      kind: 'numeric',
      question: {
        en: `Two zones, one node each: \`${wide}\` has room for 20 Pods of Deployment \`${name}\` (\`${image}\`), \`${narrow}\` for ${room}. The Pods say \`topologySpreadConstraints\`: \`maxSkew: ${skew}\`, \`topologyKey: zone\`, \`whenUnsatisfiable: ${strict}\`. Of ${replicas} replicas, how many get a node?`,
        zh: `两个区各有一个节点：\`${wide}\` 能放 20 个 Deployment \`${name}\`（\`${image}\`）的 Pod，\`${narrow}\` 只能放 ${room} 个。Pod 里写着 \`topologySpreadConstraints\`：\`maxSkew: ${skew}\`，\`topologyKey: zone\`，\`whenUnsatisfiable: ${strict}\`。${replicas} 个副本中有几个得到节点？`,
      },
      reads: { count: { kind: 'Pod', where: { path: 'spec.nodeName', exists: true } }, atMs: 20_000 },
      because: {
        en: 'With DoNotSchedule the fuller zone may have at most `maxSkew` Pods more than the emptier one. ScheduleAnyway is a wish.',
        zh: '用 DoNotSchedule，多的区最多比少的区多 `maxSkew` 个。ScheduleAnyway 只是倾向。',
      },
      wrong: [
        {
          answer: replicas,
          because: {
            en: 'DoNotSchedule keeps a Pod Pending rather than let the zones differ by more.',
            zh: '用 DoNotSchedule，宁可让 Pod 一直 Pending，也不让两个区差得更多。',
          },
          misconception: 'spread-is-only-a-wish',
        },
        {
          answer: 2 * room,
          because: {
            en: 'The zones may differ by `maxSkew`.',
            zh: '两个区之间可以相差 `maxSkew` 个。',
          },
          misconception: 'spread-means-equal',
        },
        {
          answer: room + skew,
          because: {
            en: '`maxSkew` is a difference between zones, not the most that a zone may have.',
            zh: '`maxSkew` 是区与区之间的差，不是一个区最多能有几个。',
          },
          misconception: 'max-skew-is-a-maximum',
        },
        {
          answer: 2 * room + skew,
          because: {
            en: 'ScheduleAnyway only prefers what is even; it keeps no Pod Pending.',
            zh: 'ScheduleAnyway 只是偏好均匀，不会让 Pod 一直 Pending。',
          },
          misconception: 'schedule-anyway-holds-back',
        },
      ],
      hints: [
        {
          en: 'How many are in the small zone when it is full? How many may the other have?',
          zh: '小的区满了是几个？另一个区最多可以有几个？',
        },
      ],
      explanation: {
        en: 'The smallest count of any zone is the measure. A zone that can take no more Pods holds the others back.',
        zh: '以各区中最小的数量为准。一个区放不下更多，就会拖住其他的区。',
      },
      run: {
        nodes,
        subject: `Deployment/${name}`,
        commands: at(
          0,
          apply(
            workload(
              'Deployment',
              name,
              image,
              { replicas },
              {
                containers: [plainContainer(image, { resources: { requests: { cpu: '900m' } } })],
                topologySpreadConstraints: [
                  {
                    maxSkew: skew,
                    topologyKey: 'zone',
                    whenUnsatisfiable: strict,
                    labelSelector: { matchLabels: { app: name } },
                  },
                ],
              },
            ),
          ),
        ),
      },
    };
  },
});

const lost = defineGenerator({
  id: 'node-lost',
  concept: 'node-failure',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const [image] = draw.images(name);
    const nodes = draw.nodes(3);
    const [node = ''] = nodes;
    const seconds = draw.pick([undefined, 0, 30, 60, 120, 600]);
    const used = seconds ?? 300;
    const told =
      seconds === undefined
        ? { en: 'no tolerations of its own', zh: '没有写容忍度' }
        : {
            en: `\`tolerationSeconds: ${seconds}\` for \`node.kubernetes.io/unreachable\``,
            zh: `对 \`node.kubernetes.io/unreachable\` 的 \`tolerationSeconds: ${seconds}\``,
          };
    return {
      kind: 'numeric',
      question: {
        en: `Pod \`${name}\` (\`${image}\`) runs on \`${node}\` and has ${told.en}. The node is cut off from the network. About how many seconds later is the Pod marked for deletion?`,
        zh: `Pod \`${name}\`（\`${image}\`）在 \`${node}\` 上运行，${told.zh}。节点与网络断开。大约多少秒之后，Pod 被打上删除标记？`,
      },
      reads: { first: { pod: name, terminating: true }, fromMs: 30_000, untilMs: 1_200_000 },
      units: [
        { name: 's', times: 1 },
        { name: 'min', times: 60 },
      ],
      tolerance: { by: 'nominal', t: 14 },
      because: {
        en: 'First the node must be silent for the grace period, 50 s. Then it gets the taint, and the toleration of the Pod runs: 300 s if it says nothing itself.',
        zh: '节点要先失联满 50 秒的宽限期，然后才加上污点，Pod 的容忍时间从这时算起：自己没写就是 300 秒。',
      },
      wrong: [
        {
          answer: used,
          because: {
            en: 'The node is not called lost at once: its Lease has to be silent for 50 s.',
            zh: '节点不会立刻被判失联：它的 Lease 要先静默 50 秒。',
          },
          misconception: 'lost-nodes-are-noticed-at-once',
        },
        {
          answer: 50,
          because: {
            en: 'Then the node is tainted. The Pod tolerates the taint for a while.',
            zh: '那时节点才加上污点，Pod 还会容忍一段时间。',
          },
          misconception: 'pods-leave-with-the-taint',
        },
        {
          answer: 0,
          because: {
            en: 'Nobody knows at once whether a silent node is down or only slow.',
            zh: '谁也不能马上知道，不出声的节点是坏了还是慢了。',
          },
          misconception: 'lost-nodes-are-noticed-at-once',
        },
      ],
      hints: [{ en: 'Two waits follow one another. Which?', zh: '有两段等待先后相接，是哪两段？' }],
      explanation: {
        en: 'The Pod is marked, yet its kubelet cannot be told. It stays Terminating until the node is back or its Node object is deleted.',
        zh: 'Pod 被打上了标记，但没法通知那里的 kubelet。在节点恢复或 Node 对象被删除之前，它一直是 Terminating。',
      },
      run: {
        nodes,
        subject: `Pod/${name}`,
        commands: [
          ...at(
            0,
            apply({
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name },
              spec: {
                nodeName: node,
                containers: [plainContainer(image)],
                ...(seconds !== undefined && {
                  tolerations: ['unreachable', 'not-ready'].map((taint) => ({
                    key: `node.kubernetes.io/${taint}`,
                    operator: 'Exists' as const,
                    effect: 'NoExecute' as const,
                    tolerationSeconds: seconds,
                  })),
                }),
              },
            }),
          ),
          ...at(30_000, { verb: 'silence', node }),
        ],
      },
    };
  },
});

export const moreNodes = [spread, lost, evictions];
