import { contains } from '../address';
import { isDnat } from '../conntrack';
import { portsOf, protocolOf } from '../packet';
import type { Decision, Hit, InHook, Surroundings, Verdict } from '../verdict';
import type { NftTable } from './listing';

type Outcome = Verdict | 'return' | 'continue';
/** One look at the rest of a rule: how many letters it took, and whether to go on. */
interface Taken {
  readonly rest: string;
  readonly goesOn: boolean;
}

/** The walk of one packet through a table; marks, hits and counts are of this walk. */
class Walk {
  readonly hits: Hit[] = [];
  mark: number;
  asked = 0;
  lookups = 0;

  constructor(
    readonly table: NftTable,
    readonly skb: InHook,
    readonly around: Surroundings,
  ) {
    this.mark = skb.mark;
  }

  /** Values that keys are made of, as the listing writes them. */
  private value(name: string): string {
    const { packet } = this.skb;
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

  private key(names: string): string {
    return names
      .split(' . ')
      .map((name) => this.value(name.trim()))
      .join(' . ');
  }

  private inSet(name: string, key: string): boolean {
    this.lookups++;
    const set = this.table.sets[name];
    const seen = this.around.affinity.get(name)?.get(key);
    if (seen !== undefined)
      return this.around.nowMs - seen < timeoutMs(set?.more?.find((line) => line.startsWith('timeout')));
    return set?.elements.includes(key) ?? false;
  }

  chain(name: string): Outcome {
    for (const rule of this.table.chains[name]?.rules ?? []) {
      this.asked++;
      const outcome = this.rule(name, rule);
      if (outcome === 'return') return 'continue';
      if (outcome !== 'continue') return outcome;
    }
    return 'continue';
  }

  /** `goto` never comes back to the chain that it left; `jump` does. */
  private lead(verdict: string): Outcome {
    const [how = '', to = ''] = verdict.split(' ');
    if (how === 'drop') return { do: 'drop' };
    if (how === 'accept') return { do: 'accept' };
    if (how === 'return') return 'return';
    const outcome = this.chain(to);
    return how === 'goto' && outcome === 'continue' ? 'return' : outcome;
  }

  /** Reads a rule from left to right: matches that hold are taken off, the first that does not ends it. */
  private rule(chain: string, text: string): Outcome {
    let rest = text.replace(/ ?comment "[^"]*"$/, '');
    for (;;) {
      const matched = this.match(rest) ?? this.change(rest);
      if (!matched) break;
      if (!matched.goesOn) return 'continue';
      rest = matched.rest;
      if (rest === '') {
        this.hit(chain, text);
        return 'continue';
      }
    }
    const vmap = /^(?:(.+) )?vmap (?:@(\S+)|\{ (.*) \})$/.exec(rest);
    if (vmap) return this.vmap(chain, text, vmap);
    this.hit(chain, text);
    return this.end(rest);
  }

  private hit(chain: string, rule: string): void {
    this.hits.push({ table: 'nft', chain, rule });
  }

  private vmap(chain: string, text: string, [, names = '', map, inline]: RegExpExecArray): Outcome {
    if (map === undefined) {
      this.hit(chain, text);
      return this.lead(this.drawn(inline ?? '', names));
    }
    this.lookups++;
    const key = this.key(names);
    const verdict = this.table.maps[map]?.elements.find((element) => element.key === key)?.verdict;
    if (verdict === undefined) return 'continue';
    this.hit(chain, text);
    return this.lead(verdict);
  }

  /** One entry of `{ 0 : A, 1 : B }` by `numgen random mod N`. */
  private drawn(entries: string, numgen: string): string {
    const n = Number(/mod (\d+)/.exec(numgen)?.[1] ?? 1);
    const at = this.around.chance.between(0, n - 1);
    return (entries.split(', ')[at] ?? '').replace(/^\d+ : /, '');
  }

  private match(rest: string): Taken | undefined {
    const answer = (holds: boolean, found: RegExpExecArray): Taken => ({
      rest: rest.slice(found[0].length).trim(),
      goesOn: holds,
    });
    const inSet =
      /^((?:ip [sd]addr|meta l4proto|th dport)(?: \. (?:ip [sd]addr|meta l4proto|th dport))*) @(\S+)/.exec(
        rest,
      );
    if (inSet) return answer(this.inSet(inSet[2] ?? '', this.key(inSet[1] ?? '')), inSet);
    const cidr = /^(ip [sd]addr) (!= )?(?:\{ ([^}]*) \}|(\d+\.\S+))/.exec(rest);
    if (cidr) {
      const list = (cidr[3] ?? cidr[4] ?? '').split(', ');
      const holds = list.some((prefix) => contains(prefix, this.value(cidr[1] ?? '')));
      return answer(holds !== (cidr[2] !== undefined), cidr);
    }
    const state = /^ct state (\S+)/.exec(rest);
    if (state) return answer((this.skb.tracked?.state ?? 'INVALID').toLowerCase() === state[1], state);
    const dnat = /^ct status dnat/.exec(rest);
    if (dnat) return answer(this.skb.tracked ? isDnat(this.skb.tracked.connection) : false, dnat);
    const marked = /^meta mark & (\S+) != 0x0+/.exec(rest);
    if (marked) return answer((this.mark & Number(marked[1])) !== 0, marked);
    const protocol = /^meta l4proto (tcp|udp|sctp|icmp)/.exec(rest);
    if (protocol) return answer(protocol[1] === protocolOf(this.skb.packet), protocol);
    const fib = /^fib ([sd])addr type local/.exec(rest);
    if (fib) return answer(this.around.isLocal(this.value(`ip ${fib[1]}addr`)), fib);
    return undefined;
  }

