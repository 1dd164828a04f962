import { type Chance, nameSuffix, uid } from '../chance';
import type { Result, Status } from '../command';
import type { Cause, WriteEntry } from '../journal';
import { isTerminating, keyFor, keyOf } from '../keys';
import { kinds } from '../kinds';
import { asStored, type Kind, resourceOf } from '../kinds/kind';
import type { KubeObject, Manifest, ObjectMeta, Pod, PodDisruptionBudget } from '../objects';
import type { Store } from '../store';
import { timestamp } from '../time';
import { appliedFields, stillOwned, withoutDropped } from './applied';
import { decoded, structName, withoutEmpty } from './decoding';
import { withDefaultClass } from './default-class';
import { evictionOf, markedByEviction } from './eviction';
import { jsonPatch } from './json-patch';
import { isSame, keyless, mergePatch, strategicMerge } from './merge';
import { metadataErrors } from './metadata';
import { segmentErrors } from './names';
import { creationRefusal, deletionRefusal } from './namespace-lifecycle';
import { withPriority } from './priority';
import {
  accept,
  alreadyExists,
  asGoMap,
  badRequest,
  conflict,
  invalid,
  invalidPatch,
  invalidValue,
  noSuchKind,
  notFound,
  refuse,
} from './refusal';
import { withReplicas } from './scale';
import { allocated } from './service-allocation';

export interface DeleteOptions {
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  readonly gracePeriodSeconds?: number;
  /** Refuse if the object of that name is another one by now. */
  readonly uid?: string;
}

/** What the server needs from the cluster around it. */
export interface Surroundings {
  readonly store: Store;
  readonly chance: Chance;
  nowMs(): number;
  /** Numbers that only grow: resource versions, addresses. */
  next(counter: 'resourceVersion' | 'clusterIP'): number;
  /** Told of every write, in order, after it was made. */
  written(entry: Omit<WriteEntry, 'sequence' | 'type' | 'atMs'>): void;
}

/** Longer prefixes of a generated name are cut. Source: apiserver pkg/storage/names maxGeneratedNameLength. */
const longestNameBase = 58;

/** How a deletion tells the garbage collector what to do with the dependents first. */
const collectorFinalizers = { Orphan: 'orphan', Foreground: 'foregroundDeletion' } as const;

/**
 * An object's finalizers after a deletion: the policy that was asked for, else the one that already stands there, else
 * the kind's own. Source: store.go deletionFinalizersForGarbageCollection.
 */
function finalizersAfter(
  kind: Kind,
  { metadata }: KubeObject,
  { propagationPolicy }: DeleteOptions,
): readonly string[] {
  const { Orphan, Foreground } = collectorFinalizers;
  const present = metadata.finalizers ?? [];
  const standing = present.includes(Orphan)
    ? 'Orphan'
    : present.includes(Foreground)
      ? 'Foreground'
      : kind.orphansDependents && 'Orphan';
  const policy = propagationPolicy ?? (standing || 'Background');
  const others = present.filter((finalizer) => finalizer !== Orphan && finalizer !== Foreground);
  return policy === 'Background' ? others : [...others, collectorFinalizers[policy]];
}

/**
 * The only writer of the store: defaults, validates, keeps resourceVersion and generation, and tells every write.
 * A refusal is a value in Kubernetes' words and changes nothing. Source: apiserver pkg/registry/generic/registry/store.go.
 */
export class ApiServer {
  constructor(private readonly around: Surroundings) {}

  /** Makes an object. Refusals: unknown kind, AlreadyExists, Invalid. */
  create(given: Manifest, cause: Cause): Result<KubeObject> {
    const kind = this.kindOf(given);
    if (!kind.ok) return kind;
    const manifest = asStored(kind.value, given);
    const unadmitted = creationRefusal(this.around.store, kind.value, manifest);
    if (unadmitted) return refuse(unadmitted);
    const admitted = withPriority(
      kind.value.defaulted(this.named(manifest, kind.value)),
      this.around.store,
      manifest.metadata.name || manifest.metadata.generateName,
    );
    if (!admitted.ok) return admitted;
    const object = withDefaultClass(
      kind.value.prepared?.(admitted.value) ?? admitted.value,
      this.around.store,
    );
    const { name } = object.metadata;
    const unfit = kind.value.unfit?.(object) ?? [];
    if (unfit.length) return refuse(invalid(kind.value.kind, kind.value.group, name, unfit));
    const errors = [
      ...metadataErrors(object, kind.value.nameForm, kind.value.namespaced),
      ...(kind.value.validateCreate?.(object) ?? []),
      ...kind.value.validate(object),
    ];
    if (errors.length === 0) errors.push(...segmentErrors('metadata.name', name));
    if (errors.length) return refuse(invalid(kind.value.kind, kind.value.group, name, errors));
    const complete = allocated(object, undefined, this.around);
    if (!complete.ok) return complete;
    const namesake = this.around.store.get(keyOf(object));
    if (namesake) return refuse(alreadyExists(resourceOf(kind.value), name, isTerminating(namesake)));
    return accept(this.write(undefined, complete.value, cause));
  }

