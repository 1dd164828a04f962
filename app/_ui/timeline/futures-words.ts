import type { PodState } from '@/lib/lab/view';
import { spoken } from '../language/spoken';

/** Words of the score of several futures. */
export interface FuturesWords {
  readonly label: string;
  readonly forkAt: string;
  readonly youAreIn: string;
  readonly sameMoment: string;
  readonly noCommand: string;
  readonly firstDifference: string;
  /** What one object is in two futures: `{left}` in the upper, `{right}` in the lower one. */
  readonly differs: string;
  /** Another kind of object: it has other fields, or is only in one of the two. */
  readonly fieldDiffers: string;
  readonly onlyIn: string;
  readonly moreDiffer: string;
  readonly noLonger: string;
  readonly moreLanes: string;
  readonly goTo: string;
  readonly here: string;
  readonly drop: string;
  readonly notThere: string;
  /** States of a Pod as the lower halves of "web-1: not there | Running". */
  readonly states: Readonly<Record<PodState, string>>;
}

/** As kubectl prints them, in every language. */
export const kubectlStates = {
  pending: 'Pending',
  creating: 'ContainerCreating',
  ready: 'Running, Ready',
  terminating: 'Terminating',
  crashLoop: 'CrashLoopBackOff',
  failed: 'Failed',
  succeeded: 'Succeeded',
  unknown: 'Unknown',
} as const;

export const futuresWords = spoken('futures');
