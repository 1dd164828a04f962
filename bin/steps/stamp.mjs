import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** What was last done here, by step: kept in node_modules, so that it goes when the packages go. */
const STAMPS = path.join(root, 'node_modules', '.podium');

export function readStamp(name) {
  const file = path.join(STAMPS, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function writeStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(path.join(STAMPS, name), value);
}

function* filesBelow(file, skip) {
  if (skip(file) || !existsSync(file)) return;
  if (!statSync(file).isDirectory()) yield file;
  else for (const name of readdirSync(file).sort()) yield* filesBelow(path.join(file, name), skip);
}

/**
 * One hash over the names and contents of all files at or below `paths` (relative to `base`). A path that does
 * not exist counts as empty; `skip` takes an absolute path.
 *
 * @param {string[]} paths
 * @param {{ base?: string, skip?: (file: string) => boolean }} [options]
 */
export function hashOf(paths, { base = root, skip = () => false } = {}) {
  const hash = createHash('sha256');
  for (const start of paths) {
    for (const file of filesBelow(path.join(base, start), skip)) {
      hash.update(path.relative(base, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}