  /**
   * Replaces an object by a changed value of itself. `part` says whose fields count: `status` leaves spec and metadata
   * alone, `spec` leaves status. Refusals: NotFound, Conflict when the resourceVersion is not the stored one, Invalid.
   */
  update(object: KubeObject, part: 'spec' | 'status', cause: Cause): Result<KubeObject> {
    const kind = this.kindOf(object);
    if (!kind.ok) return kind;
    const { name } = object.metadata;
    const stored = this.around.store.get(keyOf(object));
    if (!stored) return refuse(notFound(resourceOf(kind.value), name));
    if (object.metadata.resourceVersion !== stored.metadata.resourceVersion)
      return refuse(conflict(resourceOf(kind.value), name));
    return this.replace(kind.value, stored, asStored(kind.value, object), part, cause);
  }

  /** The finalize subresource: who holds a Namespace. With nobody left, one that is going is gone. */
  finalize(object: KubeObject, cause: Cause): Result<KubeObject> {
    const found = this.find(object.kind, object.metadata.namespace ?? '', object.metadata.name);
    if (!found.ok) return refuse(found.status);
    const { kind, stored } = found.value;
    if (object.metadata.resourceVersion !== stored.metadata.resourceVersion)
      return refuse(conflict(resourceOf(kind), object.metadata.name));
    const written = this.write(stored, { ...stored, spec: object.spec }, cause);
    this.removeIfFree(kind, written, cause);
    return accept(written);
  }

  /** Changes the fields of a merge patch (RFC 7386), a strategic merge patch or a JSON patch (RFC 6902). */
  patch(
    key: { kind: string; namespace: string; name: string },
    type: 'merge' | 'strategic' | 'json',
    body: object,
    cause: Cause,
    part: 'spec' | 'status' = 'spec',
  ): Result<KubeObject> {
    const found = this.find(key.kind, key.namespace, key.name);
    if (!found.ok) return found;
    const { kind, stored } = found.value;
    const lost = type === 'strategic' ? keyless(stored, body) : undefined;
    if (lost) {
      const message = `map: ${asGoMap(lost.element)} does not contain declared merge key: ${lost.key}`;
      return refuse({ code: 500, reason: '', message });
    }
    const result: Result<unknown> =
      type === 'json'
        ? jsonPatch(stored, body)
        : accept(type === 'merge' ? mergePatch(stored, body) : strategicMerge(stored, body));
    if (!result.ok) return refuse(result.status);
    const how = type === 'strategic' ? 'merged' : 'patched';
    const { value, misfit } = decoded(key.kind, (result.value ?? {}) as object, how);
    if (misfit)
      return refuse(
        invalidPatch(type === 'strategic' ? asGoMap(body) : JSON.stringify(result.value), misfit),
      );
    // Of what kind and in which version it is, the request says.
    const { kind: of, apiVersion } = stored;
    const patched = { ...value, kind: of, apiVersion } as KubeObject;
    const name = patched.metadata?.name;
    if (!name) return refuse(badRequest('name must be provided'));
    if (name !== stored.metadata.name)
      return refuse(
        badRequest(
          `the name of the object (${name}) does not match the name on the URL (${stored.metadata.name})`,
        ),
      );
    if (patched.metadata.namespace !== stored.metadata.namespace) {
      return refuse(
        badRequest('the namespace of the provided object does not match the namespace sent on the request'),
      );
    }
    if (patched.metadata.resourceVersion !== stored.metadata.resourceVersion)
      return refuse(conflict(resourceOf(kind), key.name));
    const status = part === 'status' ? patched.status : stored.status;
    return this.replace(kind, stored, { ...patched, status }, part, cause);
  }

