/**
 * What one run of a figure may be: more than any lesson needs, and an end to a runaway one. A log beyond it is refused.
 * `pods`: what all its commands together may ask for; `commandLength`: of one command as JSON; `commandDepth`: of its objects
 * and lists in one another; `nodes`: what may be added;
 * `logLength`: bytes of all commands of a lab as JSON, less than its check reads (lib/server/read-json.ts).
 */
export const runLimits = {
  ms: 3_600_000,
  /** The latest moment that a link may name: no story of a lesson is longer. */
  linkMs: 3 * 3_600_000,
  commands: 500,
  replicas: 100,
  pods: 2_000,
  commandLength: 20_000,
  commandDepth: 40,
  nodes: 50,
  logLength: 60_000,
} as const;

/** How far a figure runs, ms: an hour, or to the pause of a story that is longer by itself. */
export const longestMs = ({ pauseAtMs }: { readonly pauseAtMs: number }): number =>
  Math.max(runLimits.ms, pauseAtMs);
