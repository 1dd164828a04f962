/** IPv4 addresses and prefixes as text, as `ip` and `iptables-save` write them. IPv6 is left out. */

/** `10.244.1.2` as a number of 32 bits. */
export const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

export const addressOf = (number: number): string =>
  [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');

export const isAddress = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256);

export const prefixLength = (cidr: string): number => Number(cidr.split('/')[1] ?? 32);

const maskOf = (length: number): number => (length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0);

/** Whether the prefix (`10.244.0.0/16`, or one address) holds the address. */
export function contains(cidr: string, address: string): boolean {
  const mask = maskOf(prefixLength(cidr));
  const [base = ''] = cidr.split('/');
  return ((numberOf(base) & mask) ^ (numberOf(address) & mask)) === 0;
}

/** The network that an address with its length belongs to: `10.244.1.1/24` is in `10.244.1.0/24`. */
export function networkOf(cidr: string): string {
  const [address = ''] = cidr.split('/');
  return `${addressOf((numberOf(address) & maskOf(prefixLength(cidr))) >>> 0)}/${prefixLength(cidr)}`;
}

/** The nth address of a prefix. */
export function nthOf(cidr: string, n: number): string {
  const [base = ''] = networkOf(cidr).split('/');
  return addressOf(numberOf(base) + n);
}
