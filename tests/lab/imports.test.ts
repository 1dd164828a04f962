import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../bin/steps/borders.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Every file of the project that a file loads when it runs, itself included; and the packages. */
function loadedBy(file: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (!next.includes('/')) continue;
    for (const { from, names } of importsOf(readFileSync(path.join(root, next), 'utf8'))) {
      if (names.length === 0) continue;
      if (!from.startsWith('.')) waiting.push(from);
      else {
        const to = path.posix.join(path.posix.dirname(next), from);
        const found = [`${to}.ts`, `${to}/index.ts`].find((one) => existsSync(path.join(root, one)));
        if (found) waiting.push(found);
      }
    }
  }
  return seen;
}

describe('a session', () => {
  it('loads kubectl and its YAML only with its typist', () => {
    const session = [...loadedBy('lib/lab/create-session.ts')];
    expect(session.filter((file) => file.startsWith('lib/kubectl/'))).toEqual(['lib/kubectl/yaml/emit.ts']);
    expect(session).not.toContain('yaml');
    expect(session).toContain('lib/cluster/cluster.ts');
    const typist = loadedBy('lib/lab/kubectl-typist.ts');
    expect(typist.has('lib/kubectl/shell.ts')).toBe(true);
    expect(typist.has('yaml')).toBe(true);
  });
});
