import { isSame } from '../api/merge';
import { fnv1a, safeEncode } from '../chance';
import { controllerOf, controllerRef } from '../keys';
import type {
  ControllerRevision,
  KubeObject,
  LabelSelector,
  Labels,
  Manifest,
  PodTemplate,
} from '../objects';
import { selects } from '../selector';
import type { Reading } from '../store';
import { managedBy } from './controller-ref';

/**
 * The templates that an owner has had, as ControllerRevisions: what StatefulSets and DaemonSets have in common.
 * Models pkg/controller/history/controller_history.go (v1.37).
 * Leaves out: Kubernetes' own hash of a template, so that the suffixes differ from those of a real cluster.
 */

export const revisionLabel = 'controller-revision-hash';

/** The hash of a value, in Kubernetes' alphabet; `collisions` gives another one to the same value. */
export const hashOf = (value: unknown, collisions = 0): string =>
  safeEncode(String(fnv1a(`${JSON.stringify(value)}${collisions || ''}`)));

/** The revision's name says what is in it. Source: ControllerRevisionName. */
export const newRevision = (
  owner: KubeObject,
  template: PodTemplate,
  hash: string,
  revision: number,
  annotations?: Labels,
): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  metadata: {
    name: `${owner.metadata.name.slice(0, 223)}-${hash}`,
    namespace: owner.metadata.namespace,
    labels: { ...template.metadata?.labels, [revisionLabel]: hash },
    ...(annotations && { annotations }),
    ownerReferences: [controllerRef(owner)],
  },
  data: { spec: { template: { ...template, $patch: 'replace' } } },
  revision,
});

/** The template that a revision keeps. */
export function templateOf({ data }: ControllerRevision): PodTemplate {
  const { $patch: _, ...template } = data.spec.template;
  return template;
}

const byRevision = (a: ControllerRevision, b: ControllerRevision): number =>
  a.revision - b.revision ||
  (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? -1 : 0) ||
  (a.metadata.creationTimestamp > b.metadata.creationTimestamp ? 1 : 0) ||
  (a.metadata.name < b.metadata.name ? -1 : 1);

/** The owner's revisions, the oldest number first. */
export const revisionsOf = (reading: Reading, owner: KubeObject): ControllerRevision[] =>
  managedBy<ControllerRevision>(reading, owner, 'ControllerRevision').sort(byRevision);

/** The newest revision that holds this very template. */
export const revisionWith = (
  revisions: readonly ControllerRevision[],
  template: PodTemplate,
): ControllerRevision | undefined => revisions.findLast((revision) => isSame(templateOf(revision), template));

/** Revisions that nobody manages and that the selector finds: an earlier owner of the name left them behind. */
export const orphanRevisions = (
  reading: Reading,
  owner: KubeObject,
  selector: LabelSelector,
): ControllerRevision[] =>
  reading
    .list<ControllerRevision>('ControllerRevision')
    .filter(
      ({ metadata }) =>
        metadata.namespace === owner.metadata.namespace &&
        !controllerOf(metadata) &&
        selects(selector, metadata.labels),
    );

/** The newest number, as the template that is used now has to have it. */
export const nextRevision = (revisions: readonly ControllerRevision[]): number =>
  Math.max(0, ...revisions.map(({ revision }) => revision)) + 1;
