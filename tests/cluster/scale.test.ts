import { describe, expect, it } from 'vitest';
import { scaleOf, scaleOfRef, withReplicas } from '@/lib/cluster/api/scale';
import type { KubeObject } from '@/lib/cluster/objects';
import { selectorAsGo, selectorText } from '@/lib/cluster/selector';
import { apply, must, newCluster, web } from './web';

const objectOf = (kind: string, selector: object): KubeObject =>
  ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web', namespace: 'default', uid: 'u', resourceVersion: '1', creationTimestamp: '' },
    spec: { replicas: 3, selector },
    status: { replicas: 2 },
  }) as KubeObject;

describe('the scale subresource', () => {
  it.each(['Deployment', 'ReplicaSet', 'StatefulSet'])('is that of a %s', (kind) => {
    const selector = { matchLabels: { app: 'web' } };
    expect(scaleOf(objectOf(kind, selector))).toEqual({
      spec: { replicas: 3 },
      status: { replicas: 2, selector },
    });
  });

  it('makes a selector of what a ReplicationController has', () => {
    expect(scaleOf(objectOf('ReplicationController', { app: 'web' }))?.status.selector).toEqual({
      matchLabels: { app: 'web' },
    });
  });

  it.each(['DaemonSet', 'Job', 'Pod', 'Service'])('is not there for a %s', (kind) => {
    expect(scaleOf(objectOf(kind, {}))).toBeUndefined();
    expect(withReplicas(objectOf(kind, {}), 1)).toMatchObject({ ok: false, status: { code: 404 } });
  });

  it('refuses fewer than no replicas, under its own name', () => {
    expect(withReplicas(objectOf('Deployment', {}), -2)).toMatchObject({
      ok: false,
      status: {
        code: 422,
        reason: 'Invalid',
        message:
          'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -2: must be greater than or equal to 0',
      },
    });
  });

  it('is found whatever version a reference says', () => {
    const found = objectOf('Deployment', { matchLabels: {} });
    const ref = { kind: 'Deployment', name: 'web', apiVersion: 'apps/v9' };
    expect(scaleOfRef(ref, () => found)).toMatchObject({ ok: true, value: { target: found } });
    const replicas = { kind: 'ReplicationController', name: 'web' };
    expect(scaleOfRef(replicas, () => undefined)).toMatchObject({
      status: { message: 'replicationcontrollers "web" not found' },
    });
  });
});

describe('scaling by command', () => {
  it('changes the replicas and the generation', () => {
    const cluster = newCluster();
    must(cluster, apply(web(1)));
    const scaled = must(cluster, { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 2 });
    expect(scaled).toMatchObject({ metadata: { generation: 2 }, spec: { replicas: 2 } });
  });

  it('does nothing where so many are wanted already', () => {
    const cluster = newCluster();
    must(cluster, apply(web(1)));
    const before = cluster.reading.get('StatefulSet/default/web');
    must(cluster, { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 1 });
    expect(cluster.reading.get('StatefulSet/default/web')).toBe(before);
  });

  it('of what is not there is refused by its name', () => {
    expect(newCluster().do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 1 })).toMatchObject({
      status: { code: 404, message: 'deployments.apps "web" not found' },
    });
  });
});

describe('a selector in one line', () => {
  const selector = {
    matchLabels: { tier: 'front', app: 'web' },
    matchExpressions: [
      { key: 'zone', operator: 'In' as const, values: ['b', 'a'] },
      { key: 'old', operator: 'DoesNotExist' as const },
      { key: 'env', operator: 'NotIn' as const, values: ['dev'] },
      { key: 'live', operator: 'Exists' as const },
    ],
  };

  it('is sorted by key', () => {
    expect(selectorText(selector)).toBe('app=web,env notin (dev),live,!old,tier=front,zone in (a,b)');
  });

  it('as Go prints it is another thing', () => {
    expect(
      selectorAsGo({
        matchLabels: { b: '2', a: '1' },
        matchExpressions: selector.matchExpressions.slice(0, 1),
      }),
    ).toBe(
      '&LabelSelector{MatchLabels:map[string]string{a: 1,b: 2,},MatchExpressions:[]LabelSelectorRequirement{LabelSelectorRequirement{Key:zone,Operator:In,Values:[b a],},},}',
    );
    expect(selectorAsGo(undefined)).toBe('nil');
  });
});
