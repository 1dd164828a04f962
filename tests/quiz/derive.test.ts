import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '@/lib/cluster/command';
import type { Condition } from '@/lib/lab/condition';
import type { AuthoredItem, HappenedItem, HappensOrder, Reading, ReadMatch } from '@/lib/quiz/authored';
import { derive, keySeeds, orderSeeds } from '@/lib/quiz/derive';
import type { Happening } from '@/lib/quiz/happening';
import { forgetKeys, keysKnown } from '@/lib/quiz/memo';
import { fixedPairs } from '@/lib/quiz/order';
import type { Run } from '@/lib/quiz/run';
import { text } from './items';

const file = 'content/x/quiz.ts';
const base = {
  id: 'item',
  concept: 'test-concept',
  claims: [],
  question: text('question'),
  hints: [],
  explanation: text('explanation'),
};

const set = (name: string, replicas: number, policy = 'OrderedReady'): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name },
    spec: {
      replicas,
      serviceName: name,
      podManagementPolicy: policy,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'c', image: 'shop:v1' }] },
      },
    },
  },
});

const runOf = (name = 'web', policy?: string): Run => ({
  nodes: ['node-1'],
  commands: [
    { atMs: 0, command: set(name, 3, policy) },
    { atMs: 20_000, command: { verb: 'scale', kind: 'StatefulSet', name, replicas: 1 } },
  ],
});

const there = (pod: string, exists = true): Condition => ({ object: `Pod/${pod}`, exists });
const left = (count: number): Happening => ({ count: { kind: 'Pod' }, is: count });

const asked = (choices: readonly Happening[], more: Partial<HappenedItem> = {}): HappenedItem => ({
  ...base,
  kind: 'single',
  run: runOf(),
  judgedAtMs: 60_000,
  choices: choices.map((happened, at) => ({
    text: text(`choice-${at}`),
    because: text(`because-${at}`),
    misconception: `wrong-${at}`,
    happened,
  })),
  ...more,
});

const ordered = (
  steps: Readonly<Record<string, Happening>>,
  more: Partial<HappensOrder> = {},
): HappensOrder => ({
  ...base,
  kind: 'order',
  run: runOf(),
  fromMs: 20_000,
  untilMs: 60_000,
  steps: Object.entries(steps).map(([id, happens]) => ({ id, text: text(id), happens })),
  ...more,
});

const number = (reads: Reading, run = runOf()): AuthoredItem => ({
  ...base,
  kind: 'numeric',
  run,
  reads,
  because: text('because'),
});

const derived = (item: AuthoredItem) => derive(item, { file });
const keyOf = (item: AuthoredItem) => {
  const plain = derived(item);
  return 'choices' in plain && plain.kind !== 'match' ? plain.choices.map(({ correct }) => correct) : [];
};

beforeEach(forgetKeys);

describe('a plain item', () => {
  it('comes back as it is', () => {
    const item: AuthoredItem = { ...base, kind: 'numeric', answer: 3, because: text('because') };
    expect(derived(item)).toBe(item);
  });
});

describe('the key of choices', () => {
  it('is the one whose condition holds at the moment', () => {
    expect(keyOf(asked([left(3), left(1), left(0)]))).toEqual([false, true, false]);
    expect(keyOf(asked([left(3), left(1), left(0)], { judgedAtMs: 19_000 }))).toEqual([true, false, false]);
  });

  it('is all that hold, of a multiple item', () => {
    const item = asked([there('web-0'), there('web-1'), there('web-2', false)], { kind: 'multiple' });
    expect(keyOf(item)).toEqual([true, false, true]);
  });

  it('leaves the misconception to wrong choices, and the run to the item', () => {
    const item = derived(asked([left(3), left(1), left(0)]));
    expect('choices' in item && item.choices.map((choice) => 'misconception' in choice)).toEqual([
      true,
      false,
      true,
    ]);
    expect(item.run).toEqual(runOf());
    expect(JSON.stringify(item.kind === 'single' && item.choices)).not.toContain('happened');
  });

  it('comes from a scenario of the lesson by its id', () => {
    const scenario = {
      ...runOf(),
      id: 'three-to-one',
      caption: text('caption'),
      seed: 7,
      nodes: ['node-1'],
      openAtMs: 0,
      pauseAtMs: 60_000,
      hands: [],
    };
    const item = asked([left(3), left(1)], { run: { scenario: 'three-to-one' } });
    const plain = derive(item, { file, scenarios: [scenario] });
    expect(plain).toMatchObject({ choices: [{ correct: false }, { correct: true }], run: { seed: 7 } });
    expect(() => derive(item, { file, scenarios: [] })).toThrow('"three-to-one" is none of its scenarios');
  });

  it.each([
    ['no choice is true', asked([left(2), left(3)]), 'a choice happens: at 60000 ms none does'],
    [
      'two of a single item are',
      asked([left(1), there('web-0')]),
      'exactly one choice happens: at 60000 ms these do: 1, 2',
    ],
    [
      'two of a predict item are',
      asked([left(1), there('web-0')], { kind: 'predict' }),
      'make their conditions exclude',
    ],
    [
      'a command is refused',
      asked([left(1)], {
        run: {
          nodes: [],
          commands: [{ atMs: 0, command: { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 1 } }],
        },
      }),
      'the API server takes every command of the run: statefulsets.apps "web" not found',
    ],
  ])('is the author’s mistake when %s', (_, item, words) => {
    expect(() => derived(item)).toThrow(words);
    expect(() => derived(item)).toThrow(`${file} item item: `);
  });

  it('is the author’s mistake when another seed has another', () => {
    const run: Run = {
      nodes: [],
      commands: [
        {
          atMs: 0,
          command: {
            verb: 'create',
            object: {
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { generateName: 'web-' },
              spec: { containers: [{ name: 'c', image: 'shop:v1' }] },
            },
          },
        },
      ],
    };
    const names = [...'bcdfghjklmnpqrstvwxz2456789'].map(
      (letter): Happening => ({
        count: { kind: 'Pod', where: { path: 'metadata.name.4', equals: letter } },
        is: 1,
      }),
    );
    expect(() => derived(asked(names, { run, judgedAtMs: 0 }))).toThrow(/none does|chance/);
  });
});

