import type { NameForm } from '../api/names';
import type { FieldError } from '../api/refusal';
import type { KubeObject, Manifest } from '../objects';

/** What the API server knows of one kind: names, defaults, and what it refuses. */
export interface Kind<T extends KubeObject = KubeObject> {
  readonly kind: T['kind'];
  readonly apiVersion: string;
  /** Other versions that are taken, each with its conversion to the stored one. Defaults come after it. */
  readonly alsoServed?: Readonly<Record<string, (manifest: Manifest) => Manifest>>;
  /** `apps`, or empty for the core group. */
  readonly group: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly nameForm: NameForm;
  /** Has a status subresource: a client's `status` is dropped on create and kept on update. */
  readonly hasStatus: boolean;
  /** Counts the changes of its spec in metadata.generation, as every kind with a status does unless it says otherwise. */
  readonly hasGeneration: boolean;
  /** Fills what the client left out. Pure: the allocations that need the cluster are the API server's. */
  readonly defaulted: (object: T) => T;
  /** What the API server itself keeps of an object, whatever a client says. `before` is absent for a new one. */
  readonly prepared?: (object: T, before?: T) => T;
  /** What is refused before anything else is looked at: there is nothing to give it. */
  readonly unfit?: (object: T) => FieldError[];
  readonly validate: (object: T) => FieldError[];
  readonly validateUpdate: (object: T, before: T) => FieldError[];
  /** A refusal says what may not change before it says what is wrong with the object. */
  readonly changesFirst?: boolean;
  /** What is asked of a new object only, before the rest. */
  readonly validateCreate?: (object: T) => FieldError[];
  /** Seconds of grace for a deletion, or undefined if objects of the kind go at once. */
  readonly graceSeconds?: (object: T, asked: number | undefined) => number;
  /** What becomes of dependents when a client says nothing of them: they stay. kubectl always says. */
  readonly orphansDependents?: boolean;
  /** The object as it stands once its deletion was asked for. */
  readonly terminating?: (object: T) => T;
  /** Something in the spec holds the object: a deletion only marks it until that is gone. */
  readonly isHeld?: (object: T) => boolean;
  /** Finalizers that admission puts on a new object. */
  readonly finalizers?: readonly string[];
}

const nothingToSay = (): FieldError[] => [];

/** A kind without defaults or refusals of its own; what is given replaces that. */
export const defineKind = <T extends KubeObject>(
  kind: Pick<Kind<T>, 'kind' | 'apiVersion' | 'plural'> & Partial<Kind<T>>,
): Kind<T> => ({
  group: kind.apiVersion.includes('/') ? (kind.apiVersion.split('/')[0] ?? '') : '',
  namespaced: true,
  nameForm: 'subdomain',
  hasStatus: true,
  hasGeneration: kind.hasStatus ?? true,
  defaulted: (object) => object,
  validate: nothingToSay,
  validateUpdate: nothingToSay,
  ...kind,
});

/** A manifest in the version that the kind is stored in. */
export const asStored = <T extends Manifest | KubeObject>(kind: Kind, manifest: T): T =>
  (kind.alsoServed?.[manifest.apiVersion]?.(manifest as Manifest) as T | undefined) ?? manifest;

/** `statefulsets.apps`, `pods`: the resource as statuses name it. */
export const resourceOf = (kind: Kind): string => (kind.group ? `${kind.plural}.${kind.group}` : kind.plural);
