import { describe, expect, it } from 'vitest';
import type { Deployment } from '@/lib/cluster/objects';
import * as r from './rollout';
import * as t from './web';

const template = (labels: object, spec: object = {}) => ({
  template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec } },
});

function refused(spec: object): string | undefined {
  const cluster = t.newCluster();
  const result = cluster.do(t.apply(r.deployment(3, spec)));
  return result.ok ? undefined : result.status.message.replace('Deployment.apps "web" is invalid: ', '');
}

/** The texts are Kubernetes' own: recorded, or those of pkg/apis/apps/validation. */
const refusals: readonly (readonly [string, object, string | undefined])[] = [
  [
    'a negative count',
    { replicas: -1 },
    'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    'an empty selector',
    { selector: {} },
    'spec.selector: Invalid value: {}: empty selector is invalid for deployment',
  ],
  [
    'a template that its selector does not find',
    template({ app: 'other' }),
    'spec.template.metadata.labels: Invalid value: {"app":"other"}: `selector` does not match template `labels`',
  ],
  [
    'Pods that are not restarted',
    template({ app: 'web' }, { restartPolicy: 'Never' }),
    'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
  ],
  [
    'bounds that allow nothing',
    r.rolling(0, 0),
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0',
  ],
  [
    'the same in percent',
    r.rolling('0%', '0%'),
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
  ],
  ['bounds that round to nothing are taken', r.rolling(0, '1%'), undefined],
  [
    'more than all unavailable',
    r.rolling(1, '101%'),
    'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%',
  ],
  ['more than all of them as a number is taken', r.rolling(0, 7), undefined],
  [
    'a number in quotes, a negative number',
    r.rolling('150', -1),
    "[spec.strategy.rollingUpdate.maxUnavailable: Invalid value: -1: must be greater than or equal to 0, spec.strategy.rollingUpdate.maxSurge: Invalid value: \"150\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')]",
  ],
  [
    'bounds under Recreate',
    { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } },
    "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
  ],
  [
    'a strategy of another kind',
    { strategy: { type: 'OnDelete' } },
    'spec.strategy: Unsupported value: {"Type":"OnDelete","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
  ],
  [
    'a deadline before a Pod can be available',
    { minReadySeconds: 600 },
    'spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds',
  ],
  [
    'negative limits and seconds',
    { minReadySeconds: -1, revisionHistoryLimit: -1, progressDeadlineSeconds: -1 },
    '[spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0, spec.revisionHistoryLimit: Invalid value: -1: must be greater than or equal to 0, spec.progressDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0, spec.progressDeadlineSeconds: Invalid value: -1: must be greater than minReadySeconds]',
  ],
  ['no limit of history is taken', { revisionHistoryLimit: 0 }, undefined],
];

describe('a Deployment is refused in the API server’s own words', () => {
  it.each(refusals)('%s', (_, spec, message) => {
    expect(refused(spec)).toBe(message);
  });

  it('when its selector changes', () => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(r.deployment(1)));
    const result = cluster.do(
      r.patch({ selector: { matchLabels: { v: '2' } }, ...template({ app: 'web', v: '2' }) }),
    );
    expect(result.ok ? '' : result.status.message).toBe(
      'Deployment.apps "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"web","v":"2"}}: field is immutable',
    );
  });

  it('when it becomes Recreate and its bounds stay', () => {
    const cluster = t.newCluster();
    t.must(cluster, t.apply(r.deployment(1)));
    expect(cluster.do(r.patch({ strategy: { type: 'Recreate' } })).ok).toBe(false);
    expect(cluster.do(r.patch({ strategy: { type: 'Recreate', rollingUpdate: null } })).ok).toBe(true);
  });
});

describe('what a Deployment does not say', () => {
  it('is filled in', () => {
    const { spec } = t.must(t.newCluster(), t.apply(r.deployment(1, { replicas: undefined }))) as Deployment;
    expect(spec).toMatchObject({
      replicas: 1,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      template: { spec: { restartPolicy: 'Always', terminationGracePeriodSeconds: 30 } },
    });
    expect(spec.minReadySeconds).toBeUndefined();
    expect(spec.paused).toBeUndefined();
  });

  it('is filled in beside what it says', () => {
    const strategy = { rollingUpdate: { maxSurge: 3 } };
    const { spec } = t.must(t.newCluster(), t.apply(r.deployment(1, { strategy }))) as Deployment;
    expect(spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 3, maxUnavailable: '25%' },
    });
  });
});
