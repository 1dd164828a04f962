import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault, faultIn } from './fault.mjs';
import { must, node, root } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

export const DEFAULT_DATABASE_URL = 'file:./data/podium.db';

const GENERATED = 'prisma/generated';

/** The file behind a `file:` address, absolute. Throws a Fault for another kind of address. */
export function databaseFile(url) {
  const file = /^file:([^?]+)/.exec(url)?.[1];
  if (!file)
    throw new Fault(`DATABASE_URL is "${url}". It must name a file: DATABASE_URL=file:./data/podium.db`);
  return path.resolve(root, file);
}

/** Why the database cannot be kept in this file, as one sentence, or undefined. Makes the folder; tries a write. */
export function databaseFault(file) {
  const trial = `${file}.trial-${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (existsSync(file)) {
      if (statSync(file).isDirectory()) return `The database ${file} is a folder.`;
      accessSync(file, constants.R_OK | constants.W_OK);
    }
    writeFileSync(trial, Buffer.alloc(64 * 1024));
    rmSync(trial);
    return undefined;
  } catch (error) {
    if (existsSync(trial)) rmSync(trial);
    if (error.code === 'ENOSPC') return `The disk that holds the database is full: ${file}`;
    return `The database ${file} cannot be written (${error.code}).`;
  }
}

/** Makes Prisma's client when the schema changed since the last time. Resolves false when there was nothing to do. */
export async function generateClient() {
  const hash = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  if (readStamp('client') === hash && existsSync(path.join(root, GENERATED))) return false;
  // `generate` needs no schema engine, yet looks for one to download unless it is named.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath };
  must(
    await node('prisma/build/index.js', ['generate'], { env }),
    'Prisma could not generate its client (see above).',
  );
  writeStamp('client', hash);
  return true;
}

/** Applies the migrations that the database lacks. Throws a Fault with the migration's own line. */
export async function migrate(url) {
  const args = ['--conditions=react-server', 'prisma/migrate.ts'];
  const result = await node('tsx/dist/cli.mjs', args, { env: { DATABASE_URL: url } });
  if (result.code === 0) return;
  const line = result.output.trim().split('\n').at(-1);
  throw new Fault(faultIn(result.output) ?? (line || 'The database could not be migrated.'));
}
