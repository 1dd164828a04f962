import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Fault, faultIn } from './fault.mjs';
import { node, root, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/** What Chromium needs in a container, and what keeps it from calling home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of the Chromium to test with, in this order: CHROMIUM, one on the PATH or in the system's usual place,
 * the one that Playwright downloaded. Undefined when there is none; a Fault when CHROMIUM names no program.
 */
export function findChromium({
  env = process.env,
  platform = process.platform,
  downloaded = playwrightsOwn,
} = {}) {
  if (env.CHROMIUM) {
    if (isExecutable(env.CHROMIUM)) return env.CHROMIUM;
    throw new Fault(`CHROMIUM is "${env.CHROMIUM}", which is not a program that can be run.`);
  }
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...(PLACES[platform] ?? [])].find(isExecutable) ?? downloaded();
}

function playwrightsOwn() {
  try {
    const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test');
    const file = chromium.executablePath();
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Finds a Chromium, or installs one: Playwright's download, else Debian's package when this user may. */
export async function provideChromium() {
  const found = findChromium();
  if (found) return found;
  const download = await node('playwright/cli.js', ['install', 'chromium']);
  if (download.code === 0 && findChromium()) return findChromium();
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    const apt = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
    });
    if (apt.code === 0 && findChromium()) return findChromium();
    throw new Fault(
      faultIn(apt.output) ?? 'No Chromium here, and neither Playwright nor apt-get could install one.',
    );
  }
  throw new Fault(
    'No Chromium here, and Playwright could not download one. Install it, or set CHROMIUM to its path.',
  );
}
