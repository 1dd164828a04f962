import { isSame } from '../api/merge';
import { nameProblems } from '../api/names';
import { type Fields, fieldsOf } from '../kinds/paths';
import type { KubeObject, PodSpec } from '../objects';
import { fractionWarnings, podWarnings, termWarnings } from './pod';
import { serviceWarnings } from './service';

/**
 * What the API server warns of beside taking an object. Models WarningsOnCreate and WarningsOnUpdate of pkg/registry/(kind) strategy.go
 * (v1.37), for the kinds that are served here.
 */

/** Where the spec of a kind's Pods stands. */
const templates: Readonly<Record<string, string>> = {
  Pod: 'spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
  ...Object.fromEntries(
    ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job'].map((kind) => [
      kind,
      'spec.template.spec',
    ]),
  ),
};

const at = (object: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, field) => (value as Fields | undefined)?.[field], object);

const ofPods = (object: KubeObject): string[] => {
  const path = templates[object.kind];
  const spec = path && at(object, path);
  return path && spec ? podWarnings(spec as PodSpec, path) : [];
};

/** Names that are names of Pods, too, or begin those. */
const names: Readonly<Record<string, string>> = {
  Pod: "this is used in the Pod's hostname",
  ...Object.fromEntries(
    ['Deployment', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob'].map((kind) => [
      kind,
      'this is used in Pod names and hostnames',
    ]),
  ),
};

function ofName({ kind, metadata: { name } }: KubeObject): string[] {
  const problems = names[kind] ? nameProblems(name, 'label') : [];
  return problems.length === 0
    ? []
    : [
        `metadata.name: ${names[kind]}, which can result in surprising behavior; a DNS label is recommended: [${problems.join(' ')}]`,
      ];
}

const claimSizes = (spec: unknown, here: string): string[] =>
  (['requests', 'limits'] as const).flatMap((list) =>
    fractionWarnings(
      at(spec, `resources.${list}.storage`) as string | undefined,
      `${here}.resources.${list}[storage]`,
    ),
  );

const oldClass = ({ metadata: { annotations } }: KubeObject): string[] =>
  annotations?.['volume.beta.kubernetes.io/storage-class'] === undefined
    ? []
    : [
        'metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use "storageClassName" attribute instead',
      ];

function ofVolume(object: KubeObject): string[] {
  const terms = fieldsOf(at(object, 'spec.nodeAffinity.required.nodeSelectorTerms'));
  return [
    ...oldClass(object),
    ...(at(object, 'spec.persistentVolumeReclaimPolicy') === 'Recycle'
      ? [
          'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
        ]
      : []),
    ...terms.flatMap((term, i) => termWarnings(term, `spec.nodeAffinity.required.nodeSelectorTerms[${i}]`)),
  ];
}

/** What is said of every writing, whatever it changes. */
function always(object: KubeObject, isNew: boolean): string[] {
  switch (object.kind) {
    case 'Service':
      return serviceWarnings(object);
    case 'PersistentVolume':
      return ofVolume(object);
    case 'PersistentVolumeClaim':
      return [...oldClass(object), ...claimSizes(object.spec, 'spec')];
    case 'StatefulSet': {
      const limit = at(object, 'spec.revisionHistoryLimit') as number | undefined;
      return [
        ...fieldsOf(at(object, 'spec.volumeClaimTemplates')).flatMap(({ spec }, i) =>
          claimSizes(spec, `spec.volumeClaimTemplates[${i}]${isNew ? '' : '.Spec'}`),
        ),
        ...((limit ?? 0) < 0
          ? [
              'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
            ]
          : []),
      ];
    }
    case 'CronJob':
      return !isNew && String(at(object, 'spec.schedule')).includes('TZ')
        ? [
            'cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details',
          ]
        : [];
    default:
      return [];
  }
}

/** Whether a change is one that Pods are looked at again for. Of a Pod itself nobody is warned later. */
function isOfPods(object: KubeObject, before: KubeObject): boolean {
  if (object.kind === 'Pod') return false;
  if (object.kind === 'DaemonSet') return !isSame(at(object, 'spec.template'), at(before, 'spec.template'));
  return object.metadata.generation !== before.metadata.generation;
}

/** Warnings of an object as it was taken; `before` is what stood there, absent for a new one. */
export function warningsOf(object: KubeObject, before?: KubeObject): readonly string[] {
  if (!before) return [...ofName(object), ...ofPods(object), ...always(object, true)];
  // Upstream compares a ReplicationController the other way round, so that the old template is looked at.
  const looked = object.kind === 'ReplicationController' ? before : object;
  return [...(isOfPods(object, before) ? ofPods(looked) : []), ...always(object, false)];
}
