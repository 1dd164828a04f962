import type { FutureName, FutureView, Lane } from '@/lib/lab/view';

export interface Row {
  readonly key: string;
  readonly label: string;
}

const mostRows = { desk: [12, 12, 8, 6], phone: [6, 6, 5, 4] } as const;

export const keyOfLane = (lane: Lane): string => lane.key ?? lane.label;

/**
 * Each future above those that were forked from it, the latest first: so that no bracket crosses another future.
 */
export function inOrder(futures: readonly FutureView[]): readonly FutureView[] {
  const known = new Set(futures.map(({ name }) => name));
  const below = (parent: FutureName | undefined): readonly FutureView[] =>
    futures
      .filter(({ from }) => (from !== undefined && known.has(from) ? from : undefined) === parent)
      .sort((a, b) => (parent === undefined ? 0 : (b.forkedAtMs ?? 0) - (a.forkedAtMs ?? 0)))
      .flatMap((one) => [one, ...below(one.name)]);
  return below(undefined);
}

interface Known extends Row {
  readonly ordinal: number;
  /** Its life after the fork, once for each way in which it goes. */
  readonly signs: Set<string>;
  wasBefore: boolean;
  isAfter: boolean;
}

/**
 * The Pods that have a row in the past and after it: those that were there, and each future the same. Of more than there is room
 * for those stay in which the futures differ. `hidden` is how many have no row anywhere,
 * those among them that the views leave out already: of most futures nearly the same, so the most of one is counted.
 */
export function rowsOf(futures: readonly FutureView[], sinceMs: number, narrow: boolean) {
  const known = new Map<string, Known>();
  for (const { score } of futures)
    for (const lane of score.lanes) {
      const key = keyOfLane(lane);
      const ordinal = lane.ordinal ?? Number.MAX_SAFE_INTEGER;
      const row = known.get(key) ?? {
        ...{ key, label: lane.label, ordinal },
        ...{ signs: new Set<string>(), wasBefore: false, isAfter: false },
      };
      row.wasBefore ||= lane.spans.some(({ fromMs }) => fromMs < sinceMs);
      row.isAfter ||= lane.waitsFor !== undefined || lane.spans.some(({ toMs }) => toMs > sinceMs);
      known.set(key, row);
    }
  for (const { score } of futures) {
    const lanes = new Map(score.lanes.map((lane) => [keyOfLane(lane), lane]));
    for (const row of known.values()) row.signs.add(signOf(lanes.get(row.key), sinceMs));
  }
  const all = [...known.values()].sort((a, b) => a.ordinal - b.ordinal);
  const limit = mostRows[narrow ? 'phone' : 'desk'][futures.length - 1] ?? 4;
  const after = mostTelling(
    all.filter(({ isAfter }) => isAfter),
    limit,
  );
  const past = mostTelling(
    all.filter(({ wasBefore }) => wasBefore),
    limit,
  );
  const unplaced = all.filter((row) => !after.includes(row) && !past.includes(row)).length;
  const folded = Math.max(...futures.map(({ score }) => score.folded ?? 0));
  return { past, after, hidden: unplaced + folded };
}

/** As many as the limit allows, in their order: those that differ, those that live on, the others. */
function mostTelling(rows: readonly Known[], limit: number): readonly Row[] {
  const weight = ({ signs, isAfter }: Known) => (signs.size > 1 ? 2 : isAfter ? 1 : 0);
  const kept = new Set([...rows].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  return rows.filter((row) => kept.has(row));
}

const signOf = (lane: Lane | undefined, sinceMs: number) =>
  JSON.stringify(
    (lane?.spans ?? [])
      .filter(({ toMs }) => toMs > sinceMs)
      .map(({ fromMs, toMs, state }) => [fromMs, toMs, state]),
  );
