import { listenersOf, portsAt } from '../cluster/kubelet/listeners';
import type { EndpointSlice, Node, Pod, Service } from '../cluster/objects';
import { type Listing, slicesOf } from '../cluster/service-answer';
import type { Reading } from '../cluster/store';

import { isAddress, networkOf, nthOf } from './address';
import type { ServicePort, World, WorldEndpoint, WorldPod } from './world';
import { zoneOf } from './zone';

/** What the network of a cluster is that its objects do not say: the flags of flanneld and kube-proxy, and what lies outside. */
export interface NetworkOptions {
  readonly backend?: World['backend'];
  readonly isDirectRouting?: boolean;
  readonly mode?: World['mode'];
  readonly podNetwork?: string;
  readonly serviceNetwork?: string;
}

const defaultAffinitySeconds = 10_800;
const outside = '203.0.113.9';
const uplink = 'eth1 203.0.113.1/24';

/** Pods of the namespace default go by their name, others by name and namespace. */
export const podName = ({ metadata }: Pod): string =>
  (metadata.namespace ?? 'default') === 'default' ? metadata.name : `${metadata.name}.${metadata.namespace}`;

const runningPods = (reading: Listing): readonly Pod[] =>
  reading
    .list<Pod>('Pod')
    .filter(({ spec, status }) => status.podIP && spec.nodeName && status.phase === 'Running');

const loopback = '127.0.0.1';

/** Where a Pod's containers listen; they share one namespace, so it is all of their ports together. */
function listens(pod: Pod): Pick<WorldPod, 'listens' | 'listensAtHome'> {
  const listeners = listenersOf(pod);
  const [outer, inner] = [pod.status.podIP ?? '', loopback].map((at) => portsAt(listeners, at));
  const isSame = JSON.stringify(outer) === JSON.stringify(inner);
  return { listens: outer ?? [], ...(!isSame && { listensAtHome: inner ?? [] }) };
}

/** Pods with hostNetwork have no network of their own: they listen in their node's. */
const portsOn = (pods: readonly Pod[], node: string, address: string): readonly number[] =>
  pods
    .filter(({ spec }) => spec.nodeName === node)
    .flatMap((pod) => {
      const ports = portsAt(listenersOf(pod), address);
      return ports === 'any' ? [] : ports;
    });

function podsOf(reading: Listing): WorldPod[] {
  return runningPods(reading)
    .filter(({ spec }) => !spec.hostNetwork)
    .map((pod) => ({
      name: podName(pod),
      namespace: pod.metadata.namespace ?? 'default',
      ip: pod.status.podIP ?? '',
      node: pod.spec.nodeName ?? '',
      ...listens(pod),
    }));
}

/** The endpoints of a port of a Service, out of all of its slices. Source: pkg/proxy/endpointslicecache.go. */
function endpointsOf(slices: readonly EndpointSlice[], portName: string): WorldEndpoint[] {
  return slices.flatMap((slice) => {
    const port = slice.ports.find(({ name = '' }) => name === portName)?.port;
    if (port === undefined) return [];
    return slice.endpoints.map(({ addresses, conditions, nodeName }) => ({
      ip: addresses[0] ?? '',
      port,
      ready: conditions.ready,
      serving: conditions.serving,
      terminating: conditions.terminating,
      ...(nodeName !== undefined && { node: nodeName }),
    }));
  });
}

interface Ingress {
  readonly ip?: string;
  readonly ipMode?: string;
}
const ingressOf = (service: Service): readonly Ingress[] =>
  (service as { status?: { loadBalancer?: { ingress?: readonly Ingress[] } } }).status?.loadBalancer
    ?.ingress ?? [];

/** Headless Services and external names are nothing to kube-proxy. Source: pkg/proxy/util ShouldSkipService. */
const isSkipped = ({ spec }: Service): boolean =>
  !spec.clusterIP || spec.clusterIP === 'None' || spec.type === 'ExternalName';

function servicePorts(service: Service, slices: readonly EndpointSlice[]): ServicePort[] {
  const { metadata, spec } = service;
  if (isSkipped(service)) return [];
  const isSticky = spec.sessionAffinity === 'ClientIP';
  const timeout = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? defaultAffinitySeconds;
  return (spec.ports ?? []).map((port) => ({
    namespace: metadata.namespace ?? 'default',
    service: metadata.name,
    portName: port.name ?? '',
    protocol: (port.protocol ?? 'TCP').toLowerCase() as ServicePort['protocol'],
    clusterIP: spec.clusterIP ?? '',
    port: port.port,
    nodePort: port.nodePort ?? 0,
    externalIPs: (spec.externalIPs ?? []) as readonly string[],
    loadBalancerIPs: ingressOf(service).flatMap(({ ip, ipMode = 'VIP' }) =>
      ip && ipMode === 'VIP' ? [ip] : [],
    ),
    sourceRanges: (spec.loadBalancerSourceRanges ?? []) as readonly string[],
    isExternalLocal: spec.externalTrafficPolicy === 'Local',
    isInternalLocal: spec.internalTrafficPolicy === 'Local',
    ...(isSticky && { affinitySeconds: timeout }),
    healthCheckNodePort: spec.healthCheckNodePort ?? 0,
    endpoints: endpointsOf(slices, port.name ?? ''),
  }));
}

