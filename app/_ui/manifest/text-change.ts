export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The one stretch in which two texts differ, so that what stands at the lines around it stays there; undefined if none does. */
export function changeTo(old: string, next: string): TextChange | undefined {
  if (old === next) return undefined;
  const most = Math.min(old.length, next.length);
  let from = 0;
  while (from < most && old[from] === next[from]) from++;
  let same = 0;
  while (same < most - from && old[old.length - 1 - same] === next[next.length - 1 - same]) same++;
  return { from, to: old.length - same, insert: next.slice(from, next.length - same) };
}
