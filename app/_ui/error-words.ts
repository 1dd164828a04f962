import type { Locale } from '@/lib/text';

/**
 * Words of the page that is shown when a page breaks. They stand apart from words.ts because every page carries its
 * error page along.
 */
export interface ErrorWords {
  readonly title: string;
  readonly what: string;
  readonly kept: string;
  readonly again: string;
  readonly home: string;
  readonly code: string;
}

export const errorWords: Readonly<Record<Locale, ErrorWords>> = {
  en: {
    title: 'This page broke',
    what: 'Something in the page itself failed, not in anything that you did.',
    kept: 'What was saved is kept. An answer that was on its way is sent again when the page stands.',
    again: 'Load the page again',
    home: 'Back to the course',
    code: 'Code for a report: {code}',
  },
  zh: {
    title: '这一页出了故障',
    what: '出错的是页面本身，与你的操作无关。',
    kept: '已经保存的都在。正在发送的答案，会在页面恢复后再次发送。',
    again: '重新载入这一页',
    home: '回到课程目录',
    code: '报告问题时可附上代码：{code}',
  },
};
