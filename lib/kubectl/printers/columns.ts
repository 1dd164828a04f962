import { type ColumnOf, nameColumn } from './column';
import { batch } from './columns-batch';
import { nodesAndMore } from './columns-nodes';
import { pods } from './columns-pods';
import { services } from './columns-services';
import { storage } from './columns-storage';
import { workloads } from './columns-workloads';

/** Columns of an object that has no printer of its own. Source: apiserver rest.NewDefaultTableConvertor. */
const otherColumns: readonly ColumnOf[] = [
  nameColumn,
  { name: 'Created At', of: ({ metadata }) => metadata.creationTimestamp },
];

const all: Readonly<Record<string, readonly ColumnOf[]>> = {
  ...pods,
  ...workloads,
  ...batch,
  ...services,
  ...storage,
  ...nodesAndMore,
};

/** What `kubectl get` shows of a kind, column by column. Source: pkg/printers/internalversion/printers.go (v1.37). */
export const columnsOf = (kind: string): readonly ColumnOf[] =>
  Object.hasOwn(all, kind) ? (all[kind] ?? otherColumns) : otherColumns;
