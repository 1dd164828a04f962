import 'server-only';
import type { Manifest } from '@/lib/cluster/objects';
import { defineQuiz } from '@/lib/quiz/authored';

const nodes = ['node-1'];
const minute = 60_000;
const exists = (object: string) => ({ object, exists: true });
const jobs = (is: number) => ({ count: { kind: 'Job' }, is });

const template = (command: readonly string[]) => ({
  spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'report:v1', command: [...command] }] },
});
const cronJob = (spec: Record<string, string | boolean>, seconds: number): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'report' },
  spec: { ...spec, jobTemplate: { spec: { template: template(['/app', 'sleep', String(seconds)]) } } },
});

/** The items of lesson 9. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'what-may-happen',
      kind: 'multiple',
      concept: 'job-completions',
      claims: ['job-02', 'job-03'],
      question: {
        en: 'A Job with `completions: 1`, `parallelism: 1` and `restartPolicy: Never` sends out invoices. What may happen?',
        zh: '一个发账单的 Job：`completions: 1`，`parallelism: 1`，`restartPolicy: Never`。哪些事可能发生？',
      },
      choices: [
        {
          text: {
            en: 'Some invoices are sent twice',
            zh: '有的账单发了两遍',
          },
          correct: true,
          because: {
            en: 'A second Pod begins anew. What the first one sent before it fell, nobody knows.',
            zh: '第二个 Pod 从头来。第一个倒下之前发过哪些，没有谁知道。',
          },
        },
        {
          text: {
            en: 'The program runs exactly once, for that is what Never says',
            zh: '程序恰好运行一次，Never 就是这个意思',
          },
          correct: false,
          misconception: 'job-runs-exactly-once',
          because: {
            en: 'Never binds the kubelet: it does not restart the container. The Job makes another Pod.',
            zh: 'Never 约束的是 kubelet：它不重启容器。Job 会另建一个 Pod。',
          },
        },
        {
          text: { en: 'The Job ends without any success', zh: 'Job 结束了，一次也没有成功' },
          correct: true,
          because: {
            en: 'After more failures than `backoffLimit` allows it is Failed.',
            zh: '失败次数超过 `backoffLimit`，它就是 Failed。',
          },
        },
        {
          text: {
            en: 'New Pods follow until one has succeeded, however many it takes',
            zh: '一直有新的 Pod，不管几个，直到有一个成功',
          },
          correct: false,
          misconception: 'job-guarantees-success',
          because: {
            en: 'Seven Pods without a `backoffLimit`, then it gives up.',
            zh: '不写 `backoffLimit` 是七个 Pod，之后就放弃。',
          },
        },
        {
          text: {
            en: 'One Pod is restarted in place and shows RESTARTS 1',
            zh: '同一个 Pod 原地重启，RESTARTS 是 1',
          },
          correct: false,
          misconception: 'never-restarts-in-place',
          because: {
            en: 'That would be OnFailure. Under Never each try is another Pod.',
            zh: '那是 OnFailure。在 Never 之下，每次尝试是另一个 Pod。',
          },
        },
      ],
      hints: [
        {
          en: 'What does a Job count, and what does it know of a Pod that failed?',
          zh: 'Job 数的是什么？对失败的 Pod，它又知道些什么？',
        },
      ],
      explanation: {
        en: 'Neither exactly once nor sure to succeed. Let the work be idempotent, and watch for Failed.',
        zh: '既不是恰好一次，也不保证成功。工作要写成幂等的，并且留意 Failed。',
      },
    },
    { id: 'how-many-pods', kind: 'generated', generator: 'job-backoff-limit' },
    { id: 'how-long-in-all', kind: 'generated', generator: 'job-parallelism' },
    {
      id: 'three-fall-together',
      kind: 'numeric',
      concept: 'job-failures',
      claims: ['job-01', 'job-03'],
      run: {
        nodes,
        subject: 'Job/import',
        commands: [
          {
            atMs: 0,
            command: {
              verb: 'apply',
              object: {
                apiVersion: 'batch/v1',
                kind: 'Job',
                metadata: { name: 'import' },
                spec: {
                  completions: 6,
                  parallelism: 3,
                  backoffLimit: 1,
                  template: template(['/app', 'exit', '1', '5']),
                },
              },
            },
          },
        ],
      },
      reads: { created: { kind: 'Pod' }, fromMs: 0, untilMs: 600_000 },
      question: {
        en: '`completions: 6`, `parallelism: 3`, `backoffLimit: 1`, `restartPolicy: Never`. Each Pod works for 5 s and ends with 1. How many Pods does the Job create in all?',
        zh: '`completions: 6`，`parallelism: 3`，`backoffLimit: 1`，`restartPolicy: Never`。每个 Pod 工作 5 秒，以 1 退出。这个 Job 一共创建几个 Pod？',
      },
      because: {
        en: 'Three start together and fail together. That is more than the one failure that is allowed.',
        zh: '三个一起开始，一起失败，已经超过了允许的一次失败。',
      },
      wrong: [
        {
          answer: 2,
          misconception: 'limit-is-never-overrun',
          because: {
            en: 'The limit is asked when Pods have failed, not when they start. What works side by side may fail side by side.',
            zh: '这个限制是在失败之后才问的，不是在启动时。一起工作的，也可能一起失败。',
          },
        },
        {
          answer: 1,
          misconception: 'job-runs-exactly-once',
          because: {
            en: '`parallelism` lets three start at once.',
            zh: '`parallelism` 让三个同时开始。',
          },
        },
        {
          answer: 6,
          misconception: 'job-tries-every-completion',
          because: {
            en: 'When the Job is Failed, what has not been tried is tried no more.',
            zh: 'Job 成了 Failed，还没试过的也不会再试。',
          },
        },
        {
          answer: 12,
          misconception: 'backoff-limit-is-per-completion',
          because: {
            en: 'The limit is one for the Job. An Indexed Job may have a `backoffLimitPerIndex`.',
            zh: '限制是整个 Job 共用的。Indexed Job 可以写 `backoffLimitPerIndex`。',
          },
        },
      ],
      hints: [
        {
          en: 'How many Pods are there when the first of them fails?',
          zh: '第一个失败的时候，已经有几个 Pod？',
        },
      ],
      explanation: {
        en: 'With parallelism above 1 there may be more failures than `backoffLimit` + 1.',
        zh: 'parallelism 大于 1 时，失败的次数可能比 `backoffLimit` + 1 还多。',
      },
    },
    { id: 'before-the-deadline', kind: 'generated', generator: 'job-active-deadline' },
    {
      id: 'where-to-read',
      kind: 'match',
      concept: 'job-logs',
      claims: ['job-03'],
      question: {
        en: 'The second try of a Job has failed. Where can you read what it printed?',
        zh: 'Job 的第二次尝试失败了。它打印的东西在哪里能读到？',
      },
      choices: [
        { id: 'own', text: { en: 'In a Pod of its own', zh: '在那次尝试自己的 Pod 里' } },
        {
          id: 'same',
          text: { en: 'In the one Pod that all tries share', zh: '在各次尝试共用的那个 Pod 里' },
        },
        { id: 'gone', text: { en: 'Nowhere in the cluster any more', zh: '集群里已经没有了' } },
      ],
      stems: [
        {
          text: { en: 'Never; the Job is Failed', zh: 'Never，Job 是 Failed' },
          choice: 'own',
          wrong: { same: 'never-restarts-in-place', gone: 'finished-jobs-are-deleted-at-once' },
          because: {
            en: 'Each try is a Pod, and failed Pods stay with their Job.',
            zh: '每次尝试是一个 Pod，失败的 Pod 和 Job 一起留着。',
          },
        },
        {
          text: { en: 'OnFailure; a retry is left', zh: 'OnFailure，还能重试一次' },
          choice: 'same',
          wrong: { own: 'on-failure-makes-pods' },
          because: {
            en: 'The container was restarted in its Pod. `--previous` shows the try before this one.',
            zh: '容器在原来的 Pod 里重启。`--previous` 显示上一次的输出。',
          },
        },
        {
          text: { en: 'OnFailure; the Job is Failed', zh: 'OnFailure，Job 是 Failed' },
          choice: 'gone',
          wrong: { same: 'on-failure-keeps-the-logs', own: 'on-failure-keeps-the-logs' },
          because: {
            en: 'At the limit the controller deletes the Pod that still lives, and its logs with it.',
            zh: '到了上限，控制器删除还活着的那个 Pod，日志也跟着没了。',
          },
        },
        {
          text: {
            en: 'Never; `ttlSecondsAfterFinished` has passed',
            zh: 'Never，`ttlSecondsAfterFinished` 已经过了',
          },
          choice: 'gone',
          wrong: { own: 'pods-outlive-their-job' },
          because: {
            en: 'The Job has been deleted, and its Pods go with their owner.',
            zh: 'Job 已经被删除，它的 Pod 跟着属主一起走。',
          },
        },
      ],
      hints: [
        {
          en: 'Logs live as long as their Pod. Which Pods are there in each case?',
          zh: '日志和 Pod 一样长命。每种情况下，还有哪些 Pod？',
        },
      ],
      explanation: {
        en: 'Never while you look for a cause. OnFailure where logs are collected elsewhere.',
        zh: '查原因时用 Never。日志另有地方收集时，可以用 OnFailure。',
      },
    },
    {
      id: 'forty-two-and-evicted',
      kind: 'yaml',
      concept: 'job-failure-policy',
      claims: ['job-03'],
      question: {
        en: 'Fill in: exit code 42 ends the Job at once, and an eviction does not count as a failure.',
        zh: '请填写：退出码 42 让 Job 马上结束，驱逐不算失败。',
      },
      source: `apiVersion: batch/v1
kind: Job
metadata:
  name: load
spec:
  podFailurePolicy:
    rules:
      - action: ___
        onExitCodes:
          operator: In
          values: [42]
      - action: ___
        onPodConditions:
          - type: DisruptionTarget
  template:
    spec:
      restartPolicy: ___
      containers: [{name: main, image: "load:v1"}]`,
      blanks: [
        {
          text: 'FailJob',
          path: 'spec.podFailurePolicy.rules.0.action',
          because: {
            en: 'The whole Job is Failed, with retries left or not.',
            zh: '整个 Job 变成 Failed，不管还剩几次重试。',
          },
          wrong: [
            {
              value: 'Ignore',
              misconception: 'ignore-gives-up',
              because: {
                en: 'Ignore means: do not count it, and try again.',
                zh: 'Ignore 的意思是：不计数，再试一次。',
              },
            },
            {
              value: 'Count',
              misconception: 'every-failure-counts-alike',
              because: {
                en: 'Count is what happens without a rule: one more failure of those that are allowed.',
                zh: 'Count 就是没有规则时的做法：在允许的失败次数里记一次。',
              },
            },
          ],
        },
        {
          text: 'Ignore',
          path: 'spec.podFailurePolicy.rules.1.action',
          because: {
            en: 'The Pod is replaced, and `backoffLimit` does not notice.',
            zh: 'Pod 会被替换，`backoffLimit` 不受影响。',
          },
          wrong: [
            {
              value: 'Count',
              misconception: 'every-failure-counts-alike',
              because: {
                en: 'Then an eviction uses up a retry, as it does without a policy.',
                zh: '那样一次驱逐就用掉一次重试，和没有策略时一样。',
              },
            },
            {
              value: 'FailJob',
              misconception: 'ignore-gives-up',
              because: {
                en: 'Then every drained node would end the Job.',
                zh: '那样每腾空一个节点，Job 就结束了。',
              },
            },
          ],
        },
        {
          text: 'Never',
          path: 'spec.template.spec.restartPolicy',
          because: {
            en: 'The only policy that a podFailurePolicy allows: rules are asked about Pods that have failed.',
            zh: '有 podFailurePolicy 时只许写它：规则问的是失败的 Pod。',
          },
          wrong: [
            {
              value: 'OnFailure',
              misconception: 'on-failure-makes-pods',
              because: {
                en: 'Refused: only Never is supported when podFailurePolicy is specified. A container that is restarted makes no failed Pod.',
                zh: '会被拒绝：写了 podFailurePolicy 就只支持 Never。原地重启的容器，不会带来失败的 Pod。',
              },
            },
            {
              value: 'Always',
              misconception: 'jobs-allow-always',
              because: {
                en: 'No Job takes Always: its Pods would never end.',
                zh: '任何 Job 都不接受 Always：那样 Pod 永远不结束。',
              },
            },
          ],
        },
      ],
      hints: [
        {
          en: 'There are FailJob, Ignore, Count and FailIndex.',
          zh: '可写的有 FailJob、Ignore、Count、FailIndex。',
        },
      ],
      explanation: {
        en: 'Rules are asked in their order; the first that matches decides. Without a match the failure is counted.',
        zh: '规则按顺序问，第一条匹配的说了算。没有匹配的，就计一次失败。',
      },
    },
    { id: 'when-the-job-is-gone', kind: 'generated', generator: 'job-ttl' },
    {
      id: 'which-hour-is-made-good',
      kind: 'predict',
      concept: 'cronjob-concurrency',
      claims: ['cronjob-03'],
      run: {
        nodes,
        subject: 'CronJob/report',
        commands: [
          {
            atMs: 0,
            command: {
              verb: 'apply',
              object: cronJob({ schedule: '*/10 * * * *', concurrencyPolicy: 'Forbid' }, 35 * 60),
            },
          },
        ],
      },
      judgedAtMs: 51 * minute,
      question: {
        en: 'Every ten minutes; Forbid; no starting deadline. The Job of 00:10 works until 00:45. It is 00:51. For which time is the second Job?',
        zh: '每十分钟一次，Forbid，没有启动期限。00:10 的 Job 做到 00:45。现在是 00:51。第二个 Job 是为哪个时间？',
      },
      choices: [
        {
          text: { en: 'For 00:20, the first that had to wait', zh: '00:20，最先等着的那个' },
          happened: exists('Job/report-29453780'),
          misconception: 'forbid-queues-missed-times',
          because: {
            en: 'There is no queue. 00:20 and 00:30 are never started.',
            zh: '没有队列。00:20 和 00:30 永远不会启动。',
          },
        },
        {
          text: { en: 'For 00:40, begun at 00:45', zh: '00:40，在 00:45 开始' },
          happened: exists('Job/report-29453800'),
          because: {
            en: 'When the first has ended, the latest time that passed is made good.',
            zh: '第一个结束时，补上最近过去的那一次。',
          },
        },
        {
          text: { en: 'For 00:50; what was skipped is lost', zh: '00:50，跳过的就没有了' },
          happened: { all: [exists('Job/report-29453810'), jobs(2)] },
          misconception: 'forbid-drops-skipped-times',
          because: {
            en: 'The latest skipped time is still owed, as long as no `startingDeadlineSeconds` has passed.',
            zh: '最近跳过的那次还欠着，只要没有超过 `startingDeadlineSeconds`。',
          },
        },
        {
          text: { en: 'There is none: the schedule has stopped', zh: '没有第二个：计划停了' },
          happened: jobs(1),
          misconception: 'long-job-stops-the-schedule',
          because: {
            en: 'A long Job holds back others while it works, and no longer.',
            zh: '做得久的 Job 只在它工作时挡住别的。',
          },
        },
      ],
      hints: [
        {
          en: 'In Figure 9.8 the Jobs had the minutes 61, 62 and 64. Why not 63?',
          zh: '图 9.8 里，Job 的分钟是 61、62 和 64。为什么没有 63？',
        },
      ],
      explanation: {
        en: 'The controller asks for the latest time since the last start. Earlier ones are forgotten, later ones have not come.',
        zh: '控制器问的是上次启动以来最近的时间。更早的忘了，更晚的还没到。',
      },
    },
    { id: 'how-many-jobs', kind: 'generated', generator: 'cronjob-concurrency' },
    {
      id: 'what-fits',
      kind: 'match',
      concept: 'cronjob-concurrency',
      claims: ['cronjob-01', 'cronjob-02', 'cronjob-03'],
      question: { en: 'What do you write for each of these?', zh: '下面每种情况，你怎么写？' },
      choices: [
        { id: 'allow', text: { en: 'A CronJob with Allow', zh: 'CronJob，用 Allow' } },
        { id: 'forbid', text: { en: 'A CronJob with Forbid', zh: 'CronJob，用 Forbid' } },
        { id: 'replace', text: { en: 'A CronJob with Replace', zh: 'CronJob，用 Replace' } },
        { id: 'own', text: { en: 'Jobs that you create yourself', zh: '自己创建 Job' } },
      ],
      stems: [
        {
          text: {
            en: 'Every minute a file of its own is packed; a slow one disturbs nobody',
            zh: '每分钟打包各自的一个文件，慢的也不妨碍别人',
          },
          choice: 'allow',
          wrong: { forbid: 'overlap-is-always-harmful' },
          because: { en: 'They may overlap, so let them.', zh: '可以重叠，就让它们重叠。' },
        },
        {
          text: {
            en: 'Every hour one table is rebuilt; two at once would spoil it',
            zh: '每小时重建同一张表，两个同时做会弄坏它',
          },
          choice: 'forbid',
          wrong: { replace: 'replace-lets-the-old-one-finish', allow: 'cronjob-waits-by-itself' },
          because: { en: 'One after another, and each to its end.', zh: '一个接一个，每个都做到底。' },
        },
        {
          text: {
            en: 'Every minute the newest weather is fetched; an older download is worthless',
            zh: '每分钟取最新的天气，旧的下载没有用了',
          },
          choice: 'replace',
          wrong: { forbid: 'forbid-ends-the-old-one' },
          because: { en: 'The old Job is deleted, the new one begins.', zh: '旧的 Job 被删除，新的开始。' },
        },
        {
          text: {
            en: 'One migration, tomorrow at nine and never again',
            zh: '一次迁移，明天九点，以后不再做',
          },
          choice: 'own',
          wrong: {
            allow: 'cronjob-has-one-shot-dates',
            forbid: 'cronjob-has-one-shot-dates',
            replace: 'cronjob-has-one-shot-dates',
          },
          because: { en: 'A schedule has no year, so it always comes back.', zh: '计划没有年份，总会再来。' },
        },
        {
          text: {
            en: 'Of a night that was missed, each of twelve hours has to be worked through',
            zh: '错过了一夜，十二个小时要逐个补做',
          },
          choice: 'own',
          wrong: { forbid: 'forbid-queues-missed-times', allow: 'every-missed-time-is-made-good' },
          because: {
            en: 'A CronJob makes good the latest time and no other.',
            zh: 'CronJob 只补最近的一次。',
          },
        },
      ],
      hints: [
        {
          en: 'Ask of each: may two overlap? Must the older one reach its end?',
          zh: '逐个问：可以重叠吗？旧的那个必须做到底吗？',
        },
      ],
      explanation: {
        en: 'The policy is about overlaps alone. It is neither a queue nor a calendar.',
        zh: '这个策略只管重叠。它不是队列，也不是日历。',
      },
    },
    {
      id: 'after-a-long-pause',
      kind: 'predict',
      concept: 'cronjob-missed-times',
      claims: ['cronjob-03'],
      run: {
        nodes,
        subject: 'CronJob/report',
        commands: [
          {
            atMs: 0,
            command: { verb: 'apply', object: cronJob({ schedule: '* * * * *', suspend: true }, 5) },
          },
          {
            atMs: 110 * minute + 10_000,
            command: {
              verb: 'patch',
              kind: 'CronJob',
              name: 'report',
              type: 'merge',
              body: { spec: { suspend: false } },
            },
          },
        ],
      },
      judgedAtMs: 110 * minute + 40_000,
      question: {
        en: '`* * * * *`, created suspended, and resumed after 110 minutes and 10 seconds. How many Jobs are there half a minute later?',
        zh: '`* * * * *`，创建时就是挂起的，110 分 10 秒之后恢复。再过半分钟有几个 Job？',
      },
      choices: [
        {
          text: {
            en: 'None, and none later: it missed more than 100',
            zh: '没有，以后也没有：错过的超过 100 个',
          },
          happened: jobs(0),
          misconception: 'hundred-missed-times-stop-it',
          because: {
            en: 'So it was in old controllers. Today there is a warning, TooManyMissedTimes, and one Job.',
            zh: '老的控制器是这样。今天是一条警告 TooManyMissedTimes，外加一个 Job。',
          },
        },
        {
          text: { en: '110, as fast as they can be created', zh: '110 个，能多快创建就多快' },
          happened: jobs(110),
          misconception: 'every-missed-time-is-made-good',
          because: { en: 'Nobody keeps a list of missed times.', zh: '错过的时间没有谁记着。' },
        },
        {
          text: { en: 'One, for the latest of them', zh: '一个，为最近的那次' },
          happened: jobs(1),
          because: {
            en: 'The latest time that passed is made good, once.',
            zh: '补上最近过去的那一次，只此一个。',
          },
        },
        {
          text: { en: 'A hundred; what is above is dropped', zh: '100 个，多出来的丢掉' },
          happened: jobs(100),
          misconception: 'hundred-is-a-cap',
          because: {
            en: 'A hundred is where the warning begins. It is no number of Jobs.',
            zh: '100 是开始警告的界线，不是 Job 的个数。',
          },
        },
      ],
      hints: [
        {
          en: 'What does the controller look for: a list, or the latest time since the last start?',
          zh: '控制器找的是一份清单，还是上次启动以来最近的时间？',
        },
      ],
      explanation: {
        en: 'However long it stood still, one Job follows. With `startingDeadlineSeconds` it may be none.',
        zh: '不管停了多久，之后只补一个。设了 `startingDeadlineSeconds`，可能一个也不补。',
      },
    },
    { id: 'after-a-pause', kind: 'generated', generator: 'cronjob-suspended' },
    {
      id: 'christmas-eve',
      kind: 'multiple',
      concept: 'cronjob-schedule',
      claims: ['cronjob-02', 'cronjob-03'],
      question: {
        en: 'A CronJob has `schedule: "0 9 24 12 *"` and no `timeZone`. The controller runs in UTC, you are in Shanghai (UTC+8). What is true?',
        zh: '一个 CronJob 写着 `schedule: "0 9 24 12 *"`，没有 `timeZone`。控制器用 UTC，你在上海（UTC+8）。哪些对？',
      },
      choices: [
        {
          text: { en: 'It starts a Job every year', zh: '每年都启动一个 Job' },
          correct: true,
          because: {
            en: 'The fields are minute, hour, day, month and weekday. None of them is a year.',
            zh: '字段是分、时、日、月、星期几，没有一个是年。',
          },
        },
        {
          text: { en: 'After its first Job it has nothing more to do', zh: '第一个 Job 之后，它就没有事了' },
          correct: false,
          misconception: 'cronjob-has-one-shot-dates',
          because: {
            en: 'It waits for the next 24 December. There is no one-shot schedule.',
            zh: '它等下一个 12 月 24 日。没有只用一次的计划。',
          },
        },
        {
          text: { en: 'Its Job starts at 17:00 by your clock', zh: '按你的钟，Job 在 17:00 启动' },
          correct: true,
          because: { en: '09:00 UTC is 17:00 in Shanghai.', zh: 'UTC 的 09:00 是上海的 17:00。' },
        },
        {
          text: {
            en: 'Its Job starts at 09:00 by your clock, since you created it there',
            zh: '按你的钟，Job 在 09:00 启动，因为是你在那里创建的',
          },
          correct: false,
          misconception: 'schedule-is-in-local-time',
          because: {
            en: 'Nothing of where you are is stored. Set `timeZone: Asia/Shanghai`.',
            zh: '你在哪里，没有存下来。请写 `timeZone: Asia/Shanghai`。',
          },
        },
        {
          text: { en: 'A sixth field, 2026, would make it run once', zh: '再加第六个字段 2026，就只跑一次' },
          correct: false,
          misconception: 'cronjob-has-one-shot-dates',
          because: {
            en: 'Refused: expected exactly 5 fields.',
            zh: '会被拒绝：expected exactly 5 fields。',
          },
        },
      ],
      hints: [
        { en: 'Count the fields. Whose clock are they read by?', zh: '数一数字段。它们按谁的钟来读？' },
      ],
      explanation: {
        en: 'A CronJob always repeats, by the clock of its zone. For a single run there is the Job.',
        zh: 'CronJob 总是重复，按它时区的钟。只跑一次，用 Job。',
      },
    },
    {
      id: 'one-at-a-time',
      kind: 'lab',
      concept: 'cronjob-concurrency',
      claims: ['cronjob-03'],
      lab: 'one-at-a-time',
      question: {
        en: 'A report of 90 s is due every minute. Never two at work, and three that are Complete.',
        zh: '90 秒的报表每分钟到期一次。任何时刻不能有两份在做，并且有三份做完。',
      },
      hints: [
        {
          en: 'One way changes what happens when two would overlap, another how often they are due.',
          zh: '一条路是改要重叠时怎么办，另一条是改隔多久到期。',
        },
      ],
      explanation: {
        en: 'Forbid, or a schedule that leaves each its time. Replace keeps them apart too, and none is ever done.',
        zh: '用 Forbid，或者让计划给每份留够时间。Replace 也不重叠，却一份也做不完。',
      },
    },
  ],
});
