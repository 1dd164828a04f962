import { describe, expect, it } from 'vitest';
import type { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import type { KubeObject, Manifest } from '@/lib/cluster/objects';
import * as t from './web';

const refusal = (cluster: Cluster, command: Command) => {
  const result = cluster.do(command);
  if (result.ok) throw new Error('it was not refused');
  return result.status;
};

const up = () => {
  const cluster = t.newCluster('played');
  t.must(cluster, t.apply(t.web(1)), 1_000);
  return cluster;
};

const pod = (metadata: object = {}, spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', ...metadata },
  spec: { containers: [{ name: 'c', image: 'app:v1' }], ...spec },
});
const service = (spec: object): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec,
});
const patchOf = (kind: string, name: string, body: object): Command => ({
  verb: 'patch',
  kind,
  name,
  type: 'merge',
  body,
});

const invalidSet = (what: string) => `StatefulSet.apps "web" is invalid: ${what}`;

const refusals: readonly (readonly [string, Command, number, string, string])[] = [
  [
    'creates what is there',
    { verb: 'create', object: t.web(1) },
    409,
    'AlreadyExists',
    'statefulsets.apps "web" already exists',
  ],
  [
    'deletes what is not there',
    { verb: 'delete', kind: 'Pod', name: 'web-3' },
    404,
    'NotFound',
    'pods "web-3" not found',
  ],
  [
    'scales what is not there',
    { verb: 'scale', kind: 'StatefulSet', name: 'db', replicas: 1 },
    404,
    'NotFound',
    'statefulsets.apps "db" not found',
  ],
  [
    'patches in another namespace',
    { ...patchOf('StatefulSet', 'web', {}), namespace: 'other' },
    404,
    'NotFound',
    'statefulsets.apps "web" not found',
  ],
  [
    'fails the readiness of no Pod',
    { verb: 'failReadiness', pod: 'web-9' },
    404,
    'NotFound',
    'pods "web-9" not found',
  ],
  [
    'applies an unknown kind',
    { verb: 'apply', object: { apiVersion: 'v1', kind: 'Gizmo', metadata: { name: 'x' } } },
    404,
    'NotFound',
    'no matches for kind "Gizmo" in version "v1"',
  ],
  [
    'applies a kind of another group',
    { verb: 'apply', object: { ...t.web(1), apiVersion: 'v1' } },
    404,
    'NotFound',
    'no matches for kind "StatefulSet" in version "v1"',
  ],
  [
    'changes an immutable field',
    t.patch({ serviceName: 'other' }),
    422,
    'Invalid',
    invalidSet('spec.serviceName: Invalid value: "other": field is immutable'),
  ],
  [
    'changes two immutable fields',
    t.patch({ serviceName: 'other', podManagementPolicy: 'Parallel' }),
    422,
    'Invalid',
    invalidSet(
      '[spec.serviceName: Invalid value: "other": field is immutable, spec.podManagementPolicy: Invalid value: "Parallel": field is immutable]',
    ),
  ],
  [
    'adds claim templates',
    t.patch({ volumeClaimTemplates: t.data }),
    422,
    'Invalid',
    invalidSet(
      'spec.volumeClaimTemplates: Invalid value: [{"name":"data","Spec":{"AccessModes":["ReadWriteOnce"],"Selector":null,"Resources":{"Limits":null,"Requests":{"storage":"1Gi"}},"VolumeName":"","StorageClassName":"late","VolumeMode":"Filesystem","DataSource":null,"DataSourceRef":null,"VolumeAttributesClassName":null},"Status":{"Phase":"Pending","AccessModes":null,"Capacity":null,"Conditions":null,"AllocatedResources":null,"AllocatedResourceStatuses":null,"CurrentVolumeAttributesClassName":null,"ModifyVolumeStatus":null,"HealthStatus":null}}]: field is immutable',
    ),
  ],
  [
    'wants fewer than no replicas',
    t.scale(-1),
    422,
    'Invalid',
    'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    'wants an unknown strategy',
    t.patch({ updateStrategy: { type: 'Never', rollingUpdate: null } }),
    422,
    'Invalid',
    "must be 'RollingUpdate' or 'OnDelete'",
  ],
  [
    'wants an unknown retention',
    t.patch({ persistentVolumeClaimRetentionPolicy: { whenScaled: 'Keep' } }),
    422,
    'Invalid',
    invalidSet(
      'spec.persistentVolumeClaimRetentionPolicy.whenScaled: Unsupported value: "Keep": supported values: "Retain", "Delete"',
    ),
  ],
  [
    'lets the labels leave the selector',
    t.patch({ template: { metadata: { labels: { app: 'x' } } } }),
    422,
    'Invalid',
    invalidSet(
      'spec.template.metadata.labels: Invalid value: {"app":"x"}: `selector` does not match template `labels`',
    ),
  ],
  [
    'makes a Pod without containers',
    { verb: 'create', object: pod({}, { containers: [] }) },
    422,
    'Invalid',
    'Pod "p" is invalid: spec.containers: Required value',
  ],
  [
    'makes a Pod with a container without an image',
    { verb: 'create', object: pod({}, { containers: [{ name: 'c' }] }) },
    422,
    'Invalid',
    'Pod "p" is invalid: spec.containers[0].image: Required value',
  ],
  [
    'makes a Service without ports',
    { verb: 'create', object: service({ selector: { app: 'web' } }) },
    422,
    'Invalid',
    'Service "web" is invalid: spec.ports: Required value',
  ],
  [
    'renames',
    patchOf('StatefulSet', 'web', { metadata: { name: 'db' } }),
    400,
    'BadRequest',
    'the name of the object (db) does not match the name on the URL (web)',
  ],
  [
    'moves to another namespace',
    patchOf('StatefulSet', 'web', { metadata: { namespace: 'x' } }),
    400,
    'BadRequest',
    'the namespace of the provided object does not match the namespace sent on the request',
  ],
  [
    'changes an old version',
    patchOf('StatefulSet', 'web', { metadata: { resourceVersion: '1' }, spec: { replicas: 2 } }),
    409,
    'Conflict',
    'Operation cannot be fulfilled on statefulsets.apps "web": the object has been modified; please apply your changes to the latest version and try again',
  ],
];

