// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quizWords } from '@/app/_ui/quiz/words';
import type { NumberedLesson } from '@/app/_ui/review/to-do-instead';
import { reviewWords } from '@/app/_ui/review/words';
import type { LessonProgress } from '@/lib/quiz/public';
import type { ReviewState } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import { FakeQuizServer } from '../quiz-ui/fake-quiz-server';
import { reviewed, state } from './concepts';

const lessons: readonly NumberedLesson[] = ['a', 'b'].map((slug, at) => ({
  slug,
  sections: ['text'],
  items: [`${slug}1`],
  labs: [],
  number: at + 7,
  title: `Lesson ${slug}`,
  href: `/en/learn/${slug}`,
}));

/** The server: what is due, and whether it answers. */
interface Server {
  review: ReviewState;
  status: number;
  asked: string[];
  progress: Record<string, LessonProgress>;
  quiz: FakeQuizServer;
}

let server: Server;

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
  vi.stubGlobal('IntersectionObserver', undefined);
  const quiz = new FakeQuizServer([
    {
      id: 'generated',
      kind: 'single',
      question: 'Which Pod goes first?',
      options: [{ text: 'web-2', right: true }, { text: 'web-0' }],
      explanation: 'The highest ordinal.',
    },
  ]);
  server = { review: state([]), status: 200, asked: [], progress: {}, quiz };
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    server.asked.push(`${init?.method ?? 'GET'} ${input}`);
    if (server.status === 0) throw new TypeError('no network');
    if (server.status !== 200) return new Response('{}', { status: server.status });
    if (input.startsWith('/api/review')) return Response.json(server.review);
    if (input.startsWith('/api/progress')) return Response.json({ lessons: server.progress });
    return server.quiz.fetch(input, init);
  });
});

afterEach(() => vi.unstubAllGlobals());

async function open(locale: Locale = 'en', most = 12) {
  const { Review } = await import('@/app/_ui/review/review');
  const words = reviewWords[locale];
  return render(<Review {...{ locale, words, lessons, most }} quizWords={quizWords[locale]} />);
}

const sentence = (text: string) => screen.findByText(text, { selector: 'p' });
const questions = () => screen.queryByRole('region', { name: 'The questions' });
const many = (count: number) => Array.from({ length: count }, (_, at) => reviewed(`c${at}`, 0));

describe('What is due', () => {
  it.each([
    ['en', 1, '1 concept is due. About 1 minute.'],
    ['en', 4, '4 concepts are due. About 3 minutes.'],
    ['en', 30, '30 concepts are due. A review asks 12 of them. About 9 minutes.'],
    ['zh', 4, '今天有 4 个概念该复习。大约 3 分钟。'],
  ] as const)('is a sentence, and then the questions: %s, %i', async (locale, count, expected) => {
    server.review = state(many(count));
    await open(locale);
    await sentence(expected);
    await screen.findByRole('heading', { name: 'Which Pod goes first?' });
  });

  it('is asked for with the reader’s clock and language', async () => {
    await open('zh');
    await sentence(reviewWords.zh.empty);
    expect(server.asked).toContain(
      `GET /api/review?locale=zh&utcOffset=${0 - new Date().getTimezoneOffset()}`,
    );
  });

  it('says at each concept why, and leads to the lessons that are written', async () => {
    server.review = state(
      [reviewed('late', -2)],
      [reviewed('soon', 1, { lesson: { slug: 'c', title: 'Lesson C', isWritten: false } })],
    );
    await open();
    const due = await screen.findByRole('region', { name: 'What is due' });
    expect(within(due).getByText('2 days ago')).toBeTruthy();
    expect(within(due).getByText(/^Why this date/).textContent).toContain('About late');
    expect(within(due).getByRole('link', { name: 'Lesson A' }).getAttribute('href')).toBe('/en/learn/a');
    const later = screen.getByRole('region', { name: 'What comes later' });
    expect(within(later).getByText('tomorrow')).toBeTruthy();
    expect(within(later).queryByRole('link')).toBeNull();
    expect(within(later).getByText('Lesson C')).toBeTruthy();
  });

  it('is asked anew after an answer; the last answer’s result stays to be read', async () => {
    server.review = state(many(1));
    await open();
    fireEvent.click(await screen.findByRole('radio', { name: /web-2/ }));
    server.review = state([], [reviewed('c0', 4)]);
    fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await sentence('Nothing more is due today. “About c0” comes back in 4 days, Mon 30 Nov.');
    expect(screen.getByText('The highest ordinal.')).toBeTruthy();
  });
});

