import type { Choice, Item, MultipleItem, OrderItem, SingleItem } from '@/lib/quiz/item';
import type { Text } from '@/lib/text';

export const text = (words: string): Text => ({ en: words, zh: `${words} 中文` });

export const choice = (words: string, correct = false): Choice => ({
  text: text(words),
  correct,
  because: text(`because-${words}`),
});

const base = (
  id: string,
): Pick<Item, 'id' | 'concept' | 'claims' | 'question' | 'hints' | 'explanation'> => ({
  id,
  concept: 'test-concept',
  claims: [],
  question: text(`question-${id}`),
  hints: [text(`hint-${id}`)],
  explanation: text(`explanation-${id}`),
});

/** `right` lists the indices of the right choices among `count`. */
export const single = (id: string, count: number, right: number): SingleItem => ({
  ...base(id),
  kind: 'single',
  choices: Array.from({ length: count }, (_, index) => choice(`${id}-${'abcdefgh'[index]}`, index === right)),
});

export const multiple = (id: string, count: number, right: readonly number[]): MultipleItem => ({
  ...base(id),
  kind: 'multiple',
  choices: Array.from({ length: count }, (_, index) =>
    choice(`${id}-${'abcdefgh'[index]}`, right.includes(index)),
  ),
});

/** One step per letter; `before` as `A<B`. */
export const order = (id: string, letters: string, before: readonly string[]): OrderItem => ({
  ...base(id),
  kind: 'order',
  steps: [...letters].map((letter) => ({ id: letter, text: text(`${id}-${letter}`) })),
  before: before.map((pair) => pair.split('<') as [string, string]),
});

/** Author's indices of a word of step letters. */
export const indicesOf = (item: OrderItem, word: string): number[] =>
  [...word].map((letter) => item.steps.findIndex((step) => step.id === letter));
