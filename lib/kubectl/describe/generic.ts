import { describerOf } from './describer';
import type { Page } from './page';
import { goText } from './values';
import { labelled, named } from './workloads';

/** Fields that are not shown, or have been before the others. */
const skipped = new Set([
  '.metadata.managedFields',
  '.metadata.name',
  '.metadata.namespace',
  '.metadata.labels',
  '.metadata.annotations',
]);

const acronyms = new Set(['API', 'URL', 'UID', 'GUID']);

/** `resourceVersion` as resource, Version; of several capitals the last belongs to what follows. Source: camelcase.Split. */
const wordsOf = (name: string): string[] =>
  name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}\p{Ll}+|\p{Ll}+|[^\p{Lu}\p{Ll}]+/gu) ?? [];

/** `apiVersion` as `API Version`. Source: pkg/describe smartLabelFor (v1.37). */
export function labelFor(field: string): string {
  if (/[^\p{L}-]/u.test(field)) return field;
  const words = wordsOf(field);
  const merged: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [word = '', next = ''] = [words[i], words[i + 1]];
    const isMerged = word.length >= 2 && !/\p{Ll}/u.test(word) && /^\p{Lu}/u.test(next);
    merged.push(isMerged ? word + next : word);
    if (isMerged) i++;
  }
  return merged
    .map((word) => {
      if (acronyms.has(word.toUpperCase())) return word.toUpperCase();
      return word.toLowerCase() === word ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    })
    .join(' ');
}

/** Deeper than this nothing is shown. */
const deepest = 200;

/** Source: printUnstructuredContent. */
function content(page: Page, level: number, fields: object, path: string): void {
  if (level > deepest) return;
  for (const [field, value] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = `${path}.${field}`;
    if (skipped.has(at) || value === undefined) continue;
    if (typeof value !== 'object' || value === null) {
      page.field(level, labelFor(field), goText(value));
      continue;
    }
    page.write(level, `${labelFor(field)}:\n`);
    if (!Array.isArray(value)) content(page, level + 1, value, at);
    else
      for (const one of value)
        if (typeof one === 'object' && one !== null && !Array.isArray(one)) content(page, level + 1, one, at);
        else page.write(level + 1, `${goText(one)}\n`);
  }
}

/** An object of a kind without a describer of its own: its fields in the order of the alphabet. Models genericDescriber. */
export const generic = describerOf((page, object) => {
  named(page, object);
  labelled(page, object);
  content(page, 0, object, '');
});
