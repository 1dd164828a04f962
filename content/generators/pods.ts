import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Text } from '@/lib/text';
import { at, barePod, container, plainContainer } from './manifests';

/** What a Pod's containers do under a restart policy. */
const lives = [
  { policy: 'Never', exits: [0] },
  { policy: 'Never', exits: [1] },
  { policy: 'Never', exits: [0, 3] },
  { policy: 'Never', exits: [0, 0] },
  { policy: 'OnFailure', exits: [0] },
  { policy: 'OnFailure', exits: [1] },
  { policy: 'Always', exits: [0] },
  { policy: 'Always', exits: [2] },
  { policy: 'Never', exits: [undefined, 1] },
  { policy: 'OnFailure', exits: [undefined, 0] },
] as const;

const phase = defineGenerator({
  id: 'pod-phase',
  concept: 'pod-phase',
  claims: [],
  kind: 'match',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const first = draw.int(0, lives.length - 1);
    const step = draw.pick([1, 3, 7]);
    const chosen = [0, 1, 2, 3].flatMap((i) => lives[(first + i * step) % lives.length] ?? []);
    const pods = draw.members(name, chosen.length);
    const told = (exit: number | undefined) =>
      exit === undefined
        ? { en: 'runs on', zh: '一直运行' }
        : { en: `exits with ${exit}`, zh: `以 ${exit} 退出` };
    return {
      kind: 'match',
      question: {
        en: `These Pods run \`${image}\`. Which phase does each of them have after a minute?`,
        zh: `这些 Pod 运行 \`${image}\`。一分钟之后，它们各处于什么阶段（phase）？`,
      },
      choices: ['Pending', 'Running', 'Succeeded', 'Failed'].map((value) => ({
        id: value.toLowerCase(),
        text: { en: value, zh: value },
        value,
      })),
      stems: chosen.map(({ policy, exits }, i) => ({
        text: {
          en: `\`${pods[i]}\`, \`restartPolicy: ${policy}\`: ${exits.map((exit) => told(exit).en).join('; the other container ')}`,
          zh: `\`${pods[i]}\`，\`restartPolicy: ${policy}\`：${exits.map((exit) => told(exit).zh).join('，另一个容器')}`,
        },
        reads: { object: `Pod/${pods[i]}`, path: 'status.phase', atMs: 60_000 },
        because: {
          en: 'The phase leaves Running only when no container runs and none will be restarted: Succeeded if all exited with 0, else Failed.',
          zh: '没有容器在运行、也不会再重启时，阶段才离开 Running：全部以 0 退出是 Succeeded，否则是 Failed。',
        },
        wrong: {
          pending: 'waiting-for-restart-is-pending',
          running: 'any-container-keeps-the-pod-running',
          succeeded: 'exit-0-ends-every-pod',
          failed: 'a-failed-container-fails-the-pod',
        },
      })),
      hints: [
        {
          en: 'Ask of each container: does it run, or will the kubelet start it again?',
          zh: '逐个容器问：它在运行吗？kubelet 还会再启动它吗？',
        },
      ],
      explanation: {
        en: 'CrashLoopBackOff is no phase: `kubectl get pods` shows the reason why a container waits, while the Pod is Running.',
        zh: 'CrashLoopBackOff 不是阶段：`kubectl get pods` 显示的是容器等待的原因，这时 Pod 处于 Running。',
      },
      run: {
        nodes,
        commands: at(
          0,
          ...chosen.map(({ policy, exits }, i) =>
            barePod(pods[i] ?? '', {
              restartPolicy: policy,
              containers: exits.map((exit, n) => ({
                ...plainContainer(image),
                name: `c${n}`,
                command: exit === undefined ? ['/app', 'pause'] : ['/app', 'exit', String(exit), '1'],
              })),
            }),
          ),
        ),
      },
      judgedAtMs: 60_000,
    };
  },
});

type Resources = Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>> | undefined>>;

const code = (text: string): Text => ({ en: `\`${text}\``, zh: `\`${text}\`` });

const qosCases: readonly (readonly [Text, readonly Partial<Resources>[]])[] = [
  [code('resources: {}'), [{}]],
  [
    {
      en: '`requests` and `limits` both `{cpu: 200m, memory: 64Mi}`',
      zh: '`requests` 和 `limits` 都是 `{cpu: 200m, memory: 64Mi}`',
    },
    [{ requests: { cpu: '200m', memory: '64Mi' }, limits: { cpu: '200m', memory: '64Mi' } }],
  ],
  [code('limits: {cpu: 200m, memory: 64Mi}'), [{ limits: { cpu: '200m', memory: '64Mi' } }]],
  [code('requests: {cpu: 200m, memory: 64Mi}'), [{ requests: { cpu: '200m', memory: '64Mi' } }]],
  [code('limits: {memory: 64Mi}'), [{ limits: { memory: '64Mi' } }]],
  [
    code('requests: {cpu: 100m, memory: 64Mi}, limits: {cpu: 200m, memory: 64Mi}'),
    [{ requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '64Mi' } }],
  ],
  [
    {
      en: 'one container with `resources: {}`, one with `limits: {cpu: 1, memory: 1Gi}`',
      zh: '一个容器是 `resources: {}`，另一个是 `limits: {cpu: 1, memory: 1Gi}`',
    },
    [{}, { limits: { cpu: '1', memory: '1Gi' } }],
  ],
];

