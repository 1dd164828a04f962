import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Files that a file of this project imports, and those that they import, as far as they are here. */
function imported(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (file.endsWith('.css')) return seen;
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const [, from = ''] of text.matchAll(/(?:from|import) '((?:@|\.\.?)\/[^']+)'/g)) {
    const base = from.startsWith('@/') ? from.slice(2) : path.join(path.dirname(file), from);
    const found = ['', '.ts', '.tsx']
      .map((end) => base + end)
      .find((one) => existsSync(path.join(root, one)));
    if (found) imported(found, seen);
  }
  return seen;
}

it.each(['app/[locale]/error.tsx', 'app/global-error.tsx'])(
  '%s has no styles that a page does not have anyway: they would be preloaded with every page',
  (page) => {
    const files = [...imported(page)];
    expect(files).toContain('app/_ui/kit/message.tsx');
    expect(files.filter((file) => file.endsWith('.module.css'))).toEqual([]);
  },
);
