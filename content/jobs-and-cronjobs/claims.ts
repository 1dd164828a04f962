import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'job-01',
    quote: { en: 'A Job is responsible for batch processing.', zh: 'Job负责批处理处理' },
    verdict: 'holds',
    today: {
      en: 'A Job (`batch/v1`) runs Pods until they have done their work. Their `restartPolicy` is Never or OnFailure. `completions` and `parallelism` say how many successes are wanted and how many Pods may work at once; with `parallelism` alone the Pods share a work queue. An Indexed Job, of which more below, numbers them.',
      zh: 'Job（`batch/v1`）让 Pod 运行到把工作做完，`restartPolicy` 只能是 Never 或 OnFailure。`completions` 是要成功几次，`parallelism` 是同时最多几个 Pod；只写 `parallelism` 而不写 `completions`，就是一组 Pod 分一个工作队列；后面要讲的 Indexed Job 给它们编号。',
    },
    source: 'kubernetes/api batch/v1/types.go (v0.36.3, JobSpec); KEP-2214',
  },
  {
    id: 'job-02',
    quote: { en: 'That is, a task which is carried out only once.', zh: '即仅执行一次的任务' },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It is carried out until it has succeeded, which may take several starts. Even with one completion, parallelism 1 and restartPolicy Never the program may now and then be started twice. Write it so that twice does no harm.',
      zh: '是执行到成功为止，中间可能启动好几次。哪怕只要一次成功、parallelism 为 1、restartPolicy 为 Never，同一个程序偶尔也会被启动两次。所以要写得做两遍也无妨。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/job.md (@7a429867, "Handling Pod and container failures")',
  },
  {
    id: 'job-03',
    quote: {
      en: 'It guarantees that one or more Pods of the batch task end successfully.',
      zh: '它保证批处理任务的一个或多个Pod成功结束',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It tries, and it may give up: after more failures than `backoffLimit` (6 by default) allows, at `activeDeadlineSeconds`, or by a rule of `podFailurePolicy`. Then it ends as Failed. Complete means `completions` successes, or that a `successPolicy` is met.',
      zh: '它会努力，也会放弃：失败次数超过 `backoffLimit`（默认 6）、到了 `activeDeadlineSeconds`、或者 `podFailurePolicy` 的规则说算了，就以 Failed 结束。已完成的意思是成功了 `completions` 次，或者满足了 `successPolicy`。',
    },
    source:
      'kubernetes/api batch/v1/types.go (v0.36.3, JobSpec, PodFailurePolicy, SuccessPolicy); KEP-3329, KEP-3850, KEP-3998',
  },
  {
    id: 'cronjob-01',
    quote: { en: 'A CronJob looks after Jobs that go by the clock.', zh: 'Cronjob管理基于时间的Job' },
    verdict: 'holds',
    today: {
      en: 'A CronJob (`batch/v1`) creates a Job from its `jobTemplate` at the times of its schedule. The Jobs look after the Pods. A change of the CronJob reaches the Jobs to come, not those that are there.',
      zh: 'CronJob（`batch/v1`）到了计划的时间，就用 `jobTemplate` 创建一个 Job，Pod 由 Job 去管。改 CronJob 只影响以后的 Job，已有的不变。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/cron-jobs.md (@3842a284); KEP-19; kubernetes/api batch/v1/types.go (v0.36.3)',
  },
  {
    id: 'cronjob-02',
    quote: { en: 'Namely: run one time only at a given moment.', zh: '即：在给定时间点只运行一次' },
    verdict: 'outdated',
    today: {
      en: 'So it was described long ago. A schedule has five fields and no year: it always repeats. Each of its times brings one Job, now and then none or two. For a single run create a Job yourself, perhaps with `kubectl create job --from=cronjob/…`.',
      zh: '很早以前是这样描述的。计划只有五个字段，没有年份，总是重复的。每个时间大约带来一个 Job，偶尔没有，偶尔两个。只想跑一次，就自己创建 Job，例如 `kubectl create job --from=cronjob/…`。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/controllers/cron-jobs.md (@3842a284, "Schedule syntax", "Job creation"); the old wording is that of the ScheduledJob proposal',
  },
  {
    id: 'cronjob-03',
    quote: { en: 'Run again and again at given moments.', zh: '周期性地在给定时间点运行' },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Yes, with conditions: `timeZone` (else that of the controller), `concurrencyPolicy` (Allow by default), `startingDeadlineSeconds`, `suspend`. Of missed times the latest alone is made up for; after more than 100 of them there is a warning, TooManyMissedTimes, and still that one Job.',
      zh: '是的，但有条件：`timeZone`（不写就用控制器的时区）、`concurrencyPolicy`（默认 Allow）、`startingDeadlineSeconds`、`suspend`。错过的时间只补最近一次；错过超过 100 次会有警告 TooManyMissedTimes，那一次照样补。',
    },
    source:
      'kubernetes/kubernetes pkg/controller/cronjob/utils.go (mostRecentScheduleTime, nextScheduleTime); kubernetes/api batch/v1/types.go (v0.36.3, CronJobSpec); KEP-3140; kubernetes/website PR #54073',
  },
]);
