import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validate } from '@/lib/quiz/validate';
import { hotspot, lab, match, multiple, numeric, order, service, single } from './items';

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

describe('an answer of another kind is invalid when', () => {
  const pairs = match('pairs', 3, [0, 1]);
  const number = numeric('number', 12, { units: [{ name: 's', times: 1 }] });
  const fill = service('fill');
  const spot = hotspot('spot', [0, 1, 0]);

  it.each([
    ['a stem is missing', pairs, [0], 'wrong-form'],
    ['no stem has a choice', pairs, [-1, -1], 'nothing-chosen'],
    ['a stem has a choice that there is not', pairs, [0, 3], 'place-out-of-range'],
    ['a stem has a place below -1', pairs, [0, -2], 'place-out-of-range'],
    ['texts come for places', pairs, ['0', '1'], 'wrong-form'],
    ['texts come for choices', one, ['0'], 'wrong-form'],
    ['a place comes for a text', number, [12], 'wrong-form'],
    ['two numbers come', number, ['1', '2'], 'wrong-form'],
    ['the text is empty', number, [' '], 'nothing-chosen'],
    ['the text is no number', number, ['twelve'], 'not-a-number'],
    ['thousands are set apart', number, ['1,000'], 'not-a-number'],
    ['the number has two points', number, ['1.2.3'], 'not-a-number'],
    ['the unit is unknown', number, ['12 h'], 'unknown-unit'],
    ['the number is very long', number, ['1'.repeat(41)], 'text-too-long'],
    ['a blank is missing', fill, ['web', 'selector'], 'wrong-form'],
    ['all blanks are empty', fill, ['', ' ', ''], 'nothing-chosen'],
    ['a blank is very long', fill, ['web', 'selector', '8'.repeat(501)], 'text-too-long'],
    ['the filled manifest is no YAML', fill, ['web', 'selector', '[1'], 'not-yaml'],
    ['two lines are chosen where one is the fault', spot, [0, 1], 'one-choice-only'],
    ['a line is past the last', spot, [3], 'place-out-of-range'],
    ['a lab is answered without its log', lab('goals', [1]), [0], 'answered-by-log'],
    ['numbers and texts are mixed', pairs, [0, '1'] as unknown as number[], 'wrong-form'],
  ])('%s', (_, item, response, code) => {
    expect(validate(item, response)).toBe(code);
  });

  it.each([
    [pairs, [0, -1]],
    [pairs, [2, 2]],
    [number, ['-3 s']],
    [numeric('other', 1, { units: [], unitPenalty: 0.1 }), ['3 h']],
    [fill, ['', 'x', '']],
    [spot, [2]],
    [hotspot('two', [1, 1, 0]), [0, 2]],
  ])('no wrong answer is (%#)', (item, response) => {
    expect(validate(item, response)).toBeUndefined();
  });
});
