import type { Command } from '../cluster/command';
import { kindOf, nameOf, namespaceOf } from '../cluster/keys';
import type { LabView, NodeView, PodView, WorkloadView } from './view';

export type HandId =
  | 'delete'
  | 'deleteNow'
  | 'crash'
  | 'failReadiness'
  | 'mendReadiness'
  | 'failLiveness'
  | 'mendLiveness'
  | 'slowStart'
  | 'mendStart'
  | 'cordon'
  | 'uncordon'
  | 'taint'
  | 'untaint'
  | 'drain'
  | 'silence'
  | 'restore'
  | 'setImage'
  | 'scaleUp'
  | 'scaleDown'
  | 'scaleToZero';

/** Something that can be done to an object, and the commands that do it, all at one moment. */
export interface HandFor {
  readonly id: HandId;
  /** What a choice among several of one id is about: an image, the key of a taint, seconds. */
  readonly value?: string;
  readonly commands: readonly Command[];
}

/** The taint that a reader sets by hand: `kubectl taint node n reader=here:NoExecute` would. */
export const readersTaint = { key: 'reader', value: 'here', effect: 'NoExecute' } as const;

/** By how many seconds a start can be made slower. */
const slowStartSeconds: readonly number[] = [10, 30, 60];

/** What can be done to an object as the view shows it. `images`: those that a workload can be given. */
export function handsFor(
  view: Pick<LabView, 'pods' | 'nodes' | 'workloads' | 'failing'>,
  key: string,
  images: readonly string[] = [],
): readonly HandFor[] {
  const kind = kindOf(key);
  if (kind === 'Pod') return forPod(view, key);
  const node = kind === 'Node' ? view.nodes.find(({ name }) => name === nameOf(key)) : undefined;
  if (node) return forNode(view, node);
  const workload = view.workloads.find((one) => one.key === key);
  if (workload) return forWorkload(workload, images);
  return [{ id: 'delete', commands: [deletion(key)] }];
}

const inNamespace = (key: string): { readonly namespace?: string } => {
  const namespace = namespaceOf(key);
  return namespace === 'default' || namespace === '' ? {} : { namespace };
};

const deletion = (key: string, now = false): Command => ({
  verb: 'delete',
  kind: kindOf(key),
  name: nameOf(key),
  ...(now && { gracePeriodSeconds: 0 }),
  ...inNamespace(key),
});

function forPod({ pods, failing }: Pick<LabView, 'pods' | 'failing'>, key: string): HandFor[] {
  const pod = pods.find((one) => one.key === key);
  if (!pod) return [];
  const on = (
    verb: 'failReadiness' | 'mendReadiness' | 'failLiveness' | 'mendLiveness' | 'crash',
  ): HandFor => ({
    id: verb,
    commands: [{ verb, pod: pod.name, ...inNamespace(key) }],
  });
  const runs = pod.node !== undefined && pod.state !== 'failed' && pod.state !== 'succeeded';
  return [
    ...(pod.state === 'terminating' ? [] : [{ id: 'delete', commands: [deletion(key)] } as const]),
    { id: 'deleteNow', commands: [deletion(key, true)] },
    ...(runs
      ? [
          on('crash'),
          on(failing.includes(pod.name) ? 'mendReadiness' : 'failReadiness'),
          on(pod.failsLiveness ? 'mendLiveness' : 'failLiveness'),
        ]
      : []),
    ...(pod.state === 'failed' || pod.state === 'succeeded' ? [] : starts(key, pod.isSlowItself === true)),
  ];
}

/** The starts of an object are made slow by one of a few times; those that are, fast again. */
function starts(key: string, isSlow: boolean): HandFor[] {
  const of = { kind: kindOf(key), name: nameOf(key), ...inNamespace(key) };
  if (isSlow) return [{ id: 'mendStart', commands: [{ verb: 'mendStart', ...of }] }];
  return slowStartSeconds.map((seconds) => ({
    id: 'slowStart',
    value: `${seconds}`,
    commands: [{ verb: 'slowStart', ...of, ms: seconds * 1000 }],
  }));
}

