/** A text of a lesson without its marks: what is read, and apart from it the code blocks. */
export interface PlainText {
  readonly text: string;
  readonly code: string;
}

const fence = /^(`{3,})[^\n]*\n([\s\S]*?)^\1[^\n]*$/gm;

/** Words alone, of Markdown with a lesson's components: those that have words inside give them, a definition stays behind its word. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(/<Term word="([^"]+)">[\s\S]*?<\/Term>/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]*>/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^\|(?:\s*:?-+:?\s*\|)+\s*$/gm, '')
    .replace(/^\||\|\s*$/gm, '')
    .replace(/\s*\|\s*/g, ' · ')
    .replace(/^\s*(?:[-*>]|\d+\.|#{1,6})\s+/gm, '')
    .replace(/\*\*?([^*\n]+)\*\*?/g, '$1')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A part of a lesson's MDX. */
export function plainText(mdx: string): PlainText {
  const code = [...mdx.matchAll(fence)].map(([, , inside = '']) => inside);
  return {
    text: wordsOf(mdx.replace(fence, '')),
    code: code.join(' ').replace(/\s+/g, ' ').trim(),
  };
}
