import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/** Written by `noteAddresses` over whatever a client sent under this name. */
export const addressHeader = 'x-podium-address';
/** Of a request that has none, as in a test: they share what is allowed to one address. */
const nowhere = 'unknown';

/**
 * Where a request comes from, for limits: an IPv4 address, or the /64 of an IPv6 one, which one household has. Kept nowhere. The connection
 * says it; `X-Forwarded-For` is believed only as far as PODIUM_PROXIES says, see `addressBehind`.
 */
export function clientAddress(request: Request): string {
  return request.headers.get(addressHeader) ?? nowhere;
}

/** PODIUM_PROXIES: how many proxies stand in front of the site, each of which adds to `X-Forwarded-For`. None unless it is a number. */
export function trustedProxies(told = process.env.PODIUM_PROXIES): number {
  const proxies = Number(told);
  return Number.isInteger(proxies) && proxies > 0 ? proxies : 0;
}

/**
 * The address of a client behind so many proxies: each names who spoke to it at the end of `forwarded`, so what stands further left was
 * written by the client itself. A chain that is shorter than that came past a proxy: its first counts.
 */
export function addressBehind(peer: string, forwarded: string, proxies: number): string {
  const chain = [...forwarded.split(',').map((part) => part.trim()), peer].filter(Boolean);
  const named = chain[Math.max(0, chain.length - 1 - proxies)] ?? peer;
  return networkOf(named);
}

/** `::ffff:192.0.2.1` is the IPv4 address in it. Of what is no address, itself, cut. */
export function networkOf(address: string): string {
  const bare = address.replace(/^\[|\](:\d+)?$/g, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  const [ipv4 = ''] = bare.split(':');
  if (isIPv4(ipv4)) return ipv4;
  if (!isIPv6(bare)) return bare.slice(0, 64) || nowhere;
  const [head = '', tail] = (bare.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail ?? '')];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** From now on every request to this process says where it comes from, before anybody reads it. Source: Node's channel `http.server.request.start`. */
export function noteAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as { readonly request: IncomingMessage }).request;
    const forwarded = headers['x-forwarded-for'];
    const chain = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '');
    headers[addressHeader] = addressBehind(socket.remoteAddress ?? nowhere, chain, trustedProxies());
  });
}
