import { fnv1a } from './chance';
import type { Write } from './controllers/controller';
import { keyFor } from './keys';
import type { Event, Manifest } from './objects';
import { timestamp } from './time';

type Said = Extract<Write, { do: 'event' }>;

/**
 * The Event for something that was said: a new one, or the old one with its count raised when the same was said before of
 * the same object. Source: client-go tools/events, tools/record (aggregation by object, reason, message and source).
 */
export function eventFor(
  { on, type, reason, message }: Said,
  by: string,
  nowMs: number,
  get: (key: string) => Event | undefined,
): Event | Manifest {
  const namespace = on.metadata.namespace ?? 'default';
  const name = `${on.metadata.name}.${fnv1a([on.metadata.uid, type, reason, message, by].join('\n')).toString(16).padStart(8, '0')}`;
  const now = timestamp(nowMs);
  const old = get(keyFor('Event', namespace, name));
  if (old) return { ...old, count: old.count + 1, lastTimestamp: now };
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace },
    type,
    reason,
    message,
    involvedObject: {
      kind: on.kind,
      ...(on.metadata.namespace && { namespace: on.metadata.namespace }),
      name: on.metadata.name,
      uid: on.metadata.uid,
    },
    reportingComponent: by,
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
  };
}
