import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/cluster/journal-hash';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import type { Session } from '@/lib/lab/session';
import { about, deployment, imageOf, made } from './objects';

const web = about('Deployment/web', made(0, deployment('web', 3)), { openAtMs: 10_000 });
const open = () => createSession(web, { typist: kubectlTypist });
const scaleTo = (replicas: number) => ({ verb: 'scale', kind: 'Deployment', name: 'web', replicas }) as const;
const names = (session: Session) =>
  session.view().futures.map(({ name, isHere }) => (isHere ? `[${name}]` : name));
const wants = (session: Session) => session.view().workloads[0]?.wants;

describe('a fork', () => {
  it('goes on in a copy of the present future: what is done there is not done in the other', () => {
    const session = open();
    session.do(scaleTo(4));
    session.seek(12_000);
    expect(session.fork()).toBe('B');
    expect(names(session)).toEqual(['A', '[B]']);
    session.do(scaleTo(5));
    expect([session.commands().length, wants(session)]).toEqual([2, 5]);
    expect(session.goTo('A')).toBe(true);
    expect([session.commands().length, wants(session), session.nowMs]).toEqual([1, 4, 12_000]);
    expect(session.view().futures[1]).toMatchObject({
      name: 'B',
      from: 'A',
      forkedAtMs: 12_000,
      isHere: false,
    });
    session.seek(30_000);
    const [a, b] = session.view().futures;
    expect([a?.score.commands.length, b?.score.commands.length]).toEqual([2, 3]);
    expect([a?.score.lanes.length, b?.score.lanes.length]).toEqual([4, 5]);
    expect(b?.score.nowMs).toBe(30_000);
  });

  it('is possible until there are four', () => {
    const session = open();
    expect([session.fork(), session.fork(), session.fork(), session.fork()]).toEqual([
      'B',
      'C',
      'D',
      undefined,
    ]);
    expect(session.drop('B')).toBe(true);
    expect(names(session)).toEqual(['A', 'C', '[D]']);
    expect(session.view().futures[1]).toMatchObject({ name: 'C', from: 'A' });
    expect(session.fork()).toBe('B');
  });

  it('can be left: the last future stays, and nobody goes where nothing is', () => {
    const session = open();
    expect([session.drop('A'), session.drop('B'), session.goTo('C')]).toEqual([false, false, false]);
    session.fork();
    session.drop('B');
    expect(names(session)).toEqual(['[A]']);
    session.undo();
    expect(names(session)).toEqual(['A', '[B]']);
  });

  it('keeps its own lines that were typed', () => {
    const session = open();
    session.type('kubectl get pods');
    session.fork();
    session.type('kubectl delete deployment web');
    expect(session.view().typed.map(({ line }) => line)).toEqual([
      'kubectl get pods',
      'kubectl delete deployment web',
    ]);
    session.goTo('A');
    expect(session.view().typed.map(({ line }) => line)).toEqual(['kubectl get pods']);
  });
});

describe('undo and redo', () => {
  it('are of the whole session: a fork and what was done in any future', () => {
    const session = open();
    session.do(scaleTo(4));
    session.fork();
    session.do(scaleTo(5));
    session.goTo('A');
    session.do(scaleTo(6));
    session.undo();
    expect([names(session), wants(session)]).toEqual([['[A]', 'B'], 4]);
    session.undo();
    expect([names(session), wants(session)]).toEqual([['A', '[B]'], 4]);
    session.undo();
    expect([names(session), wants(session)]).toEqual([['[A]'], 4]);
    session.redo();
    session.redo();
    expect([names(session), wants(session)]).toEqual([['[A]', 'B'], 4]);
    session.goTo('B');
    expect(wants(session)).toBe(5);
    session.redo();
    expect([names(session), wants(session)]).toEqual([['[A]', 'B'], 6]);
    session.reset();
    expect([names(session), session.canUndo, wants(session)]).toEqual([['[A]'], false, 3]);
  });
});

describe('the first difference', () => {
  it('is where the future here parts from the one that it was forked from, with what differs now', () => {
    const session = open();
    session.fork();
    expect(session.view().firstDifference).toBeUndefined();
    session.seek(15_000);
    session.do(imageOf('web', 'web:2'));
    session.seek(30_000);
    const { firstDifference } = session.view();
    expect(firstDifference?.atMs).toBe(15_000);
    const web = firstDifference?.objects.find(({ key }) => key === 'Deployment/default/web');
    expect(web).toMatchObject({
      is: 'changed',
      paths: expect.arrayContaining(['spec.template.spec.containers.0.image']),
    });
    expect(
      firstDifference?.objects
        .filter(({ key }) => key.startsWith('Pod/'))
        .map(({ is }) => is)
        .sort(),
    ).toEqual(['left', 'left', 'left', 'right', 'right', 'right']);
    session.seek(14_000);
    expect(session.view().firstDifference).toMatchObject({ atMs: 15_000, objects: [] });
  });

  it('is seen from the other side as well', () => {
    const session = open();
    session.fork();
    session.do(scaleTo(1));
    session.goTo('A');
    session.seek(20_000);
    const { firstDifference } = session.view();
    expect(firstDifference?.atMs).toBe(10_000);
    expect(firstDifference?.objects.filter(({ key }) => key.startsWith('Pod/')).map(({ is }) => is)).toEqual([
      'right',
      'right',
    ]);
  });
});

describe('the state of a session', () => {
  it('opens it again, its futures with it', () => {
    const session = open();
    session.do(scaleTo(4));
    session.seek(12_000);
    session.fork();
    session.type(
      'kubectl set image deployment/web app=web:2; sleep 3; kubectl scale deployment web --replicas=2',
    );
    session.seek(20_000);
    const state = JSON.parse(JSON.stringify(session.state()));
    const again = createSession(web, { state });
    const shown = (one: Session) => {
      const { typed: _, ...view } = one.view();
      return canonicalJson(view);
    };
    expect(shown(again)).toBe(shown(session));
    again.goTo('A');
    session.goTo('A');
    expect(shown(again)).toBe(shown(session));
  });
});
