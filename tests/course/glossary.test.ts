import { describe, expect, it } from 'vitest';
import { anchorsIn, glossaryOf } from '@/lib/course/glossary';
import { getLessons } from '@/lib/course/lessons';
import { locales } from '@/lib/text';
import { readLesson } from '../content/lesson-text';

const written = getLessons().filter((lesson) => lesson.written);

describe.each(locales)('the glossary in %s', (locale) => {
  const glossary = glossaryOf(locale);

  it.each(written.map(({ slug }) => slug))(
    'has each word that the compiled text of %s explains, with the words of its explanation',
    async (slug) => {
      const terms = (await readLesson(slug, locale)).components.filter(({ name }) => name === 'Term');
      const here = glossary.filter(({ lesson }) => lesson === slug);
      const of = (word: string, text: string) => `${word}: ${text.replace(/\s+/g, ' ').trim()}`;
      expect(here.map(({ word, text }) => of(word, text)).sort()).toEqual(
        terms.map(({ attributes, text }) => of(attributes.word ?? '', text)).sort(),
      );
    },
  );

  it('has each word once, each with an anchor of its own', () => {
    for (const all of [glossary.map(({ word }) => word), glossary.map(({ anchor }) => anchor)])
      expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
    for (const { anchor } of glossary) expect(anchor).toMatch(/^term(-[a-z0-9]+)+$/);
  });

  it('has explanations of words and code alone: nothing else is markup where they are shown again', () => {
    const marked = glossary.filter(
      ({ definition }) => /[<>{}*[\]]|__/.test(definition) || definition.split('`').length % 2 === 0,
    );
    expect(marked.map(({ word }) => word)).toEqual([]);
  });

  it('gives a lesson the anchors of its own words', () => {
    for (const { slug } of written) {
      const here = glossary.filter(({ lesson }) => lesson === slug);
      expect(new Map(here.map(({ word, anchor }) => [word, anchor]))).toEqual(anchorsIn(slug, locale));
    }
  });

  it('stands letter by letter', () => {
    const letters = glossary.map(({ letter }) => letter);
    expect(letters).toEqual([...letters].sort());
    for (const letter of letters) expect(letter).toMatch(/^[A-Z]$/);
  });
});

describe('the words of both languages', () => {
  it('are as many in each lesson, in the same order: what a Chinese explanation calls its English word is that word', () => {
    for (const { slug } of written) expect(anchorsIn(slug, 'zh').size, slug).toBe(anchorsIn(slug, 'en').size);
    const named = glossaryOf('zh').flatMap(({ word, inOther, definition }) => {
      const english = /英文(?:是)? ?([A-Za-z][A-Za-z -]*[A-Za-z])/.exec(definition)?.[1];
      return english === undefined ? [] : [`${word}: ${english.toLowerCase()}, ${inOther.toLowerCase()}`];
    });
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((line) => !/: (.*), \1$/.test(line))).toEqual([]);
  });

  it('have the same anchors in both', () => {
    const anchors = (locale: 'en' | 'zh') => glossaryOf(locale).map(({ anchor }) => anchor);
    expect(anchors('zh').sort()).toEqual(anchors('en').sort());
  });
});

describe('a word is looked up', () => {
  const letterOf = (word: string) => glossaryOf('zh').find((entry) => entry.word === word)?.letter;

  it.each([
    ['控制器', 'K'],
    ['子网租约', 'Z'],
    ['kubelet', 'K'],
    ['PVC', 'P'],
  ])('%s under %s: Chinese by pinyin, English by its letter', (word, letter) => {
    expect(letterOf(word)).toBe(letter);
  });

  it('调谐 under T: of a character with several readings by the one that the word has', () => {
    expect(letterOf('调谐')).toBe('T');
  });

  it('under its letter first among the words that stay English', () => {
    const words = glossaryOf('zh').map(({ word }) => word);
    expect(words.indexOf('kubelet')).toBeLessThan(words.indexOf('控制器'));
    expect(words.indexOf('控制器')).toBeLessThan(words.indexOf('垃圾收集器'));
  });
});
