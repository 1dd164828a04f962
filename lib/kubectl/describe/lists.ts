import type { Labels, Taint, Toleration, TopologySpreadConstraint } from '../../cluster/objects';
import { lastAppliedAnnotation } from '../last-applied';
import { formatSelector } from '../printers/columns-workloads';
import type { Page } from './page';
import { sortedPairs } from './values';

/** Values of which there may be several, each in a line of its own below the first. */

/** Source: pkg/describe printLabelsMultilineWithIndent and its kin (v1.37). */
export function multiline(page: Page, title: string, lines: readonly string[], indent = '', level = 0): void {
  page.write(level, `${indent}${title}:\t`);
  if (lines.length === 0) page.end('<none>');
  for (const [i, line] of lines.entries()) {
    if (i > 0) {
      page.write(level, indent);
      page.write(level, '\t');
    }
    page.write(0, `${line}\n`);
  }
}

export const labels = (page: Page, title: string, all: Labels | undefined, indent = ''): void =>
  multiline(
    page,
    title,
    sortedPairs(all).map(([key, value]) => `${key}=${value}`),
    indent,
  );

/** Longer ones go to lines of their own. */
const longestAnnotation = 140;

const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)}...` : text;

/** Without what apply notes. Source: printAnnotationsMultiline. */
export function annotations(page: Page, title: string, all: Labels | undefined): void {
  const shown = sortedPairs(all).filter(([key]) => key !== lastAppliedAnnotation);
  page.write(0, `${title}:\t`);
  if (shown.length === 0) page.end('<none>');
  for (const [i, [key, typed]] of shown.entries()) {
    if (i > 0) page.write(0, '\t');
    const value = typed.replace(/\n$/, '');
    if (value.length + key.length + 2 <= longestAnnotation && !value.includes('\n')) {
      page.write(0, `${key}: ${value}\n`);
      continue;
    }
    page.write(0, `${key}:\n`);
    for (const line of value.split('\n')) page.write(0, `\t  ${shortened(line, longestAnnotation - 2)}\n`);
  }
}

const tolerationText = ({ key = '', value = '', effect = '', ...rest }: Toleration): string => {
  const what = `${key}${value && `=${value}`}${effect && `:${effect}`}`;
  const all = rest.operator === 'Exists' && value === '' ? `${what && `${what} `}op=Exists` : what;
  return rest.tolerationSeconds === undefined ? all : `${all} for ${rest.tolerationSeconds}s`;
};

/** Source: printTolerationsMultilineWithIndent. */
export function tolerations(page: Page, title: string, all: readonly Toleration[] | undefined): void {
  const sorted = [...(all ?? [])].sort((a, b) =>
    (a.key ?? '') < (b.key ?? '') ? -1 : (a.key ?? '') > (b.key ?? '') ? 1 : 0,
  );
  multiline(page, title, sorted.map(tolerationText));
}

/** Source: Taint.ToString. */
const taintText = ({ key, value, effect }: Taint): string => `${key}${value ? `=${value}` : ''}:${effect}`;

/** By effect, then by key. Source: printTaintsMultilineWithIndent. */
export function taints(page: Page, title: string, all: readonly Taint[] | undefined): void {
  const sortKey = ({ effect, key }: Taint) => `${effect},${key}`;
  const sorted = [...(all ?? [])].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  multiline(page, title, sorted.map(taintText));
}

/** Source: describeTopologySpreadConstraints. */
export function spreadConstraints(
  page: Page,
  all: readonly TopologySpreadConstraint[] | undefined,
  indent = '',
): void {
  const sorted = [...(all ?? [])].sort((a, b) =>
    a.topologyKey < b.topologyKey ? -1 : a.topologyKey > b.topologyKey ? 1 : 0,
  );
  if (sorted.length === 0) return;
  const lines = sorted.map(
    ({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }) =>
      `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded${labelSelector ? ` for selector ${formatSelector(labelSelector)}` : ''}`,
  );
  multiline(page, 'Topology Spread Constraints', lines, indent);
}
