import type { WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf } from '../cluster/keys';
import type { Event, ReplicaSet } from '../cluster/objects';
import type { Names } from './names';
import type { Said } from './recording';

/** Kinds whose coming and going a recording tells. */
export const toldKinds = [
  'Pod',
  'StatefulSet',
  'Service',
  'PersistentVolumeClaim',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'DaemonSet',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
] as const;
const told: ReadonlySet<string> = new Set(toldKinds);

/** What a write did, as a recording tells it: made, marked for deletion, gone, a ReplicaSet scaled. */
export function doneBy({ key, before, after }: WriteEntry, names: Names): string[] {
  const object = after ?? before;
  if (!object || !told.has(kindOf(key))) return [];
  const name = `${object.kind}/${names.of(object)}`;
  if (!before) return [`+ ${name}`];
  if (!after) return [`- ${name}`];
  const lines = isTerminating(after) && !isTerminating(before) ? [`x ${name}`] : [];
  if (object.kind !== 'ReplicaSet') return lines;
  const [was, is] = [before, after].map((set) => (set as ReplicaSet).spec.replicas);
  return was === is ? lines : [...lines, `~ ${name} ${was}->${is}`];
}

/** The Event that a write says, each time that it is said again. Those about nodes are in another namespace. */
export function saidBy({ key, before, after }: WriteEntry, names: Names): Said[] {
  if (kindOf(key) !== 'Event' || !after || (before as Event | undefined)?.count === (after as Event).count)
    return [];
  const { reason, type, involvedObject, message, reportingComponent } = after as Event;
  if (involvedObject.kind === 'Node') return [];
  const on = `${involvedObject.kind}/${names.of({ kind: involvedObject.kind, metadata: involvedObject })}`;
  return [{ reason, type, on, says: names.in(message), by: reportingComponent }];
}
