import { type Socket, socketOf } from '../cluster/kubelet/sockets';
import type { Container, Manifest, Pod, PodSpec } from '../cluster/objects';

/** A container as the workbench builds it: a server or none, with the Pod's one volume or without. */
export interface ContainerDesign {
  readonly name: string;
  /** Its address is `podAddress` where it is to be that of its Pod. */
  readonly server?: Socket;
  readonly mounts: boolean;
}

/** A Pod of the workbench. All that stands here can only be given to a new Pod: none of these fields may change. */
export interface PodDesign {
  readonly name: string;
  readonly hostNetwork: boolean;
  readonly sharesProcesses: boolean;
  readonly containers: readonly ContainerDesign[];
}

/** The address that a server is given when it is to have that of its Pod. */
export const podAddress = 'POD';

export const sharedVolume = { name: 'shared', path: '/shared' } as const;

const image = 'app:v1';

/** `127.0.0.1:8080/udp`, as the program is told it. */
export const listenText = ({ protocol, address, port }: Socket): string =>
  `${address === '' ? '' : `${address === podAddress ? '$(POD_IP)' : address}:`}${port}${protocol === 'UDP' ? '/udp' : ''}`;

function serverOf({ args = [] }: Container): Socket | undefined {
  const [verb, at = ''] = args;
  if (verb !== 'serve') return undefined;
  const isOwn = at.startsWith('$(POD_IP):');
  const socket = socketOf(isOwn ? at.slice('$(POD_IP):'.length) : at);
  return socket && isOwn ? { ...socket, address: podAddress } : socket;
}

/** What a Pod was built as. */
export function designOf({
  metadata,
  spec,
}: {
  readonly metadata: { readonly name: string };
  readonly spec: PodSpec;
}): PodDesign {
  return {
    name: metadata.name,
    hostNetwork: spec.hostNetwork === true,
    sharesProcesses: spec.shareProcessNamespace === true,
    containers: spec.containers.map((container) => {
      const server = serverOf(container);
      const mounts = (container.volumeMounts ?? []).some(({ name }) => name === sharedVolume.name);
      return { name: container.name, ...(server && { server }), mounts };
    }),
  };
}

const ownAddress = [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }];

const containerOf = ({ name, server, mounts }: ContainerDesign): Container => ({
  name,
  image,
  args: server ? ['serve', listenText(server)] : ['pause'],
  ...(server?.address === podAddress && { env: ownAddress }),
  ...(mounts && { volumeMounts: [{ name: sharedVolume.name, mountPath: sharedVolume.path }] }),
});

/** The Pod's manifest, for a node of this name. */
export const manifestOf = (design: PodDesign, node: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: design.name },
  spec: {
    nodeName: node,
    ...(design.hostNetwork && { hostNetwork: true }),
    ...(design.sharesProcesses && { shareProcessNamespace: true }),
    terminationGracePeriodSeconds: 5,
    volumes: [{ name: sharedVolume.name, emptyDir: {} }],
    containers: design.containers.map(containerOf),
  },
});

/** A container in another Pod, at its end. Undefined when it can not leave: a Pod has at least one container. */
export function moved(
  from: PodDesign,
  to: PodDesign,
  name: string,
): { readonly from: PodDesign; readonly to: PodDesign } | undefined {
  const container = from.containers.find((one) => one.name === name);
  if (!container || from.containers.length < 2) return undefined;
  return {
    from: { ...from, containers: from.containers.filter((one) => one !== container) },
    to: { ...to, containers: [...to.containers, container] },
  };
}

/** The design with a container changed. */
export const withContainer = (
  design: PodDesign,
  name: string,
  change: (container: ContainerDesign) => ContainerDesign,
): PodDesign => ({
  ...design,
  containers: design.containers.map((one) => (one.name === name ? change(one) : one)),
});

/** How a container of a Pod stands, as the API shows it. */
export type ContainerStands = 'runs' | 'falls' | 'starts';

export function standsOf({ status }: Pick<Pod, 'status'>, name: string): ContainerStands {
  const one = status.containerStatuses?.find((each) => each.name === name);
  if (one?.state.running) return 'runs';
  return one && (one.state.terminated || one.lastState?.terminated) ? 'falls' : 'starts';
}

export const restartsOf = ({ status }: Pick<Pod, 'status'>, name: string): number =>
  status.containerStatuses?.find((each) => each.name === name)?.restartCount ?? 0;
