import { describe, expect, it } from 'vitest';
import {
  type Memory,
  nothingRemembered,
  remembered,
} from '@/lib/cluster/controllers/horizontalpodautoscaler/memory';
import {
  normalizedByBehavior,
  normalizedByDefault,
  scaleDownLimit,
  scaleUpLimit,
  type Wish,
  withScaleEvent,
} from '@/lib/cluster/controllers/horizontalpodautoscaler/normalize';
import { horizontalpodautoscaler } from '@/lib/cluster/kinds/horizontalpodautoscaler';
import type { HorizontalPodAutoscaler, ScalingRules } from '@/lib/cluster/objects';

const nowMs = 1_000_000;

/** `5@10`: five, ten seconds ago. */
const entries = (texts: readonly string[]) =>
  texts.map((text) => {
    const [n = '0', ago = '0'] = text.split('@');
    return { n: Number(n), atMs: nowMs - Number(ago) * 1000 };
  });
const recommended = (...texts: string[]): Partial<Memory> => ({
  recommendations: entries(texts).map(({ n, atMs }) => ({ replicas: n, atMs })),
});
const rescaled = (ups: readonly string[], downs: readonly string[] = []): Partial<Memory> => ({
  scaleUps: entries(ups).map(({ n, atMs }) => ({ change: n, atMs })),
  scaleDowns: entries(downs).map(({ n, atMs }) => ({ change: n, atMs })),
});

const wishOf = (
  current: number,
  desired: number,
  memory: Partial<Memory> = {},
  [min, max]: readonly [number, number] = [1, 100],
): Wish => ({
  currentReplicas: current,
  desiredReplicas: desired,
  minReplicas: min,
  maxReplicas: max,
  memory: { ...nothingRemembered, ...memory },
  nowMs,
  downscaleWindowMs: 300_000,
});

const behaviorOf = (behavior: { scaleUp?: ScalingRules; scaleDown?: ScalingRules }) => {
  const given = { spec: { maxReplicas: 10, behavior } } as unknown as HorizontalPodAutoscaler;
  return horizontalpodautoscaler.defaulted(given).spec.behavior ?? {};
};

const told = ({ replicas, able, limit }: ReturnType<typeof normalizedByDefault>): string =>
  `${replicas} ${able.reason} ${limit.isLimited ? 'limited' : 'free'} ${limit.reason}`;

describe('without a behavior', () => {
  it.each<readonly [string, Wish, string]>([
    ['what is wished is done', wishOf(4, 6), '6 ReadyForNewScale free DesiredWithinRange'],
    ['at most twice as many', wishOf(5, 30), '10 ReadyForNewScale limited ScaleUpLimit'],
    ['but always up to four', wishOf(1, 30), '4 ReadyForNewScale limited ScaleUpLimit'],
    ['never above maxReplicas', wishOf(3, 9, {}, [1, 5]), '5 ReadyForNewScale limited TooManyReplicas'],
    [
      'the nearer of two limits says why',
      wishOf(2, 9, {}, [1, 6]),
      '4 ReadyForNewScale limited ScaleUpLimit',
    ],
    ['never below minReplicas', wishOf(3, 1, {}, [3, 5]), '3 ReadyForNewScale limited TooFewReplicas'],
    [
      'the highest wish of five minutes stands',
      wishOf(6, 2, recommended('6@299', '4@10')),
      '6 ScaleDownStabilized free DesiredWithinRange',
    ],
    [
      'the window has its edge in it',
      wishOf(6, 2, recommended('6@300')),
      '6 ScaleDownStabilized free DesiredWithinRange',
    ],
    [
      'what is older is forgotten',
      wishOf(6, 2, recommended('6@301')),
      '2 ReadyForNewScale free DesiredWithinRange',
    ],
    [
      'a wish upwards is not held back',
      wishOf(4, 6, recommended('4@1')),
      '6 ReadyForNewScale free DesiredWithinRange',
    ],
    [
      'a higher wish of before is still followed',
      wishOf(4, 4, recommended('7@60')),
      '7 ScaleDownStabilized free DesiredWithinRange',
    ],
  ])('%s', (_, wish, expected) => {
    expect(told(normalizedByDefault(wish))).toBe(expected);
  });

  it('remembers each wish, in place of one that is too old', () => {
    const { recommendations } = normalizedByDefault(wishOf(6, 2, recommended('6@400', '5@20')));
    expect(recommendations).toEqual([
      { replicas: 2, atMs: nowMs },
      { replicas: 5, atMs: nowMs - 20_000 },
    ]);
  });
});