describe('When nothing is due', () => {
  it.each([
    [
      'en',
      1,
      'Nothing more is due today. 1 question of today’s review is not right yet and can be tried again.',
    ],
    [
      'en',
      2,
      'Nothing more is due today. 2 questions of today’s review are not right yet and can be tried again.',
    ],
    ['zh', 2, '今天没有别的要复习了。今天的复习里还有 2 道题没有答对，可以再答。'],
  ] as const)(
    'what today’s review asked and is not right yet is asked on: %s, %i',
    async (locale, count, expected) => {
      server.review = state([], [reviewed('c0', 1)], count);
      await open(locale);
      await screen.findByText((text) => text.startsWith(expected), { selector: 'p' });
      await screen.findByRole('heading', { name: 'Which Pod goes first?' });
      expect(screen.queryByRole('link', { name: /Begin lesson|开始第/ })).toBeNull();
    },
  );

  it.each([
    [[reviewed('x', 1)], '“About x” comes back tomorrow, Fri 27 Nov.'],
    [[reviewed('x', 4), reviewed('y', 4)], '“About x” and 1 other come back in 4 days, Mon 30 Nov.'],
    [
      [reviewed('x', 4), reviewed('y', 4), reviewed('z', 4), reviewed('u', 5)],
      '“About x” and 2 others come back in 4 days, Mon 30 Nov.',
    ],
  ])('it says when the next one is, and asks nothing (%#)', async (later, expected) => {
    server.review = state([], later);
    await open();
    await sentence(`Nothing is due today. ${expected}`);
    expect(questions()).toBeNull();
    expect(server.asked.join()).not.toContain('/api/quiz');
  });

  const done: LessonProgress = { sections: ['text'], items: { a1: 'firstTry', b1: 'later' }, labs: [] };
  it.each([
    [
      'goes on with the lesson that is begun',
      { a: { sections: ['text'], items: {}, labs: [] } },
      'Go on with lesson 7: Lesson a',
    ],
    ['begins the first that is not', { a: done }, 'Begin lesson 8: Lesson b'],
    ['plays when all is done', { a: done, b: done }, 'Try something in a cluster of your own'],
  ])('one thing to do %s', async (_, progress, expected) => {
    server.review = state([], [reviewed('x', 1)]);
    server.progress = progress;
    await open();
    await screen.findByRole('link', { name: expected });
  });

  it('for somebody new it says what would be here, and the first thing to do', async () => {
    await open();
    await sentence(reviewWords.en.empty);
    const link = screen.getByRole('link', { name: 'Answer the quiz of lesson 7: Lesson a' });
    expect(link.getAttribute('href')).toBe('/en/learn/a#quiz');
  });
});

describe('A server that does not answer', () => {
  it.each([
    [503, reviewWords.en.failed],
    [0, reviewWords.en.offline],
  ])('is said in place, with what is kept (%i); asking again shows what is due', async (status, expected) => {
    server.status = status;
    await open();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(expected);
    server.status = 200;
    server.review = state(many(1));
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    await sentence('1 concept is due. About 1 minute.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is asked again by itself when the connection is back', async () => {
    server.status = 0;
    await open();
    await screen.findByRole('alert');
    server.status = 200;
    act(() => void window.dispatchEvent(new Event('online')));
    await sentence(reviewWords.en.empty);
  });

  it('takes nothing away that is on the page', async () => {
    server.review = state(many(4));
    await open();
    await sentence('4 concepts are due. About 3 minutes.');
    await screen.findByText('Which Pod goes first?');
    server.status = 503;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(server.asked.filter((one) => one.includes('/api/review')).length).toBe(2));
    await sentence('4 concepts are due. About 3 minutes.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves the answers that wait here counted', async () => {
    keepAnswer('some-lesson');
    server.status = 0;
    await open();
    await screen.findByText(/^1 answer waits in this browser/);
  });
});

it('An answer of a review that the server did not take is offered again although nothing is due', async () => {
  keepAnswer('review', { isOffered: true });
  await open();
  await screen.findByRole('heading', { name: 'Which Pod goes first?' });
});

it('An answer of a lesson that waits here is none of a review’s', async () => {
  keepAnswer('some-lesson', { isOffered: true });
  server.review = state([], [reviewed('x', 1)]);
  await open();
  await sentence('Nothing is due today. “About x” comes back tomorrow, Fri 27 Nov.');
  expect(questions()).toBeNull();
});

function keepAnswer(lesson: string, more: object = {}) {
  const request = { attempt: 'x', item: 'q', tryNumber: 1, response: [0], sure: false, submission: 's' };
  const item = { id: 'q', options: [{ text: 'one' }] };
  localStorage.setItem(`podium.answer.${lesson}.q`, JSON.stringify({ request, item, givenAtMs: 1, ...more }));
}
