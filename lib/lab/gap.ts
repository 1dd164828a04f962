import { keyFor } from '../cluster/keys';
import { kinds } from '../cluster/kinds';
import type { Json, KubeObject, Pod } from '../cluster/objects';
import { type Condition, type Counting, find, holds, type Known, listingOf } from './condition';
import { countOf, valueAt } from './counted';
import { type Gap, type Lack, lackId, type PodAsIs } from './lack';
import { podStateOf, readyColumn, statusColumn } from './pod-state';
import { endOfWay } from './way';

/**
 * What keeps a condition from holding, as the cluster stands; empty when it holds. Of alternatives the nearest counts, the
 * one that lacks least (of equals the first); where another one asks for another value of the same field, that value
 * would do as well and is named too.
 */
export function gapOf(condition: Condition, known: Known): Gap {
  if (holds(condition, known)) return [];
  if ('all' in condition) return together(condition.all.map((one) => gapOf(one, known)));
  if ('any' in condition) return nearest(condition.any.map((one) => gapOf(one, known)));
  if ('not' in condition) return gapOfNot(condition.not, known);
  if ('pod' in condition) return [podLack(condition, known)];
  if ('count' in condition) return [countLack(condition, known)];
  if ('reaches' in condition) return [reachLack(condition, known)];
  if ('way' in condition) return [wayLack(condition, known)];
  if ('exists' in condition)
    return [{ about: 'object', key: keyOfNamed(condition.object, known), wanted: condition.exists }];
  return [valueLack(condition, known)];
}

/** A condition that holds and should not: the `not` is asked of its parts. */
function gapOfNot(condition: Condition, known: Known): Gap {
  if ('all' in condition) return gapOf({ any: condition.all.map((not) => ({ not })) }, known);
  if ('any' in condition) return gapOf({ all: condition.any.map((not) => ({ not })) }, known);
  if ('not' in condition) return gapOf(condition.not, known);
  if ('pod' in condition)
    return [
      podLack(
        'ready' in condition
          ? { ...condition, ready: !condition.ready }
          : { ...condition, terminating: !condition.terminating },
        known,
      ),
    ];
  if ('count' in condition) {
    const { count, what } = condition;
    const otherwise = otherCountings(condition).map((counting): Condition => ({ count, what, ...counting }));
    return gapOf({ any: otherwise }, known);
  }
  if ('reaches' in condition) return [reachLack({ ...condition, is: !condition.is }, known)];
  if ('way' in condition) return [wayLack({ ...condition, is: !condition.is }, known)];
  const key = keyOfNamed(condition.object, known);
  if ('exists' in condition) return [{ about: 'object', key, wanted: !condition.exists }];
  return [{ about: 'otherValue', key, path: condition.path, is: condition.equals }];
}

type OfPod = Extract<Condition, { readonly pod: string }>;
type OfValue = Extract<Condition, { readonly path: string }>;

function podLack(condition: OfPod, known: Known): Lack {
  const name = `Pod/${condition.pod}`;
  const pod = find(known, name) as Pod | undefined;
  const asked =
    'ready' in condition
      ? ({ about: 'ready', wanted: condition.ready } as const)
      : ({ about: 'terminating', wanted: condition.terminating } as const);
  return { ...asked, key: keyOfNamed(name, known), ...(pod && { is: podAsIs(pod) }) };
}

type OfCount = Extract<Condition, { readonly count: unknown }>;

function countLack(condition: OfCount, known: Known): Lack {
  const { count, what } = condition;
  const wanted: Counting =
    'is' in condition
      ? { is: condition.is }
      : 'atLeast' in condition
        ? { atLeast: condition.atLeast }
        : { atMost: condition.atMost };
  return { about: 'count', key: `${count.kind}/${what.en}`, what, is: countOf(count, known), wanted };
}

type OfReach = Extract<Condition, { readonly reaches: unknown }>;

const reachLack = ({ reaches: { from, to }, is }: OfReach, known: Known): Lack => ({
  about: 'reaches',
  key: keyOfNamed(`Pod/${to}`, known),
  from,
  wanted: is,
});

type OfWay = Extract<Condition, { readonly way: unknown }>;

function wayLack({ way, is }: OfWay, known: Known): Lack {
  const { how, at } = endOfWay(listingOf(known), way);
  return { about: 'way', key: keyOfNamed(`Service/${at}`, known), from: way.from, how, wanted: is };
}

/** What a count that should not be as it is may be instead. */
function otherCountings(counting: Counting): readonly Counting[] {
  if ('atLeast' in counting) return [{ atMost: counting.atLeast - 1 }];
  if ('atMost' in counting) return [{ atLeast: counting.atMost + 1 }];
  return [{ atLeast: counting.is + 1 }, { atMost: counting.is - 1 }];
}

const podAsIs = (pod: Pod): PodAsIs => ({
  state: podStateOf(pod),
  ready: readyColumn(pod),
  status: statusColumn(pod),
});

function valueLack({ object, path, equals }: OfValue, known: Known): Lack {
  const found = find(known, object);
  const is = found && valueAt(found, path);
  return {
    about: 'value',
    key: keyOfNamed(object, known),
    path,
    isThere: found !== undefined,
    ...(is !== undefined && { is }),
    wanted: [equals],
  };
}

/** As `find` finds it; of what is not there, as its kind would have it in the namespace `default`. */
function keyOfNamed(object: string, known: Known): string {
  const [kind = '', name = ''] = object.split('/');
  const found: KubeObject | undefined = find(known, object);
  if (found) return keyFor(kind, found.metadata.namespace ?? '', name);
  return keyFor(kind, kinds.get(kind)?.namespaced === false ? '' : 'default', name);
}

/** Each lack once. */
function together(gaps: readonly Gap[]): Gap {
  const lacks = new Map<string, Lack>();
  for (const lack of gaps.flat()) lacks.set(lackId(lack), lacks.get(lackId(lack)) ?? lack);
  return [...lacks.values()];
}

function nearest(gaps: readonly Gap[]): Gap {
  const [first, ...others] = [...gaps].sort((a, b) => a.length - b.length);
  if (first === undefined) return [];
  return first.map((lack) =>
    lack.about === 'value' ? { ...lack, wanted: unique([lack, ...sameField(lack, others.flat())]) } : lack,
  );
}

type ValueLack = Extract<Lack, { readonly about: 'value' }>;

const sameField = ({ key, path }: ValueLack, among: Gap): ValueLack[] =>
  among.filter((one): one is ValueLack => one.about === 'value' && one.key === key && one.path === path);

const unique = (lacks: readonly ValueLack[]): readonly Json[] => [
  ...new Map(lacks.flatMap(({ wanted }) => wanted).map((value) => [JSON.stringify(value), value])).values(),
];
