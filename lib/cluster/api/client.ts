import type { Command, LoadCommand, NodeCommand, Result, StartCommand } from '../command';
import type { Write } from '../controllers/controller';
import { type EventLimits, eventFor } from '../events';
import type { Cause } from '../journal';
import { keyOf } from '../keys';
import type { Event, KubeObject, Manifest, Pod } from '../objects';
import type { Store } from '../store';
import { decodedManifest } from './decoding';
import type { ApiServer } from './server';
import { typedManifest } from './typed-patch';

/** A command that talks to the API server, and not to a node. */
export type ApiCommand = Exclude<
  Command,
  { readonly pod: string } | NodeCommand | StartCommand | LoadCommand
>;

/** What a learner's command asks of the API server. */
export function request(api: ApiServer, command: ApiCommand, cause: Cause): Result<KubeObject | undefined> {
  const namespace = command.namespace ?? 'default';
  switch (command.verb) {
    case 'apply': {
      const typed = typedManifest(command.object);
      const sent = typed.ok ? decodedManifest(typed.value, 'asSent') : typed;
      return sent.ok ? api.apply(sent.value, cause) : sent;
    }
    case 'create': {
      const sent = decodedManifest(command.object);
      return sent.ok ? api.create(sent.value, cause) : sent;
    }
    case 'scale':
      return api.scale({ ...command, namespace }, command.replicas, cause);
    case 'patch':
      return api.patch(
        { ...command, namespace },
        command.type,
        command.body,
        cause,
        command.subresource === 'status' ? 'status' : 'spec',
      );
    case 'evict':
      return api.evict({ ...command, namespace }, command, cause);
    case 'delete': {
      // kubectl always says what becomes of the dependents: --cascade=background unless asked otherwise.
      const { propagationPolicy = 'Background' } = command;
      return api.delete({ ...command, namespace }, { ...command, propagationPolicy }, cause);
    }
  }
}

/** What a component that writes works with. */
export interface Bench {
  readonly api: ApiServer;
  readonly store: Store;
  readonly nowMs: number;
  readonly limits: EventLimits;
}

/** Does what a sync wants. False when the API server refused: somebody was faster, and the sync must be asked again. */
export function carryOut(at: Bench, write: Write, cause: Cause): boolean {
  const { api, store, nowMs } = at;
  switch (write.do) {
    case 'create': {
      const result = api.create(write.object, cause);
      const next = result.ok ? write.made?.(result.value) : write.refused?.(result.status);
      for (const following of next ?? []) carryOut(at, following, cause);
      return result.ok;
    }
    case 'update':
      return api.update(fresh(store, write.object), 'spec', cause).ok;
    case 'updateStatus':
      return api.update(fresh(store, write.object), 'status', cause).ok;
    case 'scale': {
      const { kind, metadata } = write.object;
      const key = { kind, namespace: metadata.namespace ?? '', name: metadata.name };
      return api.scale(key, write.replicas, cause).ok;
    }
    case 'finalize':
      return api.finalize(fresh(store, write.object), cause).ok;
    case 'bind':
      return api.bind(write.object as Pod, write.node, cause).ok;
    case 'delete': {
      const { kind, metadata } = write.object;
      const key = { kind, namespace: metadata.namespace ?? '', name: metadata.name };
      const { gracePeriodSeconds, propagationPolicy } = write;
      const options = { uid: metadata.uid, gracePeriodSeconds, propagationPolicy };
      return api.delete(key, options, cause).ok || !store.get(keyOf(write.object));
    }
    case 'event': {
      const event = eventFor(write, cause.by, nowMs, (key) => store.get<Event>(key));
      const unsaid = at.limits.take(write, cause.by, event, nowMs);
      if (unsaid === undefined) return true;
      const said = { ...event, count: Number(event.count) + unsaid };
      if ('uid' in event.metadata) api.update(said as Event, 'spec', cause);
      else api.create(said as Manifest, cause);
      return true;
    }
  }
}

/** Two writes of one sync to one object come one after the other: the second starts from what the first left. */
function fresh(store: Store, object: KubeObject): KubeObject {
  const stored = store.get(keyOf(object));
  if (stored?.metadata.uid !== object.metadata.uid) return object;
  const { resourceVersion } = stored.metadata;
  return { ...object, metadata: { ...object.metadata, resourceVersion } };
}
