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

/**
 * The needles whose text stands in the haystack. Marks, spaces and the way of writing do not count, and a text that
 * HTML tags run through is found as well.
 */
export function found(needles: readonly Needle[], haystack: string): readonly string[] {
  const stacks = [letters(haystack), letters(haystack.replace(/<\/?[a-z][^<>]*>/gi, ''))];
  return needles
    .filter(({ name, text }) => {
      const wanted = letters(text);
      if (wanted.length < fewestLetters)
        throw new Error(`"${text}" of ${name} is too short to be looked for`);
      return stacks.some((stack) => stack.includes(wanted));
    })
    .map(({ name }) => name);
}
