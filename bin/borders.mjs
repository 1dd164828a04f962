/** `npm run borders`: who may import whom, one line per breach. */
import { brokenBorders } from './steps/borders.mjs';

const broken = brokenBorders();
for (const line of broken) console.log(line);
process.exitCode = broken.length > 0 ? 1 : 0;
