import { getGenerators, getMisconceptions } from '@/lib/course/generators';
import { checkGenerator, type GeneratorReport } from '@/lib/quiz/check-generator';
import { generatorsTable, longestRightShare } from '@/lib/quiz/generators-table';
import { mostLongestRight } from '@/lib/quiz/lint-course';

/**
 * `npm run -s generators [-- --variants 1000] [-- --only id]`: draws so many different variants of each generator and holds each
 * against the rules of items. Prints a table; ends with 1 if a rule is broken.
 */
function saidBy(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}

const variants = Number(saidBy('--variants') ?? 1_000);
const only = saidBy('--only');
if (!Number.isInteger(variants) || variants < 1) throw new Error('--variants takes a whole number above 0');

const misconceptions = new Set(getMisconceptions().map(({ id }) => id));
const generators = getGenerators().filter(({ id }) => only === undefined || id === only);
if (generators.length === 0) throw new Error(`no generator ${only}`);

const reports: (GeneratorReport & { readonly seconds: number })[] = [];
for (const generator of generators) {
  const begun = performance.now();
  const report = checkGenerator(generator, variants, misconceptions);
  reports.push({ ...report, seconds: (performance.now() - begun) / 1_000 });
}
process.stdout.write(generatorsTable(reports));

const faults = reports.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`));
const longest = longestRightShare(reports);
if (longest > mostLongestRight)
  faults.push(`the longest option is right in ${(longest * 100).toFixed(0)} % of all choice variants`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