const patchNode = ({ name }: NodeView, body: object): Command => ({
  verb: 'patch',
  kind: 'Node',
  name,
  type: 'merge',
  body,
});

const cordoning = (node: NodeView, unschedulable: true | null): Command =>
  patchNode(node, { spec: { unschedulable } });

function forNode({ pods }: Pick<LabView, 'pods'>, node: NodeView): HandFor[] {
  const isTainted = node.taints.some(({ key }) => key === readersTaint.key);
  return [
    node.cordoned
      ? { id: 'uncordon', commands: [cordoning(node, null)] }
      : { id: 'cordon', commands: [cordoning(node, true)] },
    { id: 'drain', commands: drain(pods, node) },
    isTainted
      ? { id: 'untaint', value: readersTaint.key, commands: [tainting(node, false)] }
      : { id: 'taint', value: readersTaint.key, commands: [tainting(node, true)] },
    node.isSilent
      ? { id: 'restore', commands: [{ verb: 'restore', node: node.name }] }
      : { id: 'silence', commands: [{ verb: 'silence', node: node.name }] },
    { id: 'delete', commands: [{ verb: 'delete', kind: 'Node', name: node.name }] },
  ];
}

/** The taints that others set stay: a merge patch replaces the whole list. */
function tainting({ name, taints }: NodeView, isOn: boolean): Command {
  const others = taints.filter(({ key }) => key !== readersTaint.key);
  const all = isOn ? [...others, readersTaint] : others;
  return {
    verb: 'patch',
    kind: 'Node',
    name,
    type: 'merge',
    body: { spec: { taints: all.length > 0 ? all : null } },
  };
}

/** As `kubectl drain --ignore-daemonsets --force`: cordons, then evicts all but a DaemonSet's Pods and those that are going. */
function drain(pods: readonly PodView[], node: NodeView): Command[] {
  const leaving = pods.filter(
    (pod) => pod.node === node.name && pod.kind !== 'DaemonSet' && pod.state !== 'terminating',
  );
  return [
    ...(node.cordoned ? [] : [cordoning(node, true)]),
    ...leaving.map(({ key, name }): Command => ({ verb: 'evict', name, ...inNamespace(key) })),
  ];
}

const scalable = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

function forWorkload(workload: WorkloadView, images: readonly string[]): HandFor[] {
  const { key, kind, name, wants = 0, owner, isGoing, slowStartMs } = workload;
  const scaling = (id: HandId, replicas: number): HandFor => ({
    id,
    commands: [{ verb: 'scale', kind, name, replicas, ...inNamespace(key) }],
  });
  const canScale = scalable.has(kind) && !isGoing;
  return [
    ...(canScale ? [scaling('scaleUp', wants + 1)] : []),
    ...(canScale && wants > 0 ? [scaling('scaleDown', wants - 1), scaling('scaleToZero', 0)] : []),
    ...(isGoing || owner !== undefined ? [] : settingImages(workload, images)),
    { id: 'delete', commands: [deletion(key)] },
    ...(isGoing || kind === 'HorizontalPodAutoscaler' ? [] : starts(key, slowStartMs !== undefined)),
  ];
}

const templated = new Set([...scalable, 'DaemonSet']);

/** `kubectl set image`: a strategic merge patch that names the first container. */
function settingImages(
  { key, kind, name, image, container }: WorkloadView,
  images: readonly string[],
): HandFor[] {
  if (!templated.has(kind) || container === undefined) return [];
  return images
    .filter((one) => one !== image)
    .map((value) => ({
      id: 'setImage',
      value,
      commands: [
        {
          verb: 'patch',
          kind,
          name,
          type: 'strategic',
          body: { spec: { template: { spec: { containers: [{ name: container, image: value }] } } } },
          ...inNamespace(key),
        },
      ],
    }));
}
