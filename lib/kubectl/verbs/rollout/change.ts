import type { Deployment } from '../../../cluster/objects';
import { timestamp } from '../../../cluster/time';
import { asked, type Call } from '../../call';
import { Failure, Refused } from '../../failure';
import { fieldManagerFlag, printFlags } from '../../flags/sets';
import { done } from '../../printers/done';
import { atOnce, type Verb } from '../../verb';
import { cannot, each, rolloutFlags, type Target } from './asked';

/** Patches one target, and says what was done to it. */
function patched(call: Call, { resource, namespace, name }: Target, body: object, operation: string): void {
  try {
    const object = asked(call, {
      verb: 'patch',
      kind: resource.kind,
      name,
      namespace,
      type: 'strategic',
      body,
    });
    if (object) done(call, object, operation);
  } catch (error) {
    throw error instanceof Refused ? new Failure(`failed to patch: ${error.message}`) : error;
  }
}

const flags = [...rolloutFlags, ...printFlags, fieldManagerFlag];

/** Source: pkg/polymorphichelpers/objectpauser.go, objectresumer.go. */
const setPaused = (paused: boolean): Verb['run'] =>
  atOnce((call) =>
    each(call, (target) => {
      if (target.resource.kind !== 'Deployment')
        throw cannot(target, `${paused ? 'pausing' : 'resuming'} is not supported`);
      const isPaused = (target.object as Deployment).spec.paused === true;
      if (isPaused === paused) throw cannot(target, paused ? 'is already paused' : 'is not paused');
      patched(call, target, { spec: { paused: paused || null } }, paused ? 'paused' : 'resumed');
    }),
  );

export const pause: Verb = {
  help: { says: 'Mark the provided resource as paused', usage: 'RESOURCE' },
  flags,
  run: setPaused(true),
};

export const resume: Verb = {
  help: { says: 'Resume a paused resource', usage: 'RESOURCE' },
  flags,
  run: setPaused(false),
};

const restartable = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

/** Makes new Pods of the same template, by an annotation with the moment. Source: objectrestarter.go. */
export const restart: Verb = {
  help: { says: 'Restart a resource', usage: 'RESOURCE' },
  flags,
  run: atOnce((call) =>
    each(call, (target) => {
      if (!restartable.has(target.resource.kind)) throw cannot(target, 'restarting is not supported');
      if ((target.object as Deployment).spec.paused)
        throw cannot(target, "can't restart paused deployment (run rollout resume first)");
      const restartedAt = timestamp(call.cluster.nowMs);
      const { template } = (target.object as Deployment).spec;
      if (template.metadata?.annotations?.['kubectl.kubernetes.io/restartedAt'] === restartedAt)
        throw new Failure(
          `failed to create patch for ${target.name}: if restart has already been triggered within the past second, please wait before attempting to trigger another`,
        );
      const annotations = { 'kubectl.kubernetes.io/restartedAt': restartedAt };
      patched(call, target, { spec: { template: { metadata: { annotations } } } }, 'restarted');
    }),
  ),
};
