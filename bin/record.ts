import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canonical } from '../lib/conformance/difference';
import type { CaseRecording } from '../lib/conformance/recording';
import { agreed } from '../tests/conformance/record/agreed';
import { Api } from '../tests/conformance/record/api';
import { Mirror } from '../tests/conformance/record/mirror';
import { Nodes, threeNodes } from '../tests/conformance/record/nodes';
import { type Real, recordCase } from '../tests/conformance/record/record-case';
import { written } from '../tests/conformance/record/written';

const usage =
  'usage: record.ts CASES OUT [--api URL] [--metrics URL] [--runs N] [--together N] [--only TEXT]';

/**
 * `record CASES OUT`: plays the steps of every case below CASES on a real control plane and writes what it did to OUT. How to set
 * one up is in tests/conformance/record/README.md. What a file says happened is no input. Cases about nodes run alone, others together.
 */
async function main(): Promise<void> {
  const options = {
    api: { type: 'string', default: 'http://127.0.0.1:8001' },
    metrics: { type: 'string', default: 'http://127.0.0.1:6445' },
    runs: { type: 'string', default: '2' },
    together: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
  } as const;
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [cases, out] = positionals;
  if (!cases || !out || !statSync(cases).isDirectory()) throw new Error(usage);
  const api = new Api(values.api);
  const real: Real = { api, mirror: new Mirror(api), nodes: new Nodes(api), metricsAt: values.metrics };
  await real.mirror.start();
  await real.nodes.become(threeNodes);
  const files = filesBelow(cases).filter((file) => new RegExp(values.only).test(file));
  const recordings = files.map((file) => ({
    file,
    recording: JSON.parse(readFileSync(file, 'utf8')) as Wanted,
  }));
  const record = async ({ file, recording }: (typeof recordings)[number]) => {
    const name = path.relative(cases, file);
    try {
      const { alone: _, ...asked } = recording;
      const runs: CaseRecording[] = [];
      for (let n = 0; n < Number(values.runs); n++) {
        if (isAboutNodes(recording)) await real.nodes.become(recording.nodes ?? threeNodes);
        runs.push(await recordCase(real, { ...asked, steps: asked.steps.map((step) => ({ do: step.do })) }));
      }
      const { recording: made, unlike } = agreed(runs);
      const target = path.join(out, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, written(made));
      console.log(unlike ? `varies ${name}: ${unlike}` : `recorded ${name}`);
    } catch (error) {
      console.log(`failed ${name}: ${error instanceof Error ? error.stack : error}`);
    }
  };
  const queue = recordings.filter(({ recording }) => !isAboutNodes(recording));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await record(next);
  };
  await Promise.all(Array.from({ length: Number(values.together) }, worker));
  for (const one of recordings) if (isAboutNodes(one.recording)) await record(one);
  process.exit(0);
}

/** `alone`: what it does reaches beyond its namespace. */
type Wanted = CaseRecording & { readonly alone?: boolean };

const isAboutNodes = ({ alone, nodes, observe, steps }: Wanted): boolean =>
  !!alone ||
  !!observe?.node ||
  (!!nodes?.length && canonical(nodes) !== canonical(threeNodes)) ||
  steps.some(({ do: step }) =>
    ['node', 'addNode', 'removeNode', 'silence', 'nodeReady'].some((verb) => verb in step),
  );

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => path.join(dir, file));

await main();
