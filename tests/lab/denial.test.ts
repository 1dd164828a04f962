import { describe, expect, it } from 'vitest';
import type { Command } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { runLimits } from '@/lib/lab/limits';
import { linkOf, readLink } from '@/lib/lab/link';
import { replayLab } from '@/lib/lab/replay';
import type { Lab, Scenario } from '@/lib/lab/scenario';
import { about, deployment, made } from './objects';
import { deletePod, scale, stuckLab } from './stories';

const play = about('Deployment/web', made(0, deployment('web', 3)), { openAtMs: 10_000 });
const lab: Lab = { ...stuckLab, hands: ['kubectl'] };
const open = (scenario: Scenario | Lab = play) => createSession(scenario, { typist: kubectlTypist });
const printed = (typed: { readonly printed: readonly { readonly text: string }[] }) =>
  typed.printed.map(({ text }) => text).join('\n');

const wide = `apiVersion: apps/v1
kind: Deployment
metadata: {name: wide}
spec:
  replicas: 100000
  selector: {matchLabels: {app: wide}}
  template:
    metadata: {labels: {app: wide}}
    spec: {containers: [{name: app, image: app:v1}]}
`;

describe('what a run does not take', () => {
  it('is refused at the prompt with the limit and with what to do, and nothing that was there is lost', () => {
    const session = open();
    session.seek(20_000);
    session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 4 });
    session.seek(12_000);
    const before = session.commands();
    const typed = session.type('kubectl scale deployment web --replicas=100000');
    expect(printed(typed)).toBe(
      'Error from server (Forbidden): a run asks for at most 2000 Pods in all, and with this it would ask for 100000: ask for fewer, or undo something',
    );
    expect(typed.exit).toBe(1);
    expect(session.commands()).toBe(before);
    session.seek(60_000);
    expect(session.view().workloads.find(({ name }) => name === 'web')?.wants).toBe(4);
  });

  it('is refused in a manifest, at its document; the others are applied', () => {
    const session = open();
    const small = wide.replace('100000', '1').replaceAll('wide', 'small');
    const { refusals } = session.applyText(`${small}---\n${wide}`);
    expect(refusals).toEqual([{ line: 11, text: expect.stringContaining('at most 2000 Pods') }]);
    expect(session.view().workloads.map(({ name }) => name)).toEqual(expect.arrayContaining(['small']));
    expect(session.view().workloads.map(({ name }) => name)).not.toContain('wide');
  });

  it('is refused to a hand, whose view says why until something is done', () => {
    const session = open(lab);
    session.seek(21_000);
    session.do(scale(101));
    expect(session.view().denial).toEqual({ why: 'replicas', asked: 101, limit: 100 });
    expect([session.commands(), session.canUndo]).toEqual([[], false]);
    session.do(scale(4));
    expect(session.view().denial).toBeUndefined();
    expect(session.commands()).toHaveLength(1);
  });

  it('is said after what the API server itself refuses', () => {
    const session = open();
    const typed = session.type('kubectl scale deployment none --replicas=100000');
    expect(printed(typed)).toContain('deployments.apps "none" not found');
    const half = session.applyText(wide.replace('100000', '1.5'));
    expect(half.refusals[0]?.text).not.toContain('played');
    expect(session.commands()).toEqual([]);
  });

  it('is a command before a lab opens: its past can be looked at', () => {
    const session = open(lab);
    session.seek(5_000);
    session.do(deletePod('web-0'));
    expect(session.view().denial).toEqual({ why: 'early', asked: 5_000, limit: 20_000 });
    expect(printed(session.type('kubectl delete pod web-0'))).toContain('this lab begins at 20.0 s');
    session.seek(20_000);
    session.do(deletePod('web-0'));
    expect(session.commands()).toHaveLength(1);
  });

  it('in a cluster without goals may be done at any moment', () => {
    const session = open();
    session.seek(5_000);
    session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 4 });
    expect(session.commands()).toHaveLength(1);
  });
});

describe('a run that a session has made', () => {
  const tries: readonly Command[] = [
    scale(100),
    scale(101),
    scale(0),
    {
      verb: 'apply',
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
        data: { a: '字'.repeat(6_000) },
      },
    },
    {
      verb: 'apply',
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
        data: { a: 'x'.repeat(21_000) },
      },
    },
    { verb: 'create', object: deployment('db', 100) as never },
    { verb: 'crash', pod: 'web-0' },
    deletePod('web-1'),
  ];

  it('is never refused by the check of its lab, whatever was tried', () => {
    const session = open(lab);
    for (let atMs = 0; atMs < 70_000; atMs += 500) {
      session.seek(atMs);
      session.do(tries[(atMs / 500) % tries.length] as Command);
    }
    expect(session.commands().length).toBeGreaterThan(20);
    const { refused } = replayLab(lab, session.commands(), 70_000);
    expect(refused).toBeUndefined();
    const body = JSON.stringify({ commands: session.commands(), untilMs: runLimits.ms });
    expect(new TextEncoder().encode(body).length).toBeLessThan(64 * 1024);
  });

  it('opens from its link, however many there are', () => {
    const session = open();
    for (let n = 0; n < 600; n++)
      session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: n % 7 });
    expect(session.commands().length).toBe(runLimits.commands - play.commands.length);
    expect(session.view().denial?.why).toBe('commands');
    const start = { seed: play.seed, nodes: play.nodes, commands: play.commands };
    expect(readLink(linkOf({ scenario: start, state: session.state() })).ok).toBe(true);
  });

  it('counts the Pods that are asked for anew: one more at a time comes to as many as there are', () => {
    const session = open();
    for (let n = 4; n <= 104; n++)
      session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: n });
    expect(session.view().denial).toBeUndefined();
    for (let n = 0; n < 40; n++) {
      session.do({ verb: 'delete', kind: 'Deployment', name: 'web' });
      session.do({ verb: 'create', object: deployment('web', 100) as never });
    }
    expect(session.view().denial).toMatchObject({ why: 'pods', limit: 2_000 });
  });
});
