import { isSame } from '../cluster/api/merge';
import type { WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf, nameOf } from '../cluster/keys';
import type { DaemonSet, Deployment, KubeObject, Pod, StatefulSet } from '../cluster/objects';
import { isReady } from '../cluster/pods';

/** Names that one effect says; the others are counted. */
const mostNames = 3;

/** What came of a command to objects of one kind: how many, the first of their names, the first and the last moment. */
export interface Effect {
  readonly what: 'created' | 'deleted' | 'ready' | 'unready' | 'failed';
  readonly kind: string;
  readonly names: readonly string[];
  readonly count: number;
  readonly atMs: number;
  readonly untilMs: number;
}

/** How far a command's chain brought a workload's newest template: Pods that have it, of those that it asks for. */
export interface RolloutMove {
  readonly key: string;
  readonly updated: number;
  readonly of: number;
}

export interface Caused {
  /** In the order in which they began. */
  readonly effects: readonly Effect[];
  readonly rollouts: readonly RolloutMove[];
}

/** Objects that others keep: that they come and go says nothing. */
const passedOver = new Set(['Event', 'EndpointSlice', 'ControllerRevision', 'PersistentVolume']);

/** Collects what the writes of one command's chain did, one after the other. */
export class Causing {
  private readonly effects = new Map<string, { -readonly [Field in keyof Effect]: Effect[Field] }>();
  /** What was counted: one that comes and goes again and again is one. */
  private readonly counted = new Set<string>();
  private readonly rollouts = new Map<string, RolloutMove>();

  take(write: WriteEntry): void {
    const kind = kindOf(write.key);
    if (passedOver.has(kind)) return;
    const what = kind === 'Pod' ? podChange(write) : change(write);
    if (what) this.count(what, kind, write);
    this.roll(write);
  }

  caused(): Caused {
    return {
      effects: [...this.effects.values()],
      rollouts: [...this.rollouts.values()].filter(({ of }) => of > 0),
    };
  }

  /** A template was changed, or more or fewer Pods have the newest one. */
  private roll({ key, before, after }: WriteEntry): void {
    const [old, now] = [rollOf(before), rollOf(after)];
    if (!old || !now) return;
    const hasMoved = old.updated !== now.updated || !isSame(old.template, now.template);
    if (hasMoved || this.rollouts.has(key)) this.rollouts.set(key, { key, updated: now.updated, of: now.of });
  }

  private count(what: Effect['what'], kind: string, { key, atMs }: WriteEntry): void {
    const slot = `${what} ${kind}`;
    const known = this.effects.get(slot);
    const name = nameOf(key);
    if (!known) {
      this.effects.set(slot, { what, kind, names: [name], count: 1, atMs, untilMs: atMs });
      this.counted.add(`${what} ${key}`);
      return;
    }
    known.untilMs = atMs;
    if (this.counted.has(`${what} ${key}`)) return;
    this.counted.add(`${what} ${key}`);
    known.count++;
    if (known.names.length < mostNames) known.names = [...known.names, name];
  }
}

function change({ before, after }: WriteEntry): Effect['what'] | undefined {
  if (!before) return 'created';
  if (!after) return isTerminating(before) ? undefined : 'deleted';
  return isTerminating(after) && !isTerminating(before) ? 'deleted' : undefined;
}

/** A Pod that is going is not Ready any more, which goes without saying. */
function podChange(write: WriteEntry): Effect['what'] | undefined {
  const came = change(write);
  const [before, after] = [write.before as Pod | undefined, write.after as Pod | undefined];
  if (came || !before || !after || isTerminating(after)) return came;
  if (after.status.phase === 'Failed' && before.status.phase !== 'Failed') return 'failed';
  if (isReady(after) !== isReady(before)) return isReady(after) ? 'ready' : 'unready';
  return undefined;
}

function rollOf(object: KubeObject | undefined) {
  switch (object?.kind) {
    case 'StatefulSet':
    case 'Deployment': {
      const { spec, status } = object as StatefulSet | Deployment;
      return { template: spec.template, updated: status.updatedReplicas ?? 0, of: spec.replicas };
    }
    case 'DaemonSet': {
      const { spec, status } = object as DaemonSet;
      const { updatedNumberScheduled: updated = 0, desiredNumberScheduled: of } = status;
      return { template: spec.template, updated, of };
    }
    default:
      return undefined;
  }
}
