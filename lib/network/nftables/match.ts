import { contains } from '../address';
import { isDnat, isSnat } from '../conntrack';
import { type Packet, portsOf, protocolOf } from '../packet';
import type { InHook, Lookup, Surroundings, Unmatched } from '../verdict';
import type { NftTable } from './listing';

/** A packet in the middle of a walk: what a match may ask. Looks into sets and maps are noted. */
export interface Asking {
  readonly table: NftTable;
  readonly skb: InHook;
  readonly around: Surroundings;
  /** As the rules before have left it. */
  readonly mark: number;
  readonly lookups: Lookup[];
}

/** A match that was read off the head of a rule: how many letters it took, and what kept it from holding. */
export interface Matched {
  readonly letters: number;
  readonly unmatched?: Unmatched;
}

interface Held {
  readonly holds: boolean;
  readonly match: string;
  readonly isNot?: boolean;
  readonly wanted: string;
  readonly was: string;
}

/** Values that keys are made of, as the listing writes them. */
function fieldOf(name: string, packet: Packet): string {
  const values: Record<string, string> = {
    'ip saddr': packet.src,
    'ip daddr': packet.dst,
    'meta l4proto': protocolOf(packet),
    'th dport': String(portsOf(packet).dst),
    'th sport': String(portsOf(packet).src),
  };
  const value = values[name];
  if (value === undefined) throw new Error(`nftables: ${name} is not modelled`);
  return value;
}

/** `10.96.0.20 . tcp . 80` for `ip daddr . meta l4proto . th dport`. */
export const keyOf = (names: string, { packet }: InHook): string =>
  names
    .split(' . ')
    .map((name) => fieldOf(name.trim(), packet))
    .join(' . ');

/** `timeout 1h30m` in milliseconds. */
function timeoutMs(line: string | undefined): number {
  const units: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };
  return [...(line ?? '').matchAll(/(\d+)([dhms])/g)].reduce(
    (sum, [, n, unit = 's']) => sum + Number(n) * (units[unit] ?? 0) * 1000,
    0,
  );
}

/** Whether a set of the table has the key; an entry whose timeout is over is gone. */
function isIn({ table, around, lookups }: Asking, name: string, key: string): boolean {
  const set = table.sets[name];
  const seen = around.affinity.get(name)?.get(key);
  const timeout = set?.more?.find((line) => line.startsWith('timeout'));
  const holds =
    seen === undefined ? (set?.elements.includes(key) ?? false) : around.nowMs - seen < timeoutMs(timeout);
  lookups.push({ in: name, key, ...(holds && { found: key }) });
  return holds;
}

function isInPrefixes(written: string, address: string, lookups: Lookup[]): boolean {
  if (!written.startsWith('{')) return contains(written, address);
  const found = written
    .slice(2, -2)
    .split(', ')
    .find((prefix) => contains(prefix, address));
  lookups.push({ in: written, key: address, ...(found !== undefined && { found }) });
  return found !== undefined;
}

/** The mark as nft lists it. */
const eightDigits = (mark: number): string => `0x${mark.toString(16).padStart(8, '0')}`;

const field = '(?:ip [sd]addr|meta l4proto|th dport)';

type Question = (found: readonly string[], asking: Asking) => Held;

/** What can stand at the head of a rule, and how a packet answers. */
const questions: readonly (readonly [RegExp, Question])[] = [
  [
    new RegExp(`^(${field}(?: \\. ${field})*) @(\\S+)`),
    ([, match = '', set = ''], asking) => {
      const was = keyOf(match, asking.skb);
      return { holds: isIn(asking, set, was), match, wanted: `@${set}`, was };
    },
  ],
  [
    /^(ip [sd]addr) (!= )?(\{ [^}]* \}|\d+\.\S+)/,
    ([, match = '', not, wanted = ''], { skb, lookups }) => {
      const was = fieldOf(match, skb.packet);
      return { holds: isInPrefixes(wanted, was, lookups), match, isNot: not !== undefined, wanted, was };
    },
  ],
  [
    /^ct state (\S+)/,
    ([, wanted = ''], { skb }) => {
      const was = (skb.tracked?.state ?? 'INVALID').toLowerCase();
      return { holds: was === wanted, match: 'ct state', wanted, was };
    },
  ],
  [
    /^ct status dnat/,
    (_, { skb: { tracked } }) => {
      const holds = tracked !== undefined && isDnat(tracked.connection);
      const was = tracked && isSnat(tracked.connection) ? 'snat' : '';
      return { holds, match: 'ct status', wanted: 'dnat', was };
    },
  ],
  [
    /^meta mark (& (\S+) != 0x0+)/,
    ([, wanted = '', bits], { mark }) => ({
      holds: (mark & Number(bits)) !== 0,
      match: 'meta mark',
      wanted,
      was: eightDigits(mark),
    }),
  ],
  [
    /^meta l4proto (tcp|udp|sctp|icmp)/,
    ([, wanted = ''], { skb }) => {
      const was = protocolOf(skb.packet);
      return { holds: was === wanted, match: 'meta l4proto', wanted, was };
    },
  ],
  [
    /^fib ([sd]addr) type local/,
    ([, end = ''], { skb, around }) => {
      const holds = around.isLocal(fieldOf(`ip ${end}`, skb.packet));
      return { holds, match: `fib ${end} type`, wanted: 'local', was: holds ? 'local' : 'unicast' };
    },
  ],
];

/** Reads the match at the head of `rest` and holds the packet against it; undefined when no match stands there. */
export function matchAt(rest: string, asking: Asking): Matched | undefined {
  for (const [form, question] of questions) {
    const found = form.exec(rest);
    if (!found) continue;
    const { holds, match, isNot = false, wanted, was } = question(found, asking);
    const letters = found[0].length;
    return holds === isNot ? { letters, unmatched: { match, isNot, wanted, was } } : { letters };
  }
  return undefined;
}
