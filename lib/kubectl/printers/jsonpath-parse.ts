import { Failure } from '../failure';

/**
 * kubectl's JSONPath: `{.items[*].metadata.name}`, `{range .items[*]}…{end}`, `['a-b']`, `[?(@.x=="y")]`, `..name`, slices and
 * unions, texts between and within braces. Models client-go util/jsonpath (v1.37).
 */

export type Step =
  | { readonly do: 'field'; readonly name: string }
  | { readonly do: 'any' }
  | { readonly do: 'below' }
  | {
      readonly do: 'slice';
      readonly from?: number;
      readonly to?: number;
      readonly by?: number;
      readonly isIndex?: boolean;
    }
  | { readonly do: 'filter'; readonly left: Operand; readonly operator: string; readonly right?: Operand }
  | { readonly do: 'union'; readonly all: readonly (readonly Step[])[] };

export type Operand = { readonly path: readonly Step[] } | { readonly value: string | number | boolean };

export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'path'; readonly steps: readonly Step[] }
  | { readonly is: 'range'; readonly steps: readonly Step[]; readonly body: readonly Part[] };

export interface JsonPath {
  readonly parts: readonly Part[];
  /** Whether a field that is not there is no mistake. */
  readonly allowsMissing: boolean;
}

const mistake = (template: string, why: string): Failure =>
  new Failure(`error parsing jsonpath ${template}, ${why}`);

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
};
const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, c: string) => escapes[c] ?? c);

/** Where the brace, bracket or quote that opens at `from` closes; -1 when it does not. */
function closing(text: string, from: number, close: string): number {
  let depth = 0;
  for (let i = from + 1; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '"' || c === "'") {
      const end = quoteEnd(text, i);
      if (end < 0) return -1;
      i = end;
    } else if (c === text[from]) depth++;
    else if (c === close && depth-- === 0) return i;
  }
  return -1;
}

function quoteEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === text[from]) return i;
  }
  return -1;
}

