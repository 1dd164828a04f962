import { isSame } from '../cluster/api/merge';
import type { KubeObject } from '../cluster/objects';
import { askedOrTried, type Call, type DryRun } from './call';
import type { Flag } from './flags/flag';
import type { Info } from './infos';

/** `--record`: the line that changed an object, in an annotation of it. Models cli-runtime record_flags.go (v1.37). */

export const changeCauseAnnotation = 'kubernetes.io/change-cause';

export const recordFlag: Flag = {
  name: 'record',
  kind: 'bool',
  says: 'keep the line in the annotation kubernetes.io/change-cause',
  deprecated: '--record will be removed in the future',
};

/** The line as it is kept: the words, then the flags, each with its value. Source: parseCommandArguments. */
function causeOf({ path, words, flags }: Pick<Call, 'path' | 'words' | 'flags'>): string {
  const typed = flags.typed.flatMap(([name, values]) => values.map((value) => `--${name}=${value}`));
  return [path, ...words, ...typed].join(' ');
}

interface Annotated {
  readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
}

/** An object with the line in its annotation, if `--record` was typed. */
export function recorded<T extends Annotated>(call: Pick<Call, 'path' | 'words' | 'flags'>, object: T): T {
  if (!call.flags.bool('record')) return object;
  const annotations = { ...object.metadata.annotations, [changeCauseAnnotation]: causeOf(call) };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** An object that was changed, with the line in its annotation: a patch of its own. Source: MakeRecordMergePatch. */
export function withCause(
  call: Call,
  { resource, namespace, name }: Info,
  after: KubeObject,
  dryRun: DryRun,
): KubeObject {
  const { annotations } = recorded(call, after).metadata;
  if (isSame(annotations, after.metadata.annotations)) return after;
  const body = { metadata: { annotations } };
  const target = { verb: 'patch', kind: resource.kind, name, namespace, type: 'merge', body } as const;
  return askedOrTried(call, dryRun, target) ?? after;
}
