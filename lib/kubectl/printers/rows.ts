import type { KubeObject } from '../../cluster/objects';
import { kindName, type Resource } from '../resources';
import { columnsOf } from './columns';
import { formatLabels } from './columns-workloads';
import { oneLine } from './table';

/** What `get` shows beside a kind's own columns. */
export interface TableOptions {
  readonly isWide: boolean;
  readonly withNamespace: boolean;
  /** `pod/web-0` in place of `web-0`. */
  readonly withKind: boolean;
  /** `-L`: a column for each of these labels. */
  readonly labelColumns: readonly string[];
  readonly showLabels: boolean;
}

/** The last part of a label's key, as the head of its column. Source: tablegenerator formatLabelHeaders. */
const labelHead = (key: string): string => (key.split('/').at(-1) ?? '').toUpperCase();

export function headOf({ kind }: Resource, options: TableOptions): string[] {
  return [
    ...(options.withNamespace ? ['NAMESPACE'] : []),
    ...columnsOf(kind)
      .filter(({ isWide }) => options.isWide || !isWide)
      .map(({ name }) => name.toUpperCase()),
    ...options.labelColumns.map(labelHead),
    ...(options.showLabels ? ['LABELS'] : []),
  ];
}

export function rowOf(
  resource: Resource,
  object: KubeObject,
  nowMs: number,
  options: TableOptions,
): string[] {
  const labels = object.metadata.labels ?? {};
  const cells = columnsOf(resource.kind)
    .filter(({ isWide }) => options.isWide || !isWide)
    .map(({ name, of }) => {
      const cell = oneLine(of(object, nowMs));
      return name === 'Name' && options.withKind ? `${kindName(resource)}/${cell}` : cell;
    });
  return [
    ...(options.withNamespace ? [object.metadata.namespace ?? ''] : []),
    ...cells,
    ...options.labelColumns.map((key) => labels[key] ?? ''),
    ...(options.showLabels ? [formatLabels(labels)] : []),
  ];
}