const qos = defineGenerator({
  id: 'pod-qos-class',
  concept: 'pod-qos',
  claims: [],
  kind: 'match',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const first = draw.int(0, qosCases.length - 1);
    const step = draw.pick([1, 2, 3]);
    const chosen = [0, 1, 2, 3].flatMap((i) => {
      const one = qosCases[(first + i * step) % qosCases.length];
      return one ? [one] : [];
    });
    const pods = draw.members(name, chosen.length);
    return {
      kind: 'match',
      question: {
        en: `Pods of \`${image}\` are made with these \`resources\`. Which QoS class does each get?`,
        zh: `\`${image}\` 的几个 Pod，\`resources\` 如下。它们各属于哪个 QoS 类？`,
      },
      choices: ['Guaranteed', 'Burstable', 'BestEffort'].map((value) => ({
        id: value.toLowerCase(),
        text: { en: value, zh: value },
        value,
      })),
      stems: chosen.map(([text], i) => ({
        text: { en: `\`${pods[i]}\`: ${text.en}`, zh: `\`${pods[i]}\`：${text.zh}` },
        reads: { object: `Pod/${pods[i]}`, path: 'status.qosClass', atMs: 5_000 },
        because: {
          en: 'Guaranteed: every container has limits for cpu and memory, and requests equal to them. BestEffort: nothing is said at all. Burstable: everything else.',
          zh: 'Guaranteed：每个容器的 cpu 和 memory 都有 limits，且 requests 与之相等。BestEffort：什么都没写。其余都是 Burstable。',
        },
        wrong: {
          guaranteed: 'requests-alone-guarantee',
          burstable: 'limits-without-requests-are-burstable',
          besteffort: 'one-container-without-resources-is-best-effort',
        },
      })),
      hints: [
        {
          en: 'Where only limits are written, which requests does the API server fill in?',
          zh: '只写了 limits 时，API 服务器会补上怎样的 requests？',
        },
      ],
      explanation: {
        en: 'Requests that are missing are taken from the limits. When a node runs out of memory, BestEffort Pods are evicted first and Guaranteed ones last.',
        zh: '缺少的 requests 按 limits 补上。节点内存不足时，最先驱逐 BestEffort 的 Pod，最后才是 Guaranteed 的。',
      },
      run: {
        nodes,
        commands: at(
          0,
          ...chosen.map(([, containers], i) =>
            barePod(pods[i] ?? '', {
              containers: containers.map((resources, n) => ({
                ...plainContainer(image),
                name: `c${n}`,
                resources,
              })),
            }),
          ),
        ),
      },
      judgedAtMs: 5_000,
    };
  },
});

const readyAfter = defineGenerator({
  id: 'readiness-first-ready',
  concept: 'readiness-probe',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const initial = draw.pick([0, 5, 10, 20]);
    const period = draw.pick([5, 10, 15]);
    const successes = draw.int(1, 4);
    return {
      kind: 'numeric',
      question: {
        en: `The readiness probe of \`${image}\` in Pod \`${name}\` always succeeds: \`initialDelaySeconds: ${initial}\`, \`periodSeconds: ${period}\`, \`successThreshold: ${successes}\`. About how many seconds after its start is the Pod Ready?`,
        zh: `Pod \`${name}\` 里 \`${image}\` 的就绪探针每次都成功：\`initialDelaySeconds: ${initial}\`，\`periodSeconds: ${period}\`，\`successThreshold: ${successes}\`。启动之后大约多少秒，Pod 就绪？`,
      },
      reads: { first: { pod: name, ready: true }, fromMs: 0, untilMs: 300_000 },
      units: [{ name: 's', times: 1 }],
      tolerance: { by: 'nominal', t: 2.4 },
      because: {
        en: 'The kubelet looks once a period from the start of the container on and skips what falls into `initialDelaySeconds`. Ready needs `successThreshold` successes in a row.',
        zh: '从容器启动算起，kubelet 每个周期看一次，落在 `initialDelaySeconds` 之内的跳过。要连续成功 `successThreshold` 次才就绪。',
      },
      wrong: [
        {
          answer: initial,
          because: {
            en: 'One success is enough only with `successThreshold: 1`, and the probe must fall on that moment.',
            zh: '只有 `successThreshold: 1` 时成功一次才够，而且探测要正好落在那一刻。',
          },
          misconception: 'ready-after-the-initial-delay',
        },
        {
          answer: initial + successes * period,
          because: {
            en: 'Between the first success and the last that is needed lie one period fewer than there are successes.',
            zh: '从第一次成功到最后一次需要的成功，中间的周期数比成功次数少一个。',
          },
          misconception: 'first-probe-waits-a-period',
        },
        {
          answer: 0,
          because: {
            en: 'A container with a readiness probe is not Ready until the probe has succeeded.',
            zh: '有就绪探针的容器，探针成功之前不算就绪。',
          },
          misconception: 'running-is-ready',
        },
      ],
      hints: [
        {
          en: 'When is the first probe that counts? How many more are needed?',
          zh: '第一次算数的探测在什么时候？还需要几次？',
        },
      ],
      explanation: {
        en: 'A Pod counts as not Ready before its first probe. A liveness or startup probe may only have `successThreshold: 1`.',
        zh: '第一次探测之前，Pod 算作未就绪。存活探针和启动探针的 `successThreshold` 只能是 1。',
      },
      run: {
        nodes,
        subject: `Pod/${name}`,
        commands: at(
          0,
          barePod(name, {
            containers: [
              plainContainer(image, {
                readinessProbe: {
                  exec: { command: ['/app', 'test', '/app'] },
                  initialDelaySeconds: initial,
                  periodSeconds: period,
                  successThreshold: successes,
                },
              }),
            ],
          }),
        ),
      },
    };
  },
});

