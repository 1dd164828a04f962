import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutterLineClass,
  WidgetType,
} from '@codemirror/view';
import type { TextRefusal } from '@/lib/lab/view';

/** A refusal at a place of the text: it moves with its line as the text is edited. */
export interface Placed {
  readonly at: number;
  readonly text: string;
}

export const showRefusals = StateEffect.define<readonly TextRefusal[]>();

/** What the API server refused, each at the line that it names, until the text is applied again. */
export const placedRefusals = StateField.define<readonly Placed[]>({
  create: () => [],
  update(old, transaction) {
    const moved = transaction.docChanged
      ? old.map(({ at, text }) => ({ at: transaction.changes.mapPos(at, -1), text }))
      : old;
    const shown = transaction.effects.find((effect) => effect.is(showRefusals));
    if (shown === undefined) return moved;
    const { doc } = transaction.state;
    return (shown.value as readonly TextRefusal[]).map(({ line, text }) => ({
      at: doc.line(Math.min(Math.max(1, line), doc.lines)).from,
      text,
    }));
  },
});

class Words extends WidgetType {
  constructor(private readonly text: string) {
    super();
  }
  override eq(other: Words) {
    return other.text === this.text;
  }
  toDOM() {
    const box = document.createElement('div');
    box.className = 'refusal';
    box.ariaHidden = 'true';
    box.append(document.createElement('div'));
    if (box.firstChild) box.firstChild.textContent = this.text;
    return box;
  }
}

class Refused extends GutterMarker {
  override elementClass = 'refused';
}
const refused = new Refused();

/** In the order of the text; `of` says what stands at each line that has refusals. */
const atLines = (state: EditorState) =>
  [...state.field(placedRefusals)]
    .map(({ at, text }) => ({ line: state.doc.lineAt(Math.min(at, state.doc.length)), text }))
    .sort((a, b) => a.line.from - b.line.from);

const decorations = (state: EditorState): DecorationSet =>
  Decoration.set(
    atLines(state).flatMap(({ line, text }) => [
      Decoration.line({ class: 'refusedLine' }).range(line.from),
      Decoration.widget({ widget: new Words(text), block: true, side: 1 }).range(line.to),
    ]),
    true,
  );

const gutterMarks = (state: EditorState) =>
  RangeSet.of(
    [...new Set(atLines(state).map(({ line }) => line.from))].map((from) => refused.range(from)),
    true,
  );

/** Marks in the gutter and words below the line, for each refusal. */
export const refusalMarks: Extension = [
  placedRefusals,
  EditorView.decorations.compute(['doc', placedRefusals], decorations),
  gutterLineClass.compute(['doc', placedRefusals], gutterMarks),
];

/** The next refusal after a place (`by` 1) or the one before it; round the end. */
export function nextRefusal(state: EditorState, from: number, by: 1 | -1): Placed | undefined {
  const all = [...state.field(placedRefusals)].sort((a, b) => a.at - b.at);
  const line = state.doc.lineAt(from).from;
  return by === 1
    ? (all.find(({ at }) => at > line) ?? all[0])
    : (all.findLast(({ at }) => at < line) ?? all.at(-1));
}
