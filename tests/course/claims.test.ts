import { describe, expect, it } from 'vitest';
import claims from '@/content/claims';
import { getClaim } from '@/lib/course/claims';

/** The verdicts on the study notes' sentences about StatefulSet, as they were checked against Kubernetes. */
const checked = {
  'statefulset-03': 'holds-with-nuance',
  'statefulset-04': 'holds',
  'statefulset-05': 'holds-with-nuance',
  'statefulset-06': 'holds-with-nuance',
  'statefulset-07': 'holds',
  'statefulset-08': 'holds-with-nuance',
  'statefulset-09': 'holds-with-nuance',
  'statefulset-10': 'holds-with-nuance',
  'statefulset-11': 'wrong',
  'statefulset-12': 'holds',
  'statefulset-13': 'outdated',
  'statefulset-14': 'holds',
};

describe('claims of the study notes', () => {
  it('are those that were checked, each with its verdict', () => {
    expect(Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]))).toEqual(checked);
  });

  it('have each id once', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  });

  it.each(claims)('$id is written in both languages and names its source', ({ quote, today, source }) => {
    for (const text of [quote.en, quote.zh, today.en, today.zh, source]) expect(text.trim()).not.toBe('');
    expect(quote.zh + today.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(quote.en + today.en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(claims)('$id opens and closes code marks in pairs', ({ today }) => {
    for (const text of Object.values(today)) expect(text.split('`').length % 2, text).toBe(1);
  });

  it('tell an author who names an unknown one', () => {
    expect(() => getClaim('statefulset-99')).toThrow('No claim "statefulset-99" in content/claims.ts');
  });
});
