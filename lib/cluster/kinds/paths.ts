import { type FieldError, invalidValue } from '../api/refusal';

/** Any struct's fields, for checks that look at a few of them. */
export type Fields = Readonly<Record<string, unknown>>;
export const fieldsOf = (list: unknown): readonly Fields[] => (list ?? []) as readonly Fields[];

/** Paths in volumes. Models pkg/apis/core/validation validatePathNoBacksteps and its like (v1.37). */
export const backstepErrors = (field: string, path: string): FieldError[] =>
  path.split('/').includes('..') ? [invalidValue(field, path, "must not contain '..'")] : [];

/** A path below a folder. Source: validateLocalDescendingPath. */
export const pathErrors = (field: string, path: string): FieldError[] => [
  ...(path.startsWith('/') ? [invalidValue(field, path, 'must be a relative path')] : []),
  ...backstepErrors(field, path),
];

/** A path that doesn't begin as the kubelet's own do. Source: ValidateLocalNonReservedPath. */
export const ownPathErrors = (field: string, path: string): FieldError[] => [
  ...pathErrors(field, path),
  ...(/^\.\.(?!\/)/.test(path) ? [invalidValue(field, path, "must not start with '..'")] : []),
];
