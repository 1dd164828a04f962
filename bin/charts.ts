/** `npm run -s charts`: lays out the statecharts of the machines anew, into app/_ui/machine/charts. Takes a minute or two. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chartNames } from '../app/_ui/machine/chart-layout';
import { layOut } from './charts/lay-out';
import { chartMachines } from './charts/machines';
import { readMachine } from './charts/read-machine';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'app/_ui/machine/charts');

for (const name of chartNames) {
  const chart = readMachine(name, chartMachines[name]);
  const shapes = { down: await layOut(chart, 'down'), wide: await layOut(chart, 'wide') };
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ ...chart, shapes })}\n`);
  const sizes = Object.entries(shapes).map(([shape, { width, height }]) => `${shape} ${width} × ${height}`);
  console.log(`${name}: ${chart.states.length} states, ${chart.arrows.length} ways, ${sizes.join(', ')}`);
}
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
const formatted = spawnSync(process.execPath, [biome, 'format', '--write', folder], { cwd: root });
process.exitCode = formatted.status ?? 1;
