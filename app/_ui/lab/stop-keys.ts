import type { KeyboardEvent } from 'react';
import { actionOf, type FigureAction, focusOf } from './figure-keys';
import type { Beside } from './use-figure';
import type { Stops } from './use-stops';

/** What a key does here; keys that belong to other figures do nothing. */
export function doing(
  stops: Omit<Stops, 'seek'>,
  beside: Pick<Beside, 'keys' | 'leave'>,
): Readonly<Partial<Record<FigureAction, () => void>>> {
  return {
    playOrPause: stops.playing ? stops.pause : stops.play,
    step: () => stops.step(),
    back: () => stops.back(),
    stepTen: () => stops.step(10),
    backTen: () => stops.back(10),
    toStart: stops.toStart,
    toEnd: stops.toEnd,
    slower: () => stops.faster(-1),
    faster: () => stops.faster(1),
    ...beside,
  };
}

/** Acts on a key that means something here; any other goes on to whom it belongs. */
export function perform(event: KeyboardEvent, does: ReturnType<typeof doing>): void {
  if (event.defaultPrevented) return;
  const action = actionOf(event, focusOf(event.target as Element));
  const act = action && does[action];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
