import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/**
 * Who may import whom. `own`: other parts of the project (a folder ends in `/`), `packages`: names, or '*' for any.
 * The first entry whose `files` begins a file's path decides.
 */
export const borders = [
  { files: 'lib/cluster/', own: ['lib/cluster/'], packages: ['xstate'] },
  { files: 'lib/network/', own: ['lib/network/', 'lib/cluster/'], packages: ['xstate'] },
  {
    files: 'lib/kubectl/',
    own: ['lib/kubectl/', 'lib/cluster/', 'lib/network/'],
    packages: ['xstate', 'yaml'],
  },
  {
    files: 'lib/lab/',
    own: ['lib/lab/', 'lib/kubectl/', 'lib/network/', 'lib/cluster/', 'lib/text'],
    packages: ['xstate', 'yaml', 'server-only'],
  },
  {
    files: 'lib/conformance/',
    own: [
      'lib/conformance/',
      'lib/lab/',
      'lib/kubectl/',
      'lib/network/',
      'lib/cluster/',
      'lib/text',
      'recordings/',
    ],
    packages: ['yaml', 'server-only', 'node'],
  },
  {
    files: 'lib/quiz/',
    own: ['lib/quiz/', 'lib/lab/', 'lib/cluster/', 'lib/text'],
    packages: ['xstate', 'yaml', 'zod', 'server-only'],
  },
  {
    files: 'lib/review/',
    own: ['lib/review/', 'lib/statistics/', 'lib/text'],
    packages: ['ts-fsrs', 'server-only'],
  },
  { files: 'lib/statistics/', own: ['lib/statistics/'], packages: [] },
  { files: 'lib/class/', own: ['lib/class/', 'lib/statistics/', 'lib/text'], packages: [] },
  { files: 'lib/embed/', own: ['lib/embed/', 'lib/lab/', 'lib/quiz/', 'lib/text'], packages: ['zod'] },
  { files: 'lib/search/', own: ['lib/search/'], packages: ['minisearch'] },
  { files: 'lib/course/', own: ['lib/', 'content/', '!lib/server/'], packages: '*' },
  { files: 'lib/server/db.ts', own: ['lib/', 'prisma/'], packages: '*' },
  { files: 'lib/server/', own: ['lib/'], packages: '*' },
  { files: 'lib/text', own: [], packages: [] },
  {
    files: 'content/',
    own: ['lib/lab/', 'lib/quiz/', 'lib/course/', 'lib/cluster/', 'lib/text', 'content/'],
    packages: ['server-only'],
  },
  { files: 'app/', own: ['app/', 'lib/'], packages: '*' },
  { files: 'prisma/', own: ['prisma/', 'lib/server/', 'lib/text'], packages: '*' },
];

const ANYWHERE = ['app', 'content', 'lib', 'prisma'];
const PRISMA = /^@prisma\/client(\/|$)|^prisma\/generated\//;
const STATEMENT = /(?:^|[;\n}])\s*(import|export)\s+(type\s+)?([\w\s{},*$]*?)\s*from\s*['"]([^'"]+)['"]/g;
const BARE = /(?:^|[;\n}])\s*import\s*['"]([^'"]+)['"]/g;
const CALL = /\b(?:import|require)\s*\(\s*(?:\/\*[^*]*\*\/\s*)?['"`]([^'"`$]+)/g;

const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');

/** Every import of a source text: its specifier, whether it is for types alone, and the names that it takes. */
export function importsOf(source) {
  const text = withoutComments(source);
  const statements = [...text.matchAll(STATEMENT)].map(([, , type, clause, from]) => {
    const names = clause
      .replace(/[{}]/g, ' ')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    return {
      from,
      names: type ? [] : names.filter((name) => !name.startsWith('type ')),
      type: Boolean(type),
    };
  });
  const others = [...text.matchAll(BARE), ...text.matchAll(CALL)].map(([, from]) => ({
    from,
    names: ['*'],
    type: false,
  }));
  return [...statements, ...others];
}

/** Where a specifier leads: a path inside the project, or the name of a package. */
function target(file, from) {
  if (!from.startsWith('.') && !from.startsWith('@/')) {
    return {
      package: from.startsWith('node:')
        ? 'node'
        : from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
    };
  }
  return { own: from.startsWith('@/') ? from.slice(2) : path.posix.join(path.posix.dirname(file), from) };
}

const isBelow = (own, place) =>
  place.endsWith('/') ? `${own}/`.startsWith(place) : own === place || own === `${place}.ts`;

function isAllowed(border, to) {
  if (to.package) return border.packages === '*' || border.packages.includes(to.package);
  const refused = border.own.some((place) => place.startsWith('!') && isBelow(to.own, place.slice(1)));
  return !refused && border.own.some((place) => isBelow(to.own, place));
}

/** The first statement of a file, without comments and directives before it. */
const firstStatement = (source) => withoutComments(source).trim().split('\n')[0]?.trim() ?? '';

const holdsKeys = (file) =>
  (file.startsWith('lib/server/') && /\.tsx?$/.test(file)) ||
  /^content\/[^/]+\/quiz\.ts$/.test(file) ||
  file.startsWith('content/generators/') ||
  file === 'lib/course/quiz.ts';

/** What one file breaks, as lines `file: rule`. `file` is its path from the root with `/`. */
export function brokenIn(file, source) {
  const broken = [];
  const say = (rule) => broken.push(`${file}: ${rule}`);
  if (file.endsWith('.mdx')) {
    if (/^\s*(import|export)\s/m.test(source.replace(/^(```|~~~)[\s\S]*?^\1/gm, '')))
      say('a lesson imports and exports nothing');
    return broken;
  }
  if (holdsKeys(file) && !/^import ['"]server-only['"];?$/.test(firstStatement(source))) {
    say("an answer key or the database is near: its first statement must be import 'server-only'");
  }
  if (/^lib\/(cluster|network)\//.test(file) && /\bMath\s*\.\s*random\b/.test(withoutComments(source))) {
    say('chance comes from the seeded generator, not from Math.random');
  }
  const border = borders.find((one) => file.startsWith(one.files));
  for (const { from, names } of importsOf(source)) {
    const to = target(file, from);
    if (border && !isAllowed(border, to)) say(`may not import ${from}`);
    else if (PRISMA.test(to.own ?? from) && file !== 'lib/server/db.ts' && !/^(prisma|tests)\//.test(file)) {
      say(`only lib/server/db.ts and prisma/ import Prisma's client, not through ${from}`);
    }
    if (file.startsWith('content/') && from !== 'server-only' && to.own && !to.own.startsWith('content/')) {
      const values = names.filter((name) => !/^define[A-Z]\w*$/.test(name));
      if (values.length > 0)
        say(`content takes define… functions and types, not ${values.join(', ')} from ${from}`);
    }
  }
  return broken;
}

/** What the files of the project break, as lines `file: rule`; empty when all borders hold. */
export function brokenBorders(base = root) {
  const files = ANYWHERE.flatMap((folder) => {
    const top = path.join(base, folder);
    if (!existsSync(top)) return [];
    return readdirSync(top, { recursive: true }).map(
      (name) => `${folder}/${String(name).split(path.sep).join('/')}`,
    );
  });
  return files
    .filter((file) => /\.(ts|tsx|mdx)$/.test(file) && !file.startsWith('prisma/generated/'))
    .filter((file) => statSync(path.join(base, file)).isFile())
    .flatMap((file) => brokenIn(file, readFileSync(path.join(base, file), 'utf8')));
}
