import { describe, expect, it } from 'vitest';
import { getQuiz } from '@/lib/course/quiz';
import { isGenerated, itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import { hasChoices } from '@/lib/quiz/item';
import { faultLine, lintQuiz } from '@/lib/quiz/lint';
import { type Locale, locales, type Text } from '@/lib/text';
import { shellFaults, tableFaults, yamlFaults } from './executed';
import { factFault } from './facts';
import { type LessonText, readLesson } from './lesson-text';
import { scenariosOf, written } from './written';

/** Components that take something from the lesson's files, with the attribute that names it. */
const naming = { Predict: 'id', Figure: 'scenario', LabTask: 'id', Claim: 'id', Fact: 'id' } as const;
/** Words that tell a reader who is stuck that they should not be. */
const forbidden: Record<Locale, RegExp> = {
  en: /\b(simply|simple|just|easy|easily|obviously|obvious|of course|trivial|trivially)\b|!/i,
  zh: /简单地|只需|很容易|显然|显而易见|轻松|非常简单|毫无疑问|！/,
};
/** A lesson opens with a question, ends with lab, quiz and recap (DESIGN.md part 6). */
const frame = { first: 'question', last: ['lab', 'quiz', 'recap'] } as const;

const named = (text: LessonText, name: keyof typeof naming): string[] =>
  text.components
    .filter((one) => one.name === name)
    .map((one) => one.attributes[naming[name]] ?? '(nothing)');

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

/** Every text of lab.ts or quiz.ts that people read, wherever it lies. */
function textsIn(value: unknown, found: Text[] = []): Text[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('en' in value && 'zh' in value) found.push(value as Text);
  else for (const one of Object.values(value)) textsIn(one, found);
  return found;
}

describe.each(written.map((one) => [one.slug, one] as const))('%s', (slug, content) => {
  const { lesson, labs, facts } = content;
  const quiz = getQuiz(slug) as LessonQuiz;
  const items = itemsOf(quiz);

  describe.each(locales)('the text in %s', (locale) => {
    it('has one heading of the second level for each section, in the form of a lesson', async () => {
      const { meta, headings } = await readLesson(slug, locale);
      expect(meta.sections).toEqual(lesson.sections);
      expect(headings).toBe(lesson.sections.length);
      expect(lesson.sections[0]).toBe(frame.first);
      expect(lesson.sections.slice(-3)).toEqual(frame.last);
    });

    it('says its title, its lead, its question and its number', async () => {
      const { title, lead, question, number } = (await readLesson(slug, locale)).meta;
      expect(number).toBe(lesson.number);
      for (const words of [title, lead, question]) expect(words).toMatch(/\S{4}/);
    });

    it('names each claim of the lesson once', async () => {
      expect(named(await readLesson(slug, locale), 'Claim').sort()).toEqual([...lesson.claims].sort());
    });

    it('names only predictions, scenarios, labs and facts that are there', async () => {
      const text = await readLesson(slug, locale);
      for (const id of named(text, 'Predict')) expect(ids(labs.predictions)).toContain(id);
      for (const id of named(text, 'Figure')) expect(ids(scenariosOf(content))).toContain(id);
      for (const id of named(text, 'LabTask')) expect(ids(labs.labs)).toContain(id);
      for (const id of named(text, 'Fact')) expect(ids(facts)).toContain(id);
    });

    it('asks each prediction and sets each lab once, and numbers its figures in order', async () => {
      const text = await readLesson(slug, locale);
      const used = text.components.filter(({ attributes }) => attributes.number !== undefined);
      expect(named(text, 'Predict').sort()).toEqual(ids(labs.predictions).sort());
      expect(named(text, 'LabTask').sort()).toEqual(ids(labs.labs).sort());
      expect(labs.predictions.length).toBeGreaterThan(0);
      expect(labs.labs.length).toBeGreaterThan(0);
      expect(used.map(({ attributes }) => attributes.number)).toEqual(
        used.map((_, n) => `${lesson.number}.${n + 1}`),
      );
    });

    it('mentions no figure that it does not show', async () => {
      const { prose, components } = await readLesson(slug, locale);
      const shown = components.flatMap(({ attributes }) => attributes.number ?? []);
      const mentioned = [...prose.matchAll(/(?:Figure|图) ?(\d+\.\d+)/g)].map(([, number]) => number);
      for (const number of mentioned) expect(shown).toContain(number);
    });

    it('explains a word once, and lists the words at the end', async () => {
      const { components } = await readLesson(slug, locale);
      const words = components.flatMap(({ name, attributes }) => (name === 'Term' ? [attributes.word] : []));
      expect(new Set(words).size).toBe(words.length);
      expect(components.at(-1)?.name).toBe('Glossary');
    });

    it('shows manifests that the API server takes, or refuses as it says', async () => {
      const { code } = await readLesson(slug, locale);
      const faults = code.flatMap((block, at) =>
        block.language === 'yaml' ? yamlFaults(content, block, code[at + 1]) : [],
      );
      expect(faults).toEqual([]);
    });

    it('shows kubectl lines that run, and print what stands below them', async () => {
      const { code } = await readLesson(slug, locale);
      const faults = code.flatMap((block) => (block.language === 'sh' ? shellFaults(content, block) : []));
      expect(faults).toEqual([]);
    });

    it('shows tables of nodes as the network of the figure has them', async () => {
      const { code } = await readLesson(slug, locale);
      const ofNodes = code.filter(({ meta }) => meta.table !== undefined);
      expect(ofNodes.flatMap(tableFaults)).toEqual([]);
    });

    it('says the numbers that a run says', async () => {
      const text = await readLesson(slug, locale);
      const said = text.components.filter(({ name }) => name === 'Fact');
      expect(new Set(said.map(({ attributes }) => attributes.id))).toEqual(new Set(ids(facts)));
      expect(said.flatMap((one) => factFault(content, one.attributes.id ?? '', one.text) ?? [])).toEqual([]);
    });

    it('does not tell readers that something is simple, and does not shout', async () => {
      const { prose, meta } = await readLesson(slug, locale);
      const ours = [...textsIn(labs), ...textsIn(quiz)].map((text) => text[locale]);
      for (const words of [prose, String(meta.title), String(meta.lead), ...ours])
        expect(words).not.toMatch(forbidden[locale]);
    });
  });

  describe('both languages', () => {
    it('show the same components with the same names in the same order', async () => {
      const order = (text: LessonText) =>
        text.components
          .filter(({ name }) => name !== 'Term' && name !== 'Fact' && name !== 'Mark')
          .map(({ name, attributes }) => `${name} ${JSON.stringify(attributes)}`);
      expect(order(await readLesson(slug, 'zh'))).toEqual(order(await readLesson(slug, 'en')));
    });

    it('explain as many words, and show the same code', async () => {
      const [en, zh] = [await readLesson(slug, 'en'), await readLesson(slug, 'zh')];
      const terms = (text: LessonText) => text.components.filter(({ name }) => name === 'Term').length;
      expect(terms(zh)).toBe(terms(en));
      expect(zh.code).toEqual(en.code);
    });
  });

  describe('the quiz', () => {
    it('keeps the rules for items', () => {
      expect(lintQuiz(quiz, `content/${slug}/quiz.ts`).map(faultLine)).toEqual([]);
    });

    it('asks every claim of the lesson, and no other', () => {
      expect([...new Set(quiz.items.flatMap((item) => item.claims))].sort()).toEqual(
        [...lesson.claims].sort(),
      );
    });

    it('has 8 to 15 items of at least three kinds', () => {
      expect(quiz.items.length).toBeGreaterThanOrEqual(8);
      expect(quiz.items.length).toBeLessThanOrEqual(15);
      const kinds = quiz.items.map((entry) => (isGenerated(entry) ? entry.generator.kind : entry.kind));
      expect(new Set(kinds).size).toBeGreaterThanOrEqual(3);
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
      for (const item of items)
        if (item.kind !== 'lab') expect(item.hints.length, item.id).toBeGreaterThan(0);
    });
  });
});
