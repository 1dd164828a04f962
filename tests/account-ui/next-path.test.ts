import { describe, expect, it } from 'vitest';
import { nextPath } from '@/app/_ui/account/next-path';

const next = (address: string) => nextPath(`?next=${encodeURIComponent(address)}`);

describe('where one goes after signing in', () => {
  it.each([
    ['/en/teach', '/en/teach'],
    ['/zh/learn/pods?x=1#quiz', '/zh/learn/pods?x=1#quiz'],
    ['/', '/'],
    ['/en/../zh/progress', '/zh/progress'],
    ['/en?next=//evil.test', '/en?next=//evil.test'],
  ])('is a path of this site: %s', (address, path) => {
    expect(next(address)).toBe(path);
  });

  it.each([
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    ' //evil.test',
    'https://evil.test/en',
    'http:evil.test',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'en/teach',
    '@evil.test',
    '',
    '/..//evil.test',
    '/en/sign-in',
    '/zh/sign-in?next=/en/sign-in',
  ])('is never %j', (address) => {
    expect(next(address)).toBeUndefined();
  });

  it('is nowhere else without one', () => {
    expect(nextPath('')).toBeUndefined();
    expect(nextPath('?other=/en')).toBeUndefined();
  });
});
