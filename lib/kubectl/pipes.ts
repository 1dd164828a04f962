import { Plain } from './failure';
import { NoPattern, type Pattern, patternOf } from './regexp';

/** A program behind a pipe: it takes lines as they come, and says more when there are no more. */
export interface Filter {
  take(line: string): readonly string[];
  end(): readonly string[];
  /** The exit code of the pipe when it ends with this program. */
  exit(): number;
}

const nothing: readonly string[] = [];

/** Letters of short flags that stand together (`-iv`), and plain words. `-n 5`, `-n5` and `-5` give `n`. */
function parts(
  words: readonly string[],
  withValue: string,
): { letters: Map<string, string>; plain: string[] } {
  const letters = new Map<string, string>();
  const plain: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      plain.push(...words.slice(i + 1));
      break;
    }
    if (/^-\d+$/.test(word)) letters.set('n', word.slice(1));
    else if (/^-[A-Za-z]/.test(word)) {
      for (let at = 1; at < word.length; at++) {
        const letter = word[at] ?? '';
        if (!withValue.includes(letter)) letters.set(letter, '');
        else {
          letters.set(letter, word.slice(at + 1) || (words[++i] ?? ''));
          break;
        }
      }
    } else plain.push(word);
  }
  return { letters, plain };
}

const notModelled = (program: string, flag: string, known: string): Plain =>
  new Plain(`not modelled in Podium: ${program} ${flag}; these flags are: ${known}`, 2);

function known(program: string, words: readonly string[], flags: string, withValue = '') {
  const { letters, plain } = parts(words, withValue);
  for (const word of words)
    if (word.startsWith('--') && word.length > 2)
      throw notModelled(program, word, [...flags].map((flag) => `-${flag}`).join(' '));
  for (const letter of letters.keys())
    if (!flags.includes(letter))
      throw notModelled(program, `-${letter}`, [...flags].map((flag) => `-${flag}`).join(' '));
  return { letters, plain };
}

/** Patterns longer than this could take for ever. */
const longestPattern = 200;

function grep(words: readonly string[]): Filter {
  const { letters, plain } = known('grep', words, 'ivcnowEFe', 'e');
  const [first, ...more] = letters.has('e') ? [letters.get('e'), ...plain] : plain;
  if (first === undefined) throw new Plain('usage: grep [-ivcnowEF] PATTERN', 2);
  if (more.length > 0) throw new Plain('not modelled in Podium: grep in files; grep behind a pipe is', 2);
  if (first.length > longestPattern) throw new Plain('grep: the pattern is too long', 2);
  const source = letters.has('F') ? first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : first;
  const isBasic = !letters.has('E') && !letters.has('F');
  let pattern: Pattern;
  try {
    pattern = patternOf(source, { isBasic, ignoresCase: letters.has('i'), isWord: letters.has('w') });
  } catch (error) {
    if (!(error instanceof NoPattern)) throw error;
    throw new Plain(`grep: ${error.message}`, 2);
  }
  let count = 0;
  let seen = 0;
  return {
    take(line) {
      seen++;
      if (pattern.test(line) === letters.has('v')) return nothing;
      count++;
      if (letters.has('c')) return nothing;
      const number = letters.has('n') ? `${seen}:` : '';
      if (!letters.has('o')) return [number + line];
      return letters.has('v') ? nothing : pattern.matches(line).map((one) => number + one);
    },
    end: () => (letters.has('c') ? [String(count)] : nothing),
    exit: () => (count > 0 ? 0 : 1),
  };
}

function lineCount(program: string, text: string | undefined): number {
  if (text === undefined) return 10;
  if (!/^\d+$/.test(text)) throw new Plain(`${program}: invalid number of lines: '${text}'`);
  return Number(text);
}

function head(words: readonly string[]): Filter {
  const { letters } = known('head', words, 'n', 'n');
  let left = lineCount('head', letters.get('n'));
  return { take: (line) => (left-- > 0 ? [line] : nothing), end: () => nothing, exit: () => 0 };
}

