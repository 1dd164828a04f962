import { describe, expect, it } from 'vitest';
import { pagesToSearch } from '@/app/_ui/search/pages';
import lessons from '@/content/lessons';
import misconceptions from '@/content/misconceptions';
import { getLessons } from '@/lib/course/lessons';
import { plainText } from '@/lib/course/plain-text';
import { searchable } from '@/lib/course/searchable';
import { kinds, makeIndex, openIndex, type Search } from '@/lib/search/search';
import { locales, type Text } from '@/lib/text';
import { readLesson } from '../content/lesson-text';
import { finder, letters } from '../e2e/letters';

const all = { en: searchable('en'), zh: searchable('zh') };
const opened = (locale: 'en' | 'zh'): Search =>
  openIndex(JSON.parse(JSON.stringify(makeIndex([...all[locale], ...pagesToSearch(locale)]))));
const search = { en: opened('en'), zh: opened('zh') };
const page = (locale: 'en' | 'zh', lesson: string) => `/${locale}/learn/${lesson}`;

/** Where a query leads, by kind. */
const leads = (locale: 'en' | 'zh', query: string) =>
  Object.fromEntries(
    search[locale].find(query, 6).map(({ kind, best }) => [kind, best.map(({ href }) => href)]),
  );

describe('The search finds', () => {
  it.each([
    [
      'a section by a word of its title',
      'en',
      'stuck rollout',
      'statefulset-identity-and-order#stuck-rollouts',
    ],
    ['a lesson by its subject', 'en', 'statefulset', 'statefulset-identity-and-order'],
    ['words in spite of a slip', 'en', 'hedless servce', 'services-and-discovery#headless'],
    ['a word by its beginning', 'en', 'nftab', 'services-and-discovery#modes'],
    ['Chinese by neighbouring characters', 'zh', '子网租约', 'across-nodes-with-flannel#association'],
    ['a word of Kubernetes in a Chinese text', 'zh', 'iptables', 'services-and-discovery#modes'],
    [
      'Chinese and English words that stand in one section',
      'zh',
      'nftables 下落',
      'services-and-discovery#modes',
    ],
  ] as const)('%s', (_, locale, query, section) => {
    expect(leads(locale, query).section).toContain(page(locale, section));
  });

  it('labs, words and study notes each as what they are', () => {
    expect(leads('en', 'rescue the rollout').figure?.[0]).toBe('/en/lab/deployment-rollouts--rescue');
    expect(leads('en', 'subnet lease').term).toEqual(['/en/glossary#term-subnet-lease']);
    expect(leads('zh', '子网租约').term).toEqual(['/zh/glossary#term-subnet-lease']);
    expect(leads('zh', '基于Headless Service').claim?.[0]).toBe(
      '/zh/learn/statefulset-identity-and-order#statefulset-06',
    );
    expect(leads('en', 'glossary').page).toContain('/en/glossary');
  });

  it('what has some of the words where nothing has all of them', () => {
    expect(leads('en', 'iptables xylophone zeppelin').section).toContain(
      page('en', 'services-and-discovery#modes'),
    );
    expect(search.en.find('xylophone zeppelin', 6)).toEqual([]);
    expect(search.en.find(' ', 6)).toEqual([]);
  });

  it('each kind in its place, with how many there are beyond those that are shown', () => {
    const groups = search.en.find('pod', 3);
    expect(groups.map(({ kind }) => kind)).toEqual(
      kinds.filter((kind) => kind !== 'page' || groups.some((one) => one.kind === kind)),
    );
    for (const { count, best } of groups) expect(best.length).toBe(Math.min(3, count));
  });
});

