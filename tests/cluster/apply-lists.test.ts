import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Deployment, Pod } from '@/lib/cluster/objects';

const web = (...containers: readonly { readonly name: string; readonly image: string }[]) =>
  ({
    verb: 'apply',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers } },
      },
    },
  }) as const;

describe('an apply that no longer names a container', () => {
  it('takes it away whole, with what the server had filled in', () => {
    const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
    const app = { name: 'app', image: 'app:v1' };
    expect(cluster.do(web(app, { name: 'side', image: 'side:v1' })).ok).toBe(true);
    expect(cluster.do(web(app)).ok).toBe(true);
    const [deployment] = cluster.reading.list<Deployment>('Deployment');
    expect(deployment?.spec.template.spec.containers.map(({ name }) => name)).toEqual(['app']);
    cluster.run(60_000);
    expect(
      cluster.reading.list<Pod>('Pod').map(({ spec }) => spec.containers.map(({ name }) => name)),
    ).toEqual([['app']]);
  });
});
