import type { Container } from '../objects';
import { programIn } from './files';
import type { Program } from './program';
import { bindError, isReached, type Socket } from './sockets';
import type { Step } from './step';
import { isAlive } from './stop';

/** What is listened on in the network namespace that a container of the Pod is in, by all but this one. */
function takenBeside(step: Step, name: string): readonly Socket[] {
  const ofPod = step.known.all.flatMap(({ container }) =>
    container.name === name ? [] : socketsIn(step, container.name),
  );
  return step.pod.spec.hostNetwork ? [...ofPod, ...(step.around.nodeSockets?.() ?? [])] : ofPod;
}

/** What a container's newest instance listens on, while it runs. */
export function socketsIn({ life }: Pick<Step, 'life'>, name: string): readonly Socket[] {
  const container = life.containers[name];
  return container && isAlive(container) ? (container.listens ?? []) : [];
}

/**
 * A program that is being started takes its sockets. Gives what it says when one of them can not be had: then it has none, and
 * ends. Who comes first has it, and keeps it until it ends.
 */
export function listen(step: Step, { name }: Container, { listens }: Program): string | undefined {
  const sockets = listens === 'any' ? [] : (listens ?? []);
  const taken = sockets.length > 0 ? takenBeside(step, name) : [];
  const errors = sockets.map((socket) => bindError(socket, taken, step.life.podIP ?? ''));
  const error = errors.find((one) => one !== undefined);
  step.setContainer(name, { listens: error === undefined && sockets.length > 0 ? sockets : undefined });
  return error;
}

/** Whether a connection to a port of the Pod's address finds a program: this container's, or another's of its namespace. */
export function isAnswering(step: Step, container: Container, port: number): boolean {
  if (programIn(step, container).listens === 'any') return true;
  return step.known.all.some(({ container: { name } }) =>
    socketsIn(step, name).some(
      (socket) =>
        socket.protocol === 'TCP' && socket.port === port && isReached(socket, step.life.podIP ?? ''),
    ),
  );
}
