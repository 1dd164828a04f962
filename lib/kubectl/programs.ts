import type { Folder } from './folder';

/** What a small program printed and how it ended. */
export interface Ran {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exit: number;
}

const lines = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
const isFlag = (word: string): boolean => word.startsWith('-') && word.length > 1;

function cat(words: readonly string[], folder: Folder, stdin: string): Ran {
  const stdout: string[] = [];
  const stderr: string[] = [];
  for (const path of words.length === 0 ? ['-'] : words) {
    const text = path === '-' ? stdin : folder.read(path);
    if (text !== undefined) for (const line of lines(text)) stdout.push(line);
    else if (folder.list(path)) stderr.push(`cat: ${path}: Is a directory`);
    else stderr.push(`cat: ${path}: No such file or directory`);
  }
  return { stdout, stderr, exit: stderr.length > 0 ? 1 : 0 };
}

function ls(words: readonly string[], folder: Folder): Ran {
  const [path = '.'] = words.filter((word) => !isFlag(word));
  const names = folder.list(path);
  if (names) return { stdout: names, stderr: [], exit: 0 };
  if (folder.read(path) !== undefined) return { stdout: [path], stderr: [], exit: 0 };
  return { stdout: [], stderr: [`ls: cannot access '${path}': No such file or directory`], exit: 2 };
}

const echo = (words: readonly string[]): Ran => ({ stdout: [words.join(' ')], stderr: [], exit: 0 });

/** Programs beside kubectl that stand at the head of a line. */
const programs: Readonly<Record<string, (words: readonly string[], folder: Folder, stdin: string) => Ran>> = {
  cat,
  ls,
  echo,
};

export const programNames = Object.keys(programs);

/** Runs one of them; undefined for a program that is not modelled. */
export function runProgram(words: readonly string[], folder: Folder, stdin = ''): Ran | undefined {
  const [name = '', ...args] = words;
  return Object.hasOwn(programs, name) ? programs[name]?.(args, folder, stdin) : undefined;
}
