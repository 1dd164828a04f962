import type { LoadChoice } from './load-choice';
import { windowSeconds } from './load-choice';
import type { LoadLook, MetricSeen } from './load-run';

/** The formula with the numbers of one metric. */
export interface Formula extends MetricSeen {
  readonly count: number;
  /** count × percent ÷ target. */
  readonly exact: number;
  /** Rounded up, or `count` where the ratio is within the tolerance. */
  readonly replicas: number;
  readonly isWithin: boolean;
}

export type Unknown = 'noScale' | 'noServer' | 'noRequest' | 'notMeasured' | 'notReady' | 'other';

/**
 * How an HPA came from what it saw to what it wrote, in the order in which it goes: the formula of each metric, the wish, the
 * window, the limit. `isYoung`: the wish is another than the formula's, for Pods that are not measured, or too new, are taken to
 * use nothing. Source: replica_calculator.go, horizontal.go (v1.37).
 */
export type LoadAccount =
  | { readonly isKnown: false; readonly why: Unknown }
  | {
      readonly isKnown: true;
      readonly formulas: readonly Formula[];
      /** The one that asks for most. */
      readonly first: Formula;
      readonly wish: number;
      readonly isYoung: boolean;
      readonly held?: { readonly highest: number; readonly seconds: number };
      readonly limit?: Limit;
      readonly after: number;
    };

export type Limit = 'doubles' | 'adds' | 'most' | 'least' | 'single';

/** `horizontalPodAutoscalerTolerance` of the cluster's flags (tested), which would bring the engine into the page's script. */
const tolerance = 0.1;

/** Thousandths away from a whole number nothing is rounded up. */
const roundedUp = (exact: number): number => Math.ceil(Number(exact.toPrecision(12)));

export function formulaOf(count: number, metric: MetricSeen): Formula {
  const { percent, target } = metric;
  const isWithin = Math.abs(percent / target - 1) <= tolerance + 1e-9;
  const exact = (count * percent) / target;
  return { ...metric, count, exact, isWithin, replicas: isWithin ? count : roundedUp(exact) };
}

function whyUnknown({ state, failure = '' }: LoadLook): Unknown {
  if (state === 'failedGetScale') return 'noScale';
  if (failure.includes('get pods.metrics.k8s.io')) return 'noServer';
  if (failure.includes('missing request')) return 'noRequest';
  if (failure.includes('no metrics returned from resource metrics API')) return 'notMeasured';
  return failure.includes('pods might be unready') ? 'notReady' : 'other';
}

/** With a behavior, whose defaults count, it may add four as well. */
function limitOf({ limit, before, after }: LoadLook, { descent }: LoadChoice): Limit | undefined {
  if (limit === 'TooManyReplicas') return 'most';
  if (limit === 'TooFewReplicas') return 'least';
  if (limit === 'ScaleDownLimit') return 'single';
  if (limit !== 'ScaleUpLimit') return undefined;
  return descent !== 'default' && after <= before + 4 ? 'adds' : 'doubles';
}

export function accountOf(look: LoadLook, choice: LoadChoice): LoadAccount {
  const formulas = look.metrics.map((metric) => formulaOf(look.before, metric));
  const [first] = [...formulas].sort((one, other) => other.replicas - one.replicas);
  if (first === undefined || look.wish === undefined) return { isKnown: false, why: whyUnknown(look) };
  const { wish, highest = wish, after } = look;
  const isHeld = highest > wish && after > wish;
  const limit = limitOf(look, choice);
  return {
    isKnown: true,
    formulas,
    first,
    wish,
    isYoung: first.replicas !== wish,
    ...(isHeld && { held: { highest, seconds: windowSeconds[choice.descent] } }),
    ...(limit && { limit }),
    after,
  };
}
