import type { Scenario } from './scenario';

/** Whether a reader may type lines and write manifests here. */
export const hasPrompt = ({ hands, files }: Pick<Scenario, 'hands' | 'files'>): boolean =>
  hands.includes('kubectl') || hands.includes('any') || files !== undefined;
