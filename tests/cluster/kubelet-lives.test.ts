import { describe, expect, it } from 'vitest';
import type { Command } from '@/lib/cluster/command';
import type { Container, Pod } from '@/lib/cluster/objects';
import { rowText } from '@/lib/cluster/printed/pod';
import { app, deleted, execProbe, lastSeen, mounted, pod, rows, run, says, statusOf, touch } from './life';
import * as t from './web';

describe('init containers', () => {
  it('run one after the other, and leave files to those that follow', () => {
    const cluster = run(
      {
        ...touch,
        initContainers: [
          app(['touch', '/t/x'], { name: 'one', ...mounted }),
          app(['test', '/t/x'], { name: 'two', ...mounted }),
        ],
        containers: [app(['pause'])],
      },
      8,
    );
    expect(rows(cluster)).toEqual(
      expect.arrayContaining(['0/1 Init:0/2 0', '0/1 Init:1/2 0', '0/1 PodInitializing 0', '1/1 Running 0']),
    );
  });

  it('that the kubelet can not start keep the rest from starting', () => {
    const cluster = run(
      {
        initContainers: [app(['exit', '0'], { name: 'one', image: 'absent:v1', imagePullPolicy: 'Never' })],
        containers: [app(['pause'])],
      },
      30,
    );
    expect(rowText(pod(cluster))).toBe('0/1 Init:ErrImageNeverPull 0');
    expect(statusOf(cluster)?.state).toEqual({ waiting: { reason: 'PodInitializing' } });
  });
});

describe('sidecars', () => {
  const sidecar = (name: string, argv: readonly string[], more: Partial<Container> = {}) =>
    app(argv, { name, restartPolicy: 'Always', ...more });

  it('let the next container start only when their startup probe has passed', () => {
    const cluster = run(
      {
        ...touch,
        initContainers: [
          sidecar('proxy', ['pause'], {
            ...mounted,
            startupProbe: { ...execProbe('/t/up'), failureThreshold: 60 },
          }),
        ],
        containers: [app(['pause'])],
      },
      10,
    );
    expect(rowText(pod(cluster))).toBe('0/2 Init:0/1 0');
    t.must(
      cluster,
      { verb: 'exec', pod: 'p', container: 'proxy', command: ['/app', 'touch', '/t/up'] },
      4_000,
    );
    expect(rowText(pod(cluster))).toBe('2/2 Running 0');
  });

  it('end from the last to the first, after all others', () => {
    const cluster = run(
      {
        terminationGracePeriodSeconds: 30,
        initContainers: [sidecar('a', ['graceful', '1']), sidecar('b', ['graceful', '2'])],
        containers: [app(['graceful', '3'])],
      },
      5,
    );
    t.must(cluster, deleted, 20_000);
    const ended = (name: string) =>
      lastSeen(cluster).status.initContainerStatuses?.find((one) => one.name === name)?.state.terminated
        ?.finishedAt;
    const [app_] = lastSeen(cluster).status.containerStatuses ?? [];
    expect([app_?.state.terminated?.finishedAt, ended('b'), ended('a')]).toEqual([
      '2026-01-01T00:00:08Z',
      '2026-01-01T00:00:10Z',
      '2026-01-01T00:00:11Z',
    ]);
  });

  it('are started again whatever the Pod says', () => {
    const cluster = run(
      {
        restartPolicy: 'Never',
        initContainers: [sidecar('a', ['exit', '1', '2'])],
        containers: [app(['pause'])],
      },
      4,
    );
    expect(statusOf(cluster, 'a')?.restartCount).toBe(1);
    expect(pod(cluster).status.phase).toBe('Running');
  });
});

