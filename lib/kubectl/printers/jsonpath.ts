import { Failure } from '../failure';
import { compactJson } from './json';
import type { JsonPath, Operand, Part, Step } from './jsonpath-parse';

export { type JsonPath, jsonPathOf, relaxed } from './jsonpath-parse';

/** Finds values by a path, and prints what a template makes of them. Models client-go util/jsonpath (v1.37). */

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childrenOf = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? value
    : isTree(value)
      ? Object.keys(value)
          .sort()
          .map((key) => value[key])
      : [];

/** Values deeper than this are not looked at by `..`. */
const deepest = 100;

function below(value: unknown, depth = 0): unknown[] {
  if (depth > deepest) return [];
  return [value, ...childrenOf(value).flatMap((child) => below(child, depth + 1))];
}

function take(step: Step, values: readonly unknown[], allowsMissing: boolean): unknown[] {
  switch (step.do) {
    case 'any':
      return values.flatMap(childrenOf);
    case 'below':
      return values.flatMap((value) => below(value));
    case 'field': {
      return values.flatMap((value) => {
        if (isTree(value) && Object.hasOwn(value, step.name) && value[step.name] !== undefined)
          return [value[step.name]];
        if (allowsMissing || values.length > 1) return [];
        throw new Failure(`${step.name} is not found`);
      });
    }
    case 'slice':
      return values.flatMap((value) => (Array.isArray(value) ? sliced(value, step) : []));
    case 'union':
      return step.all.flatMap((steps) => walk(steps, values, allowsMissing));
    case 'filter':
      return values.flatMap(childrenOf).filter((value) => holds(step, value));
  }
}

function sliced(
  all: readonly unknown[],
  { from, to, by = 1, isIndex }: Extract<Step, { do: 'slice' }>,
): unknown[] {
  const at = (n: number) => (n < 0 ? n + all.length : n);
  if (isIndex) {
    const index = at(from ?? 0);
    if (index < 0 || index >= all.length)
      throw new Failure(`array index out of bounds: index ${from ?? 0}, length ${all.length}`);
    return [all[index]];
  }
  if (by < 1) return [];
  return all.slice(at(from ?? 0), to === undefined ? undefined : at(to)).filter((_, i) => i % by === 0);
}

function holds({ left, operator, right }: Extract<Step, { do: 'filter' }>, value: unknown): boolean {
  const of = (operand: Operand): unknown =>
    'path' in operand ? walk(operand.path, [value], true)[0] : operand.value;
  const [a, b] = [of(left), right && of(right)];
  if (operator === 'exists') return a !== undefined;
  if (a === undefined || b === undefined) return false;
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  const [x, y] = [a as number, b as number];
  return operator === '<' ? x < y : operator === '>' ? x > y : operator === '<=' ? x <= y : x >= y;
}

const walk = (steps: readonly Step[], from: readonly unknown[], allowsMissing: boolean): unknown[] =>
  steps.reduce<unknown[]>((values, step) => take(step, values, allowsMissing), [...from]);

export const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? compactJson(value) : value === null ? '' : String(value);

function printedPart(part: Part, value: unknown, allowsMissing: boolean): string {
  if (part.is === 'text') return part.text;
  const found = walk(part.steps, [value], allowsMissing);
  return part.is === 'path'
    ? found.map(textOf).join(' ')
    : found.map((one) => printed(part.body, one, allowsMissing)).join('');
}

const printed = (parts: readonly Part[], value: unknown, allowsMissing: boolean): string =>
  parts.map((part) => printedPart(part, value, allowsMissing)).join('');

/** What the template prints of a value. */
export const printJsonPath = ({ parts, allowsMissing }: JsonPath, value: unknown): string =>
  printed(parts, value, allowsMissing);

/** The values that its paths find, for columns and sorting. */
export const valuesAt = ({ parts, allowsMissing }: JsonPath, value: unknown): unknown[] =>
  parts.flatMap((part) => (part.is === 'path' ? walk(part.steps, [value], allowsMissing) : []));
