import type { Container, Labels, Pod } from '../../cluster/objects';
import { milliValue, quantityOfMilli } from '../../cluster/quantity';

/** A quantity to count with: thousandths, and whether it is written with `Ki` or with `k`. */
export interface Amount {
  readonly milli: number;
  readonly format: 'DecimalSI' | 'BinarySI';
}

export type Amounts = ReadonlyMap<string, Amount>;

export const nothing: Amount = { milli: 0, format: 'DecimalSI' };

export const amountText = ({ milli, format }: Amount): string => quantityOfMilli(milli, format);

export const amounts = (all: Labels | undefined): Amounts =>
  new Map(
    Object.entries(all ?? {}).map(([name, text]): [string, Amount] => [
      name,
      { milli: milliValue(text), format: text.endsWith('i') ? 'BinarySI' : 'DecimalSI' },
    ]),
  );

/** Written as the first that is not 0. Source: apimachinery Quantity.Add. */
const sum = (a: Amount, b: Amount): Amount => ({
  milli: a.milli + b.milli,
  format: a.milli === 0 ? b.format : a.format,
});
const larger = (a: Amount, b: Amount): Amount => (b.milli > a.milli ? b : a);

function combined(a: Amounts, b: Amounts, how: (x: Amount, y: Amount) => Amount): Amounts {
  const all = new Map(a);
  for (const [name, amount] of b) {
    const before = all.get(name);
    all.set(name, before ? how(before, amount) : amount);
  }
  return all;
}

export const plus = (a: Amounts, b: Amounts): Amounts => combined(a, b, sum);

type Side = 'requests' | 'limits';

interface Read {
  readonly overhead?: Labels;
  readonly resources?: Readonly<Partial<Record<Side, Labels>>>;
}

const isForPods = (name: string): boolean =>
  name === 'cpu' || name === 'memory' || name.startsWith('hugepages-');

/**
 * What the containers of a Pod ask for or may have, together; init containers one after the other; then what is said for the
 * Pod as a whole, and the overhead. Models component-helpers resource PodRequests, PodLimits (v1.37).
 */
export function amountsOf({ spec }: Pod, side: Side): Amounts {
  const of = ({ resources }: Container) => amounts(resources?.[side]);
  let sidecars: Amounts = new Map();
  let starting: Amounts = new Map();
  for (const container of spec.initContainers ?? []) {
    const together = plus(sidecars, of(container));
    starting = combined(starting, together, larger);
    if (container.restartPolicy === 'Always') sidecars = together;
  }
  const running = spec.containers.map(of).reduce(plus, new Map());
  const needed = new Map(combined(plus(running, sidecars), starting, larger));
  const { overhead, resources } = spec as Read;
  for (const [name, amount] of amounts(resources?.[side])) if (isForPods(name)) needed.set(name, amount);
  const extra = [...amounts(overhead)].filter(
    ([name]) => side === 'requests' || (needed.get(name)?.milli ?? 0) > 0,
  );
  return plus(needed, new Map(extra));
}
