import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance, nameSuffix, uid } from '@/lib/cluster/chance';
import { DueQueue } from '@/lib/cluster/due';
import { keyFor, keyOf, kindOf, nameOf, namespaceOf } from '@/lib/cluster/keys';
import { quantity } from '@/lib/cluster/quantity';
import { matchesLabels, selects } from '@/lib/cluster/selector';
import { momentOf, timestamp } from '@/lib/cluster/time';

describe('a selector', () => {
  const labels = { app: 'web', tier: 'front' };
  const expression = (
    key: string,
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist',
    ...values: string[]
  ) => ({
    matchExpressions: [{ key, operator, values }],
  });

  it.each([
    [{}, true],
    [{ matchLabels: {} }, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'web', tier: 'front' } }, true],
    [{ matchLabels: { app: 'web', tier: 'back' } }, false],
    [{ matchLabels: { other: 'web' } }, false],
    [expression('app', 'In', 'web', 'db'), true],
    [expression('app', 'In', 'db'), false],
    [expression('other', 'In', 'web'), false],
    [expression('app', 'NotIn', 'db'), true],
    [expression('app', 'NotIn', 'web'), false],
    [expression('other', 'NotIn', 'web'), true],
    [expression('app', 'Exists'), true],
    [expression('other', 'Exists'), false],
    [expression('app', 'DoesNotExist'), false],
    [expression('other', 'DoesNotExist'), true],
    [{ matchLabels: { app: 'web' }, ...expression('tier', 'In', 'back') }, false],
    [{ matchLabels: { app: 'web' }, ...expression('tier', 'In', 'front') }, true],
  ])('%j selects app=web,tier=front: %s', (selector, wanted) => {
    expect(selects(selector, labels)).toBe(wanted);
  });

  it('of no pairs matches a Pod without labels, of one pair does not', () => {
    expect([matchesLabels({}), matchesLabels({ a: 'b' })]).toEqual([true, false]);
  });
});

describe('a quantity', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['1.5', 1.5],
    ['100m', 0.1],
    ['2500m', 2.5],
    ['1k', 1_000],
    ['2M', 2_000_000],
    ['1G', 1e9],
    ['1Ki', 1024],
    ['1Mi', 1_048_576],
    ['8Gi', 8_589_934_592],
    ['1Ti', 2 ** 40],
    ['1e3', 1_000],
    ['1E3', 1_000],
    ['1E', 1e18],
    ['500u', 5e-4],
    ['-1', -1],
    ['+1', 1],
    [undefined, 0],
  ])('%s is %d', (text, wanted) => {
    expect(quantity(text)).toBeCloseTo(wanted, 9);
  });

  it.each(['', 'x', '1x', '1 Gi', '1gi', '1.2.3', 'Gi', '.'])('%j is none', (text) => {
    expect(quantity(text)).toBeNaN();
  });
});

describe('time', () => {
  it.each([
    [0, '2026-01-01T00:00:00Z'],
    [999, '2026-01-01T00:00:00Z'],
    [1_000, '2026-01-01T00:00:01Z'],
    [86_399_000, '2026-01-01T23:59:59Z'],
    [86_400_000, '2026-01-02T00:00:00Z'],
    [31 * 86_400_000, '2026-02-01T00:00:00Z'],
    [59 * 86_400_000, '2026-03-01T00:00:00Z'],
    [365 * 86_400_000, '2027-01-01T00:00:00Z'],
    [(365 + 365 + 59) * 86_400_000, '2028-02-29T00:00:00Z'],
  ])('%d ms is %s', (ms, text) => {
    expect(timestamp(ms)).toBe(text);
  });

  it('is what Date says, and reads back to the second, for a hundred years', () => {
    const start = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 366 * 86_400_000 }), (ms) => {
        const text = timestamp(ms);
        expect(text).toBe(new Date(start + ms).toISOString().replace(/\.\d+Z$/, 'Z'));
        expect(momentOf(text)).toBe(Math.floor(ms / 1000) * 1000);
      }),
    );
  });
});

describe('due work', () => {
  it('comes by its moment, and of one moment in the order in which it was added', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }))), (plan) => {
        const queue = new DueQueue<number>();
        let model: { atMs: number; work: number }[] = [];
        for (const [work, atMs] of plan.entries()) {
          if (atMs !== null) {
            queue.add(atMs, work);
            model.push({ atMs, work });
          } else {
            model = model.toSorted((a, b) => a.atMs - b.atMs || a.work - b.work);
            const first = model.shift();
            expect(queue.peek()).toMatchObject(first ?? {});
            const taken = queue.take();
            expect(taken && { atMs: taken.atMs, work: taken.work }).toEqual(first);
          }
          expect(queue.size).toBe(model.length);
        }
      }),
    );
  });

  it('of a copy is its own', () => {
    const queue = new DueQueue<string>();
    for (const atMs of [3, 1, 2]) queue.add(atMs, String(atMs));
    const copy = queue.copy();
    queue.take();
    copy.add(0, '0');
    expect([copy.take()?.work, copy.take()?.work, queue.take()?.work]).toEqual(['0', '1', '2']);
  });
});

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => {
      const chance = new Chance(seed);
      return Array.from({ length: 5 }, () => chance.next());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1)[0]).toBe(0.6270739405881613);
  });

  it('is spread evenly, within three per cent in ten bins of 100,000 draws', () => {
    for (const seed of [0, 1, 7, -1]) {
      const chance = new Chance(seed);
      const bins = Array.from({ length: 10 }, () => 0);
      for (let i = 0; i < 100_000; i++) {
        const bin = Math.floor(chance.next() * 10);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      for (const n of bins) expect(Math.abs(n - 10_000), `seed ${seed}: ${bins}`).toBeLessThan(300);
    }
  });

  it('between two numbers reaches both and nothing beyond', () => {
    const chance = new Chance(3);
    const drawn = new Set(Array.from({ length: 500 }, () => chance.between(2, 5)));
    expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  });

  it('gives names and uids that differ', () => {
    const chance = new Chance(5);
    expect(new Set(Array.from({ length: 2_000 }, () => uid(chance))).size).toBe(2_000);
    expect(new Set(Array.from({ length: 200 }, () => nameSuffix(chance))).size).toBe(200);
  });
});

describe('a key', () => {
  it.each([
    ['Pod', 'default', 'web-0'],
    ['Node', '', 'node-1'],
  ])('of %s %s %s can be taken apart again', (kind, namespace, name) => {
    const key = keyFor(kind, namespace, name);
    expect([kindOf(key), namespaceOf(key), nameOf(key)]).toEqual([kind, namespace, name]);
    expect(keyOf({ kind, metadata: { name, ...(namespace && { namespace }) } })).toBe(key);
  });
});
