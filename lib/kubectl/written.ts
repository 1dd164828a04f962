import { isTestImage } from '../cluster/kubelet/program';
import type { Container, ContainerStatus, Pod } from '../cluster/objects';

/** What one instance of a container wrote, with the moment of each line as the API writes it. */
export interface Written {
  readonly lines: readonly { readonly at: string; readonly text: string }[];
  /** Nobody knows what this image writes. */
  readonly isUnknown: boolean;
}

/** The words of a command that only says something. */
function echoed({ command, args }: Container): string | undefined {
  const [program = '', ...rest] = [...(command ?? []), ...(args ?? [])];
  if (/(^|\/)echo$/.test(program)) return rest.join(' ');
  const script = rest[0] === '-c' ? (rest[1]?.trim() ?? '') : '';
  return /^echo\s+[^;&|<>$`\\]*$/.test(script)
    ? script.replace(/^echo\s+/, '').replace(/["']/g, '')
    : undefined;
}

const isApp = ({ image, command }: Container): boolean =>
  isTestImage(image) && (command?.[0] ?? '/app') === '/app';

/** What an instance has written, from what it runs, how it ended, and what its kubelet knows of that (`wrote`). */
export function writtenBy(
  container: Container,
  { startedAt = '', finishedAt = '', exitCode }: InstanceEnd,
  wrote?: string,
): Written {
  if (wrote !== undefined) return { lines: [{ at: finishedAt, text: wrote }], isUnknown: false };
  const said = echoed(container);
  if (said !== undefined) return { lines: [{ at: startedAt, text: said }], isUnknown: false };
  const [verb, file] = [...(container.command?.slice(1) ?? []), ...(container.args ?? [])];
  if (!isApp(container)) return { lines: [], isUnknown: true };
  const lines =
    (verb === 'test' || verb === 'follow') && exitCode === 1 ? [{ at: finishedAt, text: `no ${file}` }] : [];
  return { lines, isUnknown: false };
}

/** How an instance of a container began and ended. */
export interface InstanceEnd {
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly exitCode?: number;
  readonly containerID?: string;
}

/** The instance whose log is asked for, or why there is none. Source: pkg/kubelet/kubelet_pods.go validateContainerLogStatus. */
export function instanceOf(pod: Pod, container: string, previous: boolean): InstanceEnd | string {
  const where = `container ${JSON.stringify(container)} in pod ${JSON.stringify(pod.metadata.name)}`;
  const status = statusOf(pod, container);
  if (!status) return `${where} is not available`;
  const { state, lastState } = status;
  if (previous) return lastState?.terminated ?? `previous terminated ${where} not found`;
  if (state?.running) return state.running;
  if (state?.terminated) return state.terminated;
  if (lastState?.terminated) return lastState.terminated;
  const reason = state?.waiting?.reason ?? '';
  if (reason === 'ErrImagePull') return `${where} is waiting to start: image can't be pulled`;
  if (reason === 'ImagePullBackOff') return `${where} is waiting to start: trying and failing to pull image`;
  return state?.waiting
    ? `${where} is waiting to start: ${reason}`
    : `${where} is waiting to start - no logs yet`;
}

export const statusOf = ({ status }: Pod, container: string): ContainerStatus | undefined =>
  [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])].find(
    ({ name }) => name === container,
  );