  /**
   * Server-side apply, forced, by one manager: creates, or merges what the manifest says into the object and takes away
   * what the apply before named and this one does not, unless somebody else has changed it since.
   * Source: apiserver pkg/endpoints/handlers/patch.go applyPatcher; sigs.k8s.io/structured-merge-diff.
   */
  apply(given: Manifest, cause: Cause): Result<KubeObject> {
    const kind = this.kindOf(given);
    if (!kind.ok) return kind;
    const manifest = asStored(kind.value, given);
    if (!manifest.metadata.name) return refuse(badRequest('metadata.name: Required value: name is required'));
    const namespace = kind.value.namespaced ? (manifest.metadata.namespace ?? 'default') : '';
    const stored = this.around.store.find(manifest.kind, namespace, manifest.metadata.name);
    const fields = appliedFields(manifest.kind, manifest);
    const managedFields = [
      {
        manager: 'kubectl',
        operation: 'Apply' as const,
        apiVersion: manifest.apiVersion,
        time: timestamp(this.around.nowMs()),
        fieldsType: 'FieldsV1' as const,
        fieldsV1: fields,
      },
    ];
    const whole = (object: object) => decoded(structName(kind.value.kind, '') ?? '', object).value;
    if (!stored) {
      const object = whole(manifest) as Manifest;
      return this.create({ ...object, metadata: { ...object.metadata, managedFields } }, cause);
    }
    const { status: _, ...body } = manifest;
    const before = stored.metadata.managedFields?.[0]?.fieldsV1;
    const base = before ? (withoutDropped(stored, before, fields) as KubeObject) : stored;
    const merged = whole(strategicMerge(base, body) as KubeObject) as KubeObject;
    const { resourceVersion } = manifest.metadata;
    if (resourceVersion !== undefined && resourceVersion !== stored.metadata.resourceVersion)
      return refuse(conflict(resourceOf(kind.value), stored.metadata.name));
    const isSameSet = before !== undefined && isSame(before, fields);
    const metadata = {
      ...merged.metadata,
      managedFields: isSameSet ? stored.metadata.managedFields : managedFields,
    };
    const applied = { ...merged, metadata, status: stored.status };
    return this.replace(kind.value, stored, applied, 'spec', cause, 'apply');
  }

  /** Says through the scale subresource how many replicas an object wants. Source: the kinds' ScaleREST Update. */
  scale(
    key: { kind: string; namespace: string; name: string },
    replicas: number,
    cause: Cause,
  ): Result<KubeObject> {
    const found = this.find(key.kind, key.namespace, key.name);
    if (!found.ok) return found;
    const { kind, stored } = found.value;
    const scaled = withReplicas(stored, replicas);
    return scaled.ok ? this.replace(kind, stored, scaled.value, 'spec', cause) : scaled;
  }

  /** Gives a Pod its node, once. Source: pkg/registry/core/pod/storage BindingREST. */
  bind(pod: Pod, node: string, cause: Cause): Result<KubeObject> {
    const stored = this.around.store.get<Pod>(keyOf(pod));
    if (!stored || stored.metadata.uid !== pod.metadata.uid)
      return refuse(notFound('pods', pod.metadata.name));
    if (stored.spec.nodeName) return refuse(conflict('pods/binding', pod.metadata.name));
    const scheduled = {
      type: 'PodScheduled',
      status: 'True' as const,
      lastTransitionTime: timestamp(this.around.nowMs()),
    };
    const conditions = [
      ...(stored.status.conditions ?? []).filter((c) => c.type !== 'PodScheduled'),
      scheduled,
    ];
    return accept(
      this.write(
        stored,
        {
          ...stored,
          spec: { ...stored.spec, nodeName: node },
          status: { ...stored.status, conditions },
        } as Pod,
        cause,
      ),
    );
  }

  /**
   * Asks for an object's end. With grace or finalizers left it is only marked; whoever holds it up ends it later by
   * deleting again with no grace, or by taking its finalizer off. Source: store.go Delete, rest.BeforeDelete.
   */
  delete(
    key: { kind: string; namespace: string; name: string },
    options: DeleteOptions,
    cause: Cause,
  ): Result<KubeObject> {
    const found = this.find(key.kind, key.namespace, key.name);
    if (!found.ok) return found;
    const { kind, stored } = found.value;
    const unadmitted = deletionRefusal(kind, key.name);
    if (unadmitted) return refuse(unadmitted);
    if (options.uid && options.uid !== stored.metadata.uid)
      return refuse(conflict(resourceOf(kind), key.name));
    const graceSeconds = kind.graceSeconds?.(stored, options.gracePeriodSeconds);
    const finalizers = finalizersAfter(kind, stored, options);
    const old = stored.metadata.deletionGracePeriodSeconds;
    const isFirst = !isTerminating(stored);
    const isShorter = graceSeconds !== undefined && old !== undefined && graceSeconds < old;
    const isHeld = kind.isHeld?.(stored) ?? false;
    const mark = graceSeconds !== undefined || finalizers.length > 0 || isHeld;
    let current = stored;
    const areSame = isSame(finalizers, stored.metadata.finalizers ?? []);
    if (mark && (isFirst || isShorter || !areSame)) {
      const seconds = Math.min(graceSeconds ?? 0, old ?? Number.POSITIVE_INFINITY);
      const marked = this.marked(stored, seconds, finalizers);
      const moment = isFirst || isShorter ? {} : { deletionTimestamp: stored.metadata.deletionTimestamp };
      const going = { ...marked, metadata: { ...marked.metadata, ...moment } };
      current = this.write(stored, kind.terminating?.(going) ?? going, cause);
    }
    if (isHeld || finalizers.length > 0 || (current.metadata.deletionGracePeriodSeconds ?? 0) > 0)
      return accept(current);
    this.remove(current, cause);
    return accept(current);
  }

