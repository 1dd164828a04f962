import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  EnvVar,
  Probe,
} from '../../cluster/objects';
import { level } from './lines';
import { rfc1123 } from './moment';

/** Containers as `describe` shows them. Source: kubectl pkg/describe describeContainers and what it calls (v1.37). */
export function containerLines(
  label: string,
  containers: readonly Container[],
  statuses: readonly ContainerStatus[] | undefined,
  indent: string,
  resolve: (env: EnvVar) => string = () => '',
): string[] {
  return [
    `${indent}${label}:${containers.length === 0 ? ' <none>' : ''}`,
    ...containers.flatMap((container) => {
      const status = statuses?.find(({ name }) => name === container.name);
      return [
        level(1, `${indent ? ' ' : ''}${container.name}:`),
        ...[
          ...basics(container, status),
          ...words('Command', container.command),
          ...words('Args', container.args),
          ...(status ? stateLines(status) : []),
          ...resourceLines(container),
          ...probeLines(container),
          ...envFromLines(container),
          ...envLines(container, resolve),
          ...mountLines(container),
        ].map((line) => level(2, line)),
      ];
    }),
  ];
}

const ports = (all: readonly ContainerPort[], of: (port: ContainerPort) => number): string =>
  all.map((port) => `${of(port)}/${port.protocol ?? 'TCP'}${port.name ? ` (${port.name})` : ''}`).join(', ');

const portLine = (one: string, text: string): string =>
  text.includes(',') ? `${one}s:\t${text}` : `${one}:\t${text || '<none>'}`;

function basics({ image, ports: all = [] }: Container, status: ContainerStatus | undefined): string[] {
  return [
    ...(status ? [`Container ID:\t${status.containerID ?? ''}`] : []),
    `Image:\t${image}`,
    ...(status ? [`Image ID:\t${status.imageID ?? ''}`] : []),
    portLine(
      'Port',
      ports(all, ({ containerPort }) => containerPort),
    ),
    portLine(
      'Host Port',
      ports(all, ({ hostPort }) => hostPort ?? 0),
    ),
  ];
}

const words = (title: string, all: readonly string[] | undefined): string[] =>
  all?.length ? [`${title}:`, ...all.flatMap((word) => word.split('\n').map((line) => level(1, line)))] : [];

function stateLines({ state, lastState, ready, restartCount }: ContainerStatus): string[] {
  return [
    ...statusLines('State', state),
    ...(lastState?.terminated ? statusLines('Last State', lastState) : []),
    `Ready:\t${ready ? 'True' : 'False'}`,
    `Restart Count:\t${restartCount}`,
  ];
}

/** Source: describeStatus. */
function statusLines(title: string, { running, waiting, terminated }: ContainerState): string[] {
  if (running) return [`${title}:\tRunning`, level(1, `Started:\t${rfc1123(running.startedAt)}`)];
  if (terminated) {
    const { reason, exitCode, signal, startedAt, finishedAt } = terminated;
    const { message } = terminated as { readonly message?: string };
    return [
      `${title}:\tTerminated`,
      ...(reason ? [level(1, `Reason:\t${reason}`)] : []),
      ...(message ? [level(1, `Message:\t${message}`)] : []),
      level(1, `Exit Code:\t${exitCode}`),
      ...(signal ? [level(1, `Signal:\t${signal}`)] : []),
      level(1, `Started:\t${rfc1123(startedAt)}`),
      level(1, `Finished:\t${rfc1123(finishedAt)}`),
    ];
  }
  return [`${title}:\tWaiting`, ...(waiting?.reason ? [level(1, `Reason:\t${waiting.reason}`)] : [])];
}

/** Source: describeResources. */
function resourceLines({ resources }: Container): string[] {
  const of = (title: string, all: Readonly<Record<string, string>> | undefined): string[] => {
    const names = Object.keys(all ?? {}).sort();
    return names.length ? [`${title}:`, ...names.map((name) => level(1, `${name}:\t${all?.[name]}`))] : [];
  };
  return [...of('Limits', resources?.limits), ...of('Requests', resources?.requests)];
}

