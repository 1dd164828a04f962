/**
 * What kubectl's YAML parser says of a text for the errors of the parser that is here. Models go-yaml v2 in sigs.k8s.io/yaml: the
 * scanner counts lines from 1, the parser from 0 and leaves out line 0; each document counts for itself.
 * Leaves out: errors that lessons do not lead to.
 */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

interface Words {
  readonly says: string;
  readonly by: 'scanner' | 'parser';
}

const scanned = (says: string): Words => ({ says, by: 'scanner' });
const parsed = (says: string): Words => ({ says, by: 'parser' });

const words: Readonly<Record<string, Words>> = {
  BLOCK_AS_IMPLICIT_KEY: scanned('mapping values are not allowed in this context'),
  MULTILINE_IMPLICIT_KEY: scanned("could not find expected ':'"),
  BAD_INDENT: parsed('did not find expected key'),
  BAD_SCALAR_START: scanned('found character that cannot start any token'),
  MISSING_CHAR: scanned("could not find expected ':'"),
  TAB_AS_INDENT: scanned('found character that cannot start any token'),
  BAD_ALIAS: scanned('did not find expected alphabetic or numeric character'),
};
const otherwise = scanned('did not find expected node content');

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
const isBlank = (line: string): boolean => /^\s*(#|$)/.test(line);

/** Whether the list above a line stands deeper than the key that it belongs to: then a dash is missed, not a key. */
function isInIndentedList(before: readonly string[], column: number): boolean {
  const above = before.filter((line) => !isBlank(line));
  const dash = above.findLastIndex((line) => /^ *-(\s|$)/.test(line) && indentOf(line) <= column);
  if (dash < 0) return false;
  const depth = indentOf(above[dash] ?? '');
  const key = above.slice(0, dash).findLast((line) => !/^ *-(\s|$)/.test(line) && indentOf(line) <= depth);
  return key === undefined || indentOf(key) < depth;
}

function wordsOf({ code, message }: ParserError, line: string, before: readonly string[]): Words {
  if (/^Flow map/.test(message)) return parsed("did not find expected ',' or '}'");
  if (/^Flow sequence/.test(message)) return parsed("did not find expected ',' or ']'");
  if (/^Missing closing/.test(message)) return scanned('found unexpected end of stream');
  if (/^Sequence item without/.test(message) || (/at node end/.test(message) && indentOf(line) === 0))
    return isInIndentedList(before, indentOf(line))
      ? parsed("did not find expected '-' indicator")
      : parsed('did not find expected key');
  if (/at node end/.test(message)) return parsed('did not find expected key');
  return words[code] ?? otherwise;
}

/** A list or map in brackets that the text leaves open: after a comma or a bracket one more was to come. */
const endOf = ({ message }: ParserError, text: string): string =>
  /[[{,]\s*$/.test(text)
    ? 'did not find expected node content'
    : `did not find expected ',' or '${message.startsWith('Flow map') ? '}' : ']'}'`;

/** `yaml: line 3: did not find expected key`. */
export function whyNoYaml(text: string, errors: readonly ParserError[]): string {
  const [error] = errors;
  if (!error) return 'yaml: invalid document';
  const over = errors.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  const before = text.slice(0, over ? over.pos[1] : error.pos[0]).split('\n');
  const from = before.slice(0, -1).findLastIndex((line) => line.startsWith('---')) + 1;
  const index = before.length - 1 - from;
  const line = text.split('\n')[before.length - 1] ?? '';
  if (/^Flow .* end with/.test(error.message) && /^\s*$/.test(text.slice(error.pos[0])))
    return `yaml: line ${Math.max(index, 1)}: ${endOf(error, text)}`;
  const { says, by } = wordsOf(error, line, before.slice(from, -1));
  const number = by === 'scanner' && index > 0 ? index + 1 : index;
  return number === 0 ? `yaml: ${says}` : `yaml: line ${number}: ${says}`;
}