  /** A deletion of a Pod that the PodDisruptionBudgets may refuse. Source: pkg/registry/core/pod/storage/eviction.go. */
  evict(key: { namespace: string; name: string }, options: DeleteOptions, cause: Cause): Result<KubeObject> {
    const found = this.find('Pod', key.namespace, key.name);
    if (!found.ok) return found;
    const pod = found.value.stored as Pod;
    const nowMs = this.around.nowMs();
    const budgets = this.around.store.list<PodDisruptionBudget>('PodDisruptionBudget');
    const granted = evictionOf(pod, budgets, nowMs);
    if (!granted.ok) return granted;
    if (granted.value) this.update(granted.value, 'status', cause);
    this.update(markedByEviction(pod, nowMs), 'status', cause);
    return this.delete({ ...key, kind: 'Pod' }, options, cause);
  }

  private marked(object: KubeObject, seconds: number, finalizers: readonly string[]): KubeObject {
    const { generation } = object.metadata;
    const metadata: ObjectMeta = {
      ...object.metadata,
      ...(generation && !isTerminating(object) && { generation: generation + 1 }),
      deletionTimestamp: timestamp(this.around.nowMs() + seconds * 1000),
      deletionGracePeriodSeconds: seconds,
      finalizers: finalizers.length ? finalizers : undefined,
    };
    return { ...object, metadata };
  }

  private replace(
    kind: Kind,
    stored: KubeObject,
    object: KubeObject,
    part: 'spec' | 'status',
    cause: Cause,
    by: 'apply' | 'update' = 'update',
  ): Result<KubeObject> {
    if (part === 'status') {
      if (isSame(stored.status, object.status)) return accept(stored);
      return accept(this.write(stored, { ...stored, status: object.status }, cause));
    }
    const immutable = (['uid', 'deletionTimestamp'] as const).flatMap((field) => {
      const given = object.metadata[field];
      const isOther = given && given !== stored.metadata[field];
      return isOther ? [invalidValue(`metadata.${field}`, given, 'field is immutable')] : [];
    });
    if (immutable.length) return refuse(invalid(kind.kind, kind.group, stored.metadata.name, immutable));
    const metadata = {
      ...object.metadata,
      uid: stored.metadata.uid,
      generation: stored.metadata.generation,
      creationTimestamp: stored.metadata.creationTimestamp,
      deletionTimestamp: stored.metadata.deletionTimestamp,
      deletionGracePeriodSeconds: stored.metadata.deletionGracePeriodSeconds,
    };
    const defaulted = kind.defaulted({
      ...object,
      metadata,
      ...(kind.hasStatus && { status: stored.status }),
    });
    const wanted = kind.prepared?.(defaulted, stored) ?? defaulted;
    const kept = cause.on === undefined ? withoutEmpty(wanted, kind.kind) : wanted;
    if (
      isSame(
        { ...kept, metadata: { ...kept.metadata, resourceVersion: '' } },
        { ...stored, metadata: { ...stored.metadata, resourceVersion: '' } },
      )
    ) {
      return accept(stored);
    }
    const unfit = kind.unfit?.(wanted) ?? [];
    if (unfit.length) return refuse(invalid(kind.kind, kind.group, stored.metadata.name, unfit));
    const errors = [
      ...metadataErrors(wanted, kind.nameForm, kind.namespaced, stored.metadata),
      ...(kind.changesFirst ? kind.validateUpdate(wanted, stored) : []),
      ...kind.validate(wanted),
      ...(kind.changesFirst ? [] : kind.validateUpdate(wanted, stored)),
    ];
    if (errors.length) return refuse(invalid(kind.kind, kind.group, stored.metadata.name, errors));
    const complete = allocated(wanted, stored, this.around);
    if (!complete.ok) return complete;
    const isCounted = kind.hasGeneration && !isSame(countedOf(kind, wanted), countedOf(kind, stored));
    const generation = isCounted ? (stored.metadata.generation ?? 0) + 1 : stored.metadata.generation;
    const managedFields = (by === 'apply' ? wanted : withoutChanged(stored, wanted)).metadata.managedFields;
    const written = this.write(
      stored,
      {
        ...complete.value,
        metadata: { ...wanted.metadata, generation, ...(managedFields && { managedFields }) },
      },
      cause,
    );
    this.removeIfFree(kind, written, cause);
    return accept(written);
  }

