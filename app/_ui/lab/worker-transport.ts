import type { Answer, Request } from './session-protocol';

export interface Hearing {
  readonly onAnswer: (answer: Answer) => void;
  /** The engine is gone, or never came: no answer will come any more. */
  readonly onEnd: (why: string) => void;
}

/** A way to an engine for one session. */
export type Transport = (
  session: number,
  hearing: Hearing,
) => {
  readonly post: (request: Request) => void;
  readonly stop: () => void;
};

/** Longer than this no call takes, and no start on a slow line: an engine that is silent for so long hangs, ms. */
const longestSilenceMs = { call: 20_000, open: 90_000 } as const;

interface Running {
  readonly worker: Worker;
  readonly hearings: Map<number, Hearing>;
  /** Requests without an answer; the time of each ends the engine. */
  readonly waits: Map<string, ReturnType<typeof setTimeout>>;
}

let running: Running | undefined;

/** The page's one engine: a worker that keeps the sessions of all figures. Started with the first of them. */
export const toWorker: Transport = (session, hearing) => {
  let engine: Running;
  try {
    engine = running ?? startWorker();
  } catch (thrown) {
    // The caller has nothing to stop yet.
    queueMicrotask(() => hearing.onEnd(wordOf(thrown)));
    return { post: () => undefined, stop: () => undefined };
  }
  engine.hearings.set(session, hearing);
  return {
    post: (request) => {
      if (!('close' in request)) expectAnswer(engine, request);
      engine.worker.postMessage(request);
    },
    stop: () => {
      engine.hearings.delete(session);
      if (running === engine) engine.worker.postMessage({ id: 0, session, close: true } satisfies Request);
    },
  };
};

const wordOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
const nameOf = ({ id, session }: { readonly id: number; readonly session: number }) => `${session} ${id}`;

function startWorker(): Running {
  if (typeof Worker === 'undefined') throw new Error('this browser has no workers');
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module' });
  const engine: Running = { worker, hearings: new Map(), waits: new Map() };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    clearTimeout(engine.waits.get(nameOf(data)));
    engine.waits.delete(nameOf(data));
    engine.hearings.get(data.session)?.onAnswer(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    endWorker(engine, event.message || 'the engine could not be loaded');
  };
  worker.onmessageerror = () => endWorker(engine, 'an answer could not be read');
  running = engine;
  return engine;
}

function expectAnswer(engine: Running, request: Request): void {
  const afterMs = 'open' in request ? longestSilenceMs.open : longestSilenceMs.call;
  const timer = setTimeout(() => endWorker(engine, 'the engine does not answer'), afterMs);
  engine.waits.set(nameOf(request), timer);
}

function endWorker(engine: Running, why: string): void {
  if (running === engine) running = undefined;
  for (const timer of engine.waits.values()) clearTimeout(timer);
  engine.waits.clear();
  engine.worker.terminate();
  const hearings = [...engine.hearings.values()];
  engine.hearings.clear();
  for (const { onEnd } of hearings) onEnd(why);
}
