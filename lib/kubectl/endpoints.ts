import type { EndpointSlice, KubeObject } from '../cluster/objects';
import type { Reading } from '../cluster/store';

const serviceNameLabel = 'kubernetes.io/service-name';

/** An address of a Service's Pods in the older API. */
export interface EndpointAddress {
  readonly ip: string;
  readonly nodeName?: string;
  readonly targetRef?: object;
}

export interface EndpointSubset {
  readonly addresses?: readonly EndpointAddress[];
  readonly notReadyAddresses?: readonly EndpointAddress[];
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly protocol: string }[];
}

export interface Endpoints extends KubeObject {
  readonly kind: 'Endpoints';
  readonly subsets?: readonly EndpointSubset[];
}

/**
 * The Endpoints of Services, made from their EndpointSlices: the model does not store them. Models what
 * pkg/controller/endpoint makes of the same Pods. Leaves out: metadata of their own (they carry the slice's).
 */
export function endpointsIn(reading: Reading): Endpoints[] {
  const found = new Map<string, Endpoints>();
  for (const slice of reading.list<EndpointSlice>('EndpointSlice')) {
    const name = slice.metadata.labels?.[serviceNameLabel];
    if (!name) continue;
    const key = `${slice.metadata.namespace}/${name}`;
    const before = found.get(key);
    const subset = subsetOf(slice);
    const subsets = [...(before?.subsets ?? []), ...(subset ? [subset] : [])];
    const { uid, resourceVersion, creationTimestamp, namespace } = slice.metadata;
    const metadata = before?.metadata ?? { name, namespace, uid, resourceVersion, creationTimestamp };
    found.set(key, { apiVersion: 'v1', kind: 'Endpoints', metadata, ...(subsets.length > 0 && { subsets }) });
  }
  return [...found.values()];
}

function subsetOf({ endpoints, ports }: EndpointSlice): EndpointSubset | undefined {
  const addressesOf = (isReady: boolean): EndpointAddress[] =>
    endpoints
      .filter(({ conditions }) => conditions.ready === isReady)
      .flatMap(({ addresses: [ip], nodeName, targetRef }) =>
        ip ? [{ ip, ...(nodeName && { nodeName }), ...(targetRef && { targetRef }) }] : [],
      )
      .sort((a, b) => (a.ip < b.ip ? -1 : 1));
  const addresses = addressesOf(true);
  const notReadyAddresses = addressesOf(false);
  if (addresses.length + notReadyAddresses.length === 0) return undefined;
  return {
    ...(addresses.length > 0 && { addresses }),
    ...(notReadyAddresses.length > 0 && { notReadyAddresses }),
    ports,
  };
}
