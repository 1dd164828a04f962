import type { TimedCommand } from '../../cluster/command';
import type { Json, Manifest } from '../../cluster/objects';
import type { Scenario } from '../scenario';
import { firstSwapChoice, replicasOf, type SwapApp, type SwapChoice } from './choice';

interface Program {
  /** Name of the workload, of its Service and its container. */
  readonly name: string;
  readonly image: string;
  readonly port: number;
  /** Where it writes. */
  readonly directory: string;
}

const programs: Readonly<Record<SwapApp, Program>> = {
  pages: { name: 'apache', image: 'app:v1', port: 80, directory: '/var/www' },
  sessions: { name: 'apache', image: 'app:v1', port: 80, directory: '/var/lib/sessions' },
  squid: { name: 'squid', image: 'app:v1', port: 3128, directory: '/var/spool/squid' },
  mysql: { name: 'mysql', image: 'db:v1', port: 3306, directory: '/var/lib/mysql' },
  mongodb: { name: 'mongo', image: 'db:v1', port: 27017, directory: '/data/db' },
};

export const programOf = (app: SwapApp): Program => programs[app];

/** Another service that keeps state for others: one Pod, and a claim. */
export const outside: Program = { name: 'redis', image: 'db:v1', port: 6379, directory: '/data' };

const volume = 'state';

const claimSpec: Json = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'late',
  resources: { requests: { storage: '1Gi' } },
};

const claimOf = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: claimSpec,
});

const serviceOf = ({ name, port }: Program): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: name }, ports: [{ port }] },
});

/** A program that is Ready when it answers: whether it has its data no probe asks. */
function templateOf(
  { name, image, port, directory }: Program,
  volumes: readonly Json[],
  mounts: boolean,
): Json {
  return {
    metadata: { labels: { app: name } },
    spec: {
      terminationGracePeriodSeconds: 5,
      containers: [
        {
          name,
          image,
          command: ['/app', 'serve', String(port)],
          ports: [{ containerPort: port }],
          readinessProbe: { httpGet: { path: '/', port }, periodSeconds: 1, failureThreshold: 1 },
          ...(mounts && { volumeMounts: [{ name: volume, mountPath: directory }] }),
        },
      ],
      ...(volumes.length > 0 && { volumes: [...volumes] }),
    },
  };
}

const workloadOf = (kind: string, name: string, spec: Readonly<Record<string, Json>>): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: { ...spec, selector: { matchLabels: { app: name } } },
});

const outsideManifests = (): readonly Manifest[] => [
  claimOf('redis-data'),
  workloadOf('Deployment', outside.name, {
    replicas: 1,
    strategy: { type: 'Recreate' },
    template: templateOf(
      outside,
      [{ name: volume, persistentVolumeClaim: { claimName: 'redis-data' } }],
      true,
    ),
  }),
  serviceOf(outside),
];

/** All objects of a choice, as somebody would write them. */
export function manifestsOf({ app, controller, store }: SwapChoice): readonly Manifest[] {
  const program = programs[app];
  const { name } = program;
  const replicas = replicasOf[app];
  const shared = `${name}-${volume}`;
  const isSet = controller === 'StatefulSet';
  const volumes: Json[] =
    store === 'emptyDir'
      ? [{ name: volume, emptyDir: {} }]
      : store === 'claim' && !isSet
        ? [{ name: volume, persistentVolumeClaim: { claimName: shared } }]
        : [];
  const template = templateOf(program, volumes, store === 'emptyDir' || store === 'claim');
  return [
    ...(store === 'claim' && !isSet ? [claimOf(shared)] : []),
    workloadOf(controller, name, {
      replicas,
      ...(isSet && { serviceName: name, podManagementPolicy: 'Parallel' }),
      template,
      ...(isSet &&
        store === 'claim' && { volumeClaimTemplates: [{ metadata: { name: volume }, spec: claimSpec }] }),
    }),
    serviceOf(program),
    ...(store === 'outside' ? outsideManifests() : []),
  ];
}

/** The bench's cluster for a choice, from its beginning. */
export function swapScenario(scenario: Scenario, choice: SwapChoice): Scenario {
  const commands = manifestsOf(choice).map(
    (object): TimedCommand => ({ atMs: 0, command: { verb: 'apply', object } }),
  );
  return { ...scenario, subject: `${choice.controller}/${programs[choice.app].name}`, commands };
}

/** The bench of a lesson: its cluster as the page opens, with the choice that it begins with. */
export const defineSwapBench = (scenario: Omit<Scenario, 'commands' | 'subject'>): Scenario =>
  swapScenario({ ...scenario, commands: [] }, firstSwapChoice);