function tail(words: readonly string[]): Filter {
  const [from] = words.filter((word) => /^\+\d+$/.test(word));
  const { letters } = known('tail', words, 'n', 'n');
  const asked = letters.get('n') ?? from;
  if (asked?.startsWith('+')) {
    let skip = lineCount('tail', asked.slice(1)) - 1;
    return { take: (line) => (skip-- > 0 ? nothing : [line]), end: () => nothing, exit: () => 0 };
  }
  const count = lineCount('tail', asked);
  const kept: string[] = [];
  return {
    take(line) {
      kept.push(line);
      if (kept.length > count) kept.shift();
      return nothing;
    },
    end: () => kept,
    exit: () => 0,
  };
}

function wc(words: readonly string[]): Filter {
  const { letters } = known('wc', words, 'lwc');
  const counts = { l: 0, w: 0, c: 0 };
  const asked = (['l', 'w', 'c'] as const).filter((one) => letters.size === 0 || letters.has(one));
  return {
    take(line) {
      counts.l++;
      counts.w += line.split(/\s+/).filter(Boolean).length;
      counts.c += new TextEncoder().encode(line).length + 1;
      return nothing;
    },
    end: () => [
      asked.length === 1
        ? String(counts[asked[0] ?? 'l'])
        : asked.map((one) => String(counts[one]).padStart(7)).join(' '),
    ],
    exit: () => 0,
  };
}

const columnOf = (line: string, key: string | undefined): string => {
  if (!key) return line;
  const [from = '1', to] = key.replace(/[A-Za-z]/g, '').split(',');
  return line
    .split(/\s+/)
    .slice(Number(from) - 1, to === undefined ? undefined : Number(to))
    .join(' ');
};

function sort(words: readonly string[]): Filter {
  const { letters } = known('sort', words, 'rnuk', 'k');
  const key = letters.get('k');
  const isNumeric = letters.has('n') || /n/.test(key ?? '');
  const isReverse = letters.has('r') || /r/.test(key ?? '');
  const kept: string[] = [];
  const compare = (a: string, b: string): number => {
    const [x, y] = [columnOf(a, key), columnOf(b, key)];
    const order = isNumeric
      ? (Number.parseFloat(x) || 0) - (Number.parseFloat(y) || 0)
      : x < y
        ? -1
        : x > y
          ? 1
          : 0;
    return order || (a < b ? -1 : a > b ? 1 : 0);
  };
  return {
    take(line) {
      kept.push(line);
      return nothing;
    },
    end() {
      const sorted = [...kept].sort(compare);
      if (isReverse) sorted.reverse();
      return letters.has('u') ? sorted.filter((line, i) => line !== sorted[i - 1]) : sorted;
    },
    exit: () => 0,
  };
}

function uniq(words: readonly string[]): Filter {
  const { letters } = known('uniq', words, 'c');
  let last: string | undefined;
  let count = 0;
  const said = (): readonly string[] =>
    last === undefined ? nothing : [letters.has('c') ? `${String(count).padStart(7)} ${last}` : last];
  return {
    take(line) {
      if (line === last) {
        count++;
        return nothing;
      }
      const before = said();
      last = line;
      count = 1;
      return before;
    },
    end: () => said(),
    exit: () => 0,
  };
}

const cat = (): Filter => ({ take: (line) => [line], end: () => nothing, exit: () => 0 });

const programs: Readonly<Record<string, (words: readonly string[]) => Filter>> = {
  grep,
  egrep: (words) => grep(['-E', ...words]),
  head,
  tail,
  wc,
  sort,
  uniq,
  cat,
};

export const filterNames = Object.keys(programs);

/** The program of these words. Throws a Plain failure for one that is not modelled, or that is called wrongly. */
export function filterOf([program = '', ...words]: readonly string[]): Filter {
  const make = Object.hasOwn(programs, program) ? programs[program] : undefined;
  if (!make)
    throw new Plain(
      `not modelled in Podium: ${program} behind a pipe; these are: ${Object.keys(programs).join(', ')}`,
      127,
    );
  return make(words);
}
