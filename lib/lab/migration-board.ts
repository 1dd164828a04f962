/**
 * The migration board of the capstone, as values: which object carries each old machine, and the manifests that follow. It
 * refuses nothing: what a choice costs is said by migration-rules.ts before it is applied, and by migration-marks.ts after.
 */

export const machines = ['lvs', 'squid', 'apache', 'mysql'] as const;
export type Machine = (typeof machines)[number];

/** `none`: the machine is not moved. `recreate` is a Deployment of that strategy; `together` one StatefulSet for all that choose it. */
export const carriers = ['none', 'pod', 'deployment', 'recreate', 'statefulset', 'together'] as const;
export type Carrier = (typeof carriers)[number];

export const doors = ['none', 'clusterip', 'headless', 'nodeport', 'loadbalancer'] as const;
export type Door = (typeof doors)[number];

/** `claim`: for MySQL the claim to which the old rows were copied, for others one of their own. */
export const storages = ['none', 'emptydir', 'claim'] as const;
export type Storage = (typeof storages)[number];

export interface Slot {
  readonly carrier: Carrier;
  readonly replicas: number;
  readonly door: Door;
  readonly storage: Storage;
}

export type Board = Readonly<Record<Machine, Slot>>;

export const mostReplicas = 3;

/** What the study notes say, to the letter: MySQL needs a Pod, the others a Deployment of 3, LVS is the cluster's. */
export const boardOfTheNotes: Board = {
  lvs: { carrier: 'none', replicas: 1, door: 'none', storage: 'none' },
  squid: { carrier: 'deployment', replicas: 3, door: 'clusterip', storage: 'none' },
  apache: { carrier: 'deployment', replicas: 3, door: 'clusterip', storage: 'none' },
  mysql: { carrier: 'pod', replicas: 1, door: 'clusterip', storage: 'none' },
};

/** The claim with the rows of the old database. */
export const rowsClaim = 'data-mysql-0';

export const imageOf: Readonly<Record<Machine, string>> = {
  lvs: 'lvs:1.31',
  squid: 'squid:6.10',
  apache: 'httpd:2.4',
  mysql: 'mysql:8.4',
};

const rows = '/var/lib/mysql/rows';

const programs: Readonly<Record<Machine, readonly string[]>> = {
  lvs: [],
  squid: [
    "command: [/app, serve, '3128']",
    'readinessProbe:',
    '  tcpSocket:',
    '    port: 3128',
    '  periodSeconds: 2',
  ],
  apache: [
    "command: [/app, serve, '80']",
    'readinessProbe:',
    '  exec:',
    "    command: [nc, -z, mysql, '3306']",
    '  periodSeconds: 2',
    '  failureThreshold: 1',
  ],
  mysql: [
    `command: [/app, serve, '3306', ${rows}]`,
    'readinessProbe:',
    '  exec:',
    `    command: [/app, test, ${rows}]`,
    '  periodSeconds: 2',
    '  failureThreshold: 1',
  ],
};

const directories: Readonly<Record<Machine, string>> = {
  lvs: '/var/lib/lvs',
  squid: '/var/spool/squid',
  apache: '/var/www',
  mysql: '/var/lib/mysql',
};

const ports: Readonly<Record<Machine, { readonly port: number; readonly target: number }>> = {
  lvs: { port: 80, target: 80 },
  squid: { port: 80, target: 3128 },
  apache: { port: 80, target: 80 },
  mysql: { port: 3306, target: 3306 },
};

const nodePort = 30_080;

type Lines = readonly string[];
const indented = (by: number, lines: Lines): Lines => lines.map((line) => ' '.repeat(by) + line);

/** A container of the machine's program; `volume` is the name of what it mounts, if anything. */
function containerOf(machine: Machine, volume: string | undefined): Lines {
  const mount = volume
    ? ['volumeMounts:', `  - name: ${volume}`, `    mountPath: ${directories[machine]}`]
    : [];
  const [first = '', ...rest] = [
    `name: ${machine}`,
    `image: ${imageOf[machine]}`,
    ...programs[machine],
    ...mount,
  ];
  return [`- ${first}`, ...indented(2, rest)];
}

const asksFor = (): Lines => [
  'accessModes: [ReadWriteOnce]',
  'storageClassName: late',
  'resources:',
  '  requests:',
  '    storage: 10Gi',
];

const claimNameOf = (machine: Machine): string => (machine === 'mysql' ? rowsClaim : `data-${machine}`);

/** The volumes that a Pod names itself; a StatefulSet has its claims by template. */
function volumesOf(machine: Machine, { storage, carrier }: Slot): Lines {
  if (storage === 'none' || (storage === 'claim' && carrier === 'statefulset')) return [];
  const source =
    storage === 'emptydir'
      ? ['  emptyDir: {}']
      : ['  persistentVolumeClaim:', `    claimName: ${claimNameOf(machine)}`];
  return ['volumes:', '- name: data', ...source];
}

