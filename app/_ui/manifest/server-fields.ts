/** Fields of `metadata` that the API server keeps: nobody writes them. Source: meta/v1 ObjectMeta. */
const keptInMetadata = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const indentOf = (line: string): number => line.length - line.trimStart().length;
const keyOf = (line: string): string => /^\s*"?([^":]+)"?:/.exec(line)?.[1] ?? '';

/** From a line to behind the last line that belongs to it: deeper ones, and items at its own depth below a key. */
function endOf(lines: readonly string[], at: number): number {
  const indent = indentOf(lines[at] ?? '');
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (line.trim() === '') continue;
    const isItem =
      indentOf(line) === indent &&
      line.trimStart().startsWith('- ') &&
      !lines[at]?.trimStart().startsWith('- ');
    if (indentOf(line) <= indent && !isItem) break;
  }
  return end;
}

/**
 * Lines of an object, as `kubectl get -o yaml` prints it, that hold what the server keeps in `metadata`: uid, resourceVersion,
 * managedFields and the like, and the note that `kubectl apply` leaves for itself. Numbers of lines, from 0.
 */
export function keptLines(lines: readonly string[]): ReadonlySet<number> {
  const kept = new Set<number>();
  const metadata = lines.indexOf('metadata:');
  if (metadata < 0) return kept;
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at++) kept.add(at);
  };
  const end = endOf(lines, metadata);
  for (let at = metadata + 1; at < end; at = endOf(lines, at)) {
    const line = lines[at] ?? '';
    if (keptInMetadata.has(keyOf(line))) add(at, endOf(lines, at));
    if (keyOf(line) !== 'annotations') continue;
    const last = endOf(lines, at);
    for (let note = at + 1; note < last; note = endOf(lines, note))
      if (keyOf(lines[note] ?? '') === lastApplied) add(note, endOf(lines, note));
    if (last - at - 1 > 0 && [...lines.keys()].slice(at + 1, last).every((n) => kept.has(n))) add(at, at + 1);
  }
  return kept;
}

/** The text as one would write it: without what the server keeps, and without `status`. */
export function editableText(yaml: string): string {
  const lines = yaml.split('\n');
  const kept = keptLines(lines);
  const status = lines.findIndex((line) => line.startsWith('status:'));
  const end = status < 0 ? lines.length : endOf(lines, status);
  const text = lines
    .filter((_, at) => !kept.has(at) && !(status >= 0 && at >= status && at < end))
    .join('\n');
  return `${text.trimEnd()}\n`;
}
