import { canonicalJson } from '@/lib/cluster/journal-hash';
import type { CaseRecording, CaseStep, Said } from './recording';

const canonical = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));

/** What the first list has more often than the second. */
function lacking(wanted: readonly unknown[], got: readonly unknown[]): string[] {
  const left = new Map<string, number>();
  for (const one of got.map(canonical)) left.set(one, (left.get(one) ?? 0) + 1);
  return wanted.map(canonical).filter((one) => {
    const n = left.get(one) ?? 0;
    left.set(one, n - 1);
    return n <= 0;
  });
}

function firstDifference(wanted: unknown, got: unknown, path: string): string | undefined {
  if (canonical(wanted) === canonical(got)) return undefined;
  if (wanted && got && typeof wanted === 'object' && typeof got === 'object') {
    const [w, g] = [wanted as Record<string, unknown>, got as Record<string, unknown>];
    for (const key of new Set([...Object.keys(w), ...Object.keys(g)])) {
      const difference = firstDifference(w[key], g[key], `${path}.${key}`);
      if (difference) return difference;
    }
  }
  return `${path}: recorded ${canonical(wanted)}, played ${canonical(got)}`;
}

const asList = (done: CaseStep['done']): readonly string[] =>
  done && 'anyOrder' in done ? done.anyOrder : ((done as readonly string[] | undefined) ?? []);
/** Which endpoint or which line comes first is no promise. */
const withoutOrder = (after: CaseStep['after']): CaseStep['after'] => {
  const slices = after.EndpointSlice as Record<string, { endpoints?: readonly object[] }> | undefined;
  if (!slices) return after;
  const sorted = Object.entries(slices).map(([name, slice]) => [
    name,
    { ...slice, endpoints: [...(slice.endpoints ?? [])].map((e) => canonical(e)).sort() },
  ]);
  return { ...after, EndpointSlice: Object.fromEntries(sorted) };
};

function judgeStep(wanted: CaseStep, got: CaseStep): string | undefined {
  if (wanted.refused || got.refused) {
    const words = (refused: CaseStep['refused']) =>
      refused && {
        reason: refused.reason,
        ...(wanted.refused?.message !== undefined && { message: refused.message }),
      };
    const difference = firstDifference(words(wanted.refused), words(got.refused), 'refused');
    if (difference) return difference;
  }
  if (wanted.done) {
    const [missing] = lacking(asList(wanted.done), asList(got.done));
    if (missing) return `did not do ${missing}`;
    const [extra] = lacking(asList(got.done), asList(wanted.done));
    if (extra) return `did ${extra}, which was not recorded`;
  }
  const [unsaid] = lacking(wanted.events ?? [], got.events ?? []);
  if (unsaid) return `lacks the event ${unsaid}`;
  const [extraEvent] = wanted.eventsVary ? [] : lacking(got.events ?? [], wanted.events ?? ([] as Said[]));
  if (extraEvent) return `has the event ${extraEvent}, which was not recorded`;
  const [w, g] = [withoutOrder(wanted.after), withoutOrder(got.after)];
  for (const kind of new Set([...Object.keys(w), ...Object.keys(g)])) {
    const difference = wanted.afterVaries?.includes(kind)
      ? undefined
      : firstDifference(w[kind], g[kind], `after.${kind}`);
    if (difference) return difference;
  }
  return undefined;
}

/** The first difference between what was recorded and what was played, in words; undefined when there is none. */
export function judgeCase(recorded: CaseRecording, played: CaseRecording): string | undefined {
  for (const [i, wanted] of recorded.steps.entries()) {
    const got = played.steps[i];
    const difference = got ? judgeStep(wanted, got) : 'was not played';
    if (difference) return `step ${i + 1} (${JSON.stringify(wanted.do).slice(0, 80)}) ${difference}`;
  }
  return undefined;
}
