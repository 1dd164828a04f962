import type { SwapChoice } from './choice';
import type { SwapFound, SwapRequest, SwapRun } from './run';

/** What clients noticed, from the worst down; `nothing` when only what is expected was found. */
export const noticed = ['lost', 'elsewhere', 'loggedOut', 'gone', 'empty', 'cold', 'refused'] as const;
export type SwapNoticed = (typeof noticed)[number];

export interface SwapVerdict {
  /** `waiting`: nobody has had an answer yet. `unswapped`: all is well, and nothing was replaced. */
  readonly is: SwapNoticed | 'nothing' | 'waiting' | 'unswapped';
  /** The first request that found it so. */
  readonly request?: SwapRequest;
  /** Whether it was found before anything was replaced. */
  readonly isBeforeSwap: boolean;
  /** How often each was found. */
  readonly counts: Readonly<Record<SwapNoticed, number>>;
  /** The replica went, nobody missed anything but some seconds of answers. */
  readonly passes: boolean;
}

const isNoticed = (found: SwapFound): found is SwapNoticed =>
  (noticed as readonly SwapFound[]).includes(found);

/** What the run came to, as the swap test judges it. A refusal while the only replica is replaced is told, and passes. */
export function verdictOf({ requests, swaps, swappedAtMs }: SwapRun): SwapVerdict {
  const counts = Object.fromEntries(
    noticed.map((one) => [one, requests.filter(({ found }) => found === one).length]),
  ) as Record<SwapNoticed, number>;
  const worst = noticed.find((one) => counts[one] > 0);
  const request = requests.find(({ found }) => found === worst);
  const isBeforeSwap = request !== undefined && (swappedAtMs === undefined || request.atMs <= swappedAtMs);
  const last = requests.at(-1);
  const isBack = last !== undefined && !isNoticed(last.found);
  const passes = swaps > 0 && (worst === undefined || worst === 'cold' || worst === 'refused') && isBack;
  if (worst === undefined)
    return {
      is: requests.length === 0 ? 'waiting' : swaps === 0 ? 'unswapped' : 'nothing',
      isBeforeSwap: false,
      counts,
      passes,
    };
  return { is: worst, ...(request && { request }), isBeforeSwap, counts, passes };
}

/** Why it came so, as one of the sentences that the bench has. */
export type SwapReason =
  | 'imageHasAll'
  | 'layerGoes'
  | 'emptyDirGoes'
  | 'claimStays'
  | 'outsideStays'
  | 'eachItsOwn'
  | 'nameGoes'
  | 'nameStays'
  | 'noneReady'
  | 'notYet';

export function reasonOf(
  { is, isBeforeSwap }: SwapVerdict,
  { controller, store, asks, app }: SwapChoice,
): SwapReason {
  if (is === 'waiting' || is === 'unswapped') return 'notYet';
  const isNamed = asks === 'name' && controller === 'Deployment';
  if (is === 'gone' || (is === 'refused' && isNamed)) return isNamed ? 'nameGoes' : 'noneReady';
  if (is === 'refused') return 'noneReady';
  if (is === 'elsewhere' || isBeforeSwap) return 'eachItsOwn';
  if (is === 'nothing' && app === 'mongodb') return 'nameStays';
  if (store === 'image') return 'imageHasAll';
  if (store === 'outside') return 'outsideStays';
  if (store === 'layer') return 'layerGoes';
  if (store === 'emptyDir') return 'emptyDirGoes';
  return is === 'nothing' ? 'claimStays' : 'eachItsOwn';
}