describe('a refusal', () => {
  it.each(refusals)(
    'of one who %s is in the words of the API server',
    (_, command, code, reason, message) => {
      const status = refusal(up(), command);
      expect(status).toMatchObject({ code, reason });
      expect(status.message).toContain(message);
    },
  );

  it.each(refusals)('of one who %s changes nothing but the journal', (_, command) => {
    const cluster = up();
    const before = JSON.stringify(['StatefulSet', 'Pod', 'Event'].map((kind) => cluster.reading.list(kind)));
    const entries = cluster.journal.length;
    cluster.do(command);
    cluster.run(cluster.nowMs + 5_000);
    expect(JSON.stringify(['StatefulSet', 'Pod', 'Event'].map((kind) => cluster.reading.list(kind)))).toBe(
      before,
    );
    expect(cluster.journal.slice(entries)).toMatchObject([{ type: 'command', refused: {} }]);
  });
});

describe('an object', () => {
  const get = (cluster: Cluster, key = t.setKey) => {
    const object = cluster.reading.get<KubeObject>(key);
    if (!object) throw new Error(`${key} is not there`);
    return object;
  };

  it('gets a uid, a version, generation 1, the time and the defaults when it is made', () => {
    const { metadata, spec, status } = get(up());
    expect(metadata).toMatchObject({
      namespace: 'default',
      generation: 1,
      creationTimestamp: '2026-01-01T00:00:00Z',
    });
    expect(metadata.uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(spec).toMatchObject({
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0, maxUnavailable: 1 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      template: { spec: { restartPolicy: 'Always', terminationGracePeriodSeconds: 30 } },
    });
    expect(status).toMatchObject({ replicas: 1 });
  });

  it('does not take a status from the client', () => {
    const cluster = t.newCluster('played');
    t.must(cluster, t.apply({ ...t.web(0), status: { replicas: 7, availableReplicas: 7 } }));
    expect(get(cluster).status).toMatchObject({ replicas: 0, availableReplicas: 0 });
    t.must(cluster, patchOf('StatefulSet', 'web', { status: { replicas: 9 } }));
    expect(get(cluster).status).toMatchObject({ replicas: 0 });
  });

  it('gets a new generation with a changed spec only, a new version with any change', () => {
    const cluster = up();
    const first = get(cluster).metadata;
    t.must(cluster, patchOf('StatefulSet', 'web', { metadata: { labels: { a: 'b' } } }));
    const labelled = get(cluster).metadata;
    expect([labelled.generation, labelled.labels]).toEqual([1, { a: 'b' }]);
    expect(Number(labelled.resourceVersion)).toBeGreaterThan(Number(first.resourceVersion));
    t.must(cluster, t.scale(2));
    expect(get(cluster).metadata.generation).toBe(2);
    t.must(cluster, t.play('ready', 'web-0'), 500);
    expect(get(cluster).metadata.generation).toBe(2);
  });

  it('stays as it is when nothing changes: applied twice, patched to what it is', () => {
    const cluster = up();
    const before = get(cluster);
    const writes = cluster.journal.filter((entry) => entry.type === 'write').length;
    t.must(cluster, t.apply(t.web(1)), 1_000);
    t.must(cluster, t.scale(1), 1_000);
    t.must(cluster, t.patch({}), 1_000);
    expect(get(cluster)).toBe(before);
    expect(cluster.journal.filter((entry) => entry.type === 'write')).toHaveLength(writes);
  });

  it.each([
    ['uid', 'x'],
    ['deletionTimestamp', '2020-01-01T00:00:00Z'],
  ])('refuses another %s', (field, value) => {
    expect(up().do(patchOf('StatefulSet', 'web', { metadata: { [field]: value } }))).toMatchObject({
      ok: false,
      status: {
        reason: 'Invalid',
        message: `StatefulSet.apps "web" is invalid: metadata.${field}: Invalid value: "${value}": field is immutable`,
      },
    });
  });

  it('keeps uid, birth and deletion whatever a patch says', () => {
    const cluster = up();
    const { uid, creationTimestamp } = get(cluster).metadata;
    t.must(
      cluster,
      patchOf('StatefulSet', 'web', {
        metadata: {
          uid: null,
          creationTimestamp: '2020-01-01T00:00:00Z',
          deletionTimestamp: null,
          generation: 9,
        },
        spec: { replicas: 3 },
      }),
    );
    expect(get(cluster).metadata).toMatchObject({ uid, creationTimestamp, generation: 2 });
    expect(get(cluster).metadata.deletionTimestamp).toBeUndefined();
  });

  it('of a generated name gets five letters of an alphabet without vowels', () => {
    const cluster = t.newCluster('played');
    const { kind, apiVersion, spec } = pod();
    const made = t.must(cluster, {
      verb: 'create',
      object: { kind, apiVersion, spec, metadata: { generateName: 'job-' } },
    });
    expect(made?.metadata.name).toMatch(/^job-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  it('that is a Service gets an address of its own; a headless one none', () => {
    const cluster = t.newCluster('played');
    const ports = [{ port: 80 }];
    const addresses = ['a', 'b'].map((name) => {
      const made = t.must(
        cluster,
        t.apply({ ...service({ selector: { app: 'web' }, ports }), metadata: { name } }),
      );
      return (made?.spec as { clusterIP?: string } | undefined)?.clusterIP;
    });
    expect(new Set(addresses).size).toBe(2);
    expect(addresses[0]).toMatch(/^10\.96\.\d+\.\d+$/);
    const headless = t.must(
      cluster,
      t.apply(service({ clusterIP: 'None', selector: { app: 'web' }, ports })),
    );
    expect(headless?.spec).toMatchObject({ clusterIP: 'None', clusterIPs: ['None'] });
  });
});

describe('a deletion', () => {
  const finalized = (finalizers: readonly string[]) => {
    const cluster = t.newCluster('played');
    t.must(
      cluster,
      t.apply({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 's', finalizers },
        spec: { clusterIP: 'None' },
      }),
    );
    return cluster;
  };
  const remove: Command = { verb: 'delete', kind: 'Service', name: 's' };
  const key = 'Service/default/s';

  it('without finalizers and grace is at once', () => {
    const cluster = finalized([]);
    t.must(cluster, remove);
    expect(cluster.reading.get(key)).toBeUndefined();
  });

  it('waits for every finalizer to be taken off', () => {
    const cluster = finalized(['podium.dev/a', 'podium.dev/b']);
    t.must(cluster, remove, 60_000);
    expect(cluster.reading.get(key)?.metadata).toMatchObject({ deletionTimestamp: '2026-01-01T00:00:00Z' });
    t.must(cluster, patchOf('Service', 's', { metadata: { finalizers: ['podium.dev/b'] } }), 60_000);
    expect(cluster.reading.get(key)).toBeDefined();
    t.must(cluster, patchOf('Service', 's', { metadata: { finalizers: null } }));
    expect(cluster.reading.get(key)).toBeUndefined();
  });

  it('of a Pod says when it will be gone at the latest', () => {
    const cluster = up();
    const deleted = () => cluster.reading.get('Pod/default/web-0')?.metadata;
    cluster.run(10_000);
    t.must(cluster, t.deletePod('web-0'));
    expect(deleted()).toMatchObject({
      deletionTimestamp: '2026-01-01T00:00:40Z',
      deletionGracePeriodSeconds: 30,
    });
    t.must(cluster, t.deletePod('web-0', 5));
    expect(deleted()).toMatchObject({
      deletionTimestamp: '2026-01-01T00:00:15Z',
      deletionGracePeriodSeconds: 5,
    });
    t.must(cluster, t.deletePod('web-0', 60));
    expect(deleted()).toMatchObject({ deletionGracePeriodSeconds: 5 });
    t.must(cluster, t.deletePod('web-0', 0));
    expect(deleted()).toBeUndefined();
  });

  it('of a Pod takes less than no grace for one second', () => {
    const cluster = up();
    t.must(cluster, t.deletePod('web-0', -5));
    expect(cluster.reading.get('Pod/default/web-0')?.metadata.deletionGracePeriodSeconds).toBe(1);
  });
});
