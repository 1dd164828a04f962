import { describe, expect, it } from 'vitest';
import { getMisconceptions } from '@/lib/course/generators';
import { getQuiz, quizLessons } from '@/lib/course/quiz';
import { itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import type { Item } from '@/lib/quiz/item';
import { faultLine, lintQuiz, lintShape } from '@/lib/quiz/lint';
import { choice, hotspot, lab, match, multiple, numeric, order, service, single, text } from './items';

const faults = (...items: Item[]) => lintQuiz({ items }, 'content/x/quiz.ts').map(faultLine);
const withChoices = (id: string, ...choices: ReturnType<typeof choice>[]): Item => ({
  ...single(id, 0, 0),
  choices,
});

describe('every quiz of the course keeps the rules', () => {
  it.each(quizLessons())('%s', (slug) => {
    const known = new Set(getMisconceptions().map(({ id }) => id));
    expect(lintQuiz(getQuiz(slug) as LessonQuiz, `content/${slug}/quiz.ts`, known).map(faultLine)).toEqual(
      [],
    );
  });

  it('and so does the course as a whole, whose longest options are right in at most 35 %', () => {
    expect(lintShape(quizLessons().flatMap((slug) => itemsOf(getQuiz(slug) as LessonQuiz)))).toEqual([]);
  });
});

describe('an author is told', () => {
  it('nothing about a good item', () => {
    expect(
      faults(single('one', 3, 0), multiple('many', 5, [0, 1]), order('steps', 'ABC', ['A<B', 'B<C'])),
    ).toEqual([]);
  });

  it.each([
    [
      'that a single item has two right choices',
      withChoices('a', choice('p', true), choice('q', true), choice('r')),
      'exactly one right choice: 2 are marked',
    ],
    ['that a single item has no right choice', single('a', 3, 9), 'exactly one right choice: 0 are marked'],
    ['that a multiple item has no right choice', multiple('a', 3, []), 'mark at least one choice correct'],
    [
      'that a reason is missing',
      withChoices('a', { ...choice('p', true), because: { en: 'why', zh: ' ' } }, choice('q'), choice('r')),
      'say in zh why choice 1',
    ],
    [
      'that a text is missing',
      { ...single('a', 3, 0), explanation: { en: '', zh: '有' } },
      'write the explanation in en',
    ],
    [
      'that a hint is missing',
      { ...single('a', 3, 0), hints: [text('x'), { en: 'x', zh: '' }] },
      'write the hint 2 in zh',
    ],
    [
      'that two options read the same',
      withChoices(
        'a',
        { ...choice('Web-0 first', true), text: { en: 'Web-0 first', zh: '一' } },
        choice('web-0  `first`。'),
        choice('r'),
      ),
      'two options read "web-0 first"',
    ],
    ['that an id is not kebab-case', { ...single('a', 3, 0), id: 'Not Kebab' }, 'id is kebab-case'],
    ['that a coin is as good as knowing', single('a', 2, 0), 'blind guesses earn 0.50'],
    [
      'that a step is there twice',
      {
        ...order('a', 'ABC', ['A<B']),
        steps: order('a', 'ABC', []).steps.map((step, at) => ({ ...step, id: at < 2 ? 'A' : 'B' })),
      },
      '"A" is there twice',
    ],
    ['that before names no step', order('a', 'ABC', ['A<X']), '"X" is not a step; use one of A, B, C'],
    [
      'that before goes round',
      order('a', 'ABC', ['A<B', 'B<C', 'C<A']),
      'no order can satisfy A < B, B < C, C < A',
    ],
    ['that an order item fixes nothing', order('a', 'ABC', []), 'write which step comes before which'],
    ['that an order item fixes too little', order('a', 'ABC', ['A<B']), 'fix more pairs or add a step'],
    [
      'that a stem names no choice',
      { ...match('a', 3, [0, 1]), choices: match('a', 3, []).choices.slice(1) },
      '"a" is no choice',
    ],
    [
      'that two stems read the same',
      {
        ...match('a', 3, [0, 1]),
        stems: match('a', 3, [0, 1]).stems.map((stem) => ({
          ...stem,
          text: { ...stem.text, en: 'a-stem-1' },
        })),
      },
      'two options read "a-stem-1"',
    ],
    ['that one of two matches by chance', match('a', 2, [0, 1]), 'blind guesses earn 0.50'],
    [
      'that a wrong number counts as right',
      numeric('a', 12, { tolerance: { by: 'nominal', t: 2 }, wrong: [{ answer: 13, because: text('x') }] }),
      '13 counts as right',
    ],
    ['that the number is none', numeric('a', Number.NaN), 'write one in place of NaN'],
    [
      'that a blank is not described',
      { ...service('a'), blanks: service('a').blanks.slice(1) },
      'the source has 3 times ___, blanks 2',
    ],
    [
      'that the filled source is no YAML',
      { ...service('a'), source: 'a: [___, ___, ___' },
      'mend what does not parse',
    ],
    [
      'that a path leads nowhere',
      { ...service('a'), source: 'metadata: {name: ___}\n___: {ports: [___]}' },
      'nothing is at spec.ports.0.targetPort',
    ],
    [
      'that a blank need not be filled',
      { ...service('a'), source: 'a: ___', blanks: [{ text: 'null', path: 'a', because: text('x') }] },
      'right when it is left empty',
    ],
    ['that a hotspot has no fault', hotspot('a', [0, 0.5, 0]), 'give the fault 1'],
    ['that a region is worth more than all', { ...hotspot('a', [1, 2, 0, 0]) }, 'points lie between 0 and 1'],
    [
      'that regions overlap',
      {
        ...hotspot('a', [1, 0, 0]),
        regions: hotspot('a', [1, 0, 0]).regions.map((region) => ({ ...region, lines: [1, 2] as const })),
      },
      'lines 1 to 2 do not fit after line 2 of 3',
    ],
    ['that half of the lines are right', hotspot('a', [1, 0]), 'blind guesses earn 0.50'],
    ['that a goal weighs nothing', lab('a', [1, 0]), 'write weights above 0'],
    [
      'that a right choice names a misconception',
      withChoices('a', { ...choice('p', true), misconception: 'x' }, choice('q'), choice('r')),
      'take it from choice 1',
    ],
  ])('%s', (_, item, expected) => {
    const found = faults(item);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
    expect(found[0]).toContain(`content/x/quiz.ts item ${item.id}: `);
  });

  it('nothing about good items of the other kinds', () => {
    const good = [
      match('pairs', 3, [0, 1]),
      numeric('number', 12),
      service('fill'),
      hotspot('spot', [0, 0.2, 1, 0]),
      lab('goals', [1]),
    ];
    expect(faults(...good)).toEqual([]);
  });

  it('that a misconception has no entry', () => {
    const item = hotspot('spot', [0, 0, 1]);
    const known = new Set(['looks-at-a']);
    expect(lintQuiz({ items: [item] }, 'content/x/quiz.ts', known).map(faultLine)).toEqual([
      'content/x/quiz.ts item spot: a misconception has an entry: write "looks-at-b" in content/misconceptions.ts',
    ]);
  });

  it('that two items have one id', () => {
    expect(faults(single('a', 3, 0), single('a', 3, 1))).toEqual([
      'content/x/quiz.ts: item ids are unique in a lesson: "a" is there twice; rename one',
    ]);
  });

  it('that the longest option is right too often, from six items on', () => {
    const giving = (id: string, at: number) =>
      withChoices(
        id,
        ...[0, 1, 2].map((index) =>
          index === at ? choice(`${id} the long right one`, true) : choice(`${id} ${index}`),
        ),
      );
    const items = ['a', 'b', 'c', 'd', 'e'].map((id, at) => giving(id, at % 3));
    expect(faults(...items)).toEqual([]);
    const found = faults(...items, single('f', 3, 0));
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('in en it is right in 5 of 6 (a, b, c, d, e)');
    expect(found[1]).toContain('in zh');
  });

  it('that the right choice always stands at the same position', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => single(id, 3, 1));
    expect(faults(...items)).toEqual([
      'content/x/quiz.ts: right choices stand at different positions: each stands at position 2; move some',
    ]);
  });
});
