/** How a blank is written in the source of an item. */
const blankMark = '___';

/** A blank of a manifest: which one it is, from 0, and where its value belongs. */
export interface Blank {
  readonly at: number;
  /** Dotted; of a blank that is a field's name, the field that it belongs into. Empty at the top. */
  readonly path: string;
  readonly isField: boolean;
}

/** One line of a manifest, cut at its blanks: one part more than blanks. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly parts: readonly string[];
  readonly blanks: readonly Blank[];
}

export const blankCount = (source: string): number => source.split(blankMark).length - 1;

export const linesOf = (source: string): readonly string[] => source.replace(/\n$/, '').split('\n');

/** A field or a place in a list that is open above a line, with the column at which it begins. */
interface Open {
  readonly column: number;
  readonly name: string;
  readonly isEntry: boolean;
}

const line = /^(\s*)((?:- +|-$)*)(?:("[^"]*"|'[^']*'|[^\s#:{["'][^:]*?):(?=\s|$))?(.*)$/;

/**
 * The lines of a manifest with the paths of its blanks, read from its indents: as much of YAML as manifests use. A name that is itself
 * a blank is `…` in the paths below it.
 */
export function sourceLines(source: string): readonly SourceLine[] {
  let open: readonly Open[] = [];
  let count = 0;
  return linesOf(source).map((text, index) => {
    const [, indent = '', dashes = '', name, rest = ''] = line.exec(text) ?? [];
    const isBare = name === undefined && rest.trim() === '' && dashes === '';
    if (!isBare) open = under(open, indent.length, dashes);
    const column = indent.length + dashes.length;
    const above = open.map((one) => one.name);
    if (name !== undefined) open = [...open, { column, name: shownName(name), isEntry: false }];
    const parts = text.split(blankMark);
    const blanks = parts.slice(1).map((after, at): Blank => {
      const isField = /^["']?:(?:\s|$)/.test(after);
      const before = parts.slice(0, at + 1).join('…');
      const within =
        isField && before.trim().replaceAll('-', '') === '' ? above : open.map((one) => one.name);
      const flow = flowPath(before.slice(column + (name === undefined ? 0 : shownName(name).length + 1)));
      count += 1;
      return { at: count - 1, path: [...within, ...flow].join('.'), isField };
    });
    return { number: index + 1, parts, blanks };
  });
}

const shownName = (name: string) => name.replace(/^["']|["']$/g, '').replaceAll(blankMark, '…');

/** What stays open above a line that begins at this column, with the places in lists that its dashes open. */
function under(open: readonly Open[], indent: number, dashes: string): readonly Open[] {
  const isAbove = ({ column, isEntry }: Open) =>
    column < indent || (dashes !== '' && column === indent && !isEntry);
  let kept = open.filter(isAbove);
  let column = indent;
  for (const dash of dashes.match(/- */g) ?? []) {
    const isNext = column === indent;
    const before = isNext ? open.find((one) => one.isEntry && one.column === column) : undefined;
    const place = before === undefined ? 0 : Number(before.name) + 1;
    kept = [...kept, { column, name: String(place), isEntry: true }];
    column += dash.length;
  }
  return kept;
}

/** The fields that are open at the end of a text in flow style: of `{requests: {cpu: ` they are `requests` and `cpu`. */
function flowPath(text: string): readonly string[] {
  const open: string[] = [];
  let name = '';
  for (const [sign] of text.matchAll(/[\w./-]+(?=:\s)|[{}[\],]/g)) {
    if (sign === '{' || sign === '[') open.push(name);
    else if (sign === '}' || sign === ']') open.pop();
    if (/[{}[\],]/.test(sign)) name = '';
    else name = sign;
  }
  return [...open, name].filter((one) => one !== '');
}
