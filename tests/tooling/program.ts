import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');

interface Options {
  readonly cwd?: string;
  readonly input?: string;
}

const start = (args: readonly string[], { cwd = root, input = '' }: Options) =>
  spawnSync(process.execPath, args, { cwd, input, encoding: 'utf8', timeout: 20_000 });

/** Runs a program of `bin/` as its npm script does: compiled anew, which takes a second or two. */
export const asScript = (program: string, args: readonly string[], options: Options = {}) =>
  start([tsx, '--conditions=react-server', path.join(root, 'bin', program), ...args], options);

/** Compiles a program of `bin/` once, into `folder`; what is returned runs it. */
export async function compiled(program: string, folder: string) {
  const outfile = path.join(folder, `${path.parse(program).name}.cjs`);
  await build({
    entryPoints: [path.join(root, 'bin', program)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    conditions: ['react-server'],
    tsconfig: path.join(root, 'tsconfig.json'),
  });
  return (args: readonly string[], options: Options = {}) => start([outfile, ...args], options);
}
