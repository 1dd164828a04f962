import { isSame } from '../api/merge';
import { controllerRef, isTerminating, keyFor, kindOf, namespaceOf } from '../keys';
import type { Endpoint, EndpointSlice, Pod, Service } from '../objects';
import { hasEnded, isReady } from '../pods';
import { matchesLabels } from '../selector';
import type { Reading } from '../store';
import type { Controller, SyncContext, SyncResult } from './controller';
import { decide, machineOf, type Rule } from './rules';

/**
 * Keeps a Service's list of Pods. Models pkg/controller/endpointslice and staging/endpointslice/reconciler.go (v1.37).
 * Leaves out, so far: more than one slice a Service, named target ports that differ from Pod to Pod, topology hints.
 */
interface Observed {
  readonly service: Service;
  readonly slice: EndpointSlice | undefined;
  readonly wanted: Pick<EndpointSlice, 'endpoints' | 'ports'>;
}

export const serviceNameLabel = 'kubernetes.io/service-name';

const rules: readonly Rule<Observed>[] = [
  {
    name: 'serviceHasNoSelector',
    state: 'unmanaged',
    holds: ({ service }) => !service.spec.selector || service.spec.type === 'ExternalName',
  },
  {
    name: 'sliceIsMissing',
    state: 'creatingSlice',
    holds: ({ slice }) => !slice,
    writes: ({ service, wanted }) => [
      {
        do: 'create',
        object: {
          apiVersion: 'discovery.k8s.io/v1',
          kind: 'EndpointSlice',
          metadata: {
            generateName: `${service.metadata.name}-`,
            namespace: service.metadata.namespace,
            labels: {
              ...service.metadata.labels,
              [serviceNameLabel]: service.metadata.name,
              'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
            },
            ownerReferences: [controllerRef(service)],
          },
          addressType: 'IPv4',
          ...wanted,
        },
      },
    ],
  },
  {
    name: 'endpointsDiffer',
    state: 'updatingSlice',
    holds: ({ slice, wanted }) => !isSame({ endpoints: slice?.endpoints, ports: slice?.ports }, wanted),
    writes: ({ slice, wanted }) =>
      slice ? [{ do: 'update', object: { ...slice, ...wanted } as EndpointSlice }] : [],
  },
  { name: 'endpointsMatch', state: 'steady', holds: () => true },
];

export const endpointsliceMachine = machineOf('endpointslice', rules);

/** Pods that the selector finds and that have an address, in any condition short of having ended. */
function endpointOf(service: Service, pod: Pod): Endpoint[] {
  if (!pod.status.podIP || hasEnded(pod)) return [];
  const serving = isReady(pod);
  const terminating = isTerminating(pod);
  const ready = service.spec.publishNotReadyAddresses === true || (serving && !terminating);
  return [
    {
      addresses: [pod.status.podIP],
      conditions: { ready, serving, terminating },
      targetRef: {
        kind: 'Pod',
        name: pod.metadata.name,
        namespace: pod.metadata.namespace ?? '',
        uid: pod.metadata.uid,
      },
      ...(pod.spec.nodeName && { nodeName: pod.spec.nodeName }),
      ...(pod.spec.hostname &&
        pod.spec.subdomain === service.metadata.name && { hostname: pod.spec.hostname }),
    },
  ];
}

function portsOf(service: Service, pods: readonly Pod[]): EndpointSlice['ports'] {
  return (service.spec.ports ?? []).flatMap(({ name, protocol, targetPort, port }) => {
    const target =
      typeof targetPort === 'string'
        ? pods.flatMap((pod) =>
            pod.spec.containers.flatMap(
              (c) => c.ports?.find((p) => p.name === targetPort)?.containerPort ?? [],
            ),
          )[0]
        : (targetPort ?? port);
    return target === undefined ? [] : [{ ...(name && { name }), port: target, protocol: protocol ?? 'TCP' }];
  });
}

const sliceOf = (reading: Reading, service: Service): EndpointSlice | undefined =>
  reading
    .ownedBy(service.metadata.uid)
    .find((object): object is EndpointSlice => object.kind === 'EndpointSlice');

export const endpointsliceController: Controller = {
  name: 'endpointslice-controller',
  machine: 'endpointslice',
  kinds: ['Service', 'Pod', 'EndpointSlice'],
  delayMs: 12,
  concerns({ key, before, after }, reading) {
    if (kindOf(key) === 'Service') return [key];
    const object = after ?? before;
    if (kindOf(key) === 'EndpointSlice') {
      const name = object?.metadata.labels?.[serviceNameLabel];
      return name ? [keyFor('Service', namespaceOf(key), name)] : [];
    }
    return reading
      .list<Service>('Service')
      .filter(
        ({ metadata, spec }) =>
          metadata.namespace === namespaceOf(key) &&
          spec.selector &&
          [before, after].some((pod) => pod && matchesLabels(spec.selector ?? {}, pod.metadata.labels)),
      )
      .map(({ metadata }) => keyFor('Service', metadata.namespace ?? '', metadata.name));
  },
  sync(key, { reading, state }: SyncContext): SyncResult {
    const service = reading.get<Service>(key);
    if (!service || isTerminating(service)) return { writes: [] };
    const selector = service.spec.selector;
    const pods = selector
      ? reading
          .list<Pod>('Pod')
          .filter(
            (pod) =>
              pod.metadata.namespace === service.metadata.namespace &&
              matchesLabels(selector, pod.metadata.labels),
          )
      : [];
    const endpoints = pods.flatMap((pod) => endpointOf(service, pod));
    const wanted = { endpoints, ports: endpoints.length ? portsOf(service, pods) : [] };
    return decide(endpointsliceMachine, rules, state, { service, slice: sliceOf(reading, service), wanted });
  },
};
