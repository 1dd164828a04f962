import type { KubeObject } from '../../../cluster/objects';
import type { Call } from '../../call';
import { each as actOnEach } from '../../each';
import { Failure } from '../../failure';
import type { Flag } from '../../flags/flag';
import { fileFlags, selectorFlag } from '../../flags/sets';
import { find, type Info } from '../../infos';
import { type Resource, resourceName } from '../../resources';

/** Flags of every `rollout …`. */
export const rolloutFlags: readonly Flag[] = [...fileFlags, selectorFlag];

export type Target = Info & { readonly object: KubeObject };

/** What a `rollout …` is about, and what was not found of it. */
export function targets(call: Call): {
  readonly found: readonly Target[];
  readonly failures: readonly Failure[];
} {
  const filenames = call.flags.all('filename');
  if (call.words.length === 0 && filenames.length === 0) throw new Failure('required resource not specified');
  const { infos, failures } = find(call, {
    args: call.words,
    filenames,
    selector: call.flags.text('selector'),
    typeAloneIsAll: true,
    latest: true,
  });
  return { found: infos.filter((info): info is Target => info.object !== undefined), failures };
}

/** `Deployment.apps`: a kind as Go prints it. Source: schema.GroupKind String. */
export const groupKind = ({ kind, group }: Resource): string => (group ? `${kind}.${group}` : kind);

/** Does something to each, then says what could not be done. */
export function each(call: Call, act: (target: Target) => void): void {
  const { found, failures } = targets(call);
  if (found.length === 0 && failures.length === 0) {
    call.err(`No resources found in ${call.namespace} namespace.`);
    return;
  }
  actOnEach({ infos: found, failures }, act);
}

/** `deployments.apps "web" is already paused`. */
export const cannot = ({ resource, name }: Info, why: string): Failure =>
  new Failure(`error: ${resourceName(resource)} ${JSON.stringify(name)} ${why}`);
