import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { Condition, Counting } from '@/lib/lab/condition';
import { defineLabs } from '@/lib/lab/scenario';

/**
 * The scenarios of lesson 9. The clock of a cluster begins at 2026-01-01 00:00 UTC. Programs work for a while and end with 0, unless somebody
 * makes them fall. Names of Pods are chance, and with the seed always the same; a CronJob names its Jobs by the minute.
 */

type Fields = Readonly<Record<string, Json>>;

const podOf = (image: string, command: readonly string[], restartPolicy: string) => ({
  spec: {
    restartPolicy,
    terminationGracePeriodSeconds: 5,
    containers: [{ name: 'main', image, command: [...command] }],
  },
});

const jobOf = (
  name: string,
  command: readonly string[],
  spec: Fields = {},
  { image = `${name}:v1`, restartPolicy = 'Never' } = {},
): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: { ...spec, template: podOf(image, command, restartPolicy) },
});

const cronJobOf = (name: string, schedule: string, works: number, spec: Fields = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name },
  spec: {
    schedule,
    ...spec,
    jobTemplate: { spec: { template: podOf('report:v1', ['/app', 'sleep', String(works)], 'Never') } },
  },
});

const applied = (object: Manifest): TimedCommand => ({ atMs: 0, command: { verb: 'apply', object } });
const crash = (pod: string): Command => ({ verb: 'crash', pod });
const change = (body: object): Command => ({
  verb: 'patch',
  kind: 'CronJob',
  name: 'report',
  type: 'merge',
  body: { spec: body },
});

const parallel = (parallelism: number): Command => ({
  verb: 'patch',
  kind: 'Job',
  name: 'import',
  type: 'merge',
  body: { spec: { parallelism } },
});

/** Six pieces of work of ten seconds, two at a time, and two more tries in all. */
const imported = jobOf('import', ['/app', 'sleep', '10'], {
  completions: 6,
  parallelism: 2,
  backoffLimit: 2,
});
/** Its program looks for a file that is not there, says so and ends with 1. */
const noOrders = (restartPolicy: string) =>
  jobOf('import', ['/app', 'test', '/orders.csv'], { backoffLimit: 2 }, { image: 'app:v1', restartPolicy });
