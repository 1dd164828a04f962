import { Failure } from './failure';

/** How Go reads numbers, and what it says of texts that are none. Models strconv ParseInt, ParseUint, Atoi. */

const cannot = (parser: string, text: string, why: string): Failure =>
  new Failure(`strconv.${parser}: parsing ${JSON.stringify(text)}: ${why}`);

/** A whole number. Throws what strconv.Atoi says. */
export function atoi(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) throw cannot('Atoi', text, 'invalid syntax');
  const number = Number(text);
  if (Math.abs(number) >= 2 ** 63) throw cannot('Atoi', text, 'value out of range');
  return number;
}

export const isInt = (text: string): boolean => /^[+-]?\d+$/.test(text) && Math.abs(Number(text)) < 2 ** 63;

/** A port of 0 to 65535. Source: k8s.io/utils/net ParsePort. */
export function portOf(text: string): number {
  if (!/^\d+$/.test(text)) throw cannot('ParseUint', text, 'invalid syntax');
  const number = Number(text);
  if (number > 65_535) throw cannot('ParseUint', text, 'value out of range');
  return number;
}

/** A number if it is one, else a name. Source: apimachinery pkg/util/intstr Parse. */
export const intOrString = (text: string): number | string =>
  isInt(text) && Math.abs(Number(text)) < 2 ** 31 ? Number(text) : text;
