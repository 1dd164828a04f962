import type { CronJob } from '../objects';
import { defineKind } from './kind';

export const cronjob = defineKind<CronJob>({
  kind: 'CronJob',
  apiVersion: 'batch/v1',
  plural: 'cronjobs',
});
