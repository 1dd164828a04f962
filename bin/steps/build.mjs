import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { must, node, root } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

/** Everything that a build reads. Tests and this folder's scripts are not among it. */
const SOURCES = [
  'app',
  'content',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'next.config.js',
  'tsconfig.json',
  'mdx-components.tsx',
  'mdx.d.ts',
  'proxy.ts',
  'instrumentation.ts',
];

const NEXT = 'next/dist/bin/next';
const buildId = path.join(root, '.next', 'BUILD_ID');

const sources = () => hashOf(SOURCES);
const made = (hash) => `${hash} ${readFileSync(buildId, 'utf8')}`;

/** Whether the production build is missing, was made by another command, or is older than what it was made from. */
export function needsBuild() {
  return !existsSync(buildId) || readStamp('build') !== made(sources());
}

/** Builds for production. */
export async function build({ show = false } = {}) {
  const before = sources();
  // A build that is broken off must not pass for the one before it.
  writeStamp('build', 'unfinished');
  must(
    await node(NEXT, ['build'], { show, env: { NODE_ENV: 'production' } }),
    'The build failed (see above).',
  );
  writeStamp('build', made(before));
}
