import { controllerOf } from '@/lib/cluster/keys';
import type { KubeObject, Pod } from '@/lib/cluster/objects';

/**
 * Names that hold from run to run, as the recordings give them: a StatefulSet's Pod and a bare one by name, with `'2` for
 * its second life; a Pod of any other owner `owner#1`, `owner#2` in the order in which they were made.
 */
export class Names {
  private byUid = new Map<string, string>();
  private counts = new Map<string, number>();
  private latest = new Map<string, string>();

  /** Told of every object in the order in which they were made. */
  see(object: KubeObject): void {
    if (object.kind !== 'Pod' || this.byUid.has(object.metadata.uid)) return;
    const owner = controllerOf(object.metadata);
    const isNamed = !owner || owner.kind === 'StatefulSet';
    const stem = isNamed ? object.metadata.name : `${owner.name}#`;
    const n = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, n);
    const alias = isNamed ? `${stem}${n > 1 ? `'${n}` : ''}` : `${stem}${n}`;
    this.byUid.set(object.metadata.uid, alias);
    this.latest.set(object.metadata.name, alias);
  }

  of(object: {
    readonly kind: string;
    readonly metadata: { readonly name: string; readonly uid: string };
  }): string {
    return this.byUid.get(object.metadata.uid) ?? object.metadata.name;
  }

  /** The Pod that an alias means, among those that are there. */
  find(alias: string, pods: readonly Pod[]): Pod | undefined {
    return pods.find((pod) => this.of(pod) === alias) ?? pods.find((pod) => pod.metadata.name === alias);
  }

  /** A message with the names of Pods as aliases and nodes as NODE. */
  in(text: string, nodes: readonly string[]): string {
    let said = text;
    for (const [name, alias] of this.latest)
      if (alias !== name) said = said.replaceAll(new RegExp(`(?<![\\w-])${name}(?![\\w'-])`, 'g'), alias);
    for (const node of nodes) said = said.replaceAll(new RegExp(`\\b${node}\\b`, 'g'), 'NODE');
    return said;
  }
}

export const shortKey = (names: Names, object: KubeObject): string => `${object.kind}/${names.of(object)}`;
