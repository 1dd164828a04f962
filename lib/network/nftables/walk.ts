import type { Asked, Decision, InHook, Lookup, Surroundings, Unmatched, Verdict } from '../verdict';
import type { NftTable } from './listing';
import { type Asking, keyOf, matchAt } from './match';

type Outcome = Verdict | 'return' | 'continue';

/** The walk of one packet through a table; the mark and what is noted are of this walk. */
class Walk implements Asking {
  readonly asked: Asked[] = [];
  readonly lookups: Lookup[] = [];
  mark: number;

  constructor(
    readonly table: NftTable,
    readonly skb: InHook,
    readonly around: Surroundings,
  ) {
    this.mark = skb.mark;
  }

  chain(name: string): Outcome {
    for (const rule of this.table.chains[name]?.rules ?? []) {
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
    while (rest !== '') {
      const matched = matchAt(rest, this);
      if (matched?.unmatched) return this.passedBy(chain, text, matched.unmatched);
      const letters = matched?.letters ?? this.change(rest);
      if (letters === undefined) break;
      rest = rest.slice(letters).trim();
    }
    const map = /^(.+) vmap @(\S+)$/.exec(rest);
    if (map) return this.vmap(chain, text, map);
    this.asked.push({ table: 'nft', chain, rule: text });
    return rest === '' ? 'continue' : this.end(rest);
  }

  private passedBy(chain: string, rule: string, unmatched: Unmatched): Outcome {
    this.asked.push({ table: 'nft', chain, rule, unmatched });
    return 'continue';
  }

  /** A verdict map leads on where it has the key; where it has none the rule did not match. */
  private vmap(chain: string, rule: string, [, names = '', map = '']: readonly string[]): Outcome {
    const key = keyOf(names, this.skb);
    const found = this.table.maps[map]?.elements.find((element) => element.key === key)?.verdict;
    this.lookups.push({ in: map, key, ...(found !== undefined && { found }) });
    if (found === undefined)
      return this.passedBy(chain, rule, { match: names, isNot: false, wanted: `@${map}`, was: key });
    this.asked.push({ table: 'nft', chain, rule });
    return this.lead(found);
  }

  /** One entry of `{ 0 : A, 1 : B }` by `numgen random mod N`: a map without a name, so the lot stands for it. */
  private drawn(entries: string, numgen: string): string {
    const n = Number(/mod (\d+)/.exec(numgen)?.[1] ?? 1);
    const at = this.around.chance.between(0, n - 1);
    const found = (entries.split(', ')[at] ?? '').replace(/^\d+ : /, '');
    this.lookups.push({ in: numgen, key: String(at), found });
    return found;
  }

  /** What a rule changes on its way, and how many letters say so. */
  private change(rest: string): number | undefined {
    const mark = /^meta mark set meta mark ([|^]) (\S+)/.exec(rest);
    if (mark) {
      const bits = Number(mark[2]);
      this.mark = (mark[1] === '|' ? this.mark | bits : this.mark ^ bits) >>> 0;
      return mark[0].length;
    }
    const update = /^update @(\S+) \{ ip saddr \}/.exec(rest);
    if (!update) return undefined;
    const { affinity, nowMs } = this.around;
    const seen = affinity.get(update[1] ?? '') ?? new Map<string, number>();
    affinity.set(update[1] ?? '', seen.set(this.skb.packet.src, nowMs));
    return update[0].length;
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
    const lot = /^(numgen random mod \d+) vmap \{ (.*) \}$/.exec(rest);
    return this.lead(lot ? this.drawn(lot[2] ?? '', lot[1] ?? '') : rest);
  }
}

/** Holds a packet against a base chain and the chains that it leads to. */
export function walkBaseChain(table: NftTable, chain: string, skb: InHook, around: Surroundings): Decision {
  const walk = new Walk(table, skb, around);
  const outcome = walk.chain(chain);
  const verdict: Verdict = outcome === 'return' || outcome === 'continue' ? { do: 'accept' } : outcome;
  const { mark, asked, lookups } = walk;
  return { verdict, mark, asked, lookups };
}
