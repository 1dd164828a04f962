/**
 * What one debrief may cost. `rows`: commands that get a row, the first ones; `runs`: of how many the run is played once more
 * without them; `entries`: what those runs together may write into their journals.
 */
export const debriefLimits = { rows: 100, runs: 12, entries: 300_000 } as const;
