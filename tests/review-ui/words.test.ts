import { describe, expect, it } from 'vitest';
import { knowledgeWords } from '@/app/_ui/lesson/knowledge-words';
import { reviewWords } from '@/app/_ui/review/words';

type Leaves = Readonly<Record<string, string>>;

function leaves(value: unknown, path = ''): Leaves {
  if (typeof value === 'string') return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value as object).map(([key, part]) => leaves(part, `${path}/${key}`)),
  );
}

const placesIn = (text: string | undefined) =>
  [...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

/** A rating of FSRS, by its own name. */
const isName = (key: string) => key === '/why/ratings/easy';

describe.each([
  ['review', reviewWords],
  ['what is known', knowledgeWords],
])('The words of %s', (_, words) => {
  const en = leaves(words.en);
  const zh = leaves(words.zh);

  it('say the same things in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en)) expect([key, placesIn(zh[key])]).toEqual([key, placesIn(en[key])]);
  });

  it('never shout, never praise, and call nothing easy', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      if (!isName(key))
        expect(text, key).not.toMatch(/[!]|\b(simply|just|easy|great|well done|streak|congratulations)\b/i);
    }
    for (const [key, text] of Object.entries(zh))
      expect(text, key).not.toMatch(/[!！]|真棒|太好了|连续|加油/);
  });
});
