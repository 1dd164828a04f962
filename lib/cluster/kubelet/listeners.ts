import type { Container, ContainerStatus, Pod } from '../objects';
import { expanded } from './expanded';
import { programOf } from './program';
import { collide, isReached, type Socket } from './sockets';

/** A container and where it listens; `any` for a program of which nothing is known. */
export interface Listener {
  readonly container: string;
  readonly socket: Socket | 'any';
}

const noFiles = { has: () => false };

const startOf = (status: ContainerStatus | undefined): string => status?.state.running?.startedAt ?? '';

/**
 * What the containers of a Pod listen on, by what the API shows of it: those that run, the ones that began first before the others;
 * a socket that an earlier one has no other can have. Of a Pod whose containers have no status yet all count.
 */
export function listenersOf(pod: Pod): readonly Listener[] {
  const { initContainers = [], containers } = pod.spec;
  const statuses = [...(pod.status.containerStatuses ?? []), ...(pod.status.initContainerStatuses ?? [])];
  const statusOf = ({ name }: Container) => statuses.find((status) => status.name === name);
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const running = [...sidecars, ...containers]
    .filter((container) => statuses.length === 0 || statusOf(container)?.state.running)
    .sort((a, b) => (startOf(statusOf(a)) < startOf(statusOf(b)) ? -1 : 1));
  const had: Listener[] = [];
  for (const container of running) {
    const { listens = [] } = programOf(expanded(container, pod, pod.status.podIP ?? ''), noFiles);
    const isFree = (socket: Socket) =>
      had.every((other) => other.socket === 'any' || !collide(other.socket, socket));
    for (const socket of listens === 'any' ? [listens] : listens)
      if (socket === 'any' || isFree(socket)) had.push({ container: container.name, socket });
  }
  return had;
}

/** Who answers a TCP connection to a port at one of the addresses of the Pod's network; undefined: nobody, it is refused. */
export function answererOf(
  listeners: readonly Listener[],
  address: string,
  port: number,
): Listener | undefined {
  return (
    listeners.find(
      ({ socket }) =>
        socket !== 'any' && socket.protocol === 'TCP' && socket.port === port && isReached(socket, address),
    ) ?? listeners.find(({ socket }) => socket === 'any')
  );
}

/** TCP ports at an address, or any. */
export function portsAt(listeners: readonly Listener[], address: string): readonly number[] | 'any' {
  if (listeners.some(({ socket }) => socket === 'any')) return 'any';
  return listeners.flatMap(({ socket }) =>
    socket !== 'any' && socket.protocol === 'TCP' && isReached(socket, address) ? [socket.port] : [],
  );
}
