import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '../../bin/steps/borders.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** The engine of figures: it runs in the page's worker, and on the server for the first view. */
const engine = ['lib/cluster/', 'lib/kubectl/', 'lib/network/', 'lib/lab/'];
/** Plain functions over a view and over keys, which import no more than each other. */
const plain = new Set([
  'lib/cluster/keys.ts',
  'lib/cluster/printed/duration.ts',
  'lib/cluster/selector.ts',
  'lib/kubectl/history.ts',
  'lib/lab/allowed-hands.ts',
  'lib/lab/grace.ts',
  'lib/lab/hands.ts',
  'lib/lab/has-prompt.ts',
  'lib/lab/lack.ts',
  'lib/kubectl/yaml/emit.ts',
  'lib/lab/limits.ts',
  'lib/lab/swap-test/choice.ts',
  'lib/lab/swap-test/manifests.ts',
  'lib/lab/swap-test/verdict.ts',
  'lib/lab/selector-text.ts',
  'lib/lab/selector-board.ts',
  'lib/lab/bench-shown.ts',
  'lib/lab/load-account.ts',
  'lib/lab/load-choice.ts',
]);

const fileOf = (own: string): string | undefined =>
  [own, `${own}.ts`, `${own}.tsx`, `${own}/index.ts`].find(
    (file) => /\.tsx?$/.test(file) && existsSync(path.join(root, file)),
  );

/** A source without what it asks for by a call: that comes when the call is made, not with the page. */
const atOnce = (file: string) =>
  readFileSync(path.join(root, file), 'utf8').replace(/\bimport\s*\(/g, 'later(');

/** All files whose code comes with a file: what it imports for more than types, and what that imports. */
function loadedBy(file: string, seen = new Map<string, string>(), from = ''): Map<string, string> {
  if (seen.has(file)) return seen;
  seen.set(file, from);
  for (const { from: specifier, type, names } of importsOf(atOnce(file))) {
    const isOwn = specifier.startsWith('.') || specifier.startsWith('@/');
    if (!isOwn || type || names.length === 0) continue;
    const own = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(file), specifier);
    const to = fileOf(own);
    if (to !== undefined) loadedBy(to, seen, file);
  }
  return seen;
}

const labFolder = 'app/_ui/lab';
const entries = [
  'app/_ui/bench/swap-test.tsx',
  'app/_ui/lesson/rail.tsx',
  'app/_ui/quiz/believed-runs.tsx',
  'app/_ui/bench/selector-board.tsx',
  'app/_ui/bench/load-bench.tsx',
  ...['lab-figure', 'predict', 'lab-task', 'lab'].map((name) => `${labFolder}/${name}.tsx`),
].filter((file) => existsSync(path.join(root, file)));

test.each(entries)('%s draws without the engine: nothing of it is in the page’s own script', (entry) => {
  const loaded = loadedBy(entry);
  expect(loaded.size).toBeGreaterThan(1);
  const ofEngine = [...loaded].filter(
    ([file]) => !plain.has(file) && engine.some((part) => file.startsWith(part)),
  );
  expect(ofEngine.map(([file, from]) => `${from} imports ${file}`)).toEqual([]);
});

test.each([...plain])('%s brings nothing else with it', (file) => {
  expect([...loadedBy(file).keys()].filter((one) => !plain.has(one))).toEqual([]);
});

test('the worker alone has the engine', () => {
  const loaded = loadedBy(`${labFolder}/session-worker.ts`);
  expect([...loaded.keys()]).toContain('lib/lab/create-session.ts');
  const others = readdirSync(path.join(root, labFolder)).filter(
    (name) => /\.tsx?$/.test(name) && !['session-worker.ts', 'typist-on-demand.ts'].includes(name),
  );
  const importers = others.filter((name) =>
    importsOf(readFileSync(path.join(root, labFolder, name), 'utf8')).some(
      ({ from, type }) => !type && /session-worker|create-session|happened$|kubectl-typist/.test(from),
    ),
  );
  expect(importers).toEqual([]);
});

test('kubectl comes into the worker when something is typed', () => {
  const loaded = [...loadedBy(`${labFolder}/session-worker.ts`).keys()];
  expect(loaded).toContain(`${labFolder}/typist-on-demand.ts`);
  expect(loaded).not.toContain('lib/lab/kubectl-typist.ts');
  expect(loaded).not.toContain('lib/kubectl/shell.ts');
});

test('the network of packets comes when it is opened', () => {
  const view = 'app/_ui/network/network-view.tsx';
  expect([...loadedBy(`${labFolder}/lab.tsx`).keys()]).toContain(`${labFolder}/network-part.tsx`);
  expect([...loadedBy(`${labFolder}/lab.tsx`).keys()]).not.toContain(view);
  const asked = importsOf(readFileSync(path.join(root, labFolder, 'network-part.tsx'), 'utf8'));
  expect(asked.map(({ from }) => from)).toContain('../network/network-view');
});
