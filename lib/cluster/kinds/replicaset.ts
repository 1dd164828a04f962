import type { ReplicaSet } from '../objects';
import { defineKind } from './kind';

export const replicaset = defineKind<ReplicaSet>({
  kind: 'ReplicaSet',
  apiVersion: 'apps/v1',
  plural: 'replicasets',
});
