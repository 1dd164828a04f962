import { kinds } from '../cluster/kinds';
import type { Kind } from '../cluster/kinds/kind';
import type { KubeObject } from '../cluster/objects';
import type { Reading } from '../cluster/store';
import { endpointsIn } from './endpoints';
import { Failure } from './failure';

/** A resource as API discovery lists it. */
export interface Resource {
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly group: string;
  readonly version: string;
  /** `apps/v1`, `v1`. */
  readonly apiVersion: string;
  readonly namespaced: boolean;
  /** `all` and the like. */
  readonly categories: readonly string[];
  /** Every object of it, in the order of creation. */
  readonly objects: (reading: Reading) => readonly KubeObject[];
  readonly find: (reading: Reading, namespace: string, name: string) => KubeObject | undefined;
}

/** Short names. Source: pkg/registry, the ShortNames of each kind's REST storage. */
const shortNames: Readonly<Record<string, readonly string[]>> = {
  Pod: ['po'],
  ReplicationController: ['rc'],
  ReplicaSet: ['rs'],
  Deployment: ['deploy'],
  StatefulSet: ['sts'],
  DaemonSet: ['ds'],
  CronJob: ['cj'],
  HorizontalPodAutoscaler: ['hpa'],
  PodDisruptionBudget: ['pdb'],
  Service: ['svc'],
  Endpoints: ['ep'],
  PersistentVolumeClaim: ['pvc'],
  PersistentVolume: ['pv'],
  StorageClass: ['sc'],
  Node: ['no'],
  Namespace: ['ns'],
  Event: ['ev'],
  ConfigMap: ['cm'],
  ServiceAccount: ['sa'],
  Ingress: ['ing'],
  NetworkPolicy: ['netpol'],
  PriorityClass: ['pc'],
  ResourceQuota: ['quota'],
  LimitRange: ['limits'],
};

/** Members of the category `all`, in the order in which it expands. Source: discovery: group by group, by name. */
const inAll = [
  'Pod',
  'ReplicationController',
  'Service',
  'DaemonSet',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'HorizontalPodAutoscaler',
  'CronJob',
  'Job',
];

/** Resources of a real cluster that this one does not serve. */
const unmodelled = new Set(
  `bindings componentstatuses configmaps limitranges podtemplates resourcequotas secrets serviceaccounts
  mutatingwebhookconfigurations validatingwebhookconfigurations validatingadmissionpolicies customresourcedefinitions
  apiservices selfsubjectreviews tokenreviews localsubjectaccessreviews selfsubjectaccessreviews certificatesigningrequests
  leases flowschemas prioritylevelconfigurations ingressclasses ingresses ipaddresses networkpolicies servicecidrs
  runtimeclasses clusterrolebindings clusterroles rolebindings roles deviceclasses resourceclaims resourceslices
  priorityclasses csidrivers csinodes csistoragecapacities volumeattachments volumeattributesclasses
  cm secret sa ing netpol quota limits pc crd crds configmap serviceaccount ingress networkpolicy role rolebinding
  clusterrole clusterrolebinding resourcequota limitrange priorityclass ingressclass lease csr cs`.split(
    /\s+/,
  ),
);

const resourceOf = ({ kind, plural, group, apiVersion, namespaced }: Kind): Resource => ({
  kind,
  plural,
  singular: kind.toLowerCase(),
  shortNames: shortNames[kind] ?? [],
  group,
  version: apiVersion.split('/').at(-1) ?? '',
  apiVersion,
  namespaced,
  categories: inAll.includes(kind) ? ['all'] : [],
  objects: (reading) => reading.list(kind),
  find: (reading, namespace, name) => reading.find(kind, namespaced ? namespace : '', name),
});

/** Endpoints are not stored: they are what the EndpointSlices of a Service say together. */
const endpoints: Resource = {
  kind: 'Endpoints',
  plural: 'endpoints',
  singular: 'endpoints',
  shortNames: ['ep'],
  group: '',
  version: 'v1',
  apiVersion: 'v1',
  namespaced: true,
  categories: [],
  objects: endpointsIn,
  find: (reading, namespace, name) =>
    endpointsIn(reading).find(({ metadata }) => metadata.name === name && metadata.namespace === namespace),
};

/** Every resource that can be named. */
export const resources: readonly Resource[] = [...[...kinds.values()].map(resourceOf), endpoints];

const byKind = new Map(resources.map((one) => [one.kind, one]));

/** The resource of a kind that the cluster serves. Throws for another one: a programmer's mistake. */
export function resourceOfKind(kind: string): Resource {
  const found = byKind.get(kind);
  if (!found) throw new Error(`the cluster serves no kind ${kind}`);
  return found;
}

export const findKind = (kind: string): Resource | undefined => byKind.get(kind);

/** `pod`, `deployment.apps`: how kubectl names what it did something to. Source: cli-runtime printers NamePrinter. */
export const kindName = ({ kind, group }: Pick<Resource, 'kind' | 'group'>): string =>
  group ? `${kind.toLowerCase()}.${group}` : kind.toLowerCase();

/** `pods`, `deployments.apps`: how the API server names a resource in its messages. */
export const resourceName = ({ plural, group }: Pick<Resource, 'plural' | 'group'>): string =>
  group ? `${plural}.${group}` : plural;

const isNamed = (one: Resource, name: string): boolean =>
  one.plural === name || one.singular === name || one.shortNames.includes(name);

/** Versions in which the API server takes a resource. */
const versionsOf = ({ kind, version }: Resource): string[] => [
  version,
  ...Object.keys(kinds.get(kind)?.alsoServed ?? {}).map((other) => other.split('/').at(-1) ?? ''),
];

/**
 * The resource that a word names: plural, singular, short name or kind, with version and group if there are more:
 * `deployments.v1.apps`. Source: cli-runtime resource.Builder mappingFor, client-go restmapper shortcut.
 */
export function findResource(word: string): Resource | undefined {
  const [name = '', ...rest] = word.toLowerCase().split('.');
  const suffix = rest.join('.');
  return resources.find(
    (one) =>
      isNamed(one, name) &&
      (rest.length === 0 ||
        one.group === suffix ||
        versionsOf(one).some((version) => suffix === `${version}.${one.group}`)),
  );
}

/** Whether a real cluster has a resource of that name, and this one has not. */
export const isLeftOut = (word: string): boolean => unmodelled.has(word.toLowerCase());

/** Whether it is a type of a real cluster that this one does not have. */
export const isUnmodelled = (word: string): boolean =>
  unmodelled.has((word.split('.')[0] ?? '').toLowerCase());

export function resourceNamed(word: string): Resource {
  const found = findResource(word);
  if (found) return found;
  const [name = '', ...rest] = word.split('.');
  if (unmodelled.has(name.toLowerCase()))
    throw new Failure(
      `not modelled in Podium: ${name}; these are: ${resources.map(({ plural }) => plural).join(', ')}`,
    );
  const group = rest.join('.');
  const inGroup = group ? ` in group ${JSON.stringify(group)}` : '';
  throw new Failure(`the server doesn't have a resource type ${JSON.stringify(name)}${inGroup}`);
}

/** Names of types with categories replaced by what they hold: `all,pdb`. Source: Builder.ReplaceAliases. */
export const withoutCategories = (types: string): string =>
  types
    .split(',')
    .map((type) =>
      type === 'all' ? inAll.map((kind) => resourceName(resourceOfKind(kind))).join(',') : type,
    )
    .join(',');
