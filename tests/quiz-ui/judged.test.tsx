// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Quiz } from '@/app/_ui/quiz/quiz';
import { quizWords } from '@/app/_ui/quiz/words';
import type { AnswerResult, PublicItem } from '@/lib/quiz/public';
import type { Locale } from '@/lib/text';
import { button, click, findResult, press, question } from './open-quiz';

const base = {
  id: 'one',
  question: 'Which?',
  options: [],
  hintCount: 0,
  state: 'new',
  tryNumber: 1,
} as const;
const options = [{ text: 'first' }, { text: 'second' }, { text: 'third' }];
const single: PublicItem = { ...base, kind: 'single', options };
const explained = {
  item: 'one',
  explanation: 'Because.',
  state: 'firstTry',
  correct: true,
  points: 1,
} as const;

const resultOf = (correct: boolean, more: Partial<AnswerResult> = {}): AnswerResult => ({
  ...explained,
  ...{ correct, points: correct ? 1 : 0, state: correct ? 'firstTry' : 'wrong' },
  options: options.map((_, place) => ({ chosen: place === (correct ? 1 : 0), right: place === 1 })),
  ...more,
});

/** A server that has these items, and says this of every answer. */
async function open(items: readonly PublicItem[], said?: AnswerResult, locale: Locale = 'en') {
  const quiz = { attempt: 'attempt-1', lesson: 'lesson', items };
  const reply = (address: string) => (address.includes('/answers') ? said : quiz);
  vi.stubGlobal('IntersectionObserver', undefined);
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => Response.json(reply(String(input))));
  render(<Quiz lesson="lesson" locale={locale} words={quizWords[locale]} />);
  if (items.length > 0) await screen.findAllByRole('heading', { level: 3 });
}
/** Items that are known open at the summary, or at the first to come. */
const showFirst = () => click(screen.getAllByRole('button', { name: /^(Item 1|第 1 题)/ })[0] as HTMLElement);
const known = (item: PublicItem, result: AnswerResult): PublicItem => ({ ...item, state: 'later', result });
const rowOf = (text: string) => screen.getByText(text).closest('li')?.textContent;

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an answer of before the page was loaded', () => {
  it.each([
    ['single', single],
    ['order', { ...single, kind: 'order' }],
    ['match', { ...single, kind: 'match', stems: ['a stem'] }],
    ['yaml', { ...base, kind: 'yaml', source: 'kind: ___' }],
    ['hotspot', { ...single, kind: 'hotspot', source: 'first' }],
  ] as const)('to a question that has changed since shows nothing of its parts: %s', async (_, item) => {
    const changed = resultOf(true, { options: [], explanation: 'This question has changed.' });
    await open([known(item, changed)]);
    showFirst();
    await screen.findByText('This question has changed.');
    expect(screen.queryByText(/^first$|second|a stem|kind:|[Oo]rder/)).toBeNull();
  });

  it('stands beside the key of a choice', async () => {
    await open([known(single, resultOf(true, { given: [1] }))]);
    showFirst();
    expect(rowOf('second')).toMatch(/your answer$/);
  });

  it('stands in its order', async () => {
    const order = { ...single, kind: 'order' } as const;
    const placed = options.map((_, place) => ({ chosen: true, right: true, placeInOrder: 2 - place }));
    await open([known(order, resultOf(true, { options: placed, given: [2, 1, 0] }))]);
    showFirst();
    const yours = screen.getByRole('region', { name: 'Your order' });
    expect([...yours.querySelectorAll('li')].map((row) => row.textContent)).toEqual([
      '1third',
      '2second',
      '3first',
    ]);
    expect(screen.queryByRole('region', { name: 'The nearest right order' })).toBeNull();
  });

  it('stands at each row of a match item', async () => {
    const match = { ...single, kind: 'match', stems: ['row a', 'row b'] } as const;
    const stems = [0, 2].map((answer) => ({ right: true, answer, because: `reason ${answer}` }));
    await open([known(match, resultOf(true, { stems, given: [0, 2] }))]);
    showFirst();
    expect(rowOf('row a')).toContain('firstyour answer');
    expect(rowOf('row b')).toContain('thirdyour answer');
  });

  it('stands as it was written', async () => {
    const numeric = { ...base, kind: 'numeric', unit: 's' } as const;
    const texts = [{ right: true, answer: '12 s', because: 'reason' }];
    await open([known(numeric, { ...explained, options: [], texts, given: ['12.0'] })]);
    showFirst();
    expect(screen.getByText('12.0').closest('p')?.textContent).toContain('your answer');
  });

  it('is left out where the server does not tell it', async () => {
    const numeric = { ...base, kind: 'numeric' } as const;
    const texts = [{ right: true, answer: '12', because: 'reason' }];
    await open([known(numeric, { ...explained, options: [], texts })]);
    showFirst();
    expect(screen.queryByText('your answer')).toBeNull();
  });
});