  /** A change may take away the last thing that held up an object that is going. Source: ShouldDeleteDuringUpdate. */
  private removeIfFree(kind: Kind, object: KubeObject, cause: Cause): void {
    const { finalizers, deletionGracePeriodSeconds } = object.metadata;
    const isFree = !finalizers?.length && !deletionGracePeriodSeconds && !kind.isHeld?.(object);
    if (isTerminating(object) && isFree) this.remove(object, cause);
  }

  private kindOf(object: { kind: string; apiVersion: string }): Result<Kind> {
    const kind = kinds.get(object.kind);
    return kind && (kind.apiVersion === object.apiVersion || kind.alsoServed?.[object.apiVersion])
      ? accept(kind)
      : refuse(noSuchKind(object.kind, object.apiVersion));
  }

  private find(
    name: string,
    namespace: string,
    objectName: string,
  ): Result<{ kind: Kind; stored: KubeObject }> {
    const kind = kinds.get(name);
    if (!kind) return refuse(noSuchKind(name, 'v1'));
    const stored = this.around.store.get(keyFor(name, kind.namespaced ? namespace : '', objectName));
    return stored
      ? accept({ kind, stored })
      : refuse<{ kind: Kind; stored: KubeObject }>(notFoundOf(kind, objectName));
  }

  private named(manifest: Manifest, kind: Kind): KubeObject {
    const { namespace = 'default', ...metadata } = manifest.metadata;
    const { generateName } = metadata;
    const finalizers = [...(metadata.finalizers ?? []), ...(kind.finalizers ?? [])];
    return {
      ...manifest,
      ...(kind.hasStatus && { status: undefined }),
      metadata: {
        ...metadata,
        name:
          metadata.name ||
          (generateName ? `${generateName.slice(0, longestNameBase)}${nameSuffix(this.around.chance)}` : ''),
        ...(kind.namespaced && { namespace }),
        uid: uid(this.around.chance),
        resourceVersion: '',
        generation: kind.hasGeneration ? 1 : undefined,
        creationTimestamp: timestamp(this.around.nowMs()),
        ...(finalizers.length > 0 && { finalizers }),
      },
    };
  }

  private write(before: KubeObject | undefined, object: KubeObject, cause: Cause): KubeObject {
    // Controllers write what they read; a client's empty lists are nothing from here on.
    const kept = cause.on === undefined ? withoutEmpty(object, object.kind) : object;
    const after: KubeObject = {
      ...kept,
      metadata: { ...kept.metadata, resourceVersion: String(this.around.next('resourceVersion')) },
    };
    this.around.store.put(after);
    this.around.written({ key: keyOf(after), ...(before && { before }), after, cause });
    return after;
  }

  private remove(object: KubeObject, cause: Cause): void {
    this.around.next('resourceVersion');
    this.around.store.remove(keyOf(object));
    this.around.written({ key: keyOf(object), before: object, cause });
  }
}

/** What somebody else changed is no longer the apply's: the next apply does not take it away. */
function withoutChanged(stored: KubeObject, wanted: KubeObject): KubeObject {
  const [entry, ...others] = stored.metadata.managedFields ?? [];
  if (!entry) return wanted;
  const fieldsV1 = stillOwned(entry.fieldsV1, stored, wanted);
  const managedFields =
    fieldsV1 === entry.fieldsV1 ? [entry, ...others] : [{ ...entry, fieldsV1 }, ...others];
  return { ...wanted, metadata: { ...wanted.metadata, managedFields } };
}

/**
 * What a generation counts the changes of: the spec, or all of an object without one; of a Deployment its annotations, too, but
 * for its revision, which Kubernetes writes with the status. Source: the strategies' PrepareForUpdate.
 */
function countedOf({ kind }: Kind, { spec, metadata, ...others }: KubeObject): unknown {
  const { labels, annotations = {} } = metadata;
  if (kind !== 'Deployment') return spec ?? { ...others, labels };
  const { 'deployment.kubernetes.io/revision': _, ...counted } = annotations;
  return { spec, annotations: counted };
}

const notFoundOf = (kind: Kind, name: string): Status => notFound(resourceOf(kind), name);
