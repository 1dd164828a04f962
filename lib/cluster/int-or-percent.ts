import { type FieldError, invalidValue } from './api/refusal';

/**
 * A count, or a percentage of a total: `1`, `"25%"`. Models apimachinery pkg/util/intstr GetScaledValueFromIntOrPercent and the
 * checks of pkg/apis/apps/validation ValidatePositiveIntOrPercent, IsNotMoreThan100Percent (v1.37).
 */
export type IntOrPercent = number | string;

const isPercent = (value: IntOrPercent): value is string =>
  typeof value === 'string' && /^[0-9]+%$/.test(value);

/** The number itself, or that part of `total`, rounded. Source: GetScaledValueFromIntOrPercent. */
export function scaledFrom(value: IntOrPercent, total: number, round: 'up' | 'down'): number {
  if (!isPercent(value)) return numberIn(value);
  return Math[round === 'up' ? 'ceil' : 'floor']((Number.parseInt(value, 10) * total) / 100);
}

/** The number that stands there, of a count or of a percentage. Source: getIntOrPercentValue. */
export const numberIn = (value: IntOrPercent | undefined): number =>
  value === undefined ? 0 : (isPercent(value) ? Number.parseInt(value, 10) : Number(value)) || 0;

const percentDetail =
  "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

export function intOrPercentErrors(value: IntOrPercent, field: string): FieldError[] {
  if (typeof value === 'number')
    return value < 0 ? [invalidValue(field, value, 'must be greater than or equal to 0')] : [];
  return isPercent(value) ? [] : [invalidValue(field, value, percentDetail)];
}

export const atMost100Percent = (value: IntOrPercent, field: string): FieldError[] =>
  isPercent(value) && Number.parseInt(value, 10) > 100
    ? [invalidValue(field, value, 'must not be greater than 100%')]
    : [];
