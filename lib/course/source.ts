import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Locale } from '../text';

const codeBlock = /^(`{3,})[\s\S]*?^\1/gm;

/** A lesson's MDX as it is written. The slug must be one of a written lesson. */
export const sourceOf = (slug: string, locale: Locale): string =>
  readFileSync(path.join(process.cwd(), 'content', slug, `${locale}.mdx`), 'utf8');

/** MDX without its code blocks. */
export const withoutCode = (mdx: string): string => mdx.replace(codeBlock, '');

export interface Parts {
  readonly meta: Readonly<Record<string, unknown>>;
  /** The sections in their order, each with its heading of the second level; what stands before the first is none. */
  readonly sections: readonly string[];
}

/** The frontmatter and the sections of a lesson's MDX. */
export function partsOf(source: string): Parts {
  const [, frontmatter = '', mdx = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  // A line of code that begins with two hashes is no heading.
  const guarded = mdx.replace(codeBlock, (block) => block.replace(/^## /gm, '\\## '));
  const sections = guarded.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  return { meta: parse(frontmatter) ?? {}, sections };
}
