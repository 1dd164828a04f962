import { canonical, firstDifference, lacking } from '@/lib/conformance/difference';
import { comparable, equalityOf } from '@/lib/conformance/equal-pods';
import { judgeCase } from '@/lib/conformance/judge-case';
import type { CaseRecording, CaseStep } from '@/lib/conformance/recording';

/**
 * What every run of a case did: Events that not every run had are left out and the step is marked, as are the kinds whose state
 * differs; a refusal in different words keeps its reason. `unlike` says where runs differ in what no mark can say.
 */
export function agreed(runs: readonly CaseRecording[]): {
  readonly recording: CaseRecording;
  readonly unlike?: string;
} {
  const [first, ...others] = runs as [CaseRecording, ...CaseRecording[]];
  const isSame = others.every((other) => !judgeCase(first, other));
  const recording = isSame ? first : others.reduce(together, first);
  const unlike = others.map((other) => judgeCase(recording, other)).find((difference) => difference);
  return { recording, ...(unlike && { unlike }) };
}

function together(one: CaseRecording, other: CaseRecording): CaseRecording {
  const equality = equalityOf(one);
  const [ours, theirs] = [comparable(one, equality), comparable(other, equality)];
  const steps = one.steps.map((step, i): CaseStep => {
    const [our, their] = [ours[i], theirs[i]];
    if (!our || !their) return step;
    const kinds = new Set([...Object.keys(our.after), ...Object.keys(their.after)]);
    const varying = [...kinds].filter((kind) => firstDifference(our.after[kind], their.after[kind], ''));
    const events = inBoth(step.events ?? [], our.events, their.events);
    const vary = events.length < our.events.length || lacking(their.events, our.events).length > 0;
    const { message, ...refused } = step.refused ?? {};
    return {
      ...step,
      ...(step.refused && message !== their.refused?.message && { refused }),
      ...(vary && { events, eventsVary: true }),
      ...(varying.length > 0 && { afterVaries: [...new Set([...(step.afterVaries ?? []), ...varying])] }),
    };
  });
  return { ...one, steps };
}

/** Of the first list those that the second run had too, as often as it had them. */
function inBoth<Value>(
  values: readonly Value[],
  said: readonly object[],
  others: readonly object[],
): Value[] {
  const left = others.map(canonical);
  return values.filter((_, i) => {
    const at = left.indexOf(canonical(said[i]));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}
