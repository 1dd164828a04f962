import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompileOptions, compile } from '@mdx-js/mdx';
import { parse } from 'yaml';
import { mdxOptions } from '@/lib/course/mdx/plugins.mjs';
import type { Locale } from '@/lib/text';

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly lang?: string;
  readonly meta?: string | null;
  readonly value?: string;
  readonly attributes?: readonly { readonly name: string; readonly value: unknown }[];
  readonly children?: readonly Node[];
}

export interface Component {
  readonly name: string;
  /** Attributes as written; an expression is its source. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The words between its tags. */
  readonly text: string;
}

export interface CodeBlock {
  readonly language: string;
  /** What stands behind the language: `scenario=reverted at=30` is `{ scenario: 'reverted', at: '30' }`, a word alone is `''`. */
  readonly meta: Readonly<Record<string, string>>;
  readonly source: string;
}

export interface LessonText {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly components: readonly Component[];
  readonly code: readonly CodeBlock[];
  /** What people read outside of code, without marks. */
  readonly prose: string;
  /** The prose in its order, with each word that is explained where it is. */
  readonly flow: readonly ({ readonly text: string } | { readonly term: string })[];
  /** Number of headings of the second level. */
  readonly headings: number;
}

type Pluggable = NonNullable<CompileOptions['remarkPlugins']>[number];
type Listed = string | readonly (string | object)[];

/** The plugins of the build, by their names as the bundler gets them. */
async function resolve(listed: readonly Listed[]): Promise<Pluggable[]> {
  return Promise.all(
    listed.map(async (one) => {
      const [name, ...options] = (typeof one === 'string' ? [one] : one) as readonly [string, ...object[]];
      const from = path.isAbsolute(name) ? pathToFileURL(name).href : name;
      return [(await import(from)).default, ...options];
    }),
  );
}

const walk = (node: Node, see: (node: Node) => void): void => {
  see(node);
  for (const child of node.children ?? []) walk(child, see);
};

const attributesOf = (node: Node): Record<string, string> =>
  Object.fromEntries(
    (node.attributes ?? []).map(({ name, value }) => [
      name,
      typeof value === 'string' ? value : ((value as { value?: string } | null)?.value ?? ''),
    ]),
  );

const wordsOf = (node: Node): string =>
  node.type === 'text' || node.type === 'inlineCode'
    ? (node.value ?? '')
    : (node.children ?? []).map(wordsOf).join('');

const metaOf = (meta: string | null | undefined): Record<string, string> =>
  Object.fromEntries(
    (meta ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => {
        const [name = '', value = ''] = word.split('=', 2);
        return [name, value];
      }),
  );

const readBefore = new Map<string, Promise<LessonText>>();

/** Compiles a lesson's text as the build does, and gives what stands in it. Throws where the build would fail. */
export function readLesson(slug: string, locale: Locale): Promise<LessonText> {
  const key = `${slug}/${locale}`;
  const lesson = readBefore.get(key) ?? compileLesson(slug, locale);
  readBefore.set(key, lesson);
  return lesson;
}

async function compileLesson(slug: string, locale: Locale): Promise<LessonText> {
  const file = path.join(process.cwd(), 'content', slug, `${locale}.mdx`);
  const source = readFileSync(file, 'utf8');
  let tree: Node = { type: 'root' };
  const keep = () => (root: Node) => {
    tree = root;
  };
  await compile(
    { value: source, path: file },
    {
      remarkPlugins: [...(await resolve(mdxOptions.remarkPlugins)), keep],
      rehypePlugins: await resolve(mdxOptions.rehypePlugins),
    },
  );
  const frontmatter = /^---\n([\s\S]*?)\n---\n/.exec(source)?.[1] ?? '';
  const text = {
    components: [] as Component[],
    code: [] as CodeBlock[],
    prose: [] as string[],
    flow: [] as LessonText['flow'][number][],
    headings: 0,
  };
  walk(tree, (node) => {
    if (node.type.startsWith('mdxJsx'))
      text.components.push({ name: node.name ?? '', attributes: attributesOf(node), text: wordsOf(node) });
    if (node.type === 'code')
      text.code.push({ language: node.lang ?? '', meta: metaOf(node.meta), source: node.value ?? '' });
    if (node.type === 'text') {
      text.prose.push(node.value ?? '');
      text.flow.push({ text: node.value ?? '' });
    }
    if (node.name === 'Term') text.flow.push({ term: attributesOf(node).word ?? '' });
    if (node.type === 'heading' && (node as { depth?: number }).depth === 2) text.headings += 1;
  });
  return { ...text, prose: text.prose.join(' '), meta: parse(frontmatter) };
}
