import type {
  Event,
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  Namespace,
  Node,
  PodDisruptionBudget,
} from '../../cluster/objects';
import { ageOf } from './age';
import { ageColumn, type ColumnOf, columnsFor, nameColumn } from './column';

/** `Ready,SchedulingDisabled`. */
function nodeStatus({ spec, status }: Node): string {
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  const is = ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown';
  return spec?.unschedulable ? `${is},SchedulingDisabled` : is;
}

const rolePrefix = 'node-role.kubernetes.io/';

/** Source: findNodeRoles. */
export function rolesOf({ metadata: { labels = {} } }: Node): string {
  const roles = Object.entries(labels).flatMap(([key, value]) =>
    key.startsWith(rolePrefix)
      ? [key.slice(rolePrefix.length)].filter(Boolean)
      : key === 'kubernetes.io/role' && value
        ? [value]
        : [],
  );
  return [...new Set(roles)].sort().join(',') || '<none>';
}

const addressOf = ({ status }: Node, wanted: string): string =>
  status.addresses?.find(({ type }) => type === wanted)?.address ?? '<none>';

const infoOf = ({ status }: Node, field: string): string => status.nodeInfo?.[field] || '<unknown>';

const unknown = '<unknown>';

function resourceTarget(name: string, target: MetricTarget, current: MetricStatus['resource']): string {
  if (target.averageValue !== undefined)
    return `${name}: ${current?.current.averageValue ?? unknown}/${target.averageValue}`;
  const now = current?.current.averageUtilization;
  return `${name}: ${now === undefined ? unknown : `${now}%`}/${target.averageUtilization === undefined ? '<auto>' : `${target.averageUtilization}%`}`;
}

function metricText(spec: MetricSpec, status: MetricStatus | undefined): string {
  const { resource, containerResource, pods, object, external } = spec;
  if (resource) return resourceTarget(resource.name, resource.target, status?.resource);
  if (containerResource)
    return resourceTarget(containerResource.name, containerResource.target, status?.containerResource);
  const target = (pods ?? object ?? external)?.target;
  if (target?.averageValue !== undefined) return `${unknown}/${target.averageValue}${pods ? '' : ' (avg)'}`;
  return `${unknown}/${target?.value ?? ''}`;
}

/** So many metrics are shown. Source: formatHPAMetrics. */
const metricsShown = 2;

function targetsOf({ spec, status }: HorizontalPodAutoscaler): string {
  const all = (spec.metrics ?? []).map((metric, i) => metricText(metric, status?.currentMetrics?.[i]));
  if (all.length === 0) return '<none>';
  return all.length > metricsShown
    ? `${all.slice(0, metricsShown).join(', ')} + ${all.length - metricsShown} more...`
    : all.join(', ');
}

const countOf = (value: number | string | undefined): string => (value === undefined ? 'N/A' : String(value));

/** Kinds that stand beside the workloads: nodes, namespaces, Events, autoscalers, budgets. */
export const nodesAndMore: Readonly<Record<string, readonly ColumnOf[]>> = {
  Node: [
    nameColumn,
    ...columnsFor<Node>([
      { name: 'Status', of: nodeStatus },
      { name: 'Roles', of: rolesOf },
    ]),
    ageColumn,
    ...columnsFor<Node>([
      { name: 'Version', of: (node) => node.status.nodeInfo?.kubeletVersion ?? '' },
      { name: 'Internal-IP', isWide: true, of: (node) => addressOf(node, 'InternalIP') },
      { name: 'External-IP', isWide: true, of: (node) => addressOf(node, 'ExternalIP') },
      { name: 'OS-Image', isWide: true, of: (node) => infoOf(node, 'osImage') },
      {
        name: 'Kernel-Version',
        isWide: true,
        of: (node) =>
          infoOf(node, 'kernelVersion') +
          (node.status.nodeInfo?.architecture ? ` (${node.status.nodeInfo.architecture})` : ''),
      },
      { name: 'Container-Runtime', isWide: true, of: (node) => infoOf(node, 'containerRuntimeVersion') },
    ]),
  ],
  Namespace: [
    nameColumn,
    ...columnsFor<Namespace>([{ name: 'Status', of: ({ status }) => status.phase }]),
    ageColumn,
  ],
  HorizontalPodAutoscaler: [
    nameColumn,
    ...columnsFor<HorizontalPodAutoscaler>([
      { name: 'Reference', of: ({ spec }) => `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}` },
      { name: 'Targets', of: targetsOf },
      {
        name: 'MinPods',
        of: ({ spec }) => (spec.minReplicas === undefined ? '<unset>' : String(spec.minReplicas)),
      },
      { name: 'MaxPods', of: ({ spec }) => String(spec.maxReplicas) },
      { name: 'Replicas', of: ({ status }) => String(status?.currentReplicas ?? 0) },
    ]),
    ageColumn,
  ],
  PodDisruptionBudget: [
    nameColumn,
    ...columnsFor<PodDisruptionBudget>([
      { name: 'Min Available', of: ({ spec }) => countOf(spec.minAvailable) },
      { name: 'Max Unavailable', of: ({ spec }) => countOf(spec.maxUnavailable) },
      { name: 'Allowed Disruptions', of: ({ status }) => String(status?.disruptionsAllowed ?? 0) },
    ]),
    ageColumn,
  ],
  Event: columnsFor<Event>([
    { name: 'Last Seen', of: ({ lastTimestamp }, nowMs) => ageOf(lastTimestamp, nowMs) },
    { name: 'Type', of: ({ type }) => type },
    { name: 'Reason', of: ({ reason }) => reason },
    { name: 'Object', of: ({ involvedObject: { kind, name } }) => `${kind.toLowerCase()}/${name}` },
    { name: 'Subobject', isWide: true, of: ({ involvedObject }) => involvedObject.fieldPath ?? '' },
    { name: 'Source', isWide: true, of: ({ reportingComponent }) => reportingComponent },
    { name: 'Message', of: ({ message }) => message.trim() },
    { name: 'First Seen', isWide: true, of: ({ firstTimestamp }, nowMs) => ageOf(firstTimestamp, nowMs) },
    { name: 'Count', isWide: true, of: ({ count }) => String(count) },
    { name: 'Name', isWide: true, of: ({ metadata }) => metadata.name },
  ]),
};
