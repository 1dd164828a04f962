import { type Cause, causedByAll } from '../journal';
import type { KubeletMessage, PodLife, Reaction } from './life';
import { answerOf } from './probe-answer';
import { probeKinds } from './probes';
import type { Step } from './step';

/** What a Pod's probes would find now, by container and kind. */
type Found = ReadonlyMap<string, boolean>;

export const foundBy = (step: Step): Found =>
  new Map(
    step.known.all.flatMap(({ container }) =>
      probeKinds
        .filter((kind) => step.probe(container.name, kind))
        .map((kind) => [`${container.name} ${kind}`, answerOf(step, container, kind).succeeded] as const),
    ),
  );

/** A life whose probes find something else since this journal entry, which is told of when they ask. */
export function withTurned(life: PodLife, before: Found, now: Found, by: number): PodLife {
  const turned = [...now].filter(([probe, succeeds]) => succeeds !== before.get(probe));
  if (turned.length === 0) return life;
  const turnedBy = Object.fromEntries(turned.map(([probe]) => [probe, by]));
  return { ...life, turnedBy: { ...life.turnedBy, ...turnedBy } };
}

/** The tick may have been on the clock before: what comes of it is the doing of who turned what it finds. */
export function tellsWhoTurned(
  reaction: Reaction,
  { container, kind }: Extract<KubeletMessage, { type: 'probe' }>,
  cause: Cause,
): Reaction {
  const { [`${container} ${kind}`]: by, ...turnedBy } = reaction.life.turnedBy ?? {};
  if (by === undefined) return reaction;
  causedByAll(cause, [by]);
  const isTold = reaction.writes.some((write) => write.do !== 'event');
  return isTold ? { ...reaction, life: { ...reaction.life, turnedBy } } : reaction;
}
