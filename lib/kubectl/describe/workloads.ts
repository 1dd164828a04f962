import { isSameTemplate } from '../../cluster/controllers/deployment/replicasets';
import { controllerOf } from '../../cluster/keys';
import type {
  Condition,
  DaemonSet,
  Deployment,
  KubeObject,
  LabelSelector,
  Pod,
  ReplicaSet,
  ReplicationController,
} from '../../cluster/objects';
import { selectorText, selects } from '../../cluster/selector';
import type { Reading } from '../../cluster/store';
import { formatLabels, formatSelector } from '../printers/columns-workloads';
import { describerOf } from './describer';
import { annotations, labels } from './lists';
import type { Page } from './page';
import { podTemplate } from './template';
import { controllerText, dateText } from './values';

export function named(page: Page, { metadata }: KubeObject): void {
  page.field(0, 'Name', metadata.name);
  page.field(0, 'Namespace', metadata.namespace ?? '');
}

export function labelled(page: Page, { metadata }: KubeObject): void {
  labels(page, 'Labels', metadata.labels);
  annotations(page, 'Annotations', metadata.annotations);
}

/** Pods of an owner, counted by what became of them. Source: getPodStatusForController. */
export function podsStatus(reading: Reading, { metadata }: KubeObject, selector: LabelSelector): string {
  const counts = { Running: 0, Pending: 0, Succeeded: 0, Failed: 0, Unknown: 0 };
  for (const object of reading.ownedBy(metadata.uid)) {
    if (object.kind !== 'Pod' || object.metadata.namespace !== metadata.namespace) continue;
    const { status } = object as Pod;
    const isOurs =
      controllerOf(object.metadata)?.uid === metadata.uid && selects(selector, object.metadata.labels);
    if (isOurs) counts[status.phase]++;
  }
  const { Running, Pending, Succeeded, Failed } = counts;
  return `${Running} Running / ${Pending} Waiting / ${Succeeded} Succeeded / ${Failed} Failed`;
}

function conditions(page: Page, all: readonly Condition[] | undefined): void {
  if (!all?.length) return;
  page.write(0, 'Conditions:\n  Type\tStatus\tReason\n');
  page.write(1, '----\t------\t------\n');
  for (const { type, status, reason = '' } of all) page.write(1, `${type} \t${status}\t${reason}\n`);
}

/** Models pkg/describe describeReplicationController (v1.37). */
export const replicationController = describerOf<ReplicationController>((page, object, { reading }) => {
  const { spec, status } = object;
  named(page, object);
  page.field(0, 'Selector', formatLabels(spec.selector));
  labelled(page, object);
  page.field(0, 'Replicas', `${status.replicas ?? 0} current / ${spec.replicas} desired`);
  page.field(0, 'Pods Status', podsStatus(reading, object, { matchLabels: spec.selector }));
  podTemplate(page, spec.template);
  conditions(page, status.conditions);
});

/** Models describeReplicaSet. */
export const replicaSet = describerOf<ReplicaSet>((page, object, { reading }) => {
  const { spec, status, metadata } = object;
  named(page, object);
  page.field(0, 'Selector', formatSelector(spec.selector));
  labelled(page, object);
  const owner = controllerText(metadata);
  if (owner) page.field(0, 'Controlled By', owner);
  page.field(0, 'Replicas', `${status.replicas ?? 0} current / ${spec.replicas} desired`);
  page.field(0, 'Pods Status', podsStatus(reading, object, spec.selector));
  podTemplate(page, spec.template);
  conditions(page, status.conditions);
});

/** Models describeDaemonSet. */
export const daemonSet = describerOf<DaemonSet>((page, object, { reading }) => {
  const { spec, status } = object;
  named(page, object);
  page.field(0, 'Selector', selectorText(spec.selector));
  page.field(0, 'Node-Selector', formatLabels(spec.template.spec.nodeSelector));
  labelled(page, object);
  for (const [title, count] of [
    ['Desired Number of Nodes Scheduled', status.desiredNumberScheduled],
    ['Current Number of Nodes Scheduled', status.currentNumberScheduled],
    ['Number of Nodes Scheduled with Up-to-date Pods', status.updatedNumberScheduled],
    ['Number of Nodes Scheduled with Available Pods', status.numberAvailable],
    ['Number of Nodes Misscheduled', status.numberMisscheduled],
  ] as const)
    page.write(0, `${title}: ${count ?? 0}\n`);
  page.field(0, 'Pods Status', podsStatus(reading, object, spec.selector));
  podTemplate(page, spec.template);
});

/** The ReplicaSets of a Deployment, the oldest first. Source: kubectl pkg/util/deployment listReplicaSets. */
function replicaSetsOf(reading: Reading, { metadata, spec }: Deployment): ReplicaSet[] {
  const all = reading
    .ownedBy(metadata.uid)
    .filter(
      (one): one is ReplicaSet =>
        one.kind === 'ReplicaSet' &&
        controllerOf(one.metadata)?.uid === metadata.uid &&
        selects(spec.selector, one.metadata.labels),
    );
  const sortKey = (one: ReplicaSet) => `${one.metadata.creationTimestamp} ${one.metadata.name}`;
  return all.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Source: printReplicaSetsByLabels. */
const replicaSetsText = (all: readonly ReplicaSet[]): string =>
  all
    .map(
      ({ metadata, spec, status }) =>
        `${metadata.name} (${status.replicas ?? 0}/${spec.replicas} replicas created)`,
    )
    .join(', ') || '<none>';

/** Models describeDeployment. */
export const deployment = describerOf<Deployment>((page, object, { reading }) => {
  const { spec, status, metadata } = object;
  named(page, object);
  page.field(0, 'CreationTimestamp', dateText(metadata.creationTimestamp));
  labelled(page, object);
  page.field(0, 'Selector', selectorText(spec.selector));
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status;
  page.field(
    0,
    'Replicas',
    `${spec.replicas} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable`,
  );
  page.field(0, 'StrategyType', spec.strategy.type);
  page.field(0, 'MinReadySeconds', spec.minReadySeconds ?? 0);
  const { rollingUpdate } = spec.strategy;
  if (rollingUpdate)
    page.field(
      0,
      'RollingUpdateStrategy',
      `${rollingUpdate.maxUnavailable ?? '<nil>'} max unavailable, ${rollingUpdate.maxSurge ?? '<nil>'} max surge`,
    );
  podTemplate(page, spec.template);
  conditions(page, status.conditions);
  const all = replicaSetsOf(reading, object);
  const newest = all.find((one) => isSameTemplate(one.spec.template, spec.template));
  if (all.length === 0) return;
  page.field(0, 'OldReplicaSets', replicaSetsText(all.filter((one) => one !== newest)));
  page.field(0, 'NewReplicaSet', replicaSetsText(newest ? [newest] : []));
});
