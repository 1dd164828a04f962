import { describe, expect, it } from 'vitest';
import { classAddress } from '@/lib/class/address';

describe('an address that is read out in a class', () => {
  it.each([
    ['/join', '/zh/join'],
    ['/join/', '/zh/join'],
    ['/join/K7QM-2XWR', '/zh/join#K7QM-2XWR'],
    ['/join/k7qm%202xwr', '/zh/join#k7qm%202xwr'],
    ['/en/join/K7QM-2XWR', '/en/join#K7QM-2XWR'],
    ['/teach', '/zh/teach'],
  ])('%s leads to %s for a reader of Chinese', (typed, page) => {
    expect(classAddress(typed, 'zh')).toBe(page);
  });

  it.each([
    '/',
    '/en',
    '/en/join',
    '/zh/teach',
    '/join/K7QM-2XWR/more',
    `/join/${'x'.repeat(41)}`,
    '/teach/x',
    '/learn/join',
    '/de/join/K7QM-2XWR',
    '//join/K7QM',
  ])('%s leads nowhere else', (typed) => {
    expect(classAddress(typed, 'en')).toBeUndefined();
  });
});
