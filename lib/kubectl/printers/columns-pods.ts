import type { Pod } from '../../cluster/objects';
import { type PodRow, restartsColumn, rowOf } from '../../cluster/printed/pod';
import { ageColumn, type ColumnOf, columnsFor, nameColumn } from './column';

interface Nominated {
  readonly nominatedNodeName?: string;
}

/** How many of the Pod's readiness gates are open. */
function gates({ spec, status }: Pod): string {
  const all = (spec as { readonly readinessGates?: readonly { readonly conditionType: string }[] })
    .readinessGates;
  if (!all?.length) return '<none>';
  const open = all.filter(({ conditionType }) =>
    status.conditions?.some(({ type, status }) => type === conditionType && status === 'True'),
  );
  return `${open.length}/${all.length}`;
}

const rows = new WeakMap<Pod, PodRow>();

/** A Pod's row, looked up once: objects are values. */
function row(pod: Pod): PodRow {
  const known = rows.get(pod) ?? rowOf(pod);
  rows.set(pod, known);
  return known;
}

export const pods: Readonly<Record<string, readonly ColumnOf[]>> = {
  Pod: [
    nameColumn,
    ...columnsFor<Pod>([
      { name: 'Ready', of: (pod) => row(pod).ready },
      { name: 'Status', of: (pod) => row(pod).status },
      { name: 'Restarts', of: (pod, nowMs) => restartsColumn(row(pod), nowMs) },
    ]),
    ageColumn,
    ...columnsFor<Pod>([
      { name: 'IP', isWide: true, of: ({ status }) => status.podIP || '<none>' },
      { name: 'Node', isWide: true, of: ({ spec }) => spec.nodeName || '<none>' },
      {
        name: 'Nominated Node',
        isWide: true,
        of: ({ status }) => (status as Nominated).nominatedNodeName || '<none>',
      },
      { name: 'Readiness Gates', isWide: true, of: gates },
    ]),
  ],
};
