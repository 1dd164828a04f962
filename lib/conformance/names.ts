import { controllerOf } from '../cluster/keys';
import type { KubeObject, Pod } from '../cluster/objects';

type Named = { readonly kind: string; readonly metadata: { readonly name: string; readonly uid: string } };

/**
 * Names that hold from run to run, as the recordings give them: what its maker named gets a number in the order of making.
 * A ReplicaSet of a Deployment is `web/rs1`, a CronJob's Job `tick/job1`, a Pod `owner#1`, a DaemonSet's `agent@node-1#1`,
 * one with an index `pi[0]#1`; a StatefulSet's Pod and a bare one keep their names, with `'2` for the second life.
 */
export class Names {
  private byUid = new Map<string, string>();
  private counts = new Map<string, number>();
  private latest = new Map<string, string>();

  /** Told of every object in the order in which they were made. */
  see(object: KubeObject): void {
    const { uid, name } = object.metadata;
    if (this.byUid.has(uid)) return;
    const alias = this.newAlias(object);
    this.byUid.set(uid, alias);
    if (alias !== name || this.latest.has(name)) this.latest.set(name, alias);
  }

  of({ metadata }: Named): string {
    return this.byUid.get(metadata.uid) ?? metadata.name;
  }

  /** The object that an alias means, among those that are there. */
  find<Kind extends KubeObject>(alias: string, objects: readonly Kind[]): Kind | undefined {
    return (
      objects.find((object) => this.of(object) === alias) ??
      objects.find((object) => object.metadata.name === alias)
    );
  }

  /** A message with its names as aliases, and the node that the scheduler chose as NODE. */
  in(text: string): string {
    return text
      .replace(/^(Successfully assigned \S+ to )\S+$/, '$1NODE')
      .replaceAll(/[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/g, (word) => this.latest.get(word) ?? word);
  }

  private newAlias(object: KubeObject): string {
    const owner = controllerOf(object.metadata);
    const stem = owner && stemOf(object, this.byUid.get(owner.uid) ?? owner.name);
    if (stem) return `${stem}${this.next(stem)}`;
    if (object.kind !== 'Pod') return object.metadata.name;
    const life = this.next(object.metadata.name);
    return life > 1 ? `${object.metadata.name}'${life}` : object.metadata.name;
  }

  private next(stem: string): number {
    const n = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, n);
    return n;
  }
}

/** What stands before the number of an object that a controller named; undefined if it has a name of its own. */
function stemOf(object: KubeObject, owner: string): string | undefined {
  const by = controllerOf(object.metadata)?.kind;
  if (object.kind === 'ReplicaSet' && by === 'Deployment') return `${owner}/rs`;
  if (object.kind === 'Job' && by === 'CronJob') return `${owner}/job`;
  if (object.kind !== 'Pod' || by === 'StatefulSet') return undefined;
  const node = by === 'DaemonSet' ? nodeMeantFor(object as Pod) : undefined;
  const index = object.metadata.annotations?.['batch.kubernetes.io/job-completion-index'];
  return `${owner}${node === undefined ? '' : `@${node}`}${index === undefined ? '' : `[${index}]`}#`;
}

/** A DaemonSet's Pod is made for one node, which its affinity names before the scheduler has seen it. */
function nodeMeantFor({ spec }: Pod): string | undefined {
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const field = required?.nodeSelectorTerms[0]?.matchFields?.find(({ key }) => key === 'metadata.name');
  return field?.values?.[0] ?? spec.nodeName;
}
