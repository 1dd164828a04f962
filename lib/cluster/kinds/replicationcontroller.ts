import type { ReplicationController } from '../objects';
import { defineKind } from './kind';

export const replicationcontroller = defineKind<ReplicationController>({
  kind: 'ReplicationController',
  apiVersion: 'v1',
  plural: 'replicationcontrollers',
});
