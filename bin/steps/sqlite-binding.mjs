import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must, npm, root, run } from './run.mjs';

const HOME = path.join(root, 'node_modules', 'better-sqlite3');

/** Opens a database, fills it and collects garbage: a wrong binding throws, or kills its process, doing this. */
const PROBE = `
const Database = require('better-sqlite3');
const db = new Database(':memory:');
db.exec('create table t (n integer)');
for (let n = 0; n < 500; n++) db.prepare('insert into t values (?)').run(n);
global.gc();
if (db.prepare('select count(*) as n from t').get().n !== 500) process.exit(3);
db.close();
global.gc();`;

/**
 * The better-sqlite3 that works on this Node: 13.2.0 brings its binaries and needs Node 22 or newer (it crashes on
 * 20); 12.11.1 is compiled on Node 20 (and crashes on 24.19 or newer).
 */
export function bindingFor(version) {
  return Number(version.replace(/^v/, '').split('.')[0]) < 22 ? '12.11.1' : '13.2.0';
}

/** Whether the installed binding is the one for this Node and works, tried in a process of its own. */
export async function bindingWorks(version = process.version) {
  const manifest = path.join(HOME, 'package.json');
  if (!existsSync(manifest)) return false;
  if (JSON.parse(readFileSync(manifest, 'utf8')).version !== bindingFor(version)) return false;
  return (await run(process.execPath, ['--expose-gc', '-e', PROBE])).code === 0;
}

/** Node's own headers beside its binary, when it brings them: node-gyp then has nothing to download. */
function headers() {
  const prefix = path.resolve(process.execPath, '../..');
  const isThere = existsSync(path.join(prefix, 'include/node/node.h'));
  return isThere && !process.env.npm_config_nodedir ? { npm_config_nodedir: prefix } : {};
}

/**
 * Puts the right better-sqlite3 in the place of the installed one. It is built in a folder of its own, so that a
 * failure leaves the old one and the lock untouched. Throws a Fault with the cause in one line.
 */
export async function installBinding() {
  const version = bindingFor(process.version);
  const workshop = path.join(root, 'node_modules', '.podium', 'sqlite');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const manifest = {
    private: true,
    allowScripts: { 'better-sqlite3': bindingFor(process.version) === '12.11.1' },
  };
  writeFileSync(path.join(workshop, 'package.json'), JSON.stringify(manifest));
  const args = ['install', `better-sqlite3@${version}`, '--no-audit', '--no-fund', '--foreground-scripts'];
  const result = await npm(args, { cwd: workshop, env: headers() });
  must(result, `npm could not install better-sqlite3 ${version} (see above).`);
  place(path.join(workshop, 'node_modules'));
  rmSync(workshop, { recursive: true, force: true });
  if (!(await bindingWorks()))
    must({ code: 1, output: '' }, `better-sqlite3 ${version} does not work on Node ${process.version}.`);
  return `better-sqlite3 ${version}`;
}

/** Moves the built package into node_modules; what it depends on goes inside it. */
function place(built) {
  const made = path.join(built, 'better-sqlite3');
  for (const name of readdirSync(built)) {
    if (name === 'better-sqlite3' || name.startsWith('.')) continue;
    mkdirSync(path.join(made, 'node_modules'), { recursive: true });
    renameSync(path.join(built, name), path.join(made, 'node_modules', name));
  }
  rmSync(HOME, { recursive: true, force: true });
  renameSync(made, HOME);
}
