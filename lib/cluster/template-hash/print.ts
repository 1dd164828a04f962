import { goTypes } from './go-types';

/**
 * Prints a value as Go's struct of a type, with all of its fields, those that nobody set too.
 * Models apimachinery pkg/util/dump ForHash: davecgh/go-spew with `%#v`, sorted keys and no methods (v1.37).
 * Leaves out: amounts of more than 18 digits.
 */
export function printed(type: string, value: unknown, withType = true): string {
  if (type.startsWith('*')) return pointer(type, value, withType);
  const head = withType ? `(${nameOf(type)})` : '';
  if (type.startsWith('[]')) {
    if (!Array.isArray(value)) return `${head}<nil>`;
    return `${head}[${value.map((element) => printed(type.slice(2), element, false)).join(' ')}]`;
  }
  return head + (type.startsWith('map[') || type === 'ResourceList' ? map(type, value) : plain(type, value));
}

/** What stands for `map[ResourceName]resource.Quantity`. */
const resourceList = 'map[ResourceName]resource.Quantity';

const builtIn = new Set(['string', 'int32', 'int64', 'bool']);

/** How Go names a type from another package. */
function nameOf(type: string): string {
  if (type.startsWith('[]')) return `[]${nameOf(type.slice(2))}`;
  if (type.startsWith('*')) return `*${nameOf(type.slice(1))}`;
  const [, key, element] = /^map\[([^\]]+)\](.*)$/.exec(type) ?? [];
  if (key !== undefined && element !== undefined) return `map[${nameOf(key)}]${nameOf(element)}`;
  if (builtIn.has(type)) return type;
  if (type.startsWith('meta.')) return `v1.${type.slice('meta.'.length)}`;
  return type.includes('.') ? type : `v1.${type}`;
}

function pointer(type: string, value: unknown, withType: boolean): string {
  if (value === undefined || value === null) return withType ? `(${nameOf(type)})<nil>` : '<nil>';
  const inner = type.slice(1);
  return `${withType ? `(*${nameOf(inner)})` : '<*>'}${printed(inner, value, false)}`;
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function map(type: string, value: unknown): string {
  if (!isTree(value)) return '<nil>';
  const [, element = ''] = /^map\[[^\]]+\](.*)$/.exec(type === 'ResourceList' ? resourceList : type) ?? [];
  const keys = Object.keys(value).sort();
  return `map[${keys.map((key) => `${key}:${printed(element, value[key], false)}`).join(' ')}]`;
}

const noTime = '{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}';

function plain(type: string, value: unknown): string {
  switch (type) {
    case 'meta.Time':
      return noTime;
    case 'intstr.IntOrString':
      return typeof value === 'string'
        ? `{Type:(intstr.Type)1 IntVal:(int32)0 StrVal:(string)${value}}`
        : `{Type:(intstr.Type)0 IntVal:(int32)${Number(value ?? 0)} StrVal:(string)}`;
    case 'resource.Quantity':
      return quantity(value === undefined ? '0' : String(value));
    case 'int32':
    case 'int64':
      return String(Number(value ?? 0));
    case 'bool':
      return value === true ? 'true' : 'false';
  }
  const struct = goTypes().structs.get(type);
  if (!struct) return value === undefined || value === null ? '' : String(value);
  const tree = isTree(value) ? value : {};
  const fields = struct.map(
    ({ name, type: of, json }) => `${name}:${printed(of, json === undefined ? tree : tree[json])}`,
  );
  return `{${fields.join(' ')}}`;
}

const exponents: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const powers: Readonly<Record<string, bigint>> = {
  Ki: 1n << 10n,
  Mi: 1n << 20n,
  Gi: 1n << 30n,
  Ti: 1n << 40n,
  Pi: 1n << 50n,
  Ei: 1n << 60n,
};

/** An amount as ParseQuantity keeps it: its digits, the power of ten, and the text that it came from. */
function quantity(text: string): string {
  const [, sign = '', digits = '0', suffix = ''] = /^([+-]?)([\d.]*)([A-Za-z]*)/.exec(text) ?? [];
  const [whole = '', part = ''] = digits.split('.');
  const power = powers[suffix];
  const value = BigInt(`${whole}${part}` || '0') * (power ?? 1n);
  const scale = (power ? 0 : (exponents[suffix] ?? 0)) - part.length;
  const format = power ? 'BinarySI' : 'DecimalSI';
  return `{i:(resource.int64Amount){value:(int64)${sign === '-' ? -value : value} scale:(resource.Scale)${scale}} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)${text} Format:(resource.Format)${format}}`;
}
