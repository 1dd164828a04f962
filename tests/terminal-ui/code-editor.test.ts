// @vitest-environment happy-dom
import { EditorSelection, EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { nextRefusal, placedRefusals, showRefusals } from '@/app/_ui/manifest/refusal-marks';
import { changeTo } from '@/app/_ui/manifest/text-change';

const text = 'kind: Pod\nmetadata:\n  name: Web\nspec: {}\n';
const refused = (lines: readonly number[]) =>
  EditorState.create({ doc: text, extensions: [placedRefusals] }).update({
    effects: showRefusals.of(lines.map((line) => ({ line, text: `at ${line}` }))),
  }).state;
const lineOf = (state: EditorState, at: number | undefined) => state.doc.lineAt(at ?? 0).number;

test('a refusal moves with its line as lines are put in above it', () => {
  const state = refused([3]);
  const edited = state.update({ changes: { from: 0, insert: '# a note\n' } }).state;
  expect(edited.field(placedRefusals).map(({ at }) => lineOf(edited, at))).toEqual([4]);
});

test('a refusal at a line that is not there stands at the last one', () => {
  const state = refused([99]);
  expect(lineOf(state, state.field(placedRefusals)[0]?.at)).toBe(state.doc.lines);
});

test('the next refusal and the one before go round the ends', () => {
  const state = refused([4, 1]).update({ selection: EditorSelection.cursor(0) }).state;
  const from = (line: number) => state.doc.line(line).from;
  expect(lineOf(state, nextRefusal(state, from(1), 1)?.at)).toBe(4);
  expect(lineOf(state, nextRefusal(state, from(4), 1)?.at)).toBe(1);
  expect(lineOf(state, nextRefusal(state, from(1), -1)?.at)).toBe(4);
  expect(nextRefusal(refused([]), 0, 1)).toBeUndefined();
});

test.each([
  ['kind: Pod', 'kind: Job'],
  ['a', 'a\n---\nb'],
  ['', 'kind: Pod'],
  ['aaa', 'aa'],
  ['aa', 'aaa'],
  ['abcabc', 'abc'],
])('the change from %j to %j makes the one of the other and touches no more than it must', (old, next) => {
  const change = changeTo(old, next) ?? { from: 0, to: 0, insert: '' };
  expect(old.slice(0, change.from) + change.insert + old.slice(change.to)).toBe(next);
  expect(Math.min(change.to - change.from, change.insert.length)).toBeLessThan(
    Math.max(1, Math.min(old.length, next.length)),
  );
});

test('a text that is put in after another one leaves its refusals where they are', () => {
  const state = refused([3]);
  const changes = changeTo(text, `${text}---\nkind: Job\n`);
  const edited = changes ? state.update({ changes }).state : state;
  expect(edited.field(placedRefusals).map(({ at }) => lineOf(edited, at))).toEqual([3]);
});
