import { meta } from './meta';
import { pods } from './pods';
import { volumes } from './volumes';
import { workloads } from './workloads';

/** The type of a field: `int32`, `Quantity`, a struct's name; `list` and `map` say of what. */
export interface Type {
  readonly of: string;
  readonly form: 'one' | 'list' | 'map';
}
export type Struct = ReadonlyMap<string, Type>;

const typeOf = (text: string): Type =>
  text.startsWith('[]')
    ? { of: text.slice(2), form: 'list' }
    : text.startsWith('{}')
      ? { of: text.slice(2), form: 'map' }
      : { of: text, form: 'one' };

function parsed(text: string, into: Map<string, Struct>): void {
  let fields = new Map<string, Type>();
  for (const line of text.trim().split('\n')) {
    if (!line.startsWith(' ')) {
      fields = new Map();
      into.set(line, fields);
      continue;
    }
    for (const field of line.split(',')) {
      const [name, type] = field.trim().split(' ');
      if (name && type) fields.set(name, typeOf(type));
    }
  }
}

let known: ReadonlyMap<string, Struct> | undefined;

/** The fields of a struct (`Name`, or `Name@group/version` where another version differs), in the order of the alphabet; undefined for a type that is no struct. Read at first use. */
export function structOf(name: string): Struct | undefined {
  if (!known) {
    const structs = new Map<string, Struct>();
    for (const text of [meta, pods, volumes, workloads]) parsed(text, structs);
    known = structs;
  }
  return known.get(name);
}
