import type { Job } from '../objects';
import { defineKind } from './kind';

export const job = defineKind<Job>({
  kind: 'Job',
  apiVersion: 'batch/v1',
  plural: 'jobs',
});
