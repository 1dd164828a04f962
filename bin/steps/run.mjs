import { spawn } from 'node:child_process';
import path from 'node:path';
import { Fault, faultIn } from './fault.mjs';

export const root = path.resolve(import.meta.dirname, '../..');

/** The longest output that is kept for a message, in characters. */
const KEPT_OUTPUT = 200_000;

/** How often to see whether the parent is still there. */
const ORPHAN_CHECK_MS = 500;

const children = new Set();

/** Every command runs without telemetry and, when it is npm, without questions. */
const quiet = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };

/**
 * Runs a command in the project's folder. Resolves with its exit code and its output (both streams, in order of
 * arrival); with `show`, the output also goes to the terminal. A command that cannot be started has code 127.
 */
export function run(command, args, { env = {}, show = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !path.isAbsolute(command),
    });
    children.add(child);
    let output = '';
    const take = (to) => (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      if (show) to.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    child.once('error', (error) => {
      children.delete(child);
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/**
 * Calls `stop` once with the signal that should end this process: SIGINT, SIGTERM, or SIGTERM when npm was ended: its
 * shell then dies without passing the signal on, and this process gets another parent. Returns how to let go.
 */
export function onStop(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && once('SIGTERM'), ORPHAN_CHECK_MS).unref();
  const release = () => {
    clearInterval(watch);
    process.off('SIGINT', once).off('SIGTERM', once);
  };
  function once(signal) {
    release();
    stop(signal);
  }
  process.on('SIGINT', once).on('SIGTERM', once);
  return release;
}

/** A stop signal during a step ends the step's command and then this process, with the shell's exit code. */
export function stopWithSignal() {
  return onStop((signal) => {
    for (const child of children) child.kill(signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/** `node` with a script of a package in node_modules. */
export function node(script, args, options) {
  return run(process.execPath, [path.join(root, 'node_modules', script), ...args], options);
}

/** The npm that started this process, else the one on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.(c|m)?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  return run('npm', args, options);
}

/** Throws a Fault when the command failed: the known cause, else `what` with the command's own last words. */
export function must(result, what) {
  if (result.code === 0) return result;
  const known = faultIn(result.output);
  if (!known) process.stderr.write(`${result.output.trimEnd().split('\n').slice(-40).join('\n')}\n`);
  throw new Fault(known ?? what);
}

/** Runs one step and says in one line what it did and how long it took. */
export async function step(title, work) {
  const began = performance.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`  ${title} …`);
  const note = await work().catch((error) => {
    if (terminal) process.stdout.write('\n');
    throw error;
  });
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const line = `  ${title}${note ? `: ${note}` : ''} (${took})`;
  process.stdout.write(terminal ? `\r\x1b[2K${line}\n` : `${line}\n`);
}
