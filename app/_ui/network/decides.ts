import type { Asked, Lookup } from '@/lib/network/verdict';

/** A rule as it is printed, without the chain that stands before it. */
export const bodyOf = ({ rule }: Asked): string => rule.replace(/^-[AI] \S+ /, '');

/** Targets of iptables and statements of nftables that end a packet's walk through a table. */
const target = /(?:^| )-j (?:ACCEPT|DNAT|DROP|MASQUERADE|REJECT)(?: |$)/;
const statement = /(?:^| )(?:accept|dnat (?:ip )?to|drop|masquerade|reject)(?: |$)/;

/** A rule that took the packet and ends its walk: it changes an address, lets the packet pass for good or ends it. */
export function decides({ table, rule, unmatched }: Asked, lookups: readonly Lookup[] = []): boolean {
  if (unmatched) return false;
  if (table !== 'nft') return target.test(rule);
  const said = rule.replace(/ ?comment "[^"]*"$/, '');
  return statement.test(said) || lookups.some(({ found = '' }) => statement.test(found));
}
