import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validate } from '@/lib/quiz/validate';
import { multiple, order, single } from './items';

const one = single('one', 3, 0);
const many = multiple('many', 4, [0, 1]);
const steps = order('steps', 'ABC', ['A<B']);

describe('an answer is invalid, which is not wrong, when', () => {
  it.each([
    ['nothing is chosen', one, [], 'nothing-chosen'],
    ['nothing is chosen', many, [], 'nothing-chosen'],
    ['no step is placed', steps, [], 'nothing-chosen'],
    ['a single item gets two choices', one, [0, 1], 'one-choice-only'],
    ['a place is below 0', one, [-1], 'place-out-of-range'],
    ['a place is past the last', one, [3], 'place-out-of-range'],
    ['a place is no whole number', many, [0.5], 'place-out-of-range'],
    ['a place is not a number', many, [Number.NaN], 'place-out-of-range'],
    ['a place is there twice', many, [1, 1], 'place-twice'],
    ['a step is there twice', steps, [0, 0, 1], 'place-twice'],
    ['a step is missing', steps, [2, 0], 'not-every-step'],
  ])('%s (%#)', (_, item, places, code) => {
    expect(validate(item, places)).toBe(code);
  });

  it('no wrong answer is', () => {
    expect(validate(one, [2])).toBeUndefined();
    expect(validate(many, [2, 3])).toBeUndefined();
    expect(validate(many, [0, 1, 2, 3])).toBeUndefined();
    expect(validate(steps, [2, 1, 0])).toBeUndefined();
  });

  it('it does not depend on the key', () => {
    const places = fc.array(fc.integer({ min: -2, max: 6 }), { maxLength: 6 });
    fc.assert(
      fc.property(places, (answer) => {
        expect(validate(many, answer)).toBe(validate(multiple('many', 4, [2]), answer));
        expect(validate(steps, answer)).toBe(validate(order('steps', 'ABC', ['C<A', 'C<B']), answer));
      }),
    );
  });
});
