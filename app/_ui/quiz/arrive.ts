import { initialTransition } from 'xstate';
import type { PublicItem } from '@/lib/quiz/public';
import { type ItemSnapshot, quizItemMachine } from './quiz-item.machine';
import type { WaitingAnswer } from './waiting-answers';

/**
 * An item as it comes onto the screen. An answer that was given before the page was loaded is sent as it was given; one that the
 * server did not take stands in the item again, if it still asks the same. `isAnew`: the try that was on the screen is gone.
 */
export function arrive(
  attempt: string,
  item: PublicItem,
  kept: WaitingAnswer | undefined,
  isAnew: boolean,
): ItemSnapshot {
  if (kept === undefined || kept.isOffered === true) {
    const draft = kept && draftOf(kept, item);
    const kind = draft ? ('offered' as const) : ('anew' as const);
    const notice = isAnew || (kept && item.result === undefined) ? { kind } : undefined;
    return initialTransition(quizItemMachine, { item, draft, notice })[0];
  }
  const { submission, sure, tryNumber } = kept.request;
  const isSameTry = kept.request.attempt === attempt && tryNumber === item.tryNumber;
  const given = { submission, ...partsOf(kept), sure };
  return initialTransition(quizItemMachine, { item: isSameTry ? item : kept.item, given })[0];
}

function partsOf({ request: { response } }: WaitingAnswer) {
  const places = response.filter((one): one is number => typeof one === 'number');
  return { places, texts: response.filter((one): one is string => typeof one === 'string') };
}

/** The answer in the places of another try, whose options stand elsewhere; undefined where that asks something else. */
function draftOf(kept: WaitingAnswer, item: PublicItem) {
  const { sure } = kept.request;
  const { places, texts } = partsOf(kept);
  const before = kept.item;
  const placeNow = (place: number) => {
    const text = before.options[place]?.text;
    return text === undefined ? -1 : item.options.findIndex((option) => option.text === text);
  };
  const isSame =
    item.result === undefined &&
    before.kind === item.kind &&
    before.question === item.question &&
    before.source === item.source &&
    before.options.length === item.options.length &&
    before.options.every((_, place) => placeNow(place) >= 0);
  if (!isSame) return undefined;
  if (item.kind !== 'match') {
    const moved = places.map(placeNow);
    return { places: item.kind === 'order' ? moved : moved.sort((a, b) => a - b), texts, sure };
  }
  const { stems = [] } = item;
  const chosen = stems.map((stem) => placeNow(places[before.stems?.indexOf(stem) ?? -1] ?? -1));
  return { places: chosen, texts, sure };
}