const ending = defineGenerator({
  id: 'pod-termination-time',
  concept: 'pod-termination',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const grace = draw.pick([undefined, 10, 20, 60]);
    const needs = draw.pick([4, 15, 40, undefined]);
    const asked = draw.pick([undefined, undefined, 5]);
    const used = asked ?? grace ?? 30;
    const told =
      grace === undefined
        ? 'no `terminationGracePeriodSeconds`'
        : `\`terminationGracePeriodSeconds: ${grace}\``;
    const toldZh =
      grace === undefined
        ? '没有设 `terminationGracePeriodSeconds`'
        : `\`terminationGracePeriodSeconds: ${grace}\``;
    const command =
      asked === undefined
        ? `kubectl delete pod ${name}`
        : `kubectl delete pod ${name} --grace-period=${asked}`;
    return {
      kind: 'numeric',
      question: {
        en: `Pod \`${name}\` has ${told}. Its program (\`${image}\`) ${needs === undefined ? 'ignores SIGTERM' : `needs ${needs} s after SIGTERM to end`}. About how many seconds after \`${command}\` is the Pod gone?`,
        zh: `Pod \`${name}\` ${toldZh}。它的程序（\`${image}\`）${needs === undefined ? '不理会 SIGTERM' : `收到 SIGTERM 之后要 ${needs} 秒才结束`}。执行 \`${command}\` 之后大约多少秒，Pod 消失？`,
      },
      reads: { first: { object: `Pod/${name}`, exists: false }, fromMs: 10_000, untilMs: 200_000 },
      units: [{ name: 's', times: 1 }],
      tolerance: { by: 'nominal', t: 2 },
      because: {
        en: 'The program gets SIGTERM at once and SIGKILL when the grace period is over: the shorter of what it needs and the grace period. The default is 30 s; `--grace-period` overrides it.',
        zh: '程序马上收到 SIGTERM，宽限期一过就收到 SIGKILL：取它所需的时间和宽限期中较短的。默认 30 秒，`--grace-period` 可以改。',
      },
      wrong: [
        {
          answer: used,
          because: {
            en: 'The grace period is the longest wait. A program that ends earlier is not waited for.',
            zh: '宽限期是最长的等待。程序提前结束，就不再等。',
          },
          misconception: 'grace-period-is-always-waited',
        },
        {
          answer: needs ?? 1_000,
          because: {
            en: 'When the grace period is over, the program is killed, whatever it is doing.',
            zh: '宽限期一过，不管程序在做什么都会被强行终止。',
          },
          misconception: 'kubelet-waits-for-the-program',
        },
        {
          answer: grace ?? 30,
          because: {
            en: '`--grace-period` of the deletion counts in place of the one in the Pod.',
            zh: '删除时的 `--grace-period` 会代替 Pod 里写的值。',
          },
          misconception: 'delete-can-not-shorten-the-grace-period',
        },
        {
          answer: 0,
          because: {
            en: 'A deleted Pod stays, Terminating, until its containers have ended.',
            zh: '被删除的 Pod 会一直处于 Terminating，直到容器都结束。',
          },
          misconception: 'deleted-pods-are-gone-at-once',
        },
      ],
      hints: [
        {
          en: 'What ends first: the program, or the patience of the kubelet?',
          zh: '哪个先到头：程序自己结束，还是 kubelet 不再等？',
        },
      ],
      explanation: {
        en: 'While the Pod is Terminating it is taken out of the EndpointSlices, so that it can finish the requests that it has.',
        zh: 'Pod 处于 Terminating 时，会从 EndpointSlice 中摘出，好把手上的请求处理完。',
      },
      run: {
        nodes,
        subject: `Pod/${name}`,
        commands: [
          ...at(
            0,
            barePod(name, {
              ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
              containers: [
                container(image, {
                  command: needs === undefined ? ['/app', 'stubborn'] : ['/app', 'graceful', String(needs)],
                }),
              ],
            }),
          ),
          ...at(10_000, {
            verb: 'delete',
            kind: 'Pod',
            name,
            ...(asked !== undefined && { gracePeriodSeconds: asked }),
          }),
        ],
      },
    };
  },
});

export const pods = [phase, qos, readyAfter, ending];
