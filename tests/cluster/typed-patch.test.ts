import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Manifest } from '@/lib/cluster/objects';

const container = (more: object) => ({ template: { spec: { containers: [{ name: 'a', ...more }] } } });
const typed = 'failed to create typed patch object (/web; apps/v1, Kind=Deployment): .spec';
const unread =
  'failed to convert new object (/web; apps/v1, Kind=Deployment) to proper version: unable to convert unstructured object to apps/v1, Kind=Deployment: ';

/** Each as kube-apiserver v1.37.2 answered it. */
const table: readonly [spec: unknown, message: string][] = [
  [{ replicas: 'x' }, `${typed}.replicas: expected numeric (int or float), got string`],
  [{ replicas: true }, `${typed}.replicas: expected numeric (int or float), got bool`],
  [{ replicas: 1.5 }, `${unread}cannot convert float64 to int32`],
  [{ paused: 'yes' }, `${typed}.paused: expected boolean, got &{yes}`],
  [[], `${typed}: expected map, got &{[]}`],
  ['x', `${typed}: expected map, got &{x}`],
  [{ replicaz: 1 }, `${typed}.replicaz: field not declared in schema`],
  [
    { selector: { matchLabels: { a: 1 } } },
    `${typed}.selector.matchLabels.a: expected string, got &value.valueUnstructured{Value:1}`,
  ],
  [
    { template: { spec: { containers: {} } } },
    `${typed}.template.spec.containers: expected list, got &{map[]}`,
  ],
  [
    { template: { spec: { containers: ['x'] } } },
    `${typed}.template.spec.containers: element 0: associative list with keys may not have non-map elements`,
  ],
  [
    { template: { spec: { containers: [{ image: 'x' }, { image: 'y' }] } } },
    `${typed}.template.spec.containers: duplicate entries for key [name=""]`,
  ],
  [
    container({ imagee: 'x' }),
    `${typed}.template.spec.containers[name="a"].imagee: field not declared in schema`,
  ],
  [
    container({ ports: [{ containerPort: '80' }] }),
    `${typed}.template.spec.containers[name="a"].ports[containerPort="80",protocol="TCP"].containerPort: expected numeric (int or float), got string`,
  ],
  [
    container({ command: [1] }),
    `${typed}.template.spec.containers[name="a"].command[0]: expected string, got &value.valueUnstructured{Value:1}`,
  ],
  [
    { strategy: { rollingUpdate: { maxSurge: true } } },
    `${unread}json: cannot unmarshal bool into Go value of type int32`,
  ],
  [
    container({ resources: { requests: { cpu: true } } }),
    `${unread}quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
  ],
  [
    { template: { spec: { nodeSelector: ['x'] } } },
    `${typed}.template.spec.nodeSelector: expected map, got &{[x]}`,
  ],
];

describe('an apply that does not fit the schema', () => {
  it.each(table)('%j', (spec, message) => {
    const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec };
    const cluster = new Cluster({ seed: 1, nodes: [] });
    expect(cluster.do({ verb: 'apply', object: object as unknown as Manifest })).toMatchObject({
      ok: false,
      status: { code: 500, reason: '', message },
    });
  });
});