describe('the order of steps', () => {
  const gone = (pod: string): Happening => there(pod, false);
  const marked = (pod: string): Happening => ({ pod, terminating: true });
  const shrinking = { one: gone('web-1'), two: marked('web-2'), three: marked('web-1'), four: gone('web-2') };

  it('is that of the moments at which they begin to be so', () => {
    const item = derived(ordered(shrinking));
    expect(item.kind === 'order' && fixedPairs(item)).toHaveLength(6);
    expect(item.kind === 'order' && item.before).toContainEqual(['two', 'four']);
    expect(item.kind === 'order' && item.before).toContainEqual(['four', 'three']);
    expect(item.kind === 'order' && item.before).toContainEqual(['three', 'one']);
    expect(JSON.stringify(item.kind === 'order' && item.steps)).not.toContain('happens');
  });

  it('is free where runs of other seeds, or one moment, do not tell', () => {
    const item = derived(ordered(shrinking, { run: runOf('web', 'Parallel') }));
    const before = item.kind === 'order' ? item.before.map((pair) => pair.join(' < ')) : [];
    expect(before).toContain('two < four');
    expect(before).not.toContain('two < three');
    expect(before).not.toContain('three < two');
  });

  it('counts what was so before only when it begins again', () => {
    const ready: Happening = { pod: 'web-0', ready: true };
    expect(() => derived(ordered({ ready, one: gone('web-1') }))).toThrow(
      'every step happens: "ready" does not from 20000 to 60000 ms',
    );
  });

  it('is the author’s mistake when a step never happens', () => {
    expect(() => derived(ordered({ one: gone('web-1'), never: gone('web-0') }))).toThrow(
      'item item: every step happens: "never" does not',
    );
  });
});

describe('a number', () => {
  const pods = { kind: 'Pod' };
  it.each([
    ['a path of an object', { object: 'StatefulSet/web', path: 'status.replicas', atMs: 60_000 }, 1],
    ['a count', { count: pods, atMs: 19_000 }, 3],
    ['a count of some', { count: { kind: 'Pod', where: { ready: false } }, atMs: 60_000 }, 0],
    ['the most at once', { most: pods, fromMs: 0, untilMs: 60_000 }, 3],
    ['the fewest at once', { least: pods, fromMs: 19_000, untilMs: 60_000 }, 1],
    ['how many were created', { created: pods, fromMs: 0, untilMs: 60_000 }, 3],
    ['how many were created since', { created: pods, fromMs: 20_000, untilMs: 60_000 }, 0],
  ] as const)('is read from %s', (_, reads, answer) => {
    expect(derived(number(reads))).toMatchObject({ kind: 'numeric', answer });
  });

  it('is read from the seconds to the first moment of something', () => {
    const reads = { first: left(1), fromMs: 20_000, untilMs: 120_000 };
    const item = derived({ ...number(reads), tolerance: { by: 'nominal', t: 1 } } as AuthoredItem);
    const { answer } = item as { answer: number };
    expect(answer).toBeGreaterThan(0);
    expect(answer * 10).toBeCloseTo(Math.round(answer * 10), 9);
  });

  it('drops a wrong number that the run shows to be right', () => {
    const wrong = [1, 2].map((answer) => ({ answer, because: text('x') }));
    const item = derived({ ...number({ count: pods, atMs: 60_000 }), wrong } as AuthoredItem);
    expect(item).toMatchObject({ answer: 1, wrong: [{ answer: 2 }] });
  });

  it.each([
    [
      'nothing is read',
      { object: 'StatefulSet/shop', path: 'status.replicas', atMs: 0 },
      'the run gives null',
    ],
    ['a text is read', { object: 'StatefulSet/web', path: 'metadata.name', atMs: 0 }, 'the run gives "web"'],
    ['it never comes', { first: left(7), fromMs: 0, untilMs: 60_000 }, 'the run gives null'],
  ] as const)('is the author’s mistake when %s', (_, reads, words) => {
    expect(() => derived(number(reads))).toThrow(`item item: a numeric item reads a number: ${words}`);
  });
});

