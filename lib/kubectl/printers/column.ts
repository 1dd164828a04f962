import type { KubeObject } from '../../cluster/objects';
import { ageOf } from './age';

/** One column of a kind: its head, what stands in it, whether only `-o wide` shows it. */
export interface ColumnOf<T extends KubeObject = KubeObject> {
  readonly name: string;
  readonly isWide?: boolean;
  readonly of: (object: T, nowMs: number) => string;
}

export const nameColumn: ColumnOf = { name: 'Name', of: ({ metadata }) => metadata.name };
export const ageColumn: ColumnOf = {
  name: 'Age',
  of: ({ metadata }, nowMs) => ageOf(metadata.creationTimestamp, nowMs),
};

/** The columns of one kind, typed for its objects. */
export const columnsFor = <T extends KubeObject>(columns: readonly ColumnOf<T>[]): readonly ColumnOf[] =>
  columns as unknown as readonly ColumnOf[];
