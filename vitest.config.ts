import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

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
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    allowOnly: false,
    retry: 0,
  },
});
