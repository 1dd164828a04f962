import { describe, expect, it } from 'vitest';
import { journalHash } from '@/lib/cluster/journal-hash';
import { createSession } from '@/lib/lab/create-session';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { replayLab } from '@/lib/lab/replay';
import type { Lab, Scenario } from '@/lib/lab/scenario';
import type { Session } from '@/lib/lab/session';
import { optionsOf } from '@/lib/lab/story';
import { Timeline } from '@/lib/lab/timeline';
import { typeLine } from '@/lib/lab/typing';
import type { Typist } from '@/lib/lab/typist';
import { about, deployment, imageOf, made, service } from './objects';

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  selector:
    matchLabels: {app: api}
  template:
    metadata:
      labels: {app: api}
    spec:
      containers:
      - name: app
        image: api:1
`;
const web = about('Deployment/web', made(0, deployment('web', 3)), {
  openAtMs: 10_000,
  files: { 'api.yaml': manifest },
});
const open = (scenario: Scenario = web): Session => createSession(scenario, { typist: kubectlTypist });
const textOf = (session: Session, id: number): string =>
  session
    .view()
    .typed.find((one) => one.id === id)
    ?.printed.map(({ text }) => text)
    .join('\n') ?? '';
const replayed = (session: Session, scenario: Scenario, untilMs: number): Timeline => {
  const timeline = new Timeline(optionsOf(scenario), [...scenario.commands, ...session.commands()]);
  timeline.at(untilMs);
  return timeline;
};

describe('a line that is typed', () => {
  it('prints what kubectl prints of the cluster at this moment, and changes nothing when it only reads', () => {
    const session = open();
    session.seek(200);
    session.do(imageOf('web', 'web:2'));
    session.seek(12_000);
    const typed = session.type('kubectl get deployment web');
    expect(typed).toMatchObject({
      line: 'kubectl get deployment web',
      atMs: 12_000,
      untilMs: 12_000,
      exit: 0,
    });
    expect(typed.printed.map(({ text }) => text)).toEqual([
      'NAME   READY   UP-TO-DATE   AVAILABLE   AGE',
      'web    3/3     3            3           12s',
    ]);
    session.seek(300);
    expect(session.type('kubectl get pods').exit).toBe(0);
    expect(session.commands()).toHaveLength(1);
    session.seek(100);
    session.type('kubectl get pods');
    expect(session.commands()).toHaveLength(1);
  });

  it('puts what it does into the log at its own moments: replaying the log makes the same journal', () => {
    const session = open();
    session.type('kubectl scale deployment web --replicas=5; sleep 3; kubectl apply -f api.yaml');
    session.type('kubectl set image deployment/web app=web:2 && kubectl rollout status deployment/web');
    session.type('kubectl drain node-2 --force --ignore-daemonsets');
    expect(session.commands().map(({ atMs }) => atMs)).toEqual(expect.arrayContaining([10_000]));
    session.seek(60_000);
    const direct = replayed(session, web, 60_000);
    const shown = session.inspect('Deployment/default/web')?.yaml;
    const again = createSession(web, { typist: kubectlTypist, state: session.state() });
    expect(again.inspect('Deployment/default/web')?.yaml).toBe(shown);
    const lab: Lab = {
      ...web,
      title: web.caption,
      task: web.caption,
      hands: ['kubectl'],
      goals: [
        {
          id: 'on-web-2',
          text: web.caption,
          condition: {
            object: 'Deployment/web',
            path: 'spec.template.spec.containers.0.image',
            equals: 'web:2',
          },
          when: 'now',
        },
      ],
      hints: [],
      solutions: [],
      shortcuts: [],
    };
    expect(replayLab(lab, session.commands(), 60_000)).toMatchObject({ solved: true });
    expect(journalHash(direct.journal)).toBe(journalHash(replayed(again, web, 60_000).journal));
  });

  it('met the same cluster as the log makes: the journal of its copy is the beginning of the timeline’s', () => {
    for (const line of [
      'kubectl delete pods --all',
      'kubectl scale deployment web --replicas=6; sleep 2; kubectl delete deployment web; sleep 1; kubectl get pods',
      'kubectl drain node-1 --force',
      'kubectl rollout restart deployment web && kubectl rollout status deployment web && kubectl scale deployment web --replicas=1',
    ]) {
      const timeline = new Timeline(optionsOf(web), web.commands);
      const copy = timeline.at(10_000).copy();
      const ran = typeLine(kubectlTypist, copy, [], line, { namespace: 'default', files: {} });
      const again = new Timeline(optionsOf(web), [...web.commands, ...ran.commands]).at(ran.untilMs);
      expect(ran.commands.length, line).toBeGreaterThan(0);
      expect(journalHash(again.journal), line).toBe(journalHash(copy.journal));
    }
  });

  it('does nothing before what is due at the same moment, as a timeline does it', () => {
    const scenario = {
      ...web,
      commands: [...web.commands, ...made(0, service('a', 'web'), service('b', 'web'))],
    };
    const scale = (replicas: number) =>
      ({ verb: 'scale', kind: 'Deployment', name: 'web', replicas }) as const;
    /** Acts between the syncs of two Services that are due at one moment. */
    const hasty: Typist = {
      documentsOf: () => [],
      complete: () => ({ from: 0, choices: [] }),
      start: (cluster, _, shell) => ({
        printed: [],
        shell,
        exit: 0,
        editor: undefined,
        edited: () => undefined,
        advance(clock, untilMs) {
          cluster.do(scale(5));
          const from = clock.journal.length;
          const isSynced = () =>
            clock.journal.slice(from).some(({ cause }) => cause.on === 'Service/default/a');
          while (!isSynced() && clock.step(untilMs));
          cluster.do(scale(1));
        },
      }),
    };
    const copy = new Timeline(optionsOf(scenario), scenario.commands).at(10_000).copy();
    const ran = typeLine(hasty, copy, [], '', { namespace: 'default', files: {} });
    const again = new Timeline(optionsOf(scenario), [...scenario.commands, ...ran.commands]).at(ran.untilMs);
    expect(ran.commands).toHaveLength(2);
    expect(journalHash(again.journal)).toBe(journalHash(copy.journal));
  });

  it('prints each line of its output when its moment comes, and ends when it ends', () => {
    const session = open();
    const { id, untilMs, exit } = session.type(
      'kubectl set image deployment/web app=web:2 && kubectl rollout status deployment/web',
    );
    expect(exit).toBe(0);
    expect(untilMs).toBeGreaterThan(10_500);
    expect(textOf(session, id)).toContain('deployment.apps/web image updated');
    expect(textOf(session, id)).not.toContain('successfully rolled out');
    expect(session.view().typed[0]?.exit).toBeUndefined();
    session.seek(untilMs);
    expect(textOf(session, id)).toContain('deployment "web" successfully rolled out');
    expect(session.view().typed[0]?.exit).toBe(0);
    session.seek(9_999);
    expect(session.view().typed).toEqual([]);
  });

  it('follows a watch for a minute, and again when something else happens meanwhile', () => {
    const session = open();
    const watch = session.type('kubectl get pods -w');
    expect(watch).toMatchObject({ untilMs: 70_000 });
    expect(watch.exit).toBeUndefined();
    session.seek(15_000);
    session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 4 });
    session.seek(20_000);
    expect(textOf(session, watch.id).split('\n').length).toBeGreaterThan(watch.printed.length);
    expect(textOf(session, watch.id)).toContain('ContainerCreating');
    session.undo();
    session.seek(20_000);
    expect(textOf(session, watch.id)).not.toContain('ContainerCreating');
  });

  it('interrupts the line before it, as a terminal has one prompt', () => {
    const session = open();
    const watch = session.type('kubectl get pods -w');
    session.seek(20_000);
    session.type('kubectl get nodes');
    session.seek(30_000);
    const [first] = session.view().typed;
    expect(first).toMatchObject({ id: watch.id, exit: 130, untilMs: 20_000 });
  });

  it('loses what it would have done later when something else is done first', () => {
    const session = open();
    session.type('sleep 5; kubectl scale deployment web --replicas=9');
    expect(session.commands()).toMatchObject([{ atMs: 15_000 }]);
    session.seek(12_000);
    session.do({ verb: 'delete', kind: 'Deployment', name: 'web' });
    expect(session.commands()).toMatchObject([{ atMs: 12_000 }]);
    session.seek(20_000);
    expect(session.view().typed).toMatchObject([{ exit: 130, untilMs: 12_000 }]);
  });

  it('knows the files of its lab, writes more, and remembers the namespace', () => {
    const session = open();
    session.type('kubectl get deployment web -o yaml > kept.yaml');
    expect(session.type('ls').printed.map(({ text }) => text)).toEqual(['api.yaml', 'kept.yaml']);
    session.type('kubectl config set-context --current --namespace=kube-system');
    expect(session.type('kubectl get pods').printed.map(({ text }) => text)).toEqual([
      'No resources found in kube-system namespace.',
    ]);
  });

  it('is undone with all that it did', () => {
    const session = open();
    session.type('kubectl delete deployment web; sleep 1; kubectl apply -f api.yaml');
    session.seek(14_000);
    expect(session.view().workloads.map(({ name }) => name)).toContain('api');
    session.undo();
    session.seek(14_000);
    expect(session.view().workloads.map(({ kind, name }) => `${kind} ${name}`)).toContain('Deployment web');
    expect([session.commands(), session.view().typed]).toEqual([[], []]);
    session.redo();
    expect(session.commands()).toHaveLength(2);
  });

  it('needs a typist', () => {
    expect(() => createSession(web).type('kubectl get pods')).toThrow('without a typist');
    expect(() => createSession(web).applyText(manifest)).toThrow('without a typist');
  });
});

describe('Ctrl-C at a line that waits', () => {
  const rollout = 'kubectl rollout status deployment/web';

  it('cuts off what it prints and does later: its later commands leave the log, and undo brings them back', () => {
    const session = open();
    const { id } = session.type(
      'kubectl scale deployment web --replicas=5; sleep 5; kubectl scale deployment web --replicas=1',
    );
    expect(session.commands()).toHaveLength(2);
    session.seek(12_000);
    expect(session.interrupt(id)).toBe(true);
    expect(session.commands().map(({ atMs }) => atMs)).toEqual([10_000]);
    session.seek(40_000);
    const { typed, pods } = session.view();
    expect(typed).toMatchObject([{ id, exit: 130, untilMs: 12_000 }]);
    expect(textOf(session, id)).toBe('deployment.apps/web scaled');
    expect(pods).toHaveLength(5);
    session.undo();
    expect(session.commands()).toHaveLength(2);
  });

  it('ends one that only waits, also one that waits for ever; the log stays as it is', () => {
    const session = open();
    const { id, exit } = session.type('kubectl get pods -w');
    expect(exit).toBeUndefined();
    session.seek(200_000);
    expect(session.interrupt(id)).toBe(true);
    expect(session.view().typed).toMatchObject([{ exit: 130, untilMs: 200_000 }]);
    expect(session.interrupt(id)).toBe(false);
    expect(session.canUndo).toBe(false);
  });

  it('does nothing to a line that has ended, and nothing to one that is not there yet', () => {
    const session = open();
    const { id } = session.type(rollout);
    expect(session.interrupt(id)).toBe(false);
    session.seek(20_000);
    const later = session.type('sleep 30').id;
    session.seek(15_000);
    expect(session.interrupt(later)).toBe(false);
    expect(session.interrupt(99)).toBe(false);
  });

  it('leaves the prompt as the line had left it by then', () => {
    const session = open();
    const set = (name: string) => `kubectl config set-context --current --namespace=${name}`;
    const { id } = session.type(`${set('kube-system')}; sleep 5; ${set('shop')}`);
    session.seek(12_000);
    session.interrupt(id);
    expect(
      session
        .type('kubectl config view --minify')
        .printed.map(({ text }) => text)
        .join(),
    ).toContain('namespace: kube-system');
  });
});

describe('completion', () => {
  it('knows the objects of this moment, the files, and the namespace that the prompt stands in', () => {
    const session = open();
    const choices = (line: string) => session.complete(line, line.length).choices;
    expect(choices('kubectl get deployment ')).toEqual(['web']);
    expect(choices('cat ap')).toEqual(['api.yaml']);
    session.type('kubectl config set-context --current --namespace=kube-system');
    expect(choices('kubectl get deployment ')).not.toContain('web');
    expect(() => createSession(web).complete('kubectl ', 8)).toThrow(/typist/);
  });
});

describe('a line that opens an editor', () => {
  const edit = 'kubectl edit deployment web';

  it('waits with the text, goes on with what was saved, and does it at that moment', () => {
    const session = open();
    const typed = session.type(edit);
    expect(typed.exit).toBeUndefined();
    expect(typed.editor?.text).toContain('replicas: 3');
    session.seek(15_000);
    const text = typed.editor?.text.replace('replicas: 3', 'replicas: 4');
    expect(session.edited(typed.id, text)).toMatchObject({ exit: 0, atMs: 10_000, untilMs: 15_000 });
    expect(session.commands().map(({ atMs }) => atMs)).toEqual([15_000]);
    expect(textOf(session, typed.id)).toBe('deployment.apps/web edited');
    session.seek(60_000);
    expect(session.view().pods).toHaveLength(4);
    expect(session.view().typed[0]?.editor).toBeUndefined();
    const shown = session.inspect('Deployment/default/web')?.yaml;
    expect(shown).toContain('replicas: 4');
  });

  it('is undone with what was saved: no editor opens again, and redo brings both back', () => {
    const session = open();
    session.type('kubectl get pods');
    const typed = session.type(edit);
    session.edited(typed.id, typed.editor?.text.replace('replicas: 3', 'replicas: 4'));
    session.undo();
    expect(session.commands()).toEqual([]);
    expect(session.view().typed.map(({ line, editor }) => [line, editor])).toEqual([
      ['kubectl get pods', undefined],
    ]);
    expect(session.canUndo).toBe(false);
    session.redo();
    expect(session.commands()).toHaveLength(1);
    expect(textOf(session, typed.id)).toBe('deployment.apps/web edited');
  });

  it('says that it was cancelled when the text is left as it is, and does nothing', () => {
    const session = open();
    const typed = session.type(edit);
    const ended = session.edited(typed.id, undefined);
    expect(ended?.printed.map(({ text }) => text)).toEqual(['Edit cancelled, no changes made.']);
    expect(session.commands()).toEqual([]);
    expect(session.edited(typed.id, 'again')).toBeUndefined();
  });

  it('opens it again with what was refused', () => {
    const session = open();
    const typed = session.type(edit);
    const bad = typed.editor?.text.replace('replicas: 3', 'replicas: -3') ?? '';
    const again = session.edited(typed.id, bad);
    expect(again?.exit).toBeUndefined();
    expect(again?.editor?.text).toContain('must be greater than or equal to 0');
    const good = again?.editor?.text.replace('replicas: -3', 'replicas: 2');
    expect(session.edited(typed.id, good)?.exit).toBe(0);
    session.seek(60_000);
    expect(session.view().pods).toHaveLength(2);
  });

  it('keeps what the line did before, and what was done while the editor was open', () => {
    const session = open();
    const typed = session.type(`kubectl apply -f api.yaml && ${edit}`);
    expect(session.commands()).toHaveLength(1);
    session.seek(12_000);
    session.do({ verb: 'scale', kind: 'Deployment', name: 'api', replicas: 1 });
    session.seek(14_000);
    session.edited(typed.id, typed.editor?.text.replace('replicas: 3', 'replicas: 4'));
    expect(session.commands().map(({ atMs }) => atMs)).toEqual([10_000, 12_000, 14_000]);
    session.seek(60_000);
    expect(session.view().pods).toHaveLength(5);
    const gone = open();
    const { id, editor } = gone.type(`kubectl apply -f api.yaml && ${edit}`);
    gone.seek(12_000);
    gone.do({ verb: 'delete', kind: 'Deployment', name: 'web' });
    gone.seek(14_000);
    const ended = gone.edited(id, editor?.text.replace('replicas: 3', 'replicas: 4'));
    expect(ended?.exit, 'what it edits is gone meanwhile').toBe(1);
    expect(gone.commands().map(({ atMs }) => atMs)).toEqual(expect.arrayContaining([10_000, 12_000]));
  });

  it('is ended by Ctrl-C, and by the next line', () => {
    const session = open();
    const { id } = session.type(edit);
    expect(session.interrupt(id)).toBe(true);
    const second = session.type(edit).id;
    session.type('kubectl get pods');
    expect(session.view().typed.map(({ exit, editor }) => [exit, editor])).toEqual([
      [130, undefined],
      [130, undefined],
      [0, undefined],
    ]);
    expect(session.edited(second, 'a')).toBeUndefined();
  });
});
