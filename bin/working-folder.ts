import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Folder } from '../lib/kubectl/folder';

/** Larger files are not read: no manifest is so large. */
const largestBytes = 64 * 2 ** 20;

const orNothing = <T>(ask: () => T): T | undefined => {
  try {
    return ask();
  } catch {
    return undefined;
  }
};

/** The files of this machine, by path. What is no plain file (a device, a pipe) counts as not there. */
export const workingFolder: Folder = {
  read: (path) =>
    orNothing(() => {
      const at = statSync(path);
      return at.isFile() && at.size <= largestBytes ? readFileSync(path, 'utf8') : undefined;
    }),
  list: (path) => orNothing(() => readdirSync(path).sort()),
  write: (path, text) => writeFileSync(path, text),
};
