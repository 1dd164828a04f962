import type { KubeObject, Manifest } from '../../cluster/objects';
import { canonicalQuantity } from '../../cluster/quantity';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../call';
import { recorded, recordFlag } from '../change-cause';
import { each } from '../each';
import { Failure, Refused } from '../failure';
import { filenamesOf } from '../filenames';
import type { Flag } from '../flags/flag';
import { dryRunFlag, fieldManagerFlag, fileFlags, printFlags } from '../flags/sets';
import { enforcedNamespace, saveConfigFlag, sent } from '../generated';
import { find, type Info } from '../infos';
import { done } from '../printers/done';
import { printerOf } from '../printers/output';
import { typed } from '../typed';
import { atOnce, type Verb } from '../verb';

const flags: readonly Flag[] = [
  ...fileFlags,
  dryRunFlag,
  fieldManagerFlag,
  saveConfigFlag,
  recordFlag,
  ...printFlags,
  { name: 'min', kind: 'int32', unset: '-1', says: 'the least number of Pods' },
  { name: 'max', kind: 'int32', unset: '-1', required: true, says: 'the greatest number of Pods' },
  { name: 'cpu', kind: 'string', says: 'what CPU it aims at: 50% of the request, or an amount as 500m' },
  {
    name: 'memory',
    kind: 'string',
    says: 'what memory it aims at: 50% of the request, or an amount as 200Mi',
  },
  {
    name: 'cpu-percent',
    kind: 'int32',
    unset: '-1',
    says: 'as --cpu=PERCENT%',
    deprecated:
      "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).",
  },
  { name: 'name', kind: 'string', says: "the HorizontalPodAutoscaler's name" },
];

const scaled = ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController'];

type Target =
  | { readonly type: 'Utilization'; readonly averageUtilization: number }
  | { readonly type: 'AverageValue'; readonly averageValue: string };

const quantityForm = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;

/** `70%`, `500m`, or a bare number of milli-CPUs or Mi. Source: parseResourceInput. */
function targetOf(text: string, resource: 'cpu' | 'memory'): Target {
  const input = text.trim();
  if (!input) throw new Failure('empty input');
  if (input.endsWith('%')) {
    const digits = input.slice(0, -1);
    const percent = Number(digits);
    if (!/^[+-]?\d+$/.test(digits) || percent < 0 || percent >= 2 ** 31)
      throw new Failure(`invalid percentage value: ${digits}`);
    return { type: 'Utilization', averageUtilization: percent };
  }
  const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(input) ? Number(input) : undefined;
  const amount = number === undefined ? input : `${number}${resource === 'cpu' ? 'm' : 'Mi'}`;
  const isTooLong =
    number !== undefined && number !== 0 && (Math.abs(number) >= 1e6 || Math.abs(number) < 1e-4);
  if (isTooLong)
    throw new Failure(
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    );
  const averageValue = quantityForm.test(amount) ? canonicalQuantity(amount) : undefined;
  if (averageValue === undefined) throw new Failure(`invalid resource ${resource} value: ${text.trim()}`);
  return { type: 'AverageValue', averageValue };
}

interface Options {
  readonly min: number;
  readonly max: number;
  readonly percent: number;
  readonly cpu: Target | undefined;
  readonly memory: Target | undefined;
  readonly dryRun: DryRun;
}

/** Source: AutoscaleOptions Complete, Validate. */
function optionsOf(call: Call): Options {
  const { flags: given } = call;
  const dryRun = dryRunOf(call);
  const [min, max, percent] = [given.number('min'), given.number('max'), given.number('cpu-percent')];
  const [cpu, memory] = [given.text('cpu'), given.text('memory')];
  if (max < 1) throw new Failure(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
  if (max < min)
    throw new Failure(`--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`);
  if (percent > 0 && cpu) throw new Failure('--cpu-percent and --cpu are mutually exclusive');
  return {
    min,
    max,
    percent,
    cpu: cpu ? targetOf(cpu, 'cpu') : undefined,
    memory: memory ? targetOf(memory, 'memory') : undefined,
    dryRun,
  };
}

const metric = (name: string, target: Target) => ({ type: 'Resource', resource: { name, target } });

/** Source: createHorizontalPodAutoscalerV2; with `asV1`, what autoscaling/v1 can say of it. */
function manifestOf(call: Call, info: Info, options: Options, asV1 = false): Manifest {
  const { min, max, percent, cpu, memory } = options;
  const ofPercent: Target[] =
    percent > 0 || (asV1 && percent >= 0) ? [{ type: 'Utilization', averageUtilization: percent }] : [];
  const metrics = [
    ...ofPercent.map((target) => metric('cpu', target)),
    ...(cpu && !asV1 ? [metric('cpu', cpu)] : []),
    ...(memory && !asV1 ? [metric('memory', memory)] : []),
  ];
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: call.flags.text('name') || info.name, ...enforcedNamespace(call) },
    spec: {
      scaleTargetRef: { apiVersion: info.resource.apiVersion, kind: info.resource.kind, name: info.name },
      ...(min > 0 && { minReplicas: min }),
      maxReplicas: max,
      ...(metrics.length > 0 && { metrics }),
    },
  };
}

/** Whether kubectl tries autoscaling/v1 after a refusal; throws when it can not say. Source: canCreateHPAV1. */
function mayBeV1({ percent, cpu, memory }: Options): void {
  const incompatible = (why: string) =>
    new Failure(
      `failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: ${why}`,
    );
  if (!cpu) throw incompatible('empty input');
  // Upstream wraps an error that is not there, and Go prints that.
  if (memory || (percent < 0 && cpu.type !== 'Utilization')) throw incompatible('%!w(<nil>)');
}

function autoscaleOne(call: Call, info: Info, options: Options): void {
  const { kind, apiVersion, plural } = info.resource;
  const { dryRun } = options;
  if (!scaled.includes(kind))
    throw new Failure(
      `cannot autoscale a ${kind}: could not find scale subresource for ${apiVersion.includes('/') ? apiVersion : `/${apiVersion}`}, Resource=${plural} in discovery information`,
    );
  const manifest = recorded(call, manifestOf(call, info, options));
  const create = (object: Manifest) =>
    askedOrTried(call, dryRun, { verb: 'create', object: sent(call, object) }) as KubeObject;
  if (dryRun === 'client') {
    done(call, typed(manifest), 'created', dryRun);
    return;
  }
  let made: KubeObject;
  try {
    printerOf(call);
    made = create(manifest);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    mayBeV1(options);
    made = create(recorded(call, manifestOf(call, info, options, true)));
  }
  done(call, made, 'autoscaled', dryRun);
}

/** Makes a HorizontalPodAutoscaler for what is there. Models kubectl pkg/cmd/autoscale (v1.37). */
export const autoscale: Verb = {
  help: {
    says: 'Creates an autoscaler that automatically chooses and sets the number of pods that run in a Kubernetes cluster.',
    usage:
      '(-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU] [--memory=MEMORY]',
    examples: ['kubectl autoscale deployment web --min=2 --max=10 --cpu=50%'],
  },
  flags,
  run: atOnce((call) => {
    const options = optionsOf(call);
    const found = find(call, { args: call.words, filenames: filenamesOf(call) });
    each(found, (info) => autoscaleOne(call, info, options));
    if (found.infos.length === 0) throw new Failure('no objects passed to autoscale');
  }),
};
