/** Each is a thousand of the one before it; in bytes, 1024. */
export const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
export const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const suffixes: Readonly<Record<string, number>> = Object.fromEntries([
  ...binarySuffixes.map((suffix, i) => [suffix, 1024 ** i] as const),
  ...decimalSuffixes.map((suffix, i) => [suffix, Number(`1e${i * 3 - 9}`)] as const),
]);

/** The number that a quantity says: `100m` is 0.1, `1Gi` is 2^30. NaN if it says none. Source: apimachinery api/resource. */
export function quantity(text: string | undefined): number {
  const [, digits, suffix = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(text ?? '0') ?? [];
  const factor = suffixes[suffix];
  return digits === undefined || factor === undefined ? Number.NaN : Number(digits) * factor;
}

/** Thousandths, rounded up: `100m` is 100, `1` is 1000. Source: Quantity.MilliValue. */
export const milliValue = (text: string | undefined): number =>
  Math.ceil(Number((quantity(text) * 1000).toPrecision(15)));

/** How a number of thousandths is written: `250m`, `2k`, and in bytes `64Mi`. Source: Quantity.CanonicalizeBytes. */
export function quantityOfMilli(milli: number, format: 'DecimalSI' | 'BinarySI'): string {
  const isBinary = format === 'BinarySI' && milli % 1000 === 0 && Math.abs(milli) >= 1024 * 1000;
  const [base, suffixes] = isBinary ? [1024, binarySuffixes] : [1000, decimalSuffixes];
  let value = isBinary ? milli / 1000 : milli;
  let at = isBinary ? 0 : decimalSuffixes.indexOf('m');
  if (value === 0) return '0';
  while (value % base === 0 && at < suffixes.length - 1) {
    value /= base;
    at++;
  }
  return `${value}${suffixes[at]}`;
}

/**
 * A quantity as the API server prints it: `0.5` is `500m`, `1024Mi` is `1Gi`, `1e3` stays. Undefined without a suffix that
 * there is. Source: ParseQuantity, CanonicalizeBytes. Leaves out: more than nine digits after the point.
 */
export function canonicalQuantity(text: string): string | undefined {
  const [, sign = '', num = '', , denom = '', suffix = ''] = /^([+-]?)(\d*)(\.(\d*))?(.*)$/.exec(text) ?? [];
  const minus = sign === '-' ? '-' : '';
  const power = binarySuffixes.indexOf(suffix);
  if (power > 0) {
    let value = Number(`${num}.${denom}`) * 1024 ** power;
    if (Number.isInteger(value) && value >= 1024) {
      let at = 0;
      while (value % 1024 === 0 && at < binarySuffixes.length - 1) {
        value /= 1024;
        at++;
      }
      return `${minus}${value}${binarySuffixes[at]}`;
    }
    return canonicalQuantity(`${minus}${value}`);
  }
  const [, e] = /^[eE]([+-]?\d+)$/.exec(suffix) ?? [];
  const step = decimalSuffixes.indexOf(suffix);
  if (e === undefined && step < 0) return undefined;
  let digits = `${num}${denom}`.replace(/^0+/, '');
  if (!digits) return '0';
  let exponent = (e === undefined ? (step - 3) * 3 : Number(e)) - denom.length;
  const [zeros = ''] = /0*$/.exec(digits) ?? [];
  digits = digits.slice(0, digits.length - zeros.length);
  exponent += zeros.length;
  for (; exponent % 3 !== 0 || exponent > 18; exponent--) digits += '0';
  const shown = e === undefined ? decimalSuffixes[exponent / 3 + 3] : exponent === 0 ? '' : `e${exponent}`;
  return `${minus}${digits}${shown}`;
}
