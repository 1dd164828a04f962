import { asGo } from '../api/as-go';
import { printedSelector } from '../api/labels';
import { isSame } from '../api/merge';
import { type FieldError, invalidValue } from '../api/refusal';
import type { Job, JobSpec, PodSpec, PodTemplate } from '../objects';
import { immutableField, immutableSelector } from './workload';

/**
 * What may change in a Job: parallelism, suspend, deadlines and limits; completions of an indexed Job together with
 * parallelism; of the template only where and with what its Pods run, while the Job is suspended and has none.
 * Models pkg/apis/batch/validation ValidateJobSpecUpdate, pkg/registry/batch/job/strategy.go validationOptionsForJob (v1.37).
 */
export function jobUpdateErrors(job: Job, before: Job): FieldError[] {
  const [spec, old] = [job.spec, before.spec];
  const printed = (struct: string, value: object | undefined) => value && asGo(struct, value);
  return [
    ...completionsErrors(spec, old),
    ...(spec.selector && old.selector
      ? immutableSelector(spec.selector, old.selector)
      : immutableField('spec.selector', spec.selector && printedSelector(spec.selector), old.selector)),
    ...templateUpdateErrors(job, before),
    ...immutableField('spec.completionMode', spec.completionMode, old.completionMode),
    ...immutableField(
      'spec.podFailurePolicy',
      printed('PodFailurePolicy', spec.podFailurePolicy),
      printed('PodFailurePolicy', old.podFailurePolicy),
    ),
    ...immutableField('spec.backoffLimitPerIndex', spec.backoffLimitPerIndex, old.backoffLimitPerIndex),
    ...immutableField('spec.managedBy', spec.managedBy, old.managedBy),
    ...immutableField(
      'spec.successPolicy',
      printed('SuccessPolicy', spec.successPolicy),
      printed('SuccessPolicy', old.successPolicy),
    ),
  ];
}

function completionsErrors(spec: JobSpec, old: JobSpec): FieldError[] {
  const { completions, parallelism } = spec;
  if (spec.completionMode !== 'Indexed')
    return immutableField('spec.completions', completions, old.completions);
  if (completions === old.completions || completions === undefined || completions === parallelism) return [];
  return [
    invalidValue('spec.completions', completions, 'can only be modified in tandem with spec.parallelism'),
  ];
}

/** Suspended, without Pods, and never started or known as suspended. Source: shouldAllowMutablePodTemplate. */
function mayTemplateChange({ spec, status }: Job): boolean {
  const isKnown = status.conditions?.some(({ type, status: is }) => type === 'Suspended' && is === 'True');
  return spec.suspend && (status.startTime === undefined || isKnown === true) && !status.active;
}

/** Where a Pod may run: the fields of the template that a scheduler or a queue controller may set late. */
const directives = ['nodeSelector', 'tolerations', 'schedulingGates'] as const;
type Affinity = { readonly nodeAffinity?: unknown };

function withDirectivesOf(template: PodTemplate, old: PodTemplate): PodTemplate {
  const own = Object.fromEntries(directives.map((field) => [field, template.spec[field]]));
  const affinity = template.spec.affinity as Affinity | undefined;
  const oldAffinity = old.spec.affinity as Affinity | undefined;
  const merged = { ...oldAffinity, nodeAffinity: affinity?.nodeAffinity };
  const isEmpty = Object.values(merged).every((value) => value === undefined);
  return {
    ...old,
    metadata: {
      ...old.metadata,
      labels: template.metadata?.labels,
      annotations: template.metadata?.annotations,
    } as PodTemplate['metadata'],
    spec: { ...old.spec, ...own, affinity: isEmpty && !affinity ? undefined : merged } as PodSpec,
  };
}

function templateUpdateErrors(job: Job, before: Job): FieldError[] {
  const { template } = job.spec;
  if (!mayTemplateChange(before)) {
    const [now, then] = [template, before.spec.template].map((one) => asGo('PodTemplateSpec', one));
    return immutableField('spec.template', now, then);
  }
  const old = withDirectivesOf(template, before.spec.template).spec;
  const wanted = withResourcesOf(template.spec, old);
  return isSame(template.spec, wanted)
    ? []
    : [invalidValue('spec.template.spec', asGo('PodSpec', template.spec), 'field is immutable')];
}

/** Containers of the same name at the same place may ask for other resources. */
function withResourcesOf(spec: PodSpec, old: PodSpec): PodSpec {
  const mend = (list: unknown, oldList: unknown): unknown => {
    if (!Array.isArray(list) || !Array.isArray(oldList) || list.length !== oldList.length) return oldList;
    return oldList.map((container, i) =>
      container.name === list[i].name ? { ...container, resources: list[i].resources } : container,
    );
  };
  return {
    ...old,
    containers: mend(spec.containers, old.containers) as PodSpec['containers'],
    ...(old.initContainers !== undefined && {
      initContainers: mend(spec.initContainers, old.initContainers),
    }),
  } as PodSpec;
}
