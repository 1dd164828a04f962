import { runOn } from '../network/command';
import { answerText } from '../network/dns';
import { type Network, networkOf } from '../network/network';
import { type Typed, typed, usageError } from '../network/program';
import { hostNamed } from '../network/send';
import type { World } from '../network/world';
import type { Xray } from '../network/xray/view';
import { xrayOf } from '../network/xray/xray';
import { longestLine, mostSent, type PacketHand, type PacketScenario, type Send } from './packet-path';

/** All that a reader chose; with the scenario it gives the same packets again. */
export interface PacketChoice {
  /** Of Flannel; `direct` is VXLAN with DirectRouting. */
  readonly backend: World['backend'] | 'direct';
  readonly mode: 'iptables' | 'nftables';
  /** Ids of the hands that are on, in the order in which they were switched. */
  readonly hands: readonly string[];
  /** Everything that was sent since the network was set up; the last one is looked through. */
  readonly sent: readonly Send[];
}

export interface PacketRun {
  /** After the last packet: tables, connections, who was sent where. */
  readonly network: Network;
  /** Without packets when nothing was sent: the line was refused, or nobody knows its name. */
  readonly xray: Xray;
  /** What the program printed. */
  readonly output: string;
  /** Questions to DNS that came before, with their answers as text. */
  readonly dns: readonly { readonly name: string; readonly answer: string }[];
  /** The line could not be understood, or its sender is not there: nothing was sent. */
  readonly refusal?: string;
}

/** The hands of a scenario by ids, in the order of the ids; ids that it does not have are passed over. */
const handsOf = (scenario: PacketScenario, ids: readonly string[]): PacketHand[] =>
  ids.flatMap((id) => scenario.hands.find((hand) => hand.id === id) ?? []);

export const isSameSend = (a: Send, b: Send): boolean => a.from === b.from && a.line === b.line;

/**
 * The world that is set up: of the newest hand that needs a cluster of its own, else of the way that is sent last, else of the
 * path; with Flannel and kube-proxy as chosen. Throws for a cluster that the scenario has no world of.
 */
export function worldOf(scenario: PacketScenario, { backend, mode, hands, sent }: PacketChoice): World {
  const last = sent.at(-1);
  const way = last && scenario.ways.find((one) => isSameSend(one, last));
  const id =
    handsOf(scenario, hands).findLast(({ cluster }) => cluster)?.cluster ?? way?.cluster ?? scenario.cluster;
  const world = scenario.worlds[id];
  if (!world) throw new Error(`the scenario ${scenario.id} has no world of the cluster ${id}`);
  return builtWith(world, { backend, mode });
}

/** A world with Flannel and kube-proxy as chosen. */
export function builtWith(world: World, { backend, mode }: Pick<PacketChoice, 'backend' | 'mode'>): World {
  const isDirectRouting = backend === 'direct';
  return { ...world, backend: isDirectRouting ? 'vxlan' : backend, isDirectRouting, mode };
}

/** How a world is built, as it is chosen. */
export const builtOf = ({
  backend,
  isDirectRouting,
  mode,
}: World): Pick<PacketChoice, 'backend' | 'mode'> => ({
  backend: isDirectRouting ? 'direct' : backend,
  mode: mode === 'nftables' ? 'nftables' : 'iptables',
});

/** Types a hand's lines; a host that is not in this world is passed over. Throws for a line that says no host, or fails. */
function typeHand(network: Network, { id, lines = [] }: PacketHand): void {
  for (const line of lines) {
    const [, name = '', command = ''] = /^([^:\s]+): (.+)$/.exec(line) ?? [];
    if (!command) throw new Error(`the hand ${id} says ${JSON.stringify(line)}, not "HOST: COMMAND"`);
    const host = hostNamed(network, name);
    const failed = host && runOn(network, host.name, command);
    if (failed) throw new Error(`the hand ${id} fails on ${name}: ${failed}`);
  }
}

/** Why a line can not be sent; undefined when it can. */
const refusalOf = (network: Network, { from, line }: Send): string | undefined =>
  hostNamed(network, from) ? usageError(line) : `there is no Pod or node ${from}`;

