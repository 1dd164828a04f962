import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeBlanks, meaningOf } from '@/lib/quiz/yaml-fill';
import { service } from './items';

const times = (count: number, text: string) => text.repeat(count);

describe('what a manifest means', () => {
  it('is the same whatever the order of fields, the quotes, the comments and the style', () => {
    expect(meaningOf('a: 1\nb: [x, "z"]\n')).toEqual(meaningOf("# c\n'b':\n- x\n- z # d\na: 1\n"));
  });

  it('differs by type', () => {
    expect(meaningOf('a: 80')).not.toEqual(meaningOf('a: "80"'));
    expect(meaningOf('a: true')).not.toEqual(meaningOf('a: "true"'));
    expect(meaningOf('a: null')).not.toEqual(meaningOf('a: "null"'));
  });

  it.each([
    ['no YAML', 'a: [1, 2'],
    ['a field twice', 'a: 1\na: 2'],
    ['a tag of its own', 'a: !secret x'],
    ['a tag that makes an object', 'a: !!set {x}'],
    ['a date made an object', 'a: !!timestamp 2026-01-01'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['an alias within itself', 'a: &x [*x]'],
    ['an alias to nothing', 'a: *x'],
    ['more than 64 KiB', `a: ${times(64 * 1024, 'x')}`],
    ['brackets beyond the depth', times(51, '[') + times(51, ']')],
    ['dashes beyond the depth', `${times(51, '- ')}x`],
    ['maps beyond the depth', Array.from({ length: 60 }, (_, at) => `${times(at, ' ')}a:`).join('\n')],
    [
      'a bomb of aliases',
      `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: &d [*c,*c,*c]\ne: [*d,*d,*d]`,
    ],
  ])('is nothing for %s', (_, text) => {
    expect(meaningOf(text)).toBeUndefined();
  });

  it('is found or not within a moment, whatever is written', () => {
    const signs = fc.constantFrom(...'[]{}:-&*!|>"\'#, \nab01~?%@`');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 120 }), (text) => {
        const begun = performance.now();
        const texts = [text, text, text];
        meaningOf(text);
        judgeBlanks(service('any'), texts);
        expect(performance.now() - begun).toBeLessThan(2_000);
      }),
      { numRuns: 300 },
    );
  });
});
