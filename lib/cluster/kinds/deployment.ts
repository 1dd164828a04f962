import type { Deployment } from '../objects';
import { defineKind } from './kind';

export const deployment = defineKind<Deployment>({
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  plural: 'deployments',
});
