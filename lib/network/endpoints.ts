import { isLeaving, usable } from '../cluster/service-answer';
import {
  endpointName,
  isExternallyAccessible,
  type ServicePort,
  usesClusterEndpoints,
  usesLocalEndpoints,
  type WorldEndpoint,
} from './world';

/** The endpoints of a port of a Service as one node uses them. */
export interface Categorized {
  readonly cluster: readonly WorldEndpoint[];
  readonly local: readonly WorldEndpoint[];
  readonly reachable: readonly WorldEndpoint[];
  readonly hasEndpoints: boolean;
}

const usableOf = (endpoints: readonly WorldEndpoint[]) => usable(endpoints, (endpoint) => endpoint);

/**
 * Which endpoints a node sends to. Source: pkg/proxy/topology.go CategorizeEndpoints (v1.37). Left out: topology hints. The
 * order is that of kube-proxy's cache: by text of address and port (pkg/proxy/endpointslicecache.go).
 */
export function categorize(port: ServicePort, node: string): Categorized {
  const all = [...port.endpoints].sort((a, b) => (endpointName(a) < endpointName(b) ? -1 : 1));
  const cluster = usesClusterEndpoints(port) ? usableOf(all) : [];
  if (!usesLocalEndpoints(port))
    return { cluster, local: [], reachable: cluster, hasEndpoints: cluster.length > 0 };
  const local = usableOf(all.filter((endpoint) => endpoint.node === node));
  const hasEndpoints = all.some((endpoint) => endpoint.ready || isLeaving(endpoint));
  const more = local.filter((endpoint) => !cluster.includes(endpoint));
  return { cluster, local, reachable: [...cluster, ...more], hasEndpoints };
}

/** The decisions that iptables and nftables mode share. Source: iptables/proxier.go syncProxyRules, "Build rules for each". */
export interface Plan extends Categorized {
  readonly hasInternal: boolean;
  readonly hasExternal: boolean;
  readonly usesClusterChain: boolean;
  readonly usesLocalChain: boolean;
  readonly usesExternalChain: boolean;
  /** Nothing anywhere is refused (a client learns at once), nothing here is dropped. */
  readonly internalFate: 'reject' | 'drop' | undefined;
  readonly externalFate: 'reject' | 'drop' | undefined;
}

export function planOf(port: ServicePort, node: string): Plan {
  const categorized = categorize(port, node);
  const { cluster, local, hasEndpoints } = categorized;
  const hasInternal = hasEndpoints && !(port.isInternalLocal && local.length === 0);
  const hasExternal = hasEndpoints && !(port.isExternalLocal && local.length === 0);
  const fate = (has: boolean) => (hasEndpoints ? (has ? undefined : 'drop') : 'reject');

  return {
    ...categorized,
    hasInternal,
    hasExternal,
    usesClusterChain: cluster.length > 0 && usesClusterEndpoints(port),
    usesLocalChain: local.length > 0 && usesLocalEndpoints(port),
    usesExternalChain: hasEndpoints && isExternallyAccessible(port),
    internalFate: fate(hasInternal),
    externalFate: fate(hasExternal),
  };
}
