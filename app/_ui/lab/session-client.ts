import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import type { Session, SessionState } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';
import { viewAhead } from './ahead';
import { withOwnScore, withoutOwnScore } from './own-score';
import { patched, patchOf } from './patch';
import { type Engine, SessionHost } from './session-host';
import {
  type Answer,
  type ArgumentsOf,
  type CallName,
  deeds,
  type Request,
  type ResultOf,
} from './session-protocol';
import { type Transport, toWorker } from './worker-transport';

/** What a page knows of its session now. */
export interface Shown {
  readonly view: LabView;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** `waiting`: nobody has asked for the engine yet. `failed`: it is gone, `startAgain` makes another. */
  readonly status: 'waiting' | 'starting' | 'ready' | 'failed';
  /** What the engine said at its end, for whoever reports it. */
  readonly failure?: string;
  /** Time goes no further. */
  readonly isAtLimit: boolean;
}

/** A session that runs elsewhere. Calls are done in the order in which they are made, also those made before it is there. */
export interface SessionClient {
  shown(): Shown;
  /** Calls back at each change of what is shown, until the returned function is called. */
  subscribe(onChange: () => void): () => void;
  /** Brings the engine here; the first call does it too. */
  start(): void;
  /** Lets go of the engine. What the reader did is kept: another start does it again. */
  end(): void;
  /** A new engine after one that failed: it does all that the reader did. */
  startAgain(): void;
  /** Does it, without an answer. Once the engine has failed nothing is done. */
  tell<Name extends CallName>(name: Name, ...args: ArgumentsOf<Name>): void;
  /** Does it; rejects when the engine is lost before it has answered. */
  ask<Name extends CallName>(name: Name, ...args: ArgumentsOf<Name>): Promise<ResultOf<Name>>;
  /**
   * Shows this moment at once and asks the engine for it, one question at a time: of those that wait the latest is asked. What
   * is answered while it plays is shown with the next moment: one view a frame.
   */
  playTo(atMs: number): void;
  /** Play ends: what stands still is the truth of the moment that is shown. */
  stand(): void;
  /** How far what is shown is ahead of what the engine has answered, ms. */
  readonly leadMs: number;
}

interface Deed {
  readonly atMs: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}

interface Call extends Omit<Deed, 'atMs'> {
  /** Done again after a restart: it is in the log already, and nothing is drawn on the way. */
  readonly isAgain?: boolean;
  readonly isOfPlay?: boolean;
  readonly resolve?: (result: unknown) => void;
  readonly reject?: (why: Error) => void;
}

type Told = Exclude<Answer, { readonly failed: string }>;

