import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { playRecording } from '../tests/conformance/play';

/** `conformance DIR [--out OUT]`: plays every recording below DIR on the model and judges it. Exit code 1 when one differs. */
function main(args: readonly string[]): number {
  const outAt = args.indexOf('--out');
  const out = outAt >= 0 ? args[outAt + 1] : undefined;
  const [dir] = args.filter((_, i) => outAt < 0 || (i !== outAt && i !== outAt + 1));
  if (!dir || (outAt >= 0 && !out)) {
    console.error('usage: npm run -s conformance -- DIR [--out OUT]');
    return 2;
  }
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`conformance: there is no folder ${dir}`);
    return 2;
  }
  let failed = 0;
  const files = recordingsBelow(dir);
  for (const file of files) {
    const name = path.relative(dir, file).replace(/\.json$/, '');
    const { played, difference } = playRecording(JSON.parse(readFileSync(file, 'utf8')));
    if (difference) failed++;
    console.log(difference ? `not ok ${name}: ${difference}` : `ok ${name}`);
    if (out && played) write(path.join(out, path.relative(dir, file)), played);
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return failed || files.length === 0 ? 1 : 0;
}

const recordingsBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => path.join(dir, file));

function write(file: string, played: object): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(played, null, 1)}\n`);
}

process.exitCode = main(process.argv.slice(2));
