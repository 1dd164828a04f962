import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import labs from '@/content/statefulset-identity-and-order/lab';
import { getQuiz } from '@/lib/course/quiz';
import { itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import { hasChoices } from '@/lib/quiz/item';
import { faultLine, lintQuiz } from '@/lib/quiz/lint';
import { type Locale, locales, type Text } from '@/lib/text';
import { type LessonText, readLesson } from './lesson-text';

const slug = 'statefulset-identity-and-order';
const quiz = getQuiz(slug) as LessonQuiz;
const items = itemsOf(quiz);
const claims = Array.from({ length: 12 }, (_, n) => `statefulset-${String(n + 3).padStart(2, '0')}`);
const sections = ['question', 'identity', 'order', 'scale-down', 'stuck-rollouts', 'lab', 'quiz', 'recap'];
/** Components that take something from lab.ts or from the list of claims, with the attribute that names it. */
const naming = { Predict: 'id', Figure: 'scenario', LabTask: 'id', Claim: 'id' } as const;
/** Words that tell a reader who is stuck that they should not be. */
const forbidden: Record<Locale, RegExp> = {
  en: /\b(simply|simple|just|easy|easily|obviously|obvious|of course|trivial|trivially)\b|!/i,
  zh: /简单地|只需|很容易|显然|显而易见|轻松|非常简单|毫无疑问|！/,
};

const read = {} as Record<Locale, LessonText>;
beforeAll(async () => {
  for (const locale of locales) read[locale] = await readLesson(slug, locale);
});

const named = (text: LessonText, name: keyof typeof naming): string[] =>
  text.components
    .filter((one) => one.name === name)
    .map((one) => one.attributes[naming[name]] ?? '(nothing)');

/** Every text of lab.ts or quiz.ts that people read, wherever it lies. */
function textsIn(value: unknown, found: Text[] = []): Text[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('en' in value && 'zh' in value) found.push(value as Text);
  else for (const one of Object.values(value)) textsIn(one, found);
  return found;
}

describe.each(locales)('the text in %s', (locale) => {
  it('has the sections of the course in order, one heading of the second level for each', () => {
    expect(read[locale].meta.sections).toEqual(sections);
    expect(read[locale].headings).toBe(sections.length);
  });

  it('says its title, its lead, its question and its number', () => {
    const { title, lead, question, number } = read[locale].meta;
    expect(number).toBe(7);
    for (const words of [title, lead, question]) expect(words).toMatch(/\S{4}/);
  });

  it('names each claim of the lesson once', () => {
    expect(named(read[locale], 'Claim').sort()).toEqual(claims);
  });

  it('names only predictions, scenarios and labs that are there', () => {
    const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
    for (const id of named(read[locale], 'Predict')) expect(ids(labs.predictions)).toContain(id);
    for (const id of named(read[locale], 'Figure')) expect(ids(labs.scenarios)).toContain(id);
    for (const id of named(read[locale], 'LabTask')) expect(ids(labs.labs)).toContain(id);
  });

  it('asks each prediction and sets each lab once, and numbers its figures in order', () => {
    const used = read[locale].components.filter(({ name }) =>
      ['Predict', 'Figure', 'LabTask'].includes(name),
    );
    expect(named(read[locale], 'Predict').sort()).toEqual(labs.predictions.map(({ id }) => id).sort());
    expect(named(read[locale], 'LabTask').sort()).toEqual(labs.labs.map(({ id }) => id).sort());
    expect(used.map(({ attributes }) => attributes.number)).toEqual(used.map((_, n) => `7.${n + 1}`));
  });

  it('mentions no figure that it does not show', () => {
    const { prose, components } = read[locale];
    const shown = components.flatMap(({ attributes }) => attributes.number ?? []);
    const mentioned = [...prose.matchAll(/(?:Figure|图) ?(7\.\d)/g)].map(([, number]) => number);
    expect(mentioned.length).toBeGreaterThan(0);
    for (const number of mentioned) expect(shown).toContain(number);
  });

  it('explains a word once, and lists the words at the end', () => {
    const words = read[locale].components.flatMap(({ name, attributes }) =>
      name === 'Term' ? [attributes.word] : [],
    );
    expect(words.length).toBeGreaterThanOrEqual(8);
    expect(new Set(words).size).toBe(words.length);
    expect(read[locale].components.at(-1)?.name).toBe('Glossary');
  });

  it('has YAML that parses', () => {
    const blocks = read[locale].code.filter(({ language }) => language === 'yaml');
    expect(blocks.length).toBeGreaterThan(0);
    for (const { source } of blocks)
      for (const document of parseAllDocuments(source)) expect(document.errors).toEqual([]);
  });

  it('does not tell readers that something is simple, and does not shout', () => {
    const { prose, meta } = read[locale];
    const ours = [...textsIn(labs), ...textsIn(quiz)].map((text) => text[locale]);
    for (const words of [prose, String(meta.title), String(meta.lead), ...ours])
      expect(words).not.toMatch(forbidden[locale]);
  });
});

describe('both languages', () => {
  it('show the same components with the same names in the same order', () => {
    const order = (text: LessonText) =>
      text.components
        .filter(({ name }) => name !== 'Term')
        .map(({ name, attributes }) => `${name} ${JSON.stringify(attributes)}`);
    expect(order(read.zh)).toEqual(order(read.en));
  });

  it('explain as many words, and show the same code', () => {
    const terms = (text: LessonText) => text.components.filter(({ name }) => name === 'Term').length;
    expect(terms(read.zh)).toBe(terms(read.en));
    expect(read.zh.code).toEqual(read.en.code);
  });
});

describe('the quiz', () => {
  it('keeps the rules for items', () => {
    expect(lintQuiz(quiz, `content/${slug}/quiz.ts`).map(faultLine)).toEqual([]);
  });

  it('asks every claim of the lesson, and no other', () => {
    expect([...new Set(quiz.items.flatMap((item) => item.claims))].sort()).toEqual(claims);
  });

  it('has enough items of each kind', () => {
    const count = (kind: string) => quiz.items.filter((item) => item.kind === kind).length;
    expect(quiz.items.length).toBeGreaterThanOrEqual(9);
    expect(count('single')).toBeGreaterThanOrEqual(5);
    expect(count('multiple')).toBeGreaterThanOrEqual(2);
    expect(count('order')).toBeGreaterThanOrEqual(2);
  });

  it('offers at least three choices, and asks for an order that is not the one on the page', () => {
    for (const item of items) {
      if (hasChoices(item)) expect(item.choices.length, item.id).toBeGreaterThanOrEqual(3);
      if (item.kind === 'order') {
        const at = (id: string) => item.steps.findIndex((step) => step.id === id);
        expect(
          item.before.some(([first, then]) => at(first) > at(then)),
          item.id,
        ).toBe(true);
      }
    }
  });

  it('has singles whose right choice is the shortest in at most half of them', () => {
    for (const locale of locales) {
      const singles = items.filter((item) => item.kind === 'single');
      const giving = singles.filter(({ choices }) => {
        const least = Math.min(...choices.map(({ text }) => text[locale].length));
        return choices.find(({ correct }) => correct)?.text[locale].length === least;
      });
      expect(giving.length * 2, locale).toBeLessThanOrEqual(singles.length);
    }
  });

  it('gives each item a hint', () => {
    for (const item of items) expect(item.hints.length, item.id).toBeGreaterThan(0);
  });
});
