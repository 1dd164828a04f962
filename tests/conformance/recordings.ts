import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Found {
  /** The first folder: a kind, `pods`, `stories`, `network`. */
  readonly kind: string;
  /** Path below the folder of recordings, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly recording: unknown;
}

const folder = path.join(import.meta.dirname, '../../recordings');

/** Every recording that the tests play, by name: the files in the folders of the kinds. */
export function allRecordings(): Found[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && file !== 'results.json')
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.includes('/'))
    .sort()
    .map((file) => {
      const recording: { name: string; says?: string } = JSON.parse(
        readFileSync(path.join(folder, file), 'utf8'),
      );
      const name = file.replace(/\.json$/, '');
      const [kind = ''] = name.split('/');
      return { kind, name, title: `${name}: ${recording.says ?? recording.name}`, recording };
    });
}
