import { spawn } from 'node:child_process';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './run.mjs';

/** How long the server may take to answer for the first time, and to finish its requests when it is stopped. */
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;
const ASK_AGAIN_MS = 100;

/** Starts the production server. `answered` resolves when it serves a page, or rejects with a Fault. */
export function serve({ port, url, host }) {
  const args = [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)];
  const child = spawn(process.execPath, host ? [...args, '-H', host] : args, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: url,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stdout.setEncoding('utf8').on('data', (text) => said.push(text));
  child.stderr.pipe(process.stderr);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const stop = (signal = 'SIGTERM') => {
    child.kill(signal);
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    return ended.finally(() => clearTimeout(limit));
  };
  return { child, ended, stop, answered: firstAnswer(`http://localhost:${port}/en`, ended, said) };
}

async function firstAnswer(address, ended, said) {
  let exit;
  ended.then((how) => {
    exit = how;
  });
  for (const began = Date.now(); Date.now() - began < START_LIMIT_MS; ) {
    if (exit) {
      process.stderr.write(said.join(''));
      throw new Fault(`The server ended before it answered (${exit.signal ?? `exit code ${exit.code}`}).`);
    }
    const isUp = await fetch(address, { redirect: 'manual' }).then(
      (response) => response.status < 500,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  throw new Fault(`The server did not answer within ${START_LIMIT_MS / 1000} s.`);
}
