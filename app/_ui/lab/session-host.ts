import type { Belief } from '@/lib/cluster/belief';
import type { BelievedFilm } from '@/lib/lab/believed-film';
import type { runLoad } from '@/lib/lab/load-run';
import type { LabStatement, Prediction, Scenario } from '@/lib/lab/scenario';
import type { Session, SessionState } from '@/lib/lab/session';
import type { swapRun } from '@/lib/lab/swap-test/run';
import type { LabView } from '@/lib/lab/view';
import { viewAhead } from './ahead';
import { withoutOwnScore } from './own-score';
import { patchOf } from './patch';
import { type Answer, looks, type Request, type SessionCalls } from './session-protocol';

export interface Engine {
  open(scenario: Scenario | LabStatement, from?: SessionState): Session;
  happened(scenario: Scenario, prediction: Prediction): number;
  believed(scenario: Scenario, belief: Belief, untilMs: number, partingMs: number): BelievedFilm;
  /** Where it is left out, there is no bench to ask for it. */
  readonly swapTest?: typeof swapRun;
  readonly load?: typeof runLoad;
}

interface Hosted {
  readonly session: Session;
  readonly calls: SessionCalls;
  /** What the page was told last. */
  shown?: LabView;
}

/**
 * Keeps sessions by their numbers and answers the page's requests in the order in which they come. A call that throws is
 * answered with what was thrown, and its session is no longer kept: nobody knows how it stands.
 */
export class SessionHost {
  private readonly hosted = new Map<number, Hosted>();

  constructor(private readonly engine: Engine) {}

  /** Undefined for a request that needs no answer. */
  answer(request: Request): Answer | undefined {
    const { id, session } = request;
    if ('close' in request) {
      this.hosted.delete(session);
      return undefined;
    }
    try {
      return { id, session, ...this.did(request) };
    } catch (thrown) {
      this.hosted.delete(session);
      return { id, session, failed: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  private did(request: Exclude<Request, { close: true }>) {
    if ('open' in request) {
      const session = this.engine.open(request.open, request.from);
      const hosted: Hosted = { session, calls: callsOf(session, this.engine) };
      this.hosted.set(request.session, hosted);
      return told(hosted);
    }
    const hosted = this.hosted.get(request.session);
    if (hosted === undefined) throw new Error(`no session ${request.session} is open`);
    const call = hosted.calls[request.call] as (...args: readonly unknown[]) => unknown;
    const result = call(...request.args);
    return { ...(result !== undefined && { result }), ...told(hosted, looks.has(request.call)) };
  }
}

function told(hosted: Hosted, isLook = false) {
  const { canUndo, canRedo } = hosted.session;
  if (isLook) return { canUndo, canRedo };
  const view = hosted.session.view();
  const before = hosted.shown && withoutOwnScore(viewAhead(hosted.shown, view.nowMs));
  const patch = patchOf(before, withoutOwnScore(view));
  hosted.shown = view;
  return { canUndo, canRedo, atMs: view.nowMs, ...(patch && { view: patch }) };
}

function callsOf(session: Session, engine: Engine): SessionCalls {
  const repeat = (times: number, once: () => boolean): boolean => {
    for (let at = 0; at < times; at++) if (!once()) return false;
    return true;
  };
  return {
    do: (command) => session.do(command),
    seek: (atMs) => session.seek(atMs),
    step: (unit, times) => repeat(times, () => session.step(unit)),
    back: (unit, times) => repeat(times, () => session.back(unit)),
    undo: () => session.undo(),
    redo: () => session.redo(),
    reset: () => session.reset(),
    runWith: (policy) => session.runWith(policy),
    fork: () => session.fork(),
    goTo: (name) => session.goTo(name),
    drop: (name) => session.drop(name),
    type: (line) => session.type(line),
    interrupt: (id) => session.interrupt(id),
    edited: (id, text) => session.edited(id, text),
    complete: (line, at) => session.complete(line, at),
    applyText: (yaml) => session.applyText(yaml),
    inspect: (key) => session.inspect(key),
    debrief: () => session.debrief(),
    turns: (conditions) => session.turns(conditions),
    world: () => session.world(),
    list: (kind) => session.list(kind),
    state: () => session.state(),
    commands: () => session.commands(),
    happened: (prediction) => engine.happened(session.scenario, prediction),
    believed: (belief, untilMs, partingMs) => engine.believed(session.scenario, belief, untilMs, partingMs),
    swapTest: (choice) => {
      if (engine.swapTest === undefined) throw new Error('this engine knows of no bench');
      return engine.swapTest(session.scenario, session.commands(), choice, session.nowMs);
    },
    load: (choice) => {
      if (engine.load === undefined) throw new Error('this engine knows of no bench');
      return engine.load(session.scenario, choice);
    },
  };
}
