import type { Entry, WriteEntry } from '../cluster/journal';
import { controllerOf, isTerminating, kindOf, nameOf } from '../cluster/keys';
import type { Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import { podStateOf } from './pod-state';
import { graceUsed, ordinalFromName, revisionOf } from './scene';
import type { Lane, LaneSpan, ReservedView, Score } from './view';

type ControllerSpan = Score['controller']['spans'][number];
interface OpenSpan extends Omit<LaneSpan, 'toMs' | 'open'> {
  readonly pod: Pod;
}

/** Every Pod's life as a lane, the controller's states above them, the commands on top, up to where the cluster was run. */
export function scoreOf(
  journal: readonly Entry[],
  subject: string,
  nowMs: number,
  endMs: number,
  order: ReadonlyMap<string, number>,
  reserved: readonly ReservedView[],
): Score {
  return {
    nowMs,
    endMs,
    commands: journal.flatMap((entry) =>
      entry.type === 'command'
        ? [
            {
              atMs: entry.atMs,
              command: entry.command,
              ...(entry.refused && { refused: entry.refused.message }),
            },
          ]
        : [],
    ),
    controller: { label: `StatefulSet ${nameOf(subject)}`, spans: controllerSpans(journal, subject, endMs) },
    lanes: lanesOf(journal, nameOf(subject), endMs, order, reserved),
  };
}

function controllerSpans(journal: readonly Entry[], subject: string, endMs: number): ControllerSpan[] {
  const spans: ControllerSpan[] = [];
  for (const entry of journal) {
    if (entry.type !== 'transition' || entry.machine !== 'statefulset' || entry.key !== subject) {
      if (entry.type === 'write' && entry.key === subject && !entry.after) close(spans, entry.atMs);
      continue;
    }
    const last = spans.at(-1);
    if (last && last.state === entry.to && last.toMs === endMs) {
      spans[spans.length - 1] = { ...last, times: last.times + 1 };
      continue;
    }
    close(spans, entry.atMs);
    spans.push({ fromMs: entry.atMs, toMs: endMs, state: entry.to, times: 1 });
  }
  return spans.filter((span) => span.toMs > span.fromMs || span.toMs === endMs);
}

function close(spans: ControllerSpan[], atMs: number): void {
  const last = spans.at(-1);
  if (last) spans[spans.length - 1] = { ...last, toMs: Math.min(last.toMs, atMs) };
}

function lanesOf(
  journal: readonly Entry[],
  set: string,
  endMs: number,
  order: ReadonlyMap<string, number>,
  reserved: readonly ReservedView[],
): Lane[] {
  const spans = new Map<string, LaneSpan[]>();
  const open = new Map<string, OpenSpan>();
  const ordinals = new Map<string, number | undefined>();
  for (const entry of journal) {
    if (entry.type !== 'write' || kindOf(entry.key) !== 'Pod') continue;
    const pod = (entry.after ?? entry.before) as Pod;
    const owner = controllerOf(pod.metadata)?.name;
    if (owner !== undefined && owner !== set) continue;
    const name = nameOf(entry.key);
    if (!spans.has(name)) spans.set(name, []);
    ordinals.set(name, ordinalFromName(pod));
    advance(entry, name, order, spans, open);
  }
  for (const [name, span] of open) spans.get(name)?.push(closed(span, endMs, true));
  for (const place of reserved) {
    if (!spans.has(place.name)) spans.set(place.name, []);
    ordinals.set(place.name, place.ordinal);
  }
  return [...spans]
    .map(([label, list]) => lane(label, ordinals.get(label), list, reserved))
    .sort(
      (a, b) =>
        (a.ordinal ?? Number.MAX_SAFE_INTEGER) - (b.ordinal ?? Number.MAX_SAFE_INTEGER) ||
        (a.label < b.label ? -1 : 1),
    );
}

function advance(
  entry: WriteEntry,
  name: string,
  order: ReadonlyMap<string, number>,
  spans: Map<string, LaneSpan[]>,
  open: Map<string, OpenSpan>,
): void {
  const current = open.get(name);
  const pod = entry.after as Pod | undefined;
  const state = pod && podStateOf(pod);
  if (current && pod && current.state === state && current.pod.metadata.uid === pod.metadata.uid) {
    open.set(name, { ...current, pod });
    return;
  }
  if (current) spans.get(name)?.push(closed(current, entry.atMs, false));
  if (!pod || !state) {
    open.delete(name);
    return;
  }
  const old = entry.before as Pod | undefined;
  open.set(name, {
    fromMs: entry.atMs,
    state,
    revision: revisionOf(pod, order),
    pod,
    ...(state === 'terminating' && { wasReady: !!old && isReady(old) }),
  });
}

function closed({ pod, ...span }: OpenSpan, toMs: number, isOpen: boolean): LaneSpan {
  const grace =
    isTerminating(pod) && span.state === 'terminating'
      ? { graceFrom: 0, graceTo: isOpen ? graceUsed(pod, toMs) : 1 }
      : {};
  return { ...span, ...grace, toMs, open: isOpen };
}

function lane(
  label: string,
  ordinal: number | undefined,
  spans: readonly LaneSpan[],
  reserved: readonly ReservedView[],
): Lane {
  const waits = reserved.find((place) => place.name === label)?.waitsFor;
  const sinceMs = spans.at(-1)?.toMs ?? 0;
  return {
    label,
    ...(ordinal !== undefined && { ordinal }),
    spans,
    ...(waits && { waitsFor: { lane: waits.pod, sinceMs, until: waits.until } }),
  };
}
