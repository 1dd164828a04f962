import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provideChromium } from './browser.mjs';
import { build, needsBuild } from './build.mjs';
import { Fault } from './fault.mjs';
import { prepare } from './prepare.mjs';
import { node, step, stopWithSignal } from './run.mjs';
import { playwrightTally, sum, tally, vitestTally } from './tally.mjs';

const asOne = ({ code }) => tally({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, code });

async function types() {
  const typegen = await node('next/dist/bin/next', ['typegen']);
  if (typegen.code !== 0) process.stdout.write(typegen.output);
  const result = await node('typescript/bin/tsc', ['--noEmit', '-p', '.', '--pretty', 'false'], {
    show: true,
  });
  return asOne({ code: typegen.code || result.code });
}

async function lint() {
  const biome = await node(
    '@biomejs/biome/bin/biome',
    ['check', '--max-diagnostics=50', '--error-on-warnings'],
    { show: true },
  );
  const { brokenBorders } = await import('./borders.mjs');
  const broken = brokenBorders();
  for (const line of broken) console.log(line);
  return asOne({ code: biome.code || (broken.length > 0 ? 1 : 0) });
}

async function unit(reports) {
  const file = path.join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await node('vitest/vitest.mjs', args, { show: true });
  return vitestTally(file, code);
}

async function production() {
  if (!needsBuild()) return { passed: 1, failed: 0 };
  const failed = await build({ show: true }).then(
    () => undefined,
    (error) => error,
  );
  if (failed && !(failed instanceof Fault)) throw failed;
  if (failed) console.log(failed.message);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0 };
}

async function browser(reports, executable) {
  const file = path.join(reports, 'playwright.json');
  const env = { CHROMIUM: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code } = await node('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    show: true,
    env,
  });
  return playwrightTally(file, code);
}

async function stage(title, work) {
  console.log(`\n${title}`);
  const began = performance.now();
  const counts = await work();
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${title}: ${counts.passed} passed, ${counts.failed} failed (${took} s)`);
  return counts;
}

/**
 * Types, lint with the import borders, unit, content, server and recorded cases, the build, the browser. A failing
 * stage does not keep the next ones from running, except that without a build no browser test can run.
 */
export async function stages() {
  stopWithSignal();
  await prepare();
  let executable = '';
  await step('Finding a browser', async () => {
    executable = await provideChromium();
    return executable;
  });
  const reports = mkdtempSync(path.join(tmpdir(), 'podium-reports-'));
  try {
    const counts = [
      await stage('Types', types),
      await stage('Lint and import borders', lint),
      await stage('Unit, content, server and recorded cases', () => unit(reports)),
    ];
    const built = await stage('Production build', production);
    counts.push(built);
    if (built.failed === 0) counts.push(await stage('Browser', () => browser(reports, executable)));
    else console.log('\nBrowser tests were not run: there is no build to run them on.');
    return sum(counts);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}
