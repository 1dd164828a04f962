import { itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import { lessonRef } from '@/lib/quiz/item-ref';
import { multiple, order, single } from '../quiz/items';

/** A small course in place of the real one: its keys carry words (`because-…`, `hint-…`, `explanation-…`) that a leak would show. */
export const LESSON = 'statefulset-identity-and-order';

const quiz: LessonQuiz = {
  items: [
    single('one', 4, 2),
    multiple('many', 5, [1, 3]),
    order('steps', 'ABCDE', ['A<B', 'B<C', 'C<D', 'A<E']),
    { ...single('bare', 3, 0), hints: [] },
  ],
};

const title = { en: 'Lesson seven', zh: '第七课' };
const lesson = { slug: LESSON, number: 7, title, sections: ['opening', 'order', 'recap'] };

export const getQuiz = (slug: string) => (slug === LESSON ? quiz : undefined);
export const keyedItem = (id: string) => itemsOf(quiz).find((one) => one.id === id);
export const entryOfRef = (ref: string) => {
  const named = lessonRef(ref);
  return named?.lesson === LESSON ? quiz.items.find(({ id }) => id === named.item) : undefined;
};
export const quizLessons = () => [LESSON];
export const outlineOf = (slug: string) => getQuiz(slug)?.items ?? [];
export const getLesson = (slug: string) => (slug === LESSON ? lesson : undefined);

export const getLessons = () => [{ ...lesson, part: 0, written: true }];
export const getLabs = (slug: string) => (slug === LESSON ? { labs: [{ id: 'first' }] } : undefined);
