import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { must, npm, root } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'install';
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Direct dependencies in package.json that node_modules lacks, or holds in another version than an exact one. */
export function missingPackages(base = root) {
  const { dependencies = {}, devDependencies = {} } = json(path.join(base, 'package.json'));
  const missing = ([name, wanted]) => {
    const file = path.join(base, 'node_modules', name, 'package.json');
    if (!existsSync(file)) return true;
    const isExact = /^\d/.test(wanted) && name !== 'better-sqlite3';
    return isExact && json(file).version !== wanted;
  };
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(missing)
    .map(([name]) => name);
}

/** Whether packages have to be installed: something is missing, or the lock is not the one last installed. */
export function needsInstall() {
  const missing = missingPackages();
  if (missing.length > 0) return true;
  const stamp = readStamp(STAMP);
  if (stamp === undefined) writeStamp(STAMP, hashOf(['package-lock.json']));
  return stamp !== undefined && stamp !== hashOf(['package-lock.json']);
}

/** `npm ci`; `npm install` when the lock does not fit package.json. Throws a Fault with the cause in one line. */
export async function installPackages() {
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const clean = await npm(['ci', ...quiet]);
  const isLockAtOdds = clean.code !== 0 && /EUSAGE|in sync|Missing: /.test(clean.output);
  must(
    isLockAtOdds ? await npm(['install', ...quiet]) : clean,
    'npm could not install the packages (see above).',
  );
  writeStamp(STAMP, hashOf(['package-lock.json']));
  return isLockAtOdds ? 'npm install' : 'npm ci';
}
