import { describe, expect, it } from 'vitest';
import { NoPattern, patternOf } from '@/lib/kubectl/regexp';

describe('regular expressions as grep has them', () => {
  it.each([
    ['a|b', 'b', true],
    ['^a+$', 'aaa', true],
    ['^a+$', 'aab', false],
    ['a{2,3}b', 'aab', true],
    ['^a{2}$', 'aaa', false],
    ['a{x', 'a{x', true],
    ['[^a-c]', 'abc', false],
    ['[]x]', ']', true],
    ['[[:digit:]-]', '-', true],
    ['\\bweb\\b', 'the web-0', true],
    ['\\<eb', 'web', false],
    ['(a|b)*c', 'ababc', true],
    ['', 'x', true],
    ['x?y', 'y', true],
    ['()', 'x', true],
    ['a.c', 'a\u{1f4a5}c'.normalize(), false],
  ])('%s in %s: %s', (pattern, text, expected) => {
    expect(patternOf(pattern).test(text)).toBe(expected);
  });

  it('a basic one has letters where an extended one has operators', () => {
    expect(patternOf('a+', { isBasic: true }).test('aa')).toBe(false);
    expect(patternOf('a\\+', { isBasic: true }).test('aa')).toBe(true);
    expect(patternOf('\\(a\\|b\\)c', { isBasic: true }).test('bc')).toBe(true);
    expect(patternOf('*a', { isBasic: true }).test('*a')).toBe(true);
    expect(patternOf('a^b$c', { isBasic: true }).test('a^b$c')).toBe(true);
  });

  it('finds what matches from left to right, as long as it can be', () => {
    expect(patternOf('a|ab|abc').matches('abcab')).toEqual(['abc', 'ab']);
    expect(patternOf('x*').matches('axxa')).toEqual(['xx']);
    expect(patternOf('\\w+', { isWord: true }).matches('web-0 is up')).toEqual(['web', '0', 'is', 'up']);
    expect(patternOf('A', { ignoresCase: true }).matches('aA')).toEqual(['a', 'A']);
  });

  it.each([
    '(',
    ')',
    '[',
    'a\\',
    '[b-a]',
    '[[:nope:]]',
    '(a)\\1',
    'a{300}',
    `${'('.repeat(100)}`,
    '((a{99}){99}){99}',
  ])('refuses %s', (pattern) => {
    expect(() => patternOf(pattern)).toThrow(NoPattern);
  });

  it('agrees with another machine wherever both know the pattern', () => {
    const parts = ['a', 'b', '.', '(a|b)', 'a*', 'b+', '(ab)?', '[ab]', '^', '$', 'a{1,2}', '(a|)', '(b*a)*'];
    const texts = ['', 'a', 'b', 'ab', 'ba', 'aab', 'abab', 'bbb', 'abba', 'c'];
    for (const x of parts)
      for (const y of parts)
        for (const z of parts)
          for (const text of texts)
            expect(patternOf(x + y + z).test(text), `${x}${y}${z} in ${text}`).toBe(
              new RegExp(x + y + z).test(text),
            );
  });
});
