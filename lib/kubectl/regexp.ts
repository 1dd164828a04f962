/**
 * Regular expressions as grep has them (POSIX, basic and extended, with GNU's \\w \\W \\s \\S \\b \\B \\< \\>), in time that grows with
 * the text and no faster: no pattern can make a line wait for ever. Source: the construction of Thompson; POSIX 9.
 * Leaves out: back references, classes of collation.
 */
export interface Pattern {
  test(text: string): boolean;
  /** The parts that match, from left to right, each as long as it can be. */
  matches(text: string): string[];
}

type Fits = (c: string) => boolean;
type Assertion = '^' | '$' | 'b' | 'B' | '<' | '>';
/** A step of the machine: takes a letter, goes on in two ways, asks where it is, or is done. */
type Step =
  | { readonly do: 'take'; readonly fits: Fits; readonly next: number }
  | { do: 'split'; a: number; b: number }
  | { readonly do: 'ask'; readonly what: Assertion; readonly next: number }
  | { readonly do: 'done' };

/** Machines larger than this are not built. */
const mostSteps = 5_000;

export class NoPattern extends Error {}

const isWord = (c: string | undefined): boolean => c !== undefined && /\w/.test(c);
const classes: Readonly<Record<string, RegExp>> = {
  alpha: /\p{L}/u,
  digit: /\d/,
  alnum: /[\p{L}\d]/u,
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  space: /\s/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  xdigit: /[\da-fA-F]/,
  cntrl: /\p{Cc}/u,
  print: /\P{Cc}/u,
  graph: /[^\s\p{Cc}]/u,
};
const escapes: Readonly<Record<string, Fits>> = {
  w: isWord,
  W: (c) => !isWord(c),
  s: (c) => /\s/.test(c),
  S: (c) => !/\s/.test(c),
};

/** Steps are made from the end of the pattern to its beginning: each part is told where to go on. */
type Part = (next: number) => number;

class Builder {
  readonly steps: Step[] = [{ do: 'done' }];
  private at = 0;
  private depth = 0;

  constructor(
    private readonly pattern: string,
    private readonly isBasic: boolean,
    private readonly ignoresCase: boolean,
  ) {}

  build(): number {
    const part = this.choices();
    if (this.at < this.pattern.length) throw new NoPattern('Unmatched ) or \\)');
    return part(0);
  }

  private add(step: Step): number {
    if (this.steps.length >= mostSteps) throw new NoPattern('Regular expression too big');
    return this.steps.push(step) - 1;
  }

  /** Whether an operator stands here; basic expressions have a backslash before most of them. */
  private is(operator: string): boolean {
    return this.pattern.startsWith(this.isBasic ? `\\${operator}` : operator, this.at);
  }

  private skip(operator: string): boolean {
    if (!this.is(operator)) return false;
    this.at += this.isBasic ? 2 : 1;
    return true;
  }

  private choices(): Part {
    const all = [this.sequence()];
    while (this.skip('|')) all.push(this.sequence());
    return all.reduceRight((after, before) => (next) => {
      const [a, b] = [before(next), after(next)];
      return this.add({ do: 'split', a, b });
    });
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.pattern.length && !this.is('|') && !(this.depth > 0 && this.is(')')))
      parts.push(this.repeated(parts.length === 0));
    return (next) => parts.reduceRight((to, part) => part(to), next);
  }

  private repeated(isFirst: boolean): Part {
    let part = this.atom(isFirst);
    for (;;) {
      const once = part;
      if (this.pattern[this.at] === '*') {
        this.at++;
        part = this.loop(once, true);
      } else if (this.skip('+')) part = this.loop(once, false);
      else if (this.skip('?')) part = (next) => this.add({ do: 'split', a: once(next), b: next });
      else if (this.is('{') && this.bounds()) part = this.times(once, ...(this.bounds(true) ?? [1, 1]));
      else return part;
    }
  }

  private loop(once: Part, mayBeNone: boolean): Part {
    return (next) => {
      const split: Step = { do: 'split', a: 0, b: next };
      const at = this.add(split);
      split.a = once(at);
      return mayBeNone ? at : split.a;
    };
  }

  private times(once: Part, least: number, most: number): Part {
    return (next) => {
      let to = next;
      if (most === Number.POSITIVE_INFINITY) to = this.loop(once, true)(next);
      else for (let i = least; i < most; i++) to = this.add({ do: 'split', a: once(to), b: next });
      for (let i = 0; i < least; i++) to = once(to);
      return to;
    };
  }

  /** `{2,5}`; undefined when what stands here is none. */
  private bounds(takes = false): [number, number] | undefined {
    const form = this.isBasic ? /\\\{(\d*)(,?)(\d*)\\\}/y : /\{(\d*)(,?)(\d*)\}/y;
    form.lastIndex = this.at;
    const [all, least = '', comma, most = ''] = form.exec(this.pattern) ?? [];
    if (all === undefined || (!least && !comma)) return undefined;
    if (takes) this.at += all.length;
    const from = Number(least || 0);
    const to = comma ? (most ? Number(most) : Number.POSITIVE_INFINITY) : from;
    if (from > to || Math.max(from, Number.isFinite(to) ? to : 0) > 255)
      throw new NoPattern('Invalid content of \\{\\}');
    return [from, to];
  }

  private take(fits: Fits): Part {
    const either: Fits = this.ignoresCase
      ? (c) => fits(c) || fits(c.toLowerCase()) || fits(c.toUpperCase())
      : fits;
    return (next) => this.add({ do: 'take', fits: either, next });
  }

  private ask(what: Assertion): Part {
    return (next) => this.add({ do: 'ask', what, next });
  }

  private atom(isFirst: boolean): Part {
    if (this.skip('(')) {
      this.depth++;
      if (this.depth > 50) throw new NoPattern('Regular expression too big');
      const part = this.choices();
      if (!this.skip(')')) throw new NoPattern('Unmatched ( or \\(');
      this.depth--;
      return part;
    }
    const c = this.pattern[this.at++] ?? '';
    if (c === ')' && !this.isBasic) throw new NoPattern('Unmatched ) or \\)');
    if (c === '.') return this.take(() => true);
    if (c === '[') return this.take(this.set());
    if (c === '^' && (isFirst || !this.isBasic)) return this.ask('^');
    if (c === '$' && (!this.isBasic || this.isEnd())) return this.ask('$');
    if (c !== '\\') return this.take((other) => other === c);
    const letter = this.pattern[this.at++];
    if (letter === undefined) throw new NoPattern('Trailing backslash');
    if (/[1-9]/.test(letter)) throw new NoPattern('Invalid back reference');
    const fits = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (fits) return this.take(fits);
    return /[bB<>]/.test(letter) ? this.ask(letter as Assertion) : this.take((other) => other === letter);
  }

  private isEnd(): boolean {
    return this.at >= this.pattern.length || this.is('|') || this.is(')');
  }

  /** What stands between brackets. */
  private set(): Fits {
    const isNot = this.pattern[this.at] === '^';
    if (isNot) this.at++;
    const all: Fits[] = [];
    for (let isFirst = true; isFirst || this.pattern[this.at] !== ']'; isFirst = false) {
      const c = this.pattern[this.at++];
      if (c === undefined) throw new NoPattern('Unmatched [, [^, [:, [., or [=');
      const [named, name = ''] = /^\[:(\w+):\]/.exec(this.pattern.slice(this.at - 1, this.at + 12)) ?? [];
      const to = this.pattern[this.at + 1];
      if (named !== undefined) {
        const form = Object.hasOwn(classes, name) ? classes[name] : undefined;
        if (!form) throw new NoPattern('Invalid character class name');
        all.push((other) => form.test(other));
        this.at += named.length - 1;
      } else if (this.pattern[this.at] === '-' && to !== undefined && to !== ']') {
        if (to < c) throw new NoPattern('Invalid range end');
        all.push((other) => other >= c && other <= to);
        this.at += 2;
      } else all.push((other) => other === c);
    }
    this.at++;
    return (c) => all.some((fits) => fits(c)) !== isNot;
  }
}

