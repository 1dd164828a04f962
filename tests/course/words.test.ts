import { describe, expect, it } from 'vitest';
import { errorWords } from '@/app/_ui/error-words';
import { fill } from '@/app/_ui/fill';
import { words } from '@/app/_ui/words';
import course from '@/content/course';
import { getClaims } from '@/lib/course/claims';
import { locales } from '@/lib/text';

/** All texts of a dictionary, each with its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('words of the frame', () => {
  it('fill in the same names in both languages', () => {
    const zh = new Map(texts([words.zh, errorWords.zh]));
    for (const [path, text] of texts([words.en, errorWords.en])) {
      expect(namesIn(zh.get(path) ?? ''), path).toEqual(namesIn(text));
    }
  });

  it('never talk down to a reader, in no exclamations', () => {
    const said = locales.flatMap((locale) => [
      ...texts([words[locale], errorWords[locale]]),
      ...texts(getClaims().map((claim) => claim.today[locale])),
      ...texts(
        course.flatMap((part) =>
          part.lessons.map((lesson) => [lesson.title[locale], lesson.question[locale]]),
        ),
      ),
    ]);
    for (const [path, text] of said) {
      expect(text, path).not.toMatch(
        /\b(simply|just|easy|easily|obviously|of course)\b|[!！]|简单地|只需|显然/i,
      );
    }
  });
});

describe('fill', () => {
  it('puts values where their names stand', () => {
    expect(fill('{n} of {m}, {n}', { n: 1, m: 'two' })).toBe('1 of two, 1');
  });

  it('leaves a name without a value', () => {
    expect(fill('{n} of {m}', { n: 0 })).toBe('0 of {m}');
  });
});
