import { asGo } from '../api/as-go';
import { labelKeyProblems, labelValueProblems } from '../api/labels';
import { isSame } from '../api/merge';
import { type FieldError, forbidden, invalidValue, required, unsupported } from '../api/refusal';
import type { Node, Taint } from '../objects';
import { cidrErrors } from './addresses';
import { defineKind } from './kind';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** The path is upstream's, though taints are in the spec. */
function taintErrors(taints: readonly Taint[]): FieldError[] {
  const seen = new Set<string>();
  return taints.flatMap((taint, i) => {
    const { key = '', value = '', effect } = taint as Partial<Taint>;
    const at = `metadata.taints[${i}]`;
    const errors = labelKeyProblems(key).map((words) => invalidValue(`${at}.key`, key, words));
    const problems = labelValueProblems(value);
    if (problems.length) errors.push(invalidValue(`${at}.value`, value, problems.join(';')));
    if (!effect) errors.push(required(`${at}.effect`));
    else if (!effects.includes(effect)) errors.push(unsupported(`${at}.effect`, effect, effects));
    if (seen.has(`${key}:${effect}`)) {
      const detail = `Duplicate value: ${JSON.stringify(asGo('Taint', taint))}: taints must be unique by key and effect pair`;
      errors.push({ field: at, detail });
    }
    seen.add(`${key}:${effect}`);
    return errors;
  });
}

/** One range of addresses is the first of several. Source: pkg/apis/core/v1/conversion.go. */
function defaultedSpec(spec: Node['spec']): Node['spec'] {
  const { podCIDR, podCIDRs } = spec;
  if (podCIDR && podCIDRs?.[0] !== podCIDR) return { ...spec, podCIDRs: [podCIDR] };
  return podCIDRs?.length ? { ...spec, podCIDR: podCIDRs[0] } : spec;
}

function updateErrors({ spec }: Node, { spec: before }: Node): FieldError[] {
  const cidrs = before.podCIDRs ?? [];
  const errors: FieldError[] = [];
  if (cidrs.length > 0 && !isSame(spec.podCIDRs ?? [], cidrs))
    errors.push(forbidden('spec.podCIDRs', 'node updates may not change podCIDR except from "" to valid'));
  const [id, old] = [spec, before].map((one) => one as { providerID?: string; externalID?: string });
  if (old?.providerID && old.providerID !== id?.providerID)
    errors.push(
      invalidValue(
        'spec.providerID',
        null,
        id?.providerID ? 'field cannot be modified once set' : 'field cannot be cleared once set',
      ),
    );
  if (old?.externalID !== id?.externalID) errors.push(forbidden('spec.externalID', 'may not be updated'));
  return errors;
}

/** Nodes. Source: pkg/registry/core/node/strategy.go, pkg/apis/core/validation ValidateNode, ValidateNodeUpdate. */
export const node = defineKind<Node>({
  kind: 'Node',
  apiVersion: 'v1',
  plural: 'nodes',
  hasGeneration: false,
  namespaced: false,
  defaulted: (object) => ({
    ...object,
    spec: defaultedSpec(object.spec ?? {}),
    status: object.status ?? { capacity: {}, allocatable: {}, conditions: [] },
  }),
  validate: ({ spec }) => [
    ...taintErrors(spec.taints ?? []),
    ...((spec.podCIDRs ?? []) as string[]).flatMap((range, i) => cidrErrors(`spec.podCIDRs[${i}]`, range)),
  ],
  validateUpdate: updateErrors,
});
