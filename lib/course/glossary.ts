import 'server-only';
import { type Locale, locales } from '../text';
import { getLessons } from './lessons';
import { sourceOf, withoutCode } from './source';

/** A word of the course, explained where it is used for the first time: `<Term word="…">explanation</Term>`. */
export interface GlossaryEntry {
  readonly word: string;
  /** The same word in the other language. */
  readonly inOther: string;
  /** Its explanation; backticks mark code. */
  readonly definition: string;
  /** The explanation without marks. */
  readonly text: string;
  /** Slug of the lesson that explains it. */
  readonly lesson: string;
  /** Id of the word in the lesson's text and of its entry in the glossary, the same in both languages. */
  readonly anchor: string;
  /** The letter under which it is looked up, A to Z: of a Chinese word the first of its pinyin. */
  readonly letter: string;
}

interface Term {
  readonly word: string;
  readonly definition: string;
}

/** The words that a lesson explains, in the order of its text. */
function termsIn(slug: string, locale: Locale): readonly Term[] {
  return [...withoutCode(sourceOf(slug, locale)).matchAll(/<Term word="([^"]+)">([\s\S]*?)<\/Term>/g)].map(
    ([, word = '', definition = '']) => ({ word, definition: definition.replace(/\s+/g, ' ').trim() }),
  );
}

const anchorOf = (english: string) =>
  `term-${english
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;

/** The first character of each letter's syllables in the order of pinyin (CLDR, collation `pinyin`); no syllable begins with I, U or V. */
const pinyinBegins = '阿八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀';
const pinyinLetters = 'ABCDEFGHJKLMNOPQRSTWXYZ';

/** Characters with several readings, each with one that is only read as the words of the course have it. */
const readAs: Readonly<Record<string, string>> = { 调: '条', 重: '虫', 弹: '谈' };

const collators: Readonly<Record<Locale, Intl.Collator>> = {
  en: new Intl.Collator('en'),
  zh: new Intl.Collator('zh-Hans-u-co-pinyin'),
};

const isLatin = (word: string) => /^[\x20-\x7e]/.test(word);
const sounded = (word: string) => word.replace(/./gu, (one) => readAs[one] ?? one);

function letterOf(word: string): string {
  if (isLatin(word)) return word.charAt(0).toUpperCase();
  const at = [...pinyinBegins].findLastIndex((begin) => collators.zh.compare(begin, sounded(word)) <= 0);
  return pinyinLetters.charAt(Math.max(at, 0));
}

/** By letter; under a letter the words that stay English, then the Chinese ones by pinyin. */
const inOrder = (locale: Locale) => (one: GlossaryEntry, other: GlossaryEntry) =>
  collators.en.compare(one.letter, other.letter) ||
  Number(isLatin(other.word)) - Number(isLatin(one.word)) ||
  collators[locale].compare(sounded(one.word), sounded(other.word));

/** The words of a lesson in the order of its text. Both languages explain the same ones in the same order: a test holds how many. */
function entriesOf(lesson: string, locale: Locale): readonly GlossaryEntry[] {
  const english = termsIn(lesson, 'en');
  const others = termsIn(lesson, locales.find((each) => each !== locale) ?? locale);
  return termsIn(lesson, locale).map(({ word, definition }, at) => ({
    word,
    inOther: others[at]?.word ?? word,
    definition,
    text: definition.replaceAll('`', ''),
    lesson,
    anchor: anchorOf(english[at]?.word ?? `${lesson}-${at + 1}`),
    letter: letterOf(word),
  }));
}

const made = new Map<Locale, readonly GlossaryEntry[]>();

/** Every word of the written lessons as a dictionary of that language has them. Read once for the life of the process. */
export function glossaryOf(locale: Locale): readonly GlossaryEntry[] {
  const before = made.get(locale);
  if (before) return before;
  const written = getLessons().filter((lesson) => lesson.written);
  const entries = written.flatMap(({ slug }) => entriesOf(slug, locale)).sort(inOrder(locale));
  if (process.env.NODE_ENV !== 'development') made.set(locale, entries);
  return entries;
}

/** Anchors of the words that a lesson explains, by word. */
export const anchorsIn = (lesson: string, locale: Locale): ReadonlyMap<string, string> =>
  new Map(entriesOf(lesson, locale).map(({ word, anchor }) => [word, anchor]));
