import { isSame } from '../cluster/api/merge';
import type { KubeObject } from '../cluster/objects';
import { documentsOf } from './yaml/documents';

/** The text that `kubectl edit` hands to an editor, and what comes back. Models kubectl pkg/cmd/util/editor editoptions.go (v1.37). */

const header = [
  "# Please edit the object below. Lines beginning with a '#' will be ignored,",
  '# and an empty file will abort the edit. If an error occurs while saving this file will be',
  '# reopened with the relevant failures.',
  '#',
];

/** Why a file must be edited again. */
export interface Reason {
  readonly head: string;
  readonly others: readonly string[];
}

const hashed = (text: string): string => text.replace(/\n(?=[^#])/g, '\n# ');

export const headerLines = (reasons: readonly Reason[]): string[] => [
  ...header,
  ...reasons.flatMap(({ head, others }) => [
    `# ${hashed(head)}${others.length > 0 ? ':' : ''}`,
    ...others.map((other) => `# * ${hashed(other)}`),
    '#',
  ]),
];

/** Source: kubectl pkg/cmd/util ManualStrip. */
export const withoutComments = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n');

export interface Parsed {
  readonly documents: readonly unknown[];
  readonly problem?: string;
}

export function parsed(text: string): Parsed {
  const { documents, problem } = documentsOf(text);
  if (problem === undefined) return { documents };
  return { documents, problem: problem.replace(/^error converting YAML to JSON: /, '') };
}

/** What is wrong with an edited text before it is compared. Source: kubectl pkg/validation, parse and getObjectKind. */
export function invalid({ documents, problem }: Parsed): string | undefined {
  if (problem !== undefined) return problem;
  const [document] = documents;
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return 'invalid object to validate';
  const { apiVersion, kind } = document as Record<string, unknown>;
  const problems = Object.entries({ apiVersion, kind }).flatMap(([field, value]) =>
    value === undefined || value === null
      ? [`${field} not set`]
      : typeof value === 'string'
        ? []
        : [`${field} isn't string type`],
  );
  if (problems.length > 1) return `[${problems.join(', ')}]`;
  return problems[0];
}

/** The objects of an edited text; a List is its items. */
export function objectsOf({ documents }: Parsed): KubeObject[] {
  return documents.flatMap((document) => {
    const { kind, items } = (document ?? {}) as Record<string, unknown>;
    return (kind === 'List' && Array.isArray(items) ? items : [document]) as KubeObject[];
  });
}

/** Whether two texts say the same, whatever their comments are. Source: StripComments. */
export function isSameText(a: string, b: string): boolean {
  const [x, y] = [parsed(a), parsed(b)];
  if (x.problem !== undefined || y.problem !== undefined) return withoutComments(a) === withoutComments(b);
  return isSame(x.documents[0] ?? null, y.documents[0] ?? null);
}
