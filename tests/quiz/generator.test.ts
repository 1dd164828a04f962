import { describe, expect, it } from 'vitest';
import '@/lib/cluster/cluster';
import { checkBeliefs } from '@/lib/cluster/believable';
import type { Pod } from '@/lib/cluster/objects';
import { getGenerators, getMisconceptions } from '@/lib/course/generators';
import { getQuiz, quizLessons } from '@/lib/course/quiz';
import { optionsOf } from '@/lib/lab/story';
import { Timeline } from '@/lib/lab/timeline';
import { chanceOf } from '@/lib/quiz/chance';
import { checkGenerator } from '@/lib/quiz/check-generator';
import { Draw, workloadNames } from '@/lib/quiz/draw';
import { type Draft, defineGenerator, variantOf } from '@/lib/quiz/generator';
import { longestRightShare } from '@/lib/quiz/generators-table';
import { mostLongestRight } from '@/lib/quiz/lint-course';
import { kebabCase, misconceptionsIn } from '@/lib/quiz/lint-item';
import { forgetKeys, keysKnown } from '@/lib/quiz/memo';
import { publicItem } from '@/lib/quiz/present';
import { scenarioOf } from '@/lib/quiz/run';
import { placesOf } from '@/lib/quiz/shuffle';
import { locales } from '@/lib/text';
import { text } from './items';

const generators = getGenerators();
const misconceptions = getMisconceptions();
const quizItems = quizLessons().flatMap((slug) => getQuiz(slug)?.items ?? []);
const known = new Set(misconceptions.map(({ id }) => id));
/** Of each generator here; the command `npm run generators` draws a thousand. */
const variants = 6;
/** Of each generator that are run again without what is remembered. */
const rerun = [3];

describe('every generator', () => {
  const reports = generators.map(
    (generator) => [generator.id, checkGenerator(generator, variants, known)] as const,
  );

  it.each(reports)('%s draws variants that keep the rules of items and differ', (_, report) => {
    expect(report.faults).toEqual([]);
    expect(report.distinct).toBe(variants);
    expect(report.keys).toBeGreaterThan(1);
  });

  it('has an id of its own', () => {
    const ids = generators.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(kebabCase);
  });

  it('gives the answer away by its length in at most 35 % of the choice variants', () => {
    expect(longestRightShare(reports.map(([, report]) => report))).toBeLessThanOrEqual(mostLongestRight);
  });

  it.each(generators)('$id has the key that a run gives anew, whatever is remembered', (generator) => {
    for (const seed of rerun) {
      const remembered = variantOf(generator, seed);
      forgetKeys();
      expect(variantOf(generator, seed)).toEqual(remembered);
    }
  });

  it.each(generators)('$id keeps key, reasons and run from the browser', (generator) => {
    const item = variantOf(generator, 1);
    const shown = placesOf(item, 'seed', 1);
    for (const locale of locales) {
      const json = JSON.stringify(publicItem(item, shown, { tries: 0, solved: false }, locale));
      expect(json).not.toContain(item.explanation[locale]);
      expect(json).not.toMatch(
        /"(because|correct|misconception|before|run|commands|happen\w*|answer|concept|claims)"/,
      );
    }
  });

  it.each(generators)('$id has a hint, and says in its wrong answers what leads to them', (generator) => {
    const item = variantOf(generator, 2);
    expect(item.hints.length).toBeGreaterThan(0);
    expect(misconceptionsIn(item).length).toBeGreaterThan(0);
  });
});

describe('the run of an item', () => {
  it('is a scenario of a lab in which the key is so', () => {
    const daemonset = generators.find(({ id }) => id === 'daemonset-eligible-nodes')!;
    for (const seed of [1, 2, 3]) {
      const item = variantOf(daemonset, seed);
      const scenario = scenarioOf(item.run!, { id: item.id, untilMs: 10_000 });
      const { reading } = new Timeline(optionsOf(scenario), scenario.commands).at(10_000);
      const used = new Set(reading.list<Pod>('Pod').map(({ spec }) => spec.nodeName));
      const nodeIn = (words: string) => /`([a-z]+-[a-z])`/.exec(words)?.[1];
      const choices = 'choices' in item ? item.choices : [];
      for (const one of choices)
        expect([one.text.en, 'correct' in one && one.correct]).toEqual([
          one.text.en,
          used.has(nodeIn(one.text.en)),
        ]);
    }
  });
});

describe('the misconceptions', () => {
  it('have ids of their own and words in both languages', () => {
    expect(known.size).toBe(misconceptions.length);
    for (const { id, concept, text: words } of misconceptions) {
      expect(id).toMatch(kebabCase);
      expect(concept).toMatch(kebabCase);
      for (const locale of locales) expect(words[locale].trim()).not.toBe('');
    }
  });

  it('believe what a machine can be believed to do', () => {
    for (const { belief } of misconceptions) if (belief) expect(() => checkBeliefs([belief])).not.toThrow();
  });

  it('belong to concepts that items ask', () => {
    const concepts = new Set([...generators, ...quizItems].map(({ concept }) => concept));
    for (const { id, concept } of misconceptions) expect([id, concepts.has(concept)]).toEqual([id, true]);
  });
});

const draft = (draw: Draw, more: Partial<Draft> = {}): Draft =>
  ({
    kind: 'numeric',
    question: text(`question-${draw.int(1, 1_000_000)}`),
    hints: [],
    explanation: text('explanation'),
    answer: draw.int(1, 9),
    because: text('because'),
    ...more,
  }) as Draft;
const generator = (draw: (draw: Draw) => Draft, more = {}) =>
  defineGenerator({ id: 'test', concept: 'test-concept', claims: [], kind: 'numeric', draw, ...more });

