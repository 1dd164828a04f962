/** Rules of iptables, read from the text that `iptables-save` prints (or that someone types). Anything else is an error. */
export interface Match {
  readonly name: string;
  readonly isNot: boolean;
  readonly options: Readonly<Record<string, string>>;
}

export interface Rule {
  readonly chain: string;
  readonly text: string;
  readonly matches: readonly Match[];
  readonly target: string | undefined;
  readonly options: Readonly<Record<string, string>>;
}

/** Words of a line; quotes hold words together. */
export const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Options that stand without `-m`, and the match that they are. */
const bare: Readonly<Record<string, string>> = {
  '-s': 'source',
  '--source': 'source',
  '-d': 'destination',
  '--destination': 'destination',
  '-p': 'protocol',
  '-i': 'in',
  '-o': 'out',
};

/** Options that take no value. */
const flags = new Set(['--set', '--rcheck', '--update', '--reap', '--rsource', '--random-fully']);

/** Reads one rule, with `-A CHAIN` (or `-I CHAIN`) before it. */
export function parseRule(text: string): Rule {
  const tokens = words(text);
  const matches: { name: string; isNot: boolean; options: Record<string, string> }[] = [];
  const options: Record<string, string> = {};
  let chain = '';
  let target: string | undefined;
  let isNot = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    const value = tokens[i + 1] ?? '';
    if (token === '!') isNot = true;
    else if (token === '-A' || token === '-I') {
      chain = value;
      i++;
    } else if (bare[token] !== undefined) {
      matches.push({ name: bare[token], isNot, options: { value } });
      isNot = false;
      i++;
    } else if (token === '-m') {
      matches.push({ name: value, isNot: false, options: {} });
      i++;
    } else if (token === '-j' || token === '-g') {
      target = value;
      i++;
    } else if (token.startsWith('--')) {
      const into = target === undefined ? (matches.at(-1)?.options ?? options) : options;
      into[token.slice(2)] = flags.has(token) ? '' : value;
      if (!flags.has(token)) i++;
      const last = matches.at(-1);
      if (isNot && last && target === undefined) last.isNot = true;
      isNot = false;
    } else throw new Error(`iptables: what is ${JSON.stringify(token)} in ${JSON.stringify(text)}?`);
  }
  return { chain, text, matches, target, options };
}

const known = new Map<string, Rule>();

/** Rules are read once: the same text is the same rule. */
export function ruleOf(text: string): Rule {
  const found = known.get(text);
  if (found) return found;
  const rule = parseRule(text);
  known.set(text, rule);
  return rule;
}
