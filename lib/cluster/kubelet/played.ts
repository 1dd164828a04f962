import type { KubeletCommand } from '../command';
import type { Write } from '../controllers/controller';
import type { Pod } from '../objects';
import { type Life, statusOf } from './status';

/** What a kubelet that is told what to do writes for each word. Source: conformance README, `cases/`. */
export function play(
  pod: Pod,
  command: KubeletCommand,
  nowMs: number,
  newIP: () => string,
  hostIP: string | undefined,
): Write[] {
  const restarts = pod.status.containerStatuses?.[0]?.restartCount ?? 0;
  const podIP = pod.status.podIP ?? newIP();
  const status = (life: Pick<Life, 'phase' | 'container' | 'ready'> & { restartCount?: number }): Write[] => [
    {
      do: 'updateStatus',
      object: {
        ...pod,
        status: statusOf(pod, { podIP, hostIP, nowMs, startedAtMs: nowMs, restartCount: restarts, ...life }),
      },
    },
  ];
  switch (command.act) {
    case 'run':
    case 'unready':
      return status({ phase: 'Running', container: 'running', ready: false });
    case 'ready':
      return status({ phase: 'Running', container: 'running', ready: true });
    case 'succeed':
      return status({ phase: 'Succeeded', container: { exitCode: 0 }, ready: false });
    case 'fail':
      return status({ phase: 'Failed', container: { exitCode: command.exitCode ?? 1 }, ready: false });
    case 'restart':
      return status({ phase: 'Running', container: 'running', ready: false, restartCount: restarts + 1 });
    case 'gone':
      return [{ do: 'delete', object: pod, gracePeriodSeconds: 0 }];
  }
}
