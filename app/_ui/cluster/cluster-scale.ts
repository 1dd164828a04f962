import type { LabView } from '@/lib/lab/view';

/** Pods from which on marks are small, px of look.md: 18 instead of 34. */
export const smallFrom = 60;
/** More Pods than this are cells of 16 px without words. */
export const cellsAbove = 250;
/** More Pods than this are drawn on a canvas where the scene lives; a still stays a drawing. */
export const canvasAbove = 119;
/** Above so many a node's Pods are one bar with shares. */
export const barsAbove = 2_000;
/** More nodes than this stand in a grid. */
const mostRows = 8;
/** Room of a node's name in a band of the grid, px. */
export const packedLabel = 66;

/** Whether nodes stand in a grid, with one row of places each. */
export const packs = (view: Pick<LabView, 'pods' | 'nodes'>): boolean =>
  view.pods.length >= smallFrom || view.nodes.length > mostRows;

const trunkStep = 12;

/** Where the trunk of the nth rake stands, from the left of the rows, px. */
export const trunkX = (compact: boolean, level: number): number => (compact ? 6 : 122) + level * trunkStep;
