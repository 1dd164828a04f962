import { describe, expect, it } from 'vitest';
import type { KubeObject, OwnerReference } from '@/lib/cluster/objects';
import { Names } from '@/lib/conformance/names';

let made = 0;
function object(kind: string, name: string, owner?: KubeObject, more: object = {}, metadata: object = {}) {
  const reference: OwnerReference | undefined = owner && {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
  };
  return {
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      uid: `uid-${++made}`,
      resourceVersion: '1',
      creationTimestamp: '',
      ...(reference && { ownerReferences: [reference] }),
      ...metadata,
    },
    spec: { containers: [] },
    ...more,
  } satisfies KubeObject;
}

/** The aliases of objects that were made in this order. */
const aliasesOf = (objects: readonly KubeObject[], names = new Names()): string[] => {
  for (const one of objects) names.see(one);
  return objects.map((one) => names.of(one));
};

const on = (node: string) => ({
  spec: {
    containers: [],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            { matchFields: [{ key: 'metadata.name', operator: 'In' as const, values: [node] }] },
          ],
        },
      },
    },
  },
});
const index = (n: number) => ({ annotations: { 'batch.kubernetes.io/job-completion-index': String(n) } });

describe('names that hold from run to run', () => {
  it('number a Deployment’s ReplicaSets, and their Pods, in the order of making', () => {
    const web = object('Deployment', 'web');
    const [first, second] = [object('ReplicaSet', 'web-5d', web), object('ReplicaSet', 'web-7f', web)];
    const pods = [
      object('Pod', 'web-5d-x', first),
      object('Pod', 'web-7f-y', second),
      object('Pod', 'web-5d-z', first),
    ];
    expect(aliasesOf([web, first, second, ...pods])).toEqual([
      'web',
      'web/rs1',
      'web/rs2',
      'web/rs1#1',
      'web/rs2#1',
      'web/rs1#2',
    ]);
  });

  it('keep what somebody named, and number its second life', () => {
    const set = object('ReplicaSet', 'web');
    const bare = [object('Pod', 'one'), object('Pod', 'one')];
    expect(aliasesOf([set, object('Pod', 'web-x', set), ...bare])).toEqual(['web', 'web#1', 'one', "one'2"]);
  });

  it('keep a StatefulSet’s Pods', () => {
    const set = object('StatefulSet', 'web');
    const pods = [object('Pod', 'web-0', set), object('Pod', 'web-1', set), object('Pod', 'web-0', set)];
    expect(aliasesOf([set, ...pods]).slice(1)).toEqual(['web-0', 'web-1', "web-0'2"]);
  });

  it('say the node of a DaemonSet’s Pod, for which it was made', () => {
    const agent = object('DaemonSet', 'agent');
    const pods = [
      object('Pod', 'agent-x', agent, on('node-1')),
      object('Pod', 'agent-y', agent, on('node-2')),
      object('Pod', 'agent-z', agent, on('node-1')),
    ];
    expect(aliasesOf([agent, ...pods]).slice(1)).toEqual([
      'agent@node-1#1',
      'agent@node-2#1',
      'agent@node-1#2',
    ]);
  });

  it('say the index of an indexed Job’s Pod', () => {
    const pi = object('Job', 'pi');
    const pods = [
      object('Pod', 'pi-0-x', pi, {}, index(0)),
      object('Pod', 'pi-1-y', pi, {}, index(1)),
      object('Pod', 'pi-0-z', pi, {}, index(0)),
    ];
    expect(aliasesOf([pi, ...pods]).slice(1)).toEqual(['pi[0]#1', 'pi[1]#1', 'pi[0]#2']);
  });

  it('number a CronJob’s Jobs', () => {
    const tick = object('CronJob', 'tick');
    const jobs = [object('Job', 'tick-29', tick), object('Job', 'tick-30', tick)];
    expect(aliasesOf([tick, ...jobs, object('Pod', 'tick-30-x', jobs[1])]).slice(1)).toEqual([
      'tick/job1',
      'tick/job2',
      'tick/job2#1',
    ]);
  });

  it('stay when the owner lets go', () => {
    const names = new Names();
    const set = object('ReplicaSet', 'web');
    const pod = object('Pod', 'web-x', set);
    aliasesOf([set, pod], names);
    const { ownerReferences: _, ...metadata } = pod.metadata as KubeObject['metadata'];
    const released = { ...pod, metadata };
    names.see(released);
    expect(names.of(released)).toBe('web#1');
    expect(names.find('web#1', [released])).toBe(released);
  });
});

describe('names in messages', () => {
  const names = new Names();
  const web = object('Deployment', 'web');
  const set = object('ReplicaSet', 'web-5d', web);
  const stateful = object('StatefulSet', 'db');
  aliasesOf(
    [
      web,
      set,
      object('Pod', 'web-5d-x2', set),
      object('Pod', 'web-5d-x', set),
      stateful,
      object('Pod', 'db-0', stateful),
      object('Pod', 'db-1', stateful),
      object('Pod', 'db-0', stateful),
    ],
    names,
  );

  it.each([
    ['Created pod: web-5d-x', 'Created pod: web/rs1#2'],
    ['Scaled up replica set web-5d from 0 to 2', 'Scaled up replica set web/rs1 from 0 to 2'],
    ['Successfully assigned default/web-5d-x2 to node-1', 'Successfully assigned default/web/rs1#1 to NODE'],
    ['Create Pod db-0 in StatefulSet db successful', "Create Pod db-0'2 in StatefulSet db successful"],
    ['Delete Pod db-1 in StatefulSet db successful', 'Delete Pod db-1 in StatefulSet db successful'],
    [
      'Found failed pod default/web-5d-x2 on node node-1, will',
      'Found failed pod default/web/rs1#1 on node node-1, will',
    ],
  ])('%s', (message, said) => expect(names.in(message)).toBe(said));
});
