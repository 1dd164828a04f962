import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../bin/steps/borders.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const loaders = 'app/_ui/language/language.tsx';
/** Every page carries its error page along, and it may be drawn before anything else was loaded. */
const inBoth = 'app/_ui/error-words.ts';

type Read = (file: string) => string | undefined;

const inTree: Read = (file) => {
  const full = path.join(root, file);
  return /\.tsx?$/.test(file) && existsSync(full) ? readFileSync(full, 'utf8') : undefined;
};

/** The file that a specifier names, of this project alone. */
function fileOf(from: string, importer: string, read: Read): string | undefined {
  if (!/^(\.|@\/)/.test(from)) return undefined;
  const base = from.startsWith('@/') ? from.slice(2) : path.posix.join(path.posix.dirname(importer), from);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((file) => read(file) !== undefined);
}

/** What a file brings along, at once or later: not what it takes types from. */
const broughtBy = (file: string, read: Read) =>
  importsOf(read(file) ?? '')
    .filter(({ type, names }) => !type && names.length > 0)
    .flatMap(({ from }) => fileOf(from, file, read) ?? []);

/** All files that come to a browser with these, except what the loaders of languages load. */
function reachedFrom(starts: readonly string[], read: Read): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    if (file !== loaders) open.push(...broughtBy(file, read));
  }
  return reached;
}

const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '');

/** More than the name of a language: `中文` may stand in a text of any language. */
const saysChinese = (source: string) =>
  /\p{Script=Han}/u.test(withoutComments(source).replaceAll('中文', ''));

/** What keeps a reader from downloading one language alone, as lines `file: rule`. */
function brokenFrom(starts: readonly string[], read: Read): string[] {
  return [...reachedFrom(starts, read)].sort().flatMap((file) => {
    if (/-(en|zh)\.ts$/.test(file))
      return `${file}: a browser would load both languages; say the words by spoken(), and enter them in app/_ui/language`;
    if (file.startsWith('app/') && file !== inBoth && saysChinese(read(file) ?? ''))
      return `${file}: a browser loads it in every language; put its words into -en.ts and -zh.ts, see app/_ui/language/spoken.ts, or hand them over from the server`;
    return [];
  });
}

const filesBelow = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).split(path.sep).join('/')}`)
    .filter((file) => inTree(file) !== undefined);

const isClient = (source: string) => /^\s*(\/\*[\s\S]*?\*\/\s*)?['"]use client['"]/.test(source);

const languages = filesBelow('app/_ui/language').filter((file) => /-(en|zh)\.ts$/.test(file));

describe('A reader', () => {
  it('downloads the words of one language only', () => {
    const clients = filesBelow('app').filter((file) => isClient(inTree(file) ?? ''));
    expect(clients).toContain(loaders);
    expect(brokenFrom([...clients, 'app/_ui/lab/session-worker.ts'], inTree)).toEqual([]);
  });

  it.each(languages)('of %s has nothing of the other language', (file) => {
    const other = file.endsWith('-en.ts') ? /-zh\.ts$/ : /-en\.ts$/;
    const reached = [...reachedFrom([file], inTree)];
    expect(reached.filter((one) => other.test(one))).toEqual([]);
    if (file.endsWith('-en.ts')) expect(reached.filter((one) => saysChinese(inTree(one) ?? ''))).toEqual([]);
  });
});

describe('Words in a file that a browser loads', () => {
  const say = (files: Record<string, string>) =>
    brokenFrom(['app/a.tsx'], (file) => files[file]).map((line) => line.replace(/:.*/, ''));

  it.each([
    ['both stand in it', { 'app/a.tsx': "const words = { en: 'Pods', zh: '集群' };" }],
    ['one file further', { 'app/a.tsx': "import { b } from './b';", 'app/b.ts': "export const b = '集群';" }],
    ['later', { 'app/a.tsx': "const b = () => import('@/app/b');", 'app/b.ts': "export const b = '集群';" }],
    [
      'a language is imported',
      { 'app/a.tsx': "import { en } from './w-en';", 'app/w-en.ts': 'export const en = {};' },
    ],
  ])('are refused when %s', (_, files: Record<string, string>) => {
    expect(say(files)).toEqual([Object.keys(files).at(-1)]);
  });

  it.each([
    [
      'types',
      { 'app/a.tsx': "import type { en } from './w-en';", 'app/w-en.ts': "export const en = { a: '集群' };" },
    ],
    [
      'a language’s own loader',
      {
        'app/a.tsx': `import { Language } from '@/${loaders.replace('.tsx', '')}';`,
        [loaders]: "const en = () => import('./w-en');",
        'app/_ui/language/w-en.ts': 'export const en = {};',
      },
    ],
    ['the name of a language', { 'app/a.tsx': "const names = { zh: '中文' }; // 集群" }],
  ])('are no matter for %s', (_, files: Record<string, string>) => {
    expect(say(files)).toEqual([]);
  });
});
