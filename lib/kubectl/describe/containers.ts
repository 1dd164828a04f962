import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  Labels,
  Probe,
} from '../../cluster/objects';
import { environment, type FieldOf } from './environment';
import type { Page } from './page';
import { boolText, dateText, listText, quantityText, sortedPairs } from './values';

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
}

interface Seccomp {
  readonly seccompProfile?: { readonly type: string; readonly localhostProfile?: string };
}

/**
 * Containers, of a Pod (with what became of them) or of a template. Models pkg/describe describeContainers (v1.37).
 * `indent` is what stands before their names in a template; `fieldOf` gives a field of the Pod for `fieldRef`.
 */
export function containers(
  page: Page,
  title: string,
  all: readonly Container[],
  { statuses = [], fieldOf, indent = '' }: Around = {},
): void {
  page.write(0, `${indent}${title}:${all.length === 0 ? ' <none>' : ''}\n`);
  for (const container of all) {
    const status = statuses.find(({ name }) => name === container.name);
    basics(page, container, status, indent);
    command(page, 'Command', container.command);
    command(page, 'Args', container.args);
    if (status) outcome(page, status);
    resources(page, container.resources, 2);
    if (container.livenessProbe) page.field(2, 'Liveness', probeText(container.livenessProbe));
    if (container.readinessProbe) page.field(2, 'Readiness', probeText(container.readinessProbe));
    if (container.startupProbe) page.field(2, 'Startup', probeText(container.startupProbe));
    environment(page, container, fieldOf);
    mounts(page, container);
  }
}

interface Around {
  readonly statuses?: readonly ContainerStatus[];
  readonly fieldOf?: FieldOf;
  readonly indent?: string;
}

function basics(page: Page, container: Container, status: ContainerStatus | undefined, indent: string): void {
  page.write(1, `${indent && ' '}${container.name}:\n`);
  if (status) page.field(2, 'Container ID', status.containerID ?? '');
  page.field(2, 'Image', container.image ?? '');
  if (status) page.field(2, 'Image ID', status.imageID ?? '');
  ports(page, 'Port', container.ports, ({ containerPort }) => containerPort);
  ports(page, 'Host Port', container.ports, ({ hostPort }) => hostPort ?? 0);
  seccomp(page, (container as { securityContext?: Seccomp }).securityContext, 2, 3);
}

function ports(
  page: Page,
  title: string,
  all: readonly ContainerPort[] | undefined,
  numberOf: (port: ContainerPort) => number,
): void {
  const text = (all ?? [])
    .map((port) => `${numberOf(port)}/${port.protocol ?? 'TCP'}${port.name ? ` (${port.name})` : ''}`)
    .join(', ');
  if (text.includes(',')) page.field(2, `${title}s`, text);
  else page.field(2, title, text || '<none>');
}

export function seccomp(page: Page, context: Seccomp | undefined, level: number, profileLevel: number): void {
  const profile = context?.seccompProfile;
  if (!profile) return;
  page.field(level, 'SeccompProfile', profile.type);
  if (profile.type === 'Localhost')
    page.field(profileLevel, 'LocalhostProfile', profile.localhostProfile ?? '');
}

function command(page: Page, title: string, words: readonly string[] | undefined): void {
  if (!words?.length) return;
  page.write(2, `${title}:\n`);
  for (const line of words.flatMap((word) => word.split('\n'))) page.write(3, `${line}\n`);
}

function outcome(page: Page, { state, lastState, ready, restartCount }: ContainerStatus): void {
  stateOf(page, 'State', state);
  if (lastState?.terminated) stateOf(page, 'Last State', lastState);
  page.field(2, 'Ready', boolText(ready));
  page.field(2, 'Restart Count', restartCount);
}

/** Source: describeStatus. */
function stateOf(page: Page, title: string, { running, waiting, terminated }: ContainerState): void {
  if (running) {
    page.field(2, title, 'Running');
    page.field(3, 'Started', dateText(running.startedAt));
  } else if (waiting || !terminated) {
    page.field(2, title, 'Waiting');
    if (waiting?.reason) page.field(3, 'Reason', waiting.reason);
  } else {
    page.field(2, title, 'Terminated');
    if (terminated.reason) page.field(3, 'Reason', terminated.reason);
    if (terminated.message) page.field(3, 'Message', terminated.message);
    page.field(3, 'Exit Code', terminated.exitCode);
    if (terminated.signal) page.field(3, 'Signal', terminated.signal);
    page.field(3, 'Started', dateText(terminated.startedAt));
    page.field(3, 'Finished', dateText(terminated.finishedAt));
  }
}

/** Source: describeResources. */
export function resources(
  page: Page,
  { limits, requests }: { readonly limits?: Labels; readonly requests?: Labels } = {},
  level = 0,
): void {
  for (const [title, all] of [
    ['Limits', sortedPairs(limits)],
    ['Requests', sortedPairs(requests)],
  ] as const) {
    if (all.length > 0) page.write(level, `${title}:\n`);
    for (const [name, amount] of all) page.field(level + 1, name, quantityText(amount));
  }
}

/** What a path may hold as it is. Source: Go net/url escape, encodePath. */
const asPath = (path: string): string =>
  encodeURIComponent(path.replace(/[\ud800-\udfff]/gu, '\ufffd'))
    .replace(/%(24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function urlText({ scheme = 'HTTP', host = '', port, path = '' }: NonNullable<Probe['httpGet']>): string {
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `${scheme.toLowerCase()}://${address}${path && !path.startsWith('/') ? '/' : ''}${path === '*' ? path : asPath(path)}`;
}

/** Source: DescribeProbe. */
export function probeText(probe: Probe): string {
  const { initialDelaySeconds = 0, timeoutSeconds = 0, periodSeconds = 0 } = probe;
  const { successThreshold = 0, failureThreshold = 0, exec, httpGet, tcpSocket, grpc } = probe;
  const how = `delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s successThreshold=${successThreshold} failureThreshold=${failureThreshold}`;
  if (exec) return `exec ${listText(exec.command)} ${how}`;
  if (httpGet) return `http-get ${urlText(httpGet)} ${how}`;
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port} ${how}`;
  if (grpc) return `grpc <pod>:${grpc.port} ${grpc.service ?? ''} ${how}`;
  return `unknown ${how}`;
}

/** Source: describeContainerVolumes. */
function mounts(page: Page, container: Container): void {
  const all = [...((container.volumeMounts ?? []) as readonly Mount[])].sort((a, b) =>
    a.mountPath < b.mountPath ? -1 : a.mountPath > b.mountPath ? 1 : 0,
  );
  page.write(2, `Mounts:${all.length === 0 ? '\t<none>' : ''}\n`);
  for (const { name, mountPath, readOnly, subPath } of all)
    page.write(
      3,
      `${mountPath} from ${name} (${readOnly ? 'ro' : 'rw'}${subPath ? `,path=${JSON.stringify(subPath)}` : ''})\n`,
    );
  const devices = (container as { volumeDevices?: readonly { name: string; devicePath: string }[] })
    .volumeDevices;
  if (!devices?.length) return;
  page.write(2, `Devices:${all.length === 0 ? '\t<none>' : ''}\n`);
  for (const { name, devicePath } of [...devices].sort((a, b) => (a.devicePath < b.devicePath ? -1 : 1)))
    page.write(3, `${devicePath} from ${name}\n`);
}
