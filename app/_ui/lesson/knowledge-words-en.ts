import type { Counted } from '@/app/_ui/review/reader-dates';
import { en as kept } from './kept-words-en';
import type { KnowledgeWords } from './knowledge-words';

const every = (text: string): Counted => ({ one: text, other: text });

export const en: KnowledgeWords = {
  summary: {
    none: { one: 'None of {of} concepts is solid yet.', other: 'None of {of} concepts is solid yet.' },
    solid: { one: '{n} of {of} concepts is solid.', other: '{n} of {of} concepts are solid.' },
  },
  fading: { one: '{n} is fading.', other: '{n} are fading.' },
  due: { one: '{n} concept is due today.', other: '{n} concepts are due today.' },
  review: 'Review',
  states: { new: 'not tried', tried: 'tried', ok: 'right', solid: 'solid', fading: 'fading' },
  meanings: {
    new: 'no question answered yet',
    tried: 'tried, the last time not right or with a hint',
    ok: 'right the last time',
    solid: 'right on several days, in several variants',
    fading: 'was known, may be forgotten by now',
  },
  concepts: 'Concepts',
  because: 'Because',
  comesBack: 'comes back {when}',
  rules: {
    wasTried: {
      holds: { one: 'It was tried: {n} try counts.', other: 'It was tried: {n} tries count.' },
      fails: every('It was not tried yet.'),
    },
    lastIsRight: {
      holds: every('The last try was right, without a hint.'),
      fails: every('The last try was not right, or took a hint.'),
    },
    isRightOften: {
      holds: {
        one: 'Right without a hint {n} time in the last {of} tries; {needs} are needed.',
        other: 'Right without a hint {n} times in the last {of} tries; {needs} are needed.',
      },
      fails: {
        one: 'Right without a hint {n} time in the last {of} tries; {needs} are needed.',
        other: 'Right without a hint {n} times in the last {of} tries; {needs} are needed.',
      },
    },
    isRightOnDays: {
      holds: {
        one: 'Right on {n} day; {needs} are needed.',
        other: 'Right on {n} days; {needs} are needed.',
      },
      fails: {
        one: 'Right on {n} day; {needs} are needed.',
        other: 'Right on {n} days; {needs} are needed.',
      },
    },
    isRightInVariants: {
      holds: {
        one: 'Right in {n} variant of the question; {needs} are needed.',
        other: 'Right in {n} variants of the question; {needs} are needed.',
      },
      fails: {
        one: 'Right in {n} variant of the question; {needs} are needed.',
        other: 'Right in {n} variants of the question; {needs} are needed.',
      },
    },
    isRemembered: {
      holds: every('The chance that you still know it is {has}; below {needs} it fades.'),
      fails: every('The chance that you still know it has fallen to {has}; below {needs} it fades.'),
    },
  },
  signs: { holds: 'holds', fails: 'does not hold' },
  restsOn: 'rests on {days}',
  tries: 'The tries that count, the latest first',
  results: { right: 'right, without a hint', aided: 'right, with a hint', wrong: 'not right' },
  where: { lesson: 'in the lesson’s quiz', review: 'in a review' },
  notBegun: 'Lessons not begun',
  notBegunCount: { one: '{n} concept', other: '{n} concepts' },
  loading: 'Looking up what you know',
  failed: 'What you know of each concept cannot be looked up at the moment.',
  failedKept: 'Nothing is lost. Your answers stay saved, and the steps below are as they were last read.',
  again: 'Ask again',
  kept,
};
