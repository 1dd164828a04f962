import type {
  DaemonSet,
  Deployment,
  KubeObject,
  LabelSelector,
  Labels,
  PodTemplate,
} from '../../cluster/objects';
import {
  daemonSetColumns,
  deploymentColumns,
  replicaSetColumns,
  statefulSetColumns,
} from '../../cluster/printed/workloads';
import { selectorText } from '../../cluster/selector';
import { ageColumn, type ColumnOf, columnsFor, nameColumn } from './column';

type Templated = KubeObject & { readonly spec: { readonly template: PodTemplate } };

const containersOf = (object: KubeObject) => (object as Templated).spec?.template?.spec?.containers ?? [];

/** Names and images of the containers of a template; only `-o wide` shows them. */
export const containerColumns: readonly ColumnOf[] = [
  {
    name: 'Containers',
    isWide: true,
    of: (object) =>
      containersOf(object)
        .map(({ name }) => name)
        .join(','),
  },
  {
    name: 'Images',
    isWide: true,
    of: (object) =>
      containersOf(object)
        .map(({ image }) => image)
        .join(','),
  },
];

/** Source: meta/v1 FormatLabelSelector. */
export const formatSelector = (selector: LabelSelector | undefined): string => {
  const text = selector === undefined ? '<none>' : selectorText(selector);
  return text || '<none>';
};

/** `app=web,tier=front`, in the order of the alphabet. Source: apimachinery labels FormatLabels. */
export const formatLabels = (labels: Labels | undefined): string =>
  Object.entries(labels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join(',') || '<none>';

const selectorColumn: ColumnOf = {
  name: 'Selector',
  isWide: true,
  of: ({ spec }) => formatSelector((spec as Deployment['spec']).selector as LabelSelector | undefined),
};

/** Columns of counts, which one function gives together. */
const counts = (names: readonly string[], of: (object: KubeObject) => readonly string[]): ColumnOf[] =>
  names.map((name, i) => ({ name, of: (object) => of(object)[i] ?? '' }));

const replicaColumns = [nameColumn, ...counts(['Desired', 'Current', 'Ready'], replicaSetColumns), ageColumn];

export const workloads: Readonly<Record<string, readonly ColumnOf[]>> = {
  Deployment: [
    nameColumn,
    ...counts(['Ready', 'Up-to-date', 'Available'], deploymentColumns),
    ageColumn,
    ...containerColumns,
    selectorColumn,
  ],
  ReplicaSet: [...replicaColumns, ...containerColumns, selectorColumn],
  ReplicationController: [
    ...replicaColumns,
    ...containerColumns,
    {
      name: 'Selector',
      isWide: true,
      of: ({ spec }) => formatLabels((spec as { selector?: Labels }).selector),
    },
  ],
  StatefulSet: [nameColumn, ...counts(['Ready'], statefulSetColumns), ageColumn, ...containerColumns],
  DaemonSet: [
    nameColumn,
    ...counts(['Desired', 'Current', 'Ready', 'Up-to-date', 'Available'], daemonSetColumns),
    ...columnsFor<DaemonSet>([
      { name: 'Node Selector', of: ({ spec }) => formatLabels(spec.template.spec.nodeSelector) },
    ]),
    ageColumn,
    ...containerColumns,
    selectorColumn,
  ],
  ControllerRevision: [
    nameColumn,
    {
      name: 'Controller',
      of: ({ metadata }) => {
        const owner = metadata.ownerReferences?.find(({ controller }) => controller);
        if (!owner) return '<none>';
        const [group = '', version] = owner.apiVersion.split('/');
        return `${owner.kind.toLowerCase()}${version ? `.${group}` : ''}/${owner.name}`;
      },
    },
    { name: 'Revision', of: (object) => String((object as unknown as { revision: number }).revision) },
    ageColumn,
  ],
};
