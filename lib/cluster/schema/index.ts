import { meta } from './meta';
import { pods } from './pods';
import { volumes } from './volumes';
import { workloads } from './workloads';

/** The type of a field: `int32`, `Quantity`, a struct's name, a word's name; `list` and `map` say of what. */
export interface Type {
  readonly of: string;
  readonly form: 'one' | 'list' | 'map';
  /** Is there even when nobody gave it. */
  readonly isAlways?: boolean;
  /** The struct within the struct that has the field; only a message says so. */
  readonly inside?: string;
  /** Tells a zero from nothing. */
  readonly isPointer?: boolean;
}
export type Struct = ReadonlyMap<string, Type>;

function fieldOf(text: string, inside: string): [string, Type] {
  const [, name = '', always, pointer, form, of] = /^(\w+)(!)?(?: (\*)?(\[\]|\{\})?(\S*))?$/.exec(text) ?? [];
  return [
    name,
    {
      of: of || 'string',
      form: form === '[]' ? 'list' : form ? 'map' : 'one',
      isAlways: !!always,
      isPointer: !!pointer,
      ...(inside && { inside }),
    },
  ];
}

const known = new Map<string, Struct>();

function read(text: string): void {
  for (const [, name = '', list = ''] of text.matchAll(/^(\S+)\n((?: .*\n)+)/gm)) {
    const fields = new Map<string, Type>();
    let inside = '';
    for (const field of list.trim().split(/,\s+/))
      if (field.startsWith('@')) inside = field.slice(1);
      else fields.set(...fieldOf(field, inside));
    known.set(name, fields);
  }
}

/**
 * The fields of a struct (`Name`, `package.Name`, or `Name@group/version` where another version differs), in Kubernetes'
 * own order; undefined for a type that is no struct. Read at first use.
 */
export function structOf(name: string): Struct | undefined {
  if (known.size === 0) for (const text of [meta, pods, volumes, workloads]) read(text);
  return known.get(name);
}
