import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

// Vitest's reporter prints failures with Map.groupBy, which Node 20 does not have.
const map = Map as { groupBy?: unknown };
map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T) => K) => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
};

/** Node is the default surrounding; a file that needs the DOM says `// @vitest-environment happy-dom`. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: path.join(root, 'tests/tooling/empty.ts') },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['node_modules', 'tests/e2e/**', 'tests/bench/**'],
    setupFiles: ['tests/tooling/setup.ts'],
    environment: 'node',
    // Frames hold pages of their own (`srcdoc`) or none; without this each is an error on the console.
    environmentOptions: { happyDOM: { settings: { enableIframePageLoading: true } } },
    css: { modules: { classNameStrategy: 'non-scoped' } },
    // By default one core stays free for the screen: of two that is half of the machine.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    allowOnly: false,
    retry: 0,
  },
});
