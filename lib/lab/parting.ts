import type { Entry } from '../cluster/journal';
import { differencesOf, type ObjectDifference } from './difference';
import type { Timeline } from './timeline';

/** Where two timelines part, looked for once: what both have behind them never changes. */
export class Parting {
  private seen = 0;
  private foundAtMs: number | undefined;
  private last: { readonly lengths: string; readonly objects: readonly ObjectDifference[] } | undefined;

  constructor(
    readonly left: Timeline,
    readonly right: Timeline,
  ) {}

  /** The first moment at which they part, as far as both were run, and what differs now. Undefined while nothing does. */
  at(nowMs: number): { readonly atMs: number; readonly objects: readonly ObjectDifference[] } | undefined {
    const atMs = this.firstMs();
    if (atMs === undefined) return undefined;
    const [left, right] = [this.left.at(nowMs), this.right.at(nowMs)];
    const lengths = `${left.journal.length} ${right.journal.length}`;
    if (this.last?.lengths !== lengths) this.last = { lengths, objects: differencesOf(left, right) };
    return { atMs, objects: this.last.objects };
  }

  private firstMs(): number | undefined {
    if (this.foundAtMs !== undefined) return this.foundAtMs;
    const [left, right] = [this.left.journal, this.right.journal];
    if (left === right) return undefined;
    for (; this.seen < Math.min(left.length, right.length); this.seen++) {
      const [l, r] = [left[this.seen] as Entry, right[this.seen] as Entry];
      if (l !== r && JSON.stringify(l) !== JSON.stringify(r)) {
        this.foundAtMs = Math.min(l.atMs, r.atMs);
        break;
      }
    }
    const beyond = left[this.seen] ?? right[this.seen];
    // One has come to rest: what the other does while both were run is the first that differs.
    const bothMs = Math.min(this.left.endMs, this.right.endMs);
    if (this.foundAtMs === undefined && left.length !== right.length && beyond && beyond.atMs <= bothMs)
      this.foundAtMs = beyond.atMs;
    return this.foundAtMs;
  }
}
