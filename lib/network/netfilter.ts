import { type Connection, type Tracked, track, translated } from './conntrack';
import { addressOfDevice, type Host, isLocalTo } from './host';
import { walkChain } from './iptables/walk';
import type { Network } from './network';
import { walkBaseChain } from './nftables/walk';
import { isIcmpError, type Packet } from './packet';
import type { Asked, Decision, InHook, Lookup, Surroundings, Verdict } from './verdict';

export type HookName = 'prerouting' | 'input' | 'forward' | 'output' | 'postrouting';

/** A packet after a hook. */
export interface AfterHook {
  readonly packet: Packet;
  readonly mark: number;
  readonly tracked: Tracked | undefined;
  readonly verdict: Verdict;
  /** Of all tables of the hook, in the order in which they were asked. */
  readonly asked: readonly Asked[];
  readonly lookups: readonly Lookup[];
}

type Step = 'raw' | 'conntrack' | 'mangle' | 'preDnat' | 'dnat' | 'filter' | 'snat' | 'confirm';

/** What stands in a hook, in the order of priorities. Source: Linux include/uapi/linux/netfilter_ipv4.h. */
const steps: Readonly<Record<HookName, readonly Step[]>> = {
  prerouting: ['raw', 'conntrack', 'mangle', 'preDnat', 'dnat'],
  input: ['mangle', 'filter', 'snat', 'confirm'],
  forward: ['mangle', 'filter'],
  output: ['raw', 'conntrack', 'mangle', 'preDnat', 'dnat', 'filter'],
  postrouting: ['mangle', 'snat', 'confirm'],
};

/** Run of one hook on one node. */
class Run {
  packet: Packet;
  mark: number;
  tracked: Tracked | undefined;
  verdict: Verdict = { do: 'accept' };
  readonly asked: Asked[] = [];
  readonly lookups: Lookup[] = [];
  private readonly around: Surroundings;

  constructor(
    readonly network: Network,
    readonly node: Host,
    readonly hook: HookName,
    readonly skb: InHook,
  ) {
    this.packet = skb.packet;
    this.mark = skb.mark;
    this.tracked = skb.tracked;
    this.around = {
      isLocal: (address) => isLocalTo(node, address),
      chance: network.chance,
      nowMs: network.nowMs,
      affinity: node.affinity,
    };
  }

  private get now(): InHook {
    return { ...this.skb, packet: this.packet, mark: this.mark, tracked: this.tracked };
  }

  private take({ verdict, mark, asked, lookups }: Decision): Verdict {
    this.mark = mark;
    for (const one of asked) this.asked.push(one);
    this.lookups.push(...lookups);
    return verdict;
  }

  private iptables(table: string): Verdict {
    const rules = this.node.ruleset[table];
    const chain = this.hook.toUpperCase();
    if (!rules?.[chain]) return { do: 'accept' };
    return this.take(walkChain(table, rules, chain, this.now, this.around));
  }

  private nftables(chain: string): Verdict {
    const { nft } = this.node;
    if (!nft?.chains[chain]) return { do: 'accept' };
    return this.take(walkBaseChain(nft, chain, this.now, this.around));
  }

  /** False when the packet ends here. */
  private passes(verdict: Verdict): boolean {
    if (verdict.do !== 'drop' && verdict.do !== 'reject') return true;
    this.verdict = verdict;
    return false;
  }

  step(step: Step): boolean {
    if (step === 'raw' || step === 'mangle') return this.passes(this.iptables(step));
    if (step === 'preDnat') return this.passes(this.nftables(`filter-${this.hook}-pre-dnat`));
    if (step === 'filter')
      return this.passes(this.iptables('filter')) && this.passes(this.nftables(`filter-${this.hook}`));
    if (step === 'conntrack') this.tracked ??= track(this.node.connections, this.packet);
    else if (step === 'confirm') this.confirm();
    else return this.nat(step === 'dnat' ? 'dst' : 'src');
    return true;
  }

  private confirm(): void {
    const connection = this.tracked?.connection;
    if (!connection || connection.isConfirmed || isIcmpError(this.packet)) return;
    connection.isConfirmed = true;
    this.node.connections.push(connection);
  }

  /** The nat tables are asked once for each side of a connection, by its first packet; the first answer holds. */
  private nat(side: 'dst' | 'src'): boolean {
    const { tracked } = this;
    if (!tracked) return true;
    const { connection, direction, state } = tracked;
    const isDecided = side === 'dst' ? connection.dstDecided : connection.srcDecided;
    if (state === 'NEW' && direction === 'original' && !isDecided) {
      if (side === 'dst') connection.dstDecided = true;
      else connection.srcDecided = true;
      for (const ask of [() => this.iptables('nat'), () => this.nftables(`nat-${this.hook}`)]) {
        const verdict = ask();
        if (!this.passes(verdict)) return false;
        if (this.decide(connection, verdict)) break;
      }
    }
    this.packet = translated(this.packet, tracked, side);
    return true;
  }

  private decide(connection: Connection, verdict: Verdict): boolean {
    if (verdict.do === 'dnat') {
      connection.reply = { ...connection.reply, src: verdict.address, sport: verdict.port };
      return true;
    }
    if (verdict.do !== 'masquerade') return false;
    const dst = addressOfDevice(this.node.devices[this.skb.outDevice ?? '']) ?? connection.reply.dst;
    const dport = ephemeralPort(this.network);
    const isEcho = connection.reply.protocol === 'icmp';
    connection.reply = { ...connection.reply, dst, dport, ...(isEcho && { sport: dport }) };
    return true;
  }
}

/** A port of Linux's default range, by lot: `MASQUERADE --random-fully`, and a client's own. */
export const ephemeralPort = (network: Network): number => network.chance.between(32_768, 60_999);

/** Runs a hook of a node: the tables in order of priority, conntrack and NAT between them. */
export function runHook(network: Network, node: Host, hook: HookName, skb: InHook): AfterHook {
  const run = new Run(network, node, hook, skb);
  for (const step of steps[hook]) if (!run.step(step)) break;
  const { packet, mark, tracked, verdict, asked, lookups } = run;
  return { packet, mark, tracked, verdict, asked, lookups };
}
