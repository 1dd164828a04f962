import { isSame, strategicMerge } from '../../../cluster/api/merge';
import { controllerOf } from '../../../cluster/keys';
import type {
  ControllerRevision,
  KubeObject,
  ObjectMeta,
  PodTemplate,
  ReplicaSet,
} from '../../../cluster/objects';
import type { Call } from '../../call';
import { Failure } from '../../failure';
import { groupKind, type Target } from './asked';

export const revisionAnnotation = 'deployment.kubernetes.io/revision';
const changeCauseAnnotation = 'kubernetes.io/change-cause';

/** The revision that a Deployment or a ReplicaSet says it is. */
export function revisionOf({ annotations }: ObjectMeta): number | undefined {
  const text = annotations?.[revisionAnnotation];
  return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
}

/** One entry of an object's history. */
export interface Revision {
  readonly revision: number;
  /** The ReplicaSet or ControllerRevision that holds it. */
  readonly holder: KubeObject;
  readonly template: PodTemplate;
  readonly changeCause?: string;
}

const isOf = (object: KubeObject, owner: KubeObject): boolean =>
  controllerOf(object.metadata)?.uid === owner.metadata.uid;

/** The template that a ControllerRevision brings back. */
const templateOf = (object: KubeObject, { data }: ControllerRevision): PodTemplate =>
  (strategicMerge(object, data) as { spec: { template: PodTemplate } }).spec.template;

/** The history of a Deployment, DaemonSet or StatefulSet, oldest first. Source: pkg/polymorphichelpers/history.go. */
export function revisionsOf(call: Call, { object, resource }: Target, what = 'history viewer'): Revision[] {
  const owned = call.cluster.reading.ownedBy(object.metadata.uid).filter((one) => isOf(one, object));
  const cause = ({ metadata }: KubeObject) => {
    const changeCause = metadata.annotations?.[changeCauseAnnotation];
    return changeCause ? { changeCause } : {};
  };
  switch (resource.kind) {
    case 'Deployment':
      return owned
        .filter((one): one is ReplicaSet => one.kind === 'ReplicaSet')
        .flatMap((holder) => {
          const revision = revisionOf(holder.metadata);
          return revision === undefined
            ? []
            : [{ revision, holder, template: holder.spec.template, ...cause(holder) }];
        })
        .sort((a, b) => a.revision - b.revision);
    case 'DaemonSet':
    case 'StatefulSet':
      return owned
        .filter((one): one is ControllerRevision => one.kind === 'ControllerRevision')
        .map((holder) => ({
          revision: holder.revision,
          holder,
          template: templateOf(object, holder),
          ...cause(holder),
        }))
        .sort((a, b) => a.revision - b.revision);
    default:
      throw new Failure(`no ${what} has been implemented for ${JSON.stringify(groupKind(resource))}`);
  }
}

const hashLabel = 'pod-template-hash';

/** A template without the label that a ReplicaSet's own carries. */
export function withoutHash(template: PodTemplate): PodTemplate {
  const { [hashLabel]: _, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

export const isSameTemplate = (a: PodTemplate, b: PodTemplate): boolean =>
  isSame(withoutHash(a), withoutHash(b));
