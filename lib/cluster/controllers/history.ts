import { isSame } from '../api/merge';
import { safeEncode } from '../chance';
import { byKey, controllerOf, controllerRef } from '../keys';
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
import { templateHash, utf8 } from '../template-hash';
import { managedBy } from './controller-ref';

/**
 * The templates that an owner has had, as ControllerRevisions: what StatefulSets and DaemonSets have in common.
 * Models pkg/controller/history/controller_history.go (v1.37).
 */

export const revisionLabel = 'controller-revision-hash';

/** The hash of a DaemonSet's template; `collisions` gives another one to the same template. Source: daemon/update.go snapshot. */
export const hashOf = (template: PodTemplate, collisions?: number): string =>
  templateHash(template, collisions);

/** FNV-1, 32 bits, over UTF-8. */
function fnv1(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8(text)) hash = Math.imul(hash, 0x01000193) ^ byte;
  return hash >>> 0;
}

/** JSON as Go writes maps: keys in the order of the alphabet, no letters of HTML. */
function goJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(byKey);
  return `{${fields.map(([key, one]) => `${goJson(key)}:${goJson(one)}`).join(',')}}`;
}

/** What a revision of this template keeps. Source: getPatch. */
const dataOf = (template: PodTemplate) => ({
  spec: { template: { ...template, $patch: 'replace' as const } },
});

/** The hash of a StatefulSet's revision, over what it keeps. Source: HashControllerRevision. */
export const revisionHash = (template: PodTemplate, collisions = 0): string =>
  safeEncode(String(fnv1(`${goJson(dataOf(template))}${collisions}`)));

/** Which label tells a revision's hash. Source: ControllerRevisionHashLabel, DefaultDaemonSetUniqueLabelKey. */
const hashLabels: Readonly<Record<string, string>> = { StatefulSet: 'controller.kubernetes.io/hash' };

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
    labels: { ...template.metadata?.labels, [hashLabels[owner.kind] ?? revisionLabel]: hash },
    ...(annotations && { annotations }),
    ownerReferences: [controllerRef(owner)],
  },
  data: dataOf(template),
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
