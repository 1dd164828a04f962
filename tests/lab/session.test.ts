import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/lib/cluster/journal-hash';
import { createSession } from '@/lib/lab/create-session';
import { isChange, subjectKey } from '@/lib/lab/story';
import type { LabView } from '@/lib/lab/view';
import { at, deletePod, scale, scenario, setImage, up, upCommands } from './stories';

const pods = (view: LabView) => view.pods.map((pod) => `${pod.name} ${pod.state}`).sort();
const ready = (...ordinals: number[]) => ordinals.map((n) => `web-${n} ready`);

describe('a session', () => {
  it('opens at the moment and in the state that its scenario says', () => {
    const session = createSession(up);
    expect([session.nowMs, session.canUndo, session.canRedo, session.commands()]).toEqual([
      5_000,
      false,
      false,
      [],
    ]);
    expect(pods(session.view())).toEqual(ready(0, 1, 2));
    expect(session.view().sentence).toMatchObject({ key: 'steady', count: 3, of: 3 });
  });

  it('seeks forth and back, never before the beginning nor beyond an hour or the pause of a longer story, and shows the same at the same moment', () => {
    const session = createSession(up);
    const seen = new Map<number, string>();
    for (const ms of [700, 300, 4_000, 0, 1_200, 700, 300, 1_200, 0]) {
      session.seek(ms);
      const { score: _, futures: __, endMs: ___, ...view } = session.view();
      const shown = canonicalJson(view);
      expect(seen.get(ms) ?? shown).toBe(shown);
      seen.set(ms, shown);
    }
    session.seek(-5);
    expect(session.nowMs).toBe(0);
    session.seek(1e12);
    expect(session.nowMs).toBe(3_600_000);
    const longer = createSession({ ...up, pauseAtMs: 3_700_000 });
    longer.seek(1e12);
    expect(longer.nowMs).toBe(3_700_000);
  });

  it.each(['event', 'reconcile', 'change'] as const)(
    'steps by %s through each moment of one, and back again',
    (unit) => {
      const session = createSession(scenario(upCommands));
      const forth: number[] = [];
      while (session.step(unit) && session.nowMs < 6_000) forth.push(session.nowMs);
      expect(forth.length).toBeGreaterThan(5);
      expect(forth).toEqual([...new Set(forth)].sort((a, b) => a - b));
      const back: number[] = [];
      while (session.back(unit)) back.push(session.nowMs);
      expect(back.filter((ms) => ms > 0).toReversed()).toEqual(forth.slice(0, -1));
      expect(session.nowMs).toBe(0);
      expect(session.back(unit)).toBe(false);
    },
  );

  it('steps nowhere when nothing is due any more', () => {
    const session = createSession(up);
    expect(session.step('change')).toBe(false);
    expect(session.nowMs).toBe(5_000);
  });

  it('stops at each decision of its subject when it steps by reconcile', () => {
    const session = createSession(scenario(upCommands));
    const told: string[] = [];
    for (let i = 0; i < 4; i++) {
      expect(session.step('reconcile')).toBe(true);
      const { machine } = session.view();
      told.push(machine?.current ?? '');
      if (i > 0) expect(machine?.last).toMatchObject({ to: machine?.current, atMs: session.nowMs });
    }
    expect(told).toEqual(['recordingRevision', 'creatingOrdinal', 'waitingForReady', 'creatingOrdinal']);
    const isReconcile = isChange('reconcile', subjectKey(up));
    const command = {
      type: 'command',
      sequence: 0,
      atMs: 0,
      command: scale(1),
      cause: { by: 'you' },
    } as const;
    expect(isReconcile(command)).toBe(false);
  });

  it('does a command at the moment that is shown', () => {
    const session = createSession(up);
    session.seek(5_000.7);
    session.do(scale(4));
    expect(session.commands()).toEqual([at(5_000, scale(4))]);
    expect(session.view().set?.replicas).toBe(4);
    session.seek(9_000);
    expect(pods(session.view())).toEqual(ready(0, 1, 2, 3));
  });

  it('shows the refusal of a command in the words of the API server, and it can be undone', () => {
    const session = createSession(up);
    session.do(deletePod('web-7'));
    expect(session.view().refusal).toBe('pods "web-7" not found');
    session.undo();
    expect(session.view().refusal).toBeUndefined();
  });

  it('cuts off the future with a command in the past; undo brings it back, redo cuts it off again', () => {
    const session = createSession(up);
    session.do(scale(4));
    session.seek(10_000);
    session.do(scale(5));
    session.seek(7_000);
    session.do(scale(1));
    expect(session.commands()).toEqual([at(5_000, scale(4)), at(7_000, scale(1))]);
    session.seek(20_000);
    expect(pods(session.view())).toEqual(ready(0));
    session.undo();
    expect(session.nowMs).toBe(7_000);
    expect(session.commands()).toEqual([at(5_000, scale(4)), at(10_000, scale(5))]);
    session.seek(20_000);
    expect(pods(session.view())).toEqual(ready(0, 1, 2, 3, 4));
    session.redo();
    session.seek(20_000);
    expect(pods(session.view())).toEqual(ready(0));
    expect([session.canUndo, session.canRedo]).toEqual([true, false]);
  });

  it('keeps the scenario’s own commands of the future when the reader does something before them', () => {
    const session = createSession(
      scenario([...upCommands, at(9_000, setImage('db:v2'))], { openAtMs: 5_000 }),
    );
    session.do(scale(2));
    session.seek(20_000);
    expect(session.view().pods.map((pod) => pod.image)).toEqual(['db:v2', 'db:v2']);
  });

  it('forgets what could be redone when something else is done', () => {
    const session = createSession(up);
    session.do(scale(4));
    session.undo();
    expect(session.canRedo).toBe(true);
    session.do(scale(2));
    expect(session.canRedo).toBe(false);
    session.redo();
    expect(session.commands()).toEqual([at(5_000, scale(2))]);
  });

  it('undoes nothing when nothing was done', () => {
    const session = createSession(up);
    session.undo();
    session.redo();
    expect([session.nowMs, session.commands()]).toEqual([5_000, []]);
  });

  it('plays the same story under another policy, and that can be undone', () => {
    const session = createSession(scenario(upCommands));
    const firstPods = () => {
      session.seek(60);
      return session.view().pods.length + session.view().reserved.length;
    };
    session.runWith('Parallel');
    expect(firstPods()).toBe(3);
    expect(session.view().set?.policy).toBe('Parallel');
    expect(session.view().pods).toHaveLength(3);
    session.undo();
    session.seek(60);
    expect(session.view().pods).toHaveLength(1);
    expect(session.view().set?.policy).toBe('OrderedReady');
  });

  it('keeps the reader’s commands under another policy', () => {
    const session = createSession(up);
    session.do(scale(5));
    session.runWith('Parallel');
    session.seek(20_000);
    expect(session.view().set).toMatchObject({ replicas: 5, ready: 5, policy: 'Parallel' });
  });

  it('starts anew when it is reset', () => {
    const session = createSession(up);
    const before = canonicalJson({ ...session.view(), score: null, futures: null, endMs: null });
    session.do(scale(5));
    session.runWith('Parallel');
    session.seek(30_000);
    session.reset();
    expect([session.canUndo, session.canRedo, session.commands(), session.nowMs]).toEqual([
      false,
      false,
      [],
      5_000,
    ]);
    expect(canonicalJson({ ...session.view(), score: null, futures: null, endMs: null })).toBe(before);
  });

  it('knows the future that was run already, and draws it', () => {
    const session = createSession(up);
    session.seek(30_000);
    session.seek(1_000);
    const { score } = session.view();
    expect([score.nowMs, score.endMs]).toEqual([1_000, 30_000]);
    expect(score.lanes.map((lane) => lane.label)).toEqual(['web-0', 'web-1', 'web-2']);
    for (const { spans } of score.lanes) {
      for (const [i, span] of spans.entries()) {
        expect(span.toMs).toBeGreaterThanOrEqual(span.fromMs);
        expect(spans[i + 1]?.fromMs ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(span.toMs);
      }
      expect(spans.at(-1)).toMatchObject({ open: true, toMs: 30_000 });
    }
  });
});
