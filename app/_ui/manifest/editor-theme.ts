import { EditorView } from '@codemirror/view';

/** The editor in the page's own tokens, which reach into its shadow root. */
export const editorTheme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--sunk)',
    font: 'var(--editor-font)',
    fontVariantLigatures: 'none',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 14px 0 10px' },
  '.cm-gutters': { backgroundColor: 'var(--sunk)', color: 'var(--ink3)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: '40px',
    padding: '0 6px 0 14px',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--rule) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '& ::selection': { backgroundColor: 'color-mix(in srgb, var(--edge) 40%, transparent)' },
  '.cm-gutterElement.refused': { color: 'var(--plate)', backgroundColor: 'var(--ink)', fontWeight: '700' },
  '.cm-gutterElement.refused::before': { content: '"×"', float: 'left', marginLeft: '-9px' },
  // Room around a block is padding: the line numbers do not see its margins.
  '.refusal': { padding: '2px 14px 6px 10px' },
  '.refusal > div': {
    padding: '4px 10px',
    borderLeft: '3px solid var(--ink)',
    backgroundColor: 'var(--plate)',
    color: 'var(--ink)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxWidth: 'calc(100cqi - 76px)',
  },
  '.key': { fontWeight: '600' },
  '.text': { color: 'var(--ink2)' },
  '.value': { color: 'var(--ink)' },
  '.note': { color: 'var(--ink3)' },
  '.sign': { color: 'var(--ink3)' },
});
