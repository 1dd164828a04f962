import type { Locale } from '../text';
import { sourceOf, withoutCode } from './source';

/** The words of a lesson's h2 headings, in order, without Markdown's marks. The slug must be one of a written lesson. */
export function sectionTitles(slug: string, locale: Locale): readonly string[] {
  return [...withoutCode(sourceOf(slug, locale)).matchAll(/^## +(.+)$/gm)].map(([, title = '']) =>
    title.replace(/[`*_]/g, '').trim(),
  );
}
