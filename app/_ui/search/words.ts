import type { Kind } from '@/lib/search/search';
import type { Locale } from '@/lib/text';
import type { Counted } from '../review/reader-dates';

/** What the search says, in one language: handed over by the server. `{n}` and `{query}` are filled in. */
export interface SearchWords {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly found: Counted;
  readonly nothing: string;
  readonly all: Counted;
  readonly more: Counted;
  readonly starting: string;
  readonly failed: string;
  readonly again: string;
  readonly keyOpens: string;
  readonly close: string;
  readonly noScript: string;
  readonly course: string;
}

const en: SearchWords = {
  title: 'Search the course',
  lead: 'Lessons, labs, figures, words and study notes. A word of Kubernetes is found by its beginning too.',
  label: 'Search for',
  kinds: {
    section: 'Lessons',
    figure: 'Labs and figures',
    term: 'Words',
    claim: 'Study notes',
    page: 'Pages',
  },
  found: { one: '{n} place', other: '{n} places' },
  nothing: 'Nothing in the course has “{query}”.',
  all: { one: 'The one place on a page of its own', other: 'All {n} places on a page of their own' },
  more: { one: '{n} more', other: '{n} more' },
  starting: 'Starting',
  failed: 'The index of the course did not arrive, so nothing can be searched at the moment.',
  again: 'Ask again',
  keyOpens: 'The key / opens the search',
  close: 'Close',
  noScript:
    'The search is done by a script, and scripts are off in this browser. Here is the course, to be searched with the browser’s own search.',
  course: 'The course',
};

const zh: SearchWords = {
  title: '在课程里搜索',
  lead: '课文、实验、图、词汇和学习笔记都能搜到。Kubernetes 的词只写开头也可以。',
  label: '搜索',
  kinds: { section: '课文', figure: '实验与图', term: '词汇', claim: '学习笔记', page: '页面' },
  found: { one: '{n} 处', other: '{n} 处' },
  nothing: '课程里没有“{query}”。',
  all: { one: '在单独的一页列出全部 {n} 处', other: '在单独的一页列出全部 {n} 处' },
  more: { one: '还有 {n} 处', other: '还有 {n} 处' },
  starting: '正在启动',
  failed: '课程的索引没有送到，现在无法搜索。',
  again: '再取一次',
  keyOpens: '按 / 键打开搜索',
  close: '关闭',
  noScript: '搜索由脚本完成，而这个浏览器关闭了脚本。下面是课程目录，可以用浏览器自带的查找。',
  course: '课程目录',
};

export const searchWords: Readonly<Record<Locale, SearchWords>> = { en, zh };
