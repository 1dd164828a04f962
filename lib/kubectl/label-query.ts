import { labelKeyProblems, labelValueProblems } from '../cluster/api/labels';
import type { Labels } from '../cluster/objects';
import { Failure } from './failure';

/** Whether labels are what a query asks for. */
export type LabelQuery = (labels: Labels) => boolean;

type Kind = 'word' | '!' | '=' | '==' | '!=' | '>' | '<' | 'in' | 'notin' | '(' | ')' | ',' | 'end' | 'error';
interface Token {
  readonly kind: Kind;
  readonly text: string;
}

const symbols = ['==', '!=', '!', '=', '>', '<', '(', ')', ','] as const;

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < text.length; ) {
    if (/[ \t\r\n]/.test(text[i] ?? '')) {
      i++;
      continue;
    }
    const symbol = symbols.find((one) => text.startsWith(one, i));
    if (symbol) {
      found.push({ kind: symbol, text: symbol });
      i += symbol.length;
      continue;
    }
    const [word = ''] = /^[^=!(),<> \t\r\n]+/.exec(text.slice(i)) ?? [];
    found.push({ kind: word === 'in' || word === 'notin' ? word : 'word', text: word });
    i += word.length;
  }
  found.push({ kind: 'end', text: '' });
  return found;
}

const binary = 'in, notin, =, ==, !=, gt, lt';

/** Reads tokens one by one; where a value may stand, `in` and `notin` are words. */
class Tokens {
  private at = 0;
  constructor(private readonly all: readonly Token[]) {}

  peek(): Token {
    const token = this.all[this.at] ?? { kind: 'end', text: '' };
    return token.kind === 'in' || token.kind === 'notin' ? { ...token, kind: 'word' } : token;
  }

  take(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  operator(): Token {
    const token = this.all[this.at++] ?? { kind: 'end' as const, text: '' };
    return token;
  }
}

/**
 * A label query as `-l` takes it: `app=web,tier in (a,b),!legacy`. Throws a Failure with what is wrong with it.
 * Models apimachinery pkg/labels Parse (v1.37).
 */
export function labelQueryOf(text: string): LabelQuery {
  const tokens = new Tokens(tokensOf(text));
  const all: LabelQuery[] = [];
  for (;;) {
    const { kind, text: found } = tokens.peek();
    if (kind === 'end') break;
    if (kind !== 'word' && kind !== '!')
      throw new Failure(`found '${found}', expected: !, identifier, or 'end of string'`);
    try {
      all.push(requirement(tokens));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new Failure(`unable to parse requirement: ${error.message}`);
    }
    const next = tokens.take();
    if (next.kind === 'end') break;
    if (next.kind !== ',') throw new Failure(`found '${next.text}', expected: ',' or 'end of string'`);
    const after = tokens.peek();
    if (after.kind !== 'word' && after.kind !== '!')
      throw new Failure(`found '${after.text}', expected: identifier after ','`);
  }
  return (labels) => all.every((query) => query(labels));
}

function requirement(tokens: Tokens): LabelQuery {
  let first = tokens.take();
  const isNot = first.kind === '!';
  if (isNot) first = tokens.take();
  if (first.kind !== 'word') throw new Failure(`found '${first.text}', expected: identifier`);
  const key = first.text;
  const [problem] = [labelKeyProblems(key).join('; ')].filter(Boolean);
  if (problem) throw new Failure(`<nil>: Invalid value: ${JSON.stringify(key)}: ${problem}`);
  if (isNot) return (labels) => labels[key] === undefined;
  const { kind } = tokens.peek();
  if (kind === 'end' || kind === ',') return (labels) => labels[key] !== undefined;
  const operator = tokens.operator();
  switch (operator.kind) {
    case 'in':
    case 'notin': {
      const values = set(tokens);
      for (const value of values) checkValue(key, value);
      const isIn = operator.kind === 'in';
      return (labels) => (labels[key] !== undefined && values.has(labels[key] ?? '')) === isIn;
    }
    case '=':
    case '==':
    case '!=': {
      const value = exact(tokens);
      checkValue(key, value);
      return (labels) => (labels[key] === value) === (operator.kind !== '!=');
    }
    case '>':
    case '<': {
      const value = exact(tokens);
      if (!/^-?\d+$/.test(value))
        throw new Failure(
          `values[0]: Invalid value: ${JSON.stringify(value)}: for 'Gt', 'Lt' operators, the value must be an integer`,
        );
      return (labels) => {
        const label = labels[key];
        if (label === undefined || !/^-?\d+$/.test(label)) return false;
        return operator.kind === '>' ? Number(label) > Number(value) : Number(label) < Number(value);
      };
    }
    default:
      throw new Failure(`found '${operator.text}', expected: ${binary}`);
  }
}

function checkValue(key: string, value: string): void {
  const problem = labelValueProblems(value).join('; ');
  if (problem) throw new Failure(`values[0][${key}]: Invalid value: ${JSON.stringify(value)}: ${problem}`);
}

function exact(tokens: Tokens): string {
  const { kind } = tokens.peek();
  if (kind === 'end' || kind === ',') return '';
  const token = tokens.take();
  if (token.kind !== 'word') throw new Failure(`found '${token.text}', expected: identifier`);
  return token.text;
}

function set(tokens: Tokens): Set<string> {
  const open = tokens.take();
  if (open.kind !== '(') throw new Failure(`found '${open.text}' expected: '('`);
  const values = new Set<string>();
  const first = tokens.peek();
  if (first.kind === ')') {
    tokens.take();
    return new Set(['']);
  }
  if (first.kind !== 'word' && first.kind !== ',')
    throw new Failure(`found '${first.text}', expected: ',', ')' or identifier`);
  for (;;) {
    const token = tokens.take();
    if (token.kind === 'word') {
      values.add(token.text);
      const next = tokens.peek();
      if (next.kind === ')') break;
      if (next.kind !== ',') throw new Failure(`found '${next.text}', expected: ',' or ')'`);
    } else if (token.kind === ',') {
      if (values.size === 0) values.add('');
      const next = tokens.peek();
      if (next.kind === ')') {
        values.add('');
        break;
      }
      if (next.kind === ',') {
        tokens.take();
        values.add('');
      }
    } else throw new Failure(`found '${token.text}', expected: ',', or identifier`);
  }
  tokens.take();
  return values;
}
