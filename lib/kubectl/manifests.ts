import { LineCounter, parseAllDocuments } from 'yaml';
import type { Manifest } from '../cluster/objects';

/** Aliases that a text may expand to: a bomb of them is refused, not unrolled. */
const maxAliases = 100;

/**
 * The objects of a YAML or JSON text, of all its documents, Lists unfolded. Throws an Error that says what is wrong and
 * where: not YAML, or a document without apiVersion, kind or name.
 */
export function manifestsOf(text: string, file: string): Manifest[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true });
  const objects: Manifest[] = [];
  for (const document of 'empty' in documents ? [] : documents) {
    const [error] = document.errors;
    if (error) {
      const { line, col } = lines.linePos(error.pos[0]);
      throw new Error(
        `error: error parsing ${file}: line ${line}, column ${col}: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
      );
    }
    const value: unknown = document.toJS({ maxAliasCount: maxAliases });
    if (value !== null && value !== undefined) objects.push(...unfolded(value, file));
  }
  if (objects.length === 0) throw new Error(`error: no objects passed to apply: ${file} is empty`);
  return objects;
}

function unfolded(value: unknown, file: string): Manifest[] {
  const object = value as {
    apiVersion?: unknown;
    kind?: unknown;
    metadata?: { name?: unknown; generateName?: unknown };
    items?: unknown;
  };
  const cannot = (what: string): never => {
    throw new Error(`error: unable to decode ${JSON.stringify(file)}: ${what}`);
  };
  if (typeof value !== 'object' || Array.isArray(value)) cannot('a document must be an object');
  if (typeof object.kind !== 'string') cannot("Object 'Kind' is missing");
  if (typeof object.apiVersion !== 'string') cannot("Object 'apiVersion' is missing");
  if (object.kind === 'List' && Array.isArray(object.items))
    return object.items.flatMap((item) => unfolded(item, file));
  const name = object.metadata?.name ?? object.metadata?.generateName;
  if (typeof name !== 'string') cannot('metadata.name is missing');
  return [value as Manifest];
}
