import './app/_ui/language/both';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './bin/steps/browser.mjs';
import { freePort } from './bin/steps/port.mjs';

// Every worker process reads this file again: the first reading decides, the others find its choice in the environment.
process.env.PODIUM_E2E_PORT ??= String(await freePort());
process.env.PODIUM_E2E_DATA ??= mkdtempSync(path.join(tmpdir(), 'podium-e2e-'));

const port = process.env.PODIUM_E2E_PORT;
const address = `http://localhost:${port}`;
const executablePath = findChromium();

/** Browser tests run against the production build, with a database of their own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Two tests and the server share the machine.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  globalTeardown: './tests/tooling/e2e-teardown.ts',
  use: {
    baseURL: address,
    // Recording a trace costs as much again as the test itself: `npx playwright test FILE --trace on` makes one of a failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Each test begins as a new browser: it would fetch the whole course beside what is tested.
    serviceWorkers: 'block',
    launchOptions: { args: chromiumArgs, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: 'node bin/e2e-server.mjs',
    url: `${address}/en`,
    reuseExistingServer: false,
    timeout: 60_000,
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: { PORT: port, DATABASE_URL: `file:${path.join(process.env.PODIUM_E2E_DATA, 'podium.db')}` },
  },
});
