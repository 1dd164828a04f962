import type { SwapApp, SwapAsks, SwapController, SwapStore } from '@/lib/lab/swap-test/choice';
import type { SwapFound } from '@/lib/lab/swap-test/run';
import type { SwapNoticed, SwapReason } from '@/lib/lab/swap-test/verdict';
import { spoken } from '../language/spoken';

/** Each word of the bench of the swap test, in one language; `{name}` is filled in. */
export interface SwapWords {
  readonly choose: Readonly<Record<'app' | 'controller' | 'store' | 'asks', string>>;
  readonly apps: Readonly<Record<SwapApp, string>>;
  readonly controllers: Readonly<Record<SwapController, string>>;
  readonly stores: Readonly<Record<SwapStore, string>>;
  readonly asks: Readonly<Record<SwapAsks, string>>;
  /** Of members of a database, who ask each other. */
  readonly membersAsk: string;
  /** The sentence: what clients noticed. `{client}`, `{pod}`, `{count}` of the first that did. */
  readonly verdicts: Readonly<Record<SwapNoticed | 'nothing' | 'waiting' | 'unswapped', string>>;
  /** Before the engine is there. */
  readonly asleep: string;
  readonly onlyMoments: string;
  /** It was seen before anything was replaced. */
  readonly unprovoked: Readonly<Partial<Record<SwapNoticed, string>>>;
  readonly passes: string;
  readonly fails: string;
  readonly open: string;
  readonly reasons: Readonly<Record<SwapReason, string>>;
  readonly sharing: string;
  readonly replace: string;
  readonly noPods: string;
  readonly replicas: string;
  readonly fewer: string;
  readonly more: string;
  readonly affinity: string;
  readonly affinities: Readonly<Record<'none' | 'ClientIP', string>>;
  readonly requests: string;
  readonly noRequests: string;
  /** One request: `{at}`, `{client}`, `{pod}`. */
  readonly found: Readonly<Record<SwapFound, string>>;
  /** The same of a member that is asked by another. */
  readonly foundMember: Readonly<Partial<Record<SwapFound, string>>>;
  readonly notices: string;
  readonly noticed: Readonly<Record<SwapNoticed | 'ok', string>>;
  readonly times: string;
  readonly manifests: string;
  readonly leftOut: string;
}

export const swapWords = spoken('swap');
