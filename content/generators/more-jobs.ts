import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, batchJob } from './manifests';

const ttl = defineGenerator({
  id: 'job-ttl',
  concept: 'job-clean-up',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const works = draw.pick([20, 40, 60]);
    const seconds = draw.pick([10, 30, 100, 120]);
    const rounds = draw.int(1, 3);
    draw.need(seconds !== works && seconds !== works * rounds);
    return {
      kind: 'numeric',
      question: {
        en: `Job \`${name}\`: \`completions: ${rounds}\`, \`parallelism: 1\`, \`ttlSecondsAfterFinished: ${seconds}\`. Each Pod of \`${image}\` works for ${works} s and succeeds. About how many seconds after its creation is the Job gone?`,
        zh: `Job \`${name}\`：\`completions: ${rounds}\`，\`parallelism: 1\`，\`ttlSecondsAfterFinished: ${seconds}\`。每个 \`${image}\` 的 Pod 工作 ${works} 秒后成功结束。创建之后大约多少秒，这个 Job 消失？`,
      },
      reads: { first: { object: `Job/${name}`, exists: false }, fromMs: 1_000, untilMs: 900_000 },
      units: [
        { name: 's', times: 1 },
        { name: 'min', times: 60 },
      ],
      tolerance: { by: 'nominal', t: 8 },
      because: {
        en: 'The time is counted from the moment at which the Job has finished, whether it is complete or failed.',
        zh: '时间从 Job 结束的那一刻算起，不论是完成还是失败。',
      },
      wrong: [
        {
          answer: seconds,
          because: { en: 'The clock does not start with the Job.', zh: '计时不是从 Job 创建时开始的。' },
          misconception: 'ttl-counts-from-creation',
        },
        {
          answer: works + seconds,
          because: {
            en: 'It starts when the whole Job has finished, not with its first Pod.',
            zh: '计时从整个 Job 结束开始，不是从第一个 Pod 结束开始。',
          },
          misconception: 'ttl-counts-from-the-first-pod',
        },
        {
          answer: works * rounds,
          because: {
            en: 'Then it has finished. It is kept for `ttlSecondsAfterFinished` more.',
            zh: '那时它才结束，之后还会保留 `ttlSecondsAfterFinished` 秒。',
          },
          misconception: 'finished-jobs-are-deleted-at-once',
        },
      ],
      hints: [
        { en: 'When does the Job finish? What is added to that?', zh: 'Job 什么时候结束？再加上什么？' },
      ],
      explanation: {
        en: 'Without `ttlSecondsAfterFinished` a finished Job and its Pods stay until somebody deletes them, or until its CronJob does.',
        zh: '没有设 `ttlSecondsAfterFinished`，结束的 Job 和它的 Pod 会一直留着，直到有人或它的 CronJob 来删除。',
      },
      run: {
        nodes,
        subject: `Job/${name}`,
        commands: at(
          0,
          apply(
            batchJob(name, image, ['/app', 'sleep', String(works)], {
              completions: rounds,
              parallelism: 1,
              ttlSecondsAfterFinished: seconds,
            }),
          ),
        ),
      },
    };
  },
});

const deadline = defineGenerator({
  id: 'job-active-deadline',
  concept: 'job-failures',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const works = draw.pick([30, 40, 50]);
    const completions = draw.int(3, 6);
    const seconds = draw.pick([75, 105, 140, 175, 500]);
    const done = Math.floor(seconds / (works + 2));
    draw.need(Math.abs(seconds - done * (works + 2)) > 8);
    return {
      kind: 'numeric',
      question: {
        en: `Job \`${name}\`: \`completions: ${completions}\`, \`parallelism: 1\`, \`activeDeadlineSeconds: ${seconds}\`. Each Pod of \`${image}\` works for ${works} s and succeeds. How many completions are counted in the end?`,
        zh: `Job \`${name}\`：\`completions: ${completions}\`，\`parallelism: 1\`，\`activeDeadlineSeconds: ${seconds}\`。每个 \`${image}\` 的 Pod 工作 ${works} 秒后成功结束。最后一共算几个 completion？`,
      },
      reads: { object: `Job/${name}`, path: 'status.succeeded', atMs: 800_000 },
      because: {
        en: 'The deadline is one for the whole Job: when it has passed, running Pods are deleted and the Job fails. What has succeeded stays counted.',
        zh: '期限是整个 Job 共用的：一过期，正在运行的 Pod 会被删除，Job 失败。已经成功的仍然算数。',
      },
      wrong: [
        {
          answer: completions,
          because: {
            en: 'The deadline does not hold for each Pod by itself.',
            zh: '期限不是每个 Pod 各算各的。',
          },
          misconception: 'active-deadline-is-per-pod',
        },
        {
          answer: Math.min(completions, done + 1),
          because: {
            en: 'The Pod that runs when the deadline passes is deleted, not waited for.',
            zh: '到期时正在运行的 Pod 会被删除，不会等它做完。',
          },
          misconception: 'deadline-lets-the-running-pod-finish',
        },
        {
          answer: 0,
          because: {
            en: 'A Job that fails keeps the count of what has succeeded.',
            zh: 'Job 失败，已经成功的数量仍会保留。',
          },
          misconception: 'failed-job-loses-its-completions',
        },
      ],
      hints: [{ en: 'How many Pods end before the deadline?', zh: '到期之前有几个 Pod 做完？' }],
      explanation: {
        en: '`activeDeadlineSeconds` goes before `backoffLimit`: when it has passed, nothing is tried again.',
        zh: '`activeDeadlineSeconds` 优先于 `backoffLimit`：一过期，就不再重试。',
      },
      run: {
        nodes,
        subject: `Job/${name}`,
        commands: at(
          0,
          apply(
            batchJob(
              name,
              image,
              ['/app', 'sleep', String(works)],
              { completions, parallelism: 1, activeDeadlineSeconds: seconds },
              { terminationGracePeriodSeconds: 2 },
            ),
          ),
        ),
      },
    };
  },
});

export const moreJobs = [deadline, ttl];
