/** Why a line is no line of a shell: a quote stays open, or it uses what this prompt has not. */
export type Unread = { readonly ok: false; readonly says: string };
export type Read = { readonly ok: true; readonly steps: readonly Step[] };

/** One command, or several that hand their output on through pipes. */
export interface Step {
  /** When it is run: whatever the step before did (`;`), only after a success (`&&`) or a failure (`||`) of it. */
  readonly on: 'always' | 'success' | 'failure';
  readonly commands: readonly (readonly string[])[];
  /** `> file`, `>> file`. */
  readonly into?: Redirect;
  /** `< file`. */
  readonly from?: string;
}

export interface Redirect {
  readonly path: string;
  readonly adds: boolean;
}

const operators = ['&&', '||', '|', ';', '&', '>>', '>', '<<', '<', '(', ')'] as const;

interface Token {
  readonly text: string;
  readonly isOperator: boolean;
}

/** What comes after a backslash between double quotes. */
const escapable = /["\\$`\n]/;

/** Words and operators as a POSIX shell tells them apart: blanks, both quotes, backslash, `#`. Undefined when a quote stays open. */
function tokens(line: string): Token[] | undefined {
  const found: Token[] = [];
  let word: string | undefined;
  const end = () => {
    if (word !== undefined) found.push({ text: word, isOperator: false });
    word = undefined;
  };
  for (let i = 0; i < line.length; ) {
    const c = line[i] ?? '';
    const operator = operators.find((one) => line.startsWith(one, i));
    if (/\s/.test(c)) {
      end();
      i++;
    } else if (operator) {
      end();
      found.push({ text: operator, isOperator: true });
      i += operator.length;
    } else if (c === '#' && word === undefined) break;
    else if (c === "'") {
      const close = line.indexOf("'", i + 1);
      if (close < 0) return undefined;
      word = (word ?? '') + line.slice(i + 1, close);
      i = close + 1;
    } else if (c === '"') {
      word ??= '';
      for (i++; line[i] !== '"'; i++) {
        if (i >= line.length) return undefined;
        if (line[i] === '\\' && escapable.test(line[i + 1] ?? '')) i++;
        word += line[i];
      }
      i++;
    } else if (c === '\\') {
      word = (word ?? '') + (line[i + 1] ?? '');
      i += 2;
    } else {
      word = (word ?? '') + c;
      i++;
    }
  }
  end();
  return found;
}

const after: Readonly<Record<string, Step['on']>> = { ';': 'always', '&&': 'success', '||': 'failure' };

interface Growing {
  readonly on: Step['on'];
  readonly commands: string[][];
  into?: Redirect;
  from?: string;
}

const isEmpty = ({ commands, into, from }: Growing): boolean =>
  commands.length === 1 && commands[0]?.length === 0 && !into && from === undefined;

/** A line as steps: `|`, `;`, `&&`, `||`, `>`, `>>` and `<`. What else a shell has is not modelled and says so. */
export function readLine(line: string): Read | Unread {
  const all = tokens(line);
  if (!all) return unread('bash: unexpected EOF while looking for matching quote');
  const steps: Growing[] = [{ on: 'always', commands: [[]] }];
  for (let i = 0; i < all.length; i++) {
    const { text, isOperator } = all[i] ?? { text: '', isOperator: false };
    const step = steps.at(-1);
    if (!step) break;
    if (!isOperator) step.commands.at(-1)?.push(text);
    else if (text === '|') {
      if (step.commands.at(-1)?.length === 0) return unexpected(text);
      step.commands.push([]);
    } else if (Object.hasOwn(after, text)) {
      if (step.commands.at(-1)?.length === 0) return unexpected(text);
      steps.push({ on: after[text] ?? 'always', commands: [[]] });
    } else if (text === '>' || text === '>>' || text === '<') {
      const path = all[++i];
      if (!path || path.isOperator) return unexpected(path?.text ?? 'newline');
      if (text === '<') step.from = path.text;
      else step.into = { path: path.text, adds: text === '>>' };
    } else return unread(`not modelled in Podium: ${text} in a line; | ; && || > >> and < are`);
  }
  const last = steps.at(-1);
  if (last && steps.length > 1 && last.on === 'always' && isEmpty(last)) steps.pop();
  const [only] = steps;
  if (steps.length === 1 && only && isEmpty(only)) return { ok: true, steps: [] };
  if (steps.some(({ commands }) => commands.some((words) => words.length === 0)))
    return unexpected('newline');
  return { ok: true, steps };
}

const unread = (says: string): Unread => ({ ok: false, says });
const unexpected = (text: string): Unread => unread(`bash: syntax error near unexpected token \`${text}'`);
