import { holds } from './condition';
import type { Prediction, Scenario } from './scenario';
import { optionsOf } from './story';
import { Timeline } from './timeline';

/** Which choice of a prediction happens, read from a run of its scenario. Throws unless exactly one does. */
export function happenedChoice(scenario: Scenario, prediction: Prediction): number {
  const { reading } = new Timeline(optionsOf(scenario), scenario.commands).at(prediction.judgedAtMs);
  const held = prediction.choices.flatMap((choice, i) => (holds(choice.happened, reading) ? [i] : []));
  const [first] = held;
  if (first === undefined || held.length > 1) {
    throw new Error(
      `prediction ${prediction.id}: at ${prediction.judgedAtMs} ms exactly one choice must hold, but these do: ${held.join(', ') || 'none'}`,
    );
  }
  return first;
}
