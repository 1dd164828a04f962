import type { Connection } from './conntrack';
import type { Host } from './host';
import { addressOfDevice } from './host';
import type { Network } from './network';

/** What a network keeps from one packet to the next, as a value: it outlives the tables, which are written anew. */
export interface Memory {
  /** The state of chance: which ports and endpoints come by lot next. */
  readonly chance: number;
  readonly hosts: Readonly<Record<string, HostMemory>>;
}

interface HostMemory {
  /** Of eth0: a Pod that has another address is another one, whatever its name. */
  readonly address: string | undefined;
  readonly connections: readonly Connection[];
  readonly affinity: readonly (readonly [port: string, clients: readonly (readonly [string, number])[]])[];
  readonly fresh: readonly string[];
}

const addressOf = ({ devices }: Host): string | undefined => addressOfDevice(devices.eth0);

/** What the hosts remember now: connections, session affinity, neighbours that answered. */
export const memoryOf = ({ hosts, chance }: Network): Memory => ({
  chance: chance.state,
  hosts: Object.fromEntries(
    Object.entries(hosts).map(([name, host]) => [
      name,
      {
        address: addressOf(host),
        connections: host.connections.map((connection) => ({ ...connection })),
        affinity: [...host.affinity].map(([port, clients]) => [port, [...clients]] as const),
        fresh: [...host.fresh],
      },
    ]),
  ),
});

/** Gives it back to the hosts of a network that are still the same ones; of any other nothing is kept. */
export function recall(network: Network, { chance, hosts }: Memory): void {
  network.chance.state = chance;
  for (const host of Object.values(network.hosts)) {
    const known = hosts[host.name];
    if (known === undefined || known.address !== addressOf(host)) continue;
    host.connections = known.connections.map((connection) => ({ ...connection }));
    for (const [port, clients] of known.affinity) host.affinity.set(port, new Map(clients));
    for (const mac of known.fresh) host.fresh.add(mac);
  }
}
