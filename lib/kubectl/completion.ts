import { choicesFor, filesIn, type Surroundings } from './completion-choices';
import { Failure } from './failure';
import type { Flag } from './flags/flag';
import { globalFlags } from './flags/sets';
import { filterNames } from './pipes';
import { programNames } from './programs';
import { isGroup, type Verb, type VerbGroup } from './verb';
import { findVerb } from './verb-of';
import { verbs } from './verbs';

/** What can stand in place of the word at the cursor. */
export interface Completion {
  /** Where that word begins. */
  readonly from: number;
  /** Whole words in alphabetical order, as many as fit; one that ends with `=`, `/`, `.` or `,` goes on. */
  readonly choices: readonly string[];
}

interface Typed {
  readonly words: readonly string[];
  /** The word that is being typed, up to the cursor. */
  readonly current: string;
  readonly from: number;
  readonly isBehindPipe: boolean;
}

/** The words of the command in which the cursor stands. Quotes are read as a shell does; one that is open is part of the word. */
function typedOf(text: string): Typed {
  let words: string[] = [];
  let word: string | undefined;
  let from = text.length;
  let isBehindPipe = false;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (word === undefined && !/[\s|;&<>]/.test(c)) {
      word = '';
      from = i;
    }
    if (quote) {
      if (c === quote) quote = '';
      else if (c === '\\' && quote === '"') word += text[++i] ?? '';
      else word += c;
    } else if (/\s/.test(c)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (/[|;&]/.test(c)) {
      isBehindPipe = c === '|' && text[i + 1] !== '|' && text[i - 1] !== '|';
      words = [];
      word = undefined;
    } else if (/[<>]/.test(c)) word = undefined;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '\\') word += text[++i] ?? '';
    else word += c;
  }
  return { words, current: word ?? '', from: word === undefined ? text.length : from, isBehindPipe };
}

/** What can stand at the cursor (`at`) of a line. Never throws, whatever the line is. */
export function completionOf(line: string, at: number, around: Surroundings): Completion {
  const { words, current, from, isBehindPipe } = typedOf(line.slice(0, Math.max(0, at)));
  const [program, ...args] = words;
  const isKubectl = program === 'kubectl' || program === 'k';
  const all =
    program === undefined
      ? ['kubectl', ...(isBehindPipe ? filterNames : [...programNames, 'sleep'])]
      : isKubectl
        ? ofKubectl(args, current, around)
        : isBehindPipe
          ? []
          : filesIn(around.folder, current);
  const fitting = [...new Set(all)].filter((choice) => choice.startsWith(current) && choice !== current);
  return { from, choices: fitting.sort() };
}

const quietly = <T>(find: () => T): T | undefined => {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return undefined;
  }
};

const flagsOf = (found: Verb | VerbGroup): readonly Flag[] => [
  ...(isGroup(found) ? (found.alone?.flags ?? []) : found.flags),
  ...globalFlags,
];

const takesValue = ({ kind, bare }: Flag): boolean => kind !== 'bool' && bare === undefined;

function ofKubectl(args: readonly string[], current: string, around: Surroundings): readonly string[] {
  if (args.includes('--')) return [];
  const at = quietly(() => findVerb(args));
  if (!at) return [];
  const { path, found } = at;
  const flags = flagsOf(found);
  const isHere = (typed: string) => (flag: Flag) => typed === `--${flag.name}` || typed === `-${flag.short}`;
  const before = args.at(-1) ?? '';
  const waiting = before.startsWith('-')
    ? flags.find((flag) => isHere(before)(flag) && takesValue(flag))
    : undefined;
  const given = namedBy(at.rest, flags);
  const asked = { path, words: given.words, namespace: given.namespace || around.namespace, around };
  if (waiting) return choicesFor.flag(waiting.name, current, asked);
  const [, name = '', value] = /^--([^=]+)=(.*)$/s.exec(current) ?? [];
  if (value !== undefined) return choicesFor.flag(name, value, asked).map((choice) => `--${name}=${choice}`);
  if (current.startsWith('-'))
    return ['--help', ...flags.map((flag) => (takesValue(flag) ? `--${flag.name}=` : `--${flag.name}`))];
  if (path === 'kubectl') return Object.keys(verbs);
  if (isGroup(found)) return given.words.length > 0 ? [] : Object.keys(found.children);
  return choicesFor.word(current, asked);
}

/** The words that are no flags, and the namespace that a flag names. */
function namedBy(args: readonly string[], flags: readonly Flag[]) {
  const words: string[] = [];
  let namespace = '';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) {
      words.push(arg);
      continue;
    }
    const flag = flags.find(({ name, short }) => arg === `--${name}` || arg === `-${short}`);
    const value = flag && takesValue(flag) ? args[++i] : undefined;
    if (flag?.name === 'namespace' && value) namespace = value;
    else namespace = /^(?:--namespace=|-n=?)(.+)$/s.exec(arg)?.[1] ?? namespace;
  }
  return { words, namespace };
}
