/**
 * A kubelet looks at its containers once a second, not when something happens to them, and takes up work that has come due once
 * a second, too. Models the generic PLEG (pkg/kubelet/pleg/generic.go) and the sync ticker of pkg/kubelet/kubelet.go (v1.37).
 * Leaves out: where in its second a kubelet looks is chance; here it is around the middle, by the node's number.
 */
const everyMs = 1000;
const tickAtMs = 300;

/** Where in its second a node's kubelet looks at its containers, ms. `number` tells the nodes of a cluster apart. */
export const looksAtMsOf = (number: number): number => 500 + ((100 + number * 37) % 200);

const next = (nowMs: number, atMs: number): number =>
  Math.floor((nowMs - atMs) / everyMs) * everyMs + atMs + everyMs;

/** The next look at the containers, after now. */
export const nextRelistMs = (nowMs: number, looksAtMs: number): number => next(nowMs, looksAtMs);

/** The last look at the containers, now included. */
export const lastRelistMs = (nowMs: number, looksAtMs: number): number => next(nowMs, looksAtMs) - everyMs;

/** The first moment from `atMs` on at which work that is due then is taken up. */
export const tickFromMs = (atMs: number): number => next(atMs - 1, tickAtMs);
