import 'server-only';

/** What an hour of review asks: `ref` is a generator's id, or `LESSON/ITEM` for an authored item. Kept in `Attempt.items`. */
export interface ReviewEntry {
  readonly ref: string;
  readonly concept: string;
}

/**
 * The entries of a new review attempt on a learner's day: of each concept that is due then one, the longest due first, at most 12; empty
 * when nothing is due.
 */
export async function reviewItems(_learner: string, _today: string): Promise<readonly ReviewEntry[]> {
  return [];
}
