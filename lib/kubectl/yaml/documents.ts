import { LineCounter, parseAllDocuments } from 'yaml';

/** The documents of a text, and what is wrong with it where it stops being YAML. */
export interface Documents {
  readonly documents: readonly unknown[];
  /** In the words of kubectl's parser: `error converting YAML to JSON: yaml: line 3: …`. */
  readonly problem?: string;
}

/** Aliases that a text may expand to: a bomb of them is refused, not unrolled. */
const maxAliases = 100;
/** Longer texts are not read: as the API server does. Source: apiserver MaxRequestBodyBytes. */
const longestText = 3 * 1024 * 1024;

/** Words of the parser that kubectl has (go-yaml) for the errors of the one that is here. */
const words: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'mapping values are not allowed in this context',
  BAD_INDENT: 'did not find expected key',
  BAD_SCALAR_START: 'found character that cannot start any token',
  MISSING_CHAR: "could not find expected ':'",
  TAB_AS_INDENT: 'found character that cannot start any token',
  BAD_COLLECTION_TYPE: 'did not find expected node content',
  UNEXPECTED_TOKEN: 'did not find expected node content',
  BLOCK_IN_FLOW: 'did not find expected node content',
  BAD_ALIAS: 'did not find expected alphabetic or numeric character',
};

/** Numbers in sexagesimal, dates and collections beyond JSON's: kubectl's parser does not know them either. */
const leftOut = new Set([
  'tag:yaml.org,2002:timestamp',
  'tag:yaml.org,2002:set',
  'tag:yaml.org,2002:omap',
  'tag:yaml.org,2002:pairs',
  'tag:yaml.org,2002:binary',
]);

/**
 * What kubectl makes of a file: documents of YAML 1.1 as sigs.k8s.io/yaml reads it (`yes` is true), or of JSON. Never throws.
 * Leaves out: most of go-yaml's own error texts; columns are not in them.
 */
export function documentsOf(text: string): Documents {
  if (text.length > longestText)
    return { documents: [], problem: `the text is longer than ${longestText} characters` };
  if (/^\s*\{/.test(text)) {
    try {
      return { documents: [JSON.parse(text)] };
    } catch {
      // Flow collections of YAML begin like JSON.
    }
  }
  const lines = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      uniqueKeys: false,
      version: '1.1',
      customTags: (tags) =>
        tags.filter(
          (tag) =>
            typeof tag === 'string' ||
            (!leftOut.has(tag.tag) && !('format' in tag && (tag as { format?: string }).format === 'TIME')),
        ),
      logLevel: 'silent',
    });
    const documents: unknown[] = [];
    for (const document of 'empty' in parsed ? [] : parsed) {
      const [error] = document.errors;
      if (error) {
        const over = document.errors.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
        const { line } = lines.linePos(over ? over.pos[1] : error.pos[0]);
        const what = words[error.code] ?? 'did not find expected node content';
        return { documents, problem: `error converting YAML to JSON: yaml: line ${line}: ${what}` };
      }
      try {
        const value: unknown = document.toJS({ maxAliasCount: maxAliases });
        if (value !== null && value !== undefined) documents.push(value);
      } catch (thrown) {
        return { documents, problem: `error converting YAML to JSON: yaml: ${whyNoValue(thrown)}` };
      }
    }
    return { documents };
  } catch {
    return { documents: [], problem: 'error converting YAML to JSON: yaml: invalid document' };
  }
}

function whyNoValue(thrown: unknown): string {
  const [, anchor] =
    /Unresolved alias \([^)]*\): (.*)$/.exec(thrown instanceof Error ? thrown.message : '') ?? [];
  return anchor === undefined
    ? 'document contains excessive aliasing'
    : `unknown anchor '${anchor}' referenced`;
}
