import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, batchJob } from './manifests';

const backoffLimit = defineGenerator({
  id: 'job-backoff-limit',
  concept: 'job-failures',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const limit = draw.pick([undefined, 0, 1, 2, 3, 4, 5]);
    const exitCode = draw.int(1, 9);
    const completions = draw.pick([1, 1, 3]);
    const told = limit === undefined ? 'no `backoffLimit`' : `\`backoffLimit: ${limit}\``;
    const toldZh = limit === undefined ? '没有设 `backoffLimit`' : `\`backoffLimit: ${limit}\``;
    const used = limit ?? 6;
    return {
      kind: 'numeric',
      question: {
        en: `Job \`${name}\`, \`completions: ${completions}\`, \`parallelism: 1\`, \`restartPolicy: Never\`, ${told}. The container of \`${image}\` always exits with ${exitCode}. How many Pods does the Job create in all?`,
        zh: `Job \`${name}\`，\`completions: ${completions}\`，\`parallelism: 1\`，\`restartPolicy: Never\`，${toldZh}。\`${image}\` 的容器总是以 ${exitCode} 退出。这个 Job 一共创建几个 Pod？`,
      },
      reads: { created: { kind: 'Pod' }, fromMs: 0, untilMs: 1_800_000 },
      because: {
        en: 'The first Pod is no retry. Then as many retries follow as `backoffLimit` says, 6 by default; the Job fails when one more has failed.',
        zh: '第一个 Pod 不算重试。之后按 `backoffLimit` 重试，默认 6 次；失败次数超过它，Job 就失败。',
      },
      wrong: [
        {
          answer: used,
          because: {
            en: 'The limit counts retries. The first try comes on top.',
            zh: '限制算的是重试次数，第一次要另外加上。',
          },
          misconception: 'backoff-limit-counts-pods',
        },
        {
          answer: completions,
          because: {
            en: 'A Pod that failed is replaced by another one until `backoffLimit` is passed.',
            zh: '失败的 Pod 会被另一个替换，直到超过 `backoffLimit`。',
          },
          misconception: 'job-does-not-retry',
        },
        {
          answer: 1,
          because: {
            en: '`restartPolicy: Never` keeps the kubelet from restarting the container. The Job controller still makes new Pods.',
            zh: '`restartPolicy: Never` 只是让 kubelet 不重启容器，Job 控制器照样会创建新的 Pod。',
          },
          misconception: 'restart-never-means-no-retry',
        },
        {
          answer: completions * (used + 1),
          because: {
            en: 'The limit is one for the whole Job, not one for each completion.',
            zh: '这个限制是整个 Job 共用的，不是每个 completion 各有一份。',
          },
          misconception: 'backoff-limit-is-per-completion',
        },
      ],
      hints: [
        { en: 'Is the first Pod a retry?', zh: '第一个 Pod 算不算重试？' },
        { en: 'What is the default of `backoffLimit`?', zh: '`backoffLimit` 的默认值是多少？' },
      ],
      explanation: {
        en: 'Between retries the Job waits 10 s, 20 s, 40 s and so on, six minutes at most. With `backoffLimitPerIndex` an Indexed Job counts for each index instead.',
        zh: '重试之间依次等待 10 秒、20 秒、40 秒……最多六分钟。Indexed Job 可以用 `backoffLimitPerIndex` 改为按索引分别计数。',
      },
      run: {
        nodes,
        subject: `Job/${name}`,
        commands: at(
          0,
          apply(
            batchJob(name, image, ['/app', 'exit', String(exitCode)], {
              completions,
              parallelism: 1,
              ...(limit !== undefined && { backoffLimit: limit }),
            }),
          ),
        ),
      },
    };
  },
});

const duration = defineGenerator({
  id: 'job-parallelism',
  concept: 'job-completions',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const parallelism = draw.int(2, 4);
    const completions = parallelism * draw.int(1, 2) + draw.int(1, parallelism - 1);
    const each = draw.pick([40, 60, 120]);
    const units = [
      { name: 's', times: 1 },
      { name: 'min', times: 60 },
    ];
    return {
      kind: 'numeric',
      question: {
        en: `Job \`${name}\`: \`completions: ${completions}\`, \`parallelism: ${parallelism}\`. Each Pod of \`${image}\` works for ${each} s and succeeds. After about how many seconds is the Job complete?`,
        zh: `Job \`${name}\`：\`completions: ${completions}\`，\`parallelism: ${parallelism}\`。每个 \`${image}\` 的 Pod 工作 ${each} 秒后成功结束。大约多少秒之后 Job 完成？`,
      },
      reads: {
        first: { object: `Job/${name}`, path: 'status.succeeded', equals: completions },
        fromMs: 0,
        untilMs: 1_800_000,
      },
      units,
      tolerance: { by: 'nominal', t: each / 4 },
      because: {
        en: 'At most `parallelism` Pods run at once, so the work comes in rounds; the last one counts whole, even if it is not full.',
        zh: '最多同时运行 `parallelism` 个 Pod，所以要一轮一轮地做；最后一轮没排满，也要整轮的时间。',
      },
      wrong: [
        {
          answer: completions * each,
          because: {
            en: 'That would be one Pod after another: `parallelism: 1`.',
            zh: '那是一个接一个地跑，也就是 `parallelism: 1`。',
          },
          misconception: 'job-runs-one-by-one',
        },
        {
          answer: each,
          because: {
            en: 'That would be all Pods at once. `parallelism` bounds how many run together.',
            zh: '那是所有 Pod 同时跑。同时运行的数量受 `parallelism` 限制。',
          },
          misconception: 'job-runs-all-at-once',
        },
        {
          answer: Math.floor(completions / parallelism) * each,
          because: {
            en: 'A few completions are left after the full rounds. They need a round of their own.',
            zh: '排满的几轮之后还剩几个 completion，它们还要一轮。',
          },
          misconception: 'job-last-round-is-free',
        },
      ],
      hints: [
        {
          en: 'How many Pods work in the first round, and how many are left?',
          zh: '第一轮有几个 Pod 在工作？还剩几个？',
        },
      ],
      explanation: {
        en: 'The Job controller keeps min(parallelism, completions still missing) Pods running. Starting a Pod adds a second or two to each round.',
        zh: 'Job 控制器让 min(parallelism, 还缺的 completion 数) 个 Pod 保持运行。每轮启动 Pod 还要一两秒。',
      },
      run: {
        nodes,
        subject: `Job/${name}`,
        commands: at(
          0,
          apply(batchJob(name, image, ['/app', 'sleep', String(each)], { completions, parallelism })),
        ),
      },
    };
  },
});

export const job = [backoffLimit, duration];
