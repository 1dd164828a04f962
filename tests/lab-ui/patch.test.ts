import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patched, patchOf } from '@/app/_ui/lab/patch';

const apply = (before: unknown, after: unknown) => {
  const patch = patchOf(before, after);
  return patch === undefined ? before : patched(before, structuredClone(patch));
};

test('a patch makes the one value of the other, whatever they are', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(apply(before, after)).toEqual(after);
    }),
  );
});

test.each(['toString', 'constructor', '__proto__'])('a field may be called %s', (name) => {
  const named = (value: unknown) => JSON.parse(`{"${name}": ${JSON.stringify(value)}}`);
  for (const [before, after] of [
    [named(1), {}],
    [{}, named(1)],
    [named({ a: 1 }), named({ a: 2 })],
  ])
    expect(JSON.stringify(apply(before, after))).toBe(JSON.stringify(after));
  expect(patchOf(named(1), named(1))).toBeUndefined();
});

test('the same holds for two values of one shape, as views are', () => {
  const entry = fc.record({ key: fc.string(), n: fc.nat(3), open: fc.boolean() }, { requiredKeys: ['key'] });
  const view = fc.record({ nowMs: fc.nat(9), list: fc.array(entry, { maxLength: 6 }) });
  fc.assert(fc.property(view, view, (before, after) => void expect(apply(before, after)).toEqual(after)));
});

test('values that are the same have no patch', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => patchOf(value, structuredClone(value)) === undefined));
});

test('what does not change stays the same object', () => {
  const before = { pods: [{ name: 'a' }, { name: 'b', used: 0.1 }], nodes: [{ name: 'n' }] };
  const after = { pods: [{ name: 'a' }, { name: 'b', used: 0.2 }], nodes: [{ name: 'n' }] };
  const made = apply(before, after) as typeof before;
  expect(made).toEqual(after);
  expect(made.pods[0]).toBe(before.pods[0]);
  expect(made.nodes).toBe(before.nodes);
});

test.each([
  ['put in front', [9, 1, 2, 3, 4, 5, 6]],
  ['appended', [1, 2, 3, 4, 5, 6, 9]],
  ['taken out of the middle', [1, 2, 5, 6]],
])('of a list to which something was %s only that is told', (_, after) => {
  const before = [1, 2, 3, 4, 5, 6].map((n) => ({ n }));
  const patch = patchOf(
    before,
    after.map((n) => before.find((one) => one.n === n) ?? { n }),
  );
  const put = patch !== undefined && 'splice' in patch ? patch.splice.put : undefined;
  expect(put).toEqual(after.includes(9) ? [{ n: 9 }] : []);
});

test('of a list of objects with an identity those that came and changed are told, however the others have moved', () => {
  const pod = (uid: string, used = 0) => ({ uid, used, spec: { of: uid } });
  const before = ['a', 'b', 'c', 'd', 'e', 'f'].map((uid) => pod(uid));
  const [a, b, , d, e, f] = before;
  const after = [b, a, pod('x'), d, pod('e', 1), f];
  const patch = patchOf(before, after);
  expect(patch).toEqual({
    runs: [{ from: 1, count: 1 }, { from: 0, count: 1 }, { put: [pod('x')] }, { from: 3, count: 3 }],
    items: [[4, { fields: { used: { to: 1 } } }]],
  });
  const made = apply(before, after) as typeof before;
  expect(made).toEqual(after);
  for (const [at, same] of [
    [0, b],
    [1, a],
    [3, d],
    [5, f],
  ] as const)
    expect(made[at]).toBe(same);
  expect(made[4]?.spec).toBe(e?.spec);
});

test('an identity that two items share does no harm', () => {
  const item = fc.record({ uid: fc.constantFrom('a', 'b', 'c'), n: fc.nat(3) }, { requiredKeys: [] });
  const list = fc.array(item, { maxLength: 6 });
  fc.assert(fc.property(list, list, (before, after) => void expect(apply(before, after)).toEqual(after)));
});

test('what is the same object on both sides is not looked into', () => {
  const untouched = new Proxy({}, { ownKeys: () => expect.fail('was looked into') });
  expect(patchOf({ pods: untouched, nowMs: 1 }, { pods: untouched, nowMs: 2 })).toEqual({
    fields: { nowMs: { to: 2 } },
  });
});
