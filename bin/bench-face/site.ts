import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../steps/browser.mjs';
import { needsBuild } from '../steps/build.mjs';
import { migrate } from '../steps/database.mjs';
import { Fault } from '../steps/fault.mjs';
import { freePort } from '../steps/port.mjs';
import { root } from '../steps/run.mjs';
import { serve } from '../steps/serve.mjs';

export interface Site {
  readonly browser: Browser;
  /** Of the server, without a slash at its end. */
  readonly address: string;
  /** The build is older than the sources. */
  readonly isOld: boolean;
}

/** Serves the production build with a database of its own, opens a Chromium, and closes both after `use`. */
export async function withSite(use: (site: Site) => Promise<void>): Promise<void> {
  if (!existsSync(path.join(root, '.next', 'BUILD_ID')))
    throw new Fault('There is no production build to measure. Make it first: npm run build');
  const executablePath = findChromium();
  const folder = mkdtempSync(path.join(tmpdir(), 'podium-bench-'));
  const url = `file:${path.join(folder, 'podium.db')}`;
  const port = await freePort();
  await migrate(url);
  const server = serve({ port, url, host: undefined });
  try {
    await server.answered;
    const browser = await chromium.launch({
      args: chromiumArgs,
      ...(executablePath !== undefined && { executablePath }),
    });
    try {
      await use({ browser, address: `http://localhost:${port}`, isOld: needsBuild() });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
