// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reasonText } from '@/app/_ui/lesson/knowledge-because';
import { summarySentence } from '@/app/_ui/lesson/knowledge-summary';
import { knowledgeWords } from '@/app/_ui/lesson/knowledge-words';
import { words } from '@/app/_ui/words';
import type { LessonProgress } from '@/lib/quiz/public';
import type { KnownConcept } from '@/lib/review/public';
import { aTry, dayAfter, known, other, reason, today } from './concepts';

const lessons = [
  {
    slug: 'a',
    sections: ['text'],
    items: ['a1'],
    labs: [],
    number: 7,
    title: 'Lesson A',
    href: '/en/learn/a',
    sectionTitles: ['The text'],
  },
];

let concepts: readonly KnownConcept[];
let progress: Record<string, LessonProgress>;
let status: Record<string, number>;

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
  concepts = [];
  progress = {};
  status = {};
  vi.stubGlobal('fetch', async (input: string) => {
    const path = input.split('?')[0] ?? '';
    if (status[path]) return new Response('{}', { status: status[path] });
    return Response.json(path === '/api/knowledge' ? { today, concepts } : { lessons: progress });
  });
});

afterEach(() => vi.unstubAllGlobals());

async function open() {
  const { Knowledge } = await import('@/app/_ui/lesson/knowledge');
  return render(
    <Knowledge
      locale="en"
      lessons={lessons}
      words={words.en.progress}
      say={knowledgeWords.en}
      lane={words.en.lane}
    />,
  );
}

/** The line of a concept, and what opens below it. */
const line = async (title: string) => {
  const item = (await screen.findByText(title)).closest('li');
  if (!item) throw new Error(`no line of ${title}`);
  return item;
};

const read: LessonProgress = { sections: ['text'], items: {}, labs: [] };

describe('A concept', () => {
  it.each([
    ['tried', 'tried'],
    ['ok', 'right'],
    ['solid', 'solid'],
    ['fading', 'fading'],
    ['new', 'not tried'],
  ] as const)('that is %s says so in a word beside its ink', async (state, word) => {
    progress = { a: read };
    concepts = [known('x', state, { dueDay: dayAfter(1) })];
    await open();
    const item = await line('About x');
    expect(item.dataset.state).toBe(state);
    expect(within(item).getByText(word, { selector: 'span' })).toBeTruthy();
    expect(within(item).getByText('comes back tomorrow')).toBeTruthy();
  });

  it('opens: each rule with how far it is met and its dates, then the tries', async () => {
    progress = { a: read };
    concepts = [
      known('x', 'ok', {
        because: [
          reason('wasTried', true, 3, 1, ['t3', 't2', 't1']),
          reason('lastIsRight', true, 1, 1, ['t3']),
          reason('isRightOften', false, 2, 3, ['t3', 't2']),
        ],
        tries: [
          aTry('t3', '2026-11-25', { where: 'review' }),
          aTry('t2', '2026-11-23'),
          aTry('t1', '2026-11-23', { isRight: false }),
        ],
      }),
    ];
    await open();
    const [rules, tries] = within(await line('About x')).getAllByRole('list', { hidden: true });
    const rows = (list?: HTMLElement) => [...(list?.children ?? [])].map(({ textContent }) => textContent);
    expect(rows(rules)).toEqual([
      'holdsIt was tried: 3 tries count.rests on Wed 25 Nov and Mon 23 Nov',
      'holdsThe last try was right, without a hint.rests on Wed 25 Nov',
      'does not holdRight without a hint 2 times in the last 3 tries; 3 are needed.rests on Wed 25 Nov and Mon 23 Nov',
    ]);
    expect(rows(tries)).toEqual([
      'Wed 25 Novright, without a hintin a review',
      'Mon 23 Novright, without a hintin the lesson’s quiz',
      'Mon 23 Novnot rightin the lesson’s quiz',
    ]);
  });

  it('that is late is due today, never said to be late', async () => {
    progress = { a: read };
    concepts = [known('x', 'fading', { dueDay: dayAfter(-5) })];
    await open();
    expect(within(await line('About x')).getByText('comes back today')).toBeTruthy();
  });
});

