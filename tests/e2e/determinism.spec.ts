import path from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { traceHash } from '../cluster/trace-hash';
import { root } from './content';

test('the model makes the same journal in the browser as in Node', async ({ page }) => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'tests/cluster/trace-hash.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'trace',
    platform: 'browser',
    tsconfig: path.join(root, 'tsconfig.json'),
  });
  const script = outputFiles[0]?.text ?? '';
  expect(script.length).toBeGreaterThan(10_000);
  const inBrowser = await page.evaluate<string>(`${script}; trace.traceHash()`);
  expect(inBrowser).toMatch(/^[0-9a-f]{14}$/);
  expect(inBrowser).toBe(traceHash());
});
