import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outcomeOf } from '../lib/conformance/outcome';
import { playRecording } from '../lib/conformance/play';

const usage = 'usage: npm run -s conformance -- DIR [--out OUT] [--results FILE]';

/**
 * `conformance DIR`: plays every recording below DIR on the model and judges it. `--out OUT` writes what the model did, in the
 * recordings' own form; `--results FILE` writes the outcome and the trace's hash of each, as /truth shows them. Exit code 1 when a recording differs, 2 when called wrongly.
 */
function main(args: readonly string[]): number {
  const asked = askedFor(args);
  if (!asked) {
    console.error(usage);
    return 2;
  }
  const { dir, out, results } = asked;
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`conformance: there is no folder ${dir}`);
    return 2;
  }
  let failed = 0;
  const outcomes: object[] = [];
  const files = recordingsBelow(dir);
  for (const file of files) {
    const name = path.relative(dir, file).replace(/\.json$/, '');
    const recording: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { played, difference } = playRecording(recording);
    if (difference) failed++;
    console.log(difference ? `not ok ${name}: ${difference}` : `ok ${name}`);
    if (out && played) write(path.join(out, path.relative(dir, file)), played);
    if (results) outcomes.push(outcomeOf(name.replaceAll(path.sep, '/'), recording));
  }
  if (results) write(results, outcomes);
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return failed || files.length === 0 ? 1 : 0;
}

function askedFor(args: readonly string[]): { dir: string; out?: string; results?: string } | undefined {
  try {
    const options = { out: { type: 'string' }, results: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [dir, ...more] = positionals;
    return dir && more.length === 0 ? { dir, ...values } : undefined;
  } catch {
    return undefined;
  }
}

const recordingsBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && file !== 'results.json')
    .sort()
    .map((file) => path.join(dir, file));

function write(file: string, value: object): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
}

process.exitCode = main(process.argv.slice(2));
