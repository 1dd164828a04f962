import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { at, barePod, plainContainer } from './manifests';

const pod = (name: string, container: object, spec: object = {}) =>
  barePod(
    name,
    { terminationGracePeriodSeconds: 10, ...spec, containers: [container] },
    { labels: { app: name } },
  );

const restarts = defineGenerator({
  id: 'container-restart-count',
  concept: 'restart-back-off',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const works = draw.pick([0, 2, 5]);
    const after = draw.pick([25, 60, 120, 240, 420]);
    const policy = draw.pick(['Always', 'Always', 'OnFailure', 'Never']);
    const exitCode = draw.pick([1, 2, 3, 0]);
    draw.need(policy === 'Always' || exitCode !== 0 || draw.int(1, 4) === 1);
    const end = works === 0 ? 'at once' : `after ${works} s`;
    const endZh = works === 0 ? '马上' : `${works} 秒后`;
    return {
      kind: 'numeric',
      question: {
        en: `Pod \`${name}\`, \`restartPolicy: ${policy}\`. The container of \`${image}\` exits ${end} with ${exitCode}, each time. What does RESTARTS show ${after} s after the Pod was made?`,
        zh: `Pod \`${name}\`，\`restartPolicy: ${policy}\`。\`${image}\` 的容器每次都${endZh}以 ${exitCode} 退出。Pod 创建 ${after} 秒之后，RESTARTS 显示多少？`,
      },
      reads: { object: `Pod/${name}`, path: 'status.containerStatuses.0.restartCount', atMs: after * 1000 },
      because: {
        en: 'After the first exit the kubelet restarts at once, then after 10 s, 20 s, 40 s and so on, up to 300 s. Never restarts nothing, OnFailure only what failed.',
        zh: '第一次退出后 kubelet 马上重启，之后依次等 10 秒、20 秒、40 秒……最多 300 秒。Never 从不重启，OnFailure 只重启失败的。',
      },
      wrong: [
        {
          answer: Math.floor(after / (10 + works)),
          because: {
            en: 'The wait does not stay at 10 s. It doubles each time.',
            zh: '等待时间不会一直是 10 秒，它每次翻倍。',
          },
          misconception: 'back-off-stays-the-same',
        },
        {
          answer: 0,
          because: {
            en: 'The kubelet restarts the container in the same Pod as the restart policy says.',
            zh: 'kubelet 会按重启策略在同一个 Pod 里重启容器。',
          },
          misconception: 'failed-pods-are-replaced',
        },
        {
          answer: 1,
          because: {
            en: 'One restart does not end it. The kubelet goes on for as long as the Pod is there.',
            zh: '重启一次并没有完。只要 Pod 还在，kubelet 就会一直试下去。',
          },
          misconception: 'kubelet-gives-up',
        },
      ],
      hints: [
        { en: 'Does the policy restart after this exit code?', zh: '对这个退出码，策略会不会重启？' },
        {
          en: 'Write the moments of the restarts one below the other; the wait doubles.',
          zh: '把每次重启的时刻列出来，等待时间每次翻倍。',
        },
      ],
      explanation: {
        en: 'CrashLoopBackOff is the name of this wait, not of a fault. A container that has run for ten minutes begins again at 10 s.',
        zh: 'CrashLoopBackOff 是这段等待的名字，不是故障的名字。容器连续运行十分钟以上，等待时间就从 10 秒重新算起。',
      },
      run: {
        nodes,
        subject: `Pod/${name}`,
        commands: at(
          0,
          pod(name, plainContainer(image, { command: ['/app', 'exit', String(exitCode), String(works)] }), {
            restartPolicy: policy,
          }),
        ),
      },
    };
  },
});

