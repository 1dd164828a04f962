import { describe, expect, it } from 'vitest';
import { isSame, mergePatch, strategicMerge } from '@/lib/cluster/api/merge';

const db = { name: 'db', image: 'db:v1', env: [{ name: 'A', value: '1' }] };
const log = { name: 'log', image: 'log:v1' };

describe('a merge patch', () => {
  it.each([
    ['adds', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['replaces', { a: 1 }, { a: 2 }, { a: 2 }],
    ['removes with null', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['removes what is not there', { b: 2 }, { a: null }, { b: 2 }],
    ['goes into objects', { a: { b: 1, c: 2 } }, { a: { c: null, d: 3 } }, { a: { b: 1, d: 3 } }],
    ['puts an object in place of a value', { a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['puts a value in place of an object', { a: { b: 1 } }, { a: 1 }, { a: 1 }],
    ['drops nulls from a new object', {}, { a: { b: null, c: 1 } }, { a: { c: 1 } }],
    ['replaces lists whole', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    [
      'replaces lists of containers whole',
      { containers: [db, log] },
      { containers: [log] },
      { containers: [log] },
    ],
    ['changes nothing when it is empty', { a: 1 }, {}, { a: 1 }],
  ])('%s', (_, base, patch, wanted) => {
    const before = structuredClone(base);
    expect(mergePatch(base, patch)).toEqual(wanted);
    expect(base).toEqual(before);
  });
});

describe('a strategic merge patch', () => {
  it.each([
    [
      'changes a container by its name',
      { containers: [db, log] },
      { containers: [{ name: 'log', image: 'log:v2' }] },
      { containers: [db, { name: 'log', image: 'log:v2' }] },
    ],
    [
      'adds a container before those it does not name',
      { containers: [db] },
      { containers: [log] },
      { containers: [log, db] },
    ],
    [
      'deletes a container with $patch',
      { containers: [db, log] },
      { containers: [{ name: 'db', $patch: 'delete' }] },
      { containers: [log] },
    ],
    [
      'deletes nothing that is not there',
      { containers: [db] },
      { containers: [{ name: 'x', $patch: 'delete' }] },
      { containers: [db] },
    ],
    [
      'deletes nothing from no list',
      {},
      { containers: [{ name: 'x', $patch: 'delete' }] },
      { containers: [] },
    ],
    [
      'merges variables by name',
      { env: [{ name: 'A', value: '1' }] },
      { env: [{ name: 'B', value: '2' }] },
      {
        env: [
          { name: 'B', value: '2' },
          { name: 'A', value: '1' },
        ],
      },
    ],
    [
      'merges mounts by path',
      { volumeMounts: [{ mountPath: '/a', name: 'x' }] },
      { volumeMounts: [{ mountPath: '/a', name: 'y' }] },
      { volumeMounts: [{ mountPath: '/a', name: 'y' }] },
    ],
    [
      "merges a container's ports by containerPort",
      { ports: [{ containerPort: 80 }] },
      { ports: [{ containerPort: 80, name: 'web' }, { containerPort: 81 }] },
      { ports: [{ containerPort: 80, name: 'web' }, { containerPort: 81 }] },
    ],
    [
      "merges a Service's ports by port",
      { ports: [{ port: 80, targetPort: 1 }] },
      { ports: [{ port: 80, targetPort: 2 }] },
      { ports: [{ port: 80, targetPort: 2 }] },
    ],
    [
      'removes a field with null',
      { containers: [db] },
      { containers: [{ name: 'db', env: null }] },
      { containers: [{ name: 'db', image: 'db:v1' }] },
    ],
    [
      'drops nulls from a new element',
      { containers: [db] },
      { containers: [{ name: 'x', env: null }] },
      { containers: [{ name: 'x' }, db] },
    ],
    ['replaces lists that have no key', { args: ['a', 'b'] }, { args: ['c'] }, { args: ['c'] }],
    [
      'replaces tolerations',
      { tolerations: [{ key: 'a' }] },
      { tolerations: [{ key: 'b' }] },
      { tolerations: [{ key: 'b' }] },
    ],
  ])('%s', (_, base, patch, wanted) => {
    const before = structuredClone(base);
    expect(strategicMerge(base, patch)).toEqual(wanted);
    expect(base).toEqual(before);
  });
});

describe('a list by key with $patch: replace in it', () => {
  it('is what the patch has beside that', () => {
    const base = { containers: [{ name: 'a' }, { name: 'b' }] };
    const patch = { containers: [{ name: 'c' }, { $patch: 'replace' }] };
    expect(strategicMerge(base, patch)).toEqual({ containers: [{ name: 'c' }] });
  });
});

describe('a directive in a map', () => {
  it.each([
    ['replace forgets what was there', { $patch: 'replace', b: 2 }, { m: { b: 2 }, other: 1 }],
    ['delete leaves nothing', { $patch: 'delete' }, { m: {}, other: 1 }],
    ['nothing else does', { b: 2 }, { m: { a: 1, b: 2 }, other: 1 }],
    ['retainKeys keeps what it names', { $retainKeys: ['b'], b: 2 }, { m: { b: 2 }, other: 1 }],
    [
      'the order of elements is taken and does nothing',
      { '$setElementOrder/x': [] },
      { m: { a: 1 }, other: 1 },
    ],
  ])('%s', (_, m, wanted) => {
    expect(strategicMerge({ m: { a: 1 }, other: 1 }, { m })).toEqual(wanted);
  });
});

describe('a list of plain values', () => {
  it.each([
    ['of finalizers grows', { finalizers: ['b', 'c'] }, { finalizers: ['a', 'b', 'c'] }],
    ['shrinks by a directive', { '$deleteFromPrimitiveList/finalizers': ['a'] }, { finalizers: ['b'] }],
  ])('%s', (_, patch, wanted) => {
    expect(strategicMerge({ finalizers: ['a', 'b'] }, patch)).toEqual(wanted);
  });
});

describe('sameness', () => {
  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }, true],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, false],
    [{}, [], false],
    [null, {}, false],
    [0, '0', false],
    [undefined, undefined, true],
  ])('of %j and %j is %s, both ways', (a, b, wanted) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([wanted, wanted]);
  });
});
