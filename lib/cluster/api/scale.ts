import type { Result, Status } from '../command';
import { kinds } from '../kinds';
import { type Kind, resourceOf } from '../kinds/kind';
import type { KubeObject, LabelSelector, Labels } from '../objects';
import { accept, invalid, invalidValue, notFound, refuse } from './refusal';

/**
 * The scale subresource: how many replicas an object wants and has, whatever its kind.
 * Models the ScaleREST of pkg/registry/{apps/deployment,apps/replicaset,apps/statefulset,core/replicationcontroller}/storage
 * and pkg/apis/autoscaling/validation ValidateScale (v1.37).
 */
export interface Scale {
  readonly spec: { readonly replicas: number };
  readonly status: { readonly replicas: number; readonly selector: LabelSelector };
}

interface Scalable extends KubeObject {
  readonly spec: { readonly replicas?: number; readonly selector?: LabelSelector | Labels };
  readonly status?: { readonly replicas?: number };
}

export const scalableKinds: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

const isScalable = (object: KubeObject): object is Scalable => scalableKinds.has(object.kind);

/** A ReplicationController's selector is a plain map. */
const selectorOf = ({ kind, spec }: Scalable): LabelSelector =>
  kind === 'ReplicationController'
    ? { matchLabels: (spec.selector ?? {}) as Labels }
    : ((spec.selector ?? {}) as LabelSelector);

/** The scale of an object, or undefined for a kind that has none. */
export const scaleOf = (object: KubeObject): Scale | undefined =>
  isScalable(object)
    ? {
        spec: { replicas: object.spec.replicas ?? 1 },
        status: { replicas: object.status?.replicas ?? 0, selector: selectorOf(object) },
      }
    : undefined;

/** The object with so many replicas wanted, or why not: `Scale.autoscaling "web" is invalid: …`. */
export function withReplicas(object: KubeObject, replicas: number): Result<KubeObject> {
  const { name } = object.metadata;
  if (!isScalable(object)) return refuse(noScale('patch', object.kind, name));
  if (replicas < 0)
    return refuse(
      invalid('Scale', 'autoscaling', name, [
        invalidValue('spec.replicas', replicas, 'must be greater than or equal to 0'),
      ]),
    );
  return accept({ ...object, spec: { ...object.spec, replicas } });
}

/** What a client makes of a path that the API server does not serve. Source: NewGenericServerResponse. */
export const noScale = (verb: 'get' | 'patch', kind: string, name: string): Status => ({
  code: 404,
  reason: 'NotFound',
  message: `the server could not find the requested resource (${verb} ${kinds.get(kind)?.plural ?? kind} ${name})`,
});

/**
 * The scale of what a reference names, whatever version it says: a refusal is the one that the client of the scale
 * subresource hands on. Source: client-go scale, RESTMapper RESTMappings.
 */
export function scaleOfRef(
  ref: { readonly kind: string; readonly name: string; readonly apiVersion?: string },
  find: (kind: string, name: string) => KubeObject | undefined,
): Result<{ readonly target: KubeObject; readonly scale: Scale }> {
  const version = ref.apiVersion ?? '';
  const group = version.includes('/') ? (version.split('/')[0] ?? '') : '';
  const kind: Kind | undefined = kinds.get(ref.kind);
  if (kind?.group !== group)
    return refuse({
      code: 404,
      reason: 'NotFound',
      message: `no matches for kind ${JSON.stringify(ref.kind)} in group ${JSON.stringify(group)}`,
    });
  if (!scalableKinds.has(ref.kind)) return refuse(noScale('get', ref.kind, ref.name));
  const target = find(ref.kind, ref.name);
  const scale = target && scaleOf(target);
  return target && scale ? accept({ target, scale }) : refuse(notFound(resourceOf(kind), ref.name));
}