/**
 * The address by which the other nodes reach a node, which its flanneld writes down for them; empty when it is no address: then
 * they have no way there. A node without flanneld's annotations counts as one whose flanneld has written its own.
 * Source: flannel v0.28.10 pkg/subnet/kube/kube.go nodeToLease, handleUpdateLeaseEvent.
 */
function leaseAddressOf({ metadata: { annotations = {} } }: Node): string | undefined {
  const said = annotations['flannel.alpha.coreos.com/public-ip'];
  if (said === undefined)
    return annotations['flannel.alpha.coreos.com/kube-subnet-manager'] === 'true' ? '' : undefined;
  return isAddress(said) ? said : '';
}

/** Nodes without an address or a range of their own get those that a small cluster would have. */
function nodesOf(reading: Listing, podNetwork: string): World['nodes'] {
  const onHosts = runningPods(reading).filter(({ spec }) => spec.hostNetwork);
  return reading.list<Node>('Node').map((node, i) => {
    const { metadata, spec, status } = node;
    const address =
      status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? `192.168.0.${11 + i}`;
    const leaseAddress = leaseAddressOf(node);
    const ports = portsOn(onHosts, metadata.name, address);
    return {
      name: metadata.name,
      address,
      ...(leaseAddress !== undefined && leaseAddress !== address && { leaseAddress }),
      podCIDR: spec.podCIDR ?? `${nthOf(podNetwork, 256 * (i + 1))}/24`,
      gateway: nthOf(networkOf(`${address}/24`), 1),
      ...(ports.length > 0 && { listens: ports }),
    };
  });
}

/**
 * What the router knows of the addresses of load balancers: each leads to the first node, with externalTrafficPolicy Local
 * to the first that has a ready endpoint, as its health checks tell a load balancer (the health check node port).
 */
function balancedRoutes(ports: readonly ServicePort[], nodes: World['nodes']): string[] {
  const routes = ports.flatMap(({ loadBalancerIPs, isExternalLocal, endpoints }) => {
    const hasReady = (name: string) => endpoints.some(({ node, ready }) => ready && node === name);
    const to = isExternalLocal ? nodes.find(({ name }) => hasReady(name)) : nodes[0];
    return to ? loadBalancerIPs.map((address) => `${address} via ${to.address} dev eth0`) : [];
  });
  return [...new Set(routes)];
}

/** The networks that nodes are in, each behind a device of the router: eth0, then eth2 and on; eth1 leads outside. */
function lansOf(nodes: World['nodes']): readonly { readonly device: string; readonly gateway: string }[] {
  const gateways = new Set(nodes.map(({ gateway }) => `${gateway}/24`));
  if (gateways.size === 0) gateways.add('192.168.0.1/24');
  return [...gateways].map((gateway, i) => ({ device: `eth${i === 0 ? 0 : i + 1}`, gateway }));
}

/** The network of a cluster as its objects stand now. */
export function worldFrom(reading: Reading, options: NetworkOptions = {}): World {
  const ports = reading
    .list<Service>('Service')
    .flatMap((service) => servicePorts(service, slicesOf(reading, service)));
  return { ...worldOf(reading, ports, options), names: zoneOf(reading) };
}

/** Its nodes and Pods alone, without Services and names: all that a packet from Pod to Pod needs. */
export const roadsFrom = (listing: Listing, options: NetworkOptions = {}): World =>
  worldOf(listing, [], options);

function worldOf(listing: Listing, ports: readonly ServicePort[], options: NetworkOptions): World {
  const { podNetwork = '10.244.0.0/16', serviceNetwork = '10.96.0.0/16' } = options;
  const nodes = nodesOf(listing, podNetwork);
  const lans = lansOf(nodes);
  return {
    backend: options.backend ?? 'vxlan',
    isDirectRouting: options.isDirectRouting ?? false,
    mode: options.mode ?? 'iptables',
    podNetwork,
    serviceNetwork,
    nodes,
    pods: podsOf(listing),
    servicePorts: ports,
    router: {
      addresses: [...lans.map(({ device, gateway }) => `${device} ${gateway}`), uplink],
      routes: [
        ...lans.map(({ device, gateway }) => `${networkOf(gateway)} dev ${device}`),
        '203.0.113.0/24 dev eth1',
        ...balancedRoutes(ports, nodes),
      ],
    },
    outside,
  };
}
