import { asGo } from '../api/as-go';
import { isSame } from '../api/merge';
import { type FieldError, forbidden, invalidValue, required } from '../api/refusal';
import type { Container, NodeSelectorTerm, Pod, PodSpec } from '../objects';
import { unifiedDiff } from './diff';
import { fieldsOf } from './paths';
import { tolerationErrors } from './pod-scheduling';

/**
 * What of a Pod may change: images, the deadline (shorter), tolerations (more), scheduling gates (fewer), and where it may
 * run while a gate holds it. Models pkg/apis/core/validation ValidatePodUpdate (v1.37).
 */

const changeable = [
  '`spec.containers[*].image`',
  '`spec.initContainers[*].image`',
  '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
];

type List = 'containers' | 'initContainers';

/** Undefined when containers came or went: nothing more is looked at then. */
function listErrors(spec: PodSpec, before: PodSpec, list: List): FieldError[] | undefined {
  const [now = [], then = []] = [spec[list], before[list]];
  if (now.length !== then.length) return undefined;
  return now.flatMap(({ image }, i) => {
    const field = `spec.${list}[${i}].image`;
    if (!image) return [required(field)];
    return image === image.trim()
      ? []
      : [invalidValue(field, image, 'must not have leading or trailing whitespace')];
  });
}

const withOldImages = (now: readonly Container[] | undefined, then: readonly Container[] | undefined) =>
  now?.map((container, i) => ({ ...container, image: then?.[i]?.image ?? '' }));

function tolerationUpdateErrors({ tolerations: now = [] }: PodSpec, { tolerations: then = [] }: PodSpec) {
  const at = 'spec.tolerations';
  const withoutTime = (one: object) => ({ ...one, tolerationSeconds: undefined });
  const isKept = then.every((old) => now.some((one) => isSame(withoutTime(one), withoutTime(old))));
  return isKept
    ? tolerationErrors(now, at)
    : [forbidden(at, 'existing toleration can not be modified except its tolerationSeconds')];
}

function gateErrors(spec: PodSpec, before: PodSpec): FieldError[] {
  const old = new Set(fieldsOf(before.schedulingGates).map(({ name }) => name));
  return fieldsOf(spec.schedulingGates).flatMap(({ name }, i) =>
    old.has(name)
      ? []
      : [
          forbidden(
            `spec.schedulingGates[${i}].name`,
            `only deletion is allowed, but found new scheduling gate '${name}'`,
          ),
        ],
  );
}

const needed = 'requiredDuringSchedulingIgnoredDuringExecution';
const isOnlyMore = (now: NodeSelectorTerm, then: NodeSelectorTerm): boolean =>
  (['matchExpressions', 'matchFields'] as const).every((list) =>
    isSame((now[list] ?? []).slice(0, then[list]?.length ?? 0), then[list] ?? []),
  );

/** While a gate holds the Pod, its selectors may become narrower. Source: validateNodeSelectorMutation, validateNodeAffinityMutation. */
function gatedErrors(spec: PodSpec, before: PodSpec): FieldError[] {
  const errors: FieldError[] = [];
  const selector = spec.nodeSelector ?? {};
  if (Object.entries(before.nodeSelector ?? {}).some(([key, value]) => selector[key] !== value))
    errors.push(
      invalidValue(
        'spec.nodeSelector',
        selector,
        'only additions to spec.nodeSelector are allowed (no mutations or deletions)',
      ),
    );
  const at = `spec.affinity.nodeAffinity.${needed}.nodeSelectorTerms`;
  const then = before.affinity?.nodeAffinity?.[needed]?.nodeSelectorTerms ?? [];
  const now = spec.affinity?.nodeAffinity?.[needed]?.nodeSelectorTerms ?? [];
  if (then.length && now.length !== then.length)
    errors.push(
      invalidValue(at, now, 'no additions/deletions to non-empty NodeSelectorTerms list are allowed'),
    );
  else if (then.length)
    for (const [i, term] of now.entries())
      if (!isOnlyMore(term, then[i] ?? {}))
        errors.push(
          invalidValue(`${at}[${i}]`, term, 'only additions are allowed (no mutations or deletions)'),
        );
  return errors;
}

function deadlineErrors(now: number | undefined, then: number | undefined): FieldError[] {
  const field = 'spec.activeDeadlineSeconds';
  if (now !== undefined && (now < 0 || now >= 2 ** 31))
    return [invalidValue(field, now, 'must be between 0 and 2147483647, inclusive')];
  if (now === undefined)
    return then === undefined
      ? []
      : [invalidValue(field, null, 'must not update from a positive integer to nil value')];
  return then !== undefined && then < now
    ? [invalidValue(field, now, 'must be less than or equal to previous value')]
    : [];
}

export function podUpdateErrors({ spec }: Pod, { spec: before }: Pod): FieldError[] {
  const errors: FieldError[] = [];
  for (const list of ['containers', 'initContainers'] as const) {
    const found = listErrors(spec, before, list);
    if (!found) return [...errors, forbidden(`spec.${list}`, 'pod updates may not add or remove containers')];
    errors.push(...found);
  }
  const deadline = spec.activeDeadlineSeconds;
  errors.push(...deadlineErrors(deadline, before.activeDeadlineSeconds));
  const isWrong =
    deadline !== undefined && (deadline < 0 || deadline > (before.activeDeadlineSeconds ?? deadline));
  if (isWrong) return errors;
  errors.push(...tolerationUpdateErrors(spec, before), ...gateErrors(spec, before));
  if (isSame(spec, before)) return errors;
  const isGated = fieldsOf(before.schedulingGates).length > 0;
  if (isGated) errors.push(...gatedErrors(spec, before));
  const { nodeAffinity: _, ...affinity } = spec.affinity ?? {};
  const old = before.affinity?.nodeAffinity;
  const merged = { ...affinity, ...(old && { nodeAffinity: old }) };
  const wanted = {
    ...spec,
    containers: withOldImages(spec.containers, before.containers),
    initContainers: withOldImages(spec.initContainers, before.initContainers),
    activeDeadlineSeconds: before.activeDeadlineSeconds,
    schedulingGates: before.schedulingGates,
    tolerations: before.tolerations,
    ...(isGated && {
      nodeSelector: before.nodeSelector,
      affinity: before.affinity || Object.keys(merged).length ? merged : undefined,
    }),
  };
  if (isSame(wanted, before)) return errors;
  const [a, b] = [before, wanted].map((one) => asGo('PodSpec', one));
  const words = `pod updates may not change fields other than ${changeable.join(',')}`;
  return [...errors, forbidden('spec', `${words}\n${unifiedDiff(a, b)}`)];
}
