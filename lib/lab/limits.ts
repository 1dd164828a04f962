/** What one run of a figure may be: more than any lesson needs, and an end to a runaway one. A log beyond it is refused. */
export const runLimits = { ms: 3_600_000, commands: 500, replicas: 100 } as const;