describe('A rule', () => {
  it.each([
    [reason('wasTried', false, 0, 1), 'It was not tried yet.'],
    [reason('lastIsRight', false, 0, 1), 'The last try was not right, or took a hint.'],
    [reason('isRightOnDays', false, 1, 2), 'Right on 1 day; 2 are needed.'],
    [reason('isRightInVariants', true, 3, 2), 'Right in 3 variants of the question; 2 are needed.'],
    [
      reason('isRemembered', true, 0.93, 0.8),
      'The chance that you still know it is 93%; below 80% it fades.',
    ],
    [
      reason('isRemembered', false, 0.72, 0.8),
      'The chance that you still know it has fallen to 72%; below 80% it fades.',
    ],
  ])('says what it has and what it needs (%#)', (given, expected) => {
    expect(reasonText(given, 5, 'en', knowledgeWords.en)).toBe(expected);
  });

  it('says the same in Chinese', () => {
    const often = reason('isRightOften', false, 2, 3);
    expect(reasonText(often, 4, 'zh', knowledgeWords.zh)).toBe(
      '最近 4 次作答中，有 2 次没看提示就答对，需要 3 次。',
    );
  });
});

describe('The page', () => {
  it('begins with how much is solid and fades, and leads to what is due', async () => {
    progress = { a: read };
    concepts = [
      known('x', 'solid', { dueDay: dayAfter(3) }),
      known('y', 'fading', { dueDay: today }),
      known('z', 'new'),
    ];
    await open();
    expect(await screen.findByText('1 of 3 concepts is solid. 1 is fading.')).toBeTruthy();
    expect(screen.getByText('1 concept is due today.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Review' }).getAttribute('href')).toBe('/en/review');
  });

  it.each([
    ['en', ['new', 'tried'], 'None of 2 concepts is solid yet.'],
    ['en', ['solid', 'solid', 'fading', 'fading'], '2 of 4 concepts are solid. 2 are fading.'],
    ['zh', ['solid', 'fading'], '2 个概念中有 1 个掌握牢固。1 个正在淡忘。'],
  ] as const)('counts in %s: %j', (locale, states, expected) => {
    const all = states.map((state, at) => known(`c${at}`, state));
    expect(summarySentence({ today, concepts: all }, locale, knowledgeWords[locale])).toBe(expected);
  });

  it('shows the concepts of a lesson with its steps, and folds those of lessons not begun', async () => {
    progress = { a: read };
    concepts = [known('x', 'new'), known('y', 'new', {}, other), known('z', 'new', {}, other)];
    await open();
    const begun = await screen.findByRole('region', { name: '7 Lesson A' });
    expect(await within(begun).findByText('About x')).toBeTruthy();
    expect(within(begun).getByRole('link', { name: 'The text' })).toBeTruthy();
    const folded = within(screen.getByRole('region', { name: 'Lessons not begun' }));
    expect(folded.getByText('Lesson B').closest('details')?.open).toBe(false);
    expect(folded.getByText('2 concepts')).toBeTruthy();
    expect(folded.getByText('About z')).toBeTruthy();
    expect(folded.queryByText('About x')).toBeNull();
  });

  it('unfolds a lesson not begun of which a concept was asked elsewhere', async () => {
    progress = { a: read };
    concepts = [known('y', 'new', {}, other), known('z', 'tried', {}, other)];
    await open();
    expect((await screen.findByText('Lesson B')).closest('details')?.open).toBe(true);
  });

  it('shows a lesson as begun when a concept of it was tried in a review alone', async () => {
    concepts = [known('x', 'tried')];
    await open();
    expect(await screen.findByRole('region', { name: '7 Lesson A' })).toBeTruthy();
    expect(screen.queryByText(words.en.progress.empty)).toBeNull();
  });

  it('keeps the steps when the concepts cannot be looked up; asking again brings them', async () => {
    progress = { a: read };
    concepts = [known('x', 'tried')];
    status = { '/api/knowledge': 500 };
    await open();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(knowledgeWords.en.failed);
    expect(screen.getByRole('link', { name: 'The text' })).toBeTruthy();
    status = {};
    fireEvent.click(within(alert).getByRole('button', { name: 'Ask again' }));
    await line('About x');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('for somebody new says what would be here, and still offers to export and delete', async () => {
    await open();
    expect(await screen.findByText(words.en.progress.empty)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Export everything' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Delete everything' })).toBeTruthy();
  });

  it('asks anew when progress was made', async () => {
    progress = { a: read };
    concepts = [known('x', 'new')];
    await open();
    expect((await line('About x')).dataset.state).toBe('new');
    concepts = [known('x', 'tried')];
    act(() => void window.dispatchEvent(new CustomEvent('podium:progress')));
    await waitFor(async () => expect((await line('About x')).dataset.state).toBe('tried'));
  });
});