const podSpecOf = (machine: Machine, slot: Slot): Lines => [
  'terminationGracePeriodSeconds: 10',
  'containers:',
  ...containerOf(machine, slot.storage === 'none' ? undefined : 'data'),
  ...volumesOf(machine, slot),
];

const templateOf = (app: string, podSpec: Lines): Lines => [
  'selector:',
  '  matchLabels:',
  `    app: ${app}`,
  'template:',
  '  metadata:',
  '    labels:',
  `      app: ${app}`,
  '  spec:',
  ...indented(4, podSpec),
];

const claimTemplate = (): Lines => [
  'volumeClaimTemplates:',
  '- metadata:',
  '    name: data',
  '  spec:',
  ...indented(4, asksFor()),
];

const objectOf = (apiVersion: string, kind: string, name: string, spec: Lines, labels?: string): string =>
  [
    `apiVersion: ${apiVersion}`,
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    ...(labels ? ['  labels:', `    app: ${labels}`] : []),
    'spec:',
    ...indented(2, spec),
  ].join('\n');

/** The Deployment, StatefulSet or Pod of a machine that has one to itself. */
function workloadOf(machine: Machine, slot: Slot): string[] {
  const podSpec = podSpecOf(machine, slot);
  const { carrier, replicas, storage } = slot;
  switch (carrier) {
    case 'pod':
      return [objectOf('v1', 'Pod', machine, podSpec, machine)];
    case 'statefulset': {
      const claims = storage === 'claim' ? claimTemplate() : [];
      const spec = [
        `replicas: ${replicas}`,
        `serviceName: ${machine}`,
        ...templateOf(machine, podSpec),
        ...claims,
      ];
      return [objectOf('apps/v1', 'StatefulSet', machine, spec)];
    }
    case 'deployment':
    case 'recreate': {
      const strategy = carrier === 'recreate' ? ['strategy:', '  type: Recreate'] : [];
      const spec = [`replicas: ${replicas}`, ...strategy, ...templateOf(machine, podSpec)];
      return [objectOf('apps/v1', 'Deployment', machine, spec)];
    }
    default:
      return [];
  }
}

/** One StatefulSet with the programs of all machines that are put together, as many times as the largest asks. */
function togetherOf(board: Board): string[] {
  const inIt = machines.filter((machine) => board[machine].carrier === 'together');
  if (inIt.length === 0) return [];
  const hasClaim = inIt.some((machine) => board[machine].storage === 'claim');
  const hasScratch = inIt.some((machine) => board[machine].storage === 'emptydir');
  const volumeOf = (machine: Machine) =>
    ({ none: undefined, emptydir: 'scratch', claim: 'data' })[board[machine].storage];
  const podSpec = [
    'terminationGracePeriodSeconds: 10',
    'containers:',
    ...inIt.flatMap((machine) => containerOf(machine, volumeOf(machine))),
    ...(hasScratch ? ['volumes:', '- name: scratch', '  emptyDir: {}'] : []),
  ];
  const replicas = Math.max(...inIt.map((machine) => board[machine].replicas));
  const spec = [
    `replicas: ${replicas}`,
    'serviceName: site',
    ...templateOf('site', podSpec),
    ...(hasClaim ? claimTemplate() : []),
  ];
  return [objectOf('apps/v1', 'StatefulSet', 'site', spec)];
}

/** A claim that no StatefulSet makes and nobody has copied rows to. */
function claimOf(machine: Machine, { storage, carrier }: Slot): string[] {
  const isNew =
    machine !== 'mysql' && storage === 'claim' && ['pod', 'deployment', 'recreate'].includes(carrier);
  return isNew ? [objectOf('v1', 'PersistentVolumeClaim', claimNameOf(machine), asksFor())] : [];
}

function serviceOf(machine: Machine, { door, carrier }: Slot): string[] {
  if (door === 'none' || carrier === 'none') return [];
  const { port, target } = ports[machine];
  const type = {
    clusterip: [],
    headless: ['clusterIP: None'],
    nodeport: ['type: NodePort'],
    loadbalancer: ['type: LoadBalancer'],
  }[door];
  const open = door === 'nodeport' && machine === 'squid' ? [`  nodePort: ${nodePort}`] : [];
  const spec = [
    ...type,
    'selector:',
    `  app: ${carrier === 'together' ? 'site' : machine}`,
    'ports:',
    `- port: ${port}`,
    ...(target === port ? [] : [`  targetPort: ${target}`]),
    ...open,
  ];
  return [objectOf('v1', 'Service', machine, spec)];
}

/** The manifests of a board, as one text for `kubectl apply -f`: nothing in it says what is to come first. */
export function manifestsOf(board: Board): string {
  const slots = machines.map((machine) => [machine, board[machine]] as const);
  const objects = [
    ...slots.flatMap(([machine, slot]) => serviceOf(machine, slot)),
    ...slots.flatMap(([machine, slot]) => claimOf(machine, slot)),
    ...slots.flatMap(([machine, slot]) => workloadOf(machine, slot)),
    ...togetherOf(board),
  ];
  return objects.map((object) => `${object}\n`).join('---\n');
}
