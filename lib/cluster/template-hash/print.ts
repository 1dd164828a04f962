import { byKey } from '../keys';
import { binarySuffixes, decimalSuffixes } from '../quantity';
import { structOf, type Type } from '../schema';
import { goName, goType } from '../schema/go';

/**
 * Prints a value as Go's struct of a type, with all of its fields, those that nobody set too.
 * Models apimachinery pkg/util/dump ForHash: davecgh/go-spew with `%#v`, sorted keys and no methods (v1.37).
 * Leaves out: amounts of more than 18 digits.
 */
export function printed(type: Type, value: unknown, withType = true): string {
  const isNil = value === undefined || value === null;
  if (type.isPointer) {
    if (isNil) return withType ? `(*${goType(type)})<nil>` : '<nil>';
    return `${withType ? `(*${goType(type)})` : '<*>'}${one(type.of, value)}`;
  }
  const head = withType ? `(${goType(type)})` : '';
  if (type.form === 'one') return head + one(type.of, value);
  if (typeof value !== 'object' || isNil) return `${head}<nil>`;
  if (Array.isArray(value)) return `${head}[${value.map((element) => one(type.of, element)).join(' ')}]`;
  const entries = Object.entries(value).sort(byKey);
  return `${head}map[${entries.map(([key, element]) => `${key}:${one(type.of, element)}`).join(' ')}]`;
}

const noTime = '{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}';

/** A value without its type. */
function one(type: string, value: unknown): string {
  switch (type) {
    case 'Time':
      return noTime;
    case 'IntOrString':
      return typeof value === 'string'
        ? `{Type:(intstr.Type)1 IntVal:(int32)0 StrVal:(string)${value}}`
        : `{Type:(intstr.Type)0 IntVal:(int32)${Number(value ?? 0)} StrVal:(string)}`;
    case 'Quantity':
      return quantity(String(value ?? '0'));
    case 'int32':
    case 'int64':
      return String(Number(value ?? 0));
    case 'bool':
      return String(value === true);
  }
  return structOf(type) ? struct(type, value ?? {}) : String(value ?? '');
}

/** A struct, or the one embedded in it of this name. */
function struct(name: string, value: object, inside?: string): string {
  const embedded = new Set<string>();
  const fields = [...(structOf(name) ?? [])].flatMap(([field, type]) => {
    const of = type.inside;
    if (of === inside)
      return [
        `${goName(field, name)}:${printed(inGo(field, type), (value as Record<string, unknown>)[field])}`,
      ];
    if (of === undefined || inside !== undefined || embedded.has(of)) return [];
    embedded.add(of);
    return [`${of}:(v1.${of})${struct(name, value, of)}`];
  });
  return `{${fields.join(' ')}}`;
}

/** Fields without a pointer to what others of their types have one to. */
const unpointed = ['creationTimestamp', 'divisor'];

/** A field's type with the pointers that Go has and JSON does not show. */
function inGo(field: string, { of, form, isAlways, isPointer }: Type): Type {
  if (field === 'managedFields') return { of: 'ManagedFieldsEntry', form };
  const isOwn = !!structOf(of) || of === 'Quantity' || of === 'Time';
  return {
    of,
    form,
    isPointer: isPointer || (form === 'one' && isOwn && !isAlways && !unpointed.includes(field)),
  };
}

/** An amount as ParseQuantity keeps it: its digits, the power of ten, and the text that it came from. */
function quantity(text: string): string {
  const [, sign = '', digits = '0', suffix = ''] = /^([+-]?)([\d.]*)([A-Za-z]*)/.exec(text) ?? [];
  const [whole = '', part = ''] = digits.split('.');
  const power = binarySuffixes.indexOf(suffix);
  const value = BigInt(`${whole}${part}` || '0') * 1024n ** BigInt(Math.max(power, 0));
  const step = decimalSuffixes.indexOf(suffix);
  const scale = (step < 0 ? 0 : step * 3 - 9) - part.length;
  const format = power > 0 ? 'BinarySI' : 'DecimalSI';
  return `{i:(resource.int64Amount){value:(int64)${sign === '-' ? -value : value} scale:(resource.Scale)${scale}} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)${text} Format:(resource.Format)${format}}`;
}
