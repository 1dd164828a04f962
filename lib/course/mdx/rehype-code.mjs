import path from 'node:path';
import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

const PLAIN = ['text', 'txt', 'plain', 'plaintext'];

/** Colours are custom properties (`--code-foreground`, `--code-token-string`, …): one mark-up for both themes. */
const ink = createCssVariablesTheme({ name: 'ink', variablePrefix: '--code-', fontStyle: true });

const highlighter = createHighlighterCore({
  themes: [ink],
  langs: [import('@shikijs/langs/yaml'), import('@shikijs/langs/shellscript'), import('@shikijs/langs/json')],
  engine: createJavaScriptRegexEngine(),
});

const languageOf = (node) =>
  node.properties?.className
    ?.map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length);

function checkLanguages(node, known, name) {
  const language = node.tagName === 'code' ? languageOf(node) : undefined;
  if (language !== undefined && !known.has(language)) {
    throw new Error(`${name}: no highlighting for code block "${language}"; use yaml, sh, json or text`);
  }
  for (const child of node.children ?? []) checkLanguages(child, known, name);
}

/**
 * Highlights fenced code in yaml, sh (bash, shell) and json while the lesson compiles; `text` stays plain.
 * Another language is a build error that names the file. Each `pre` carries `data-language`.
 */
export default function rehypeCode() {
  let highlight;
  return async (tree, file) => {
    const core = await highlighter;
    checkLanguages(
      tree,
      new Set([...core.getLoadedLanguages(), ...PLAIN]),
      file.path ? path.relative(process.cwd(), file.path) : 'MDX',
    );
    highlight ??= rehypeShikiFromHighlighter.call(this, core, {
      theme: 'ink',
      defaultLanguage: 'text',
      fallbackLanguage: 'text',
      transformers: [
        {
          name: 'language',
          pre(node) {
            node.properties['data-language'] = this.options.lang;
          },
        },
      ],
    });
    return highlight(tree, file);
  };
}
