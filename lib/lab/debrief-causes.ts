import type { Entry, WriteEntry } from '../cluster/journal';
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

/** How many Pods of the newest template a workload had before a command's doing and after it, of how many it asks for. */
export interface RolloutMove {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

export interface Caused {
  /** In the order in which they began. */
  readonly effects: readonly Effect[];
  readonly rollouts: readonly RolloutMove[];
}

/** For each entry of a journal the command that its chain of causes leads to, by sequence; undefined where none began it. */
export function rootsOf(journal: readonly Entry[]): readonly (number | undefined)[] {
  const roots: (number | undefined)[] = [];
  for (const { type, sequence, cause } of journal)
    roots.push(
      type === 'command' ? sequence : cause.because === undefined ? undefined : roots[cause.because],
    );
  return roots;
}

/** Objects that others keep: that they come and go says nothing. */
const passedOver = new Set(['Event', 'EndpointSlice', 'ControllerRevision', 'PersistentVolume']);

/** Collects what the writes of one command's chain did, one after the other. */
export class Causing {
  private readonly effects = new Map<string, { -readonly [Field in keyof Effect]: Effect[Field] }>();
  private readonly rollouts = new Map<string, RolloutMove>();

  take(write: WriteEntry): void {
    const kind = kindOf(write.key);
    if (passedOver.has(kind)) return;
    const what = kind === 'Pod' ? podChange(write) : change(write);
    if (what) this.count(what, kind, write);
    const [before, after] = [updatedOf(write.before), updatedOf(write.after)];
    if (after === undefined || before === after) return;
    const from = this.rollouts.get(write.key)?.from ?? before ?? 0;
    this.rollouts.set(write.key, { key: write.key, from, to: after, of: wantedOf(write.after) });
  }

  caused(): Caused {
    return {
      effects: [...this.effects.values()],
      rollouts: [...this.rollouts.values()].filter(({ from, to }) => from !== to),
    };
  }

  private count(what: Effect['what'], kind: string, { key, atMs }: WriteEntry): void {
    const slot = `${what} ${kind}`;
    const known = this.effects.get(slot);
    const name = nameOf(key);
    if (!known) {
      this.effects.set(slot, { what, kind, names: [name], count: 1, atMs, untilMs: atMs });
      return;
    }
    known.count++;
    known.untilMs = atMs;
    if (known.names.length < mostNames && !known.names.includes(name)) known.names = [...known.names, name];
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

type Rolled = StatefulSet | Deployment | DaemonSet;

const isRolled = (object: KubeObject): object is Rolled =>
  object.kind === 'StatefulSet' || object.kind === 'Deployment' || object.kind === 'DaemonSet';

function updatedOf(object: KubeObject | undefined): number | undefined {
  if (!object || !isRolled(object)) return undefined;
  const { status } = object;
  return (
    ('updatedNumberScheduled' in status ? status.updatedNumberScheduled : undefined) ??
    ('updatedReplicas' in status ? status.updatedReplicas : undefined) ??
    0
  );
}

function wantedOf(object: KubeObject | undefined): number {
  if (!object || !isRolled(object)) return 0;
  return object.kind === 'DaemonSet' ? object.status.desiredNumberScheduled : object.spec.replicas;
}
