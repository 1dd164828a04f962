import { describe, expect, it } from 'vitest';
import course from '@/content/course';
import { getLabs, homeScenario } from '@/lib/course/labs';
import { stepsOf } from '@/lib/course/lesson-steps';
import { getLesson, getLessons } from '@/lib/course/lessons';
import { sectionTitles } from '@/lib/course/text';
import { statementOf } from '@/lib/lab/scenario';
import { locales } from '@/lib/text';

describe('the course', () => {
  it('has fourteen lessons in five parts', () => {
    expect(course).toHaveLength(5);
    expect(getLessons().map((lesson) => lesson.number)).toEqual(
      Array.from({ length: 14 }, (_, at) => at + 1),
    );
  });

  it('names each lesson once, in kebab-case', () => {
    const slugs = getLessons().map((lesson) => lesson.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it('has a title and a question in both languages for each lesson', () => {
    for (const { slug, title, question } of getLessons()) {
      for (const locale of locales) {
        expect(title[locale], slug).not.toBe('');
        expect(question[locale], slug).toMatch(locale === 'en' ? /\?$/ : /？$/);
      }
    }
  });

  it('knows no lesson by a string that is not one of its slugs', () => {
    for (const slug of [
      '',
      'nope',
      '__proto__',
      'constructor',
      '../claims',
      'statefulset-identity-and-order/',
    ]) {
      expect(getLesson(slug), slug).toBeUndefined();
      expect(getLabs(slug), slug).toBeUndefined();
    }
  });
});

describe('lesson 7', () => {
  const lesson = getLesson('statefulset-identity-and-order');

  it('is written, and counts its sections, items and labs as steps', () => {
    expect(lesson).toMatchObject({ number: 7, part: 1, written: true });
    if (!lesson) return;
    const steps = stepsOf(lesson);
    expect(steps.sections).toContain('quiz');
    expect(steps.items.length).toBeGreaterThanOrEqual(9);
    expect(steps.labs).toEqual(['free-the-rollout']);
  });

  it.each(locales)('has one heading a section in %s', (locale) => {
    expect(sectionTitles('statefulset-identity-and-order', locale)).toHaveLength(
      lesson?.sections.length ?? 0,
    );
  });

  it('gives a browser its lab without the ways to solve it', () => {
    const lab = getLabs('statefulset-identity-and-order')?.labs[0];
    expect(lab?.solutions.length).toBeGreaterThan(0);
    if (!lab) return;
    expect(statementOf(lab)).toMatchObject({ id: lab.id, goals: lab.goals });
    expect(Object.keys(statementOf(lab))).not.toEqual(expect.arrayContaining(['solutions']));
    expect(Object.keys(statementOf(lab))).not.toEqual(expect.arrayContaining(['shortcuts']));
  });

  it('lends the home page a scenario', () => {
    expect(homeScenario().openAtMs).toBeGreaterThan(12_000);
  });
});
