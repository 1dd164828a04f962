import { fnv1a } from './chance';
import type { Write } from './controllers/controller';
import { keyFor } from './keys';
import type { Event, Manifest } from './objects';
import { timestamp } from './time';

type Said = Extract<Write, { do: 'event' }>;

/** So many different messages of one reason about one object; from this one on they are folded into one Event. */
const similarUntilFolded = 10;
/** Speaks through events.k8s.io, which does not fold. */
const neverFolds = 'default-scheduler';

/** So many Events one client says about one object; after them one each five minutes. */
const burst = 25;
const refillMs = 300_000;

/**
 * How much each client may still say about each object: a bucket of tokens. What it does not say it counts, and adds to
 * the same Event's count the next time. Source: client-go tools/record EventSourceObjectSpamFilter, eventLogger.
 */
export class EventLimits {
  constructor(
    private buckets = new Map<string, { readonly left: number; readonly atMs: number }>(),
    private unsaid = new Map<string, number>(),
  ) {}

  /** Takes a token: how often the Event was kept back before, or undefined when it is kept back now. */
  take(said: Said, by: string, event: Event | Manifest, nowMs: number): number | undefined {
    if (by === neverFolds) return 0;
    const about = `${by} ${said.on.metadata.uid}`;
    const isFolded = event.message !== said.message;
    const what = [about, said.type, said.reason, ...(isFolded ? [] : [said.message])].join('\n');
    const before = this.unsaid.get(what) ?? 0;
    const bucket = this.buckets.get(about) ?? { left: burst, atMs: nowMs };
    const left = Math.min(burst, bucket.left + (nowMs - bucket.atMs) / refillMs);
    if (left < 1) {
      this.unsaid.set(what, before + 1);
      return undefined;
    }
    this.buckets.set(about, { left: left - 1, atMs: nowMs });
    this.unsaid.delete(what);
    return before;
  }

  copy(): EventLimits {
    return new EventLimits(new Map(this.buckets), new Map(this.unsaid));
  }
}

/**
 * The Event for something that was said: a new one, or the old one with its count raised when the same was said before of
 * the same object. From the tenth similar message on there is one Event for them all, with the last one's text.
 * Source: client-go tools/record EventAggregator, eventLogger. Leaves out: the ten minutes after which it begins anew.
 */
export function eventFor(
  said: Said,
  by: string,
  nowMs: number,
  get: (key: string) => Event | undefined,
): Event | Manifest {
  const { on, reason, type, message, fieldPath = '' } = said;
  const namespace = on.metadata.namespace ?? 'default';
  const about = [on.metadata.uid, type, reason, by, fieldPath].join('\n');
  const places = by === neverFolds ? Number.POSITIVE_INFINITY : similarUntilFolded - 1;
  const nameAt = (place: number) =>
    `${on.metadata.name}.${fnv1a(`${about}\n${place}`).toString(16).padStart(8, '0')}`;
  const now = timestamp(nowMs);
  for (let place = 0; place < places; place++) {
    const name = nameAt(place);
    const old = get(keyFor('Event', namespace, name));
    if (!old) return newEvent(said, by, { name, namespace }, message, now);
    if (old.message === message) return { ...old, count: old.count + 1, lastTimestamp: now };
  }
  const name = nameAt(places);
  const folded = `(combined from similar events): ${message}`;
  const old = get(keyFor('Event', namespace, name));
  if (!old) return newEvent(said, by, { name, namespace }, folded, now);
  return { ...old, message: folded, count: old.count + 1, lastTimestamp: now };
}

const newEvent = (
  { on, type, reason, fieldPath }: Said,
  by: string,
  metadata: { readonly name: string; readonly namespace: string },
  message: string,
  now: string,
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata,
  type,
  reason,
  message,
  involvedObject: {
    kind: on.kind,
    ...(on.metadata.namespace && { namespace: on.metadata.namespace }),
    name: on.metadata.name,
    uid: on.metadata.uid,
    ...(fieldPath && { fieldPath }),
  },
  reportingComponent: by,
  count: 1,
  firstTimestamp: now,
  lastTimestamp: now,
});
