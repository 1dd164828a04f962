import { isSame } from '../cluster/api/merge';
import type { ClusterOptions } from '../cluster/cluster';
import type { Entry } from '../cluster/journal';
import { isTerminating, keyFor, kindOf } from '../cluster/keys';
import type { KubeObject, Node, PersistentVolumeClaim, Pod } from '../cluster/objects';
import { machineNameOf } from './machines';
import { podStateOf } from './pod-state';
import type { Scenario } from './scenario';
import type { StepUnit } from './session';

export const optionsOf = (scenario: Scenario): ClusterOptions => ({
  seed: scenario.seed,
  nodes: scenario.nodes.map((name) => ({ name })),
});

/** The key of the object that a figure is about; undefined when it is about the whole cluster. */
export function subjectKey({ subject }: Pick<Scenario, 'subject'>): string | undefined {
  if (subject === undefined) return undefined;
  const [kind = '', name = ''] = subject.split('/');
  return keyFor(kind, kind === 'Node' ? '' : 'default', name);
}

/** What a step of each unit stops at: any entry, a sync of the subject (without one, of anybody), or a change that the picture shows. */
export function isChange(unit: StepUnit, subject: string | undefined): (entry: Entry) => boolean {
  if (unit === 'event') return (entry) => entry.type !== 'write' || kindOf(entry.key) !== 'Event';
  if (unit === 'reconcile')
    return (entry) =>
      entry.type === 'transition' &&
      (subject === undefined
        ? entry.machine !== 'pod'
        : entry.machine === machineNameOf(kindOf(subject)) && entry.key === subject);
  return (entry) =>
    entry.type === 'command' || (entry.type === 'write' && isVisible(entry.key, entry.before, entry.after));
}

const drawn = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'HorizontalPodAutoscaler',
  'Service',
]);

function isVisible(key: string, before: KubeObject | undefined, after: KubeObject | undefined): boolean {
  const kind = kindOf(key);
  if (kind !== 'Pod' && kind !== 'PersistentVolumeClaim' && kind !== 'Node' && !drawn.has(kind)) return false;
  if (!before || !after || isTerminating(before) !== isTerminating(after)) return true;
  switch (kind) {
    case 'Pod':
      return podStateOf(before as Pod) !== podStateOf(after as Pod);
    case 'PersistentVolumeClaim':
      return (before as PersistentVolumeClaim).status.phase !== (after as PersistentVolumeClaim).status.phase;
    case 'Node':
      return readinessOf(before as Node) !== readinessOf(after as Node) || !isSame(before.spec, after.spec);
    default:
      return before.metadata.generation !== after.metadata.generation;
  }
}

const readinessOf = ({ status }: Node): string | undefined =>
  status.conditions.find(({ type }) => type === 'Ready')?.status;
