import type { Condition } from './condition';
import type { ObjectTest } from './counted';
import type { Turn } from './gap-log';
import type { Gap } from './lack';
import { imageOf, machines, rowsClaim } from './migration-board';

const runs = (image: string): ObjectTest => ({ path: 'spec.containers', has: { image } });
const templateRuns = (image: string): ObjectTest => ({
  path: 'spec.template.spec.containers',
  has: { image },
});

const page: Condition = {
  way: { from: 'outside', through: ['squid:80', 'apache:80', 'mysql:3306'] },
  is: true,
};
const rows: Condition = {
  count: {
    kind: 'Pod',
    where: {
      all: [
        runs(imageOf.mysql),
        { ready: true },
        { path: 'spec.volumes', has: { persistentVolumeClaim: { claimName: rowsClaim } } },
      ],
    },
  },
  what: { en: 'Ready MySQL Pods with the old rows', zh: '带着旧数据、已就绪的 MySQL Pod' },
  atLeast: 1,
};

/** What the site does not need, each with the most that it may have. */
const needless = {
  bare: { kind: 'Pod', where: { not: { path: 'metadata.ownerReferences', exists: true } }, most: 0 },
  balancers: { kind: 'Pod', where: runs(imageOf.lvs), most: 0 },
  databases: { kind: 'Pod', where: { all: [runs(imageOf.mysql), { terminating: false }] }, most: 1 },
  sets: {
    kind: 'StatefulSet',
    where: { any: [templateRuns(imageOf.squid), templateRuns(imageOf.apache)] },
    most: 0,
  },
  claims: { kind: 'PersistentVolumeClaim', where: { all: [] }, most: 1 },
  doors: {
    kind: 'Service',
    where: { any: ['NodePort', 'LoadBalancer'].map((equals): ObjectTest => ({ path: 'spec.type', equals })) },
    most: 1,
  },
  services: { kind: 'Service', where: { all: [] }, most: machines.length - 1 },
} as const satisfies Readonly<
  Record<string, { readonly kind: string; readonly where: ObjectTest; readonly most: number }>
>;

export type Needless = keyof typeof needless;
export const needlessKinds = Object.keys(needless) as readonly Needless[];

/** What a run is asked for its marks: the page, the rows, then what nobody needs. */
export const markConditions: readonly Condition[] = [
  page,
  rows,
  ...needlessKinds.map((id): Condition => {
    const { kind, where, most } = needless[id];
    return { count: { kind, where }, what: { en: id, zh: id }, atMost: most };
  }),
];

/** A time in which something that had been there was away, and what was lacking when it began. `toMs` is now while it lasts. */
export interface Break {
  readonly fromMs: number;
  readonly toMs: number;
  readonly gap: Gap;
}

/** How something stood since it was first there. `share` is 0 to 1; without a `sinceMs` it never was, and `gap` says what it lacks. */
export interface Stood {
  readonly sinceMs?: number;
  readonly isNow: boolean;
  readonly share: number;
  readonly breaks: readonly Break[];
  readonly gap: Gap;
}

/** The marks of a run by its three criteria, each from what was so and when. */
export interface Marks {
  readonly page: Stood;
  readonly rows: Stood;
  readonly needless: readonly { readonly what: Needless; readonly tooMany: number }[];
}

/** Of the turns of a condition: from when it first held to now, how much of the time it did, and when it did not. */
export function stoodOf(turns: readonly Turn[], nowMs: number): Stood {
  const past = turns.filter(({ atMs }) => atMs <= nowMs);
  const last = past.at(-1);
  const first = past.find(({ holds }) => holds);
  const isNow = last?.holds ?? false;
  const gap = last?.gap ?? [];
  if (!first) return { isNow, share: 0, breaks: [], gap };
  const breaks = past.flatMap((turn, at): Break[] => {
    // One break has as many turns as what is lacking changes in it.
    if (turn.holds || turn.atMs < first.atMs || !past[at - 1]?.holds) return [];
    const toMs = past.slice(at).find(({ holds }) => holds)?.atMs ?? nowMs;
    return toMs > turn.atMs ? [{ fromMs: turn.atMs, toMs, gap: turn.gap }] : [];
  });
  const wholeMs = nowMs - first.atMs;
  const awayMs = breaks.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const share = wholeMs === 0 ? 1 : 1 - awayMs / wholeMs;
  return { sinceMs: first.atMs, isNow, share, breaks, gap };
}

/** The marks at a moment, from the turns of `markConditions` in their order. */
export function marksOf(turns: readonly (readonly Turn[])[], nowMs: number): Marks {
  const [ofPage = [], ofRows = [], ...rest] = turns;
  return {
    page: stoodOf(ofPage, nowMs),
    rows: stoodOf(ofRows, nowMs),
    needless: needlessKinds.flatMap((what, at) => {
      const { gap = [] } = rest[at]?.findLast(({ atMs }) => atMs <= nowMs) ?? {};
      const [lack] = gap;
      const tooMany = lack?.about === 'count' ? lack.is - needless[what].most : 0;
      return tooMany > 0 ? [{ what, tooMany }] : [];
    }),
  };
}
