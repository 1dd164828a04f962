import type { ControllerRevision } from '../objects';
import { defineKind } from './kind';

export const controllerrevision = defineKind<ControllerRevision>({
  kind: 'ControllerRevision',
  apiVersion: 'apps/v1',
  plural: 'controllerrevisions',
  hasStatus: false,
});
