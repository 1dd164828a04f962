import { describe, expect, it } from 'vitest';
import lessons from '@/content/lessons';
import { getClaim, getClaims } from '@/lib/course/claims';
import { getLesson, getLessons } from '@/lib/course/lessons';
import { checkedVerdicts } from '../content/verdicts';

describe('the claims of the study notes', () => {
  it('belong to one lesson each, all of them', () => {
    const taught = getLessons().flatMap(({ claims }) => claims);
    expect([...taught].sort()).toEqual(Object.keys(checkedVerdicts).sort());
  });

  it.each(Object.keys(lessons))('of %s are written, in the notes’ order', (slug) => {
    expect(lessons[slug]?.claims.map(({ id }) => id)).toEqual(getLesson(slug)?.claims);
  });

  it.each(getClaims())('$id is judged as it was checked', ({ id, verdict }) => {
    expect(verdict).toBe(checkedVerdicts[id]);
  });

  it.each(getClaims())(
    '$id is written in both languages and names its source',
    ({ quote, today, source }) => {
      for (const text of [quote.en, quote.zh, today.en, today.zh, source]) expect(text.trim()).not.toBe('');
      expect(quote.zh + today.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(quote.en + today.en).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it.each(getClaims())('$id opens and closes code marks in pairs', ({ today }) => {
    for (const text of Object.values(today)) expect(text.split('`').length % 2, text).toBe(1);
  });

  it('tell an author who names an unknown one', () => {
    expect(() => getClaim('statefulset-99')).toThrow('No claim "statefulset-99" in a lesson\'s claims.ts');
  });
});

describe('the lessons that a lesson needs', () => {
  it('come before it', () => {
    const slugs = getLessons().map(({ slug }) => slug);
    for (const { slug, needs } of getLessons())
      for (const needed of needs)
        expect(slugs.slice(0, slugs.indexOf(slug)), `${slug} needs ${needed}`).toContain(needed);
  });
});
