import type { FieldError } from './api/refusal';
import { invalidValue } from './api/refusal';
import type { Labels } from './objects';

/** How dear a Pod is to the owner that has too many. Source: pkg/apis/core/helper GetDeletionCostFromPodAnnotations (v1.37). */

const annotation = 'controller.kubernetes.io/pod-deletion-cost';
const limit = 2 ** 31;

/** The cost that the annotation says, 0 without one; undefined if it is no integer of 32 bits, or begins with + or 0. */
export function deletionCost(annotations: Labels | undefined): number | undefined {
  const text = annotations?.[annotation];
  if (text === undefined) return 0;
  const cost = /^(0|[1-9]\d*|-\d+)$/.test(text) ? Number(text) : Number.NaN;
  return cost >= -limit && cost < limit ? cost : undefined;
}

/** Source: pkg/apis/core/validation ValidatePodSpecificAnnotations. */
export const deletionCostErrors = (annotations: Labels | undefined, at: string): FieldError[] =>
  deletionCost(annotations) === undefined
    ? [invalidValue(`${at}[${annotation}]`, annotations?.[annotation], 'must be a 32bit integer')]
    : [];
