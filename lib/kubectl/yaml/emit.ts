/** Writes YAML as kubectl does: keys in the order of the alphabet, lists not indented. Models sigs.k8s.io/yaml, go-yaml v2. */

type Value = unknown;

/** Plain words that YAML 1.1 reads as something else than text: they are quoted. Source: go-yaml resolve, isBase60Float, isOldBool. */
const isAnotherType = (text: string): boolean =>
  text === '' ||
  /^(~|null|Null|NULL|true|True|TRUE|false|False|FALSE|y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|\.nan|\.NaN|\.NAN|[-+]?\.(inf|Inf|INF)|<<)$/.test(
    text,
  ) ||
  /^[-+]?(0b[01_]+|0x[\da-fA-F_]+|0o?[0-7_]+|\d[\d_]*)$/.test(text) ||
  /^[-+]?(\.\d+|\d[\d_]*(\.\d*)?)([eE][-+]?\d+)?$/.test(text) ||
  /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/.test(text) ||
  /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/.test(text);

const hasSpecial = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
  /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ud800-\udfff\ufffe\uffff]/.test(
    text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''),
  );

/** Whether a text may stand without quotes in a block. Source: go-yaml yaml_emitter_analyze_scalar. */
const isPlain = (text: string): boolean =>
  text !== '' &&
  !/^[\s]|[\s]$/.test(text) &&
  !/^(---|\.\.\.)/.test(text) &&
  !/^[,[\]{}#&*!|>'"%@`]/.test(text) &&
  !/^[-?:](\s|$)/.test(text) &&
  !/:(\s|$)/.test(text) &&
  !/\s#/.test(text) &&
  !/[\t]/.test(text);

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\ufeff': '\\uFEFF',
};