describe('a match item', () => {
  const phase = (pod: string, atMs = 19_000): Reading => ({
    object: `Pod/${pod}`,
    path: 'status.phase',
    atMs,
  });
  const item = (stems: readonly Reading[]): ReadMatch => ({
    ...base,
    kind: 'match',
    run: runOf(),
    judgedAtMs: 19_000,
    choices: ['Pending', 'Running', 'Failed'].map((value) => ({
      id: value.toLowerCase(),
      text: text(value),
      value,
    })),
    stems: stems.map((reads, at) => ({
      text: text(`stem-${at}`),
      because: text('because'),
      reads,
      wrong: { pending: 'waits', running: 'runs' },
    })),
  });

  it('has for each stem the choice of the value that is read', () => {
    expect(derived(item([phase('web-0'), phase('web-2')]))).toMatchObject({
      stems: [
        { choice: 'running', wrong: { pending: 'waits' } },
        { choice: 'running', wrong: { pending: 'waits' } },
      ],
    });
  });

  it('reads each stem at its own moment', () => {
    expect(
      derived(item([phase('web-0', 19_000), phase('web-0', 100), phase('web-0', 19_000)])),
    ).toMatchObject({
      stems: [{ choice: 'running' }, { choice: 'pending' }, { choice: 'running' }],
    });
  });

  it('is the author’s mistake when the value of a stem is no choice', () => {
    expect(() => derived(item([phase('web-0'), phase('web-9')]))).toThrow(
      'the value of every stem is a choice: that of stem 2',
    );
  });
});

describe('a lab item', () => {
  const goals = ['first', 'second'].map((id) => ({
    id,
    text: text(id),
    condition: there('web-0'),
    when: 'now' as const,
  }));
  const labs = [{ id: 'some-lab', goals }] as unknown as Parameters<typeof derive>[1]['labs'];
  const item = (more: object): AuthoredItem => ({ ...base, kind: 'lab', lab: 'some-lab', ...more });

  it('has the goals of its lab, weighed where the author says so', () => {
    expect(derive(item({ weights: { second: 3 } }), { file, ...(labs && { labs }) })).toMatchObject({
      goals: [{ id: 'first' }, { id: 'second', weight: 3 }],
    });
  });

  it.each([
    [{ lab: 'other' }, '"other" is none of some-lab'],
    [{ weights: { third: 1 } }, '"third" is none of first, second'],
  ])('is the author’s mistake with %j', (more, words) => {
    expect(() => derive(item(more), { file, ...(labs && { labs }) })).toThrow(words);
  });
});

describe('a key', () => {
  const three = (name: string) => asked([left(3), left(1), left(0)], { run: runOf(name) });

  it('is remembered by all that it depends on', () => {
    const first = derived(three('web'));
    expect(derived({ ...three('web'), id: 'other', question: text('other') })).toMatchObject({ id: 'other' });
    expect(keysKnown()).toBe(1);
    derived(asked([left(2), left(1), left(0)]));
    expect(keysKnown()).toBe(2);
    expect(first).toMatchObject({ choices: [{ correct: false }, { correct: true }, { correct: false }] });
  });

  it('is one for items that differ in names that mean nothing to the run', () => {
    derive(three('cart'), { file, names: [{ names: ['cart'], sorts: true }] });
    derive(three('mail'), { file, names: [{ names: ['mail'], sorts: true }] });
    expect(keysKnown()).toBe(1);
    derive(three('mail'), { file });
    expect(keysKnown()).toBe(2);
  });

  it('is another one where names of a group sort differently, if that may matter', () => {
    const both = (one: string, other: string, sorts: boolean) =>
      derive(asked([there(`${one}-0`), there(`${other}-9`)], { run: runOf(one) }), {
        file,
        names: [{ names: [one, other], sorts }],
      });
    both('cart', 'mail', true);
    both('desk', 'news', true);
    expect(keysKnown()).toBe(1);
    both('mail', 'cart', true);
    expect(keysKnown()).toBe(2);
    forgetKeys();
    both('cart', 'mail', false);
    both('mail', 'cart', false);
    expect(keysKnown()).toBe(1);
  });

  it('is taken from more than one run', () => {
    expect(keySeeds).toBeGreaterThan(1);
    expect(orderSeeds).toBeGreaterThan(keySeeds);
  });
});
