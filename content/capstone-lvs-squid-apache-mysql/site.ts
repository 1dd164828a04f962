import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json } from '@/lib/cluster/objects';

/**
 * The site of lesson 14 as objects. Each image stands for an old machine's program: Squid asks `apache`, Apache asks `mysql`, by
 * these names. MySQL has its rows in one file; whether they are there is asked with `/app test`.
 */

type Spec = Readonly<Record<string, Json>>;

export const rows = '/var/lib/mysql/rows';
export const claim = 'data-mysql-0';
export const images = { squid: 'squid:6.10', apache: 'httpd:2.4', mysql: 'mysql:8.4' } as const;

const asks = ['nc', '-z', 'mysql', '3306'];
export const asksMysql = { exec: { command: asks }, periodSeconds: 2, failureThreshold: 1 };
export const asksRows = { exec: { command: ['/app', 'test', rows] }, periodSeconds: 2, failureThreshold: 1 };

export const squidContainer: Spec = {
  name: 'squid',
  image: images.squid,
  command: ['/app', 'serve', '3128'],
  readinessProbe: { tcpSocket: { port: 3128 }, periodSeconds: 2 },
};

export const apacheContainer: Spec = {
  name: 'apache',
  image: images.apache,
  command: ['/app', 'serve', '80'],
};

export const mysqlContainer: Spec = {
  name: 'mysql',
  image: images.mysql,
  command: ['/app', 'serve', '3306', rows],
  readinessProbe: asksRows,
  volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }],
};

/** Tries once, and ends with 1 when nobody answers; the kubelet starts it again. */
export const retries: Spec = {
  ...apacheContainer,
  command: ['sh', '-c', `${asks.join(' ')} && exec /app serve 80`],
};

/** An init container that waits until MySQL answers. */
export const waitsFirst: Spec = {
  initContainers: [
    {
      name: 'wait',
      image: 'busybox:1.37',
      command: ['sh', '-c', `until ${asks.join(' ')}; do sleep 1; done`],
    },
  ],
};

export const template = (app: string, container: Spec, more: Spec = {}) => ({
  metadata: { labels: { app } },
  spec: { terminationGracePeriodSeconds: 10, ...more, containers: [container] },
});

export const apply = (object: object): Command => ({ verb: 'apply', object: object as never });

export const deployment = (
  app: string,
  container: Spec,
  { replicas = 3, pod = {}, spec = {} }: { replicas?: number; pod?: Spec; spec?: Spec } = {},
): Command =>
  apply({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: app },
    spec: {
      replicas,
      selector: { matchLabels: { app } },
      ...spec,
      template: template(app, container, pod),
    },
  });

const asked: Json = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'late',
  resources: { requests: { storage: '10Gi' } },
};

/** A claim template `data`: the claim of ordinal 0 is the one to which the rows were copied. */
export const mysqlSet = (replicas = 1): Command =>
  apply({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'mysql' },
    spec: {
      replicas,
      serviceName: 'mysql',
      selector: { matchLabels: { app: 'mysql' } },
      template: template('mysql', mysqlContainer),
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: asked }],
    },
  });

export const mounts = (claimName: string): Spec => ({
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
});
export const scratch: Spec = { volumes: [{ name: 'data', emptyDir: {} }] };

export const service = (name: string, port: Json, spec: Spec = {}): Command =>
  apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: name }, ports: [port], ...spec },
  });

export const services = {
  squid: service('squid', { port: 80, targetPort: 3128, nodePort: 30_080 }, { type: 'NodePort' }),
  apache: service('apache', { port: 80 }),
  mysql: service('mysql', { port: 3306 }, { clusterIP: 'None' }),
} as const;

/** The disk of the old database, copied to a claim before the reader comes: the Job that did it is gone by then. */
export const copied: readonly TimedCommand[] = [
  apply({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: claim }, spec: asked }),
  apply({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'copy-rows' },
    spec: {
      ttlSecondsAfterFinished: 2,
      template: {
        metadata: { labels: { app: 'copy-rows' } },
        spec: {
          restartPolicy: 'Never',
          ...mounts(claim),
          containers: [
            {
              name: 'copy',
              image: 'rsync:3.4',
              command: ['/app', 'touch', rows],
              volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }],
            },
          ],
        },
      },
    },
  }),
].map((command) => ({ atMs: 0, command }));

export const at = (atMs: number, ...commands: readonly Command[]): TimedCommand[] =>
  commands.map((command) => ({ atMs, command }));
