import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What is promised of quizzes, progress, review and classes, by its number in the plan, and the tests that hold it: file and title. */
const promises: readonly (readonly [number, string, readonly (readonly [string, string])[]])[] = [
  [
    1,
    'no key reaches a browser before an answer: canaries in every key, a crawl of all that is served',
    [
      ['e2e/keys-stay-home.spec.ts', 'The finder finds every key, however it is written'],
      ['e2e/keys-stay-home.spec.ts', 'A browser gets no key: not in a page, not in a payload, not in a file'],
      ['e2e/keys-stay-home.spec.ts', 'The quiz says nothing of its keys before an answer'],
      ['e2e/keys-stay-home.spec.ts', 'No route of the API tells a key to who has opened a quiz'],
      ['e2e/two-devices.spec.ts', "tellsNothingBefore(page.request, 'review'"],
      ['quiz/generator.test.ts', '$id keeps key, reasons and run from the browser'],
    ],
  ],
  [
    2,
    'the order of options does not correlate with the authored one',
    [
      ['quiz/leaks.test.ts', 'do not tell the order in its file'],
      ['quiz/leaks.test.ts', 'have the right one at each place about as often'],
      ['e2e/keys-stay-home.spec.ts', 'The order in which options stand tells nothing'],
    ],
  ],
  [
    3,
    'golden vectors of ordering',
    [['quiz/score.test.ts', 'answered %s has the share %d of its pairs in order, q, and earns 2q - 1']],
  ],
  [
    4,
    'golden vector of item statistics',
    [['statistics/golden.test.ts', 'holds to 1e-9 for item %i, against exact fractions']],
  ],
  [
    5,
    'blind guessing earns at most 0.4 of any item',
    [['quiz/leaks.test.ts', 'earn at most 0.4 of $id ($kind)']],
  ],
  [
    6,
    'over 200 seeds a key is unique and options are distinct',
    [
      ['quiz/leaks.test.ts', '$id ($kind) writes options that differ in both languages'],
      ['quiz/generator.test.ts', '%s draws variants that keep the rules of items and differ'],
      ['quiz/generator.test.ts', '$id has the key that a run gives anew, whatever is remembered'],
    ],
  ],
  [
    7,
    'the schedule of FSRS, the vectors of orders with several legal ones',
    [
      ['review/schedule.test.ts', 'after good each time the gaps are 2, 11, 46 and 163 days, and then 180'],
      ['review/schedule.test.ts', 'after %i times good, what is forgotten comes back after %j days'],
      ['quiz/score.test.ts', 'takes each of its six legal orders as right and no other'],
      ['quiz/score.test.ts', 'with several legal orders gives blind guessing what was measured'],
    ],
  ],
  [8, 'from a graded answer to a rating', [['review/rate.test.ts', 'the rating map']]],
  [
    9,
    'submissions at once are one try',
    [
      ['server/answers.test.ts', '100 times at once counts once'],
      ['server/drawn.test.ts', '20 times at once counts once'],
      ['server/review-answers.test.ts', '20 times at once counts once and is rated once'],
    ],
  ],
  [
    17,
    'who was anonymous keeps every row in the account, also of two devices',
    [
      ['server/merge.test.ts', 'keep every row of every table, each exactly once'],
      ['server/auth-merge.test.ts', 'that signs in has the history of both, and so has the first'],
      ['e2e/two-devices.spec.ts', 'a second device brings its own history, and both meet'],
    ],
  ],
  [
    18,
    'what is deleted leaves no canary',
    [
      ['server/privacy.test.ts', 'leaves nothing of them in any column of any table, nor in the file'],
      ['server/auth-erase.test.ts', 'leaves nothing of them in any table nor in the file'],
      ['e2e/two-devices.spec.ts', 'everything is deleted, and the other device begins anew'],
    ],
  ],
  [
    19,
    'every table says what it holds of a person',
    [['server/privacy.test.ts', 'names every model of the schema and every table of the database']],
  ],
  [
    20,
    'thirty sign in from one address at once',
    [['server/password-doors.test.ts', 'let thirty learners of one school sign in at once']],
  ],
  [
    22,
    'roles by classes: nothing of another class is ever readable',
    [
      ['server/class-rights.test.ts', 'is asked of every function that these modules export'],
      ['server/class-routes.test.ts', '$route of class $side gives each role what is theirs'],
      ['e2e/class.spec.ts', 'another instructor sees nothing'],
    ],
  ],
];

const tests = path.resolve(import.meta.dirname, '..');

describe.each(promises)('promise %i: %s', (_, __, held) => {
  it.each(held)('is held by tests/%s: %s', (file, title) => {
    expect(existsSync(path.join(tests, file)), `tests/${file}`).toBe(true);
    expect(readFileSync(path.join(tests, file), 'utf8')).toContain(title);
  });
});
