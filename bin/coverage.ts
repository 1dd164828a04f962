/** `npm run -s coverage`: each claim of the study notes with its passage, run, question and languages; exit code 1 if any is missing. */
import { claimCoverage, holesOf } from '../lib/course/coverage';

const rows = claimCoverage();
const cells = rows.map((row) => [
  row.claim,
  row.lesson,
  row.passages.join(' ') || '-',
  row.runs.join(' ') || '-',
  row.questions.join(' ') || '-',
]);
const head = ['CLAIM', 'LESSON', 'PASSAGE', 'RUN', 'QUESTION'];
const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
for (const row of [head, ...cells])
  console.log(row.map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0) + 2)).join(''));

const holes = rows.flatMap(holesOf);
console.log(`\n${rows.length} claims, ${rows.filter((row) => holesOf(row).length === 0).length} whole`);
for (const hole of holes) console.error(hole);
process.exitCode = holes.length > 0 ? 1 : 0;
