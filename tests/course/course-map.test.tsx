import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CourseMap } from '@/app/_ui/kit/course-map';
import { needsLines, type RowLines } from '@/app/_ui/kit/needs-lines';
import { courseStates, isDone, type MapLesson } from '@/app/_ui/lesson/course-states';
import { noProgress } from '@/app/_ui/lesson/steps';
import { words } from '@/app/_ui/words';
import { stepsOf } from '@/lib/course/lesson-steps';
import { getLessons, getParts } from '@/lib/course/lessons';
import type { LessonProgress } from '@/lib/quiz/public';
import { locales } from '@/lib/text';

const steps = (slug: string) => ({ slug, sections: ['text', 'quiz'], items: ['a'], labs: ['l'] });
const whole: LessonProgress = { sections: ['text', 'quiz'], items: { a: 'later' }, labs: ['l'] };

function course(needs: Readonly<Record<string, readonly string[]>>, unwritten: readonly string[] = []) {
  return Object.entries(needs).map(
    ([slug, of], at): MapLesson => ({
      slug,
      number: at + 1,
      needs: of,
      ...(!unwritten.includes(slug) && { steps: steps(slug) }),
    }),
  );
}

const statesOf = (lessons: readonly MapLesson[], progress: Readonly<Record<string, LessonProgress>> = {}) =>
  Object.fromEntries(courseStates(lessons, (slug) => progress[slug] ?? noProgress));

describe('a lesson is done', () => {
  it('when every section is read, every item answered and every lab solved', () => {
    expect(isDone(steps('a'), whole)).toBe(true);
  });

  it.each([
    ['a section', { ...whole, sections: ['text'] }],
    ['an item', { ...whole, items: {} }],
    ['a lab', { ...whole, labs: [] }],
  ])('not while %s is left', (_, progress) => {
    expect(isDone(steps('a'), progress)).toBe(false);
  });
});

describe('the state of a lesson', () => {
  const chain = { a: [], b: ['a'], c: ['b'], d: ['a', 'b'] };

  it('is next where all that it needs is done, and later elsewhere', () => {
    expect(statesOf(course(chain))).toEqual({ a: 'next', b: 'later', c: 'later', d: 'later' });
    expect(statesOf(course(chain), { a: whole })).toEqual({ a: 'done', b: 'next', c: 'later', d: 'later' });
    expect(statesOf(course(chain), { a: whole, b: whole })).toMatchObject({ c: 'next', d: 'next' });
  });

  it('is begun after the first section or answer, whatever it needs', () => {
    const read = { sections: ['text'], items: {}, labs: [] };
    const wrong = { sections: [], items: { a: 'wrong' as const }, labs: [] };
    expect(statesOf(course(chain), { a: wrong, c: read })).toMatchObject({
      a: 'begun',
      b: 'later',
      c: 'begun',
    });
  });

  it('is unwritten without a text; such a lesson holds nobody up, what it needs does', () => {
    const lessons = course(chain, ['b']);
    expect(statesOf(lessons)).toEqual({ a: 'next', b: 'unwritten', c: 'later', d: 'later' });
    expect(statesOf(lessons, { a: whole })).toMatchObject({ b: 'unwritten', c: 'next', d: 'next' });
  });
});

describe('the lines of the course map', () => {
  const lessons = getLessons();
  const places = lessons.map(({ slug }) => slug);
  const needs = lessons.map((lesson) => lesson.needs.map((need) => places.indexOf(need)));
  const { rows, tracks } = needsLines(needs);
  const row = (at: number) => rows[at] as RowLines;

  it('arrive at each lesson from each that it needs', () => {
    expect(rows.map(({ arriving }) => arriving.map(({ from }) => from))).toEqual(needs);
  });

  it('run without a break from where they leave to where they arrive', () => {
    for (const [to, { arriving }] of rows.entries())
      for (const { from, track } of arriving) {
        if (track === undefined) {
          expect(from).toBe(to - 1);
          expect(row(from).leadsDown).toBe(true);
          continue;
        }
        expect(row(from).leaving).toBe(track);
        for (let between = from + 1; between < to; between++)
          expect(row(between).passing).toContainEqual({ from, track });
      }
  });

  it('never share a track in a row', () => {
    for (const { passing, arriving, leaving } of rows) {
      const ending = arriving.filter(({ goesOn }) => !goesOn).map(({ track }) => track);
      const taken = [...passing.map(({ track }) => track), ...ending, leaving].filter(
        (one) => one !== undefined,
      );
      expect(taken.length).toBe(new Set(taken).size);
    }
  });

  it('need few tracks, so that the titles keep their room', () => {
    expect(tracks).toBeLessThanOrEqual(4);
    expect(needsLines([[], [0], [1]]).tracks).toBe(0);
    expect(needsLines([[], [0], [0]]).tracks).toBe(1);
  });
});

describe.each(locales)('the course map in %s', (locale) => {
  const lessons = getLessons();
  const html = renderToStaticMarkup(
    <CourseMap
      {...{ locale, lessons, words: words[locale], course: getParts() }}
      steps={lessons.filter(({ written }) => written).map(stepsOf)}
    />,
  );
  const rows = html
    .split('<li')
    .filter((part) => part.includes('/learn/') || part.includes(words[locale].home.notWritten));

  it('says in words what each lesson builds on, and which can be begun', () => {
    expect(rows.length).toBe(lessons.length);
    const say = words[locale].needs;
    for (const [at, { needs }] of lessons.entries()) {
      const row = (rows[at] ?? '').replace(/<[^>]+>/g, ' ');
      for (const need of needs) {
        const number = lessons.find(({ slug }) => slug === need)?.number ?? 0;
        expect(row).toContain(say.need.replace('{n}', String(number)));
      }
    }
    const first = rows.findIndex((row) => row.includes(say.next));
    expect(first).toBe(lessons.findIndex(({ written }) => written));
  });

  it('leads to each lesson that is written, and says of others that they are not', () => {
    for (const [at, { slug, written }] of lessons.entries()) {
      if (written) expect(rows[at]).toContain(`href="/${locale}/learn/${slug}"`);
      else expect(rows[at]).toContain(words[locale].home.notWritten);
    }
  });
});
