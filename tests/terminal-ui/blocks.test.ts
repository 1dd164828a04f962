import { describe, expect, test } from 'vitest';
import {
  type BlocksOf,
  blocksOf,
  heardAfter,
  nothingHeard,
  type TypedFuture,
  textOf,
} from '@/app/_ui/terminal/blocks';
import type { Typed } from '@/lib/lab/view';

const typed = (id: number, line: string, more: Partial<Typed> = {}): Typed => ({
  id,
  line,
  future: 'A',
  atMs: id * 1_000,
  printed: [{ atMs: id * 1_000, stream: 'stdout', text: `output ${id}` }],
  exit: 0,
  untilMs: id * 1_000,
  ...more,
});
const alone: readonly TypedFuture[] = [{ name: 'A', isHere: true }];
const blocks = (more: Partial<BlocksOf>) => blocksOf({ typed: [], nowMs: 60_000, futures: alone, ...more });

/** Lines as `line`, forks as `| name`. */
const outline = (more: Partial<BlocksOf>) =>
  blocks(more).map((block) => (block.kind === 'fork' ? `| ${block.name}` : block.typed.line));
const waiting = typed(1, 'kubectl get pods -w', {
  printed: [1_000, 4_000, 9_000].map((atMs) => ({ atMs, stream: 'stdout', text: `at ${atMs}` })),
  exit: undefined,
  untilMs: 61_000,
});
const printedAt = (nowMs: number, line = waiting) => {
  const [block] = blocks({ typed: [line], nowMs });
  return block?.kind === 'line' ? block : undefined;
};

describe('what a prompt shows at a moment', () => {
  test('a line that was typed later is not there', () => {
    expect(outline({ typed: [typed(1, 'a'), typed(2, 'b')], nowMs: 1_500 })).toEqual(['a']);
  });

  test.each([
    [1_000, 1],
    [3_999, 1],
    [4_000, 2],
    [60_000, 3],
  ])('at %i ms %i pieces of an output are there: each comes at its own moment', (nowMs, count) => {
    expect(printedAt(nowMs)?.printed).toHaveLength(count);
  });

  test('a line waits as long as it has not ended, or its end is still to come', () => {
    expect(printedAt(5_000)?.waits).toBe(true);
    const ended = typed(1, 'kubectl rollout status', { untilMs: 8_000 });
    const at = (nowMs: number) => blocks({ typed: [ended], nowMs })[0];
    expect(at(7_999)).toMatchObject({ waits: true });
    expect(at(8_000)).toMatchObject({ waits: false });
  });

  test('a line that ended by Ctrl-C says so from then on, and before that it still waits', () => {
    const cut = { ...waiting, exit: 130, untilMs: 5_000 };
    expect(printedAt(20_000, cut)).toMatchObject({ waits: false, interrupted: true });
    expect(printedAt(4_500, cut)).toMatchObject({ waits: true, interrupted: false });
    expect(printedAt(20_000, { ...cut, exit: 1 })).toMatchObject({ waits: false, interrupted: false });
  });
});

describe('where a future was forked', () => {
  const b: readonly TypedFuture[] = [
    { name: 'A', isHere: false },
    { name: 'B', isHere: true, from: 'A', forkedAtMs: 2_000 },
  ];

  test('a mark stands between what was typed before and after, also at one and the same moment', () => {
    const lines = [typed(1, 'before'), typed(2, 'at once'), typed(3, 'after', { future: 'B', atMs: 2_000 })];
    expect(outline({ typed: lines, futures: b })).toEqual(['before', 'at once', '| B', 'after']);
  });

  test('a line that was typed at a later moment before the fork stands below the mark, and once', () => {
    const lines = [typed(1, 'before'), typed(3, 'later'), typed(4, 'after', { future: 'B' })];
    expect(outline({ typed: lines, futures: b })).toEqual(['before', '| B', 'later', 'after']);
  });

  test('the mark ends the log when nothing was typed since', () => {
    expect(outline({ typed: [typed(1, 'before')], futures: b })).toEqual(['before', '| B']);
  });

  test('a fork that lies ahead has no mark', () => {
    expect(outline({ typed: [typed(1, 'before')], futures: b, nowMs: 1_500 })).toEqual(['before']);
  });

  test('a fork of a fork has both marks, in their order; a future that one is not in has none', () => {
    const futures: readonly TypedFuture[] = [
      { name: 'A', isHere: false },
      { name: 'B', isHere: false, from: 'A', forkedAtMs: 2_000 },
      { name: 'C', isHere: true, from: 'B', forkedAtMs: 4_000 },
      { name: 'D', isHere: false, from: 'A', forkedAtMs: 1_000 },
    ];
    const lines = [typed(1, 'a'), typed(3, 'b', { future: 'B' }), typed(5, 'c', { future: 'C' })];
    expect(outline({ typed: lines, futures })).toEqual(['a', '| B', 'b', '| C', 'c']);
    expect(outline({ typed: [typed(5, 'c', { future: 'C' })], futures })).toEqual(['| B', '| C', 'c']);
  });
});

describe('what a reader of the screen hears', () => {
  const more = (count: number) => `and ${count} more`;
  const lineOf = (one: Typed, nowMs = 60_000) => {
    const [block] = blocks({ typed: [one], nowMs });
    return block?.kind === 'line' ? block : undefined;
  };

  test('of a long output it is the head, and how much more there is', () => {
    const text = Array.from({ length: 1_000 }, (_, at) => `web-${at}   1/1`).join('\n');
    const { text: said } = heardAfter(
      nothingHeard,
      lineOf(typed(1, 'x', { printed: [{ atMs: 0, stream: 'stdout', text }] })),
      more,
    );
    expect(said.split('\n')).toHaveLength(7);
    expect(said).toMatch(/^web-0 1\/1\n.*and 994 more$/s);
  });

  test('of a line that goes on printing it is what came since', () => {
    const first = heardAfter(nothingHeard, lineOf(waiting, 4_000), more);
    expect(first.text).toBe('at 1000\nat 4000');
    const second = heardAfter(first, lineOf(waiting, 9_000), more);
    expect(second.text).toBe('at 9000');
    expect(heardAfter(second, lineOf(waiting, 9_500), more)).toBe(second);
  });

  test('where time goes back it is nothing', () => {
    const late = heardAfter(nothingHeard, lineOf(waiting), more);
    expect(heardAfter(late, lineOf(waiting, 4_000), more).text).toBe('');
  });

  test('the same output once more is another text', () => {
    const output = { printed: [{ atMs: 0, stream: 'stdout', text: 'same' } as const] };
    const first = heardAfter(nothingHeard, lineOf(typed(1, 'x', output)), more);
    const second = heardAfter(first, lineOf(typed(2, 'x', output)), more);
    expect(second.text).not.toBe(first.text);
    expect(second.text.trim()).toBe('same');
  });
});

test('the text for the clipboard has prompts, outputs as they were printed, and forks as notes', () => {
  const futures: readonly TypedFuture[] = [
    { name: 'A', isHere: false },
    { name: 'B', isHere: true, from: 'A', forkedAtMs: 2_000 },
  ];
  const all = blocks({ typed: [typed(1, 'a'), typed(3, 'b', { future: 'B' })], futures });
  expect(textOf(all, ({ name }) => `this is ${name}`)).toBe('$ a\noutput 1\n# this is B\n$ b\noutput 3');
});
