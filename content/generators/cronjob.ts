import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, plainContainer } from './manifests';

const minute = 60_000;

const concurrency = defineGenerator({
  id: 'cronjob-concurrency',
  concept: 'cronjob-concurrency',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const every = draw.pick([2, 5, 10]);
    const works = every * draw.int(1, 2) + draw.int(1, every - 1);
    const policy = draw.pick(['Allow', 'Forbid', 'Replace']);
    const times = draw.pick([4, 6]);
    const ends = every * times + 1;
    return {
      kind: 'numeric',
      question: {
        en: `CronJob \`${name}\`: \`schedule: "*/${every} * * * *"\`, \`concurrencyPolicy: ${policy}\`, made at 10:00:30. Each Job of \`${image}\` works for ${works} minutes. How many Jobs has it created by 10:${String(ends).padStart(2, '0')}?`,
        zh: `CronJob \`${name}\`：\`schedule: "*/${every} * * * *"\`，\`concurrencyPolicy: ${policy}\`，创建于 10:00:30。每个 \`${image}\` 的 Job 要工作 ${works} 分钟。到 10:${String(ends).padStart(2, '0')} 为止，它一共创建了几个 Job？`,
      },
      reads: { created: { kind: 'Job' }, fromMs: 0, untilMs: ends * minute },
      because: {
        en: 'Allow starts a Job at every time of the schedule. Forbid skips a time while a Job runs. Replace deletes the running Job and starts another one.',
        zh: 'Allow 每到时间就启动一个 Job；Forbid 在上一个还没跑完时跳过这次；Replace 删掉正在跑的，再启动一个。',
      },
      wrong: [
        {
          answer: times,
          because: {
            en: 'So many times of the schedule there were. Forbid skips those at which a Job is still running.',
            zh: '按计划的次数有这么多。Forbid 会跳过上一个 Job 还没结束的那几次。',
          },
          misconception: 'forbid-still-creates',
        },
        {
          answer: Math.ceil(times / Math.ceil(works / every)),
          because: {
            en: 'That is what Forbid would come to if it dropped the times that it skips. The latest of them is made good when the running Job has ended.',
            zh: '如果 Forbid 把跳过的时间都丢掉，就是这个数。实际上正在跑的 Job 一结束，就会补上最近跳过的那次。',
          },
          misconception: 'forbid-drops-skipped-times',
        },
        {
          answer: 1,
          because: {
            en: 'A Job that runs longer than the interval does not stop the schedule for good.',
            zh: '一个 Job 跑得比间隔长，不会让之后的计划都停掉。',
          },
          misconception: 'long-job-stops-the-schedule',
        },
        {
          answer: times + 1,
          because: {
            en: 'The first Job comes at the next time of the schedule, not when the CronJob is made.',
            zh: '第一个 Job 在下一个计划时间启动，而不是 CronJob 创建的时候。',
          },
          misconception: 'cronjob-runs-when-created',
        },
      ],
      hints: [
        {
          en: 'Write down the times of the schedule, and for each whether a Job is running then.',
          zh: '把计划的时间一个个写下来，再看每次那时有没有 Job 在跑。',
        },
      ],
      explanation: {
        en: 'The policy decides about Jobs of one CronJob that would overlap. A time skipped by Forbid is tried again as soon as the running Job has ended, as long as no `startingDeadlineSeconds` has passed.',
        zh: '这个策略决定同一个 CronJob 的 Job 会重叠时怎么办。被 Forbid 跳过的那次，在正在跑的 Job 结束后会补上，只要没有超过 `startingDeadlineSeconds`。',
      },
      run: {
        nodes,
        subject: `CronJob/${name}`,
        commands: at(
          30_000,
          apply({
            apiVersion: 'batch/v1',
            kind: 'CronJob',
            metadata: { name },
            spec: {
              schedule: `*/${every} * * * *`,
              concurrencyPolicy: policy,
              successfulJobsHistoryLimit: 20,
              jobTemplate: {
                spec: {
                  template: {
                    spec: {
                      restartPolicy: 'Never',
                      containers: [plainContainer(image, { command: ['/app', 'sleep', String(works * 60)] })],
                    },
                  },
                },
              },
            },
          }),
        ),
      },
    };
  },
});

