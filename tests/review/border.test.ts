import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf } from '@/bin/steps/borders.mjs';

const sources = ['app', 'lib', 'content'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ file: `${folder}/${name}`, source: readFileSync(`${folder}/${name}`, 'utf8') })),
);

describe('ts-fsrs, which adds methods to every Date', () => {
  it('is imported in one place, which no browser may load', () => {
    const importing = sources.filter(({ source }) =>
      importsOf(source).some(({ from }) => from === 'ts-fsrs'),
    );
    expect(importing.map(({ file }) => file)).toEqual(['lib/review/scheduler.ts']);
    expect(importing[0]?.source).toMatch(/^import 'server-only';\n/);
  });

  it('is not behind what a page may import of the review', () => {
    const open = sources.filter(
      ({ file, source }) => /^lib\/review\//.test(file) && !source.includes("'server-only'"),
    );
    expect(open.map(({ file }) => file).sort()).toEqual(
      ['curve', 'day', 'public', 'rate'].map((name) => `lib/review/${name}.ts`),
    );
    for (const { source } of open)
      for (const { from, names } of importsOf(source)) {
        if (names.length > 0) expect(['./curve', './day', './public', './rate']).toContain(from);
      }
  });
});