function doubleQuoted(text: string): string {
  let quoted = '';
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    const isHidden = code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff);
    quoted += escapes[c] ?? (isHidden ? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}` : c);
  }
  return `"${quoted}"`;
}

/** A text as a scalar; texts of several lines go on below, indented by so much. */
function scalar(text: string, indent: number): string {
  if (text.includes('\n')) return hasSpecial(text) ? doubleQuoted(text) : block(text, indent);
  const known = written.get(text);
  if (known !== undefined) return known;
  const quoted = oneLine(text);
  if (written.size >= mostWritten) written.clear();
  if (text.length <= longestWritten) written.set(text, quoted);
  return quoted;
}

/** How texts are written that come again and again: names of fields above all. */
const written = new Map<string, string>();
const mostWritten = 10_000;
const longestWritten = 200;

function oneLine(text: string): string {
  if (hasSpecial(text) || isAnotherType(text)) return doubleQuoted(text);
  return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** `|` with what says how it ends and, when it begins with blanks, how far it is indented. */
function block(text: string, indent: number): string {
  if (/^\s*$/.test(text) || / \n| $/.test(text)) return doubleQuoted(text);
  const body = text.replace(/\n+$/, '');
  const tail = text.length - body.length;
  const keeps = tail === 0 ? '-' : tail > 1 ? '+' : '';
  const head = /^\s/.test(text) ? '2' : '';
  const lines = (tail > 1 ? text.slice(0, -1) : body).split('\n');
  return [`|${head}${keeps}`, ...lines.map((line) => (line ? ' '.repeat(indent) + line : ''))].join('\n');
}

const isMap = (value: Value): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trees deeper than this are not written. */
const deepest = 200;

const isFilled = (value: Value): boolean =>
  Array.isArray(value) ? value.length > 0 : isMap(value) && keysOf(value).length > 0;

/** Writes a filled list or map, its first line behind `lead`, which stands in place of the indent. */
function write(value: Value, indent: number, lead: string, depth: number, out: string[]): void {
  const pad = blanks(indent);
  let head = lead;
  if (depth > deepest) out.push(`${head}...`);
  else if (Array.isArray(value))
    for (const element of value) {
      if (isFilled(element)) write(element, indent + 2, `${head}- `, depth + 1, out);
      else out.push(valueOn(`${head}- `, element, indent + 2));
      head = pad;
    }
  else if (isMap(value))
    for (const key of keysOf(value)) {
      const element = value[key];
      const name = `${head}${scalar(key, indent)}:`;
      if (isFilled(element)) {
        out.push(name);
        const below = Array.isArray(element) ? indent : indent + 2;
        write(element, below, blanks(below), depth + 1, out);
      } else out.push(valueOn(`${name} `, element, indent + 2));
      head = pad;
    }
}

/** A line with a value that is neither a filled list nor a filled map. */
const valueOn = (head: string, value: Value, indent: number): string =>
  head + folded(plainOf(value, indent), head.length, indent);

/** Lines grow no longer than the word that reaches this column. Source: go-yaml v2 best_width. */
const bestWidth = 80;

/** A long text goes on below at the first blank after the 80th column. Source: yaml_emitter_write_plain_scalar and its like. */
function folded(text: string, from: number, indent: number): string {
  if (from + text.length <= bestWidth || !text.includes(' ') || text.includes('\n')) return text;
  const quote = text[0] === "'" || text[0] === '"' ? text[0] : '';
  const [first, last] = quote ? [1, text.length - 2] : [-1, text.length];
  let column = from;
  let folds = '';
  let wasBlank = false;
  for (let i = 0; i < text.length; i++) {
    const isBlank = text[i] === ' ';
    const nextIsBlank = text[i + 1] === ' ';
    if (
      isBlank &&
      !wasBlank &&
      column > bestWidth &&
      i > first &&
      i < last &&
      (quote === '"' || !nextIsBlank)
    ) {
      folds += `\n${blanks(indent)}${quote === '"' && nextIsBlank ? '\\' : ''}`;
      column = indent;
    } else {
      folds += text[i];
      column++;
    }
    wasBlank = isBlank;
  }
  return folds;
}

const blanks = (count: number): string => ' '.repeat(count);

/** Orders of the keys of maps that were seen, by the keys as they stood: most objects of a kind have the same. */
const orders = new Map<string, readonly string[]>();

function keysOf(map: Readonly<Record<string, Value>>): readonly string[] {
  const keys = Object.keys(map).filter((key) => map[key] !== undefined);
  if (keys.length < 2) return keys;
  const seen = keys.join('\n');
  const known = orders.get(seen);
  if (known) return known;
  if (orders.size >= mostWritten) orders.clear();
  const sorted = keys.sort(naturally);
  orders.set(seen, sorted);
  return sorted;
}

/** As go-yaml sorts keys: letters before the rest, runs of digits as numbers. Source: go-yaml keyList Less. */
function naturally(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] === b[i]) continue;
    const [x = '', y = ''] = [a[i], b[i]];
    const [xIsLetter, yIsLetter] = [/\p{L}/u.test(x), /\p{L}/u.test(y)];
    if (xIsLetter && yIsLetter) return x < y ? -1 : 1;
    if (xIsLetter !== yIsLetter) return xIsLetter === isAfterDigits(a, i) ? -1 : 1;
    const [m, n] = [a, b].map((text) => Number.parseInt(/^\d+/.exec(text.slice(i))?.[0] ?? '', 10));
    if (m !== undefined && n !== undefined && !Number.isNaN(m) && !Number.isNaN(n) && m !== n) return m - n;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

const isAfterDigits = (text: string, at: number): boolean => at > 0 && /\d/.test(text[at - 1] ?? '');

function plainOf(value: Value, indent: number): string {
  if (Array.isArray(value)) return '[]';
  if (isMap(value)) return '{}';
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? scalar(value, indent) : String(value);
}

/** A value as the lines of a YAML document. */
export function yamlLines(value: Value): string[] {
  if (!isFilled(value)) return plainOf(value, 0).split('\n');
  const out: string[] = [];
  write(value, 0, '', 0, out);
  return out.some((line) => line.includes('\n')) ? out.flatMap((line) => line.split('\n')) : out;
}

/** Several objects as one text, with `---` between them. */
export const yamlDocuments = (values: readonly Value[]): string =>
  values.map((value) => `${yamlLines(value).join('\n')}\n`).join('---\n');
