import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openInWorker } from '@/app/_ui/lab/session-client';
import { SessionHost } from '@/app/_ui/lab/session-host';
import type { Answer, Request } from '@/app/_ui/lab/session-protocol';
import labs from '@/content/statefulset-identity-and-order/lab';
import { createSession } from '@/lib/lab/create-session';
import { happenedChoice } from '@/lib/lab/happened';
import type { Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';

/** A worker whose engine answers when the test says so, through what a real one's messages go through. */
class SlowWorker {
  static all: SlowWorker[] = [];
  onmessage: (event: { data: Answer }) => void = () => undefined;
  onerror: (event: { message: string; preventDefault: () => void }) => void = () => undefined;
  readonly asked: Request[] = [];
  readonly told: Answer[] = [];
  isEnded = false;
  private readonly host = new SessionHost({
    open: (one) => createSession(one),
    happened: happenedChoice,
    believed: () => [],
  });

  constructor() {
    SlowWorker.all.push(this);
  }
  postMessage(request: Request) {
    this.asked.push(structuredClone(request));
  }
  terminate() {
    this.isEnded = true;
  }
  /** Answers the oldest request; returns what was asked. */
  answer(): Request | undefined {
    const request = this.asked.shift();
    const answer = request && this.host.answer(request);
    if (answer === undefined) return request;
    this.told.push(answer);
    this.onmessage({ data: structuredClone(answer) });
    return request;
  }
  answerAll() {
    const done: string[] = [];
    for (let request = this.answer(); request !== undefined; request = this.answer())
      if ('call' in request) done.push([request.call, ...request.args.map(wordOf)].join(' '));
    return done;
  }
  die(message = 'out of memory') {
    this.onerror({ message, preventDefault: () => undefined });
  }
}

const wordOf = (value: unknown) => (typeof value === 'object' ? 'object' : String(value));
const scenario = labs.scenarios[0] as Scenario;
const toDelete = (name: string) => ({ verb: 'delete', kind: 'Pod', name }) as const;
const worker = () => SlowWorker.all.at(-1) as SlowWorker;
const open = () => openInWorker(scenario, createSession(scenario).view());

beforeEach(() => {
  SlowWorker.all = [];
  vi.stubGlobal('Worker', SlowWorker);
});
afterEach(() => {
  // The page keeps its one worker: the next test gets another.
  for (const one of SlowWorker.all) if (!one.isEnded) one.die();
  vi.unstubAllGlobals();
});

test('a session is drawn from its first view, and needs no worker for that', () => {
  const client = open();
  expect(client.shown().view).toEqual(createSession(scenario).view());
  expect(client.shown().status).toBe('waiting');
  expect(SlowWorker.all).toEqual([]);
});

test('what is done before the engine is there is done in order once it is', () => {
  const client = open();
  client.tell('do', toDelete('web-1'));
  client.tell('step', 'change', 2);
  client.tell('undo');
  expect(client.shown().status).toBe('starting');
  expect(worker().answerAll()).toEqual(['do object', 'step change 2', 'undo']);
  expect(client.shown().status).toBe('ready');
  expect(client.shown().canRedo).toBe(true);
});

test('all sessions of a page share one worker', () => {
  const [one, two] = [open(), open()];
  one.start();
  two.start();
  expect(SlowWorker.all).toHaveLength(1);
  two.tell('do', toDelete('web-1'));
  worker().answerAll();
  expect(two.shown().canUndo).toBe(true);
  expect(one.shown().canUndo).toBe(false);
});

test('the page shows what the session says, told by its changes alone', () => {
  const client = open();
  const truth = createSession(scenario);
  client.start();
  worker().answerAll();
  for (let at = 1; at <= 40; at++) {
    const atMs = scenario.openAtMs + at * 137;
    if (at === 12) {
      truth.do(toDelete('web-1'));
      client.tell('do', toDelete('web-1'));
    }
    truth.seek(atMs);
    client.tell('seek', atMs);
    worker().answerAll();
    expect(client.shown().view).toEqual(truth.view());
  }
});

test('a moment at which nothing happens is told by its time alone', () => {
  const client = open();
  client.tell('seek', 60_000);
  worker().answerAll();
  const before = client.shown().view;
  client.playTo(60_016);
  worker().answerAll();
  expect(worker().told.at(-1)).toEqual({
    id: expect.any(Number),
    session: expect.any(Number),
    atMs: 60_016,
    canUndo: false,
    canRedo: false,
  });
  expect(client.shown().view.nowMs).toBe(60_016);
  expect(client.shown().view.pods).toBe(before.pods);
  expect(client.shown().view.nodes).toBe(before.nodes);
});

test('playing asks one question at a time, and of those that wait the latest; what is shown runs on', () => {
  const client = open();
  client.start();
  worker().answerAll();
  const from = scenario.openAtMs;
  client.playTo(from + 16);
  client.playTo(from + 33);
  client.playTo(from + 50);
  expect(worker().asked).toHaveLength(1);
  expect(client.shown().view.nowMs).toBe(from + 50);
  expect(client.shown().view.score.nowMs).toBe(from + 50);
  worker().answer();
  expect(client.shown().view.nowMs).toBe(from + 50);
  client.playTo(from + 66);
  expect(worker().answerAll()).toEqual([`seek ${from + 66}`]);
  expect(client.leadMs).toBe(0);
});

test('what is answered during play is drawn with the next moment: one view a frame', () => {
  const client = open();
  client.start();
  worker().answerAll();
  const drawn: LabView[] = [];
  client.subscribe(() => drawn.push(client.shown().view));
  const truth = createSession(scenario);
  const from = scenario.openAtMs;
  for (let frame = 1; frame <= 60; frame++) {
    client.playTo(from + frame * 100);
    worker().answerAll();
    expect(drawn).toHaveLength(frame);
  }
  client.stand();
  truth.seek(from + 6_000);
  expect(drawn).toHaveLength(61);
  expect(drawn.at(-1)).toEqual(truth.view());
});

test('where play ends ahead of the engine the truth of that moment is what stands', () => {
  const client = open();
  client.start();
  worker().answerAll();
  const from = scenario.openAtMs;
  client.playTo(from + 16);
  client.playTo(from + 5_000);
  client.stand();
  worker().answerAll();
  const truth = createSession(scenario);
  truth.seek(from + 5_000);
  expect(client.shown().view).toEqual(truth.view());
  expect(client.leadMs).toBe(0);
});

test('the score is told once, though the future that one is in has the same', () => {
  const client = open();
  client.start();
  client.tell('do', toDelete('web-1'));
  client.tell('fork');
  client.tell('seek', 60_000);
  worker().answerAll();
  const { view } = client.shown();
  expect(view.futures.find(({ isHere }) => isHere)?.score).toBe(view.score);
  expect(JSON.stringify(worker().told.at(-1))).not.toContain('"futures":{"items":[[1,');
});

test('a command is done at the moment that is shown, not at the one that the engine was asked for last', async () => {
  const client = open();
  client.start();
  worker().answerAll();
  const from = scenario.openAtMs;
  client.playTo(from + 16);
  client.playTo(from + 90);
  client.tell('do', toDelete('web-1'));
  const commands = client.ask('commands');
  worker().answerAll();
  expect(await commands).toEqual([{ atMs: from + 90, command: toDelete('web-1') }]);
});

test('where time goes no further is known, and going back from there is not held up', () => {
  const client = open();
  client.tell('seek', 4_000_000);
  worker().answerAll();
  expect(client.shown().isAtLimit).toBe(true);
  expect(client.shown().view.nowMs).toBe(3_600_000);
  client.tell('seek', 60_000);
  worker().answerAll();
  expect(client.shown().isAtLimit).toBe(false);
});

test('an engine that dies says so; starting again does all that the reader did, and comes to the same view', async () => {
  const client = open();
  client.tell('seek', 60_000);
  client.tell('do', toDelete('web-2'));
  client.tell('seek', 63_000);
  client.tell('do', toDelete('web-0'));
  client.tell('undo');
  client.tell('redo');
  client.tell('seek', 66_000);
  worker().answerAll();
  const before = client.shown().view;
  const lost = client.ask('inspect', 'Pod/default/web-0');
  worker().die();
  await expect(lost).rejects.toThrow('the engine is gone');
  expect(client.shown().status).toBe('failed');
  expect(client.shown().view).toEqual(before);
  await expect(client.ask('state')).rejects.toThrow();

  client.startAgain();
  expect(SlowWorker.all).toHaveLength(2);
  const drawn: number[] = [];
  client.subscribe(() => drawn.push(client.shown().view.nowMs));
  expect(
    worker()
      .answerAll()
      .filter((call) => !call.startsWith('seek')),
  ).toEqual(['do object', 'do object', 'undo', 'redo']);
  expect(client.shown()).toMatchObject({ status: 'ready', canUndo: true });
  expect(client.shown().view).toEqual(before);
  expect(new Set(drawn), 'nothing is drawn on the way').toEqual(new Set([66_000]));
});

test('an engine that dies before it has answered settles all that was asked, and does what was only told', async () => {
  const client = open();
  client.start();
  const asked = [client.ask('commands'), client.ask('do', toDelete('web-1')), client.ask('state')];
  client.tell('do', toDelete('web-2'));
  worker().die();
  const said = await Promise.allSettled(asked);
  expect(said.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  client.startAgain();
  expect(worker().answerAll()).toEqual(['do object']);
  const commands = client.ask('commands');
  worker().answerAll();
  expect((await commands).map(({ command }) => command)).toEqual([toDelete('web-2')]);
});

test('a call that throws ends its session alone', () => {
  const [one, two] = [open(), open()];
  one.start();
  two.start();
  worker().answerAll();
  one.tell('type', 'kubectl get pods');
  worker().answerAll();
  expect(one.shown()).toMatchObject({ status: 'failed', failure: expect.stringContaining('typist') });
  two.tell('seek', 60_000);
  worker().answerAll();
  expect(two.shown()).toMatchObject({ status: 'ready' });
  expect(worker().isEnded).toBe(false);
});

test('without workers the failure is told, not thrown', async () => {
  vi.stubGlobal('Worker', undefined);
  const client = open();
  client.start();
  await vi.waitFor(() => expect(client.shown().status).toBe('failed'));
});

test('a session that is let go and started anew is as it was', () => {
  const client = open();
  client.tell('do', toDelete('web-1'));
  client.tell('seek', 60_000);
  worker().answerAll();
  const before = client.shown().view;
  client.end();
  expect(client.shown().status).toBe('waiting');
  client.start();
  worker().answerAll();
  expect(client.shown().view).toEqual(before);
  expect(client.shown().canUndo).toBe(true);
});

test('an engine that is silent for very long counts as lost', () => {
  vi.useFakeTimers();
  const client = open();
  client.start();
  worker().answerAll();
  client.tell('seek', 60_000);
  vi.advanceTimersByTime(19_000);
  expect(client.shown().status).toBe('ready');
  vi.advanceTimersByTime(2_000);
  expect(client.shown().status).toBe('failed');
  expect(worker().isEnded).toBe(true);
  vi.useRealTimers();
});
