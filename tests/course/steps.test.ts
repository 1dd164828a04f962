import { describe, expect, it } from 'vitest';
import { countSteps, type LessonSteps, laneOf } from '@/app/_ui/lesson/steps';

const steps: LessonSteps = {
  slug: 'x',
  sections: ['question', 'order', 'lab', 'quiz'],
  items: ['a', 'b'],
  labs: ['l'],
};

describe('the lane of a lesson', () => {
  it('is dots before anything was done', () => {
    expect(laneOf(steps)).toEqual(['toCome', 'toCome', 'toCome', 'toCome']);
  });

  it('is hollow where a section was read', () => {
    expect(laneOf(steps, { sections: ['order', 'quiz'], items: {}, labs: [] })).toEqual([
      'toCome',
      'read',
      'toCome',
      'read',
    ]);
  });

  it('is half full at the quiz while some of it is right, or only answered', () => {
    for (const items of [{ a: 'firstTry' }, { a: 'wrong' }] as const) {
      expect(laneOf(steps, { sections: [], items, labs: [] })[3]).toBe('partly');
    }
  });

  it('is solid at a solved lab', () => {
    expect(laneOf(steps, { sections: [], items: {}, labs: ['l'] })[2]).toBe('proven');
  });

  it('makes what was read solid once the whole quiz is right, and leaves dots where nothing was read', () => {
    const lane = laneOf(steps, { sections: ['question'], items: { a: 'firstTry', b: 'later' }, labs: [] });
    expect(lane).toEqual(['proven', 'toCome', 'toCome', 'proven']);
  });
});

describe('the count of steps', () => {
  it('is of sections, items and labs', () => {
    expect(countSteps(steps)).toEqual({ done: 0, of: 7 });
  });

  it('counts what was read, answered rightly at any try, and solved', () => {
    const items = { a: 'later', b: 'wrong' } as const;
    expect(countSteps(steps, { sections: ['question'], items, labs: ['l'] }).done).toBe(3);
  });

  it('counts nothing that the lesson does not have any more', () => {
    expect(countSteps(steps, { sections: ['old'], items: { old: 'firstTry' }, labs: ['old'] }).done).toBe(0);
  });
});
