import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
  ScalingRules,
} from '../../cluster/objects';
import { describerOf } from './describer';
import type { Page } from './page';
import { dateText, quantityText } from './values';
import { labelled, named } from './workloads';

const unknown = '<unknown>';

/** `10% (5m) / 50%`, and what it is measured in. The blanks before the bracket are the real one's own. */
function resourceText(target: MetricTarget, current: MetricValueStatus | undefined): string {
  if (target.averageValue !== undefined)
    return `:\t${current ? quantityText(current.averageValue) : unknown} / ${quantityText(target.averageValue)}`;
  const now =
    current?.averageUtilization === undefined
      ? unknown
      : `${current.averageUtilization}% (${quantityText(current.averageValue)})`;
  const wanted = target.averageUtilization === undefined ? '<auto>' : `${target.averageUtilization}%`;
  return `  (as a percentage of request):\t${now} / ${wanted}`;
}

/** Of metrics that are not of resources nothing is measured here. */
function metricText(spec: MetricSpec, status: MetricStatus | undefined): string {
  const { resource, containerResource, pods, object, external } = spec;
  if (spec.type === 'Resource' && resource)
    return `resource ${resource.name} on pods${resourceText(resource.target, status?.resource?.current)}`;
  if (spec.type === 'ContainerResource' && containerResource) {
    const { name, container, target } = containerResource;
    return `resource ${name} of container "${container}" on pods${resourceText(target, status?.containerResource?.current)}`;
  }
  if (spec.type === 'Pods' && pods)
    return `${JSON.stringify(pods.metric.name)} on pods:\t${unknown} / ${quantityText(pods.target.averageValue)}`;
  if (spec.type === 'Object' && object) {
    const { metric, describedObject, target } = object;
    const isAverage = target.type === 'AverageValue';
    const wanted = quantityText(isAverage ? target.averageValue : target.value);
    return `"${metric.name}" on ${describedObject.kind}/${describedObject.name} (target ${isAverage ? 'average ' : ''}value):\t${unknown} / ${wanted}`;
  }
  if (spec.type === 'External' && external) {
    const { metric, target } = external;
    const isAverage = target.averageValue !== undefined;
    const wanted = quantityText(isAverage ? target.averageValue : target.value);
    return `${JSON.stringify(metric.name)} (target ${isAverage ? 'average ' : ''}value):\t${unknown} / ${wanted}`;
  }
  return `<unknown metric type ${JSON.stringify(spec.type)}>`;
}

/** Source: printDirectionBehavior. */
function direction(page: Page, title: string, rules: ScalingRules | undefined): void {
  if (!rules) return;
  page.write(1, `${title}:\n`);
  if (rules.stabilizationWindowSeconds !== undefined)
    page.write(2, `Stabilization Window: ${rules.stabilizationWindowSeconds} seconds\n`);
  if (!rules.policies?.length) return;
  page.write(2, `Select Policy: ${rules.selectPolicy ?? 'Max'}\n`);
  page.write(2, 'Policies:\n');
  for (const { type, value, periodSeconds } of rules.policies)
    page.write(3, `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds\n`);
}

/** Models pkg/describe describeHorizontalPodAutoscalerV2 (v1.37). */
export const autoscaler = describerOf<HorizontalPodAutoscaler>((page, object) => {
  const { metadata, spec, status } = object;
  const { kind, name } = spec.scaleTargetRef;
  named(page, object);
  labelled(page, object);
  page.field(0, 'CreationTimestamp', dateText(metadata.creationTimestamp));
  page.field(0, 'Reference', `${kind}/${name}`);
  page.field(0, 'Metrics', '( current / target )');
  for (const [i, metric] of (spec.metrics ?? []).entries())
    page.write(1, `${metricText(metric, status?.currentMetrics?.[i])}\n`);
  page.field(0, 'Min replicas', spec.minReplicas ?? '<unset>');
  page.field(0, 'Max replicas', spec.maxReplicas);
  if (spec.behavior) {
    page.write(0, 'Behavior:\n');
    direction(page, 'Scale Up', spec.behavior.scaleUp);
    direction(page, 'Scale Down', spec.behavior.scaleDown);
  }
  const { currentReplicas = 0, desiredReplicas = 0, conditions = [] } = status ?? {};
  page.field(0, `${kind} pods`, `${currentReplicas} current / ${desiredReplicas} desired`);
  if (conditions.length === 0) return;
  page.write(0, 'Conditions:\n');
  page.write(1, 'Type\tStatus\tReason\tMessage\n');
  page.write(1, '----\t------\t------\t-------\n');
  for (const { type, status: is, reason = '', message = '' } of conditions)
    page.write(1, `${type}\t${is}\t${reason}\t${message}\n`);
});
