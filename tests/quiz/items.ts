import type {
  Choice,
  HotspotItem,
  Item,
  LabItem,
  MatchItem,
  MultipleItem,
  NumericItem,
  OrderItem,
  SingleItem,
  YamlItem,
} from '@/lib/quiz/item';
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

/** Stem `i` belongs to choice `key[i]` of `count`; letters name choices, numbers stems. */
export const match = (id: string, count: number, key: readonly number[]): MatchItem => ({
  ...base(id),
  kind: 'match',
  choices: Array.from({ length: count }, (_, at) => ({
    id: 'abcdefgh'[at] as string,
    text: text(`${id}-${'abcdefgh'[at]}`),
  })),
  stems: key.map((choice, at) => ({
    text: text(`${id}-stem-${at + 1}`),
    choice: 'abcdefgh'[choice] as string,
    because: text(`because-stem-${at + 1}`),
  })),
});

export const numeric = (id: string, answer: number, more: Partial<NumericItem> = {}): NumericItem => ({
  ...base(id),
  kind: 'numeric',
  answer,
  because: text(`because-${id}`),
  ...more,
});

/** A Service with a blank for its name's value, its target port, and the field of its labels. */
export const service = (id: string): YamlItem => ({
  ...base(id),
  kind: 'yaml',
  source: [
    'apiVersion: v1',
    'kind: Service',
    'metadata: {name: ___}',
    'spec:',
    '  ___:',
    '    app: web',
    '  ports:',
    '  - port: 80',
    '    targetPort: ___',
    '',
  ].join('\n'),
  blanks: [
    { text: 'web', path: 'metadata.name', because: text('because-name'), weight: 2 },
    { text: 'selector', because: text('because-field') },
    {
      text: '8080',
      path: 'spec.ports.0.targetPort',
      accepts: ['http'],
      because: text('because-port'),
      wrong: [{ value: '8080', because: text('because-text'), misconception: 'port-as-text' }],
    },
  ],
});

/** By letters the points of its regions; each is one line of a source of as many. */
export const hotspot = (id: string, points: readonly number[], hasSource = true): HotspotItem => ({
  ...base(id),
  kind: 'hotspot',
  ...(hasSource && { source: points.map((_, at) => `line-${at + 1}`).join('\n') }),
  regions: points.map((worth, at) => ({
    text: text(`${id}-${'abcdefgh'[at]}`),
    ...(hasSource && { lines: [at + 1, at + 1] as const }),
    points: worth,
    because: text(`because-${id}-${'abcdefgh'[at]}`),
    ...(worth < 1 && { misconception: `looks-at-${'abcdefgh'[at]}` }),
  })),
});

export const lab = (id: string, weights: readonly number[]): LabItem => ({
  ...base(id),
  kind: 'lab',
  lab: 'some-lab',
  goals: weights.map((weight, at) => ({ id: `goal-${at + 1}`, text: text(`${id}-goal-${at + 1}`), weight })),
});
