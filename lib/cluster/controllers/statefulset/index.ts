import { controllerOf, isTerminating, keyFor, kindOf, nameOf, namespaceOf, ownerKeys } from '../../keys';
import type { StatefulSet } from '../../objects';
import type { Reading } from '../../store';
import type { Controller, SyncContext, SyncResult } from '../controller';
import { decide } from '../rules';
import { Observed } from './observed';
import { statefulsetMachine, statefulsetRules } from './statefulset.machine';
import { withStatus } from './status';

const kind = 'StatefulSet';

/** `web-3` and `data-web-3` may belong to the set `web`. */
function setsByName(key: string, reading: Reading): string[] {
  const stem = nameOf(key).replace(/-\d+$/, '');
  const parts = stem.split('-');
  const names =
    kindOf(key) === 'PersistentVolumeClaim' ? parts.map((_, i) => parts.slice(i).join('-')) : [stem];
  return names.map((name) => keyFor(kind, namespaceOf(key), name)).filter((set) => reading.get(set));
}

/** Models pkg/controller/statefulset/stateful_set.go: which writes wake which set, and what one sync does. */
export const statefulsetController: Controller = {
  name: 'statefulset-controller',
  machine: 'statefulset',
  kinds: [kind, 'Pod', 'ControllerRevision', 'PersistentVolumeClaim'],
  delayMs: 10,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === kind) return [key];
    const owners = [...ownerKeys(kind, before), ...ownerKeys(kind, after)];
    const object = after ?? before;
    const isAnothers = object?.kind === 'Pod' && controllerOf(object.metadata) !== undefined;
    return owners.length || isAnothers || kindOf(key) === 'ControllerRevision'
      ? owners
      : setsByName(key, reading);
  },
  sync(key, { reading, nowMs, state, beliefs }: SyncContext): SyncResult {
    const set = reading.get<StatefulSet>(key);
    if (!set) return { writes: [] };
    const observed = new Observed(set, reading, nowMs, beliefs);
    const result = decide(statefulsetMachine, statefulsetRules, state, observed, beliefs);
    const status = observed.updateRevision || isTerminating(set) ? withStatus(observed) : undefined;
    return {
      ...result,
      writes: [...result.writes, ...(status ? [{ do: 'updateStatus' as const, object: status }] : [])],
      againAfterMs: observed.nextAvailableInMs,
    };
  },
};
