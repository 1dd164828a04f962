import { describe, expect, it } from 'vitest';
import { getConcept, getConcepts } from '@/lib/course/concepts';
import { getGenerators, getMisconceptions } from '@/lib/course/generators';
import { getLesson, getLessons } from '@/lib/course/lessons';
import { outlineOf, quizLessons } from '@/lib/course/quiz';
import { locales } from '@/lib/text';

const items = quizLessons().flatMap((lesson) => outlineOf(lesson).map((entry) => ({ ...entry, lesson })));
const named = new Map(
  [...items, ...getGenerators(), ...getMisconceptions()].map(({ id, concept }) => [concept, id]),
);
const ids = getConcepts().map(({ id }) => id);

describe('the concepts of the course', () => {
  it('are all that items, generators and misconceptions name, each once', () => {
    const missing = [...named].filter(([concept]) => !getConcept(concept));
    expect(missing, 'write these concepts in content/concepts.ts; each is named by the id beside it').toEqual(
      [],
    );
    expect(
      ids.filter((id) => !named.has(id)),
      'nothing names these',
    ).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can all be asked: none has misconceptions alone', () => {
    const asked = new Set([...items, ...getGenerators()].map(({ concept }) => concept));
    expect(ids.filter((id) => !asked.has(id))).toEqual([]);
  });

  it('each belong to a lesson, and stand in the order of the course', () => {
    const places = getConcepts().map(({ lesson }) => getLessons().findIndex(({ slug }) => slug === lesson));
    expect(getConcepts().filter(({ lesson }) => !getLesson(lesson))).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('that a lesson asks for itself are taught by it or before it', () => {
    for (const { lesson, concept } of items) {
      const taught = getLesson(getConcept(concept)?.lesson ?? '')?.number;
      expect(taught, `${lesson} asks ${concept}`).toBeLessThanOrEqual(getLesson(lesson)?.number as number);
    }
  });

  it('have titles in both languages that differ from each other, short and without a full stop', () => {
    for (const locale of locales) {
      const titles = getConcepts().map(({ title }) => title[locale]);
      expect(new Set(titles).size).toBe(titles.length);
      for (const title of titles) {
        expect(title, `${locale}: a title is a short phrase without marks`).toMatch(/^[^.。!！`*_]{4,52}$/u);
        if (locale === 'zh') expect(title).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
