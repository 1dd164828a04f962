import { describe, expect, it } from 'vitest';
import { claimCoverage, holesOf } from '@/lib/course/coverage';
import { unpaired } from '@/lib/course/paired';
import { type Locale, locales } from '@/lib/text';
import { readLesson } from './lesson-text';
import { written } from './written';

/** The lessons in the order of the course. */
const inOrder = [...written].sort((one, other) => one.lesson.number - other.lesson.number);

/** A word as prose uses it: in English whole, with its plural; Chinese has no spaces to tell by. */
const usedIn = (word: string, locale: Locale): RegExp => {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return locale === 'en' || /^[\x20-\x7e]+$/.test(word)
    ? new RegExp(`(?<![\\w-])${escaped}s?(?![\\w-])`)
    : new RegExp(escaped);
};

describe.each(locales)('the words of the glossary in %s', (locale) => {
  it('are explained once in the whole course, before they are used', async () => {
    const explained = new Map<string, string>();
    let before = '';
    const faults: string[] = [];
    for (const { slug } of inOrder) {
      for (const part of (await readLesson(slug, locale)).flow) {
        if ('text' in part) {
          before += ` ${part.text}`;
          continue;
        }
        const earlier = explained.get(part.term);
        if (earlier !== undefined && earlier !== slug)
          faults.push(`${slug} explains "${part.term}" again; ${earlier} did`);
        if (earlier === undefined && usedIn(part.term, locale).test(before))
          faults.push(`"${part.term}" is used before ${slug} explains it`);
        explained.set(part.term, slug);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('the 103 claims of the study notes', () => {
  it('are each taught in both languages, run and asked', () => {
    const rows = claimCoverage();
    expect(rows).toHaveLength(103);
    expect(rows.flatMap(holesOf)).toEqual([]);
  });
});

describe('both languages of a lesson', () => {
  it.each(inOrder.map(({ slug }) => slug))('%s: were read side by side as they stand', (slug) => {
    expect(unpaired(slug)).toEqual([]);
  });
});
