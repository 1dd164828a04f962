import { describe, expect, it } from 'vitest';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { type HandId, handsFor } from '@/lib/lab/hands';
import { replayLab } from '@/lib/lab/replay';
import type { Hand, Lab } from '@/lib/lab/scenario';
import type { Session } from '@/lib/lab/session';
import { about, daemonset, deployment, job, made, pod } from './objects';

const commands = made(0, deployment('web', 3), daemonset('agent'), job('once', 'sleep 500'), pod('alone'));
const open = (): Session => createSession(about(undefined, commands, { openAtMs: 10_000 }));
const ids = (session: Session, key: string, images?: readonly string[]) =>
  handsFor(session.view(), key, images).map(({ id }) => id);
const doIt = (session: Session, key: string, id: HandId, images?: readonly string[]) => {
  const hand = handsFor(session.view(), key, images).find((one) => one.id === id);
  for (const command of hand?.commands ?? []) {
    session.do(command);
    expect(session.view().refusal, `${id} ${JSON.stringify(command)}`).toBeUndefined();
  }
  return hand;
};
const web = 'Deployment/default/web';

describe('what can be done', () => {
  it('to a Pod: delete it, crash it, fail its probes, slow its starts, and mend what was done', () => {
    const session = open();
    const key = 'Pod/default/alone';
    const slow = ['slowStart', 'slowStart', 'slowStart'];
    const broken = ['delete', 'deleteNow', 'crash', 'failReadiness', 'failLiveness', ...slow];
    expect(ids(session, key)).toEqual(broken);
    doIt(session, key, 'failReadiness');
    doIt(session, key, 'failLiveness');
    doIt(session, key, 'slowStart');
    const mends = ['mendReadiness', 'mendLiveness', 'mendStart'];
    expect(ids(session, key)).toEqual(['delete', 'deleteNow', 'crash', ...mends]);
    doIt(session, key, 'mendReadiness');
    doIt(session, key, 'mendLiveness');
    doIt(session, key, 'mendStart');
    expect(ids(session, key)).toEqual(broken);
    doIt(session, key, 'crash');
    session.seek(12_000);
    expect(session.view().pods.find(({ name }) => name === 'alone')?.restarts).toBe(1);
    doIt(session, key, 'delete');
    expect(ids(session, key)).not.toContain('delete');
    doIt(session, key, 'deleteNow');
    expect(session.view().pods.some(({ name }) => name === 'alone')).toBe(false);
    expect(ids(session, key)).toEqual([]);
  });

  it('to a node: cordon, drain, taint, silence, and each back again', () => {
    const session = open();
    const key = 'Node//node-1';
    const node = () => session.view().nodes.find(({ name }) => name === 'node-1');
    expect(ids(session, key)).toEqual(['cordon', 'drain', 'taint', 'silence', 'delete']);
    doIt(session, key, 'cordon');
    session.seek(11_000);
    doIt(session, key, 'taint');
    doIt(session, key, 'silence');
    expect(node()).toMatchObject({
      cordoned: true,
      isSilent: true,
      taints: [{ key: 'node.kubernetes.io/unschedulable' }, { key: 'reader', effect: 'NoExecute' }],
    });
    expect(ids(session, key)).toEqual(['uncordon', 'drain', 'untaint', 'restore', 'delete']);
    doIt(session, key, 'restore');
    doIt(session, key, 'untaint');
    doIt(session, key, 'uncordon');
    session.seek(session.nowMs + 1_000);
    expect(node()).toMatchObject({ cordoned: false, isSilent: false, taints: [] });
  });

  it('to a node that is drained leaves it to the DaemonSet alone', () => {
    const session = open();
    const on = () =>
      session
        .view()
        .pods.filter(({ node }) => node === 'node-1')
        .map(({ kind }) => kind);
    expect(on().length).toBeGreaterThan(1);
    doIt(session, 'Node//node-1', 'drain');
    session.seek(60_000);
    expect(on()).toEqual(['DaemonSet']);
    expect(session.view().nodes[0]?.cordoned).toBe(true);
  });

  it('to a workload: scale it, give it another image, delete it', () => {
    const session = open();
    const images = ['web:1', 'web:2'];
    const slow = ['slowStart', 'slowStart', 'slowStart'];
    const scales = ['scaleUp', 'scaleDown', 'scaleToZero'];
    expect(ids(session, web, images)).toEqual([...scales, 'setImage', 'delete', ...slow]);
    expect(doIt(session, web, 'setImage', images)?.value).toBe('web:2');
    doIt(session, web, 'scaleUp');
    session.seek(40_000);
    expect(session.view().workloads.find(({ key }) => key === web)).toMatchObject({
      wants: 4,
      ready: 4,
      image: 'web:2',
    });
    doIt(session, web, 'scaleToZero');
    expect(ids(session, web)).toEqual(['scaleUp', 'delete', ...slow]);
    const daemon = ids(session, 'DaemonSet/default/agent', ['agent:1', 'agent:2']);
    expect(daemon).toEqual(['setImage', 'delete', ...slow]);
    expect(ids(session, 'Job/default/once', images)).toEqual(['delete', ...slow]);
    doIt(session, web, 'slowStart');
    expect(ids(session, web)).toEqual(['scaleUp', 'delete', 'mendStart']);
    doIt(session, web, 'mendStart');
    doIt(session, web, 'delete');
    session.seek(50_000);
    expect(session.view().workloads.some(({ name }) => name === 'web')).toBe(false);
  });

  it('in another namespace is done there', () => {
    const session = createSession(
      about(undefined, made(0, { ...pod('far'), metadata: { name: 'far', namespace: 'kube-system' } }), {
        openAtMs: 5_000,
      }),
    );
    doIt(session, 'Pod/kube-system/far', 'failReadiness');
    doIt(session, 'Pod/kube-system/far', 'slowStart');
    doIt(session, 'Pod/kube-system/far', 'deleteNow');
    expect(session.view().pods).toEqual([]);
  });
});

