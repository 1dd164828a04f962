import { kindOf, nameOf } from '@/lib/cluster/keys';
import type { FutureView, LabView, Lane } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { fill } from '../lab/words';
import { futuresWords } from './futures-words';

type Difference = NonNullable<LabView['firstDifference']>;

/** The two futures that are compared, in the order in which they stand: where one is, and where that was forked from. */
export function comparedOf(futures: readonly FutureView[]): readonly [FutureView, FutureView] | undefined {
  const here = futures.find(({ isHere }) => isHere);
  if (here === undefined) return undefined;
  const other =
    futures.find(({ name }) => name === here.from) ??
    futures.find(({ from }) => from === here.name) ??
    futures.find((one) => one !== here);
  if (other === undefined) return undefined;
  return futures.indexOf(other) < futures.indexOf(here) ? [other, here] : [here, other];
}

/**
 * What differs now, in a few words: of a Pod its state in the upper and in the lower future, of anything else the first field.
 * A Pod is said before what keeps it. Says so when nothing differs any more.
 */
export function differenceWords(
  locale: Locale,
  difference: Difference,
  futures: readonly FutureView[],
  nowMs: number,
): string {
  const words = futuresWords[locale];
  const compared = comparedOf(futures);
  const { objects } = difference;
  const pods = objects.filter(({ key }) => kindOf(key) === 'Pod');
  const said = pods
    .map(({ key }) => ({ key, states: compared?.map(({ score }) => stateAt(score.lanes, key, nowMs)) }))
    .find(({ states }) => states?.[0] !== states?.[1]);
  const rest = (text: string) =>
    objects.length > 1 ? `${text} ${fill(words.moreDiffer, { count: objects.length - 1 })}` : text;
  if (said?.states !== undefined) {
    const [left, right] = said.states.map((state) =>
      state === undefined ? words.notThere : words.states[state],
    );
    return rest(fill(words.differs, { object: nameOf(said.key), left, right }));
  }
  const first = objects.find(({ key }) => kindOf(key) !== 'Pod') ?? objects[0];
  if (first === undefined) return words.noLonger;
  const object = `${kindOf(first.key)} ${nameOf(first.key)}`;
  const [field] = first.paths;
  if (first.is !== 'changed' || field === undefined) {
    const only = compared?.find(({ isHere }) => isHere === (first.is === 'right'));
    return rest(fill(words.onlyIn, { object, name: only?.name }));
  }
  return rest(fill(words.fieldDiffers, { object, field }));
}

/** The state of a Pod at a moment; undefined when it is not there. */
function stateAt(lanes: readonly Lane[], key: string, atMs: number) {
  const lane = lanes.find((one) => one.key === key || (one.key === undefined && one.label === nameOf(key)));
  return lane?.spans.findLast(
    ({ fromMs, toMs, open }) => fromMs <= atMs && (atMs < toMs || (open && atMs <= toMs)),
  )?.state;
}
