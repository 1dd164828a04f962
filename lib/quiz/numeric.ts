import type { NumericItem, Tolerance } from './item';

/** Longer texts are no number that anybody means. */
export const longestNumber = 40;

export interface Typed {
  readonly number: number;
  /** As it was typed; empty for none. */
  readonly unit: string;
}

const form = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([^\d\s.+-][^\d]*)?$/;

/**
 * A typed number and what stands behind it; undefined for what is no number. A decimal point, no thousands: `1,000` could be read
 * in two ways and is taken for none. Digits of full width count as digits.
 */
export function typedNumber(text: string): Typed | undefined {
  if (text.length > longestNumber) return undefined;
  const [, digits, unit = ''] = form.exec(text.normalize('NFKC').replace('−', '-').trim()) ?? [];
  return digits === undefined ? undefined : { number: Number(digits), unit: unit.trim() };
}

/** Room for what decimals lose in binary. */
const epsilon = 1e-9;

/** Whether a number is near enough. Source: Moodle's question/type/numerical, get_tolerance_interval. */
export function isWithin(number: number, answer: number, tolerance: Tolerance | undefined): boolean {
  const room = epsilon * Math.max(1, Math.abs(answer));
  const [low, high] = windowOf(answer, tolerance);
  return number >= low - room && number <= high + room;
}

/** The lowest and the highest number that is near enough. */
export function windowOf(answer: number, tolerance: Tolerance | undefined): readonly [number, number] {
  const { by, t } = tolerance ?? { by: 'nominal', t: 0 };
  if (by === 'geometric')
    return [Math.min(answer / (1 + t), answer * (1 + t)), Math.max(answer / (1 + t), answer * (1 + t))];
  const span = by === 'relative' ? Math.abs(answer) * t : t;
  return [answer - span, answer + span];
}

export interface NumericJudgement {
  readonly points: number;
  /** Index in `wrong` of the mistake that leads to this number; undefined for none that is known. */
  readonly wrong?: number;
}

/** What a typed text earns. A number without a unit is in the first one; an unknown unit costs what the item says. */
export function judgeNumeric(item: NumericItem, text: string): NumericJudgement {
  const typed = typedNumber(text);
  if (!typed) return { points: 0 };
  const number = typed.number * timesOf(item, typed);
  if (isWithin(number, item.answer, item.tolerance))
    return { points: isUnitKnown(item, typed) ? 1 : Math.max(0, 1 - (item.unitPenalty ?? 1)) };
  const wrong = item.wrong?.findIndex(({ answer }) => isWithin(number, answer, undefined)) ?? -1;
  return wrong < 0 ? { points: 0 } : { points: 0, wrong };
}

export const isUnitKnown = ({ units = [] }: NumericItem, { unit }: Typed): boolean =>
  unit === '' || units.some(({ name }) => name === unit);

const timesOf = ({ units = [] }: NumericItem, { unit }: Typed): number =>
  (unit === '' ? units[0] : units.find(({ name }) => name === unit))?.times ?? 1;
