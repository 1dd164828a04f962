const suffixes: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

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

const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

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
