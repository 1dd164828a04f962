import type { HorizontalPodAutoscaler } from '../objects';
import { defineKind } from './kind';

export const horizontalpodautoscaler = defineKind<HorizontalPodAutoscaler>({
  kind: 'HorizontalPodAutoscaler',
  apiVersion: 'autoscaling/v2',
  plural: 'horizontalpodautoscalers',
});
