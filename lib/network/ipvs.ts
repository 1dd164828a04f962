import { planOf } from './endpoints';
import { endpointName, type ServicePort, type World, type WorldNode } from './world';

/** A virtual server of IPVS and where it sends. */
export interface VirtualServer {
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly address: string;
  /** Seconds for which a client stays; 0 without affinity. */
  readonly persistentSeconds: number;
  readonly realServers: readonly string[];
}

/**
 * The table of kube-proxy in IPVS mode, deprecated since v1.35 and here for comparison: one virtual server for each address and
 * port, found by hash, in round robin. The addresses of Services stand on a dummy device kube-ipvs0. Not held against a
 * recording, and no packet is walked through it.
 * Source: pkg/proxy/ipvs/proxier.go syncProxyRules (v1.37).
 */
export function virtualServers(world: World, node: WorldNode): VirtualServer[] {
  return world.servicePorts.flatMap((port) => {
    const plan = planOf(port, node.name);
    const inner = port.isInternalLocal ? plan.local : plan.cluster;
    const outer = port.isExternalLocal ? plan.local : plan.cluster;
    const nodePort = port.nodePort === 0 ? [] : [`${node.address}:${port.nodePort}`];
    const at = (address: string) => `${address}:${port.port}`;
    const external = [...port.externalIPs.map(at), ...port.loadBalancerIPs.map(at), ...nodePort];
    return [
      server(port, at(port.clusterIP), inner.map(endpointName)),
      ...external.map((address) => server(port, address, outer.map(endpointName))),
    ];
  });
}

const server = (port: ServicePort, address: string, realServers: readonly string[]): VirtualServer => ({
  protocol: port.protocol.toUpperCase() as VirtualServer['protocol'],
  address,
  persistentSeconds: port.affinitySeconds ?? 0,
  realServers,
});

/** What `ipvsadm -Ln` prints, without connections. */
export function ipvsadm(servers: readonly VirtualServer[]): string[] {
  return [
    'IP Virtual Server version 1.2.1 (size=4096)',
    'Prot LocalAddress:Port Scheduler Flags',
    '  -> RemoteAddress:Port           Forward Weight ActiveConn InActConn',
    ...servers.flatMap(({ protocol, address, persistentSeconds, realServers }) => [
      `${protocol}  ${address} rr${persistentSeconds ? ` persistent ${persistentSeconds}` : ''}`,
      ...realServers.map((to) => `  -> ${to.padEnd(28)} Masq    1      0          0`),
    ]),
  ];
}
