import { expect, test } from 'vitest';
import { type PromptPress, type PromptStands, promptActionOf } from '@/app/_ui/terminal/prompt-keys';
import { completed, pastedLines, restOf, withChoice } from '@/app/_ui/terminal/prompt-text';
import { linesWith } from '@/app/_ui/terminal/use-prompt';

const press = (key: string, more: Partial<PromptPress> = {}): PromptPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});
const writing: PromptStands = {
  isEmpty: false,
  isAtEnd: true,
  hasRest: false,
  hasSelection: false,
  hasChoices: false,
};

test.each([
  ['Enter', {}, {}, 'run'],
  ['ArrowUp', {}, {}, 'earlier'],
  ['ArrowDown', {}, {}, 'later'],
  ['Escape', {}, {}, 'leave'],
  ['Tab', {}, {}, 'complete'],
  ['Tab', {}, { isEmpty: true }, undefined],
  ['Tab', {}, { isEmpty: true, hasChoices: true }, 'complete'],
  ['Tab', { shiftKey: true }, {}, undefined],
  ['c', { ctrlKey: true }, {}, 'interrupt'],
  ['c', { ctrlKey: true }, { hasSelection: true }, undefined],
  ['c', { ctrlKey: true, shiftKey: true }, {}, undefined],
  ['c', { metaKey: true }, {}, undefined],
  ['l', { ctrlKey: true }, {}, 'clear'],
  ['r', { ctrlKey: true }, {}, 'lines'],
  ['v', { ctrlKey: true }, {}, undefined],
  ['ArrowRight', {}, { hasRest: true }, 'takeRest'],
  ['ArrowRight', {}, { hasRest: true, isAtEnd: false }, undefined],
  ['ArrowRight', {}, {}, undefined],
  ['a', {}, {}, undefined],
] as const)('the key %s %o, standing %o, means %s', (key, more, stands, action) => {
  expect(promptActionOf(press(key, more), { ...writing, ...stands })).toBe(action);
});

test('the only choice takes the place of the word, and a space follows what is whole', () => {
  const edited = { text: 'kubectl get po', at: 14 };
  expect(completed(edited, { from: 12, choices: ['pods'] })).toEqual({ text: 'kubectl get pods ', at: 17 });
});

test('what goes on is followed by no space', () => {
  expect(withChoice({ text: 'kubectl get pods --out', at: 22 }, 17, '--output=').text).toBe(
    'kubectl get pods --output=',
  );
});

test('what stands behind the cursor stays', () => {
  const edited = { text: 'kubectl ge pods', at: 10 };
  expect(completed(edited, { from: 8, choices: ['get'] })).toEqual({ text: 'kubectl get pods', at: 11 });
});

test('of several choices as much is written as they share; when that is there already, they are shown', () => {
  const choices = ['web-0', 'web-1'];
  expect(completed({ text: 'kubectl get pods w', at: 18 }, { from: 17, choices })?.text).toBe(
    'kubectl get pods web-',
  );
  expect(completed({ text: 'kubectl get pods web-', at: 21 }, { from: 17, choices })).toBeUndefined();
});

test('a pasted text runs its whole lines; the last one, without a line break, stays to be edited', () => {
  expect(pastedLines('kubectl get pods\r\nkubectl get nodes\nkubectl del')).toEqual({
    lines: ['kubectl get pods', 'kubectl get nodes'],
    rest: 'kubectl del',
  });
});

test('pasted prompts and empty lines go, and a backslash joins a line to the next', () => {
  expect(pastedLines('$ kubectl get pods \\\n    -o wide\n\n$ kubectl get svc\n').lines).toEqual([
    'kubectl get pods -o wide',
    'kubectl get svc',
  ]);
});

test('the grey rest is of the newest line that begins so; an empty prompt has none', () => {
  const lines = ['kubectl get pods', 'kubectl get nodes'];
  expect(restOf('kubectl get ', lines)).toBe('nodes');
  expect(restOf('kubectl get pods', lines)).toBe('');
  expect(restOf('', lines)).toBe('');
});

test("lines to choose from: the lesson's first, then one's own, the newest first, each once", () => {
  expect(linesWith('', ['a', 'b', 'offered'], ['offered'])).toEqual(['offered', 'b', 'a']);
  expect(linesWith('b', ['a', 'b'], ['offered'])).toEqual(['b']);
});
