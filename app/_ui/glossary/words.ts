import type { Locale } from '@/lib/text';

export interface GlossaryWords {
  readonly title: string;
  readonly lead: string;
  readonly letters: string;
  /** The lesson that explains a word, by number and title. */
  readonly lesson: string;
}

export const glossaryWords: Readonly<Record<Locale, GlossaryWords>> = {
  en: {
    title: 'Glossary',
    lead: '{n} words that the course explains, each with the place where it needs the word first.',
    letters: 'Letters',
    lesson: 'Lesson {n}: {title}',
  },
  zh: {
    title: '词汇表',
    lead: '课程解释过的 {n} 个词，按拼音排列，保留英文的词按字母排在其间。每个词都附有它第一次出现的地方。',
    letters: '字母',
    lesson: '第 {n} 课：{title}',
  },
};
