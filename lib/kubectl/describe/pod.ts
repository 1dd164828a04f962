import type { ContainerStatus, Pod } from '../../cluster/objects';
import { hasEnded } from '../../cluster/pods';
import { ageOf } from '../printers/age';
import { containers, resources, seccomp } from './containers';
import { describerOf } from './describer';
import type { FieldOf } from './environment';
import { annotations, labels, spreadConstraints, tolerations } from './lists';
import type { Page } from './page';
import { schedulingGroup } from './pod-scheduling';
import { controllerText, dateText } from './values';
import { volumes } from './volumes';

/** Fields of the spec that describe reads and the model does not. */
interface Read {
  readonly priority?: number;
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly serviceAccountName?: string;
  readonly securityContext?: Parameters<typeof seccomp>[1];
  readonly resources?: Parameters<typeof resources>[1];
  readonly ephemeralContainers?: Pod['spec']['containers'];
}

/** What kubectl can say of the fields that a variable may take; others are empty there, too. Source: EnvValueRetriever. */
const fieldsOf =
  ({ metadata }: Pod): FieldOf =>
  (path) =>
    path === 'metadata.name'
      ? metadata.name
      : path === 'metadata.namespace'
        ? (metadata.namespace ?? '')
        : '';

/** Models pkg/describe describePod (v1.37). */
export const pod = describerOf<Pod>((page, object, { nowMs }) => {
  head(page, object, nowMs);
  const { spec, status } = object;
  const { resources: whole, ephemeralContainers } = spec as Read;
  if (whole) {
    page.write(0, 'Resources:\n');
    resources(page, whole, 1);
  }
  const fieldOf = fieldsOf(object);
  const { initContainerStatuses, containerStatuses } = status;
  const { ephemeralContainerStatuses } = status as {
    ephemeralContainerStatuses?: readonly ContainerStatus[];
  };
  if (spec.initContainers?.length)
    containers(page, 'Init Containers', spec.initContainers, { statuses: initContainerStatuses, fieldOf });
  containers(page, 'Containers', spec.containers, { statuses: containerStatuses, fieldOf });
  if (ephemeralContainers?.length)
    containers(page, 'Ephemeral Containers', ephemeralContainers, {
      statuses: ephemeralContainerStatuses,
      fieldOf,
    });
  conditions(page, object);
  volumes(page, spec.volumes);
  page.field(0, 'QoS Class', status.qosClass ?? 'BestEffort');
  labels(page, 'Node-Selectors', spec.nodeSelector);
  tolerations(page, 'Tolerations', spec.tolerations);
  spreadConstraints(page, spec.topologySpreadConstraints);
  schedulingGroup(page, spec);
});

function head(page: Page, object: Pod, nowMs: number): void {
  const { metadata, spec, status } = object;
  const { priority = 0, priorityClassName, runtimeClassName, serviceAccountName, ...read } = spec as Read;
  page.field(0, 'Name', metadata.name);
  page.field(0, 'Namespace', metadata.namespace ?? '');
  page.field(0, 'Priority', priority);
  if (priorityClassName) page.field(0, 'Priority Class Name', priorityClassName);
  if (runtimeClassName) page.field(0, 'Runtime Class Name', runtimeClassName);
  if (serviceAccountName) page.field(0, 'Service Account', serviceAccountName);
  page.field(0, 'Node', spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>');
  if (status.startTime) page.field(0, 'Start Time', dateText(status.startTime));
  labels(page, 'Labels', metadata.labels);
  annotations(page, 'Annotations', metadata.annotations);
  const isEnding = metadata.deletionTimestamp && !hasEnded(object);
  page.field(
    0,
    'Status',
    isEnding ? `Terminating (lasts ${ageOf(metadata.deletionTimestamp, nowMs)})` : status.phase,
  );
  if (isEnding) page.field(0, 'Termination Grace Period', `${metadata.deletionGracePeriodSeconds ?? 0}s`);
  if (status.reason) page.field(0, 'Reason', status.reason);
  if (status.message) page.field(0, 'Message', status.message);
  seccomp(page, read.securityContext, 0, 0);
  page.field(0, 'IP', status.podIP ?? '');
  addresses(page, status.podIPs);
  const owner = controllerText(metadata);
  if (owner) page.field(0, 'Controlled By', owner);
  if (status.nominatedNodeName) page.field(0, 'NominatedNodeName', status.nominatedNodeName);
}

function addresses(page: Page, all: Pod['status']['podIPs']): void {
  if (!all?.length) page.field(0, 'IPs', '<none>');
  else page.write(0, 'IPs:\n');
  for (const { ip } of all ?? []) page.field(1, 'IP', ip);
}

function conditions(page: Page, { spec, status }: Pod): void {
  const all = status.conditions ?? [];
  if (spec.readinessGates?.length) page.write(0, 'Readiness Gates:\n  Type\tStatus\n');
  for (const { conditionType } of spec.readinessGates ?? []) {
    const found = all.find(({ type }) => type === conditionType);
    page.write(1, `${conditionType} \t${found?.status ?? '<none>'} \n`);
  }
  if (all.length > 0) page.write(0, 'Conditions:\n  Type\tStatus\n');
  for (const { type, status: is } of all) page.write(1, `${type} \t${is} \n`);
}