describe('restarts', () => {
  it('are held back for 10, 20, 40 s and so on up to 300 s, and begin anew after ten good minutes', () => {
    const cluster = run({ containers: [app(['exit', '1', '0'])] }, 3_600);
    const starts = cluster.journal.flatMap((entry) => {
      const { status } = entry.type === 'write' && entry.key === 'Pod/default/p' ? (entry.after as Pod) : {};
      return status?.containerStatuses?.[0]?.state.running ? [entry.atMs / 1000] : [];
    });
    const waits = starts.slice(2).map((at, i) => at - (starts[i + 1] ?? 0));
    const backOffs = [10, 20, 40, 80, 160, 300, 300];
    backOffs.forEach((least, i) => {
      expect(waits[i]).toBeGreaterThanOrEqual(least);
      expect(waits[i]).toBeLessThan(least * 1.35 + 80);
    });
  });

  it.each([
    ['OnFailure', '0', 'Succeeded'],
    ['Never', '3', 'Failed'],
  ] as const)('are none under %s for a container that ended with %s', (restartPolicy, code, phase) => {
    const cluster = run({ restartPolicy, containers: [app(['exit', code, '1'])] }, 6);
    expect([pod(cluster).status.phase, statusOf(cluster)?.restartCount]).toEqual([phase, 0]);
  });

  it("follow a container's own rules before the Pod's policy", () => {
    const rules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }];
    const one = (code: string) =>
      run(
        {
          restartPolicy: 'Never',
          containers: [app(['exit', code, '1'], { restartPolicy: 'Never', restartPolicyRules: rules })],
        },
        3,
      );
    expect(statusOf(one('42'))?.restartCount).toBe(1);
    expect(statusOf(one('41'))?.restartCount).toBe(0);
  });

  it('come at once when somebody crashes a container', () => {
    const cluster = run({ containers: [app(['pause'])] }, 3);
    t.must(cluster, { verb: 'crash', pod: 'p' }, 2_000);
    expect(statusOf(cluster)).toMatchObject({ restartCount: 1, lastState: { terminated: { exitCode: 1 } } });
  });

  it('come when the image of a container is another one', () => {
    const cluster = run({ containers: [app(['pause'])] }, 3);
    const spec = { containers: [{ name: 'app', image: 'app:v2' }] };
    t.must(cluster, { verb: 'patch', kind: 'Pod', name: 'p', type: 'strategic', body: { spec } }, 2_000);
    expect(statusOf(cluster)).toMatchObject({ image: 'app:v2', restartCount: 1 });
    expect(says(cluster, 'Killing')).toEqual([
      'spec.containers{app} Container app definition changed, will be restarted',
    ]);
  });
});

describe('a deletion', () => {
  it('of a Pod that never ran leaves it Failed, its containers unknown', () => {
    const cluster = run({ containers: [app(['pause'], { image: 'localhost:1/app:v1' })] }, 5);
    t.must(cluster, deleted, 3_000);
    expect(t.pod(cluster, 'p')).toBeUndefined();
    const { phase, containerStatuses } = lastSeen(cluster).status;
    expect([phase, containerStatuses?.[0]?.state.terminated?.reason]).toEqual([
      'Failed',
      'ContainerStatusUnknown',
    ]);
  });

  it('of a Pod whose restart is held back starts nothing', () => {
    const cluster = run({ containers: [app(['exit', '1', '1'])] }, 6);
    t.must(cluster, deleted, 60_000);
    expect(lastSeen(cluster).status).toMatchObject({
      phase: 'Failed',
      containerStatuses: [{ restartCount: 1 }],
    });
  });

  it('by force lets the kubelet stop what runs', () => {
    const cluster = run({ containers: [app(['stubborn'])] }, 3);
    t.must(cluster, { ...deleted, gracePeriodSeconds: 0 }, 100);
    expect(says(cluster, 'Killing')).toEqual(['spec.containers{app} Stopping container app']);
  });
});

describe('activeDeadlineSeconds', () => {
  it('fails a Pod whose containers would go on', () => {
    const cluster = run({ activeDeadlineSeconds: 3, containers: [app(['exit', '1', '1'])] }, 10);
    expect(pod(cluster).status).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded' });
  });
});

