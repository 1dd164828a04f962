import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { Job, Manifest } from '@/lib/cluster/objects';
import { pi, podTemplate } from './job';
import { threeNodes } from './web';

const newCluster = () => new Cluster({ seed: 1, nodes: threeNodes, kubelet: 'played' });

/** The API server's answer after `is invalid: `, or `taken`. */
function answer(cluster: Cluster, command: Command): string {
  const result = cluster.do(command);
  return result.ok ? 'taken' : result.status.message.replace(/^.* is invalid: /, '');
}

const create = (object: Manifest): Command => ({ verb: 'create', object });
const tick = (spec: object = {}, name = 'tick'): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name },
  spec: { schedule: '* * * * *', jobTemplate: { spec: { template: podTemplate } }, ...spec },
});
const withPodSpec = (spec: object) => ({
  template: { ...podTemplate, spec: { ...podTemplate.spec, ...spec } },
});
const rules = (...all: object[]) => ({ podFailurePolicy: { rules: all } });
const indexed = { completionMode: 'Indexed', completions: 3 };
const rule = 'spec.podFailurePolicy.rules[0]';
const codes = (more: object) =>
  rules({ action: 'Count', onExitCodes: { operator: 'In', values: [1], ...more } });

const jobs: readonly (readonly [object, string])[] = [
  [{}, 'taken'],
  [{ parallelism: -1 }, 'spec.parallelism: Invalid value: -1: must be greater than or equal to 0'],
  [
    { completions: -1, backoffLimit: -2 },
    '[spec.completions: Invalid value: -1: must be greater than or equal to 0, spec.backoffLimit: Invalid value: -2: must be greater than or equal to 0]',
  ],
  [
    { activeDeadlineSeconds: -1 },
    'spec.activeDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    { ttlSecondsAfterFinished: -1 },
    'spec.ttlSecondsAfterFinished: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    withPodSpec({ restartPolicy: undefined }),
    'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  ],
  [
    withPodSpec({ restartPolicy: 'Always' }),
    'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
  ],
  [
    { completionMode: 'Other' },
    'spec.completionMode: Unsupported value: "Other": supported values: "NonIndexed", "Indexed"',
  ],
  [
    { completionMode: 'Indexed', parallelism: 1 },
    'spec.completions: Required value: when completion mode is Indexed',
  ],
  [
    { ...indexed, parallelism: 100_001 },
    'spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed',
  ],
  [
    { backoffLimitPerIndex: 1 },
    'spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode',
  ],
  [
    { ...indexed, maxFailedIndexes: 4 },
    '[spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified, spec.maxFailedIndexes: Invalid value: 4: must be less than or equal to completions]',
  ],
  [
    { completionMode: 'Indexed', completions: 100_001, backoffLimitPerIndex: 1 },
    'spec.maxFailedIndexes: Required value: must be specified when completions is above 100000',
  ],
  [
    { managedBy: 'queue' },
    'spec.managedBy: Invalid value: "queue": must be a domain-prefixed path (such as "acme.io/foo")',
  ],
  [
    { podReplacementPolicy: 'Never' },
    'spec.podReplacementPolicy: Unsupported value: "Never": supported values: "Failed", "TerminatingOrFailed"',
  ],
  [
    { ...codes({}), podReplacementPolicy: 'TerminatingOrFailed' },
    'spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed"',
  ],
  [codes({}), 'taken'],
  [
    { ...codes({}), ...withPodSpec({ restartPolicy: 'OnFailure' }) },
    'spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified',
  ],
  [
    rules({ action: 'Count' }),
    `${rule}: Invalid value: specifying one of OnExitCodes and OnPodConditions is required`,
  ],
  [
    rules({ onPodConditions: [{ type: 'Ready' }] }),
    `${rule}.action: Required value: valid values: ["Count" "FailIndex" "FailJob" "Ignore"]`,
  ],
  [
    rules({ action: 'Retry', onPodConditions: [{ type: 'Ready', status: 'Maybe' }] }),
    `[${rule}.action: Unsupported value: "Retry": supported values: "Count", "FailIndex", "FailJob", "Ignore", ${rule}.onPodConditions[0].status: Unsupported value: "Maybe": supported values: "False", "True", "Unknown"]`,
  ],
  [
    rules({ action: 'FailIndex', onPodConditions: [{ type: 'Ready' }] }),
    `${rule}.action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set`,
  ],
  [
    rules({
      action: 'Count',
      onExitCodes: { operator: 'In', values: [1] },
      onPodConditions: [{ type: 'Ready' }],
    }),
    `${rule}: Invalid value: specifying both OnExitCodes and OnPodConditions is not supported`,
  ],
  [
    codes({ operator: undefined }),
    `${rule}.onExitCodes.operator: Required value: valid values: ["In" "NotIn"]`,
  ],
  [
    codes({ containerName: 'db' }),
    `${rule}.onExitCodes.containerName: Invalid value: "db": must be one of the container or initContainer names in the pod template`,
  ],
  [codes({ values: [] }), `${rule}.onExitCodes.values: Invalid value: []: at least one value is required`],
  [
    codes({ values: [0] }),
    `${rule}.onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator`,
  ],
  [codes({ values: [3, 3] }), `${rule}.onExitCodes.values[1]: Duplicate value: 3`],
  [codes({ values: [3, 2] }), `${rule}.onExitCodes.values: Invalid value: [3,2]: must be ordered`],
  [
    rules(...Array.from({ length: 21 }, () => ({ action: 'Count', onPodConditions: [{ type: 'Ready' }] }))),
    'spec.podFailurePolicy.rules: Too many: 21: must have at most 20 items',
  ],
  [
    { successPolicy: { rules: [{ succeededCount: 1 }] } },
    'spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":null,"SucceededCount":1}]}: requires indexed completion mode',
  ],
  [
    { ...indexed, successPolicy: { rules: [] } },
    'spec.successPolicy.rules: Required value: at least one rules must be specified when the successPolicy is specified',
  ],
  [
    { ...indexed, successPolicy: { rules: [{}] } },
    'spec.successPolicy.rules[0]: Required value: at least one of succeededCount or succeededIndexes must be specified',
  ],
  [
    { ...indexed, successPolicy: { rules: [{ succeededCount: 4 }] } },
    'spec.successPolicy.rules[0].succeededCount: Invalid value: 4: must be less than or equal to 3 (the number of specified completions)',
  ],
  [
    { ...indexed, successPolicy: { rules: [{ succeededIndexes: '0-1', succeededCount: 3 }] } },
    'spec.successPolicy.rules[0].succeededCount: Invalid value: 3: must be less than or equal to 2 (the number of indexes in the specified succeededIndexes field)',
  ],
  ...(
    [
      ['3', 'too large index: "3"'],
      ['x', 'cannot convert string to integer for index: "x"'],
      ['2,1', 'non-increasing order, previous: 2, current: 1'],
      ['1-1', 'non-increasing order, previous: 1, current: 1'],
      [
        '0-1-2',
        `the fragment "0-1-2" violates the requirement that an index interval can have at most two parts separated by '-'`,
      ],
    ] as const
  ).map(
    ([text, problem]) =>
      [
        { ...indexed, successPolicy: { rules: [{ succeededIndexes: text }] } },
        `spec.successPolicy.rules[0].succeededIndexes: Invalid value: "${text}": error parsing succeededIndexes: ${problem}`,
      ] as const,
  ),
  [
    { manualSelector: true },
    '[spec.selector: Required value, spec.template.metadata.labels: Invalid value: {"job":"pi"}: `selector` does not match template `labels`]',
  ],
  [{ manualSelector: true, selector: { matchLabels: { job: 'pi' } } }, 'taken'],
];

describe('a Job is refused in the words of the API server', () => {
  it.each(jobs)('%j', (spec, wanted) => {
    expect(answer(newCluster(), create(pi(spec)))).toBe(wanted);
  });

  it('when its labels contradict the generated ones', () => {
    const template = { ...podTemplate, metadata: { labels: { 'job-name': 'other' } } };
    expect(answer(newCluster(), create(pi({ template })))).toMatch(
      /^spec\.template\.metadata\.labels\[job-name\]: Invalid value: \{.*"job-name":"other".*\}: must be 'pi'$/,
    );
  });

  it('when its selector is not the generated one', () => {
    const selector = { matchLabels: { job: 'pi' } };
    expect(answer(newCluster(), create(pi({ selector })))).toMatch(
      /^spec\.selector: .*: `selector` not auto-generated$/,
    );
  });

  it('when its Pods could have no hostname', () => {
    const name = 'p'.repeat(63);
    const object = { ...pi(indexed), metadata: { name } };
    expect(answer(newCluster(), create(object))).toContain(
      `metadata.name: Invalid value: "${name}": will not able to create pod with invalid DNS label: ${name}-2`,
    );
  });
});

describe('a Job', () => {
  it('gets a selector of its own and the labels for it, which it shares with its template', () => {
    const cluster = newCluster();
    cluster.do(create(pi()));
    const job = cluster.reading.find<Job>('Job', 'default', 'pi');
    const uid = job?.metadata.uid ?? '';
    const labels = {
      job: 'pi',
      'job-name': 'pi',
      'batch.kubernetes.io/job-name': 'pi',
      'controller-uid': uid,
      'batch.kubernetes.io/controller-uid': uid,
    };
    expect(job?.spec.selector).toEqual({ matchLabels: { 'batch.kubernetes.io/controller-uid': uid } });
    expect(job?.spec.template.metadata?.labels).toEqual(labels);
    expect(job?.metadata.labels).toEqual(labels);
  });

  it('keeps labels that it has itself', () => {
    const cluster = newCluster();
    cluster.do(create(pi({}, { labels: { mine: 'yes' } })));
    expect(cluster.reading.find('Job', 'default', 'pi')?.metadata.labels).toEqual({ mine: 'yes' });
  });

  const patches: readonly (readonly [object, object, string | RegExp])[] = [
    [{}, { parallelism: 5 }, 'taken'],
    [{}, { backoffLimit: 1 }, 'taken'],
    [{}, { completions: 2 }, 'spec.completions: Invalid value: 2: field is immutable'],
    [indexed, { completions: 5, parallelism: 5 }, 'taken'],
    [
      indexed,
      { completions: 5 },
      'spec.completions: Invalid value: 5: can only be modified in tandem with spec.parallelism',
    ],
    [indexed, { backoffLimitPerIndex: 2 }, 'spec.backoffLimitPerIndex: Invalid value: 2: field is immutable'],
    [
      codes({}),
      codes({ values: [2] }),
      'spec.podFailurePolicy: Invalid value: {"Rules":[{"Action":"Count","OnExitCodes":{"ContainerName":null,"Operator":"In","Values":[2]},"OnPodConditions":null}]}: field is immutable',
    ],
    [
      {},
      { template: { spec: { terminationGracePeriodSeconds: 9 } } },
      /^spec\.template: Invalid value: \{.*\}: field is immutable$/,
    ],
    [{}, { template: { spec: { nodeSelector: { a: 'b' } } } }, /field is immutable$/],
    [{ suspend: true }, { template: { spec: { nodeSelector: { a: 'b' } } } }, 'taken'],
    [{ suspend: true }, { template: { metadata: { labels: { more: 'x' } } } }, 'taken'],
    [
      { suspend: true },
      { template: { spec: { terminationGracePeriodSeconds: 9 } } },
      /^spec\.template\.spec: Invalid value: \{.*\}: field is immutable$/,
    ],
  ];
  it.each(patches)('%j changed by %j', (spec, change, wanted) => {
    const cluster = newCluster();
    cluster.do(create(pi(spec)));
    cluster.run(2_000);
    const body = { spec: change };
    const said = answer(cluster, { verb: 'patch', kind: 'Job', name: 'pi', type: 'merge', body });
    if (typeof wanted === 'string') expect(said).toBe(wanted);
    else expect(said).toMatch(wanted);
  });

  it('that is suspended lets the resources of its containers change', () => {
    const cluster = newCluster();
    cluster.do(create(pi({ suspend: true })));
    cluster.run(2_000);
    const containers = [{ name: 'app', resources: { requests: { cpu: '1' } } }];
    const body = { spec: { template: { spec: { containers } } } };
    expect(answer(cluster, { verb: 'patch', kind: 'Job', name: 'pi', type: 'strategic', body })).toBe(
      'taken',
    );
    const image = [{ name: 'app', image: 'app:v2' }];
    const other = { spec: { template: { spec: { containers: image } } } };
    expect(
      answer(cluster, { verb: 'patch', kind: 'Job', name: 'pi', type: 'strategic', body: other }),
    ).toMatch(/field is immutable$/);
  });
});

describe('a CronJob is refused in the words of the API server', () => {
  const unknown = (zone: string) => `spec.timeZone: Invalid value: "${zone}": unknown time zone ${zone}`;
  it.each<readonly [object, string]>([
    [{}, 'taken'],
    [{ schedule: undefined }, 'spec.schedule: Required value'],
    [
      { schedule: '* * * *' },
      'spec.schedule: Invalid value: "* * * *": expected exactly 5 fields, found 4: [* * * *]',
    ],
    [
      { schedule: 'TZ=UTC 0 0 * * *' },
      'spec.schedule: Invalid value: "TZ=UTC 0 0 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
    ],
    [{ timeZone: 'Etc/UTC' }, 'taken'],
    [{ timeZone: '' }, 'spec.timeZone: Invalid value: "": timeZone must be nil or non-empty string'],
    [{ timeZone: 'Mars/Base' }, unknown('Mars/Base')],
    [{ timeZone: '../etc' }, unknown('../etc')],
    [
      { timeZone: 'Local' },
      'spec.timeZone: Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
    ],
    [
      { concurrencyPolicy: 'Once' },
      'spec.concurrencyPolicy: Unsupported value: "Once": supported values: "Allow", "Forbid", "Replace"',
    ],
    [
      { startingDeadlineSeconds: -1 },
      'spec.startingDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      { failedJobsHistoryLimit: -1 },
      'spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      { jobTemplate: { spec: { ...withPodSpec({ restartPolicy: 'Always' }) } } },
      'spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
    ],
    [
      {
        jobTemplate: {
          spec: { template: podTemplate, selector: { matchLabels: { job: 'pi' } }, manualSelector: true },
        },
      },
      '[spec.jobTemplate.spec.selector: Invalid value: {"matchLabels":{"job":"pi"}}: `selector` will be auto-generated, spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"]',
    ],
  ])('%j', (spec, wanted) => {
    expect(answer(newCluster(), create(tick(spec)))).toBe(wanted);
  });

  it('when its Jobs could have no name', () => {
    const name = 't'.repeat(53);
    expect(answer(newCluster(), create(tick({}, name)))).toBe(
      `metadata.name: Invalid value: "${name}": must be no more than 52 characters`,
    );
  });

  it('when a change makes it so', () => {
    const cluster = newCluster();
    cluster.do(create(tick()));
    const patch = (spec: object) =>
      answer(cluster, { verb: 'patch', kind: 'CronJob', name: 'tick', type: 'merge', body: { spec } });
    expect(patch({ schedule: '61 * * * *' })).toContain('end of range (61) above maximum (59): 61');
    expect(patch({ schedule: '@hourly', suspend: true })).toBe('taken');
  });
});
