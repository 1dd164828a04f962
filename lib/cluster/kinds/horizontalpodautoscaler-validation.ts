import { nameErrors, segmentErrors } from '../api/names';
import { type FieldError, forbidden, invalidValue, required, unsupported } from '../api/refusal';
import type {
  HorizontalPodAutoscalerSpec,
  MetricIdentifier,
  MetricSpec,
  MetricTarget,
  ScaleTargetRef,
  ScalingRules,
} from '../objects';
import { quantity } from '../quantity';
import { isOfContainers } from './resources';

/**
 * What the API server refuses in an HPA, in its words and its order.
 * Models pkg/apis/autoscaling/validation validateHorizontalPodAutoscalerSpec (v1.37).
 */

const longestPeriodSeconds = 1800;
const longestWindowSeconds = 3600;
const metricTypes = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
const targetTypes = ['Utilization', 'Value', 'AverageValue'];

function refErrors(ref: ScaleTargetRef | undefined, field: string, mayBeCore: boolean): FieldError[] {
  const errors: FieldError[] = [];
  for (const part of ['kind', 'name'] as const) {
    const value = ref?.[part];
    errors.push(...(value ? segmentErrors(`${field}.${part}`, value) : [required(`${field}.${part}`)]));
  }
  const version = ref?.apiVersion ?? '';
  const slashes = version.split('/').length - 1;
  if (slashes > 1)
    errors.push(invalidValue(`${field}.apiVersion`, version, `unexpected GroupVersion string: ${version}`));
  else if (!mayBeCore && (slashes === 0 || version.startsWith('/')))
    errors.push(invalidValue(`${field}.apiVersion`, version, 'apiVersion must specify API group'));
  return errors;
}

const positive = (value: string | undefined, field: string): FieldError[] =>
  value !== undefined && !(quantity(value) > 0) ? [invalidValue(field, value, 'must be positive')] : [];

function targetErrors(target: MetricTarget | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const type = target?.type ?? '';
  if (!type) errors.push(required(`${field}.type`, 'must specify a metric target type'));
  if (!targetTypes.includes(type))
    errors.push(invalidValue(`${field}.type`, type, 'must be either Utilization, Value, or AverageValue'));
  errors.push(
    ...positive(target?.value, `${field}.value`),
    ...positive(target?.averageValue, `${field}.averageValue`),
  );
  const utilization = target?.averageUtilization;
  if (utilization !== undefined && utilization < 1)
    errors.push(invalidValue(`${field}.averageUtilization`, utilization, 'must be greater than 0'));
  return errors;
}

const identifierErrors = (metric: MetricIdentifier | undefined, field: string): FieldError[] =>
  metric?.name
    ? segmentErrors(`${field}.name`, metric.name)
    : [required(`${field}.name`, 'must specify a metric name')];

function rawOrUtilization(target: MetricTarget | undefined, field: string): FieldError[] {
  const errors = targetErrors(target, field);
  const { averageUtilization, averageValue } = target ?? {};
  if (averageUtilization === undefined && averageValue === undefined)
    errors.push(
      required(`${field}.averageUtilization`, 'must set either a target raw value or a target utilization'),
    );
  if (averageUtilization !== undefined && averageValue !== undefined)
    errors.push(
      forbidden(`${field}.averageValue`, 'may not set both a target raw value and a target utilization'),
    );
  return errors;
}

function containerResourceErrors(
  source: NonNullable<MetricSpec['containerResource']>,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!source.name) errors.push(required(`${field}.name`, 'must specify a resource name'));
  else if (!source.name.includes('/') && !isOfContainers(source.name))
    errors.push(invalidValue(`${field}.name`, source.name, 'must be a standard resource for containers'));
  if (!source.container) errors.push(required(`${field}.container`, 'must specify a container'));
  else errors.push(...nameErrors(`${field}.container`, source.container, 'label'));
  return [...errors, ...rawOrUtilization(source.target, `${field}.target`)];
}

/** The checks of each source, in the order in which the API server looks for them. */
const sources = {
  object: ({ object }, field) => [
    ...refErrors(object?.describedObject, `${field}.describedObject`, true),
    ...identifierErrors(object?.metric, `${field}.metric`),
    ...targetErrors(object?.target, `${field}.target`),
    ...(object?.target?.value === undefined && object?.target?.averageValue === undefined
      ? [required(`${field}.target.averageValue`, 'must set either a target value or averageValue')]
      : []),
  ],
  external: ({ external }, field) => {
    const errors = [
      ...identifierErrors(external?.metric, `${field}.metric`),
      ...targetErrors(external?.target, `${field}.target`),
    ];
    const { value, averageValue } = external?.target ?? {};
    const what = 'a target value for metric';
    if (value === undefined && averageValue === undefined)
      errors.push(required(`${field}.target.averageValue`, `must set either ${what} or a per-pod target`));
    if (value !== undefined && averageValue !== undefined)
      errors.push(forbidden(`${field}.target.value`, `may not set both ${what} and a per-pod target`));
    return errors;
  },
  pods: ({ pods }, field) => [
    ...identifierErrors(pods?.metric, `${field}.metric`),
    ...targetErrors(pods?.target, `${field}.target`),
    ...(pods?.target?.averageValue === undefined
      ? [required(`${field}.target.averageValue`, 'must specify a positive target averageValue')]
      : []),
  ],
  resource: ({ resource }, field) => [
    ...(resource?.name ? [] : [required(`${field}.name`, 'must specify a resource name')]),
    ...rawOrUtilization(resource?.target, `${field}.target`),
  ],
  containerResource: ({ containerResource }, field) =>
    containerResource ? containerResourceErrors(containerResource, field) : [],
} satisfies Record<string, (metric: MetricSpec, field: string) => FieldError[]>;

