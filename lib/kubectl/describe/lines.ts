import type { Labels, Toleration } from '../../cluster/objects';

/** Lines of `describe` before they are aligned: a tab ends a cell. Source: kubectl pkg/describe PrefixWriter. */

/** Two blanks for each level. */
export const level = (n: number, line: string): string => `${'  '.repeat(n)}${line}`;

/** A title and its values, one below the other. */
export const titled = (title: string, values: readonly string[], indent = ''): string[] =>
  values.length === 0
    ? [`${indent}${title}:\t<none>`]
    : values.map((value, i) => (i === 0 ? `${indent}${title}:\t${value}` : `${indent}\t${value}`));

const byKey = (labels: Labels | undefined): [string, string][] =>
  Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

/** Source: printLabelsMultiline. */
export const labelLines = (title: string, labels: Labels | undefined, indent = ''): string[] =>
  titled(
    title,
    byKey(labels).map(([key, value]) => `${key}=${value}`),
    indent,
  );

/** Annotations that `describe` leaves out. */
const skipped = new Set(['kubectl.kubernetes.io/last-applied-configuration']);
/** Longer annotations begin a line of their own. */
const longest = 140;

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}...` : text;

/** Source: printAnnotationsMultiline. */
export const annotationLines = (title: string, annotations: Labels | undefined): string[] =>
  titled(
    title,
    byKey(annotations)
      .filter(([key]) => !skipped.has(key))
      .flatMap(([key, text]) => {
        const value = text.replace(/\n$/, '');
        if (value.length + key.length + 2 <= longest && !value.includes('\n')) return [`${key}: ${value}`];
        return [`${key}:`, ...value.split('\n').map((line) => `  ${shortened(line, longest - 2)}`)];
      }),
  );

/** Source: printTolerationsMultilineWithIndent. */
export const tolerationLines = (
  title: string,
  tolerations: readonly Toleration[] | undefined,
  indent = '',
): string[] =>
  titled(
    title,
    [...(tolerations ?? [])]
      .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : (a.key ?? '') > (b.key ?? '') ? 1 : 0))
      .map(tolerationText),
    indent,
  );

function tolerationText({ key = '', value, effect, operator, tolerationSeconds }: Toleration): string {
  const what = `${key}${value ? `=${value}` : ''}${effect ? `:${effect}` : ''}`;
  const exists = operator === 'Exists' && !value ? (what ? ' op=Exists' : 'op=Exists') : '';
  return `${what}${exists}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`;
}
