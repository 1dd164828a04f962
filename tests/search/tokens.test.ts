import { describe, expect, it } from 'vitest';
import { countFound, marked, snippetOf } from '@/lib/search/snippet';
import { queryTerms, tokensOf } from '@/lib/search/tokens';

const terms = (text: string) => tokensOf(text).map(({ term }) => term);

describe('A text is found by', () => {
  it.each([
    ['its words in small letters and in one number', 'Pods restart', ['pod', 'restart']],
    ['a name of the API and by each of its parts', 'StatefulSet', ['statefulset', 'stateful', 'set']],
    ['a name with hyphens and by each of its parts', 'kube-proxy', ['kube-proxy', 'kube', 'proxy']],
    ['a field by its path', 'spec.clusterIP', ['spec.clusterip', 'spec', 'cluster', 'ip']],
    ['an address as a whole', '10.244.0.5/24', ['10.244.0.5/24']],
    [
      'each pair of neighbouring Chinese characters, and by its last one',
      '滚动更新',
      ['滚动', '动更', '更新', '新'],
    ],
    [
      'words of Kubernetes inside Chinese',
      '看StatefulSet怎样',
      ['看', 'statefulset', 'stateful', 'set', '怎样', '样'],
    ],
    ['nothing where there is only punctuation', '，。 -- …', []],
  ])('%s', (_, text, found) => {
    expect(terms(text)).toEqual(found);
  });

  it('the same in one number and in many, where the word has both', () => {
    for (const [one, many] of [
      ['policy', 'policies'],
      ['Service', 'Services'],
      ['status', 'status'],
      ['class', 'class'],
      ['DNS', 'dns'],
    ])
      expect(terms(one ?? '')).toEqual(terms(many ?? ''));
  });

  it('terms that stand where they say', () => {
    const text = 'Der kube-proxy 与 EndpointSlice 的端点 𠮷野家';
    for (const { start, end } of tokensOf(text)) expect(text.slice(start, end)).not.toBe('');
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toContain('Endpoint');
    expect(terms('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
  });
});

describe('A query', () => {
  it.each([
    ['asks for words whole', 'kube-proxy StatefulSets', ['kube-proxy', 'statefulset']],
    ['asks for pairs of Chinese characters', '子网租约', ['子网', '网租', '租约']],
    ['asks for one character where it stands alone', '集', ['集']],
    ['asks for each term once', 'pod Pods pod', ['pod']],
    ['of punctuation asks for nothing', '，?', []],
  ])('%s', (_, query, asked) => {
    expect(queryTerms(query)).toEqual(asked);
  });
});

describe('A snippet', () => {
  const said = (pieces: readonly { text: string; isFound: boolean }[]) =>
    pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

  it('marks what was found, neighbouring pairs as one', () => {
    expect(said(marked('一次滚动更新，两个 Pods', new Set(['滚动', '动更', '更新', 'pod'])))).toBe(
      '一次[滚动更新]，两个 [Pods]',
    );
  });

  it('is the text itself once its marks are gone', () => {
    const text = 'Two names: StatefulSet and CronJob.';
    expect(
      marked(text, new Set(['stateful', 'set', 'job']))
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('begins with a sentence and shows where most of the query stands together', () => {
    const filler = 'Nothing of it is here. '.repeat(12);
    const text = `A rollout. ${filler}A stuck rollout does not end. ${filler}`;
    const snippet = said(snippetOf(text, new Set(['stuck', 'rollout'])));
    expect(snippet).toMatch(/^….*A \[stuck\] \[rollout\] does not end\..*…$/);
    expect(snippet.length).toBeLessThan(200);
  });

  it('is the beginning of a text in which nothing was found', () => {
    expect(said(snippetOf('One Pod.', new Set(['web'])))).toBe('One Pod.');
    expect(countFound('One Pod.', new Set(['web']))).toBe(0);
  });
});