const up = (rules: ScalingRules) => behaviorOf({ scaleUp: rules });
const down = (rules: ScalingRules) => behaviorOf({ scaleDown: { stabilizationWindowSeconds: 0, ...rules } });
const pods = (value: number, periodSeconds = 60) => ({ type: 'Pods' as const, value, periodSeconds });
const percent = (value: number, periodSeconds = 60) => ({ type: 'Percent' as const, value, periodSeconds });

describe('with a behavior', () => {
  it.each<readonly [string, Wish, ReturnType<typeof behaviorOf>, string]>([
    [
      'up by the policy',
      wishOf(2, 10),
      up({ policies: [pods(1)] }),
      '3 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'no more within the period',
      wishOf(3, 10, rescaled(['1@30'])),
      up({ policies: [pods(1)] }),
      '3 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'again after it',
      wishOf(3, 10, rescaled(['1@60'])),
      up({ policies: [pods(1)] }),
      '4 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'what went meanwhile may come back',
      wishOf(3, 10, rescaled([], ['2@30'])),
      up({ policies: [pods(1)] }),
      '6 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'percent are rounded up',
      wishOf(3, 10),
      up({ policies: [percent(10)] }),
      '4 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'the policy that changes most',
      wishOf(4, 30),
      up({ policies: [pods(1), percent(100)] }),
      '8 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'the policy that changes least',
      wishOf(4, 30),
      up({ selectPolicy: 'Min', policies: [pods(1), percent(100)] }),
      '5 ReadyForNewScale limited ScaleUpLimit',
    ],
    [
      'upwards disabled',
      wishOf(4, 30),
      up({ selectPolicy: 'Disabled' }),
      '4 ReadyForNewScale limited ScaleUpLimit',
    ],
    ['maxReplicas', wishOf(4, 30, {}, [1, 6]), up({}), '6 ReadyForNewScale limited TooManyReplicas'],
    ['by default four more', wishOf(2, 30), up({}), '6 ReadyForNewScale limited ScaleUpLimit'],
    ['by default twice as many', wishOf(6, 30), up({}), '12 ReadyForNewScale limited ScaleUpLimit'],
    [
      'down by the policy',
      wishOf(10, 2),
      down({ policies: [pods(3)] }),
      '7 ReadyForNewScale limited ScaleDownLimit',
    ],
    [
      'percent downwards are cut',
      wishOf(5, 1),
      down({ policies: [percent(30)] }),
      '3 ReadyForNewScale limited ScaleDownLimit',
    ],
    [
      'no more within the period',
      wishOf(7, 2, rescaled([], ['3@59'])),
      down({ policies: [pods(3)] }),
      '7 ReadyForNewScale limited ScaleDownLimit',
    ],
    [
      'what came meanwhile may go again',
      wishOf(7, 1, rescaled(['2@30'])),
      down({ policies: [pods(1)] }),
      '4 ReadyForNewScale limited ScaleDownLimit',
    ],
    [
      'the policy that changes most, downwards',
      wishOf(10, 1),
      down({ policies: [pods(1), percent(50)] }),
      '5 ReadyForNewScale limited ScaleDownLimit',
    ],
    [
      'the policy that changes least, downwards',
      wishOf(10, 1),
      down({ selectPolicy: 'Min', policies: [pods(1), percent(50)] }),
      '9 ReadyForNewScale limited ScaleDownLimit',
    ],
    [
      'downwards disabled',
      wishOf(4, 1),
      down({ selectPolicy: 'Disabled' }),
      '4 ReadyForNewScale limited ScaleDownLimit',
    ],
    ['minReplicas', wishOf(4, 1, {}, [2, 9]), down({}), '2 ReadyForNewScale limited TooFewReplicas'],
    ['by default everything at once', wishOf(40, 1), down({}), '1 ReadyForNewScale free DesiredWithinRange'],
    [
      'a window upwards takes the lowest wish',
      wishOf(4, 9, recommended('6@20')),
      up({ stabilizationWindowSeconds: 30 }),
      '6 ScaleUpStabilized free DesiredWithinRange',
    ],
    [
      'and never goes down for it',
      wishOf(4, 9, recommended('2@20')),
      up({ stabilizationWindowSeconds: 30 }),
      '4 ScaleUpStabilized free DesiredWithinRange',
    ],
    [
      'a window downwards takes the highest wish',
      wishOf(9, 2, recommended('5@5', '4@1')),
      down({ stabilizationWindowSeconds: 8 }),
      '5 ScaleDownStabilized free DesiredWithinRange',
    ],
    [
      'the edge of such a window is out of it',
      wishOf(9, 2, recommended('5@8')),
      down({ stabilizationWindowSeconds: 8 }),
      '2 ReadyForNewScale free DesiredWithinRange',
    ],
    [
      'the flag says the window that a behavior leaves open',
      wishOf(9, 2, recommended('5@299')),
      behaviorOf({ scaleUp: {} }),
      '5 ScaleDownStabilized free DesiredWithinRange',
    ],
    ['what is wished is there', wishOf(3, 3), up({}), '3 ReadyForNewScale free DesiredWithinRange'],
  ])('%s', (_, wish, behavior, expected) => {
    expect(told(normalizedByBehavior(wish, behavior))).toBe(expected);
  });

  it('keeps a wish until both windows have passed it', () => {
    const behavior = behaviorOf({
      scaleUp: { stabilizationWindowSeconds: 30 },
      scaleDown: { stabilizationWindowSeconds: 8 },
    });
    const memory = recommended('6@20');
    expect(normalizedByBehavior(wishOf(4, 9, memory), behavior).recommendations).toHaveLength(2);
    expect(normalizedByBehavior(wishOf(4, 9, recommended('6@31')), behavior).recommendations).toEqual([
      { replicas: 9, atMs: nowMs },
    ]);
  });
});