const liveness = defineGenerator({
  id: 'liveness-first-restart',
  concept: 'liveness-probe',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const initial = draw.pick([0, 5, 10, 20]);
    const period = draw.pick([5, 10, 20]);
    const threshold = draw.int(1, 4);
    const grace = draw.pick([0, 0, 30]);
    const probe = {
      exec: { command: ['/app', 'test', '/tmp/alive'] },
      initialDelaySeconds: initial,
      periodSeconds: period,
      failureThreshold: threshold,
    };
    const stubborn = grace > 0;
    return {
      kind: 'numeric',
      question: {
        en: `The liveness probe of \`${image}\` in Pod \`${name}\` fails from the start: \`initialDelaySeconds: ${initial}\`, \`periodSeconds: ${period}\`, \`failureThreshold: ${threshold}\`. The program ${stubborn ? 'ignores SIGTERM; `terminationGracePeriodSeconds: 30`' : 'ends at once on SIGTERM'}. About how many seconds after the Pod was made is the container restarted for the first time?`,
        zh: `Pod \`${name}\` 里 \`${image}\` 的存活探针从一开始就失败：\`initialDelaySeconds: ${initial}\`，\`periodSeconds: ${period}\`，\`failureThreshold: ${threshold}\`。程序${stubborn ? '不理会 SIGTERM，`terminationGracePeriodSeconds: 30`' : '收到 SIGTERM 马上结束'}。Pod 创建之后大约多少秒，容器第一次被重启？`,
      },
      reads: {
        first: { object: `Pod/${name}`, path: 'status.containerStatuses.0.restartCount', equals: 1 },
        fromMs: 0,
        untilMs: 300_000,
      },
      units: [{ name: 's', times: 1 }],
      tolerance: { by: 'nominal', t: 2.4 },
      because: {
        en: 'The kubelet looks once a period from the start of the container on and skips what falls into `initialDelaySeconds`. After `failureThreshold` failures in a row the container has its grace period to end.',
        zh: '从容器启动算起，kubelet 每个周期看一次，落在 `initialDelaySeconds` 之内的跳过。连续失败 `failureThreshold` 次之后，容器还有宽限期来结束。',
      },
      wrong: [
        {
          answer: initial + threshold * period + grace,
          because: {
            en: 'The first probe does not wait for a whole period after the initial delay.',
            zh: '初始延迟结束后，第一次探测不用再等满一个周期。',
          },
          misconception: 'first-probe-waits-a-period',
        },
        {
          answer: initial + (threshold - 1) * period + grace,
          because: {
            en: 'Probes come at multiples of the period since the start. None is made at the very end of the delay.',
            zh: '探测发生在启动之后周期的整数倍时刻，不会恰好在延迟结束时做一次。',
          },
          misconception: 'first-probe-when-the-delay-ends',
        },
        {
          answer: initial + period + grace,
          because: {
            en: 'One failure is not enough: as many in a row as `failureThreshold` says.',
            zh: '失败一次还不够，要连续失败 `failureThreshold` 次。',
          },
          misconception: 'one-failed-probe-restarts',
        },
        {
          answer: initial + (threshold - 1) * period + (stubborn ? 0 : 30),
          because: stubborn
            ? {
                en: 'The kubelet asks the program to end and waits for the grace period before it kills it.',
                zh: 'kubelet 先请程序结束，等过了宽限期才强行终止。',
              }
            : {
                en: 'The grace period is the longest wait. This program ends at once on SIGTERM.',
                zh: '宽限期是最长等多久。这个程序收到 SIGTERM 马上就结束了。',
              },
          misconception: stubborn ? 'liveness-kills-at-once' : 'grace-period-is-always-waited',
        },
        {
          answer: threshold * period + grace,
          because: {
            en: 'Probing begins after the initial delay only.',
            zh: '初始延迟之后才开始探测。',
          },
          misconception: 'initial-delay-is-within-the-period',
        },
      ],
      hints: [
        {
          en: 'When is the first probe? When the last that counts?',
          zh: '第一次探测在什么时候？算数的最后一次在什么时候？',
        },
      ],
      explanation: {
        en: 'A slow start is better covered by a startup probe: until it succeeds the liveness probe does not run at all.',
        zh: '启动慢的程序更适合用启动探针：它成功之前，存活探针根本不会运行。',
      },
      run: {
        nodes,
        subject: `Pod/${name}`,
        commands: at(
          0,
          pod(
            name,
            plainContainer(image, {
              command: ['/app', stubborn ? 'stubborn' : 'pause'],
              livenessProbe: probe,
            }),
            { terminationGracePeriodSeconds: 30 },
          ),
        ),
      },
    };
  },
});

export const containers = [restarts, liveness];
