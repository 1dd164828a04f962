/** Fewer letters could stand in a text by chance. */
const fewestLetters = 6;

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

const character = (hex: string) => String.fromCodePoint(Number.parseInt(hex, 16));

/** What is left of a text, however it was written down: as HTML, as JSON within JavaScript, with escapes. */
function letters(text: string): string {
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

/**
 * The needles whose text stands in the haystack. Marks, spaces and the way of writing do not count, and a text that
 * HTML tags or code run through is found as well.
 */
export function found(needles: readonly Needle[], haystack: string): readonly string[] {
  const stacks = [letters(haystack), letters(haystack.replace(/<\/?[a-z][^<>]*>/gi, ''))];
  return needles
    .filter((needle) => stacks.some((stack) => holds(stack, partsOf(needle))))
    .map(({ name }) => name);
}