describe('a node that is cut off', () => {
  const silence: Command = { verb: 'silence', node: 'real-1' };
  const restore: Command = { verb: 'restore', node: 'real-1' };

  it('reports nothing while its containers run on, and catches up', () => {
    const cluster = run({ containers: [app(['exit', '1', '4'])] }, 2);
    t.must(cluster, silence, 8_000);
    expect(statusOf(cluster)?.restartCount).toBe(0);
    expect(says(cluster, 'BackOff')).toEqual([]);
    t.must(cluster, restore, 100);
    expect(statusOf(cluster)?.restartCount).toBe(1);
  });

  it('ends a Pod that was deleted meanwhile when it hears of that', () => {
    const cluster = run({ containers: [app(['graceful', '1'])] }, 2);
    t.must(cluster, silence);
    t.must(cluster, deleted, 30_000);
    expect(t.pod(cluster, 'p')).toBeDefined();
    t.must(cluster, restore, 4_000);
    expect(t.pod(cluster, 'p')).toBeUndefined();
  });

  it('begins Pods that were bound to it meanwhile', () => {
    const cluster = run({ containers: [app(['pause'])] }, 2);
    t.must(cluster, silence);
    const spec = { nodeName: 'real-1', containers: [app(['pause'])] };
    t.must(cluster, t.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'q' }, spec }), 10_000);
    expect(t.pod(cluster, 'q')?.status.phase).toBe('Pending');
    t.must(cluster, restore, 2_000);
    expect(t.pod(cluster, 'q')?.status.phase).toBe('Running');
  });

  it('ends Pods that were bound to it and deleted meanwhile', () => {
    const cluster = run({ containers: [app(['pause'])] }, 2);
    t.must(cluster, silence);
    const spec = { nodeName: 'real-1', containers: [app(['pause'])] };
    t.must(cluster, t.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'q' }, spec }), 1_000);
    t.must(cluster, { verb: 'delete', kind: 'Pod', name: 'q' }, 1_000);
    expect(t.pod(cluster, 'q')).toBeDefined();
    t.must(cluster, restore, 4_000);
    expect(t.pod(cluster, 'q')).toBeUndefined();
  });

  it('starts a container anew whose image was changed meanwhile', () => {
    const cluster = run({ containers: [app(['pause'])] }, 2);
    t.must(cluster, silence);
    const spec = { containers: [{ name: 'app', image: 'app:v2' }] };
    t.must(cluster, { verb: 'patch', kind: 'Pod', name: 'p', type: 'strategic', body: { spec } }, 2_000);
    expect(statusOf(cluster)?.image).toBe('app:v1');
    t.must(cluster, restore, 3_000);
    expect(statusOf(cluster)).toMatchObject({ image: 'app:v2', restartCount: 1 });
  });
});

describe('exec', () => {
  it('is refused where nothing runs', () => {
    const cluster = run({ containers: [app(['pause'])] }, 2);
    const into = (container: string) =>
      cluster.do({ verb: 'exec', pod: 'p', container, command: ['/app', 'touch', '/x'] });
    expect(into('app').ok).toBe(true);
    expect(into('other')).toMatchObject({ ok: false, status: { message: 'container not found' } });
  });

  it("writes to the container's own layer, which goes with it, and to volumes, which stay", () => {
    const cluster = run({ ...touch, containers: [app(['pause'], mounted)] }, 2);
    for (const file of ['/x', '/t/x'])
      t.must(cluster, { verb: 'exec', pod: 'p', command: ['/app', 'touch', file] });
    const files = () => {
      const life = cluster.lifeOf(pod(cluster).metadata.uid);
      return [life?.containers.app?.files, life?.volumes.t];
    };
    expect(files()).toEqual([['/x'], ['/x']]);
    t.must(cluster, { verb: 'crash', pod: 'p' }, 2_000);
    expect(files()).toEqual([[], ['/x']]);
  });
});
