import type { PodDisruptionBudget } from '../objects';
import { defineKind } from './kind';

export const poddisruptionbudget = defineKind<PodDisruptionBudget>({
  kind: 'PodDisruptionBudget',
  apiVersion: 'policy/v1',
  plural: 'poddisruptionbudgets',
});