  private change(rest: string): Taken | undefined {
    const mark = /^meta mark set meta mark ([|^]) (\S+)/.exec(rest);
    if (mark) {
      const bits = Number(mark[2]);
      this.mark = (mark[1] === '|' ? this.mark | bits : this.mark ^ bits) >>> 0;
      return { rest: rest.slice(mark[0].length).trim(), goesOn: true };
    }
    const update = /^update @(\S+) \{ ip saddr \}/.exec(rest);
    if (!update) return undefined;
    const { affinity, nowMs } = this.around;
    const seen = affinity.get(update[1] ?? '') ?? new Map<string, number>();
    affinity.set(update[1] ?? '', seen.set(this.skb.packet.src, nowMs));
    return { rest: rest.slice(update[0].length).trim(), goesOn: true };
  }

  private end(rest: string): Outcome {
    if (rest.startsWith('reject')) return { do: 'reject' };
    if (rest.startsWith('masquerade')) return { do: 'masquerade' };
    const single = /^dnat to (\S+):(\d+)$/.exec(rest);
    if (single) return { do: 'dnat', address: single[1] ?? '', port: Number(single[2]) };
    const many = /^dnat ip to (numgen random mod \d+) map \{ (.*) \}$/.exec(rest);
    if (many) {
      const [address = '', port = '0'] = this.drawn(many[2] ?? '', many[1] ?? '').split(' . ');
      return { do: 'dnat', address, port: Number(port) };
    }
    return this.lead(rest);
  }
}

/** `timeout 1h30m` in milliseconds. */
function timeoutMs(line: string | undefined): number {
  const units: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };
  return [...(line ?? '').matchAll(/(\d+)([dhms])/g)].reduce(
    (sum, [, n, unit = 's']) => sum + Number(n) * (units[unit] ?? 0) * 1000,
    0,
  );
}

/** Holds a packet against a base chain and the chains that it leads to. */
export function walkBaseChain(table: NftTable, chain: string, skb: InHook, around: Surroundings): Decision {
  const walk = new Walk(table, skb, around);
  const outcome = walk.chain(chain);
  const verdict: Verdict = outcome === 'return' || outcome === 'continue' ? { do: 'accept' } : outcome;
  const { mark, hits, asked, lookups } = walk;
  return { verdict, mark, hits, asked, lookups };
}
