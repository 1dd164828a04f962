import { labelSelectorErrors, printedSelector } from '../api/labels';
import { isSame } from '../api/merge';
import { atLeastZero, type FieldError, invalidValue, required, unsupported } from '../api/refusal';
import { atMost100Percent, intOrPercentErrors, numberIn } from '../int-or-percent';
import type { DaemonSet, DaemonSetSpec, DaemonSetUpdateStrategy, RollingUpdateDaemonSet } from '../objects';
import { selects } from '../selector';
import { defineKind } from './kind';
import {
  alwaysRestarts,
  defaultedTemplate,
  hasRequirements,
  immutableSelector,
  isUnusable,
  templateErrors,
  templateLabelErrors,
} from './workload';

/** Counts the templates that the set has had. The API server keeps it, whatever a client says. */
export const templateGeneration = 'deprecated.daemonset.template.generation';

/** Source: pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet. */
function defaultedSpec(spec: DaemonSetSpec): DaemonSetSpec {
  const type = spec.updateStrategy?.type || 'RollingUpdate';
  const updateStrategy: DaemonSetUpdateStrategy =
    type === 'RollingUpdate'
      ? { type, rollingUpdate: { maxUnavailable: 1, maxSurge: 0, ...spec.updateStrategy?.rollingUpdate } }
      : { ...spec.updateStrategy, type };
  return {
    revisionHistoryLimit: 10,
    ...spec,
    template: defaultedTemplate(spec.template),
    updateStrategy,
  };
}

function rollingUpdateErrors(rolling: RollingUpdateDaemonSet, field: string): FieldError[] {
  const { maxUnavailable = 0, maxSurge = 0 } = rolling;
  const [unavailableField, surgeField] = [`${field}.maxUnavailable`, `${field}.maxSurge`];
  const errors = [
    ...intOrPercentErrors(maxUnavailable, unavailableField),
    ...intOrPercentErrors(maxSurge, surgeField),
    ...atMost100Percent(maxUnavailable, unavailableField),
    ...atMost100Percent(maxSurge, surgeField),
  ];
  const hasUnavailable = numberIn(maxUnavailable) !== 0;
  const hasSurge = numberIn(maxSurge) !== 0;
  if (hasUnavailable && hasSurge)
    errors.push(invalidValue(surgeField, maxSurge, 'may not be set when maxUnavailable is non-zero'));
  if (!hasUnavailable && !hasSurge) errors.push(required(unavailableField, 'cannot be 0 when maxSurge is 0'));
  return errors;
}

/** The strategy as the API server prints it: by the names of its own types. */
const printedStrategy = ({ type, rollingUpdate }: DaemonSetUpdateStrategy): object => ({
  Type: type,
  RollingUpdate: rollingUpdate
    ? { MaxUnavailable: rollingUpdate.maxUnavailable ?? 0, MaxSurge: rollingUpdate.maxSurge ?? 0 }
    : null,
});

/** Source: ValidateDaemonSetUpdateStrategy. */
function strategyErrors(strategy: DaemonSetUpdateStrategy): FieldError[] {
  const field = 'spec.updateStrategy';
  if (strategy.type === 'OnDelete') return [];
  if (strategy.type === 'RollingUpdate')
    return rollingUpdateErrors(strategy.rollingUpdate ?? {}, `${field}.rollingUpdate`);
  return [unsupported(field, printedStrategy(strategy), ['RollingUpdate', 'OnDelete'])];
}

/** Source: ValidateDaemonSetSpec. */
function specErrors({ selector, template, ...spec }: DaemonSetSpec): FieldError[] {
  const errors = labelSelectorErrors(selector, 'spec.selector');
  const isFound = selector && selects(selector, template.metadata?.labels);
  if (!isUnusable(selector) && !isFound)
    errors.push(templateLabelErrors(template.metadata?.labels, 'spec.template'));
  if (selector && !hasRequirements(selector))
    errors.push(
      invalidValue('spec.selector', printedSelector(selector), 'empty selector is invalid for daemonset'),
    );
  errors.push(...templateErrors(template), ...alwaysRestarts(template, 'DaemonSet'));
  return [
    ...errors,
    ...atLeastZero('spec.minReadySeconds', spec.minReadySeconds),
    ...strategyErrors(spec.updateStrategy),
    ...atLeastZero('spec.revisionHistoryLimit', spec.revisionHistoryLimit),
  ];
}

const generationIn = (set: DaemonSet): number => Number(set.metadata.annotations?.[templateGeneration] ?? 1);

/** Source: pkg/registry/apps/daemonset/strategy.go PrepareForCreate, PrepareForUpdate; pkg/apis/apps/v1/conversion.go. */
function prepared(set: DaemonSet, before?: DaemonSet): DaemonSet {
  const isNewTemplate = before && !isSame(before.spec.template, set.spec.template);
  const generation = before ? generationIn(before) + (isNewTemplate ? 1 : 0) : 1;
  const annotations = { ...set.metadata.annotations, [templateGeneration]: String(generation) };
  return { ...set, metadata: { ...set.metadata, annotations } };
}

/** Source: pkg/apis/apps/validation ValidateDaemonSet, ValidateDaemonSetUpdate (v1.37). */
export const daemonset = defineKind<DaemonSet>({
  kind: 'DaemonSet',
  apiVersion: 'apps/v1',
  plural: 'daemonsets',
  defaulted: (set) => ({
    ...set,
    spec: defaultedSpec(set.spec ?? {}),
    status: set.status ?? {
      currentNumberScheduled: 0,
      numberMisscheduled: 0,
      desiredNumberScheduled: 0,
      numberReady: 0,
    },
  }),
  prepared,
  changesFirst: true,
  validate: ({ spec }) => specErrors(spec),
  validateUpdate: ({ spec }, before) => immutableSelector(spec.selector, before.spec.selector),
});
