import { describe, expect, it } from 'vitest';
import { fill } from '@/app/_ui/fill';
import { quizWords } from '@/app/_ui/quiz/words';

type Leaves = Readonly<Record<string, string>>;

function leaves(value: unknown, path = ''): Leaves {
  if (typeof value === 'string') return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value as object).map(([key, part]) => leaves(part, `${path}/${key}`)),
  );
}

const placesIn = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words of the quiz', () => {
  const en = leaves(quizWords.en);
  const zh = leaves(quizWords.zh);

  it('say the same things in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en)) expect([key, placesIn(zh[key])]).toEqual([key, placesIn(en[key])]);
  });

  it('are never empty, never shout, and call nothing easy', () => {
    for (const [key, text] of Object.entries({ ...en })) {
      expect([key, text.trim().length > 0, /[!]|\b(simply|just|easy)\b/i.test(text)]).toEqual([
        key,
        true,
        false,
      ]);
    }
    for (const [key, text] of Object.entries(zh)) expect([key, /[!！]/.test(text)]).toEqual([key, false]);
  });

  it('are filled in by name', () => {
    expect(fill(quizWords.en.itemOf, { n: 4, of: 9 })).toBe('item 4 of 9');
    expect(fill(quizWords.zh.itemOf, { n: 4, of: 9 })).toBe('第 4 题，共 9 题');
  });
});
