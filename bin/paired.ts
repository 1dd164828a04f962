/** `npm run -s paired`: sections of which one language changed and the other did not. `-- LESSON`: they were read side by side. */
import lessons from '../content/lessons';
import { notePairs, unpaired } from '../lib/course/paired';

const named = process.argv.slice(2);
const unknown = named.filter((slug) => !Object.hasOwn(lessons, slug));
for (const slug of unknown) console.error(`paired: content/lessons.ts has no lesson "${slug}"`);
if (unknown.length === 0) for (const slug of named) notePairs(slug);
const open = Object.keys(lessons).flatMap(unpaired);
for (const line of open) console.error(line);
process.exitCode = open.length + unknown.length > 0 ? 1 : 0;
