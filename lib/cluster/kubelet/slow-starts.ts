import { badRequest } from '../api/refusal';
import type { StartCommand, Status } from '../command';
import { controllerOf } from '../keys';
import type { KubeObject, Pod } from '../objects';
import type { Reading } from '../store';

/** By how much a start takes longer, who it was said of, and the journal entry of the command that said it. */
export interface SlowStart {
  readonly ms: number;
  readonly of: string;
  readonly because: number;
}

/** Kinds of which it can be said: those whose containers are started, and those that keep them. */
const kinds = [
  'Pod',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
];
/** Ten minutes. */
const longestMs = 600_000;
/** A Pod's ReplicaSet and its Deployment, or its Job and its CronJob. */
const mostOwners = 2;

/** Why a command about starts makes no sense, whatever objects there are; undefined when it does. */
export function whyNoStart(command: StartCommand): Status | undefined {
  const { kind } = command;
  if (!kinds.includes(kind))
    return badRequest(
      `a ${kind} starts no containers: only a start of one of ${kinds.join(', ')} can be slow`,
    );
  if (command.verb === 'mendStart') return undefined;
  const { ms } = command;
  return Number.isInteger(ms) && ms >= 1 && ms <= longestMs
    ? undefined
    : badRequest(`a start can be slower by 1 to ${longestMs} ms, in whole ones, not by ${ms}`);
}

/** A StatefulSet's Pod goes by its name, for the next one of that name is the same member; anything else is itself alone. */
function idOf({ kind, metadata }: KubeObject): string {
  const owner = kind === 'Pod' ? controllerOf(metadata) : undefined;
  return owner?.kind === 'StatefulSet' ? `${owner.uid} ${metadata.name}` : metadata.uid;
}

/** Whose containers start slowly, until it is mended: what the reader has said of Pods and of workloads. */
export class SlowStarts {
  constructor(private readonly said = new Map<string, SlowStart>()) {}

  copy(): SlowStarts {
    return new SlowStarts(new Map(this.said));
  }

  slow(object: KubeObject, ms: number, because: number): void {
    const of = idOf(object);
    this.said.set(of, { ms, of, because });
  }

  /** Gives what was said of it. */
  mend(object: KubeObject): SlowStart | undefined {
    const was = this.of(object);
    if (was) this.said.delete(was.of);
    return was;
  }

  /** What was said of the object itself. */
  of(object: KubeObject): SlowStart | undefined {
    return this.said.size === 0 ? undefined : this.said.get(idOf(object));
  }

  /** What holds for a Pod's starts: what was said of it, or else of the nearest of its owners. */
  at(pod: Pod, reading: Pick<Reading, 'find'>): SlowStart | undefined {
    if (this.said.size === 0) return undefined;
    let slow = this.of(pod);
    let object: KubeObject | undefined = pod;
    for (let i = 0; i < mostOwners && object && !slow; i++) {
      const owner = controllerOf(object.metadata);
      slow = owner && this.said.get(owner.uid);
      object = owner && reading.find<KubeObject>(owner.kind, pod.metadata.namespace ?? '', owner.name);
    }
    return slow;
  }
}
