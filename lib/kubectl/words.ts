/** Splits a line as a POSIX shell does: blanks, single and double quotes, backslash. Null when a quote stays open. */
export function shellWords(line: string): string[] | null {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const c = line[i] ?? '';
    if (quote === "'" || quote === '"') {
      if (c === quote) quote = '';
      else if (c === '\\' && quote === '"' && /["\\$`]/.test(line[i + 1] ?? '')) word += line[++i] ?? '';
      else word += c;
    } else if (c === "'" || c === '"') {
      quote = c;
      word ??= '';
    } else if (/\s/.test(c)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + (c === '\\' ? (line[++i] ?? '') : c);
  }
  if (quote) return null;
  if (word !== undefined) words.push(word);
  return words;
}

export interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
}

/** Flags that stand alone; every other flag takes a value. */
const switches = new Set(['force', 'now', 'all', 'overwrite', 'ignore-daemonsets', 'delete-emptydir-data']);
const longNames: Readonly<Record<string, string>> = {
  f: 'filename',
  n: 'namespace',
  p: 'patch',
  l: 'selector',
};

/** Words and flags in any order: `--replicas=3`, `--replicas 3`, `-f x.yaml`, `-n shop`. */
export function argumentsOf(words: readonly string[]): Arguments {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const [, long, value] = /^--([a-z][a-z-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const [, short] = /^-([a-z])$/.exec(word) ?? [];
    const name = long ?? (short && (longNames[short] ?? short));
    if (!name) plain.push(word);
    else if (value !== undefined) flags.set(name, value);
    else if (switches.has(name)) flags.set(name, 'true');
    else flags.set(name, words[++i] ?? '');
  }
  return { words: plain, flags };
}
