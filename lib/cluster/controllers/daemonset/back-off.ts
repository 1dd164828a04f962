/**
 * How often a Failed Pod of one node is replaced: at once, then after a second, then twice as late each time.
 * Models client-go util/flowcontrol Backoff as pkg/controller/daemon uses it (v1.37). A new generation of the set
 * begins anew, and so does a node on which nothing failed for half an hour.
 */
export interface BackOff {
  readonly generation: number;
  readonly delayMs: number;
  readonly sinceMs: number;
}

/** By the name of the node. */
export type BackOffs = Readonly<Record<string, BackOff>>;

const firstMs = 1_000;
const longestMs = 15 * 60_000;

const entryOf = (
  backOffs: BackOffs,
  node: string,
  generation: number,
  nowMs: number,
): BackOff | undefined => {
  const entry = backOffs[node];
  return entry?.generation === generation && nowMs - entry.sinceMs <= 2 * longestMs ? entry : undefined;
};

/** The whole delay, ms, while a Failed Pod of the node has to stay; undefined when it may be replaced. */
export function delayOf(
  backOffs: BackOffs,
  node: string,
  generation: number,
  nowMs: number,
): number | undefined {
  const entry = entryOf(backOffs, node, generation, nowMs);
  return entry && nowMs - entry.sinceMs < entry.delayMs ? entry.delayMs : undefined;
}

/** A Failed Pod is replaced now: the next one of the node has to stay for twice as long. */
export function lengthened(
  backOffs: BackOffs,
  nodes: readonly string[],
  generation: number,
  nowMs: number,
): BackOffs {
  const next = { ...backOffs };
  for (const node of nodes) {
    const entry = entryOf(backOffs, node, generation, nowMs);
    const delayMs = entry ? Math.min(2 * entry.delayMs, longestMs) : firstMs;
    next[node] = { generation, delayMs, sinceMs: nowMs };
  }
  return next;
}
