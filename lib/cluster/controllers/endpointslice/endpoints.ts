import { type Beliefs, noBeliefs } from '../../belief';
import { factsOf } from '../../believable';
import { isTerminating, keyFor } from '../../keys';
import type {
  Container,
  Endpoint,
  EndpointPort,
  Labels,
  Node,
  Pod,
  Service,
  ServicePort,
} from '../../objects';
import { hasEnded, isReady } from '../../pods';
import { matchesLabels } from '../../selector';
import type { Reading } from '../../store';
import { inOrderOfHashes } from './port-order';

/**
 * What a Service lists of its Pods: an endpoint for each that has an address, and the ports as this Pod has them.
 * Models staging/src/k8s.io/endpointslice utils.go podToEndpoint, getEndpointPorts and reconciler.go reconcile (v1.37).
 */
export interface Group {
  /** One list of ports, and the endpoints that have those. */
  readonly ports: readonly EndpointPort[];
  readonly endpoints: readonly Endpoint[];
}

const isSidecar = ({ restartPolicy }: Container): boolean => restartPolicy === 'Always';

/** A number, or what the Pod's containers call so. Source: pkg/api/v1/pod/util.go FindPort. */
function portOf(pod: Pod, { port, targetPort, protocol = 'TCP' }: ServicePort): number | undefined {
  if (typeof targetPort === 'number' || targetPort === undefined) return targetPort || port;
  const { containers, initContainers = [] } = pod.spec;
  for (const container of [...containers, ...initContainers.filter(isSidecar)])
    for (const one of container.ports ?? [])
      if (one.name === targetPort && (one.protocol ?? 'TCP') === protocol) return one.containerPort;
  return undefined;
}

/** The Service's ports on one Pod; those that the Pod does not have are left out. */
export const portsOn = (pod: Pod, service: Service): EndpointPort[] =>
  (service.spec.ports ?? []).flatMap((servicePort): EndpointPort[] => {
    const port = portOf(pod, servicePort);
    if (port === undefined) return [];
    const { name, protocol = 'TCP', appProtocol } = servicePort;
    return [{ ...(name && { name }), port, protocol, ...(appProtocol && { appProtocol }) }];
  });

const zoneOf = (node: Node | undefined): string | undefined =>
  node?.metadata.labels?.['topology.kubernetes.io/zone'];

/** None of these holds in Kubernetes. */
const facts = factsOf('endpointslice', [
  /** A Pod that runs gets requests, Ready or not. */
  'runningPodIsEndpoint',
  /** A Pod that is going gets requests as long as it is Ready. */
  'goingPodStaysReady',
  /** A Service selects a Pod that has one of the labels of its selector. */
  'oneLabelIsEnough',
]);

/** Whether a Service selects a Pod, as it is or as it is believed. */
export function isSelectedBy(selector: Labels, labels: Labels | undefined, beliefs: Beliefs): boolean {
  if (!beliefs.ask(facts, 'oneLabelIsEnough', false)) return matchesLabels(selector, labels);
  return Object.entries(selector).some(([name, value]) => labels?.[name] === value);
}

interface Made {
  readonly service: Service;
  readonly node: Node | undefined;
  readonly endpoint: Endpoint;
}
const made = new WeakMap<Pod, Made>();

/** Made once for each value of a Pod, as long as Service and Node are the same, so that what did not change stays the same value. */
function endpointOf(pod: Pod, service: Service, node: Node | undefined, beliefs: Beliefs): Endpoint {
  const { metadata, spec, status } = pod;
  const isRunning = status.phase === 'Running';
  const serving = isReady(pod) || (isRunning && beliefs.ask(facts, 'runningPodIsEndpoint', false));
  const isGoing = isTerminating(pod);
  const terminating = isGoing && !beliefs.ask(facts, 'goingPodStaysReady', false);
  const known = made.get(pod);
  if (
    known?.service === service &&
    known.node === node &&
    known.endpoint.conditions.serving === serving &&
    known.endpoint.conditions.terminating === terminating
  )
    return known.endpoint;
  const zone = zoneOf(node);
  const endpoint: Endpoint = {
    addresses: [status.podIP ?? ''],
    conditions: {
      ready: service.spec.publishNotReadyAddresses === true || (serving && !terminating),
      serving,
      terminating,
    },
    targetRef: { kind: 'Pod', name: metadata.name, namespace: metadata.namespace ?? '', uid: metadata.uid },
    ...(spec.nodeName && { nodeName: spec.nodeName }),
    ...(spec.hostname && spec.subdomain === service.metadata.name && { hostname: spec.hostname }),
    ...(zone && { zone }),
  };
  made.set(pod, { service, node, endpoint });
  return endpoint;
}

/** The endpoints that a Service is to list, by their ports. A Pod whose Node is gone is left out. */
export function wantedGroups(service: Service, reading: Reading, beliefs = noBeliefs): Group[] {
  const { selector, publishNotReadyAddresses } = service.spec;
  const groups = new Map<string, { ports: readonly EndpointPort[]; endpoints: Endpoint[] }>();
  const nodes = new Map<string, Node | undefined>();
  const nodeOf = (name: string): Node | undefined => {
    if (!nodes.has(name)) nodes.set(name, reading.get<Node>(keyFor('Node', '', name)));
    return nodes.get(name);
  };
  for (const pod of reading.list<Pod>('Pod')) {
    if (pod.metadata.namespace !== service.metadata.namespace || !pod.status.podIP || hasEnded(pod)) continue;
    if (!selector || !isSelectedBy(selector, pod.metadata.labels, beliefs)) continue;
    const { nodeName } = pod.spec;
    const node = nodeName ? nodeOf(nodeName) : undefined;
    if (nodeName && !node && !publishNotReadyAddresses) continue;
    const ports = portsOn(pod, service);
    const key = JSON.stringify(ports);
    const group = groups.get(key) ?? { ports: inOrderOfHashes(ports), endpoints: [] };
    groups.set(key, group);
    group.endpoints.push(endpointOf(pod, service, node, beliefs));
  }
  return [...groups.values()];
}
