import { beforeEach, describe, expect, it, vi } from 'vitest';
import { entryOfRef, getQuiz, outlineOf, quizLessons } from '@/lib/course/quiz';
import { derive } from '@/lib/quiz/derive';
import { refOfItem } from '@/lib/quiz/item-ref';

vi.mock('@/lib/quiz/derive', async (original) => {
  const real = await original<typeof import('@/lib/quiz/derive')>();
  return { ...real, derive: vi.fn(real.derive) };
});

const lesson = 'statefulset-identity-and-order';

describe('the entries of a quiz', () => {
  beforeEach(() => {
    vi.mocked(derive).mockClear();
  });

  it('are outlined without playing a run', () => {
    expect(quizLessons().flatMap(outlineOf).length).toBeGreaterThan(100);
    expect(derive).not.toHaveBeenCalled();
  });

  it('are keyed one by one: who asks for one plays the run of no other, and each is played once', () => {
    const [first] = outlineOf(lesson);
    const entry = entryOfRef(refOfItem(lesson, first?.id ?? ''));
    expect(entry?.id).toBe(first?.id);
    expect(derive).toHaveBeenCalledTimes(1);
    const all = getQuiz(lesson)?.items ?? [];
    expect(all.map(({ id }) => id)).toEqual(outlineOf(lesson).map(({ id }) => id));
    expect(all[0]).toBe(entry);
    getQuiz(lesson);
    expect(derive).toHaveBeenCalledTimes(all.filter(({ kind }) => kind !== 'generated').length);
  });
});
