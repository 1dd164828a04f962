import type { Locale } from '@/lib/text';
import type { Counted } from '../review/reader-dates';

/** What the line under the header says. `{what}` is a count, or two; `{n}` a number. */
export interface OfflineWords {
  readonly offline: string;
  readonly unreachable: string;
  readonly answers: Counted;
  readonly sections: Counted;
  readonly both: string;
  readonly waits: Counted;
  readonly nothingWaits: string;
  readonly inPage: string;
  readonly offered: Counted;
  readonly toQuiz: string;
  readonly toReview: string;
  readonly sent: string;
}

const en: OfflineWords = {
  offline: 'Offline.',
  unreachable: 'The server does not answer.',
  answers: { one: '{n} answer', other: '{n} answers' },
  sections: { one: '{n} section that you read', other: '{n} sections that you read' },
  both: '{answers} and {sections}',
  waits: { one: '{what} waits here and will be sent.', other: '{what} wait here and will be sent.' },
  nothingWaits: 'What you answer waits here and will be sent.',
  inPage: 'This browser stores nothing more, so keep this page open until then.',
  offered: {
    one: '{n} answer was not counted. It stands in its quiz again.',
    other: '{n} answers were not counted. They stand in their quizzes again.',
  },
  toQuiz: 'To the quiz',
  toReview: 'To review',
  sent: 'Everything that waited here has been sent.',
};

const zh: OfflineWords = {
  offline: '已离线。',
  unreachable: '服务器没有响应。',
  answers: { one: '{n} 个回答', other: '{n} 个回答' },
  sections: { one: '{n} 个读过的小节', other: '{n} 个读过的小节' },
  both: '{answers}和{sections}',
  waits: { one: '{what}留在这里，稍后会发送。', other: '{what}留在这里，稍后会发送。' },
  nothingWaits: '你的回答会留在这里，稍后再发送。',
  inPage: '浏览器已无法再存储，在此之前请不要关闭本页。',
  offered: {
    one: '{n} 个回答没有计入，已重新填在对应的测验里。',
    other: '{n} 个回答没有计入，已重新填在对应的测验里。',
  },
  toQuiz: '去测验',
  toReview: '去复习',
  sent: '留在这里的都已发送。',
};

/** Both languages: for the server, which hands one of them to the page. */
export const offlineWords: Record<Locale, OfflineWords> = { en, zh };
