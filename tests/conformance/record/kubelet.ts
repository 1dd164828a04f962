import type { KubeletCommand } from '@/lib/cluster/command';
import type { Condition, Container, Pod } from '@/lib/cluster/objects';
import type { Answer, Api } from './api';

type Conditions = Readonly<Record<string, readonly ['True' | 'False', string?]>>;

/** The kubelet's part, played on a real cluster: a patch of the Pod's status, or the last step of its deletion. */
export function playKubelet(api: Api, pod: Pod, { act, exitCode }: KubeletCommand): Promise<Answer> {
  const { name, namespace, uid } = pod.metadata;
  const path = api.path('Pod', namespace, name);
  if (act === 'gone') return api.delete(path, { gracePeriodSeconds: 0, preconditions: { uid } });
  return api.patch(`${path}/status`, 'strategic', { status: statusOf(pod, act, exitCode) });
}

function statusOf(pod: Pod, act: KubeletCommand['act'], exitCode = 1): object {
  const now = new Date().toISOString().replace(/\.\d+/, '');
  const code = act === 'succeed' ? 0 : act === 'fail' ? exitCode : undefined;
  const phase = code === undefined ? 'Running' : code === 0 ? 'Succeeded' : 'Failed';
  const isUp = act === 'ready';
  const ended = code === 0 ? 'PodCompleted' : 'PodFailed';
  const notReady = code === undefined ? 'ContainersNotReady' : ended;
  const isOpen = gatesAreTrue(pod);
  const conditions: Conditions = {
    PodReadyToStartContainers: [code === undefined ? 'True' : 'False'],
    Initialized: ['True', ...(code === 0 ? ['PodCompleted'] : [])] as ['True', string?],
    ContainersReady: isUp ? ['True'] : ['False', notReady],
    Ready: isUp && isOpen ? ['True'] : ['False', isUp ? 'ReadinessGatesNotReady' : notReady],
  };
  const state = (reason: string, exit: number) => ({
    terminated: { exitCode: exit, reason, startedAt: now, finishedAt: now, containerID: 'containerd://1' },
  });
  const container = ({ name, image }: Container) => {
    const old = pod.status.containerStatuses?.find((one) => one.name === name)?.restartCount ?? 0;
    const again = act === 'restart';
    return {
      name,
      image,
      imageID: image,
      containerID: 'containerd://1',
      restartCount: old + (again ? 1 : 0),
      ready: isUp,
      started: code === undefined,
      state: code === undefined ? { running: { startedAt: now } } : state(code ? 'Error' : 'Completed', code),
      ...(again && { lastState: state('Error', 1) }),
    };
  };
  const inits = pod.spec.initContainers ?? [];
  return {
    phase,
    startTime: pod.status.startTime ?? now,
    podIP: pod.status.podIP ?? addressOf(pod),
    podIPs: pod.status.podIP ? undefined : [{ ip: addressOf(pod) }],
    conditions: Object.entries(conditions).map(([type, [status, reason]]) => {
      const was = pod.status.conditions?.find((one: Condition) => one.type === type);
      const lastTransitionTime = was?.status === status ? was.lastTransitionTime : now;
      return { type, status, reason: reason ?? null, lastTransitionTime };
    }),
    containerStatuses: pod.spec.containers.map(container),
    ...(inits.length > 0 && {
      initContainerStatuses: inits.map((one) => ({
        ...container(one),
        ready: true,
        state: state('Completed', 0),
      })),
    }),
  };
}

const gatesAreTrue = ({ spec, status }: Pod): boolean =>
  (spec.readinessGates ?? []).every(({ conditionType }) =>
    status.conditions?.some((one) => one.type === conditionType && one.status === 'True'),
  );

/** An address of its own for each Pod: from its uid. */
function addressOf({ metadata }: Pod): string {
  const number = Number.parseInt(metadata.uid.slice(0, 6), 16);
  return `10.${100 + ((number >> 16) & 63)}.${(number >> 8) & 255}.${(number & 253) + 1}`;
}
