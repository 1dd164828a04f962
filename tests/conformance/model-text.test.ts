import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '@/lib/cluster/kinds';
import { hashOfPart, type ModelBlock, modelParts, modelSections } from '@/lib/conformance/model-text';

const read = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../lib/cluster', file), 'utf8');

describe('a text of the model', () => {
  const text = `# What is modelled
<!-- en: 00000000000001 -->

For teachers.

## Pod
<!-- en: 00000000000002 -->

Modelled: phases
and conditions. Left out: nothing.

A paragraph of its own: it says so.

Left out: logs;
  probes.

Left out, so far: hooks.

## The machines

- \`pod\`: one
  for each Pod.
- \`probe\`: one for each probe.
`;

  it('is read in sections of paragraphs and lists, each in one line', () => {
    expect(modelSections(text)).toEqual({
      lead: [{ form: 'paragraph', text: 'For teachers.' }],
      sections: [
        {
          title: 'Pod',
          blocks: [
            { form: 'paragraph', about: 'modelled', text: 'phases and conditions. Left out: nothing.' },
            { form: 'paragraph', text: 'A paragraph of its own: it says so.' },
            { form: 'paragraph', about: 'leftOut', text: 'logs; probes.' },
            { form: 'paragraph', about: 'leftOut', text: 'hooks.' },
          ],
        },
        {
          title: 'The machines',
          blocks: [{ form: 'list', items: ['`pod`: one for each Pod.', '`probe`: one for each probe.'] }],
        },
      ],
    });
  });

  it('says in a comment from which text it was written', () => {
    expect(modelParts(text).map(({ title, writtenFrom }) => [title, writtenFrom])).toEqual([
      ['What is modelled', '00000000000001'],
      ['Pod', '00000000000002'],
      ['The machines', undefined],
    ]);
  });

  it('begins its paragraphs in Chinese with the Chinese words', () => {
    const [section] = modelSections('# 模型\n\n## Pod\n\n模拟了：阶段。\n\n没有模拟：日志。\n').sections;
    expect(section?.blocks).toEqual([
      { form: 'paragraph', about: 'modelled', text: '阶段。' },
      { form: 'paragraph', about: 'leftOut', text: '日志。' },
    ]);
  });

  it('has the hash of its words, not of its lines', () => {
    const hash = (words: string) => hashOfPart({ title: 'Pod', text: words });
    expect(hash('phases and\nconditions')).toBe(hash('phases  and conditions'));
    expect(hash('phases and conditions')).not.toBe(hash('phases and condition'));
  });
});

describe('MODEL.zh.md', () => {
  const [english, chinese] = [read('MODEL.md'), read('MODEL.zh.md')];
  const [parts, translated] = [modelParts(english), modelParts(chinese)];

  it('has the sections of MODEL.md in their order; a kind keeps its name', () => {
    expect(translated).toHaveLength(parts.length);
    const known = (titles: readonly { readonly title: string }[]) =>
      titles.map(({ title }) => (kinds.has(title) ? title : 'not a kind'));
    expect(known(translated)).toEqual(known(parts));
  });

  it.each(parts.map((part, at) => [part.title, part, translated[at]] as const))(
    'is written from what MODEL.md says now of: %s',
    (title, part, chinesePart) => {
      const hash = hashOfPart(part);
      const message = `MODEL.md says something else of "${title}" than when it was translated. Write the section "${chinesePart?.title}" of MODEL.zh.md anew, then put <!-- en: ${hash} --> below its heading.`;
      expect(chinesePart?.writtenFrom, message).toBe(hash);
    },
  );

  const shapeOf = (block: ModelBlock) =>
    block.form === 'list' ? `list of ${block.items.length}` : (block.about ?? 'paragraph');
  const [sections, chineseSections] = [modelSections(english).sections, modelSections(chinese).sections];

  it.each(sections.map((section, at) => [section.title, section, chineseSections[at]] as const))(
    'has the paragraphs of MODEL.md, about the same: %s',
    (_title, section, chineseSection) => {
      expect(chineseSection?.blocks.map(shapeOf)).toEqual(section.blocks.map(shapeOf));
    },
  );

  it('names the same machines in the same order', () => {
    const machines = (text: string) => text.match(/^- `[a-z-]+`/gm);
    expect(machines(chinese)).toEqual(machines(english));
  });

  it.each(parts.map((part, at) => [part.title, part, translated[at]] as const))(
    'keeps every piece of code: %s',
    (_title, part, chinesePart) => {
      const code = (text: string) => [...new Set(text.match(/`[^`]+`/g))];
      const [kept, own] = [code(chinesePart?.text ?? ''), code(part.text)];
      expect(own.filter((piece) => !kept.includes(piece))).toEqual([]);
    },
  );

  it('breaks no line within a paragraph, where a break would become a blank between two characters', () => {
    for (const { text } of translated) expect(text).not.toMatch(/[^\n]\n(?!\n|- )[^\n]/);
  });
});
