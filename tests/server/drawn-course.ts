import { generatedEntry, type LessonQuiz } from '@/lib/quiz/entry';
import { type Draft, defineGenerator, type Generator } from '@/lib/quiz/generator';
import { lessonRef } from '@/lib/quiz/item-ref';
import { choice, single, text } from '../quiz/items';
import { LESSON } from './course';

/** A small course with generated entries, in place of the real one: the question of every variant says its numbers, and so its key. */
export { LESSON };

const sums = (more: Partial<Draft> = {}): Generator =>
  defineGenerator({
    id: 'sum',
    concept: 'sums',
    claims: [],
    kind: 'numeric',
    draw: (draw) => {
      const [a, b] = [draw.int(100, 999), draw.int(100, 999)];
      return {
        kind: 'numeric',
        question: text(`sum ${a} ${b}`),
        hints: [text(`hint-${a + b}`)],
        explanation: text(`explanation-${a + b}`),
        answer: a + b,
        because: text(`because-${a + b}`),
        wrong: [{ answer: a, because: text('because-b'), misconception: 'forgets-b' }],
        ...more,
      } as Draft;
    },
  });

const picks = defineGenerator({
  id: 'pick',
  concept: 'picks',
  claims: [],
  kind: 'single',
  draw: (draw) => {
    const number = draw.int(1, 1_000_000);
    const choices = ['p', 'q', 'r', 's'].map((letter) => choice(`${letter}-${number}`, letter === 'p'));
    return {
      kind: 'single',
      question: text(`pick ${number}`),
      hints: [],
      explanation: text(`explanation-${number}`),
      choices,
    };
  },
});

const written = () => single('one', 4, 2);

/** What a test may change: an author who mends an item or a generator between two requests. */
export const course = { sums: sums(), one: written(), hasPicks: true };

export function mendNothing(): void {
  Object.assign(course, { sums: sums(), one: written(), hasPicks: true });
}

export const getGenerators = () => [course.sums, ...(course.hasPicks ? [picks] : [])];
export const getGenerator = (id: string) => getGenerators().find((one) => one.id === id);
export const generatorsOf = (concept: string) => getGenerators().filter((one) => one.concept === concept);
export const getMisconceptions = () => [
  { id: 'forgets-b', concept: 'sums', text: text('The second number does not count') },
];
export const getMisconception = (id: string) => getMisconceptions().find((one) => one.id === id);

const quiz = (): LessonQuiz => ({
  items: [course.one, generatedEntry('adds', course.sums)],
});
export const getQuiz = (slug: string) => (slug === LESSON ? quiz() : undefined);
export const quizLessons = () => [LESSON];
export const outlineOf = (slug: string) => getQuiz(slug)?.items ?? [];
export const entryOfRef = (ref: string) => {
  const named = lessonRef(ref);
  if (named) return getQuiz(named.lesson)?.items.find(({ id }) => id === named.item);
  const generator = getGenerator(ref);
  return generator && generatedEntry(ref, generator);
};

export const getConcepts = () =>
  ['test-concept', 'sums', 'picks'].map((id) => ({ id, title: text(id), lesson: LESSON }));
export const getConcept = (id: string) => getConcepts().find((one) => one.id === id);
