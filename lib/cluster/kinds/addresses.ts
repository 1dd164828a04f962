import { type FieldError, invalidValue } from '../api/refusal';

/**
 * Addresses of the Internet. Models apimachinery pkg/util/validation IsValidIPForLegacyField, IsValidCIDRForLegacyField
 * (v1.37). Leaves out: whether an address has its usual form (zeros, capital letters).
 */

export const isIPv4 = (text: string): boolean =>
  text.split('.').length === 4 &&
  text.split('.').every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);

export function isIPv6(text: string): boolean {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined || !text.includes(':')) return false;
  const groups = [head, tail ?? ''].flatMap((half) => (half ? half.split(':') : []));
  const isSound = groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
  return isSound && (tail === undefined ? groups.length === 8 : groups.length < 8);
}

export const isAddress = (text: string): boolean => isIPv4(text) || isIPv6(text);

export const addressErrors = (field: string, text: string): FieldError[] =>
  isAddress(text)
    ? []
    : [invalidValue(field, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')];

export function cidrErrors(field: string, text: string): FieldError[] {
  const [address = '', bits = '', more] = text.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  const isSound = more === undefined && /^(0|[1-9]\d*)$/.test(bits) && Number(bits) <= longest;
  return isSound
    ? []
    : [invalidValue(field, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)')];
}
