import type { ClusterOptions } from '../cluster/cluster';
import type { Entry } from '../cluster/journal';
import { isTerminating, keyFor, kindOf } from '../cluster/keys';
import type { PersistentVolumeClaim, Pod } from '../cluster/objects';
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

function isVisible(key: string, before: object | undefined, after: object | undefined): boolean {
  const kind = kindOf(key);
  if (kind === 'Pod') return !before || !after || podStateOf(before as Pod) !== podStateOf(after as Pod);
  if (kind !== 'PersistentVolumeClaim') return false;
  const [old, now] = [
    before as PersistentVolumeClaim | undefined,
    after as PersistentVolumeClaim | undefined,
  ];
  return !old || !now || old.status.phase !== now.status.phase || isTerminating(old) !== isTerminating(now);
}