const suspended = defineGenerator({
  id: 'cronjob-suspended',
  concept: 'cronjob-missed-times',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const every = draw.pick([2, 5, 10]);
    const missed = draw.int(2, 4);
    const before = draw.int(1, 2);
    const late = draw.int(1, every - 1);
    const deadline = draw.pick([undefined, undefined, 30, 3600]);
    const clock = (minutes: number, seconds = 0) =>
      `10:${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}`;
    const stops = before * every + 1;
    const goesOn = (before + missed) * every + late;
    draw.need(stops < (before + 1) * every && goesOn < 58);
    const ends = goesOn + 0.5;
    const told = deadline === undefined ? '' : `, \`startingDeadlineSeconds: ${deadline}\``;
    const toldZh = deadline === undefined ? '' : `，\`startingDeadlineSeconds: ${deadline}\``;
    const suspend = (is: boolean) =>
      ({ verb: 'patch', kind: 'CronJob', name, type: 'merge', body: { spec: { suspend: is } } }) as const;
    return {
      kind: 'numeric',
      question: {
        en: `CronJob \`${name}\` (\`${image}\`), \`schedule: "*/${every} * * * *"\`${told}, made at ${clock(0, 30)}. It is suspended at ${clock(stops, 10)} and goes on at ${clock(goesOn, 10)}. How many Jobs has it created by ${clock(goesOn, 30)}?`,
        zh: `CronJob \`${name}\`（\`${image}\`），\`schedule: "*/${every} * * * *"\`${toldZh}，创建于 ${clock(0, 30)}。它在 ${clock(stops, 10)} 被挂起，在 ${clock(goesOn, 10)} 恢复。到 ${clock(goesOn, 30)} 为止，它一共创建了几个 Job？`,
      },
      reads: { created: { kind: 'Job' }, fromMs: 0, untilMs: ends * minute },
      because: {
        en: 'When it goes on, of all missed times only the latest is made good, and only if it is not later than `startingDeadlineSeconds` allows.',
        zh: '恢复时，错过的时间里只补最近的一次，而且不能晚于 `startingDeadlineSeconds` 允许的时间。',
      },
      wrong: [
        {
          answer: before + missed,
          because: {
            en: 'Missed times are not made good one by one. The controller looks at the latest only.',
            zh: '错过的时间不会一一补上，控制器只看最近的一次。',
          },
          misconception: 'every-missed-time-is-made-good',
        },
        {
          answer: before,
          because: {
            en: 'Times missed while suspended count as missed; without a deadline the latest is started at once.',
            zh: '挂起期间错过的时间也算错过；没有设截止时间，恢复时会马上启动最近的一次。',
          },
          misconception: 'suspended-times-are-forgotten',
        },
        {
          answer: before + 1,
          because: {
            en: 'The latest missed time lies further back than `startingDeadlineSeconds`: it is given up.',
            zh: '最近一次错过的时间已经超过 `startingDeadlineSeconds`：不再补了。',
          },
          misconception: 'starting-deadline-is-ignored',
        },
      ],
      hints: [
        {
          en: 'Which time of the schedule was the last before it went on, and how long ago was it?',
          zh: '恢复之前最后一个计划时间是几点？已经过去多久？',
        },
      ],
      explanation: {
        en: 'A suspended CronJob starts nothing and keeps no list. When it goes on, the controller counts from the last scheduled time and starts at most one Job for what was missed.',
        zh: '挂起的 CronJob 什么也不启动，也不记账。恢复时，控制器从上次调度的时间算起，为错过的那些最多启动一个 Job。',
      },
      run: {
        nodes,
        subject: `CronJob/${name}`,
        commands: [
          ...at(
            30_000,
            apply({
              apiVersion: 'batch/v1',
              kind: 'CronJob',
              metadata: { name },
              spec: {
                schedule: `*/${every} * * * *`,
                ...(deadline !== undefined && { startingDeadlineSeconds: deadline }),
                jobTemplate: {
                  spec: {
                    template: {
                      spec: {
                        restartPolicy: 'Never',
                        containers: [plainContainer(image, { command: ['/app', 'exit', '0'] })],
                      },
                    },
                  },
                },
              },
            }),
          ),
          ...at(stops * minute + 10_000, suspend(true)),
          ...at(goesOn * minute + 10_000, suspend(false)),
        ],
      },
    };
  },
});

export const cronjob = [concurrency, suspended];
