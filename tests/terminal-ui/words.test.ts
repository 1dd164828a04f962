import { expect, test } from 'vitest';
import { inspectorWords } from '@/app/_ui/lab/inspector-words';
import { manifestWords } from '@/app/_ui/manifest/words';
import { terminalWords } from '@/app/_ui/terminal/words';

type Leaf = readonly [path: string, text: string];

const leaves = (value: unknown, path = ''): readonly Leaf[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, one]) => leaves(one, `${path}.${key}`));
const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each([
  ['terminal', terminalWords],
  ['manifest', manifestWords],
  ['inspector', inspectorWords],
])('both languages of the %s say each thing, with the same places to fill', (_, { en, zh }) => {
  const english = leaves(en);
  const chinese = new Map(leaves(zh));
  expect([...chinese.keys()]).toEqual(english.map(([path]) => path));
  for (const [path, text] of english) {
    expect(chinese.get(path), path).toBeTruthy();
    expect([path, placesIn(chinese.get(path) ?? '')]).toEqual([path, placesIn(text)]);
  }
});

test('no word of them praises, hurries or exclaims', () => {
  const all = [terminalWords, manifestWords, inspectorWords].flatMap((words) => leaves(words));
  for (const [path, text] of all) expect(text, path).not.toMatch(/!|！|\b(simply|just|easy|easily|oops)\b/i);
});
