import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlLines } from '@/lib/kubectl/yaml/emit';

describe('YAML is written as kubectl writes it', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: 2 }, 'a: 2\nb: 1'],
    [{ a: [{ b: 1, c: 2 }, { b: 3 }] }, 'a:\n- b: 1\n  c: 2\n- b: 3'],
    [{ a: [['x', 'v'], []] }, 'a:\n- - x\n  - v\n- []'],
    [{ a: {}, b: [], c: null, d: undefined }, 'a: {}\nb: []\nc: null'],
    [{ a: { b: { c: 1 } } }, 'a:\n  b:\n    c: 1'],
    [{ a: 'x\ny\n' }, 'a: |\n  x\n  y'],
    [{ a: 'x\ny' }, 'a: |-\n  x\n  y'],
    [{ a: ['x\ny'] }, 'a:\n- |-\n  x\n  y'],
    [{ a10: 1, a9: 2 }, 'a9: 2\na10: 1'],
    [{}, '{}'],
  ])('%j', (value, text) => {
    expect(yamlLines(value).join('\n')).toBe(text);
  });

  it.each([
    ['plain', 'plain'],
    ['a b', 'a b'],
    ['true', '"true"'],
    ['yes', '"yes"'],
    ['y', '"y"'],
    ['null', '"null"'],
    ['1', '"1"'],
    ['1e3', '"1e3"'],
    ['0x1F', '"0x1F"'],
    ['2026-01-01', '"2026-01-01"'],
    ['2026-01-01T00:00:00Z', '"2026-01-01T00:00:00Z"'],
    ['', '""'],
    ['*/5 * * * *', "'*/5 * * * *'"],
    ['a: b', "'a: b'"],
    ['a:b', 'a:b'],
    ['a #b', "'a #b'"],
    ["it's", "it's"],
    ["'it", "'''it'"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['{a}', "'{a}'"],
    [' a', "' a'"],
    ['100m', '100m'],
    ['25%', '25%'],
    ['\u0007', '"\\a"'],
  ])('the text %j is %s', (text, written) => {
    expect(yamlLines({ a: text }).join('\n')).toBe(`a: ${written}`);
  });

  it('goes on below at the first blank after the eightieth column', () => {
    const text =
      '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.';
    expect(yamlLines({ status: { conditions: [{ message: text }] } })).toEqual([
      'status:',
      '  conditions:',
      "  - message: '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are",
      "      available: 1 Preemption is not helpful for scheduling.'",
    ]);
    const plain = 'a'.repeat(70);
    expect(yamlLines({ k: `${plain} ${plain} b` })).toEqual([`k: ${plain} ${plain}`, '  b']);
    expect(yamlLines({ k: 'x'.repeat(200) })).toEqual([`k: ${'x'.repeat(200)}`]);
    expect(parse(yamlLines({ a: text, b: `${plain} ${plain} b` }).join('\n'))).toEqual({
      a: text,
      b: `${plain} ${plain} b`,
    });
  });

  it('reads back as what was written', () => {
    const value = {
      z: ['1', 1, true, 'true', null, '~', { 'a: b': "x'y", '': ' ' }],
      'multi line': 'a\n\n  b\n',
      t: '\tx',
    };
    expect(parse(yamlLines(value).join('\n'), { version: '1.1' })).toEqual(value);
  });
});
