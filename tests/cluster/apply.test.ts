import { describe, expect, it } from 'vitest';
import { appliedFields } from '@/lib/cluster/api/applied';
import { Cluster } from '@/lib/cluster/cluster';
import type { KubeObject, Labels } from '@/lib/cluster/objects';

const set = (spec: object, container: object = {}, labels: Labels = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'web', labels },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    serviceName: 'web',
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'app:v1', ...container }] },
    },
    ...spec,
  },
});

function objectAfter(
  ...commands: Parameters<Cluster['do']>[0][]
): KubeObject & { spec: Record<string, never> } {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
  for (const command of commands) {
    const result = cluster.do(command);
    if (!result.ok) throw new Error(result.status.message);
  }
  const found = cluster.reading.find('StatefulSet', 'default', 'web');
  if (!found) throw new Error('the set is gone');
  return found as never;
}
const apply = (...args: Parameters<typeof set>) => ({ verb: 'apply', object: set(...args) }) as const;
const scale = { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 5 } as const;
const containerOf = (object: KubeObject) =>
  (object.spec as ReturnType<typeof set>['spec']).template.spec.containers[0];

describe('An apply', () => {
  it('takes away what the apply before named and this one does not', () => {
    const object = objectAfter(
      apply(
        { replicas: 3, minReadySeconds: 5 },
        {
          env: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' },
          ],
        },
        { tier: 'db' },
      ),
      apply({}, { env: [{ name: 'B', value: '2' }] }),
    );
    expect(object.spec).toMatchObject({ replicas: 1 });
    expect(object.spec.minReadySeconds ?? 0).toBe(0);
    expect(object.metadata.labels ?? {}).toEqual({});
    expect(containerOf(object)).toMatchObject({ env: [{ name: 'B', value: '2' }] });
  });

  it('leaves what somebody else has changed since, when it no longer names it', () => {
    expect(objectAfter(apply({ replicas: 3 }), scale, apply({})).spec).toMatchObject({ replicas: 5 });
  });

  it('takes back what somebody else has changed, when it names it: it is forced', () => {
    expect(objectAfter(apply({ replicas: 3 }), scale, apply({ replicas: 3 })).spec).toMatchObject({
      replicas: 3,
    });
  });

  it('leaves what it never named', () => {
    const patch = {
      verb: 'patch',
      kind: 'StatefulSet',
      name: 'web',
      type: 'merge',
      body: { metadata: { labels: { by: 'hand' } } },
    } as const;
    const object = objectAfter(apply({}, {}, { tier: 'db' }), patch, apply({}));
    expect(object.metadata.labels).toEqual({ by: 'hand' });
  });

  it('of the same manifest changes nothing', () => {
    const once = objectAfter(apply({ replicas: 2 }));
    const twice = objectAfter(apply({ replicas: 2 }), apply({ replicas: 2 }));
    expect(twice).toEqual(once);
  });

  it('keeps the fields that it named with the object, in the form of the API', () => {
    expect(appliedFields('StatefulSet', set({ replicas: 1 }))).toEqual({
      'f:metadata': { 'f:labels': {} },
      'f:spec': {
        'f:replicas': {},
        'f:selector': {},
        'f:serviceName': {},
        'f:template': {
          'f:metadata': { 'f:labels': { 'f:app': {} } },
          'f:spec': { 'f:containers': { 'k:{"name":"app"}': { 'f:name': {}, 'f:image': {} } } },
        },
      },
    });
  });
});
