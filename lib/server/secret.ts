import 'server-only';
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from './db';
import { StorageFault } from './storage-fault';

const FILE_NAME = 'podium.secret';
/** Characters; the made one has 64 (256 bits in hexadecimal). */
const MIN_LENGTH = 16;

const known = new Map<string, string>();

/**
 * The key that signs learners' cookies: PODIUM_SECRET, else the content of `podium.secret` beside the database, which is made at the
 * first call (mode 600). Throws when that file is there and cannot be read, or cannot be made: a second key would void every cookie.
 */
export function cookieSecret(): string {
  const given = process.env.PODIUM_SECRET;
  if (given) {
    if (given.length < MIN_LENGTH) throw new Error(`PODIUM_SECRET is shorter than ${MIN_LENGTH} characters`);
    return given;
  }
  const file = path.join(path.dirname(databaseFile()), FILE_NAME);
  const secret = known.get(file) ?? readSecret(file) ?? makeSecret(file);
  known.set(file, secret);
  return secret;
}

function readSecret(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length < MIN_LENGTH) throw new StorageFault('the secret file is damaged');
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file appears whole or not at all, and of two processes that make one at once both take the same. */
function makeSecret(file: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    removeIfThere(draft);
  }
  const secret = readSecret(file);
  if (secret === undefined) throw new StorageFault('the secret file is gone');
  return secret;
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
