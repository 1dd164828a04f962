import { findResource, resources } from '../resources';
import { metaFields } from './fields-meta';
import { nodesFields } from './fields-nodes';
import { podsFields } from './fields-pods';
import { policiesFields } from './fields-policies';
import { servicesFields } from './fields-services';
import { volumesFields } from './fields-volumes';
import { workloadsFields } from './fields-workloads';

/** A field as `explain` shows it. */
export interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  /** `[]`, `map[string]`, one after the other, before the type of one. */
  readonly form: string;
  /** The struct's key, or a plain type's name. */
  readonly of: string;
  readonly words: readonly string[];
}

const plain: Readonly<Record<string, string>> = { '': 'string', int: 'integer', bool: 'boolean' };

function fieldOf(text: string): Field {
  const [, name = '', mark, type = '', words = ''] =
    /^(\w+)(!)?(?: ([^=\s]*))?(?:=(.*))?$/.exec(text.trim()) ?? [];
  const [, form = '', of = ''] = /^((?:\[\]|\{\})*)(.*)$/.exec(type) ?? [];
  return {
    name,
    isRequired: mark !== undefined,
    form: form.replaceAll('{}', 'map[string]'),
    of: plain[of] ?? of,
    words: words ? words.split('|') : [],
  };
}

const structs = new Map<string, readonly Field[]>();

/** The fields of a struct; undefined for a type that has none. Read at first use. */
export function fieldsOf(struct: string): readonly Field[] | undefined {
  if (structs.size === 0)
    for (const text of [
      metaFields,
      podsFields,
      volumesFields,
      nodesFields,
      servicesFields,
      workloadsFields,
      policiesFields,
    ])
      for (const [, name = '', fields = ''] of text.matchAll(/^(\S+)\n((?: .*\n)+)/gm))
        structs.set(name, fields.split(',').map(fieldOf));
  return structs.get(struct);
}

/** `[]Container`: a field's type as it is shown. */
export const typeText = ({ form, of }: Pick<Field, 'form' | 'of'>): string => form + (of.split('@')[0] ?? '');

/** The fields that come next in a path that has been begun: `pods.spec.co`. */
export function explainable(current: string): string[] {
  const at = current.lastIndexOf('.');
  if (at < 0) return resources.map(({ plural }) => plural);
  const before = current.slice(0, at);
  const [type = '', ...path] = before.split('.');
  let struct = findResource(type)?.kind;
  for (const name of path) struct = fieldsOf(struct ?? '')?.find((field) => field.name === name)?.of;
  return (fieldsOf(struct ?? '') ?? []).map(({ name }) => `${before}.${name}`);
}
