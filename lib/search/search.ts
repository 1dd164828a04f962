import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { countFound, marked, type Piece, snippetOf } from './snippet';
import { isHan, queryTerms, tokensOf } from './tokens';

/** What can be found, in the order in which it is shown. */
export const kinds = ['section', 'figure', 'term', 'claim', 'page'] as const;
export type Kind = (typeof kinds)[number];

/** Something to be found, in one language. What only an answer, a hint or a solution tells is in none of its texts. */
export interface Searchable {
  readonly kind: Kind;
  /** From the site's root, with the language: `/en/learn/reconcile-loop#loop`. */
  readonly href: string;
  readonly title: string;
  /** Title of the lesson that it belongs to. */
  readonly of?: string;
  readonly text: string;
  /** Code blocks: found after what is said in words. */
  readonly code?: string;
}

type Kept = Searchable & { readonly id: number };

/** An index as JSON. */
export type SearchIndex = AsPlainObject;

const options: Options<Kept> = {
  fields: ['title', 'of', 'text', 'code'],
  storeFields: ['kind', 'href', 'title', 'of', 'text', 'code'],
  tokenize: (text) => tokensOf(text).map(({ term }) => term),
  processTerm: (term) => term,
  searchOptions: {
    tokenize: (query) => [...queryTerms(query)],
    processTerm: (term) => term,
    boost: { title: 4, text: 1, of: 0.5, code: 0.4 },
    prefix: (term) => !isHan(term) || term.length === 1,
    fuzzy: (term) => !isHan(term) && term.length > 4 && !/\d/.test(term) && 0.2,
    maxFuzzy: 2,
  },
};

/** Made once for each language, when the site is built. */
export function makeIndex(all: readonly Searchable[]): SearchIndex {
  const index = new MiniSearch<Kept>(options);
  index.addAll(all.map((one, id) => ({ ...one, id })));
  return index.toJSON();
}

export interface Found {
  readonly kind: Kind;
  readonly href: string;
  readonly title: readonly Piece[];
  readonly of?: string;
  readonly snippet: readonly Piece[];
}

export interface FoundOfKind {
  readonly kind: Kind;
  /** How many there are in all. */
  readonly count: number;
  /** The best of them, the best first. */
  readonly best: readonly Found[];
}

export interface Search {
  /** What fits a query, by kind, at most so many of each: with all of its words, or where nothing has them all, with some. */
  readonly find: (query: string, most: number) => readonly FoundOfKind[];
}

/** Longest query that is looked at, in characters. */
export const longestQuery = 120;

export function openIndex(index: SearchIndex): Search {
  const mini = MiniSearch.loadJS<Kept>(index, options);
  return {
    find: (query, most) => {
      const asked = query.slice(0, longestQuery);
      const all = mini.search(asked, { combineWith: 'AND' });
      const results = all.length > 0 ? all : mini.search(asked);
      return kinds.flatMap((kind) => {
        const ofKind = results.filter((result) => result.kind === kind);
        if (ofKind.length === 0) return [];
        const best = ofKind
          .slice(0, most)
          .map((result) => foundOf(result as unknown as Kept, new Set(result.terms)));
        return [{ kind, count: ofKind.length, best }];
      });
    },
  };
}

function foundOf({ kind, href, title, of, text, code = '' }: Kept, terms: ReadonlySet<string>): Found {
  const isInCode = countFound(text, terms) === 0 && countFound(code, terms) > 0;
  return {
    kind,
    href,
    title: marked(title, terms),
    ...(of !== undefined && { of }),
    snippet: snippetOf(isInCode ? code : text, terms),
  };
}
