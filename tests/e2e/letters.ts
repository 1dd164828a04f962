/** Fewer letters could stand in a text by chance. */
const fewestLetters = 6;

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

const character = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16));

/** What is left of a text, however it was written down: as HTML, as JSON within JavaScript, with escapes. */
export function letters(text: string): string {
  return text
    .replace(/\\+u\{?([0-9a-fA-F]{4})\}?/g, (_, hex: string) => character(hex))
    .replace(/\\+x([0-9a-fA-F]{2})/g, (_, hex: string) => character(hex))
    .replace(/&#x([0-9a-fA-F]+);/g, (_, hex: string) => character(hex))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(quot|amp|lt|gt|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export interface Needle {
  /** What it is and whose: said where it is found. */
  readonly name: string;
  readonly text: string;
}

/** Between two parts of a text may stand its code, twice, and the words that say that it is code; in letters. */
const widestGap = 200;

/** The parts of a text between its marks of code: in a payload, code is an element of its own between two of them. */
function partsOf({ name, text }: Needle): readonly string[] {
  const parts = text.split('`').map(letters);
  if (parts.join('').length < fewestLetters)
    throw new Error(`"${text}" of ${name} is too short to be looked for`);
  return parts.filter((part) => part !== '');
}

/** The parts stand in the stack one after the other, near to each other. */
function holds(stack: string, [first = '', ...rest]: readonly string[]): boolean {
  for (let at = stack.indexOf(first); at >= 0; at = stack.indexOf(first, at + 1)) {
    let end = at + first.length;
    const follows = (part: string) => {
      const next = stack.slice(end, end + widestGap + part.length).indexOf(part);
      end += next + part.length;
      return next >= 0;
    };
    if (rest.every(follows)) return true;
  }
  return false;
}

/** How many letters of a needle's longest part are looked for first: a stack without them does not hold it. */
const beginnings = [16, fewestLetters] as const;

/** The needles in their parts, and by length the first letters of the longest part of each. */
function indexOf(needles: readonly Needle[]) {
  const known = new Map(beginnings.map((length) => [length as number, new Set<string>()]));
  const sought = needles.map((needle) => {
    const parts = partsOf(needle);
    const longest = parts.reduce((one, other) => (other.length > one.length ? other : one), '');
    const begins = longest.slice(0, beginnings.find((length) => longest.length >= length) ?? 0);
    known.get(begins.length)?.add(begins);
    return { name: needle.name, parts, begins };
  });
  return { sought, known };
}

const base = 31;
const powerOf = (length: number): number => {
  let power = 1;
  for (let n = 0; n < length; n++) power = Math.imul(power, base);
  return power;
};
const mask = 0xfffff;
const hashOf = (text: string): number => {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
  return hash & mask;
};

/**
 * The beginnings that stand somewhere in a stack. A rolling hash over as many letters as they have passes over nearly all places
 * (Karp and Rabin, 1987); where it does not, the letters themselves are compared.
 */
function beginningsIn(stack: string, known: ReadonlyMap<number, ReadonlySet<string>>): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [length, ones] of known) {
    if (ones.size === 0) continue;
    const hashes = new Uint8Array(mask + 1);
    for (const one of ones) hashes[hashOf(one)] = 1;
    const power = powerOf(length);
    let hash = 0;
    for (let end = 0; end < stack.length; end++) {
      const left = end < length ? 0 : Math.imul(stack.charCodeAt(end - length), power);
      hash = (Math.imul(hash, base) + stack.charCodeAt(end) - left) | 0;
      if (end + 1 < length || hashes[hash & mask] === 0) continue;
      const begins = stack.slice(end + 1 - length, end + 1);
      if (ones.has(begins)) seen.add(begins);
    }
  }
  return seen;
}

/**
 * Finds in a haystack the needles whose text stands in it; gives their names. Marks, spaces and the way of writing do not count, and
 * a text that HTML tags or code run through is found as well. A thousand needles take hardly longer than one.
 */
export function finder(needles: readonly Needle[]): (haystack: string) => readonly string[] {
  const { sought, known } = indexOf(needles);
  return (haystack) => {
    const bare = haystack.replace(/<\/?[a-z][^<>]*>/gi, '');
    const stacks = new Set([letters(haystack), ...(bare === haystack ? [] : [letters(bare)])]);
    const names = new Set<string>();
    for (const stack of stacks) {
      const seen = beginningsIn(stack, known);
      for (const { name, parts, begins } of sought)
        if ((begins === '' || seen.has(begins)) && holds(stack, parts)) names.add(name);
    }
    return needles.map(({ name }) => name).filter((name) => names.has(name));
  };
}

/** The same for needles that are looked for once. */
export const found = (needles: readonly Needle[], haystack: string): readonly string[] =>
  finder(needles)(haystack);
