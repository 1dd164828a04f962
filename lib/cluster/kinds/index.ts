import type { ControllerRevision, Event, KubeObject, Node } from '../objects';
import { defineKind, type Kind } from './kind';
import { pod } from './pod';
import { endpointslice, service } from './service';
import { statefulset } from './statefulset';
import { claim, storageclass, volume } from './storage';

const node = defineKind<Node>({ kind: 'Node', apiVersion: 'v1', plural: 'nodes', namespaced: false });
const revision = defineKind<ControllerRevision>({
  kind: 'ControllerRevision',
  apiVersion: 'apps/v1',
  plural: 'controllerrevisions',
  hasStatus: false,
});
const event = defineKind<Event>({ kind: 'Event', apiVersion: 'v1', plural: 'events', hasStatus: false });

/** Every kind that this cluster serves, by name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [pod, statefulset, service, endpointslice, claim, volume, storageclass, node, revision, event].map(
    (kind) => [kind.kind, kind as unknown as Kind<KubeObject>],
  ),
);