it('a quiz without items says that there is nothing to answer', async () => {
  await open([]);
  await screen.findByText('There is nothing to answer here now.');
  expect(screen.queryByRole('navigation')).toBeNull();
});

describe('after an answer', () => {
  const answer = (place: number, isSure = false) => {
    question().focus();
    press(String(place + 1));
    if (isSure) press('s');
    press('Enter');
  };

  it.each([
    ['en', 'Comes back on Saturday, November 28. Why that day'],
    ['zh', '11月28日星期六会再考到。 为什么是那一天'],
  ] as const)(
    'it is said in %s when the concept comes back, with the way to the reason',
    async (locale, line) => {
      vi.useFakeTimers({ now: Date.parse('2026-11-26T12:00:00Z'), toFake: ['Date'] });
      await open([single], resultOf(true, { dueDay: '2026-11-28' }), locale);
      answer(1);
      await findResult();
      const why = screen.getByRole('link');
      expect(why.closest('p')?.textContent).toBe(line);
      expect(why.getAttribute('href')).toBe(`/${locale}/review`);
    },
  );

  it.each([
    ['2026-11-27', /^Comes back on Friday, November 27\. Why that day$/],
    ['2027-02-03', /^Comes back on .*2027/],
    ['2026-11-26', /^This concept is due again\. To the review$/],
    ['2026-11-02', /^This concept is due again\. To the review$/],
  ])('%s is told as a day to come, of which year, or as due from that day on', async (dueDay, line) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-26T12:00:00Z'), toFake: ['Date'] });
    await open([single], resultOf(true, { dueDay }));
    answer(1);
    await findResult();
    expect(screen.getByRole('link').closest('p')?.textContent).toMatch(line);
  });

  it.each([
    ['sure and wrong', false, true, 'Not right, and you were sure', /^Having been sure costs no points/],
    ['not sure and right', true, false, 'Right', /^You were not sure, which costs no points/],
    ['sure and right', true, true, 'Right', undefined],
    ['not sure and wrong', false, false, 'Not right yet', undefined],
  ])('%s is told without points', async (_, isRight, isSure, verdict, hint) => {
    await open([single], resultOf(isRight));
    answer(isRight ? 1 : 0, isSure);
    expect((await findResult()).textContent).toBe(verdict);
    expect(screen.queryByText(/costs no points/)?.textContent ?? '').toMatch(hint ?? /^$/);
  });

  it('a generated item is another variant at the next try', async () => {
    const generated: PublicItem = { ...single, isGenerated: true };
    await open([generated], resultOf(false));
    answer(0);
    await findResult();
    const other = { ...generated, question: 'Which other?', options: [{ text: 'a' }, { text: 'b' }] };
    const quiz = {
      attempt: 'attempt-1',
      lesson: 'lesson',
      items: [{ ...other, state: 'wrong', tryNumber: 2 }],
    };
    vi.stubGlobal('fetch', async () => Response.json(quiz));
    click(button('Try again'));
    await screen.findByText('Try 2. This is another variant of the question.');
    expect(question().textContent).toBe('Which other?');
    expect(
      screen.getAllByRole('radio', { checked: false }).map((line) => line.closest('label')?.textContent),
    ).toContain('2b');
    expect(document.activeElement).toBe(question());
  });
});
