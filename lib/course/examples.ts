import 'server-only';
import examples from '@/content/examples';
import type { Example } from '../lab/examples';

/** Clusters to load into the playground, in the order in which they are offered. */
export const getExamples = (): readonly Example[] => examples;
