import { compile } from '@mdx-js/mdx';
import { describe, expect, it } from 'vitest';
import { mdxOptions } from '../../lib/course/mdx/plugins.mjs';

type Listed = string | [string, unknown];

const load = (plugins: Listed[]) =>
  Promise.all(
    plugins.map(async (plugin) => {
      const [name, options] = typeof plugin === 'string' ? [plugin, undefined] : plugin;
      return [(await import(/* @vite-ignore */ name)).default, options] as [never, unknown];
    }),
  );

async function compiled(value: string) {
  const { remarkPlugins, rehypePlugins } = mdxOptions as Record<'remarkPlugins' | 'rehypePlugins', Listed[]>;
  const file = { value, path: 'content/some-lesson/en.mdx' };
  return String(
    await compile(file, {
      remarkPlugins: await load(remarkPlugins),
      rehypePlugins: await load(rehypePlugins),
    }),
  );
}

const lesson = (sections: string, text: string) =>
  `---\ntitle: A lesson\nsections: ${sections}\n---\n\n${text}`;

describe("A lesson's text", () => {
  it('gives each h2 and what follows it the id at its place in the list', async () => {
    const code = await compiled(
      lesson('[first, second]', 'Lead\n\n## One\n\nText\n\n### Deeper\n\n## Two\n\nMore\n'),
    );
    expect([...code.matchAll(/id: "([^"]+)"/g)].map(([, id]) => id)).toEqual(['first', 'second']);
    expect(code.indexOf('Lead')).toBeLessThan(code.indexOf('_components.section, {'));
    expect(code).toContain('export const meta = {\n  "title": "A lesson"');
  });

  it.each([
    ['[first]', '## One\n\n## Two\n', '2 h2 headings, but frontmatter "sections" lists 1 ids'],
    ['[first, second]', '## One\n', '1 h2 headings, but frontmatter "sections" lists 2 ids'],
    ['[first, first]', '## One\n\n## Two\n', 'names "first" twice'],
    ['First', '## One\n', 'must be a list of ids in kebab-case'],
  ])('with sections %s does not compile over %j', async (sections, text, rule) => {
    await expect(compiled(lesson(sections, text))).rejects.toThrow(`content/some-lesson/en.mdx: `);
    await expect(compiled(lesson(sections, text))).rejects.toThrow(rule);
  });

  it('keeps a flag, a number with its unit and short code in one piece, in lessons and around their code', async () => {
    const code = await compiled(
      'With --iface, after 30 s, `a: b` and `a-much-longer-piece-of-code`.\n\n```sh\nls\n```\n',
    );
    const whole = /className: "identity",\s*children: "([^"]+)"/g;
    expect([...code.matchAll(whole)].map(([, text]) => text)).toEqual(['--iface', '30 s', 'a: b']);
  });

  it.each([
    ['matchExpressions', ['match', 'Expressions']],
    ['web-1.web.default.svc', ['web-1.', 'web.', 'default.', 'svc']],
    ['replicas', ['replicas']],
  ])('lets the code `%s` in a table go on in the next line where its words meet', async (text, pieces) => {
    const code = await compiled(`| field |\n| --- |\n| \`${text}\` |\n`);
    const [, children = ''] = /_components\.td, \{\s*children: (.*?)\n {10}\}\)/s.exec(code) ?? [];
    expect([...children.matchAll(/"([^"]+)"/g)].map(([, piece]) => piece)).toEqual(pieces);
    expect(children.match(/_components\.wbr/g) ?? []).toHaveLength(pieces.length - 1);
    expect(children).not.toContain('identity');
  });

  it('keeps the text of a cell of other words, or of words and code', async () => {
    const code = await compiled('| field | |\n| --- | --- |\n| no | each, unless `a: true` |\n');
    expect([...code.matchAll(/"(no|each, unless |a: true)"/g)].map(([, text]) => text)).toEqual([
      'no',
      'each, unless ',
      'a: true',
    ]);
  });

  it('ends no line between the dashes of an option in code and its name', async () => {
    const code = await compiled('`kubectl scale rs/web --replicas=2`');
    const whole = /"kubectl scale rs\/web ", .*className: "identity",\s*children: "--replicas=2"/s;
    expect(code).toMatch(whole);
  });

  it('has code coloured by custom properties in yaml, sh and json, and plain text', async () => {
    const code = await compiled(
      '```yaml\nkind: Pod\n```\n\n```sh\nkubectl get pods\n```\n\n```json\n{"a": 1}\n```\n\n```\nplain\n```\n',
    );
    expect([...code.matchAll(/"data-language": "(\w+)"/g)].map(([, name]) => name)).toEqual([
      'yaml',
      'sh',
      'json',
      'text',
    ]);
    expect(code).toContain('var(--code-token-');
    expect(code).not.toMatch(/#[0-9a-f]{6}/i);
  });

  it('does not compile with code in another language', async () => {
    await expect(compiled('```go\nx\n```\n')).rejects.toThrow(
      'content/some-lesson/en.mdx: no highlighting for code block "go"',
    );
  });
});
