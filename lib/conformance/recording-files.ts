import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(process.cwd(), 'recordings');
const nameForm = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** The text of a recording named like `statefulset/ordered-create`; undefined when there is none. */
export function recordingText(name: string): string | undefined {
  if (!nameForm.test(name)) return undefined;
  const file = path.join(folder, `${name}.json`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
