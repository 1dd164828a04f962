import { atLeastZero, required } from '../api/refusal';
import type { ControllerRevision } from '../objects';
import { defineKind } from './kind';
import { immutableField } from './workload';

/** Source: pkg/apis/apps/validation ValidateControllerRevision, ValidateControllerRevisionUpdate (v1.37). */
export const controllerrevision = defineKind<ControllerRevision>({
  kind: 'ControllerRevision',
  apiVersion: 'apps/v1',
  plural: 'controllerrevisions',
  hasStatus: false,
  validate: ({ data, revision }) => [
    ...(data ? [] : [required('data', 'data is mandatory')]),
    ...atLeastZero('revision', revision),
  ],
  validateUpdate: ({ data }, before) => immutableField('data', data, before.data),
});
