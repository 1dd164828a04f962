import { keyFor, kindOf, namespaceOf } from '@/lib/cluster/keys';
import type { LabView, PodView, WorkloadView } from '@/lib/lab/view';

export const nodeKey = (name: string): string => keyFor('Node', '', name);

/** Places of what a Service selects, by the names of its endpoints: Pods of its own namespace. */
export const inNamespaceOf = <Spot extends { readonly pod: Pick<PodView, 'key' | 'name'> }>(
  service: string,
  spots: readonly Spot[],
): ReadonlyMap<string, Spot> => {
  const namespace = namespaceOf(service);
  return new Map(
    spots.filter(({ pod }) => namespaceOf(pod.key) === namespace).map((spot) => [spot.pod.name, spot]),
  );
};

/** The key of what is selected: an object's key as it stands; a bare name is a Pod's, as older callers give it. */
export function selectedKey(view: LabView, selected: string | undefined): string | undefined {
  if (selected === undefined || selected.includes('/')) return selected;
  return view.pods.find((pod) => pod.name === selected)?.key;
}

/** Of one set and nothing else, no Pod of nobody's either: the picture has a column for each ordinal. */
export function isOneSet(view: LabView): boolean {
  if (view.subject === undefined || kindOf(view.subject) !== 'StatefulSet') return false;
  const name = nameIn(view.subject);
  return (
    (view.workloads ?? []).every(({ kind, name: own }) => kind === 'StatefulSet' && own === name) &&
    view.pods.every(({ ordinal }) => ordinal !== undefined)
  );
}

export const nameIn = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** The key of a group of Pods that nobody owns. */
export const unowned = '';

/** What a Pod belongs to in the end: a Deployment's Pods of all revisions are one group. */
export function groupsOf(workloads: readonly WorkloadView[]): (pod: Pick<PodView, 'owner'>) => string {
  const owners = new Map(workloads.map(({ key, owner }) => [key, owner]));
  return ({ owner }) => {
    let top = owner ?? unowned;
    for (let next = owners.get(top); next !== undefined; next = owners.get(top)) top = next;
    return top;
  };
}
