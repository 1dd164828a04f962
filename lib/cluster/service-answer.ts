import { listenersOf, portsAt } from './kubelet/listeners';
import type { EndpointSlice, KubeObject, Pod, Service } from './objects';

/** Objects by their kinds. */
export interface Listing {
  list<Kind extends KubeObject>(kind: string): readonly Kind[];
}

/** How a connection to a Service ends, by its name. */
export type ServiceAnswer =
  | 'answered'
  /** No Service of that name, or it has no such port. */
  | 'noService'
  /** No Pod behind it is ready. */
  | 'noEndpoint'
  /** A Pod behind it does not listen at the port to which it sends. */
  | 'refused';

/** The slices of a Service. */
export const slicesOf = (listing: Listing, { metadata }: Service): EndpointSlice[] =>
  listing
    .list<EndpointSlice>('EndpointSlice')
    .filter(
      (slice) =>
        slice.metadata.namespace === metadata.namespace &&
        slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name,
    );

const listensAt = (pod: Pod, port: number): boolean => {
  const ports = portsAt(listenersOf(pod), pod.status.podIP ?? '');
  return ports === 'any' || ports.includes(port);
};

/** Ready ones; when there are none, those that still serve while they end. Source: pkg/proxy/topology.go CategorizeEndpoints. */
export function usable<Of>(
  endpoints: readonly Of[],
  conditionsOf: (endpoint: Of) => Conditions,
): readonly Of[] {
  const ready = endpoints.filter((endpoint) => conditionsOf(endpoint).ready);
  return ready.length > 0 ? ready : endpoints.filter((endpoint) => isLeaving(conditionsOf(endpoint)));
}

type Conditions = Readonly<Record<'ready' | 'serving' | 'terminating', boolean>>;

/** It ends and still serves. */
export const isLeaving = ({ serving, terminating }: Conditions): boolean => serving && terminating;

export const serviceOf = (listing: Listing, namespace: string, name: string): Service | undefined =>
  listing
    .list<Service>('Service')
    .find(({ metadata }) => metadata.name === name && (metadata.namespace ?? 'default') === namespace);

/**
 * How a connection from a Pod of a namespace to `host:port` ends, as the objects stand, whichever Pod it is given: `host` is a
 * Service's name there. A headless Service gives its Pods' addresses, so the port is the Pods' own. Left out: other namespaces,
 * names of single Pods, what is broken between nodes.
 */
export function answerOfService(
  listing: Listing,
  namespace: string,
  host: string,
  port: number,
): ServiceAnswer {
  const service = serviceOf(listing, namespace, host);
  if (!service) return 'noService';
  const isHeadless = service.spec.clusterIP === 'None';
  const own = service.spec.ports?.find((one) => one.port === port);
  if (!own && !isHeadless) return 'noService';
  const slices = slicesOf(listing, service);
  const targets = slices.flatMap((slice) => {
    const target = slice.ports.find(({ name = '' }) => name === (own?.name ?? ''))?.port;
    return usable(slice.endpoints, ({ conditions }) => conditions).map(({ addresses }) => ({
      address: addresses[0],
      port: isHeadless ? port : target,
    }));
  });
  if (targets.length === 0) return 'noEndpoint';
  const pods = listing.list<Pod>('Pod');
  const isOpen = (target: (typeof targets)[number]) => {
    const pod = pods.find(({ status }) => status.podIP === target.address && status.phase === 'Running');
    return pod !== undefined && listensAt(pod, target.port ?? 0);
  };
  return targets.every(isOpen) ? 'answered' : 'refused';
}
