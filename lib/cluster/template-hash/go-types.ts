import { podStructs } from './go-structs-pod';
import { namedStrings, volumeStructs } from './go-structs-volume';

/** A field of a Go struct: its name, its type as Go writes it, and where its value stands in JSON; embedded ones stand beside. */
export interface GoField {
  readonly name: string;
  readonly type: string;
  readonly json?: string;
}

interface GoTypes {
  readonly structs: ReadonlyMap<string, readonly GoField[]>;
  readonly strings: ReadonlySet<string>;
}

function fieldOf(text: string): GoField {
  const [names = '', type = ''] = text.trim().split(' ');
  const [name = '', json] = names.split(':');
  if (json === '') return { name, type };
  return { name, type, json: json ?? `${name[0]?.toLowerCase()}${name.slice(1)}` };
}

let known: GoTypes | undefined;

/** Every type that a Pod template is made of. Read at first use. */
export function goTypes(): GoTypes {
  if (known) return known;
  const structs = new Map<string, GoField[]>();
  let fields: GoField[] = [];
  for (const line of `${podStructs}${volumeStructs}`.split('\n')) {
    if (line === '') continue;
    if (!line.startsWith(' ')) {
      fields = [];
      structs.set(line, fields);
    } else for (const field of line.split(',')) if (field.trim()) fields.push(fieldOf(field));
  }
  known = { structs, strings: new Set(namedStrings.split(/[\s,]+/).filter(Boolean)) };
  return known;
}