/** Sets the network up as chosen, types the hands' lines and sends everything again. The same choice gives the same run. */
export function runPacket(scenario: PacketScenario, choice: PacketChoice, seed = 1): PacketRun {
  const network = networkOf(worldOf(scenario, choice), seed);
  for (const hand of handsOf(scenario, choice.hands)) typeHand(network, hand);
  return followed(network, choice.sent);
}

/** Sends lines into a network one after another, and looks through the last. */
export function followed(network: Network, sent: readonly Send[]): PacketRun {
  let last: Typed | undefined;
  let refusal: string | undefined;
  for (const send of sent) {
    refusal = refusalOf(network, send);
    const host = hostNamed(network, send.from);
    last = refusal === undefined && host ? typed(network, host.name, send.line) : undefined;
  }
  if (!last || last.sent.length === 0) {
    const xray: Xray = { packets: [], moments: [], ending: last?.ending ?? { how: 'silence' } };
    return { network, xray, ...told(last), ...(refusal !== undefined && { refusal }) };
  }
  return { network, xray: xrayOf(network, last), ...told(last) };
}

const told = (last: Typed | undefined): Pick<PacketRun, 'output' | 'dns'> => ({
  output: last?.output ?? '',
  dns: (last?.dns ?? []).map(({ name, answer }) => ({ name, answer: answerText(answer) })),
});

const backends = ['vxlan', 'host-gw', 'direct'] as const;
const modes = ['iptables', 'nftables'] as const;

/** What is chosen when nobody has chosen: the network as the path's cluster has it, and the first way. */
export function firstChoice(scenario: PacketScenario): PacketChoice {
  const world = scenario.worlds[scenario.cluster];
  const [way] = scenario.ways;
  if (!world || !way) throw new Error(`${scenario.id} has no world ${scenario.cluster} or no way to send`);
  return {
    ...builtOf(world),
    hands: [],
    sent: [{ from: way.from, line: way.line }],
  };
}

/** A choice as the query of an address, without `?`; what is as in the beginning is left out. Of many lines the last stay. */
export function choiceText(scenario: PacketScenario, choice: PacketChoice): string {
  const first = firstChoice(scenario);
  const query = new URLSearchParams();
  if (choice.backend !== first.backend) query.set('backend', choice.backend);
  if (choice.mode !== first.mode) query.set('mode', choice.mode);
  if (choice.hands.length > 0) query.set('hands', choice.hands.join(','));
  const [only] = choice.sent;
  if (choice.sent.length === 1 && only && isSameSend(only, first.sent[0] as Send)) return query.toString();
  for (const { from, line } of choice.sent.slice(-mostSent)) {
    query.append('from', from);
    query.append('line', line);
  }
  return query.toString();
}

/**
 * The choice that a query says. What the scenario does not have (an old link's hand, a Pod that is gone, a line that is not
 * understood) is passed over: there is always a choice, and it is never refused.
 */
export function choiceOf(scenario: PacketScenario, text: string): PacketChoice {
  const query = new URLSearchParams(text);
  const first = firstChoice(scenario);
  const oneOf = <Value extends string>(list: readonly Value[], name: string, otherwise: Value): Value =>
    list.find((value) => value === query.get(name)) ?? otherwise;
  const ids = [...new Set((query.get('hands') ?? '').split(','))];
  const hands = handsOf(scenario, ids);
  const own = hands.findLast(({ cluster }) => cluster);
  const choice = {
    backend: oneOf(backends, 'backend', first.backend),
    mode: oneOf(modes, 'mode', first.mode),
    hands: hands.filter((hand) => hand === own || !hand.cluster).map(({ id }) => id),
  };
  const lines = query.getAll('line');
  const wanted = query
    .getAll('from')
    .flatMap((from, i) => ({ from, line: lines[i] ?? '' }))
    .filter(({ line }) => line.length <= longestLine)
    .slice(-mostSent);
  const network = networkOf(worldOf(scenario, { ...choice, sent: wanted }));
  const sent = wanted.filter((send) => refusalOf(network, send) === undefined);
  return { ...choice, sent: sent.length > 0 ? sent : first.sent };
}