describe.each(locales)('What is searched in %s', (locale) => {
  const written = getLessons().filter((lesson) => lesson.written);

  it('has every section with a text, every study note and every word of every lesson, each once', () => {
    const hrefs = all[locale].map(({ href }) => href);
    expect(new Set(hrefs).size).toBe(hrefs.length);
    for (const { slug, sections } of written) {
      const of = all[locale].filter(({ href }) => href.startsWith(`${page(locale, slug)}#`));
      for (const { href } of of.filter(({ kind }) => kind === 'section'))
        expect(sections).toContain(href.split('#')[1]);
      expect(of.filter(({ kind }) => kind === 'section').length).toBeGreaterThanOrEqual(sections.length - 1);
      for (const { id } of lessons[slug]?.claims ?? [])
        expect(hrefs).toContain(`${page(locale, slug)}#${id}`);
    }
  });

  it('says what the lessons say, without a mark of Markdown', async () => {
    for (const { text, title, href } of all[locale]) {
      expect(`${title} ${text}`, href).not.toMatch(/<\/?[A-Z]|\]\(|`|\*\*|^#|\n/);
      expect(title, href).not.toBe('');
    }
    for (const { slug } of written) {
      const { flow } = await readLesson(slug, locale);
      const found = all[locale].filter(
        ({ href, kind }) => kind === 'term' || href.startsWith(page(locale, slug)),
      );
      const stack = found.map(({ title, text, code = '' }) => `${title} ${text} ${code}`).join(' ');
      const sentences = flow.flatMap((part) =>
        'text' in part ? part.text.split(/[.。？?：:\n]/).filter((one) => one.trim().length > 24) : [],
      );
      const there = letters(stack);
      const missed = sentences.filter((one) => !there.includes(letters(one)));
      expect(missed.length / sentences.length, missed.slice(0, 3).join('\n')).toBeLessThan(0.05);
    }
  });

  it('has no link to another language', () => {
    for (const { href } of all[locale]) expect(href).toMatch(new RegExp(`^/${locale}/`));
  });
});

/** What a reader sees of an item before an answer; every other text of it is told by an answer or by a hint alone. */
const isPublic = (path: string) =>
  /(^|\.)(question|unit|source)$|(choices|steps|stems|regions|goals)\.\d+\.text$/.test(path);

function textsIn(value: unknown, path = ''): readonly (readonly [string, Text])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [[path, value as Text]];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, path === '' ? key : `${path}.${key}`));
}

describe('The index', () => {
  const secrets = [
    ...Object.entries(lessons).flatMap(([slug, { quiz, labs }]) => [
      ...quiz.items.flatMap((item) =>
        textsIn({ ...item, run: undefined })
          .filter(([path]) => !isPublic(path))
          .map(([path, text]) => [`${slug} ${item.id} ${path}`, text] as const),
      ),
      ...labs.labs.flatMap(({ id, hints, shortcuts }) => [
        ...textsIn(hints).map(([path, text]) => [`${slug} ${id} hint ${path}`, text] as const),
        ...shortcuts.map(({ why }, at) => [`${slug} ${id} shortcut ${at}`, { en: why, zh: why }] as const),
      ]),
    ]),
    ...misconceptions.map(({ id, text }) => [`misconception ${id}`, text] as const),
  ];
  const needles = secrets.flatMap(([name, text]) =>
    locales.map((locale) => ({ name: `${name}, ${locale}`, text: text[locale] })),
  );

  it('has no reason, no hint, no belief and no shortcut that the lessons do not tell themselves', () => {
    const find = finder(needles.filter(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 6));
    for (const locale of locales) {
      expect(needles.length).toBeGreaterThan(500);
      const taught = find(
        all[locale]
          .filter(({ kind }) => kind !== 'figure')
          .map(({ text, code }) => `${text} ${code}`)
          .join('\n'),
      );
      expect(taught.length, taught.join('\n')).toBeLessThan(needles.length / 100);
      const told = find(JSON.stringify(makeIndex([...all[locale], ...pagesToSearch(locale)])));
      expect(told.filter((name) => !taught.includes(name))).toEqual([]);
    }
  });

  it('would be caught with one of them', () => {
    const [planted] = needles.filter(({ text }) => text.length > 20);
    const index = makeIndex([{ kind: 'page', href: '/en', title: 'Page', text: planted?.text ?? '' }]);
    expect(finder(needles.filter(({ text }) => text.length > 20))(JSON.stringify(index))).toContain(
      planted?.name,
    );
  });
});

describe('A text without its marks', () => {
  it('keeps words and loses what lays them out', () => {
    const mdx = [
      'A **bold** `word` of a <Term word="lease">A range that\nbelongs to a node.</Term>, see [there](https://a.example).',
      '',
      '<Figure scenario="x" number="7.1" />',
      '',
      '| A | B |',
      '| --- | --- |',
      '| one | two |',
      '',
      '```sh scenario=x at=30',
      '$ kubectl get pods',
      '```',
      '- <Fact id="f">10 s</Fact> later',
    ].join('\n');
    expect(plainText(mdx)).toEqual({
      text: 'A bold word of a lease, see there. A · B one · two 10 s later',
      code: '$ kubectl get pods',
    });
  });
});
