import 'server-only';
import course from '@/content/packets';
import { Cluster } from '../cluster/cluster';
import type { TimedCommand } from '../cluster/command';
import type { PacketCluster, PacketPath, PacketProxy, PacketScenario } from '../lab/packet-path';
import { worldFrom } from '../network/from-cluster';
import { routesOfGateway } from '../network/proxy/gateway';
import { routesOfIngress } from '../network/proxy/ingress';
import type { WorldProxy } from '../network/proxy/table';
import type { World } from '../network/world';

/** How long a cluster is left alone after the last command, ms: Pods of a node that left are gone after one minute. */
const settleMs = 120_000;
const seed = 1;

const clusterOf = (id: string): PacketCluster => {
  const found = course.clusters.find((one) => one.id === id);
  if (!found) throw new Error(`content/packets has no cluster ${id}`);
  return found;
};

/** Plays a cluster to its rest; a command that the API server refuses is an author's mistake and throws. */
function played(id: string): Cluster {
  const { on, nodes, commands } = clusterOf(id);
  const base = on === undefined ? undefined : restOf(on).copy();
  const cluster = base ?? new Cluster({ seed, nodes });
  const begunMs = cluster.nowMs;
  for (const { atMs, command } of commands as readonly TimedCommand[]) {
    cluster.run(begunMs + atMs);
    const done = cluster.do(command);
    if (!done.ok) throw new Error(`cluster ${id}, ${command.verb} at ${atMs} ms: ${done.status.message}`);
  }
  cluster.run(cluster.nowMs + settleMs);
  return cluster;
}

const clusters = new Map<string, Cluster>();
const worlds = new Map<string, World>();

function kept<Value>(cache: Map<string, Value>, id: string, make: () => Value): Value {
  const value = cache.get(id) ?? make();
  cache.set(id, value);
  return value;
}

const restOf = (id: string): Cluster => kept(clusters, id, () => played(id));

/** A cluster and those that it goes on from, the newest first. */
function lineageOf(id: string): readonly PacketCluster[] {
  const one = clusterOf(id);
  return one.on === undefined ? [one] : [one, ...lineageOf(one.on)];
}

const proxyOf = (proxy: PacketProxy): WorldProxy =>
  'ingresses' in proxy
    ? { pod: proxy.pod, kind: 'ingress', routes: routesOfIngress(proxy.ingresses) }
    : { pod: proxy.pod, kind: 'gateway', routes: routesOfGateway(proxy.gateways, proxy.httpRoutes) };

const worldAt = (id: string): World =>
  kept(worlds, id, () => {
    const lineage = lineageOf(id);
    const { on, isProxyStopped, podNetwork } = clusterOf(id);
    const proxies = lineage.flatMap((one) => one.proxies ?? []).map(proxyOf);
    const named = lineage.flatMap((one) => Object.entries(one.publicNames ?? {}));
    const publicNames = named.map(([name, address]) => [name, { kind: 'A', addresses: [address] }] as const);
    return {
      ...worldFrom(restOf(id).reading, { ...(podNetwork && { podNetwork }) }),
      ...(isProxyStopped && on !== undefined && { servicePorts: worldAt(on).servicePorts }),
      ...(proxies.length > 0 && { proxies }),
      ...(named.length > 0 && { publicNames: Object.fromEntries(publicNames) }),
    };
  });

/** Every path, in the order of the course. */
export const getPacketPaths = (): readonly PacketPath[] => course.paths;

/** A path with the worlds that it can be played in; undefined for an id that no path has. Clusters are played once. */
export function getPacketScenario(id: string): PacketScenario | undefined {
  const path = course.paths.find((one) => one.id === id);
  if (!path) return undefined;
  const ids = [path, ...path.ways, ...path.hands].flatMap(({ cluster }) => cluster ?? []);
  return { ...path, worlds: Object.fromEntries([...new Set(ids)].map((one) => [one, worldAt(one)])) };
}
