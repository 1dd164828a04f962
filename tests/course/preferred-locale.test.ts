import { describe, expect, it } from 'vitest';
import { preferredLocale } from '@/lib/course/preferred-locale';

describe('the language that a request prefers', () => {
  it.each([
    ['', 'en'],
    ['*', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['ZH-hans', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9', 'en'],
    ['fr, zh;q=0.3, en;q=0.2', 'zh'],
    ['en;q=0.1, zh;q=0.7', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['zh;q=0', 'en'],
    ['zh;q=seven', 'en'],
    ['zh;q=7', 'en'],
    [',;,;q=,', 'en'],
    [`${'x,'.repeat(600)}zh`, 'en'],
  ])('of %j is %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
