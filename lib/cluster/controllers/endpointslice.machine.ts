import { isSame } from '../api/merge';
import { type Beliefs, noBeliefs } from '../belief';
import { controllerRef, isTerminating, keyFor, kindOf, namespaceOf } from '../keys';
import type { EndpointSlice, Labels, Pod, Service } from '../objects';
import { hasEnded, isReady } from '../pods';
import type { Reading } from '../store';
import type { Controller, SyncContext, SyncResult, Write } from './controller';
import { isSelectedBy, wantedGroups } from './endpointslice/endpoints';
import { type Plan, planOf } from './endpointslice/plan';
import { decide, machineOf, type Rule } from './rules';

/**
 * Keeps the lists of a Service's Pods. One machine for each Service.
 * Models pkg/controller/endpointslice and staging/src/k8s.io/endpointslice (v1.37).
 * Leaves out: IPv6, topology hints, the annotation of the last change that caused a write.
 */
export interface Observed {
  readonly service: Service;
  readonly slices: readonly EndpointSlice[];
  readonly plan: Plan;
}

export const serviceNameLabel = 'kubernetes.io/service-name';
const managedBy = 'endpointslice.kubernetes.io/managed-by';
const itself = 'endpointslice-controller.k8s.io';

/** The Service's own labels, and whose slice it is. Source: utils.go setEndpointSliceLabels. */
const labelsOf = ({ metadata, spec }: Service): Labels => ({
  ...metadata.labels,
  [serviceNameLabel]: metadata.name,
  [managedBy]: itself,
  ...(spec.clusterIP === 'None' && { 'service.kubernetes.io/headless': '' }),
});

const create = (service: Service, content: Plan['create'][number]): Write => ({
  do: 'create',
  object: {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      generateName: `${service.metadata.name}-`,
      namespace: service.metadata.namespace,
      labels: labelsOf(service),
      ownerReferences: [controllerRef(service)],
    },
    addressType: 'IPv4',
    ...content,
  },
});

const isDue = ({ create: made, update, delete: gone }: Plan): boolean =>
  made.length + update.length + gone.length > 0;

const mislabelled = ({ service, slices }: Observed): EndpointSlice[] =>
  slices.filter(({ metadata }) => !isSame(metadata.labels, labelsOf(service)));

export const endpointsliceRules: readonly Rule<Observed>[] = [
  { name: 'serviceIsGoing', state: 'unmanaged', holds: ({ service }) => isTerminating(service) },
  {
    name: 'serviceHasNoSelector',
    state: 'unmanaged',
    holds: ({ service }) => !service.spec.selector || service.spec.type === 'ExternalName',
  },
  {
    name: 'sliceIsMissing',
    state: 'creatingSlice',
    holds: ({ slices }) => slices.length === 0,
    writes: ({ service, plan }) => plan.create.map((content) => create(service, content)),
  },
  {
    name: 'endpointsDiffer',
    state: 'updatingSlice',
    holds: ({ plan }) => isDue(plan),
    writes: ({ service, plan }) => [
      ...plan.create.map((content) => create(service, content)),
      ...plan.update.map((object): Write => ({ do: 'update', object })),
      ...plan.delete.map((object): Write => ({ do: 'delete', object })),
    ],
  },
  {
    name: 'labelsDiffer',
    state: 'labellingSlice',
    holds: (o) => mislabelled(o).length > 0,
    writes: (o) =>
      mislabelled(o).map((slice) => ({
        do: 'update',
        object: { ...slice, metadata: { ...slice.metadata, labels: labelsOf(o.service) } },
      })),
  },
  { name: 'endpointsMatch', state: 'steady', holds: () => true },
];

export const endpointsliceMachine = machineOf('endpointslice', endpointsliceRules);

const slicesOf = (reading: Reading, service: Service): EndpointSlice[] =>
  reading
    .ownedBy(service.metadata.uid)
    .filter((object): object is EndpointSlice => object.kind === 'EndpointSlice')
    .filter(({ metadata }) => metadata.labels?.[managedBy] === itself && !metadata.deletionTimestamp)
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));

/** Whether a Service would list the Pod otherwise than before. Source: util/endpoint podEndpointsChanged. */
const isListedOtherwise = (before: Pod, after: Pod): boolean =>
  before.status.podIP !== after.status.podIP ||
  before.spec.nodeName !== after.spec.nodeName ||
  isTerminating(before) !== isTerminating(after) ||
  hasEnded(before) !== hasEnded(after) ||
  isReady(before) !== isReady(after) ||
  !isSame(before.metadata.labels, after.metadata.labels);

const servicesOf = (reading: Reading, namespace: string, pods: readonly Pod[], beliefs: Beliefs): string[] =>
  reading
    .list<Service>('Service')
    .filter(({ metadata, spec: { selector } }) => {
      if (metadata.namespace !== namespace || !selector) return false;
      return pods.some((pod) => isSelectedBy(selector, pod.metadata.labels, beliefs));
    })
    .map(({ metadata }) => keyFor('Service', namespace, metadata.name));

export const endpointsliceController: Controller = {
  name: 'endpointslice-controller',
  machine: 'endpointslice',
  kinds: ['Service', 'Pod', 'EndpointSlice'],
  delayMs: 12,
  concerns({ key, before, after }, reading, beliefs = noBeliefs) {
    if (kindOf(key) === 'Service') return [key];
    if (kindOf(key) === 'EndpointSlice') {
      const name = (after ?? before)?.metadata.labels?.[serviceNameLabel];
      return name ? [keyFor('Service', namespaceOf(key), name)] : [];
    }
    if (before && after && !isListedOtherwise(before as Pod, after as Pod)) return [];
    const pods = [before, after].filter((pod): pod is Pod => pod !== undefined);
    return servicesOf(reading, namespaceOf(key), pods, beliefs);
  },
  sync(key, { reading, state, beliefs = noBeliefs }: SyncContext): SyncResult {
    const service = reading.get<Service>(key);
    if (!service) return { writes: [] };
    const slices = slicesOf(reading, service);
    const plan = planOf(wantedGroups(service, reading, beliefs), slices);
    return decide(endpointsliceMachine, endpointsliceRules, state, { service, slices, plan }, beliefs);
  },
};
