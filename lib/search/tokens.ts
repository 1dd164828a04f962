/** A term of a text, and where it stands there. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Han in a row, or a word with what holds it together: `kube-proxy`, `spec.replicas`, `10.244.0.0/16`. */
const run =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-._/:](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
/** Where a name of the API falls apart: `Stateful|Set`, `cluster|IP`, `kube|proxy`. */
const joint = /[-._/:]+|(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
const onlyDigits = /^\d+$/;

export const isHan = (term: string): boolean => /^\p{Script=Han}/u.test(term);

/** The form under which a word is kept: small letters, one number. Not a stem: it only has to be the same on both sides. */
function termOf(word: string): string {
  const small = word.normalize('NFKC').toLowerCase();
  if (small.length < 4 || !small.endsWith('s') || /(?:ss|us|is)$/.test(small)) return small;
  return small.endsWith('ies') ? `${small.slice(0, -3)}y` : small.slice(0, -1);
}

const runsOf = (text: string): readonly Token[] =>
  [...text.matchAll(run)].map(({ 0: term, index }) => ({ term, start: index, end: index + term.length }));

/** Pairs of neighbours; the last character stands alone too, so that each one begins a term. */
function pairsOf({ term, start }: Token): readonly Token[] {
  const at = [...term.matchAll(/./gsu)].map(({ index }) => index);
  return at.map((from, place) => {
    const to = at[place + 2] ?? term.length;
    return { term: term.slice(from, to), start: start + from, end: start + to };
  });
}

/** The parts of a name that is made of several; none of another word, and no numbers. */
function partsOf({ term, start }: Token): readonly Token[] {
  const parts = term.split(joint).filter((part) => part !== '');
  if (parts.length < 2) return [];
  let from = 0;
  return parts.flatMap((part) => {
    from = term.indexOf(part, from);
    const token = { term: termOf(part), start: start + from, end: start + from + part.length };
    from += part.length;
    return part.length < 2 || onlyDigits.test(part) ? [] : [token];
  });
}

/**
 * What a text can be found by. Chinese has no spaces and no two dictionaries cut it alike, so each pair of neighbouring characters is a
 * term: the same on the server and in every browser. A word is a term, in small letters; a name of several parts is found by each too.
 */
export const tokensOf = (text: string): readonly Token[] =>
  runsOf(text).flatMap((one) =>
    isHan(one.term) ? pairsOf(one) : [{ ...one, term: termOf(one.term) }, ...partsOf(one)],
  );

/** What is looked for: each word whole, each pair of Chinese characters, a single one only where it stands alone. */
export const queryTerms = (query: string): readonly string[] => [
  ...new Set(
    runsOf(query).flatMap((one) => {
      if (!isHan(one.term)) return [termOf(one.term)];
      const pairs = pairsOf(one).map(({ term }) => term);
      return pairs.length > 1 ? pairs.slice(0, -1) : pairs;
    }),
  ),
];
