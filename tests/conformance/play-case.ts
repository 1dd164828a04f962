import { Cluster } from '@/lib/cluster/cluster';
import type { Command, Status } from '@/lib/cluster/command';
import type { WriteEntry } from '@/lib/cluster/journal';
import { controllerOf, isTerminating, kindOf } from '@/lib/cluster/keys';
import type { Event, Pod } from '@/lib/cluster/objects';
import { hasEnded, isReady } from '@/lib/cluster/pods';
import { stateOf } from './look-at';
import { Names, shortKey } from './names';
import type { CaseRecording, CaseStep, Said, Step } from './recording';

const threeNodes = [{ name: 'node-1' }, { name: 'node-2' }, { name: 'node-3' }];
const seed = 1;

/** Kinds whose coming and going a recording tells. */
const told = new Set([
  'Pod',
  'StatefulSet',
  'Service',
  'PersistentVolumeClaim',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'DaemonSet',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
]);

/**
 * Plays a recording's steps on the model and writes what the model did in the recording's own form. Only `nodes`, `observe`,
 * `do` and `at` are read: what the recording says happened is never an input.
 */
export function playCase(
  recording: Pick<CaseRecording, 'name' | 'nodes' | 'observe'> & {
    readonly steps: readonly Pick<CaseStep, 'do' | 'at'>[];
  },
): CaseRecording {
  const nodes = recording.nodes?.length ? recording.nodes : threeNodes;
  const cluster = new Cluster({ seed, nodes, kubelet: 'played' });
  const names = new Names();
  const steps: CaseStep[] = [];
  for (const step of recording.steps) {
    const [doneAt, seenAt] = step.at ?? [cluster.nowMs / 1000, cluster.nowMs / 1000 + 1];
    cluster.run(Math.max(cluster.nowMs, Math.round(doneAt * 1000)));
    const from = cluster.journal.length;
    const refused = act(cluster, names, step.do);
    cluster.run(Math.max(cluster.nowMs, Math.round(seenAt * 1000)));
    const writes = cluster.journal.slice(from).filter((entry): entry is WriteEntry => entry.type === 'write');
    for (const { after } of writes) if (after) names.see(after);
    steps.push({
      do: step.do,
      ...(step.at && { at: step.at }),
      ...(refused && { refused: { status: refused.code, reason: refused.reason, message: refused.message } }),
      done: writes.flatMap((entry) => doneBy(entry, names)),
      events: writes.flatMap((entry) =>
        saidBy(
          entry,
          names,
          nodes.map((node) => node.name),
        ),
      ),
      after: stateOf(cluster, names, recording.observe ?? {}),
    });
  }
  return { ...recording, nodes, steps };
}

function act(cluster: Cluster, names: Names, step: Step): Status | undefined {
  const command = commandOf(cluster, names, step);
  if (!command) return undefined;
  const result = cluster.do(command);
  return result.ok ? undefined : result.status;
}

function commandOf(cluster: Cluster, names: Names, step: Step): Command | undefined {
  if (step.apply) return { verb: 'apply', object: step.apply };
  if (step.create) return { verb: 'create', object: step.create };
  if (step.scale) return { verb: 'scale', ...step.scale };
  if (step.merge) return { verb: 'patch', type: 'merge', ...step.merge };
  if (step.patch) return { verb: 'patch', type: 'strategic', ...step.patch };
  if (step.delete) {
    const pod =
      step.delete.kind === 'Pod' ? names.find(step.delete.name, cluster.reading.list<Pod>('Pod')) : undefined;
    return { verb: 'delete', ...step.delete, name: pod?.metadata.name ?? step.delete.name };
  }
  if (step.kubelet) {
    const [act, alias, exitCode] = step.kubelet;
    const pod = step.any
      ? waiting(cluster, names, act, alias)
      : names.find(alias, cluster.reading.list<Pod>('Pod'));
    if (!pod) throw new Error(`no Pod ${alias} for ${act} at ${cluster.nowMs} ms`);
    return {
      verb: 'kubelet',
      act: act as 'run',
      pod: pod.metadata.name,
      ...(exitCode !== undefined && { exitCode }),
    };
  }
  if (step.wait !== undefined || step.nothing !== undefined) return undefined;
  throw new Error(`the model has no step ${Object.keys(step).join(', ')}`);
}

/** The oldest Pod of the owner that waits for the verb. */
function waiting(cluster: Cluster, names: Names, act: string, alias: string): Pod | undefined {
  const group = alias.includes('#') ? alias.slice(0, alias.lastIndexOf('#') + 1) : alias;
  const isOf = (pod: Pod) => {
    const name = names.of(pod);
    return (
      name === group ||
      name.replace(/'\d+$/, '') === group.replace(/'\d+$/, '') ||
      (group.endsWith('#') && name.startsWith(group)) ||
      controllerOf(pod.metadata)?.name === group
    );
  };
  const waits = (pod: Pod): boolean => {
    if (act === 'gone') return isTerminating(pod);
    if (act === 'ready' || act === 'run')
      return (
        !!pod.spec.nodeName &&
        !isTerminating(pod) &&
        (act === 'ready' ? !isReady(pod) : pod.status.phase === 'Pending')
      );
    return !hasEnded(pod);
  };
  return cluster.reading.list<Pod>('Pod').find((pod) => isOf(pod) && waits(pod));
}

function doneBy({ key, before, after }: WriteEntry, names: Names): string[] {
  const object = after ?? before;
  if (!object || !told.has(kindOf(key))) return [];
  const name = shortKey(names, object);
  if (!before) return [`+ ${name}`];
  if (!after) return [`- ${name}`];
  return isTerminating(after) && !isTerminating(before) ? [`x ${name}`] : [];
}

function saidBy({ key, before, after }: WriteEntry, names: Names, nodes: readonly string[]): Said[] {
  if (kindOf(key) !== 'Event' || !after || (before as Event | undefined)?.count === (after as Event).count)
    return [];
  const { reason, type, involvedObject, message, reportingComponent } = after as Event;
  const on = `${involvedObject.kind}/${names.of({ kind: involvedObject.kind, metadata: involvedObject })}`;
  return [{ reason, type, on, says: names.in(message, nodes), by: reportingComponent }];
}
