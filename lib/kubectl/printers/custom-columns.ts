import type { KubeObject } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure } from '../failure';
import { jsonPathOf, relaxed, textOf, valuesAt } from './jsonpath';
import { isList, type ListOf } from './output';
import { aligned } from './table';

interface Spec {
  readonly header: string;
  readonly path: string;
}

function specsOf(text: string): Spec[] {
  if (text === '') throw new Failure('custom-columns format specified but no custom columns given');
  return text.split(',').map((part) => {
    const at = part.indexOf(':');
    if (at < 0)
      throw new Failure(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    return { header: part.slice(0, at), path: relaxed(part.slice(at + 1)) };
  });
}

function specsOfFile(text: string): Spec[] {
  const [headers, paths] = text.split('\n').map((line) => line.split(/\s+/).filter(Boolean));
  if (!headers || !paths || paths.length === 0)
    throw new Failure(
      `invalid template, missing ${headers ? 'spec' : 'header'} line. Expected format is one line of space separated headers, one line of space separated column specs.`,
    );
  if (headers.length !== paths.length)
    throw new Failure(
      `number of headers (${headers.length}) and field specifications (${paths.length}) don't match`,
    );
  return headers.map((header, i) => ({ header, path: relaxed(paths[i] ?? '') }));
}

/** `-o custom-columns=NAME:.metadata.name`. Source: kubectl pkg/cmd/get customcolumn.go. */
export function customColumns(
  format: string,
  given: string,
  call: Call,
): (value: KubeObject | ListOf) => string[] {
  const text = format === 'custom-columns-file' ? call.folder.read(given) : given;
  if (text === undefined)
    throw new Failure(`error reading template ${given}, open ${given}: no such file or directory\n`);
  const specs = format === 'custom-columns-file' ? specsOfFile(text) : specsOf(text);
  const paths = specs.map(({ path }) => jsonPathOf(path));
  const hasHeader = !call.flags.bool('no-headers');
  return (value) => {
    const rows = (isList(value) ? value.items : [value]).map((object) =>
      paths.map((path) => valuesAt(path, object).map(cellOf).join(',') || '<none>'),
    );
    return aligned(hasHeader ? [specs.map(({ header }) => header), ...rows] : rows);
  };
}

/** Go prints a nil so, and maps in its own way. */
const cellOf = (value: unknown): string =>
  value === null
    ? '<nil>'
    : Array.isArray(value)
      ? `[${value.map(cellOf).join(' ')}]`
      : typeof value === 'object'
        ? `map[${Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => `${key}:${cellOf(one)}`)
            .join(' ')}]`
        : textOf(value);
