import { Cluster } from '../cluster/cluster';
import { runOn, snapshotOf } from '../network/command';
import { rowOf } from '../network/conntrack';
import { saved } from '../network/iptables/ruleset';
import { hostOf, type Network, networkOf } from '../network/network';
import { listed } from '../network/nftables/listing';
import type { Sent } from '../network/packet.machine';
import { typed } from '../network/program';
import { tablesOf } from '../network/tables';
import { hitsOf } from '../network/verdict';
import type { World, WorldNode } from '../network/world';
import { framesOf, isEphemeral } from './world-frames';
import { type WorldFlow, type WorldRecording, type WorldTables, worldOf } from './world-recording';

/** A world plays no controllers: its cluster only says that nothing happened there. */
export const newWorldCluster = (recording: WorldRecording): Cluster =>
  new Cluster({ seed: 1, nodes: Object.keys(recording.nodes).map((name) => ({ name })) });

function tables(world: World, node: WorldNode): WorldTables {
  const { nft, ruleset, ...rest } = tablesOf(world, node);
  return { ...rest, iptables: saved(ruleset), ...(nft && { nftables: listed(nft) }) };
}

/** The rules of iptables that packets hit on each node, each once. */
function rulesHit(sent: readonly Sent[]): Record<string, string[]> {
  const found: Record<string, Set<string>> = {};
  for (const { happened } of sent)
    for (const one of happened) {
      if (one.kind !== 'hook') continue;
      for (const { table, rule } of hitsOf(one.asked)) {
        if (table === 'nft') continue;
        found[one.host] ??= new Set();
        found[one.host]?.add(`${table} ${rule}`);
      }
    }
  return Object.fromEntries(Object.entries(found).map(([host, rules]) => [host, [...rules]]));
}

const hidden = (port: number): string => (isEphemeral(port) ? 'EPHEMERAL' : String(port));

function conntrack(network: Network): Record<string, string[]> {
  const rows = network.world.nodes.map(({ name }): [string, string[]] => [
    name,
    hostOf(network, name)
      .connections.filter(({ original }) => original.protocol === 'tcp')
      .map((connection) => rowOf(connection, hidden)),
  ]);
  return Object.fromEntries(rows.filter(([, list]) => list.length > 0));
}

function playFlow(network: Network, flow: WorldFlow): WorldFlow {
  const hosts = Object.values(network.hosts);
  const undo = hosts.map(snapshotOf);
  for (const host of hosts) host.connections = [];
  try {
    for (const line of flow.setup ?? []) {
      const [, host = '', command = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
      runOn(network, host, command);
    }
    const { output, sent } = typed(network, flow.from, flow.cmd);
    return {
      ...flow,
      output: output.replace(/(from [\d.]+):\d+/g, '$1:EPHEMERAL'),
      frames: framesOf(sent),
      optional: [],
      rulesHit: rulesHit(sent),
      conntrack: conntrack(network),
    };
  } finally {
    for (const back of undo) back();
  }
}

/** Plays a world: writes the tables of each node, then sends each flow, with its set-up before and undone after. */
export function playWorldOn(_cluster: Cluster, recording: WorldRecording): WorldRecording {
  const world = worldOf(recording);
  const network = networkOf(world);
  return {
    ...recording,
    tablesOf: world.nodes.map((node) => tables(world, node)),
    flows: recording.flows.map((flow) => playFlow(network, flow)),
  };
}
