import type { TimedCommand } from '../cluster/command';
import type { Text } from '../text';
import type { Scenario } from './scenario';

/** A cluster to load into the playground: what is done in it, and one sentence on what there is to see. */
export interface Example {
  readonly id: string;
  readonly title: Text;
  readonly sentence: Text;
  readonly nodes: number;
  readonly commands: readonly TimedCommand[];
  readonly openAtMs: number;
  readonly pauseAtMs: number;
  readonly images?: readonly string[];
}

export const defineExamples = (examples: readonly Example[]): readonly Example[] => examples;

/** How many nodes a playground may have. Each has 4 CPU, 8 GiB and room for 110 Pods. */
export const playNodes = { fewest: 1, usual: 3, most: 50 } as const;

const nodeNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `node-${index + 1}`);

/** A number of nodes that a playground can have: the nearest whole one. */
export const asNodeCount = (count: number): number =>
  Number.isNaN(count)
    ? playNodes.usual
    : Math.min(playNodes.most, Math.max(playNodes.fewest, Math.round(count)));

/** Where play of an empty cluster pauses by itself, ms: late enough to be no hindrance. */
const emptyPauseMs = 600_000;

/** A cluster without a lesson: nothing in it, nobody's subject, everything allowed. */
export const emptyScenario = (nodes: number, caption: Text): Scenario => ({
  id: `empty-${nodes}`,
  caption,
  seed: 1,
  nodes: nodeNames(nodes),
  commands: [],
  openAtMs: 0,
  pauseAtMs: emptyPauseMs,
  hands: ['kubectl', 'any'],
  images: ['app:v1', 'app:v2', 'app:broken'],
});

export const exampleScenario = ({ id, sentence, nodes, ...example }: Example): Scenario => ({
  id,
  caption: sentence,
  seed: 1,
  nodes: nodeNames(nodes),
  commands: example.commands,
  openAtMs: example.openAtMs,
  pauseAtMs: example.pauseAtMs,
  hands: ['kubectl', 'any'],
  images: example.images ?? ['app:v1', 'app:v2', 'app:broken'],
});
