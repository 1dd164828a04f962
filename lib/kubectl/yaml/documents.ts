import { parseAllDocuments } from 'yaml';
import { whyNoYaml } from './why';

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
  if (isTooDeep(text))
    return { documents: [], problem: `error converting YAML to JSON: yaml: nested deeper than ${deepest}` };
  if (/^\s*\{/.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      const problem = whyNoTree(value, text);
      return problem ? { documents: [], problem } : { documents: [value] };
    } catch (error) {
      // Flow collections of YAML begin like JSON.
      const at = /at position (\d+)/.exec(String(error))?.[1] ?? text.length;
      if (Number(at) >= text.trimEnd().length) return { documents: [], problem: 'unexpected EOF' };
    }
  }
  try {
    const parsed = parseAllDocuments(text, {
      uniqueKeys: false,
      version: '1.1',
      customTags: (tags) =>
        tags.filter(
          (tag) =>
            typeof tag === 'string' ||
            (!leftOut.has(tag.tag) && !('format' in tag && (tag as { format?: string }).format === 'TIME')),
        ),
      logLevel: 'silent',
      prettyErrors: false,
    });
    const documents: unknown[] = [];
    for (const document of 'empty' in parsed ? [] : parsed) {
      if (document.errors.length > 0)
        return { documents, problem: `error converting YAML to JSON: ${whyNoYaml(text, document.errors)}` };
      try {
        const value: unknown = document.toJS({ maxAliasCount: maxAliases });
        const problem = whyNoTree(value, text);
        if (problem) return { documents, problem };
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

/** Trees deeper than this are not read: no object of Kubernetes is. */
const deepest = 500;

/** Whether so many brackets or dashes stand open that the parser would be lost in them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length && depth <= deepest; i++) {
    const c = text.charCodeAt(i) | 0x20;
    if (c === 0x7b) depth++;
    else if (c === 0x7d && depth > 0) depth--;
  }
  return depth > deepest || /(?:[-?:] ){500}/.test(text);
}

/** Whether a value ends everywhere: an alias may stand within its own anchor. */
function whyNoTree(value: unknown, text: string): string | undefined {
  const open: { readonly value: unknown; readonly above: readonly unknown[] }[] = [{ value, above: [] }];
  for (let one = open.pop(); one; one = open.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue;
    if (one.above.includes(one.value))
      return `error converting YAML to JSON: yaml: anchor '${/\*([^\s,\]}]+)/.exec(text)?.[1] ?? ''}' value contains itself`;
    if (one.above.length >= deepest)
      return `error converting YAML to JSON: yaml: nested deeper than ${deepest}`;
    const below = Object.values(one.value).filter((each) => typeof each === 'object' && each !== null);
    if (below.length > 0) {
      const above = [...one.above, one.value];
      for (const each of below) open.push({ value: each, above });
    }
  }
  return undefined;
}

function whyNoValue(thrown: unknown): string {
  const [, anchor] =
    /Unresolved alias \([^)]*\): (.*)$/.exec(thrown instanceof Error ? thrown.message : '') ?? [];
  return anchor === undefined
    ? 'document contains excessive aliasing'
    : `unknown anchor '${anchor}' referenced`;
}
