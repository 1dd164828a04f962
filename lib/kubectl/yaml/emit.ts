/** Writes YAML as kubectl does: keys in the order of the alphabet, lists not indented. Models sigs.k8s.io/yaml, go-yaml v2. */

type Value = unknown;

/** Plain words that YAML 1.1 reads as something else than text: they are quoted. Source: go-yaml resolve, isBase60Float, isOldBool. */
const isAnotherType = (text: string): boolean =>
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
  if (hasSpecial(text)) return doubleQuoted(text);
  if (text.includes('\n')) return block(text, indent);
  if (isAnotherType(text)) return doubleQuoted(text);
  if (isPlain(text)) return text;
  return `'${text.replaceAll("'", "''")}'`;
}

/** `|` with what says how it ends and, when it begins with blanks, how far it is indented. */
function block(text: string, indent: number): string {
  if (/^\s*$/.test(text) || /[ \t]\n/.test(text)) return doubleQuoted(text);
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

function lines(value: Value, indent: number, depth: number): string[] {
  const pad = ' '.repeat(indent);
  if (depth > deepest) return [`${pad}...`];
  if (Array.isArray(value)) {
    return value.flatMap((element) => {
      const [first = '', ...rest] = within(element, indent + 2, depth);
      return [`${pad}- ${first.trimStart()}`, ...rest];
    });
  }
  if (!isMap(value)) return [pad + plainOf(value, indent)];
  return keysOf(value).flatMap((key) => {
    const element = value[key];
    const head = `${pad}${scalar(key, indent)}:`;
    if (Array.isArray(element) && element.length > 0) return [head, ...lines(element, indent, depth + 1)];
    if (isMap(element) && keysOf(element).length > 0) return [head, ...lines(element, indent + 2, depth + 1)];
    return [`${head} ${plainOf(element, indent + 2)}`];
  });
}

/** An element of a list, its first line to stand behind the dash. */
function within(element: Value, indent: number, depth: number): string[] {
  const isFilled = Array.isArray(element) ? element.length > 0 : isMap(element) && keysOf(element).length > 0;
  return isFilled ? lines(element, indent, depth + 1) : [plainOf(element, indent)];
}

const keysOf = (map: Readonly<Record<string, Value>>): string[] =>
  Object.keys(map)
    .filter((key) => map[key] !== undefined)
    .sort(naturally);

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
export const yamlLines = (value: Value): string[] => lines(value, 0, 0).flatMap((line) => line.split('\n'));
