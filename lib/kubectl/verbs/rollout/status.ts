import type { DaemonSet, Deployment, KubeObject, StatefulSet } from '../../../cluster/objects';
import type { Call } from '../../call';
import { Failure, throwAll } from '../../failure';
import type { Running } from '../../line';
import type { Verb } from '../../verb';
import { groupKind, rolloutFlags, type Target, targets } from './asked';
import { revisionOf } from './revisions';

interface Status {
  readonly says: string;
  readonly isDone: boolean;
}

const waiting = (says: string): Status => ({ says, isDone: false });
const finished = (says: string): Status => ({ says, isDone: true });

/** Source: pkg/polymorphichelpers/rollout_status.go DeploymentStatusViewer. */
function deploymentStatus({ metadata, spec, status }: Deployment, revision: number): Status {
  const name = JSON.stringify(metadata.name);
  if (revision > 0) {
    const running = revisionOf(metadata);
    if (running !== revision)
      throw new Failure(
        `desired revision (${revision}) is different from the running revision (${running ?? 0})`,
      );
  }
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0))
    return waiting('Waiting for deployment spec update to be observed...');
  if (status.conditions?.find(({ type }) => type === 'Progressing')?.reason === 'ProgressDeadlineExceeded')
    throw new Failure(`deployment ${name} exceeded its progress deadline`);
  const [wanted, updated] = [spec.replicas ?? 1, status.updatedReplicas ?? 0];
  const [all, available] = [status.replicas ?? 0, status.availableReplicas ?? 0];
  const until = (what: string) => waiting(`Waiting for deployment ${name} rollout to finish: ${what}...`);
  if (updated < wanted) return until(`${updated} out of ${wanted} new replicas have been updated`);
  if (all > updated) return until(`${all - updated} old replicas are pending termination`);
  if (available < updated) return until(`${available} of ${updated} updated replicas are available`);
  return finished(`deployment ${name} successfully rolled out`);
}

const onlyRolling = (type: string): void => {
  if (type !== 'RollingUpdate')
    throw new Failure('rollout status is only available for RollingUpdate strategy type');
};

/** Source: DaemonSetStatusViewer. */
function daemonSetStatus({ metadata, spec, status }: DaemonSet): Status {
  onlyRolling(spec.updateStrategy.type);
  if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0))
    return waiting('Waiting for daemon set spec update to be observed...');
  const [wanted, updated] = [status.desiredNumberScheduled, status.updatedNumberScheduled ?? 0];
  const available = status.numberAvailable ?? 0;
  const name = JSON.stringify(metadata.name);
  const until = (what: string) => waiting(`Waiting for daemon set ${name} rollout to finish: ${what}...`);
  if (updated < wanted) return until(`${updated} out of ${wanted} new pods have been updated`);
  if (available < wanted) return until(`${available} of ${wanted} updated pods are available`);
  return finished(`daemon set ${name} successfully rolled out`);
}

/** Source: StatefulSetStatusViewer. */
function statefulSetStatus({ metadata, spec, status }: StatefulSet): Status {
  const { type, rollingUpdate } = spec.updateStrategy;
  onlyRolling(type);
  if (!status?.observedGeneration || (metadata.generation ?? 0) > status.observedGeneration)
    return waiting('Waiting for statefulset spec update to be observed...');
  const [wanted, ready, updated] = [
    spec.replicas ?? 1,
    status.readyReplicas ?? 0,
    status.updatedReplicas ?? 0,
  ];
  if (ready < wanted) return waiting(`Waiting for ${wanted - ready} pods to be ready...`);
  if (rollingUpdate) {
    const ofThem = wanted - (rollingUpdate.partition ?? 0);
    if (rollingUpdate.partition !== undefined && updated < ofThem)
      return waiting(
        `Waiting for partitioned roll out to finish: ${updated} out of ${ofThem} new pods have been updated...`,
      );
    return finished(`partitioned roll out complete: ${updated} new pods have been updated...`);
  }
  if (status.updateRevision !== status.currentRevision)
    return waiting(
      `waiting for statefulset rolling update to complete ${updated} pods at revision ${status.updateRevision}...`,
    );
  return finished(
    `statefulset rolling update complete ${status.currentReplicas ?? 0} pods at revision ${status.currentRevision}...`,
  );
}

function statusOf(object: KubeObject, { resource }: Target, revision: number): Status {
  switch (object.kind) {
    case 'Deployment':
      return deploymentStatus(object as Deployment, revision);
    case 'DaemonSet':
      return daemonSetStatus(object as DaemonSet);
    case 'StatefulSet':
      return statefulSetStatus(object as StatefulSet);
    default:
      throw new Failure(`no status viewer has been implemented for ${groupKind(resource)}`);
  }
}

/**
 * Tells how a rollout goes until it is done, each time that the object is written. Models kubectl pkg/cmd/rollout
 * rollout_status.go (v1.37).
 */
export const status: Verb = {
  help: { says: 'Show the status of the rollout', usage: '(TYPE NAME | TYPE/NAME) [flags]' },
  flags: [
    ...rolloutFlags,
    { name: 'watch', short: 'w', kind: 'bool', unset: 'true', says: 'until it is done' },
    { name: 'revision', kind: 'int64', unset: '0', says: 'only while this revision is the one that runs' },
    { name: 'timeout', kind: 'duration', unset: '0s', says: 'how long to wait at most' },
  ],
  *run(call) {
    const revision = call.flags.number('revision');
    if (revision < 0) throw new Failure(`revision must be a positive integer: ${revision}`);
    const { found, failures } = targets(call);
    if (found.length === 0 && failures.length === 0)
      call.err(`No resources found in ${call.namespace} namespace.`);
    const all = [...failures];
    for (const target of found)
      try {
        yield* follow(call, target, revision);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        all.push(error);
      }
    throwAll(all);
    return 0;
  },
};

function* follow(call: Call, target: Target, revision: number): Running {
  const { resource, namespace, name } = target;
  const timeoutMs = call.flags.milliseconds('timeout');
  const untilMs = timeoutMs > 0 ? call.cluster.nowMs + timeoutMs : undefined;
  let seen: KubeObject | undefined;
  for (;;) {
    const object = resource.find(call.cluster.reading, namespace, name);
    if (!object || object.metadata.uid !== target.object.metadata.uid)
      throw new Failure('object has been deleted');
    if (object !== seen) {
      const { says, isDone } = statusOf(object, target, revision);
      call.out(says);
      if (isDone || !call.flags.bool('watch')) return 0;
      seen = object;
    }
    if (untilMs !== undefined && call.cluster.nowMs >= untilMs)
      throw new Failure('timed out waiting for the condition');
    yield { for: 'change', ...(untilMs !== undefined && { untilMs }) };
  }
}
