const DAY_MS = 24 * 60 * 60 * 1_000;

/** The moment that stands for a day in storage and in FSRS: its midnight in UTC, wherever the learner is. */
export const momentOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** The day that such a moment stands for. */
export const dayAt = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The day so many days later; earlier for a negative number. */
export const addDays = (day: string, days: number): string =>
  dayAt(new Date(Number(momentOf(day)) + days * DAY_MS));

/** How many days `until` comes after `from`; negative when it comes before. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Number(momentOf(until)) - Number(momentOf(from))) / DAY_MS);
