import type { ServicePort, World, WorldEndpoint } from '../network/world';

/** One frame as recordings write it: MACs by interface, ports that the kernel chose by a word. */
export interface WorldFrame {
  readonly on: string;
  readonly bytes: number;
  readonly eth: { readonly src: string; readonly dst: string };
  readonly ip: { readonly src: string; readonly dst: string; readonly ttl: number };
  readonly [layer: string]: unknown;
}

export interface WorldFlow {
  readonly name: string;
  readonly says?: string;
  readonly setup?: readonly string[];
  readonly from: string;
  readonly cmd: string;
  readonly output?: string;
  readonly frames?: readonly WorldFrame[];
  readonly optional?: readonly WorldFrame[];
  readonly rulesHit?: Readonly<Record<string, readonly string[]>>;
  readonly conntrack?: Readonly<Record<string, readonly string[]>>;
}

export interface WorldTables {
  readonly node: string;
  readonly addresses?: readonly string[];
  readonly routes?: readonly string[];
  readonly neighbours?: readonly string[];
  readonly fdb?: readonly string[];
  readonly mtu?: Readonly<Record<string, number>>;
  readonly iptables?: readonly string[];
  readonly nftables?: readonly string[];
}

interface RecordedService {
  readonly clusterIP?: string;
  readonly type?: string;
  readonly ports?: readonly {
    readonly name?: string;
    readonly port: number;
    readonly targetPort?: number | string;
    readonly protocol?: string;
    readonly nodePort?: number;
  }[];
  readonly externalIPs?: readonly string[];
  readonly sessionAffinity?: string;
  readonly sessionAffinityConfig?: { readonly clientIP?: { readonly timeoutSeconds?: number } };
  readonly externalTrafficPolicy?: string;
  readonly internalTrafficPolicy?: string;
  readonly healthCheckNodePort?: number;
  readonly loadBalancerSourceRanges?: readonly string[];
  readonly status?: {
    readonly loadBalancer?: {
      readonly ingress?: readonly { readonly ip?: string; readonly ipMode?: string }[];
    };
  };
}

interface RecordedEndpoint {
  readonly address: string;
  readonly node?: string;
  readonly ready?: boolean;
  readonly serving?: boolean;
  readonly terminating?: boolean;
}

/** A world that was recorded: form of conformance `network/`. */
export interface WorldRecording {
  readonly name: string;
  readonly backend: string;
  readonly directRouting?: boolean;
  readonly mode: string;
  readonly podNetwork: string;
  readonly serviceNetwork: string;
  readonly nodes: Readonly<
    Record<string, { readonly address: string; readonly podCIDR: string; readonly gateway: string }>
  >;
  readonly outside: string;
  readonly router: { readonly addresses: readonly string[]; readonly routes: readonly string[] };
  readonly pods: Readonly<Record<string, { readonly ip: string; readonly node: string }>>;
  readonly services: Readonly<Record<string, RecordedService>>;
  readonly endpoints: Readonly<Record<string, readonly RecordedEndpoint[]>>;
  readonly flows: readonly WorldFlow[];
  readonly tablesOf: readonly WorldTables[];
}

/** The port on which the program of the recordings' Pods listens. */
const served = 8080;

const endpoint = (of: RecordedEndpoint, port: number): WorldEndpoint => ({
  ip: of.address,
  port,
  ready: of.ready ?? !of.terminating,
  serving: of.serving ?? true,
  terminating: of.terminating ?? false,
  ...(of.node !== undefined && { node: of.node }),
});

function servicePorts(
  key: string,
  service: RecordedService,
  endpoints: readonly RecordedEndpoint[],
): ServicePort[] {
  const [name = '', namespace = 'default'] = key.split('/').reverse();
  const { clusterIP } = service;
  if (clusterIP === undefined || clusterIP === 'None' || service.type === 'ExternalName') return [];
  const addresses = service.status?.loadBalancer?.ingress ?? [];
  const isSticky = service.sessionAffinity === 'ClientIP';
  return (service.ports ?? []).map((port) => ({
    namespace,
    service: name,
    portName: port.name ?? '',
    protocol: (port.protocol ?? 'TCP').toLowerCase() as ServicePort['protocol'],
    clusterIP,
    port: port.port,
    nodePort: port.nodePort ?? 0,
    externalIPs: service.externalIPs ?? [],
    loadBalancerIPs: addresses.flatMap(({ ip, ipMode = 'VIP' }) => (ip && ipMode === 'VIP' ? [ip] : [])),
    sourceRanges: service.loadBalancerSourceRanges ?? [],
    isExternalLocal: service.externalTrafficPolicy === 'Local',
    isInternalLocal: service.internalTrafficPolicy === 'Local',
    ...(isSticky && { affinitySeconds: service.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10_800 }),
    healthCheckNodePort: service.healthCheckNodePort ?? 0,
    endpoints: endpoints.map((one) =>
      endpoint(one, typeof port.targetPort === 'number' ? port.targetPort : port.port),
    ),
  }));
}

/** The set-up of a recording as a world: objects and what lies outside, never what happened. */
export function worldOf(recording: WorldRecording): World {
  const ports = Object.entries(recording.services).flatMap(([name, service]) =>
    servicePorts(name, service, recording.endpoints[name] ?? []),
  );
  const listens = [...new Set([served, ...ports.flatMap((port) => port.endpoints.map((one) => one.port))])];
  return {
    backend: recording.backend === 'host-gw' ? 'host-gw' : 'vxlan',
    isDirectRouting: recording.directRouting ?? /direct/i.test(recording.backend),
    mode: recording.mode as World['mode'],
    podNetwork: recording.podNetwork,
    serviceNetwork: recording.serviceNetwork,
    nodes: Object.entries(recording.nodes).map(([name, node]) => ({ name, ...node })),
    pods: Object.entries(recording.pods).map(([name, { ip, node }]) => ({ name, ip, node, listens })),
    servicePorts: ports,
    router: recording.router,
    outside: recording.outside,
  };
}
