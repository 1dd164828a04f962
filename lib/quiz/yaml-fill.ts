import { isAlias, isCollection, parseDocument, visit } from 'yaml';
import { isSame } from '../cluster/api/merge';
import type { Json } from '../cluster/objects';
import type { YamlBlank, YamlItem } from './item';

/** How a blank is written in a source. */
export const blankMark = '___';
/** What a blank takes, characters. */
export const longestBlank = 500;
/** What a whole filled manifest may be. */
const limits = { characters: 64 * 1024, depth: 50, aliases: 20 } as const;

/** The source with these texts in its blanks, in order. */
export function filled(source: string, texts: readonly string[]): string {
  const [first = '', ...rest] = source.split(blankMark);
  return rest.reduce((text, part, at) => `${text}${texts[at] ?? ''}${part}`, first);
}

/** Number of blanks in a source. */
export const blankCount = (source: string): number => source.split(blankMark).length - 1;

/**
 * What a text means as one document of YAML 1.1, as kubectl reads it; undefined for what is none or goes beyond the limits.
 * No tags of one's own. Never throws.
 */
export function meaningOf(text: string): { readonly value: Json } | undefined {
  if (text.length > limits.characters || isDeepByBrackets(text)) return undefined;
  try {
    const document = parseDocument(text, { version: '1.1', logLevel: 'error', prettyErrors: false });
    if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
    let isBeyond = false;
    visit(document, (_, node, path) => {
      const depth = path.filter(isCollection).length;
      if (depth <= limits.depth && !(isAlias(node) && depth === 0)) return undefined;
      isBeyond = true;
      return visit.BREAK;
    });
    if (isBeyond) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: limits.aliases });
    return isTree(value, 0) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** The parser goes down a level for each bracket: more than the limit are not given to it. */
function isDeepByBrackets(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth += 1;
    else if ((sign === ']' || sign === '}') && depth > 0) depth -= 1;
    if (depth > limits.depth) return true;
  }
  return /(?:[-?:] ){50}/.test(text);
}

/** Whether a value is JSON and ends everywhere: an alias may stand within its own anchor. */
function isTree(value: unknown, depth: number): value is Json {
  if (depth > limits.depth) return false;
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint';
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((one) => isTree(one, depth + 1));
}

/** The same value with another one at a path. The path must be there. */
function withValueAt(value: Json, path: readonly string[], other: Json): Json {
  const [field, ...below] = path;
  if (field === undefined || typeof value !== 'object' || value === null) return other;
  const inner = (within: Json | undefined) => withValueAt(within ?? null, below, other);
  if (Array.isArray(value)) return value.map((one, at) => (at === Number(field) ? inner(one) : one));
  return { ...value, [field]: inner((value as Readonly<Record<string, Json>>)[field]) };
}

export interface BlankJudgement {
  readonly isRight: boolean;
  /** Index in the blank's `wrong` of the mistake that was made; undefined for none that is known. */
  readonly wrong?: number;
}

/**
 * Each blank judged alone, with the key in the others: right if the document then means the same as with the key, or has another
 * accepted value at the blank's path and is the same elsewhere. Order of fields, quotes and comments mean nothing; types do.
 */
export function judgeBlanks(item: YamlItem, texts: readonly string[]): readonly BlankJudgement[] {
  const key = item.blanks.map(({ text }) => text);
  const wanted = meaningOf(filled(item.source, key))?.value;
  if (wanted === undefined) throw new Error(`item ${item.id}: its source with the key is no YAML`);
  return item.blanks.map((blank, at) => {
    const given = meaningOf(filled(item.source, key.with(at, texts[at] ?? '')))?.value;
    return given === undefined ? { isRight: false } : judgeBlank(blank, wanted, given);
  });
}

function judgeBlank(
  { path, accepts = [], wrong = [] }: YamlBlank,
  wanted: Json,
  given: Json,
): BlankJudgement {
  if (isSame(given, wanted)) return { isRight: true };
  if (path === undefined) return { isRight: false };
  const isThere = (value: Json) => isSame(given, withValueAt(wanted, path.split('.'), value));
  if (accepts.some(isThere)) return { isRight: true };
  const mistake = wrong.findIndex(({ value }) => isThere(value));
  return mistake < 0 ? { isRight: false } : { isRight: false, wrong: mistake };
}
