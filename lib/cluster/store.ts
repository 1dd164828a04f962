import { controllerOf, keyFor, keyOf, kindOf } from './keys';
import { copyUse, count, emptyUse, type NodeUse } from './node-use';
import type { KubeObject, Pod } from './objects';
import { claimKeysOf } from './pods';

const nothing: ReadonlyMap<string, KubeObject> = new Map();
const noKeys: ReadonlySet<string> = new Set();

/** What controllers see: the objects as they stand. Lists are in order of creation. */
export interface Reading {
  /** How many objects there are. */
  readonly size: number;
  get<Kind extends KubeObject>(key: string): Kind | undefined;
  find<Kind extends KubeObject>(kind: string, namespace: string, name: string): Kind | undefined;
  list<Kind extends KubeObject>(kind: string): Kind[];
  /** Objects that name the owner of this uid. */
  ownedBy(uid: string): KubeObject[];
  /** What the Pods on a node ask for together. */
  loadOf(node: string): Readonly<NodeUse>;
  /** The Pods that are bound to a node, ended ones too. */
  podsOn(node: string): Pod[];
  /** The Pods that have a claim among their volumes, by its key. */
  podsWith(claim: string): Pod[];
  /** Keys of the Pods that have no node and are not going. */
  unboundPods(): Iterable<string>;
  /** Keys of those among them that the scheduler found no node for. */
  unschedulablePods(): Iterable<string>;
  /** Those among them for which a node is to be cleared. */
  nominatedPods(): Pod[];
  /** Keys of the Pods that no controller manages. */
  unmanagedPods(): Iterable<string>;
}

/**
 * All objects, by kind and key, with indexes: by owner, what each node has to carry, Pods by claim, and those without a node
 * or without a controller. Holds values and never changes one.
 * Only the API server calls `put` and `remove`.
 */
export class Store implements Reading {
  private kinds = new Map<string, Map<string, KubeObject>>();
  private byOwner = new Map<string, Map<string, KubeObject>>();
  private uses = new Map<string, NodeUse>();
  private byNode = new Map<string, Set<string>>();
  private byClaim = new Map<string, Set<string>>();
  private unbound = new Set<string>();
  private unschedulable = new Set<string>();
  private nominated = new Set<string>();
  private unmanaged = new Set<string>();

  get size(): number {
    let size = 0;
    for (const objects of this.kinds.values()) size += objects.size;
    return size;
  }

  get<Kind extends KubeObject>(key: string): Kind | undefined {
    return this.kinds.get(kindOf(key))?.get(key) as Kind | undefined;
  }

  find<Kind extends KubeObject>(kind: string, namespace: string, name: string): Kind | undefined {
    return this.get<Kind>(keyFor(kind, namespace, name));
  }

  list<Kind extends KubeObject>(kind: string): Kind[] {
    return [...(this.kinds.get(kind) ?? nothing).values()] as Kind[];
  }

  ownedBy(uid: string): KubeObject[] {
    return [...(this.byOwner.get(uid) ?? nothing).values()];
  }

  loadOf(node: string): Readonly<NodeUse> {
    return this.uses.get(node) ?? emptyUse();
  }

  podsOn(node: string): Pod[] {
    return [...(this.byNode.get(node) ?? noKeys)].flatMap((key) => this.get<Pod>(key) ?? []);
  }

  podsWith(claim: string): Pod[] {
    return [...(this.byClaim.get(claim) ?? noKeys)].flatMap((key) => this.get<Pod>(key) ?? []);
  }

  unboundPods(): Iterable<string> {
    return this.unbound;
  }

  unschedulablePods(): Iterable<string> {
    return this.unschedulable;
  }

  nominatedPods(): Pod[] {
    return this.nominated.size === 0 ? [] : [...this.nominated].flatMap((key) => this.get<Pod>(key) ?? []);
  }

  unmanagedPods(): Iterable<string> {
    return this.unmanaged;
  }

  put(object: KubeObject): void {
    const key = keyOf(object);
    const before = this.get(key);
    if (before) this.unindex(key, before, object);
    let kind = this.kinds.get(object.kind);
    if (!kind) {
      kind = new Map();
      this.kinds.set(object.kind, kind);
    }
    kind.set(key, object);
    this.index(key, object);
  }

  remove(key: string): void {
    const before = this.get(key);
    if (!before) return;
    this.unindex(key, before);
    this.kinds.get(before.kind)?.delete(key);
  }

  /** A store with the same objects; later changes to one are not seen by the other. */
  copy(): Store {
    const copy = new Store();
    const copySets = (sets: Map<string, Set<string>>) =>
      new Map([...sets].map(([k, set]) => [k, new Set(set)]));
    copy.kinds = new Map([...this.kinds].map(([kind, objects]) => [kind, new Map(objects)]));
    copy.byOwner = new Map([...this.byOwner].map(([uid, objects]) => [uid, new Map(objects)]));
    copy.byNode = copySets(this.byNode);
    copy.byClaim = copySets(this.byClaim);
    copy.uses = new Map([...this.uses].map(([node, use]) => [node, copyUse(use)]));
    copy.unbound = new Set(this.unbound);
    copy.unschedulable = new Set(this.unschedulable);
    copy.nominated = new Set(this.nominated);
    copy.unmanaged = new Set(this.unmanaged);
    return copy;
  }

  private index(key: string, object: KubeObject): void {
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const owned = this.byOwner.get(uid);
      if (owned) owned.set(key, object);
      else this.byOwner.set(uid, new Map([[key, object]]));
    }
    if (object.kind === 'Pod') this.place(key, object as Pod, 1);
  }

  /** Takes an object out of the indexes, but keeps its place among what an owner has that `next` has, too. */
  private unindex(key: string, object: KubeObject, next?: KubeObject): void {
    const kept = next?.metadata.ownerReferences ?? [];
    for (const { uid } of object.metadata.ownerReferences ?? [])
      if (!kept.some((owner) => owner.uid === uid)) drop(this.byOwner, uid, key);
    if (object.kind === 'Pod') this.place(key, object as Pod, -1);
  }

  private place(key: string, pod: Pod, sign: 1 | -1): void {
    if (sign === 1 && !controllerOf(pod.metadata)) this.unmanaged.add(key);
    else this.unmanaged.delete(key);
    for (const claim of claimKeysOf(pod))
      if (sign === 1) add(this.byClaim, claim, key);
      else drop(this.byClaim, claim, key);
    const { nodeName } = pod.spec;
    if (nodeName) {
      const use = this.uses.get(nodeName) ?? emptyUse();
      this.uses.set(nodeName, use);
      count(use, pod, sign);
      if (sign === 1) add(this.byNode, nodeName, key);
      else drop(this.byNode, nodeName, key);
    }
    const isWaiting = sign === 1 && !nodeName && !pod.metadata.deletionTimestamp;
    keep(this.unbound, key, isWaiting);
    keep(this.unschedulable, key, isWaiting && isUnschedulable(pod));
    keep(this.nominated, key, isWaiting && pod.status.nominatedNodeName !== undefined);
  }
}

function keep(set: Set<string>, key: string, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}

const isUnschedulable = ({ status }: Pod): boolean =>
  status.conditions?.some(({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable') ??
  false;

function add(index: Map<string, Set<string>>, at: string, key: string): void {
  const set = index.get(at);
  if (set) set.add(key);
  else index.set(at, new Set([key]));
}

function drop(index: Map<string, Set<string> | Map<string, KubeObject>>, at: string, key: string): void {
  const set = index.get(at);
  set?.delete(key);
  if (set?.size === 0) index.delete(at);
}