/** Reads a template. Throws a Failure with what is wrong with it. */
export function jsonPathOf(template: string, allowsMissing = true): JsonPath {
  const stack: Part[][] = [[]];
  const ranges: Step[][] = [];
  const add = (part: Part) => stack.at(-1)?.push(part);
  for (let i = 0; i < template.length; ) {
    if (template[i] !== '{') {
      const next = template.indexOf('{', i);
      const end = next < 0 ? template.length : next;
      add({ is: 'text', text: template.slice(i, end) });
      i = end;
      continue;
    }
    const end = closing(template, i, '}');
    if (end < 0) throw mistake(template, 'unclosed action');
    for (const inner of split(template.slice(i + 1, end), template)) {
      const [, rangeOf] = /^range\s+(.+)$/s.exec(inner) ?? [];
      if (rangeOf !== undefined) {
        ranges.push(stepsOf(rangeOf, template));
        stack.push([]);
      } else if (inner === 'end') {
        const steps = ranges.pop();
        const body = stack.pop();
        if (!steps || !body) throw mistake(template, 'not in range, nothing to end');
        add({ is: 'range', steps, body });
      } else if (/^["']/.test(inner)) {
        if (quoteEnd(inner, 0) !== inner.length - 1) throw mistake(template, 'unterminated quoted string');
        add({ is: 'text', text: unescaped(inner.slice(1, -1)) });
      } else add({ is: 'path', steps: stepsOf(inner, template) });
    }
    i = end + 1;
  }
  // A range that nothing ends goes to the end of the template.
  for (let steps = ranges.pop(); steps; steps = ranges.pop()) {
    const body = stack.pop() ?? [];
    add({ is: 'range', steps, body });
  }
  return { parts: stack[0] ?? [], allowsMissing };
}

/** The actions within one pair of braces, blanks between them. */
function split(inner: string, template: string): string[] {
  const text = inner.trim();
  if (/^range\s/.test(text)) return [text];
  const found: string[] = [];
  let word = '';
  for (let i = 0; i < text.length; ) {
    const c = text[i] ?? '';
    if (c === '"' || c === "'") {
      const end = quoteEnd(text, i);
      if (end < 0) throw mistake(template, 'unterminated quoted string');
      if (word) found.push(word);
      found.push(text.slice(i, end + 1));
      word = '';
      i = end + 1;
    } else if (c === '[') {
      const end = closing(text, i, ']');
      if (end < 0) throw mistake(template, 'unterminated array');
      word += text.slice(i, end + 1);
      i = end + 1;
    } else if (/\s/.test(c)) {
      if (word) found.push(word);
      word = '';
      i++;
    } else {
      word += c;
      i++;
    }
  }
  if (word) found.push(word);
  return found;
}

function stepsOf(path: string, template: string): Step[] {
  const text = path.trim();
  const steps: Step[] = [];
  for (let i = 0; i < text.length; ) {
    const c = text[i] ?? '';
    if (c === '$' || c === '@') i++;
    else if (text.startsWith('..', i)) {
      steps.push({ do: 'below' });
      i += 1;
      if (text[i + 1] === '[' || text[i + 1] === '*') i += 1;
    } else if (c === '*') {
      steps.push({ do: 'any' });
      i++;
    } else if (c === '[') {
      const end = closing(text, i, ']');
      if (end < 0) throw mistake(template, 'unterminated array');
      steps.push(bracketOf(text.slice(i + 1, end).trim(), template));
      i = end + 1;
    } else {
      const start = c === '.' ? i + 1 : i;
      const [name = ''] = /^(?:\\.|[^.[\]\s*$@(){}'"<>=!,|])*/.exec(text.slice(start)) ?? [];
      if (name === '' && c !== '.')
        throw mistake(template, `unrecognized character in action: U+${hex(c)} '${c}'`);
      if (name) steps.push({ do: 'field', name: unescaped(name) });
      i = start + name.length;
    }
  }
  return steps;
}

const hex = (c: string): string => (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

function bracketOf(inner: string, template: string): Step {
  if (inner === '*') return { do: 'any' };
  if (/^["']/.test(inner) && quoteEnd(inner, 0) === inner.length - 1)
    return { do: 'field', name: unescaped(inner.slice(1, -1)) };
  if (inner.startsWith('?(') && inner.endsWith(')')) return filterOf(inner.slice(2, -1), template);
  const [, from, colon, to, , by] = /^(-?\d*)(:?)(-?\d*)(:(-?\d*))?$/.exec(inner) ?? [];
  if (from !== undefined && inner !== '') {
    if (!colon) return { do: 'slice', from: Number(from), isIndex: true };
    return {
      do: 'slice',
      ...(from && { from: Number(from) }),
      ...(to && { to: Number(to) }),
      ...(by && { by: Number(by) }),
    };
  }
  if (inner.includes(','))
    return { do: 'union', all: inner.split(',').map((one) => [bracketOf(one.trim(), template)]) };
  throw mistake(template, `invalid array index ${inner}`);
}

function filterOf(inner: string, template: string): Step {
  const [, left = '', operator, right = ''] = /^(.*?)\s*(==|!=|<=|>=|<|>)\s*(.*)$/s.exec(inner.trim()) ?? [];
  if (operator === undefined) return { do: 'filter', left: operandOf(inner, template), operator: 'exists' };
  return { do: 'filter', left: operandOf(left, template), operator, right: operandOf(right, template) };
}

function operandOf(text: string, template: string): Operand {
  const word = text.trim();
  if (/^["']/.test(word)) {
    if (quoteEnd(word, 0) !== word.length - 1) throw mistake(template, 'unterminated quoted string');
    return { value: unescaped(word.slice(1, -1)) };
  }
  if (/^-?\d+(\.\d+)?$/.test(word)) return { value: Number(word) };
  if (word === 'true' || word === 'false') return { value: word === 'true' };
  return { path: stepsOf(word, template) };
}

/** `.metadata.name`, `metadata.name` and `{.metadata.name}` are one. Source: kubectl get RelaxedJSONPathExpression. */
export function relaxed(path: string): string {
  if (path === '') return '';
  const [, inner] = /^\{?([^{}]+)\}?$/.exec(path) ?? [];
  if (inner === undefined)
    throw new Failure(
      `unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'`,
    );
  return `{.${inner.replace(/^\./, '')}}`;
}
