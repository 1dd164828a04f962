import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import results from '../../recordings/results.json' with { type: 'json' };
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

test('every recording makes the same trace in the browser as in Node', async ({ page }) => {
  test.slow();
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'lib/conformance/play.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'conformance',
    platform: 'browser',
    tsconfig: path.join(root, 'tsconfig.json'),
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const differing: string[] = [];
  for (const { name, hash } of results) {
    const recording: unknown = JSON.parse(
      readFileSync(path.join(root, 'recordings', `${name}.json`), 'utf8'),
    );
    const inBrowser = await page.evaluate(
      (one) =>
        (
          globalThis as never as { conformance: { traceHashOf(one: unknown): string } }
        ).conformance.traceHashOf(one),
      recording,
    );
    if (inBrowser !== hash) differing.push(`${name}: ${inBrowser} in the browser, ${hash} in Node`);
  }
  expect(differing).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(180);
});
