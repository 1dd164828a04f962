import { describe, expect, test } from 'vitest';
import { codeClass, cutAtUnbroken } from '@/lib/course/mdx/identity.mjs';

describe('What is read in one piece is not broken at the end of a line', () => {
  const pieces = (text: string) => cutAtUnbroken(text).filter((_, at) => at % 2 === 1);

  test.each([
    ['a name with an ordinal', 'Delete data-web-1 and web-0.', ['data-web-1', 'web-0']],
    ['a flag with its value', 'With --cascade=orphan only the set goes', ['--cascade=orphan']],
    ['a number and its unit', 'At 7,330 s, not at 26.7 s.', ['7,330 s', '26.7 s']],
    ['a number and its unit in Chinese', '第 16 秒应用', ['16 秒']],
    ['nothing in a plain sentence', 'All 3 sets - and 4 so on - are there.', []],
  ])('%s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
    expect(cutAtUnbroken(text).join('')).toBe(text);
  });

  test('Code stays in one piece as long as it fits into the narrowest line', () => {
    expect(codeClass('PreferNoSchedule')).toBe('identity');
    expect(codeClass('node.kubernetes.io/unschedulable:NoSchedule')).toBeUndefined();
  });
});
