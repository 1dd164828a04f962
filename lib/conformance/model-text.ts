import { hash53 } from '../cluster/journal-hash';

/** A part of MODEL.md: a kind, or one of the parts that are about no kind. */
export interface ModelSection {
  readonly title: string;
  /** Paragraphs and lists in their order; a paragraph begins with what it is about where it says so. */
  readonly blocks: readonly ModelBlock[];
}
export type ModelBlock =
  | { readonly form: 'paragraph'; readonly about?: 'modelled' | 'leftOut'; readonly text: string }
  | { readonly form: 'list'; readonly items: readonly string[] };

/** A part of MODEL.md as it is written: what stands before the first section, or one section. */
export interface ModelPart {
  readonly title: string;
  readonly text: string;
  /** In a translation: the hash of the English text that it was written from, `<!-- en: HASH -->` below the heading. */
  readonly writtenFrom?: string;
}

const leads = {
  modelled: /^(Modelled: |模拟了：)/,
  leftOut: /^(Left out(?:, so far)?: |没有模拟：)/,
} as const;
const source = /<!-- en: (\S+) -->\n*/;

function blockOf(text: string): ModelBlock {
  if (text.startsWith('- '))
    return {
      form: 'list',
      items: text.split(/\n- /).map((item) => item.replace(/^- /, '').replace(/\n\s*/g, ' ')),
    };
  const line = text.replace(/\n\s*/g, ' ');
  for (const about of ['modelled', 'leftOut'] as const) {
    const rest = line.replace(leads[about], '');
    if (rest !== line) return { form: 'paragraph', about, text: rest };
  }
  return { form: 'paragraph', text: line };
}

const blocksOf = (text: string): readonly ModelBlock[] =>
  text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map(blockOf);

function partOf(part: string): ModelPart {
  const [heading = '', ...lines] = part.split('\n');
  const text = lines.join('\n');
  const [, writtenFrom] = source.exec(text) ?? [];
  return {
    title: heading.trim(),
    text: text.replace(source, '').trim(),
    ...(writtenFrom && { writtenFrom }),
  };
}

/** MODEL.md in its parts: first what stands before the first section, then the sections in their order. */
export const modelParts = (markdown: string): readonly ModelPart[] =>
  markdown
    .replace(/\r/g, '')
    .split(/^#{1,2} /m)
    .slice(1)
    .map(partOf);

/** The hash of a part's text, the same however its lines are broken. */
export const hashOfPart = ({ text }: ModelPart): string => hash53(text.replace(/\s+/g, ' '));

/** The sections of MODEL.md in their order, and what stands before the first. */
export function modelSections(markdown: string): {
  readonly lead: readonly ModelBlock[];
  readonly sections: readonly ModelSection[];
} {
  const [head, ...parts] = modelParts(markdown);
  const sections = parts.map(({ title, text }) => ({ title, blocks: blocksOf(text) }));
  return { lead: blocksOf(head?.text ?? ''), sections };
}