type Source = keyof typeof sources;
const sourceNames = Object.keys(sources) as Source[];

function metricErrors(metric: MetricSpec, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const type = metric.type ?? '';
  if (!type) errors.push(required(`${field}.type`, 'must specify a metric source type'));
  if (!metricTypes.includes(type)) errors.push(unsupported(`${field}.type`, type, metricTypes));
  const present = sourceNames.filter((source) => metric[source] !== undefined);
  const [first] = present;
  if (first) errors.push(...sources[first](metric, `${field}.${first}`));
  const wanted = `${type.slice(0, 1).toLowerCase()}${type.slice(1)}`;
  if (metricTypes.includes(type) && !present.some((source) => source === wanted))
    errors.push(required(`${field}.${wanted}`, 'must populate information for the given metric source'));
  if (present.length !== 1)
    for (const source of present.filter((name) => name !== wanted))
      errors.push(forbidden(`${field}.${source}`, 'must populate the given metric source only'));
  return errors;
}

function rulesErrors(rules: ScalingRules | undefined, field: string): FieldError[] {
  if (!rules) return [];
  const errors: FieldError[] = [];
  const window = rules.stabilizationWindowSeconds ?? 0;
  const at = `${field}.stabilizationWindowSeconds`;
  if (window < 0) errors.push(invalidValue(at, window, 'must be greater than or equal to zero'));
  if (window > longestWindowSeconds)
    errors.push(invalidValue(at, window, `must be less than or equal to ${longestWindowSeconds}`));
  const selects = ['Disabled', 'Max', 'Min'];
  if (rules.selectPolicy !== undefined && !selects.includes(rules.selectPolicy))
    errors.push(unsupported(`${field}.selectPolicy`, rules.selectPolicy, selects));
  if (!rules.policies?.length) errors.push(required(`${field}.policies`, 'must specify at least one Policy'));
  for (const [i, { type, value, periodSeconds }] of (rules.policies ?? []).entries()) {
    const here = `${field}.policies[${i}]`;
    if (type !== 'Pods' && type !== 'Percent')
      errors.push(unsupported(`${here}.type`, type ?? '', ['Percent', 'Pods']));
    if (!(value > 0)) errors.push(invalidValue(`${here}.value`, value ?? 0, 'must be greater than zero'));
    const period = periodSeconds ?? 0;
    if (period <= 0) errors.push(invalidValue(`${here}.periodSeconds`, period, 'must be greater than zero'));
    if (period > longestPeriodSeconds)
      errors.push(
        invalidValue(
          `${here}.periodSeconds`,
          period,
          `must be less than or equal to ${longestPeriodSeconds}`,
        ),
      );
  }
  if (rules.tolerance !== undefined && quantity(String(rules.tolerance)) < 0)
    errors.push(
      invalidValue(`${field}.tolerance`, String(rules.tolerance), 'must be greater than or equal to 0'),
    );
  return errors;
}

const measuresWithoutPods = (metrics: readonly MetricSpec[]): boolean =>
  metrics.some(({ type }) => type === 'Object' || type === 'External');

/** Everything that is wrong with an HPA's spec, after defaulting. */
export function hpaErrors(spec: HorizontalPodAutoscalerSpec): FieldError[] {
  const errors: FieldError[] = [];
  const { minReplicas, metrics = [], behavior } = spec;
  const max = spec.maxReplicas ?? 0;
  const zero = 'must be greater than or equal to';
  if (minReplicas !== undefined && max < minReplicas)
    errors.push(invalidValue('spec.maxReplicas', max, `${zero} \`minReplicas\``));
  const isRC = spec.scaleTargetRef?.kind === 'ReplicationController';
  errors.push(...refErrors(spec.scaleTargetRef, 'spec.scaleTargetRef', isRC));
  for (const [i, metric] of metrics.entries()) errors.push(...metricErrors(metric, `spec.metrics[${i}]`));
  if (minReplicas === 0 && !measuresWithoutPods(metrics))
    errors.push(
      forbidden(
        'spec.metrics',
        'must specify at least one Object or External metric to support scaling to zero replicas',
      ),
    );
  return [
    ...errors,
    ...rulesErrors(behavior?.scaleUp, 'spec.behavior.scaleUp'),
    ...rulesErrors(behavior?.scaleDown, 'spec.behavior.scaleDown'),
    // Upstream's declarations come last.
    ...(minReplicas !== undefined && minReplicas < 0
      ? [invalidValue('spec.minReplicas', minReplicas, `${zero} 0`)]
      : []),
    ...(max === 0 ? [required('spec.maxReplicas')] : []),
    ...(max < 0 ? [invalidValue('spec.maxReplicas', max, `${zero} 1`)] : []),
  ];
}