const labWith = (hands: readonly Hand[], more: Partial<Lab> = {}): Lab => {
  const scenario = about(undefined, commands, { openAtMs: 10_000, hands, images: ['web:1', 'web:2'] });
  const { caption } = scenario;
  return {
    ...scenario,
    title: caption,
    task: caption,
    goals: [],
    hints: [],
    solutions: [],
    shortcuts: [],
    ...more,
  };
};
const refused = (hands: readonly Hand[], done: readonly object[]) =>
  replayLab(
    labWith(hands),
    done.map((command): TimedCommand => ({ atMs: 11_000, command: command as Command })),
    12_000,
  ).refused;

describe('a lab permits', () => {
  const of = (key: string, id: HandId): readonly Command[] =>
    handsFor(open().view(), key, ['web:1', 'web:2']).find((one) => one.id === id)?.commands ?? [];
  it.each<[Hand, readonly Command[]]>([
    ['delete', of(web, 'delete')],
    ['delete', of('Pod/default/alone', 'deleteNow')],
    ['crash', of('Pod/default/alone', 'crash')],
    ['failReadiness', of('Pod/default/alone', 'failReadiness')],
    ['failLiveness', of('Pod/default/alone', 'failLiveness')],
    ['slowStart', of('Pod/default/alone', 'slowStart')],
    ['slowStart', [...of(web, 'slowStart'), { verb: 'mendStart', kind: 'Deployment', name: 'web' }]],
    ['cordon', of('Node//node-1', 'cordon')],
    ['taint', of('Node//node-1', 'taint')],
    ['drain', of('Node//node-1', 'drain')],
    ['silence', of('Node//node-1', 'silence')],
    ['setImage', of(web, 'setImage')],
    ['scale', of(web, 'scaleUp')],
  ])('by the hand %s what that hand does, and no other hand does it', (hand, done) => {
    expect(done.length).toBeGreaterThan(0);
    expect(refused([hand], done)).toBeUndefined();
    expect(refused(['any'], done)).toBeUndefined();
    const others: Hand[] = [
      'delete',
      'crash',
      'failReadiness',
      'failLiveness',
      'slowStart',
      'taint',
      'silence',
      'setImage',
      'scale',
    ];
    for (const other of others)
      if (other !== hand) expect(refused([other], done), other).toContain('no hand');
  });

  it.each<[string, Hand, object]>([
    [
      'a cordon that does more',
      'cordon',
      {
        verb: 'patch',
        kind: 'Node',
        name: 'node-1',
        type: 'merge',
        body: { spec: { unschedulable: true, taints: [] } },
      },
    ],
    [
      'a taint of another effect',
      'taint',
      {
        verb: 'patch',
        kind: 'Node',
        name: 'node-1',
        type: 'merge',
        body: { spec: { taints: [{ key: 'x', effect: 'Never' }] } },
      },
    ],
    [
      'a taint with more beside it',
      'taint',
      {
        verb: 'patch',
        kind: 'Node',
        name: 'node-1',
        type: 'merge',
        body: { spec: { taints: [] }, metadata: { labels: {} } },
      },
    ],
    [
      'a delete with a grace period of its own',
      'delete',
      { verb: 'delete', kind: 'Pod', name: 'alone', gracePeriodSeconds: 9 },
    ],
    [
      'a patch where only drain is allowed',
      'drain',
      { verb: 'patch', kind: 'Deployment', name: 'web', type: 'merge', body: { spec: { replicas: 1 } } },
    ],
  ])('not %s', (_, hand, command) => {
    expect(refused([hand], [command])).toContain('no hand');
  });

  it.each<[string, object]>([
    ['a slow start of another field', { verb: 'slowStart', kind: 'Pod', name: 'alone', ms: 5, node: 'x' }],
    ['a mended start with a number', { verb: 'mendStart', kind: 'Pod', name: 'alone', ms: 5 }],
    [
      'a slow start in another namespace',
      { verb: 'slowStart', kind: 'Pod', name: 'p', ms: 5, namespace: 'x' },
    ],
  ])('by the hand slowStart not %s', (_, command) => {
    expect(refused(['slowStart'], [command])).toContain('no hand');
  });

  const apply = (object: object) => ({ verb: 'apply', object });
  it.each<[string, object]>([
    ['applying', apply(deployment('api', 2))],
    [
      'patching anything',
      {
        verb: 'patch',
        kind: 'Deployment',
        name: 'web',
        type: 'json',
        body: [{ op: 'replace', path: '/spec/replicas', value: 5 }],
      },
    ],
    ['evicting, in any namespace', { verb: 'evict', name: 'alone', namespace: 'default' }],
    ['running something in a container', { verb: 'exec', pod: 'alone', command: ['ls'] }],
  ])('by kubectl %s', (_, command) => {
    expect(refused(['kubectl'], [command])).toBeUndefined();
    expect(refused(['any'], [command])).toBeUndefined();
  });

  it.each<[string, object]>([
    ['breaking a node', { verb: 'silence', node: 'node-1' }],
    ['failing a probe', { verb: 'failLiveness', pod: 'alone' }],
    ['slowing a start', { verb: 'slowStart', kind: 'Deployment', name: 'web', ms: 10_000 }],
    ['adding a node', { verb: 'addNode', node: { name: 'node-9' } }],
  ])('by any, and not by kubectl, %s', (_, command) => {
    expect(refused(['kubectl'], [command])).toContain('no hand');
    expect(refused(['any'], [command])).toBeUndefined();
  });

  it.each<[string, object]>([
    ['the kubelet’s own words', { verb: 'kubelet', act: 'gone', pod: 'alone' }],
    ['a verb that there is not', { verb: 'explode' }],
    ['a slow start by no number', { verb: 'slowStart', kind: 'Pod', name: 'alone', ms: 'long' }],
    ['a slow start of nobody', { verb: 'slowStart', ms: 10 }],
    ['an object of no kind', apply({ metadata: {} })],
    ['a namespace that is no text', { verb: 'delete', kind: 'Pod', name: 'p', namespace: 1 }],
    ['a scale to a million', { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 1e6 }],
    ['a million replicas in a manifest', apply(deployment('api', 1e6))],
    ['a million Pods at once in a Job', apply(job('huge', 'true', { parallelism: 1e6 }))],
    [
      'a million in a patch',
      { verb: 'patch', kind: 'Deployment', name: 'web', type: 'merge', body: { spec: { replicas: 1e6 } } },
    ],
    [
      'a million by a pointer',
      {
        verb: 'patch',
        kind: 'Deployment',
        name: 'web',
        type: 'json',
        body: [{ op: 'replace', path: '/spec/replicas', value: 1e6 }],
      },
    ],
    [
      'a manifest as long as a book',
      apply({ ...deployment('api', 1), metadata: { name: 'api', annotations: { a: 'x'.repeat(20_000) } } }),
    ],
  ])('never %s', (_, command) => {
    expect(refused(['any'], [command])).toMatch(/no hand|at most/);
  });

  it('by a hand the same thing typed, which names the namespace default', () => {
    const typed = { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 2, namespace: 'default' };
    expect(refused(['scale'], [typed])).toBeUndefined();
    expect(refused(['scale'], [{ ...typed, namespace: 'kube-system' }])).toContain('no hand');
  });

  it('no more Pods in all than one figure can hold', () => {
    const many = Array.from({ length: 21 }, (_, n) => apply(deployment(`app-${n}`, 100)));
    expect(refused(['kubectl'], many)).toContain('2000 Pods');
  });
});