const podFailurePolicy = {
  rules: [
    { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
  ],
};
const firstPod = 'pq8xx';

const nodes = ['node-1', 'node-2'];
const common = { seed: 7, nodes } as const;

const ended = (as: 'Complete' | 'Failed') =>
  ({ path: 'status.conditions', has: { type: as, status: 'True' } }) as const;
const stateOfJob = (name: string, as: 'Complete' | 'Failed'): Condition => ({
  count: { kind: 'Job', where: { all: [{ path: 'metadata.name', equals: name }, ended(as)] } },
  what: { en: `Jobs ${name} that are ${as}`, zh: `状态为 ${as} 的 Job ${name}` },
  is: 1,
});
const isComplete = (name: string) => stateOfJob(name, 'Complete');
const hasFailed = (name: string) => stateOfJob(name, 'Failed');
const jobs = (is: number): Condition => ({ count: { kind: 'Job' }, what: { en: 'Jobs', zh: 'Job' }, is });
const pods = (is: number): Condition => ({ count: { kind: 'Pod' }, what: { en: 'Pods', zh: 'Pod' }, is });
const succeeded = (name: string, count: number): Condition => ({
  object: `Job/${name}`,
  path: 'status.succeeded',
  equals: count,
});
const completeJobs = (counting: Counting): Condition => ({
  count: { kind: 'Job', where: ended('Complete') },
  what: { en: 'Jobs that are Complete', zh: '已完成的 Job' },
  ...counting,
});
const unfinishedJobs = (counting: Counting): Condition => ({
  count: { kind: 'Job', where: { not: { any: [ended('Complete'), ended('Failed')] } } },
  what: { en: 'Jobs that are at work', zh: '正在工作的 Job' },
  ...counting,
});
const ofReport = (path: string, equals: Json): Condition => ({ object: 'CronJob/report', path, equals });

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'two-hours',
      subject: 'CronJob/report',
      caption: {
        en: 'CronJob report, every minute: suspended at 130 s, resumed two hours later, at 7,330 s',
        zh: 'CronJob report，每分钟一次：第 130 秒挂起，两小时后（第 7,330 秒）恢复',
      },
      commands: [
        applied(cronJobOf('report', '* * * * *', 5)),
        { atMs: 130_000, command: change({ suspend: true }) },
        { atMs: 7_330_000, command: change({ suspend: false }) },
      ],
      openAtMs: 7_325_000,
      pauseAtMs: 7_350_000,
      hands: ['kubectl'],
      claims: ['cronjob-01', 'cronjob-02', 'cronjob-03'],
    },
    {
      ...common,
      id: 'paid-twice',
      subject: 'Job/pay',
      caption: {
        en: 'Job pay, one completion of 20 s of work: its program falls at 12 s',
        zh: 'Job pay，一个 completion，工作 20 秒：第 12 秒程序倒下',
      },
      commands: [
        applied(jobOf('pay', ['/app', 'sleep', '20'])),
        { atMs: 12_000, command: crash(`pay-${firstPod}`) },
      ],
      openAtMs: 11_000,
      pauseAtMs: 60_000,
      hands: ['crash', 'deletePod', 'kubectl'],
      claims: ['job-01', 'job-02'],
    },
    {
      ...common,
      id: 'three-fall',
      subject: 'Job/import',
      caption: {
        en: 'Job import, 6 completions, parallelism 2, backoffLimit 2: three Pods fall',
        zh: 'Job import，completions 为 6，parallelism 为 2，backoffLimit 为 2：有三个 Pod 倒下',
      },
      commands: [
        applied(imported),
        { atMs: 5_000, command: crash(`import-${firstPod}`) },
        { atMs: 18_000, command: crash('import-qgbgb') },
        { atMs: 30_000, command: crash('import-kdxz9') },
      ],
      openAtMs: 4_000,
      pauseAtMs: 90_000,
      hands: ['crash', 'deletePod', 'kubectl'],
      claims: ['job-01', 'job-03'],
    },
    {
      ...common,
      id: 'on-failure',
      subject: 'Job/import',
      caption: {
        en: 'Job import, restartPolicy OnFailure, backoffLimit 2: its program finds no file and ends with 1',
        zh: 'Job import，restartPolicy 为 OnFailure，backoffLimit 为 2：程序找不到文件，以 1 退出',
      },
      commands: [applied(noOrders('OnFailure'))],
      openAtMs: 100,
      pauseAtMs: 120_000,
      hands: ['kubectl'],
      claims: ['job-03'],
    },
    {
      ...common,
      id: 'never',
      subject: 'Job/import',
      caption: {
        en: 'The same Job with restartPolicy Never',
        zh: '同一个 Job，restartPolicy 改成 Never',
      },
      commands: [applied(noOrders('Never'))],
      openAtMs: 100,
      pauseAtMs: 120_000,
      hands: ['kubectl'],
      claims: ['job-03'],
    },
    {
      ...common,
      id: 'evicted',
      subject: 'Job/load',
      caption: {
        en: 'Job load, backoffLimit 0, with a podFailurePolicy: its Pod is evicted at 10 s',
        zh: 'Job load，backoffLimit 为 0，带 podFailurePolicy：第 10 秒它的 Pod 被驱逐',
      },
      commands: [
        applied(jobOf('load', ['/app', 'sleep', '30'], { backoffLimit: 0, podFailurePolicy })),
        { atMs: 10_000, command: { verb: 'evict', name: `load-${firstPod}` } },
      ],
      openAtMs: 9_000,
      pauseAtMs: 70_000,
      hands: ['drain', 'crash', 'kubectl'],
      claims: ['job-03'],
    },
    {
      ...common,
      id: 'code-42',
      subject: 'Job/load',
      caption: {
        en: 'Job load, backoffLimit 6, with the same podFailurePolicy: its program ends with 42',
        zh: 'Job load，backoffLimit 为 6，同样的 podFailurePolicy：程序以 42 退出',
      },
      commands: [applied(jobOf('load', ['/app', 'exit', '42', '2'], { backoffLimit: 6, podFailurePolicy }))],
      openAtMs: 1_000,
      pauseAtMs: 30_000,
      hands: ['kubectl'],
      claims: ['job-03'],
    },
    {
      ...common,
      id: 'search',
      subject: 'Job/search',
      caption: {
        en: 'Indexed Job search, 3 completions side by side; index 0 is enough. 1 and 2 have a minute more to do',
        zh: 'Indexed Job search，3 个 completion 并行，索引 0 成功就够了；1 和 2 要多做一分钟',
      },
      commands: [
        applied(
          jobOf('search', ['/app', 'sleep', '10'], {
            completions: 3,
            parallelism: 3,
            completionMode: 'Indexed',
            successPolicy: { rules: [{ succeededIndexes: '0' }] },
          }),
        ),
        ...['search-1-x7s5w', 'search-2-s5brl'].map((name) => ({
          atMs: 100,
          command: { verb: 'slowStart', kind: 'Pod', name, ms: 60_000 } as const,
        })),
      ],
      openAtMs: 5_000,
      pauseAtMs: 90_000,
      hands: ['crash', 'kubectl'],
      claims: ['job-03'],
    },
    ...(['Forbid', 'Replace', 'Allow'] as const).map((concurrencyPolicy) => ({
      ...common,
      id: concurrencyPolicy.toLowerCase(),
      subject: 'CronJob/report',
      caption: {
        en: `CronJob report, every minute, concurrencyPolicy ${concurrencyPolicy}: each Job works for 90 s`,
        zh: `CronJob report，每分钟一次，concurrencyPolicy 为 ${concurrencyPolicy}：每个 Job 工作 90 秒`,
      },
      commands: [applied(cronJobOf('report', '* * * * *', 90, { concurrencyPolicy }))],
      openAtMs: 55_000,
      pauseAtMs: 310_000,
      hands: ['kubectl' as const],
      claims: ['cronjob-01', 'cronjob-03'],
    })),
    {
      ...common,
      id: 'wrong-hour',
      caption: {
        en: 'CronJobs utc and cn, both "0 9 * * *"; cn has timeZone Asia/Shanghai',
        zh: 'CronJob utc 和 cn，都是 "0 9 * * *"；cn 写了 timeZone: Asia/Shanghai',
      },
      commands: [
        applied(cronJobOf('utc', '0 9 * * *', 5)),
        applied(cronJobOf('cn', '0 9 * * *', 5, { timeZone: 'Asia/Shanghai' })),
      ],
      openAtMs: 3_590_000,
      pauseAtMs: 3_630_000,
      hands: ['kubectl'],
      claims: ['cronjob-02', 'cronjob-03'],
    },
  ],

  predictions: [
    {
      id: 'after-two-hours',
      scenario: 'two-hours',
      question: {
        en: 'Two Jobs have run. 120 times of the schedule have passed. At 7,330 s the CronJob may go on. How many Jobs are there at 7,350 s?',
        zh: '已经跑过两个 Job，之后有 120 个计划时间过去了。第 7,330 秒 CronJob 恢复。到第 7,350 秒有几个 Job？',
      },
      choices: [
        {
          text: { en: 'Two: it waits for its next minute', zh: '两个：它等下一分钟' },
          happened: jobs(2),
        },
        {
          text: { en: 'Three: one for all that was missed', zh: '三个：错过的那些合起来补一个' },
          happened: jobs(3),
        },
        {
          text: { en: '122: every missed one is made up for', zh: '122 个：错过的逐个补上' },
          happened: jobs(122),
        },
      ],
      judgedAtMs: 7_350_000,
    },
    {
      id: 'how-often',
      scenario: 'paid-twice',
      question: {
        en: 'One completion, restartPolicy Never. The program falls at 12 s, with more than half of its work done. What is there at 60 s?',
        zh: '一个 completion，restartPolicy 为 Never。第 12 秒程序倒下，工作已做了一大半。到第 60 秒有什么？',
      },
      choices: [
        {
          text: { en: 'One Pod, in error, and a Job that Failed', zh: '一个出错的 Pod，Job 是 Failed' },
          happened: { all: [pods(1), hasFailed('pay')] },
        },
        {
          text: {
            en: 'One Pod, restarted once, and a Job that is Complete',
            zh: '一个重启过的 Pod，Job 已完成',
          },
          happened: { all: [pods(1), isComplete('pay')] },
        },
        {
          text: { en: 'Two Pods, and a Job that is Complete', zh: '两个 Pod，Job 已完成' },
          happened: { all: [pods(2), isComplete('pay')] },
        },
      ],
      judgedAtMs: 60_000,
    },
    {
      id: 'how-it-ends',
      scenario: 'three-fall',
      question: {
        en: 'One Pod falls in each round, three in all, none twice. `backoffLimit` is 2. How does it stand at 90 s?',
        zh: '每一轮倒下一个 Pod，一共三个，没有哪个倒下两次。`backoffLimit` 是 2。到第 90 秒怎样了？',
      },
      choices: [
        {
          text: { en: 'Complete: each fall is made up for', zh: '已完成：每次倒下都补上了' },
          happened: isComplete('import'),
        },
        {
          text: {
            en: 'Failed; what stood beside the third is ended too',
            zh: 'Failed，第三个倒下时，旁边那个也被结束',
          },
          happened: { all: [hasFailed('import'), succeeded('import', 2)] },
        },
        {
          text: { en: 'Failed, after the others had finished', zh: 'Failed，但其余的都做完了' },
          happened: { all: [hasFailed('import'), { not: succeeded('import', 2) }] },
        },
      ],
      judgedAtMs: 90_000,
    },
    {
      id: 'where-are-the-logs',
      scenario: 'on-failure',
      question: {
        en: '`restartPolicy: OnFailure`, `backoffLimit: 2`, and a program that always ends with 1. What is left at 120 s?',
        zh: 'restartPolicy 为 OnFailure，`backoffLimit: 2`，程序总是以 1 退出。到第 120 秒还剩什么？',
      },
      choices: [
        {
          text: { en: 'One Pod with its restarts and its logs', zh: '一个 Pod，带着重启次数和日志' },
          happened: { all: [hasFailed('import'), pods(1)] },
        },
        {
          text: { en: 'Three Pods in error, each with its logs', zh: '三个出错的 Pod，各有日志' },
          happened: { all: [hasFailed('import'), pods(3)] },
        },
        {
          text: { en: 'The Job, and no Pod at all', zh: '只有 Job，一个 Pod 也没有' },
          happened: { all: [hasFailed('import'), pods(0)] },
        },
      ],
      judgedAtMs: 120_000,
    },
    {
      id: 'evicted-with-no-retry',
      scenario: 'evicted',
      question: {
        en: '`backoffLimit: 0`, and at 10 s the Pod is evicted. How does the Job stand at 70 s?',
        zh: '`backoffLimit: 0`，第 10 秒 Pod 被驱逐。到第 70 秒，Job 怎样了？',
      },
      choices: [
        {
          text: { en: 'Failed: the one try is used up', zh: 'Failed：唯一的一次用掉了' },
          happened: hasFailed('load'),
        },
        {
          text: { en: 'Complete, with another Pod', zh: '已完成，用的是另一个 Pod' },
          happened: isComplete('load'),
        },
        {
          text: { en: 'Neither: it stands still without a Pod', zh: '都不是：没有 Pod，停在那里' },
          happened: { all: [{ not: isComplete('load') }, { not: hasFailed('load') }] },
        },
      ],
      judgedAtMs: 70_000,
    },
    {
      id: 'one-of-three',
      scenario: 'search',
      question: {
        en: 'Index 0 is done after 10 s, 1 and 2 need a minute more. How does the Job stand at 30 s?',
        zh: '索引 0 十秒就做完，1 和 2 还要一分钟。到第 30 秒，Job 怎样了？',
      },
      choices: [
        {
          text: { en: 'Running: 1 and 2 go on to their end', zh: '运行中：1 和 2 要做到底' },
          happened: { all: [{ not: isComplete('search') }, { not: hasFailed('search') }] },
        },
        {
          text: { en: 'Complete; the Pods of 1 and 2 are gone', zh: '已完成，1 和 2 的 Pod 没有了' },
          happened: { all: [isComplete('search'), pods(1)] },
        },
        {
          text: { en: 'Complete; the Pods of 1 and 2 run on', zh: '已完成，1 和 2 的 Pod 还在运行' },
          happened: { all: [isComplete('search'), pods(3)] },
        },
      ],
      judgedAtMs: 30_000,
    },
    {
      id: 'forbid-for-five-minutes',
      scenario: 'forbid',
      question: {
        en: 'Every minute, 90 s of work, Forbid. Which Jobs have been created by 305 s?',
        zh: '每分钟一次，工作 90 秒，Forbid。到第 305 秒，创建过哪些 Job？',
      },
      choices: [
        { text: { en: 'Five: each waits for its turn', zh: '五个：各自排队' }, happened: jobs(5) },
        {
          text: { en: 'Three, the second begun in between two minutes', zh: '三个，第二个不在整分钟开始' },
          happened: {
            all: [
              jobs(3),
              ...['29453761', '29453762', '29453764'].map((minute) => ({
                object: `Job/report-${minute}`,
                exists: true,
              })),
            ],
          },
        },
        {
          text: { en: 'Three, one at each second minute', zh: '三个，每两分钟一个' },
          happened: {
            all: [jobs(3), { object: 'Job/report-29453763', exists: true }],
          },
        },
      ],
      judgedAtMs: 305_000,
    },
    {
      id: 'nine-in-shanghai',
      scenario: 'wrong-hour',
      question: {
        en: 'It is ten seconds to nine in Shanghai. Both schedules are `0 9 * * *`. Which Jobs are there twenty seconds later?',
        zh: '上海差十秒九点。两个计划都是 `0 9 * * *`。二十秒之后有哪些 Job？',
      },
      choices: [
        { text: { en: 'One of each', zh: '各有一个' }, happened: jobs(2) },
        {
          text: { en: 'One, of cn', zh: '一个，cn 的' },
          happened: { all: [jobs(1), { object: 'Job/cn-29453820', exists: true }] },
        },
        { text: { en: 'None yet', zh: '还没有' }, happened: jobs(0) },
      ],
      judgedAtMs: 3_610_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'import-in-time',
      subject: 'Job/import',
      title: { en: 'Done in time', zh: '按时做完' },
      caption: {
        en: 'Job import, 6 completions of 25 s, parallelism 1, activeDeadlineSeconds 120',
        zh: 'Job import，6 个 completion，每个 25 秒，parallelism 为 1，activeDeadlineSeconds 为 120',
      },
      task: {
        en: 'Six files, 25 s each, one after another, and a deadline of 120 s: it will not do. Bring the Job to Complete. The database bears three Pods at work at any moment, not more. The deadline is not yours to move.',
        zh: '六个文件，每个 25 秒，一个接一个，期限 120 秒：来不及。请让 Job 做到 Complete。数据库任何时刻最多受得住三个 Pod 在工作。期限不归你改。',
      },
      commands: [
        applied(
          jobOf('import', ['/app', 'sleep', '25'], {
            completions: 6,
            parallelism: 1,
            activeDeadlineSeconds: 120,
          }),
        ),
      ],
      openAtMs: 5_000,
      pauseAtMs: 150_000,
      hands: ['kubectl', 'crash', 'deletePod'],
      goals: [
        {
          id: 'complete',
          text: {
            en: 'The Job import is Complete, with six successes',
            zh: 'Job import 是 Complete，成功了六次',
          },
          condition: { all: [isComplete('import'), succeeded('import', 6)] },
          when: 'now',
        },
        {
          id: 'three-at-most',
          text: { en: 'At most three Pods are at work', zh: '最多三个 Pod 在工作' },
          condition: {
            count: {
              kind: 'Pod',
              where: {
                not: {
                  any: [
                    { path: 'status.phase', equals: 'Succeeded' },
                    { path: 'status.phase', equals: 'Failed' },
                  ],
                },
              },
            },
            what: { en: 'Pods at work', zh: '在工作的 Pod' },
            atMost: 3,
          },
          when: 'always',
        },
        {
          id: 'deadline-stays',
          text: { en: 'The deadline is 120 s', zh: '期限是 120 秒' },
          condition: { object: 'Job/import', path: 'spec.activeDeadlineSeconds', equals: 120 },
          when: 'now',
        },
      ],
      hints: [
        {
          when: hasFailed('import'),
          en: 'The deadline has passed, and a Failed Job is over. Press Reset and act earlier.',
          zh: '期限已过，Failed 的 Job 就此结束。请按“复位”，早些动手。',
        },
        {
          when: { object: 'Job/import', path: 'spec.parallelism', equals: 1 },
          en: 'Most of a Job is fixed once it is there. How many Pods work together is not.',
          zh: 'Job 创建之后，大部分字段不能改。几个 Pod 一起工作，可以改。',
        },
        {
          en: '`kubectl patch job import -p \'{"spec":{"parallelism":2}}\'` changes it. How long do six files take then?',
          zh: '`kubectl patch job import -p \'{"spec":{"parallelism":2}}\'` 可以改。那样六个文件要多久？',
        },
      ],
      solutions: [
        { commands: [{ atMs: 10_000, command: parallel(3) }], untilMs: 130_000 },
        { commands: [{ atMs: 10_000, command: parallel(2) }], untilMs: 130_000 },
      ],
      shortcuts: [
        {
          why: 'six at once are more than the database bears',
          commands: [{ atMs: 10_000, command: parallel(6) }],
          untilMs: 130_000,
          fails: 'three-at-most',
        },
        {
          why: 'when the deadline has passed nothing is tried any more',
          commands: [{ atMs: 125_000, command: parallel(3) }],
          untilMs: 300_000,
          fails: 'complete',
        },
        {
          why: 'a later deadline is a broken promise',
          commands: [
            {
              atMs: 10_000,
              command: {
                verb: 'patch',
                kind: 'Job',
                name: 'import',
                type: 'merge',
                body: { spec: { activeDeadlineSeconds: 600 } },
              },
            },
          ],
          untilMs: 300_000,
          fails: 'deadline-stays',
        },
      ],
      claims: ['job-01', 'job-03'],
    },
    {
      ...common,
      id: 'one-at-a-time',
      subject: 'CronJob/report',
      title: { en: 'One report at a time', zh: '一次只做一份报表' },
      caption: {
        en: 'CronJob report, every minute; each Job works for 90 s; nothing is said about overlaps',
        zh: 'CronJob report，每分钟一次；每个 Job 工作 90 秒；重叠时怎么办没有写',
      },
      task: {
        en: 'A report takes 90 s, and two at once spoil the same table. The first is due at 60 s. See to it that never more than one Job is at work, and that three reports come to their end. One must start at least every second minute when nothing is in its way, and the program stays as it is.',
        zh: '一份报表要 90 秒，两份同时做会弄坏同一张表。第一份在第 60 秒到期。请做到：任何时刻最多一个 Job 在工作，并且有三份报表做完。没有阻碍时，至少每两分钟要开始一份；程序不许改。',
      },
      commands: [applied(cronJobOf('report', '* * * * *', 90))],
      openAtMs: 30_000,
      pauseAtMs: 480_000,
      hands: ['kubectl'],
      goals: [
        {
          id: 'three-complete',
          text: { en: 'Three reports are Complete', zh: '有三份报表已完成' },
          condition: completeJobs({ atLeast: 3 }),
          when: 'now',
        },
        {
          id: 'one-at-work',
          text: { en: 'At most one Job is at work', zh: '最多一个 Job 在工作' },
          condition: unfinishedJobs({ atMost: 1 }),
          when: 'always',
        },
        {
          id: 'schedule-goes-on',
          text: {
            en: 'The schedule goes on, every minute or every second one',
            zh: '计划继续，每分钟或每两分钟一次',
          },
          condition: {
            all: [
              ofReport('spec.suspend', false),
              {
                any: ['* * * * *', '*/1 * * * *', '*/2 * * * *', '1-59/2 * * * *'].map((one) =>
                  ofReport('spec.schedule', one),
                ),
              },
            ],
          },
          when: 'now',
        },
        {
          id: 'same-program',
          text: { en: 'The program of the Jobs is as it was', zh: 'Job 的程序没有改' },
          condition: ofReport('spec.jobTemplate.spec.template.spec.containers.0.command', [
            '/app',
            'sleep',
            '90',
          ]),
          when: 'now',
        },
      ],
      hints: [
        {
          when: ofReport('spec.concurrencyPolicy', 'Replace'),
          en: 'Replace keeps them apart, too. Look how many of the reports come to their end.',
          zh: 'Replace 也不会重叠。不过看看，有几份报表做到了底。',
        },
        {
          when: ofReport('spec.suspend', true),
          en: 'A suspended CronJob starts nothing at all.',
          zh: '挂起的 CronJob 什么也不会启动。',
        },
        {
          when: ofReport('spec.concurrencyPolicy', 'Allow'),
          en: 'There are two ways: say what happens when two would overlap, or let them be due less often. It has to be done before 120 s.',
          zh: '有两条路：写明要重叠时怎么办，或者让它们隔得更开。要在第 120 秒之前做好。',
        },
        {
          en: '`kubectl patch cronjob report -p \'{"spec":{"concurrencyPolicy":"Forbid"}}\'` changes one field.',
          zh: '`kubectl patch cronjob report -p \'{"spec":{"concurrencyPolicy":"Forbid"}}\'` 可以改一个字段。',
        },
      ],
      solutions: [
        { commands: [{ atMs: 40_000, command: change({ concurrencyPolicy: 'Forbid' }) }], untilMs: 400_000 },
        { commands: [{ atMs: 40_000, command: change({ schedule: '*/2 * * * *' }) }], untilMs: 480_000 },
      ],
      shortcuts: [
        {
          why: 'a suspended CronJob makes no reports',
          commands: [{ atMs: 40_000, command: change({ suspend: true }) }],
          untilMs: 480_000,
          fails: 'schedule-goes-on',
        },
        {
          why: 'a shorter program is another one',
          commands: [
            {
              atMs: 40_000,
              command: change({
                jobTemplate: {
                  spec: {
                    template: {
                      spec: {
                        containers: [{ name: 'main', image: 'app:v1', command: ['/app', 'sleep', '30'] }],
                      },
                    },
                  },
                },
              }),
            },
          ],
          untilMs: 480_000,
          fails: 'same-program',
        },
        {
          why: 'Replace cuts every report off',
          commands: [{ atMs: 40_000, command: change({ concurrencyPolicy: 'Replace' }) }],
          untilMs: 480_000,
          fails: 'three-complete',
        },
        {
          why: 'after two have begun side by side Forbid comes too late',
          commands: [{ atMs: 130_000, command: change({ concurrencyPolicy: 'Forbid' }) }],
          untilMs: 480_000,
          fails: 'one-at-work',
        },
        {
          why: 'a starting deadline says nothing of overlaps',
          commands: [{ atMs: 40_000, command: change({ startingDeadlineSeconds: 30 }) }],
          untilMs: 480_000,
          fails: 'one-at-work',
        },
        {
          why: 'once an hour is too seldom',
          commands: [{ atMs: 40_000, command: change({ schedule: '0 * * * *' }) }],
          untilMs: 480_000,
          fails: 'schedule-goes-on',
        },
      ],
      claims: ['cronjob-01', 'cronjob-03'],
    },
  ],
});
