import type { LabView, Lane, LaneSpan, PodView } from '@/lib/lab/view';

/**
 * A view as it looks a moment later if nothing happens in between: the now-line moves, what is open grows, what ends goes on
 * ending. For the frames between two answers of the engine; the next answer stands in its place.
 */
export function viewAhead(view: LabView, nowMs: number): LabView {
  if (nowMs <= view.nowMs) return view;
  const endMs = Math.max(view.endMs, nowMs);
  const grown = endMs > view.score.endMs;
  const score = { ...view.score, nowMs, endMs };
  return {
    ...view,
    nowMs,
    endMs,
    pods: podsAhead(view.pods, view.score.lanes, nowMs),
    score: grown ? { ...score, lanes: view.score.lanes.map((lane) => laneAhead(lane, endMs)) } : score,
  };
}

function laneAhead(lane: Lane, endMs: number): Lane {
  const last = lane.spans.at(-1);
  if (last === undefined || !last.open) return lane;
  const grace = last.graceTo === undefined ? {} : { graceTo: graceAt(last, endMs) };
  return { ...lane, spans: [...lane.spans.slice(0, -1), { ...last, ...grace, toMs: endMs }] };
}

/** The grace period runs evenly: its share at a moment, from its shares at both ends of a span. */
function graceAt({ fromMs, toMs, graceFrom = 0, graceTo = 1 }: LaneSpan, atMs: number): number {
  if (toMs <= fromMs) return graceTo;
  return Math.min(1, graceTo + ((graceTo - graceFrom) / (toMs - fromMs)) * (atMs - toMs));
}

function podsAhead(pods: readonly PodView[], lanes: readonly Lane[], nowMs: number): readonly PodView[] {
  if (!pods.some(({ graceUsed }) => graceUsed !== undefined && graceUsed < 1)) return pods;
  const ends = new Map(lanes.map(({ key, spans }) => [key, spans.at(-1)]));
  return pods.map((pod) => {
    const span = pod.graceUsed === undefined ? undefined : ends.get(pod.key);
    if (span?.graceTo === undefined || !span.open) return pod;
    return { ...pod, graceUsed: graceAt(span, nowMs) };
  });
}
