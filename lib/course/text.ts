import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../text';

/** The words of a lesson's h2 headings, in order, without Markdown's marks. The slug must be one of a written lesson. */
export function sectionTitles(slug: string, locale: Locale): readonly string[] {
  const source = readFileSync(path.join(process.cwd(), 'content', slug, `${locale}.mdx`), 'utf8');
  const withoutCode = source.replace(/^(`{3,})[\s\S]*?^\1/gm, '');
  return [...withoutCode.matchAll(/^## +(.+)$/gm)].map(([, title = '']) =>
    title.replace(/[`*_]/g, '').trim(),
  );
}