describe('a variant', () => {
  it('is the same for the same seed, and another for another', () => {
    const one = generator(draft);
    expect(variantOf(one, 'a')).toEqual(variantOf(one, 'a'));
    expect(variantOf(one, 'a')).not.toEqual(variantOf(one, 'b'));
  });

  it('has the id, the concept and the claims of its generator', () => {
    expect(variantOf(generator(draft, { claims: ['claim'] }), 1)).toMatchObject({
      id: 'test',
      concept: 'test-concept',
      claims: ['claim'],
    });
  });

  it('is drawn again until it is what is needed', () => {
    const even = generator((draw) => {
      const answer = draw.int(1, 9);
      draw.need(answer % 2 === 0);
      return draft(draw, { answer } as Partial<Draft>);
    });
    for (let seed = 0; seed < 20; seed += 1)
      expect((variantOf(even, seed) as { answer: number }).answer % 2).toBe(0);
    expect(() =>
      variantOf(
        generator((draw) => {
          draw.need(false);
          return draft(draw);
        }),
        1,
      ),
    ).toThrow('need less');
  });

  const choices = (rights: (draw: Draw) => readonly boolean[]) => (draw: Draw) =>
    draft(draw, {
      kind: 'multiple',
      run: { nodes: [], commands: [] },
      judgedAtMs: 0,
      choices: rights(draw).map((is, at) => ({
        text: text(`choice-${at}`),
        because: { right: text('is-so'), wrong: text('is-not-so') },
        happened: { labels: { a: String(is) }, selectedBy: { matchLabels: { a: 'true' } } },
      })),
    } as unknown as Partial<Draft>);

  it('is drawn again when guessing earns too much', () => {
    const mostlyRight = generator(
      choices((draw) =>
        draw.pick([
          [true, true, true, false],
          [true, false, false, false],
        ]),
      ),
      { kind: 'multiple' },
    );
    for (let seed = 0; seed < 10; seed += 1) {
      const item = variantOf(mostlyRight, seed);
      expect('choices' in item && item.choices.filter((one) => 'correct' in one && one.correct)).toHaveLength(
        1,
      );
    }
  });

  it('without a right choice is drawn again only where the generator says so', () => {
    const draw = choices((one) =>
      one.pick([
        [false, false, false, false],
        [true, false, false, false],
      ]),
    );
    const seeds = Array.from({ length: 10 }, (_, seed) => seed);
    const strict = generator(draw, { kind: 'multiple' });
    expect(() => seeds.map((seed) => variantOf(strict, seed))).toThrow('a choice happens');
    const lenient = generator(draw, { kind: 'multiple', mayHaveNone: true });
    expect(() => seeds.map((seed) => variantOf(lenient, seed))).not.toThrow();
  });

  it('gives each choice the reason that its key calls for', () => {
    const item = variantOf(
      generator(
        choices(() => [true, false, false, false]),
        { kind: 'multiple' },
      ),
      1,
    );
    const reasons = 'choices' in item ? item.choices.map((one) => 'because' in one && one.because.en) : [];
    expect(reasons).toEqual(['is-so', 'is-not-so', 'is-not-so', 'is-not-so']);
  });
});

describe('the check of a generator', () => {
  it.each([
    [
      'too few variants that differ',
      (draw: Draw) => draft(draw, { question: text('same') } as Partial<Draft>),
      30,
      '30 variants differ: 120 seeds give 9',
    ],
    [
      'a key that is always the same',
      (draw: Draw) => draft(draw, { answer: 1 } as Partial<Draft>),
      30,
      'the key differs from variant to variant',
    ],
    [
      'a broken rule of items',
      (draw: Draw) => draft(draw, { because: text('') && { en: '', zh: '' } } as Partial<Draft>),
      3,
      'every choice has its reason',
    ],
    [
      'a misconception without an entry',
      (draw: Draw) =>
        draft(draw, {
          wrong: [{ answer: 99, because: text('x'), misconception: 'nobody-thinks-so' }],
        } as Partial<Draft>),
      3,
      'write "nobody-thinks-so" in content/misconceptions.ts',
    ],
  ])('tells of %s', (_, draw, wanted, words) => {
    expect(checkGenerator(generator(draw), wanted, known).faults.join('\n')).toContain(words);
  });

  it('counts the keys that runs had to find', () => {
    forgetKeys();
    const shrinks = generators.find(({ id }) => id === 'statefulset-partition')!;
    const report = checkGenerator(shrinks, 40, known);
    expect(report.runs).toBe(keysKnown());
    expect(report.runs).toBeLessThan(report.tried);
  });
});

describe('what is drawn', () => {
  const draw = () => new Draw(chanceOf('draw'));

  it('lies within its bounds', () => {
    const one = draw();
    const numbers = Array.from({ length: 500 }, () => one.int(2, 5));
    expect([...new Set(numbers)].sort()).toEqual([2, 3, 4, 5]);
  });

  it('is a name once', () => {
    const one = draw();
    const names = workloadNames.map(() => one.name());
    expect(new Set(names).size).toBe(workloadNames.length);
    expect(one.names[0]).toEqual({ names, sorts: true });
  });

  it('is never a name that means something to the model or to a manifest', () => {
    const meaning =
      /^(app|db|agent|web|data|name|spec|status|metadata|main|image|pod|node|job|default|kind|labels)$/;
    for (const name of workloadNames) {
      expect(name).not.toMatch(meaning);
      expect(name).toMatch(/^[a-z]+$/);
    }
    expect(new Set(workloadNames).size).toBe(workloadNames.length);
  });
});