class RemoteSession implements SessionClient {
  private session = 0;
  private nextId = 1;
  private stop: (() => void) | undefined;
  private post: ((request: Request) => void) | undefined;
  private isOpen = false;
  private underWay: (Call & { readonly id: number; readonly atMs: number }) | undefined;
  private queue: Call[] = [];
  private log: Deed[] = [];
  private told: LabView;
  private lead = 0;
  private isPlaying = false;
  private now: Shown;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly scenario: Scenario | LabStatement,
    first: LabView,
    private readonly transport: Transport,
    private readonly from?: SessionState,
  ) {
    this.told = first;
    this.now = { view: first, canUndo: false, canRedo: false, status: 'waiting', isAtLimit: false };
  }

  shown = () => this.now;

  subscribe = (onChange: () => void) => {
    this.listeners.add(onChange);
    return () => void this.listeners.delete(onChange);
  };

  get leadMs(): number {
    return Math.max(0, this.lead - this.told.nowMs);
  }

  start(): void {
    if (this.post !== undefined || this.now.status === 'failed') return;
    this.show({ status: 'starting' });
    this.session = nextSession++;
    this.isOpen = false;
    const { session } = this;
    const connection = this.transport(session, {
      onAnswer: (answer) => this.session === session && this.hear(answer),
      onEnd: (why) => this.session === session && this.fail(why),
    });
    this.post = connection.post;
    this.stop = connection.stop;
    this.post({ id: 0, session, open: this.scenario, ...(this.from && { from: this.from }) });
  }

  end(): void {
    if (this.post === undefined) return;
    this.letGo();
    this.queue = this.doneAgain();
    this.show({ status: 'waiting' });
  }

  startAgain(): void {
    if (this.now.status !== 'failed') return;
    this.queue = this.doneAgain();
    this.now = { ...this.now, status: 'waiting' };
    this.start();
  }

  tell<Name extends CallName>(name: Name, ...args: ArgumentsOf<Name>): void {
    this.add({ name, args });
  }

  ask<Name extends CallName>(name: Name, ...args: ArgumentsOf<Name>): Promise<ResultOf<Name>> {
    return new Promise((resolve, reject) => {
      this.add({ name, args, resolve: (result) => resolve(result as ResultOf<Name>), reject });
    });
  }

  playTo(atMs: number): void {
    this.lead = atMs;
    this.isPlaying = true;
    const isFree = this.underWay === undefined && this.queue.length === 0;
    if (isFree) this.add({ name: 'seek', args: [atMs], isOfPlay: true });
    this.show({});
  }

  stand(): void {
    this.isPlaying = false;
    if (this.leadMs > 0 && this.now.status === 'ready') this.tell('seek', this.lead);
    else this.show({});
  }

  /** A call goes out from the moment that is shown, which the engine may not have been asked for yet. */
  private add(call: Call): void {
    if (this.now.status === 'failed') {
      call.reject?.(new Error('the engine is gone'));
      return;
    }
    const last = this.queue.at(-1);
    const moves = call.name === 'seek' || call.name === 'reset';
    if (!moves && this.leadMs > 0) this.queue.push({ name: 'seek', args: [this.lead] });
    if (!call.isOfPlay) {
      this.lead = 0;
      this.isPlaying = false;
    }
    if (call.name === 'seek' && last?.name === 'seek' && !last.isAgain) this.queue.pop();
    this.queue.push(call);
    this.start();
    this.pump();
  }

  private pump(): void {
    if (!this.isOpen || this.underWay !== undefined || this.post === undefined) return;
    const call = this.queue.shift();
    if (call === undefined) return;
    const id = this.nextId++;
    this.underWay = { ...call, id, atMs: this.told.nowMs };
    this.post({ id, session: this.session, call: call.name, args: call.args });
  }

  private hear(answer: Answer): void {
    if ('failed' in answer) {
      this.fail(answer.failed);
      return;
    }
    const call = this.underWay;
    if (answer.id !== 0 && answer.id !== call?.id) return;
    this.take(answer);
    this.underWay = undefined;
    this.isOpen = true;
    if (call !== undefined) this.note(call);
    const isQuiet = this.queue.some(({ isAgain }) => isAgain);
    if (!isQuiet) this.draw(answer, call);
    call?.resolve?.(answer.result);
    this.pump();
  }

  /** A first view is whole: what is the same as in the view that the page came with stays the same objects. */
  private take({ id, atMs, view }: Told): void {
    const known = id === 0 || atMs === undefined ? this.told : viewAhead(this.told, atMs);
    const before = withoutOwnScore(known);
    const patch = id === 0 && view !== undefined && 'to' in view ? patchOf(before, view.to) : view;
    this.told = patch === undefined ? known : withOwnScore(patched(before, patch));
  }

  private note({ name, args, atMs, isAgain }: Call & { readonly atMs: number }): void {
    if (name === 'reset') this.log = [];
    else if (deeds.has(name) && !isAgain) this.log.push({ atMs, name, args });
  }

  private draw({ canUndo, canRedo }: Told, call: Call | undefined): void {
    const asked = call?.name === 'seek' ? (call.args[0] as number) : undefined;
    const isAtLimit = asked !== undefined && this.told.nowMs < asked;
    if (isAtLimit) this.lead = 0;
    const change = { canUndo, canRedo, status: 'ready', isAtLimit } as const;
    if (call?.isOfPlay && this.isPlaying) this.now = { ...this.now, ...change };
    else this.show(change);
  }

  private show(change: Partial<Shown>): void {
    this.now = { ...this.now, ...change, view: viewAhead(this.told, this.lead) };
    for (const listener of this.listeners) listener();
  }

  /** All that the reader did, then the moment that was shown, then what waits. */
  private doneAgain(): Call[] {
    const again = this.log.flatMap(({ atMs, name, args }): Call[] => [
      { name: 'seek', args: [atMs], isAgain: true },
      { name, args, isAgain: true },
    ]);
    const isNew = this.log.length === 0 && !this.isOpen;
    const last: Call[] = isNew ? [] : [{ name: 'seek', args: [this.now.view.nowMs], isAgain: true }];
    return [...again, ...last, ...this.queue.filter(({ isAgain }) => !isAgain)];
  }

  private letGo(): void {
    this.stop?.();
    this.post = undefined;
    this.stop = undefined;
    const lost = this.underWay;
    this.underWay = undefined;
    this.session = 0;
    lost?.reject?.(new Error('the engine is gone'));
  }

  /** What waits and is asked for is told so too; what is only told stays for another start. */
  private fail(why: string): void {
    this.letGo();
    const waiting = this.queue;
    this.queue = waiting.filter(({ reject }) => reject === undefined);
    for (const { reject } of waiting) reject?.(new Error('the engine is gone'));
    this.show({ status: 'failed', failure: why });
  }
}

let nextSession = 1;

/** A session in the page's worker, drawn from `first` until the worker has answered. */
export const openInWorker = (
  scenario: Scenario | LabStatement,
  first: LabView,
  from?: SessionState,
): SessionClient => new RemoteSession(scenario, first, toWorker, from);

/** How a figure comes to its session: in the page's worker, or as a test gives it. */
export type OpenSession = typeof openInWorker;

/** A session that somebody holds in this page, behind the same calls: each is answered at once. */
export function openInPage(
  session: Session,
  happened: Engine['happened'] = () => {
    throw new Error('this session knows of no prediction');
  },
  bench: Pick<Engine, 'swapTest' | 'load'> = {},
): SessionClient {
  const believed = () => {
    throw new Error('this session knows of no belief');
  };
  const host = new SessionHost({ open: () => session, happened, believed, ...bench });
  const transport: Transport = (_, { onAnswer }) => ({
    post: (request) => {
      const answer = host.answer(request);
      if (answer !== undefined) onAnswer(answer);
    },
    stop: () => undefined,
  });
  return new RemoteSession(session.scenario, session.view(), transport);
}
