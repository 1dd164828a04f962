import type { KubeObject } from './meta';

export interface CronJob extends KubeObject {
  readonly kind: 'CronJob';
}