describe('the limits of policies', () => {
  it('count from where the period began', () => {
    const memory = rescaled(['2@10', '5@70'], ['1@20']);
    const rules = { policies: [pods(4)] };
    expect(scaleUpLimit(wishOf(8, 99, memory), rules)).toBe(8 - 2 + 1 + 4);
    expect(scaleDownLimit(wishOf(8, 1, memory), rules)).toBe(8 - 2 + 1 - 4);
  });
});

describe('the memory of rescales', () => {
  const behavior = behaviorOf({ scaleUp: { policies: [pods(1, 60), percent(100, 15)] } });

  it('keeps ups and downs apart', () => {
    const after = withScaleEvent(
      withScaleEvent(nothingRemembered, behavior, 2, 5, nowMs),
      behavior,
      5,
      1,
      nowMs,
    );
    expect(after.scaleUps).toEqual([{ change: 3, atMs: nowMs }]);
    expect(after.scaleDowns).toEqual([{ change: 4, atMs: nowMs }]);
  });

  it('puts a new one in the place of one that no policy counts any more', () => {
    const memory = { ...nothingRemembered, ...rescaled(['7@61', '3@60']) };
    expect(withScaleEvent(memory, behavior, 2, 3, nowMs).scaleUps).toEqual([
      { change: 1, atMs: nowMs },
      { change: 3, atMs: nowMs - 60_000 },
    ]);
  });

  it('is not kept without a behavior', () => {
    expect(withScaleEvent(nothingRemembered, undefined, 2, 3, nowMs)).toBe(nothingRemembered);
  });

  it('never changes the list that it was given', () => {
    const list = Object.freeze([{ atMs: 1 }, { atMs: 2 }]);
    expect(remembered(list, { atMs: 9 }, ({ atMs }) => atMs < 3)).toEqual([{ atMs: 1 }, { atMs: 9 }]);
    expect(remembered(list, { atMs: 9 }, () => false)).toHaveLength(3);
  });
});
