import type { DaemonSet } from '../objects';
import { defineKind } from './kind';

export const daemonset = defineKind<DaemonSet>({
  kind: 'DaemonSet',
  apiVersion: 'apps/v1',
  plural: 'daemonsets',
});
