import type { Locale } from '../text';

/**
 * A lesson's text as a component, and its frontmatter as `meta`. The slug must be one of a written lesson: the path is
 * made from it. Needs the bundler that compiles MDX.
 */
export const lessonText = (slug: string, locale: Locale): Promise<typeof import('*.mdx')> =>
  import(`@/content/${slug}/${locale}.mdx`);