function probeLines({ livenessProbe, readinessProbe, startupProbe }: Container): string[] {
  return [
    ...(livenessProbe ? [`Liveness:\t${probeText(livenessProbe)}`] : []),
    ...(readinessProbe ? [`Readiness:\t${probeText(readinessProbe)}`] : []),
    ...(startupProbe ? [`Startup:\t${probeText(startupProbe)}`] : []),
  ];
}

/** Source: DescribeProbe. */
export function probeText(probe: Probe): string {
  const { initialDelaySeconds = 0, timeoutSeconds = 0, periodSeconds = 0 } = probe;
  const { successThreshold = 0, failureThreshold = 0, exec, httpGet, tcpSocket, grpc } = probe;
  const rest = `delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s successThreshold=${successThreshold} failureThreshold=${failureThreshold}`;
  if (exec) return `exec [${(exec.command ?? []).join(' ')}] ${rest}`;
  if (httpGet) {
    const { scheme = '', host = '', port, path = '' } = httpGet;
    const from = path && !path.startsWith('/') ? `/${path}` : path;
    return `http-get ${scheme.toLowerCase()}://${host}:${port}${from} ${rest}`;
  }
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port} ${rest}`;
  if (grpc) return `grpc <pod>:${grpc.port} ${grpc.service ?? ''} ${rest}`;
  return `unknown ${rest}`;
}

function envFromLines({ envFrom = [] }: Container): string[] {
  if (envFrom.length === 0) return [];
  return [
    'Environment Variables from:',
    ...envFrom.map(({ prefix, configMapRef, secretRef }) => {
      const ref = configMapRef ?? secretRef;
      const kind = configMapRef ? 'ConfigMap' : secretRef ? 'Secret' : '';
      const how = prefix ? `${kind} with prefix '${prefix}'` : kind;
      return level(1, `${ref?.name ?? ''}\t${how}\tOptional: ${ref?.optional ?? false}`);
    }),
  ];
}

interface FieldRef {
  readonly apiVersion?: string;
  readonly fieldPath: string;
}

function envLines({ env = [] }: Container, resolve: (env: EnvVar) => string): string[] {
  if (env.length === 0) return ['Environment:\t<none>'];
  return ['Environment:', ...env.flatMap((one) => envText(one, resolve).map((line) => level(1, line)))];
}

/** Source: describeContainerEnvVars. Leaves out: the values of resourceFieldRef. */
function envText(one: EnvVar, resolve: (env: EnvVar) => string): string[] {
  const { name, value = '', valueFrom } = one;
  if (!valueFrom) return value.split('\n').map((line, i) => (i === 0 ? `${name}:\t${line}` : `\t${line}`));
  const { configMapKeyRef, secretKeyRef } = valueFrom;
  const fieldRef = valueFrom.fieldRef as FieldRef | undefined;
  const resourceFieldRef = valueFrom.resourceFieldRef as { readonly resource: string } | undefined;
  if (fieldRef) return [`${name}:\t${resolve(one)} (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})`];
  if (resourceFieldRef) return [`${name}:\t (${resourceFieldRef.resource})`];
  if (secretKeyRef)
    return [
      `${name}:\t<set to the key '${secretKeyRef.key}' in secret '${secretKeyRef.name ?? ''}'>\tOptional: ${secretKeyRef.optional ?? false}`,
    ];
  if (configMapKeyRef)
    return [
      `${name}:\t<set to the key '${configMapKeyRef.key}' of config map '${configMapKeyRef.name ?? ''}'>\tOptional: ${configMapKeyRef.optional ?? false}`,
    ];
  return [];
}

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
}

function mountLines({ volumeMounts = [] }: Container): string[] {
  const mounts = [...(volumeMounts as readonly Mount[])].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1));
  if (mounts.length === 0) return ['Mounts:\t<none>'];
  return [
    'Mounts:',
    ...mounts.map(({ name, mountPath, readOnly, subPath }) => {
      const flags = [readOnly ? 'ro' : 'rw', ...(subPath ? [`path=${JSON.stringify(subPath)}`] : [])];
      return level(1, `${mountPath} from ${name} (${flags.join(',')})`);
    }),
  ];
}
