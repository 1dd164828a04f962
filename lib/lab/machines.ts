import type { AnyStateMachine } from 'xstate';
import type { Cluster } from '../cluster/cluster';
import { cronjobRules } from '../cluster/controllers/cronjob/cronjob.machine';
import { daemonsetRules } from '../cluster/controllers/daemonset/daemonset.machine';
import { deploymentRules } from '../cluster/controllers/deployment/deployment.machine';
import { disruptionRules } from '../cluster/controllers/disruption/disruption.machine';
import { endpointsliceRules } from '../cluster/controllers/endpointslice.machine';
import { horizontalpodautoscalerRules } from '../cluster/controllers/horizontalpodautoscaler/horizontalpodautoscaler.machine';
import { jobRules } from '../cluster/controllers/job/job.machine';
import { namespaceRules } from '../cluster/controllers/namespace.machine';
import { nodeLifecycleRules } from '../cluster/controllers/node-lifecycle/node-lifecycle.machine';
import { replicasetRules } from '../cluster/controllers/replicaset/replicaset.machine';
import { schedulerRules } from '../cluster/controllers/scheduler/scheduler.machine';
import { statefulsetRules } from '../cluster/controllers/statefulset/statefulset.machine';
import { claimRules } from '../cluster/controllers/volumes/claim.machine';
import { volumeRules } from '../cluster/controllers/volumes/volume.machine';
import { kindOf } from '../cluster/keys';
import { podMachine } from '../cluster/kubelet/pod.machine';
import type { Pod } from '../cluster/objects';
import { JournalIndex } from './journal-index';
import type { MachineView } from './view';

type States = MachineView['states'];
interface NamedRule {
  readonly name: string;
  readonly state: string;
}

const rules: Readonly<Record<string, readonly NamedRule[]>> = {
  statefulset: statefulsetRules,
  deployment: deploymentRules,
  replicaset: replicasetRules,
  daemonset: daemonsetRules,
  job: jobRules,
  cronjob: cronjobRules,
  horizontalpodautoscaler: horizontalpodautoscalerRules,
  endpointslice: endpointsliceRules,
  'node-lifecycle': nodeLifecycleRules,
  scheduler: schedulerRules,
  persistentvolumeclaim: claimRules,
  persistentvolume: volumeRules,
  namespace: namespaceRules,
  disruption: disruptionRules,
};

const machineOfKind: Readonly<Record<string, string>> = {
  StatefulSet: 'statefulset',
  Deployment: 'deployment',
  ReplicaSet: 'replicaset',
  ReplicationController: 'replicaset',
  DaemonSet: 'daemonset',
  Job: 'job',
  CronJob: 'cronjob',
  HorizontalPodAutoscaler: 'horizontalpodautoscaler',
  Service: 'endpointslice',
  Node: 'node-lifecycle',
  Pod: 'pod',
  PersistentVolumeClaim: 'persistentvolumeclaim',
  PersistentVolume: 'persistentvolume',
  Namespace: 'namespace',
  PodDisruptionBudget: 'disruption',
};

/** The machine that keeps objects of a kind, if one does. */
export const machineNameOf = (kind: string): string | undefined => machineOfKind[kind];

/** States in the order in which a sync asks, each with the rules that lead to it: read from the running machine's rules. */
const statesOfRules = (list: readonly NamedRule[]): States =>
  [...new Set(list.map((rule) => rule.state))].map((id) => ({
    id,
    guards: list.filter((rule) => rule.state === id).map((rule) => rule.name),
  }));

interface Node {
  readonly states?: Readonly<Record<string, Node>>;
  readonly on?: Readonly<Record<string, unknown>>;
}
interface Arrow {
  readonly target?: string;
  readonly actions?: readonly { readonly params?: { readonly guard?: string } }[];
}

/** States of a chart by their full names, `Working.Ready`, each with the guards of the arrows that lead to it. */
function statesOfChart(machine: AnyStateMachine): States {
  const root = machine.config as Node;
  const found: { readonly id: string; readonly guards: string[] }[] = [];
  const arrows: { readonly to: string; readonly guard: string }[] = [];
  const visit = (node: Node, path: readonly string[]) => {
    for (const one of Object.values(node.on ?? {}).flat() as Arrow[]) {
      const { target = '', actions } = one;
      const guard = actions?.find(({ params }) => params?.guard)?.params?.guard ?? '';
      const from = target.startsWith('.') ? path.join('.') : path.slice(0, -1).join('.');
      arrows.push({ to: [from, target.replace(/^\./, '')].filter(Boolean).join('.'), guard });
    }
    if (path.length > 0 && !node.states) found.push({ id: path.join('.'), guards: [] });
    for (const [name, below] of Object.entries(node.states ?? {})) visit(below, [...path, name]);
  };
  visit(root, []);
  return found.map(({ id }) => ({
    id,
    guards: [...new Set(arrows.filter(({ to }) => to === id).map(({ guard }) => guard))].filter(Boolean),
  }));
}

const drawn = new Map<string, States>();

function statesOf(machine: string): States {
  const known = drawn.get(machine);
  if (known) return known;
  const list = rules[machine];
  const states = list ? statesOfRules(list) : machine === 'pod' ? statesOfChart(podMachine) : [];
  drawn.set(machine, states);
  return states;
}

/** With the state of a rule that Kubernetes does not have, where somebody believes in it and the machine stands there. */
const withState = (
  states: States,
  { state, rule }: { readonly state: string; readonly rule: string },
): States => (states.some(({ id }) => id === state) ? states : [...states, { id: state, guards: [rule] }]);

/** The machine that has an object now: of a Pod without a node the scheduler's, then its kubelet's. */
export function machineAt(cluster: Cluster, key: string): string | undefined {
  const kind = kindOf(key);
  if (kind !== 'Pod') return machineOfKind[kind];
  const pod = cluster.reading.get<Pod>(key);
  return pod && !pod.spec.nodeName && cluster.stateOf('scheduler', key) ? 'scheduler' : 'pod';
}

/** Where the machine of an object stands, with its last decision. `index` may go on beyond. Undefined while none has looked at it, and when it is gone. */
export function machineView(
  cluster: Cluster,
  key: string,
  index = JournalIndex.of(cluster.journal),
): MachineView | undefined {
  const machine = machineAt(cluster, key);
  const state = machine === undefined ? undefined : cluster.stateOf(machine, key);
  const entry = state && cluster.journal[state.entry];
  if (!machine || !state || entry?.type !== 'transition' || !cluster.reading.get(key)) return undefined;
  const moved = index
    .transitionsOf(machine, key)
    .findLast(({ sequence, from, to }) => sequence < cluster.journal.length && from !== to);
  return {
    name: `${machine}.machine`,
    states: withState(statesOf(machine), state),
    current: state.state,
    ...(moved && {
      last: {
        from: moved.from,
        to: moved.to,
        guard: entry.guard,
        ...(entry.about && { about: entry.about }),
        atMs: entry.atMs,
      },
    }),
  };
}
