import type { Taint, Toleration } from '../objects';

/**
 * Whether a toleration is for a taint: an absent key, value or effect of the toleration is for every one.
 * Source: k8s.io/api core/v1 ToleratesTaint. Leaves out: the operators Lt and Gt, which are off by default.
 */
export const tolerates = (toleration: Toleration, taint: Taint): boolean =>
  (!toleration.effect || toleration.effect === taint.effect) &&
  (!toleration.key || toleration.key === taint.key) &&
  (toleration.operator === 'Exists' || (toleration.value ?? '') === (taint.value ?? ''));

/** Whether one of the tolerations is for the taint. */
export const isTolerated = (tolerations: readonly Toleration[] | undefined, taint: Taint): boolean =>
  tolerations?.some((one) => tolerates(one, taint)) ?? false;
