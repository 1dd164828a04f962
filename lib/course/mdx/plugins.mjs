import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A plugin of this folder as Turbopack takes it: an absolute path and options that are plain data. The
 * bundler's cache does not follow the file behind the path, so its hash goes along as an option.
 */
function local(name) {
  const file = path.join(import.meta.dirname, name);
  return [file, { revision: createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16) }];
}

/** How a lesson's text becomes a component. Frontmatter arrives as its export `meta`. */
export const mdxOptions = {
  remarkPlugins: ['remark-gfm', 'remark-frontmatter', ['remark-mdx-frontmatter', { name: 'meta' }]],
  rehypePlugins: [local('rehype-sections.mjs'), local('rehype-identities.mjs'), local('rehype-code.mjs')],
};
