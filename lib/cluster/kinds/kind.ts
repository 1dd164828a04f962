import type { GoField } from '../api/decoding';
import type { NameForm } from '../api/names';
import type { FieldError } from '../api/refusal';
import type { KubeObject } from '../objects';

/** What the API server knows of one kind: names, defaults, and what it refuses. */
export interface Kind<T extends KubeObject = KubeObject> {
  readonly kind: T['kind'];
  readonly apiVersion: string;
  /** `apps`, or empty for the core group. */
  readonly group: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly nameForm: NameForm;
  /** Has a status subresource: a client's `status` is dropped on create and kept on update. */
  readonly hasStatus: boolean;
  /** Fields whose type is looked at when an object is made. */
  readonly fields?: readonly GoField[];
  /** Fills what the client left out. Pure: the allocations that need the cluster are the API server's. */
  readonly defaulted: (object: T) => T;
  readonly validate: (object: T) => FieldError[];
  readonly validateUpdate: (object: T, before: T) => FieldError[];
  /** Seconds of grace for a deletion, or undefined if objects of the kind go at once. */
  readonly graceSeconds?: (object: T, asked: number | undefined) => number;
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
  defaulted: (object) => object,
  validate: nothingToSay,
  validateUpdate: nothingToSay,
  ...kind,
});

/** `statefulsets.apps`, `pods`: the resource as statuses name it. */
export const resourceOf = (kind: Kind): string => (kind.group ? `${kind.plural}.${kind.group}` : kind.plural);
