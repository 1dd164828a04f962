import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenBorders, brokenIn, importsOf } from '../../bin/steps/borders.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const server = "import 'server-only';\n";

describe('The house', () => {
  it('has no import that crosses a border', () => {
    expect(brokenBorders(root)).toEqual([]);
  });
});

describe('A border', () => {
  it.each([
    ['lib/cluster/a.ts', "import { useState } from 'react';"],
    ['lib/cluster/a.ts', "import fs from 'node:fs';"],
    ['lib/cluster/a.ts', "import type { View } from '@/lib/lab/view';"],
    ['lib/cluster/controllers/a.ts', "import { text } from '../../text';"],
    ['lib/cluster/a.ts', "export { view } from '../lab/view';"],
    ['lib/cluster/a.ts', "const later = () => import('@/lib/network/x');"],
    ['lib/cluster/a.ts', "import yaml from 'yaml';"],
    ['lib/cluster/a.ts', 'const n = Math.random();'],
    ['lib/network/a.ts', "import { get } from '@/lib/kubectl/get';"],
    ['lib/kubectl/a.ts', "import { lab } from '@/lib/lab/scenario';"],
    ['lib/lab/a.ts', "import { db } from '@/lib/server/db';"],
    ['lib/lab/a.ts', "import { Figure } from '@/app/_ui/lab/lab-figure';"],
    ['lib/quiz/a.ts', "import quiz from '@/content/some-lesson/quiz';"],
    ['lib/statistics/a.ts', "import type { Text } from '../text';"],
    ['lib/statistics/a.ts', "import { Chance } from '@/lib/cluster/chance';"],
    ['lib/course/a.ts', "import { db } from '@/lib/server/db';"],
    ['lib/server/a.ts', `${server}import quiz from '@/content/some-lesson/quiz';`],
    ['lib/server/a.ts', `${server}import { PrismaClient } from '@/prisma/generated/client';`],
    ['lib/server/a.ts', `${server}import type { Learner } from '@prisma/client';`],
    ['app/[locale]/page.tsx', "import { db } from '@/prisma/generated/client';"],
    ['app/[locale]/page.tsx', `const text = import(\`@/content/\${slug}/en.mdx\`);`],
    ['content/some-lesson/lab.ts', "import { holds } from '@/lib/lab/condition';"],
    ['content/some-lesson/lab.ts', "import { defineLabs, holds } from '@/lib/lab/scenario';"],
    ['content/some-lesson/lab.ts', "import { useState } from 'react';"],
    ['content/some-lesson/en.mdx', "# A title\n\nimport { Figure } from './figure'\n"],
    ['content/some-lesson/en.mdx', "export const answer = 'b'\n"],
    ['lib/server/db.ts', "import { PrismaClient } from '@/prisma/generated/client';"],
    ['lib/server/db.ts', "import path from 'node:path';\nimport 'server-only';\n"],
    ['content/some-lesson/quiz.ts', "import { defineQuiz } from '@/lib/quiz/authored';"],
    ['content/generators/some.ts', "import { defineGenerator } from '@/lib/quiz/generator';"],
    ['content/generators/some.ts', `${server}import { Draw } from '@/lib/quiz/draw';`],
    ['lib/course/quiz.ts', "import quiz from '@/content/some-lesson/quiz';"],
  ])('is crossed in %s by %s', (file, source) => {
    expect(brokenIn(file, source)).toHaveLength(1);
  });

  it.each([
    ['lib/cluster/controllers/a.ts', "import { setup } from 'xstate';\nimport { store } from '../store';"],
    ['lib/cluster/a.ts', "// import { useState } from 'react';\n/* Math.random() */"],
    ['lib/network/a.ts', "import type { Pod } from '@/lib/cluster/objects';"],
    ['lib/lab/a.ts', "import { run } from '@/lib/kubectl/run';\nimport type { Text } from '../text';"],
    ['lib/course/a.ts', "import lab from '@/content/some-lesson/lab';"],
    [
      'lib/server/db.ts',
      `/** The one client. */\n${server}import { PrismaClient } from '@/prisma/generated/client';`,
    ],
    [
      'app/api/a/route.ts',
      "import { answer } from '@/lib/server/attempts';\nimport { NextResponse } from 'next/server';",
    ],
    ['content/some-lesson/lab.ts', "import { defineLabs, type Scenario } from '@/lib/lab/scenario';"],
    ['content/some-lesson/quiz.ts', `${server}import { defineQuiz } from '@/lib/quiz/authored';`],
    ['content/some-lesson/en.mdx', '# A title\n\nWe import nothing.\n\n```sh\nexport KUBECONFIG=x\n```\n'],
  ])('is not crossed in %s by %s', (file, source) => {
    expect(brokenIn(file, source)).toEqual([]);
  });

  it('sees every form of import', () => {
    const source = `import a, { b } from 'one';
import type { C } from 'two';
import * as d from 'three';
export * from 'four';
import 'five';
const e = await import('six');
const f = require('seven');
import {
  g,
  type H,
} from 'eight';`;
    expect(
      importsOf(source)
        .map((one) => one.from)
        .sort(),
    ).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].sort());
  });
});

describe('The linter', () => {
  const inModel = [
    ['Date.now()', 'noRestrictedGlobals'],
    ['fetch("x")', 'noRestrictedGlobals'],
    ['setTimeout(() => 0, 1)', 'noRestrictedGlobals'],
    ['performance.now()', 'noRestrictedGlobals'],
    ['process.env', 'noRestrictedGlobals'],
    ['document.title', 'noRestrictedGlobals'],
    ['crypto.randomUUID()', 'noRestrictedGlobals'],
    ['import("react")', 'noRestrictedImports'],
  ] as const;

  /** The rules that one run reports, by file: the model's files say each expression, and lib/server says them all. */
  function lint() {
    const folder = mkdtempSync(path.join(tmpdir(), 'podium-lint-'));
    cpSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
    mkdirSync(path.join(folder, 'lib/cluster'), { recursive: true });
    mkdirSync(path.join(folder, 'lib/server'), { recursive: true });
    for (const [n, [expression]] of inModel.entries()) {
      for (const part of ['cluster', 'server']) {
        writeFileSync(
          path.join(folder, `lib/${part}/f${n}.ts`),
          `export const value = () => ${expression};\n`,
        );
      }
    }
    const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    type Report = { diagnostics: { category: string; location: { path: string } }[] };
    return (JSON.parse(stdout) as Report).diagnostics
      .map((one) => `${one.location.path} ${one.category}`)
      .sort();
  }

  it('refuses the clock, chance, the screen and React in the model alone', () => {
    expect(lint()).toEqual(inModel.map(([, rule], n) => `lib/cluster/f${n}.ts lint/style/${rule}`));
  });
});
