import { describe, expect, it } from 'vitest';
import { nameErrors } from '@/lib/cluster/api/names';
import { Cluster } from '@/lib/cluster/cluster';

describe('Names of objects', () => {
  it.each([
    ['web', 'subdomain', 0],
    ['web.v1', 'subdomain', 0],
    ['web.v1', 'label', 1],
    ['Web_1', 'subdomain', 1],
    ['-web', 'label', 1],
    ['', 'label', 1],
    ['a'.repeat(63), 'label', 0],
    ['a'.repeat(64), 'label', 1],
    ['a'.repeat(253), 'subdomain', 0],
    [`${'a'.repeat(254)}-`, 'subdomain', 2],
  ] as const)('"%s" as a %s has %i errors', (name, form, count) => {
    expect(nameErrors('metadata.name', name, form)).toHaveLength(count);
  });

  it('are checked before anything is made', () => {
    const cluster = new Cluster({ seed: 1, nodes: [] });
    const result = cluster.do({
      verb: 'create',
      object: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'Web_1' },
        spec: { containers: [{ name: 'app', image: 'app:v1' }] },
      },
    });
    expect(result.ok ? '' : result.status.message).toMatch(
      /^Pod "Web_1" is invalid: metadata\.name: Invalid value: "Web_1": a lowercase RFC 1123 subdomain must/,
    );
    expect(cluster.reading.list('Pod')).toEqual([]);
  });
});
