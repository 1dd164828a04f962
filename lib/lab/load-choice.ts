import type { Command, TimedCommand } from '../cluster/command';
import type { Json, Manifest } from '../cluster/objects';

/**
 * What a reader sets at the load bench: the work of each minute, the workload that does it, and the HPA over it; and the commands
 * that make a cluster of it. Small and without the engine, so that a page may have it.
 */

export const loadMinutes = 15;
export const minuteMs = 60_000;
export const loadEndMs = loadMinutes * minuteMs;
/** Between two moments of a run, and between two looks of the HPA, ms. */
export const momentMs = 5_000;
export const lookMs = 15_000;
/** The most work of a minute, and what a step of it is, millicores. */
export const loadMostMilli = 1600;
export const loadStepMilli = 10;

export const targetKinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const sidecars = ['none', 'asks', 'silent'] as const;
/** A second container: none, one that requests 50m, one that requests nothing. */
export type Sidecar = (typeof sidecars)[number];

export const measures = ['pod', 'container', 'both'] as const;
/** CPU of the whole Pod, of the container `main`, or CPU and memory of the whole Pod. */
export type Measure = (typeof measures)[number];

export const descents = ['default', 'minute', 'none', 'single'] as const;
/** How it scales down: as it comes (300 s), after 60 s, without a window, or one Pod each 30 s. */
export type Descent = (typeof descents)[number];

/** How far each looks back before it scales down. */
export const windowSeconds: Readonly<Record<Descent, number>> = {
  default: 300,
  minute: 60,
  none: 0,
  single: 60,
};

/** What can be chosen: millicores that `main` requests, the target in percent, the bounds of the HPA. */
export const requestsMilli = [100, 200, 400] as const;
export const targets = [30, 50, 80] as const;
export const leastReplicas = [1, 2, 3] as const;
export const mostReplicas = [6, 12, 20] as const;

export interface LoadChoice {
  /** Millicores of each minute: they begin at its start and stay until the next. */
  readonly load: readonly number[];
  readonly kind: TargetKind;
  /** Millicores that `main` requests. */
  readonly requestMilli: number;
  readonly sidecar: Sidecar;
  readonly measure: Measure;
  /** Percent of the request. */
  readonly target: number;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly descent: Descent;
  readonly hasMetrics: boolean;
}

const minutes = (of: (minute: number) => number): readonly number[] =>
  Array.from({ length: loadMinutes }, (_, minute) => of(minute));

/** Curves to begin with. Three Pods that request 200m are at 50% of it under 300m. */
export const loadPresets = {
  step: minutes((minute) => (minute < 3 ? 300 : 900)),
  tenth: minutes((minute) => (minute < 3 ? 300 : 330)),
  spike: minutes((minute) => (minute === 3 ? 1500 : 300)),
  ramp: minutes((minute) => Math.min(loadMostMilli, 300 + Math.max(0, minute - 2) * 110)),
  wave: minutes((minute) => (minute < 2 ? 300 : Math.floor(minute / 2) % 2 === 1 ? 900 : 250)),
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type LoadPreset = keyof typeof loadPresets;

export const firstChoice: LoadChoice = {
  load: loadPresets.step,
  kind: 'Deployment',
  requestMilli: 200,
  sidecar: 'none',
  measure: 'pod',
  target: 50,
  minReplicas: 2,
  maxReplicas: 12,
  descent: 'default',
  hasMetrics: true,
};

/** What all Pods hold in memory together, whoever does how much, and the target of the second metric. */
const sessions = '1152Mi';
export const memoryTarget = 75;
const replicasAtFirst = 3;

const main = (cpu: string): Json => ({
  name: 'main',
  image: 'app:v1',
  command: ['/app', 'graceful', '2'],
  resources: { requests: { cpu, memory: '256Mi' } },
  readinessProbe: {
    exec: { command: ['/app', 'test', '/app'] },
    initialDelaySeconds: 2,
    periodSeconds: 1,
    failureThreshold: 1,
  },
});

const log = (sidecar: Sidecar): readonly Json[] =>
  sidecar === 'none'
    ? []
    : [
        {
          name: 'log',
          image: 'log:v1',
          command: ['/app', 'pause'],
          ...(sidecar === 'asks' && { resources: { requests: { cpu: '50m', memory: '64Mi' } } }),
        },
      ];

const workload = ({ kind, requestMilli, sidecar }: LoadChoice): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: {
    ...(kind !== 'DaemonSet' && { replicas: replicasAtFirst }),
    ...(kind === 'StatefulSet' && { serviceName: 'web' }),
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        terminationGracePeriodSeconds: 10,
        containers: [main(`${requestMilli}m`), ...log(sidecar)],
      },
    },
  },
});

const percent = (averageUtilization: number): Json => ({ type: 'Utilization', averageUtilization });

function metricsOf({ measure, target }: LoadChoice): readonly Json[] {
  if (measure === 'container')
    return [
      {
        type: 'ContainerResource',
        containerResource: { name: 'cpu', container: 'main', target: percent(target) },
      },
    ];
  const cpu = { type: 'Resource', resource: { name: 'cpu', target: percent(target) } };
  if (measure === 'pod') return [cpu];
  return [cpu, { type: 'Resource', resource: { name: 'memory', target: percent(memoryTarget) } }];
}

/** What `behavior` says; undefined for the one that is left out. */
const behaviors: Readonly<Record<Descent, Json | undefined>> = {
  default: undefined,
  minute: { scaleDown: { stabilizationWindowSeconds: 60 } },
  none: { scaleDown: { stabilizationWindowSeconds: 0 } },
  single: {
    scaleDown: {
      stabilizationWindowSeconds: 60,
      policies: [{ type: 'Pods', value: 1, periodSeconds: 30 }],
    },
  },
};

/** The HPA that a choice makes. */
export function autoscalerOf(choice: LoadChoice): Manifest {
  const { kind, minReplicas, maxReplicas, descent } = choice;
  const behavior = behaviors[descent];
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'web' },
      minReplicas,
      maxReplicas: Math.max(minReplicas, maxReplicas),
      metrics: [...metricsOf(choice)],
      ...(behavior !== undefined && { behavior }),
    },
  };
}

const loadOf = ({ kind, sidecar, measure }: LoadChoice, milli: number): Command => ({
  verb: 'load',
  kind,
  name: 'web',
  shared: { cpu: `${milli}m`, ...(measure === 'both' && { memory: sessions }) },
  ...(sidecar !== 'none' && { each: { log: { cpu: '10m', memory: '16Mi' } } }),
});

/** All that is done to the cluster: workload and HPA as it begins, and the work of a minute where it is another. */
export function commandsOf(choice: LoadChoice): readonly TimedCommand[] {
  const { load } = choice;
  const begin: Command[] = [
    { verb: 'apply', object: workload(choice) },
    { verb: 'apply', object: autoscalerOf(choice) },
  ];
  return [
    ...begin.map((command) => ({ atMs: 0, command })),
    ...load.flatMap((milli, minute) =>
      minute > 0 && load[minute - 1] === milli
        ? []
        : [{ atMs: minute * minuteMs, command: loadOf(choice, milli) }],
    ),
  ];
}

/** Any load as one that the bench takes: whole steps between nothing and the most. */
export const roundedLoad = (milli: number): number =>
  Math.min(loadMostMilli, Math.max(0, Math.round(milli / loadStepMilli) * loadStepMilli));
