import { graceUsedAt } from '@/lib/lab/grace';
import type { LabView, Lane, LaneSpan, PodView, Score } from '@/lib/lab/view';

/**
 * A view as it looks a moment later if nothing happens in between: the now-line moves, what is open grows, what ends goes on
 * ending. For the frames between two answers of the engine, and so that an answer tells only what time alone does not.
 */
export function viewAhead(view: LabView, nowMs: number): LabView {
  if (nowMs <= view.nowMs) return view;
  const score = scoreAhead(view.score, nowMs);
  return {
    ...view,
    nowMs,
    endMs: Math.max(view.endMs, nowMs),
    pods: podsAhead(view.pods, nowMs),
    score,
    futures: view.futures.map((future) => ({
      ...future,
      score: future.score === view.score ? score : scoreAhead(future.score, nowMs),
    })),
  };
}

function scoreAhead(score: Score, nowMs: number): Score {
  if (nowMs <= score.endMs) return { ...score, nowMs };
  const { controller, controllers } = score;
  const grown = <Lane extends Score['controller']>(lane: Lane): Lane => ({
    ...lane,
    spans: lane.spans.map((span) => (span.toMs === score.endMs ? { ...span, toMs: nowMs } : span)),
  });
  return {
    ...score,
    nowMs,
    endMs: nowMs,
    controller: grown(controller),
    ...(controllers && { controllers: controllers.map(grown) }),
    lanes: score.lanes.map((lane) => laneAhead(lane, nowMs)),
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

function podsAhead(pods: readonly PodView[], nowMs: number): readonly PodView[] {
  if (!pods.some(({ graceUsed }) => graceUsed !== undefined && graceUsed < 1)) return pods;
  return pods.map((pod) => {
    const { graceUsed, graceEndsMs, graceMs } = pod;
    if (graceUsed === undefined || graceEndsMs === undefined || graceMs === undefined) return pod;
    return { ...pod, graceUsed: graceUsedAt(graceEndsMs, graceMs, nowMs) };
  });
}
