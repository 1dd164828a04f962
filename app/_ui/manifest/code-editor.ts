import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { EditorSelection, EditorState, type Extension, type StateCommand } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { TextRefusal } from '@/lib/lab/view';
import { editorTheme } from './editor-theme';
import { nextRefusal, refusalMarks, showRefusals } from './refusal-marks';
import { changeTo } from './text-change';
import { indentAfter, inkOf } from './yaml-ink';

export interface CodeEditorOptions {
  readonly text: string;
  readonly label: string;
  readonly refusals: readonly TextRefusal[];
  readonly refusalText: (refusal: TextRefusal) => string;
  readonly onText: (text: string) => void;
  readonly onApply: (text: string) => void;
  readonly onLeave: () => void;
  /** Whether Tab indents, each time that Ctrl-M changes it. */
  readonly onTabIndents: (indents: boolean) => void;
}

export interface CodeEditor {
  readonly setText: (text: string) => void;
  readonly show: (refusals: readonly TextRefusal[]) => void;
  /** To the next refusal or the one before. */
  readonly go: (by: 1 | -1) => void;
  readonly focus: () => void;
  readonly close: () => void;
}

/** Lines that are inked; what lies behind them is plain. */
const mostInked = 3_000;

/**
 * CodeMirror in a box of its own. It stands in a shadow root, where its styles are constructed sheets: the page's policy
 * forbids style elements.
 */
export function openCodeEditor(host: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const described = document.createElement('div');
  described.id = 'refusals';
  described.hidden = true;
  root.append(described);
  const describe = (refusals: readonly TextRefusal[]) => {
    described.textContent = refusals.map(options.refusalText).join(' ');
  };
  const stay = (event: KeyboardEvent) => event.stopPropagation();
  host.addEventListener('keydown', stay);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: options.text, extensions: extensionsOf(options, (by) => go(by)) }),
  });
  function go(by: 1 | -1) {
    const next = nextRefusal(view.state, view.state.selection.main.head, by);
    if (next === undefined) return;
    view.dispatch({
      selection: { anchor: next.at },
      effects: EditorView.scrollIntoView(next.at, { y: 'center' }),
    });
    view.focus();
  }
  const show = (refusals: readonly TextRefusal[]) => {
    describe(refusals);
    view.dispatch({ effects: showRefusals.of(refusals) });
  };
  show(options.refusals);
  return {
    show,
    go,
    setText: (text) => {
      const changes = changeTo(view.state.doc.toString(), text);
      if (changes) view.dispatch({ changes, selection: { anchor: changes.from }, scrollIntoView: true });
    },
    focus: () => view.focus(),
    close: () => {
      view.destroy();
      described.remove();
      host.removeEventListener('keydown', stay);
    },
  };
}

function extensionsOf(options: CodeEditorOptions, go: (by: 1 | -1) => void): Extension {
  let tabIndents = false;
  const done = (act: () => void) => () => {
    act();
    return true;
  };
  const apply = ({ state }: EditorView) => {
    options.onApply(state.doc.toString());
    return true;
  };
  return [
    keymap.of([
      { key: 'Mod-Enter', run: apply },
      { key: 'Ctrl-Enter', run: apply },
      { key: 'Escape', run: done(options.onLeave) },
      { key: 'F8', run: done(() => go(1)), shift: done(() => go(-1)) },
      {
        key: 'Ctrl-m',
        run: done(() => {
          tabIndents = !tabIndents;
          options.onTabIndents(tabIndents);
        }),
      },
      {
        key: 'Tab',
        run: (view) => tabIndents && indentMore(view),
        shift: (view) => tabIndents && indentLess(view),
      },
      { key: 'Enter', run: newLine },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    EditorState.tabSize.of(2),
    EditorState.languageData.of(() => [{ commentTokens: { line: '#' } }]),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      'aria-describedby': 'refusals',
      tabindex: '0',
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onText(update.state.doc.toString());
    }),
    inks,
    refusalMarks,
    editorTheme,
  ];
}

const marks = Object.fromEntries(
  ['key', 'text', 'value', 'note', 'sign'].map((ink) => [ink, Decoration.mark({ class: ink })]),
);

const inks = EditorView.decorations.compute(['doc'], (state): DecorationSet => {
  const { doc } = state;
  const lines = Array.from({ length: Math.min(doc.lines, mostInked) }, (_, at) => doc.line(at + 1));
  const ranges = inkOf(lines.map(({ text }) => text)).flatMap((inked, at) =>
    inked
      .filter(({ from, to }) => to > from)
      .map(({ from, to, ink }) => {
        const start = lines[at]?.from ?? 0;
        return (marks[ink] as Decoration).range(start + from, start + to);
      }),
  );
  return Decoration.set(ranges, true);
});

/** A new line stands where the one before has its content. */
const newLine: StateCommand = ({ state, dispatch }) => {
  const change = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from);
    const insert = `\n${' '.repeat(indentAfter(line.text.slice(0, range.from - line.from)))}`;
    return {
      changes: { from: range.from, to: range.to, insert },
      range: EditorSelection.cursor(range.from + insert.length),
    };
  });
  dispatch(state.update(change, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};
