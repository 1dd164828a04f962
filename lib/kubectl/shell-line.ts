/** Why a line is no line of a shell: a quote stays open, or it uses what this prompt has not. */
export type Unread = { readonly ok: false; readonly says: string };
export type Read = {
  readonly ok: true;
  readonly commands: readonly (readonly string[])[];
  readonly into?: Redirect;
};
export interface Redirect {
  readonly path: string;
  readonly adds: boolean;
}

const operators = ['&&', '||', '|', ';', '&', '>>', '>', '<', '(', ')'] as const;

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

/** A line as commands that hand their output on through pipes. Other operators of a shell are not modelled and say so. */
export function readLine(line: string): Read | Unread {
  const all = tokens(line);
  if (!all) return { ok: false, says: 'bash: unexpected EOF while looking for matching quote' };
  const commands: string[][] = [[]];
  for (const { text, isOperator } of all) {
    if (!isOperator) commands.at(-1)?.push(text);
    else if (text === '|') commands.push([]);
    else
      return {
        ok: false,
        says: `not modelled in Podium: ${text} in a line; | to grep, head, tail, wc and sort is`,
      };
  }
  if (commands.length > 1 && commands.some((words) => words.length === 0))
    return { ok: false, says: "bash: syntax error near unexpected token `|'" };
  return { ok: true, commands };
}
