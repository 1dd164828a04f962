import type { Typist } from '@/lib/lab/typist';
import type { CallName, Request } from './session-protocol';

/** Calls that are answered with kubectl's help. */
const typing: ReadonlySet<CallName> = new Set(['type', 'edited', 'complete', 'applyText']);

let loaded: Typist | undefined;
let underWay: Promise<unknown> | undefined;

/** Whether a request cannot be answered before kubectl is here. */
export const needsTypist = (request: Request): boolean =>
  loaded === undefined && 'call' in request && typing.has(request.call);

/** Brings kubectl, some 300 kB, into the engine. Rejects when it cannot be loaded; then it can be asked again. */
export function loadTypist(): Promise<unknown> {
  underWay ??= import('@/lib/lab/kubectl-typist').then(
    ({ kubectlTypist }) => {
      loaded = kubectlTypist;
    },
    (why: unknown) => {
      underWay = undefined;
      throw why;
    },
  );
  return underWay;
}

function here(): Typist {
  if (loaded === undefined) throw new Error('kubectl is asked for something before it has been loaded');
  return loaded;
}

/** The typist of a session whose requests wait for `loadTypist` where they need it. */
export const typistOnDemand: Typist = {
  start: (...args) => here().start(...args),
  documentsOf: (text) => here().documentsOf(text),
  complete: (...args) => here().complete(...args),
};
