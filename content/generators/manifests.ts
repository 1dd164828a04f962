import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';

/** The objects that generators put into their runs. A Pod's program ends 2 s after SIGTERM; it is Ready 2 s after its start. */

export type Fields = Readonly<Record<string, Json | undefined>>;

export const apply = (object: Manifest): Command => ({ verb: 'apply', object });
export const at = (atMs: number, ...commands: readonly Command[]): TimedCommand[] =>
  commands.map((command) => ({ atMs, command }));

/** A Pod that nobody owns. */
export const barePod = (name: string, spec: object, metadata: object = {}): Command =>
  apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name, ...metadata }, spec } as Manifest);

/** What a claim asks for: a volume that is made when a Pod that mounts it has a node. */
const claimSpec = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'late',
  resources: { requests: { storage: '1Gi' } },
};
export const claim = (name: string): Command =>
  apply({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name }, spec: claimSpec });
/** `volumeClaimTemplates` with one claim, `data`. */
export const claimTemplates = [{ metadata: { name: 'data' }, spec: claimSpec }];
/** The volumes of a Pod whose `data` lies on this claim. */
export const onClaim = (claimName: string) => [{ name: 'data', persistentVolumeClaim: { claimName } }];

/** All Pods of a node are deleted by this, and none may come, until it is called off. */
export const emptied = (name: string, isOn: boolean): Command => ({
  ...{ verb: 'patch', kind: 'Node', name, type: 'merge' },
  body: { spec: { taints: isOn ? [{ key: 'reboot', value: 'now', effect: 'NoExecute' }] : null } },
});
export const cordon = (name: string, unschedulable: boolean): Command => ({
  ...{ verb: 'patch', kind: 'Node', name, type: 'strategic' },
  body: { spec: { unschedulable } },
});

export const container = (image: string, more: Fields = {}) => ({
  name: 'main',
  image,
  command: ['/app', 'graceful', '2'],
  readinessProbe: {
    exec: { command: ['/app', 'test', '/app'] },
    initialDelaySeconds: 2,
    periodSeconds: 1,
    failureThreshold: 1,
  },
  ...more,
});

/** A container without probes that runs until it is told to stop. */
export const plainContainer = (image: string, more: Fields = {}) => ({
  name: 'main',
  image,
  command: ['/app', 'pause'],
  ...more,
});

/** A workload whose Pods have the label `app` with its name. */
export const workload = (
  kind: 'Deployment' | 'StatefulSet' | 'ReplicaSet' | 'DaemonSet',
  name: string,
  image: string,
  spec: Fields,
  podSpec: Fields = {},
): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    ...(kind === 'StatefulSet' && { serviceName: name }),
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { terminationGracePeriodSeconds: 10, containers: [container(image)], ...podSpec },
    },
    ...spec,
  },
});

/** A Job whose Pods are never restarted and run this command. */
export const batchJob = (
  name: string,
  image: string,
  command: readonly string[],
  spec: Fields,
  podSpec: Fields = {},
): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: {
    ...spec,
    template: {
      spec: {
        restartPolicy: 'Never',
        ...podSpec,
        containers: [plainContainer(image, { command: [...command] })],
      },
    },
  },
});

export const setImage = (kind: string, name: string, image: string): Command => ({
  verb: 'patch',
  kind,
  name,
  type: 'strategic',
  body: { spec: { template: { spec: { containers: [{ name: 'main', image }] } } } },
});

export const scale = (kind: string, name: string, replicas: number): Command => ({
  verb: 'scale',
  kind,
  name,
  replicas,
});