function holds(what: Assertion, text: string, at: number): boolean {
  const [before, after] = [isWord(text[at - 1]), isWord(text[at])];
  if (what === '^') return at === 0;
  if (what === '$') return at === text.length;
  if (what === '<') return !before && after;
  if (what === '>') return before && !after;
  return (before !== after) === (what === 'b');
}

interface Options {
  readonly isBasic?: boolean;
  readonly ignoresCase?: boolean;
  /** Whole words only. */
  readonly isWord?: boolean;
}

/** Throws NoPattern, in grep's words, for what is none. */
export function patternOf(
  source: string,
  { isBasic = false, ignoresCase = false, isWord: words }: Options = {},
): Pattern {
  const builder = new Builder(source, isBasic, ignoresCase);
  const first = builder.build();
  const { steps } = builder;
  const machine = { steps, first, words: words ?? false };
  return {
    test: (text) => search(machine, text, 0, true) !== undefined,
    matches(text) {
      const found: string[] = [];
      for (let at = 0; at <= text.length; ) {
        const match = search(machine, text, at, false);
        if (!match) break;
        if (match.to > match.from) found.push(text.slice(match.from, match.to));
        at = Math.max(match.to, match.from + 1);
      }
      return found;
    },
  };
}

interface Machine {
  readonly steps: readonly Step[];
  readonly first: number;
  readonly words: boolean;
}

/**
 * The first match from a place on, and the longest that begins there. Every state is kept with the earliest beginning that leads
 * to it, so that each letter is looked at once.
 */
function search({ steps, first, words }: Machine, text: string, begin: number, isAny: boolean) {
  let states = new Map<number, number>();
  let best: { from: number; to: number } | undefined;
  for (let at = begin; at <= text.length; at++) {
    if (!best && (!words || holds('b', text, at))) reach(steps, states, first, at, text, at);
    const from = states.get(0);
    const isWhole = !words || holds('b', text, at);
    if (from !== undefined && isWhole && (!best || from <= best.from)) {
      best = { from, to: at };
      if (isAny) return best;
    }
    const c = text[at];
    if (c === undefined || (best && states.size === 0)) break;
    const next = new Map<number, number>();
    for (const [state, since] of states) {
      const step = steps[state];
      if (step?.do === 'take' && (!best || since <= best.from) && step.fits(c))
        reach(steps, next, step.next, since, text, at + 1);
    }
    states = next;
  }
  return best;
}

/** Adds a state and all that it leads to without a letter. */
function reach(
  steps: readonly Step[],
  states: Map<number, number>,
  state: number,
  since: number,
  text: string,
  at: number,
): void {
  for (const waiting = [state]; waiting.length > 0; ) {
    const one = waiting.pop() ?? 0;
    const known = states.get(one);
    if (known !== undefined && known <= since) continue;
    states.set(one, since);
    const step = steps[one];
    if (step?.do === 'split') waiting.push(step.b, step.a);
    else if (step?.do === 'ask' && holds(step.what, text, at)) waiting.push(step.next);
  }
}
