import { canonical, firstDifference, lacking } from './difference';
import { type ComparableStep, comparable, equalityOf } from './equal-pods';
import type { CaseRecording, CaseStep, Said } from './recording';

/** The first difference between what was recorded and what was played, in words; undefined when there is none. */
export function judgeCase(recorded: CaseRecording, played: CaseRecording): string | undefined {
  const equality = equalityOf(recorded);
  const got = comparable(played, equality);
  for (const [i, wanted] of comparable(recorded, equality).entries()) {
    const step = got[i];
    const difference = step ? judgeStep(wanted, step) : 'was not played';
    if (difference) return `step ${i + 1} (${JSON.stringify(wanted.do).slice(0, 80)}) ${difference}`;
  }
  return undefined;
}

const judgeStep = (wanted: ComparableStep, got: ComparableStep): string | undefined =>
  judgeRefusal(wanted.refused, got.refused) ??
  judgeDone(wanted.done, got.done ?? []) ??
  judgeEvents(wanted, got) ??
  judgeAfter(wanted, got);

/** The status code is not compared, the message only where one was kept. */
function judgeRefusal(wanted: CaseStep['refused'], got: CaseStep['refused']): string | undefined {
  const words = (refused: CaseStep['refused']) =>
    refused && {
      reason: refused.reason,
      ...(wanted?.message && { message: refused.message }),
    };
  return firstDifference(words(wanted), words(got), 'refused');
}

/** A set that counts. */
function judgeDone(wanted: readonly string[] | undefined, got: readonly string[]): string | undefined {
  if (!wanted) return undefined;
  const [missing] = lacking(wanted, got);
  if (missing) return `did not do ${missing}`;
  const [extra] = lacking(got, wanted);
  return extra && `did ${extra}, which was not recorded`;
}

function judgeEvents(wanted: ComparableStep, got: ComparableStep): string | undefined {
  const [w, g] = [countedOnce(wanted.events), countedOnce(got.events)];
  const [missing] = lacking(w, g);
  if (missing) return `lacks the event ${missing}`;
  const [extra] = wanted.eventsVary ? [] : lacking(g, w);
  return extra && `has the event ${extra}, which was not recorded`;
}

/** How often an HPA repeats an Event depends on its period and on a client's limits: there each counts once. */
function countedOnce(events: readonly Said[]): Said[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const words = canonical(event);
    const isRepeated = event.on.startsWith('HorizontalPodAutoscaler/') && seen.has(words);
    seen.add(words);
    return !isRepeated;
  });
}

function judgeAfter(wanted: ComparableStep, got: ComparableStep): string | undefined {
  for (const kind of new Set([...Object.keys(wanted.after), ...Object.keys(got.after)])) {
    if (wanted.afterVaries?.includes(kind)) continue;
    const difference = firstDifference(wanted.after[kind], got.after[kind], `after.${kind}`);
    if (difference) return difference;
  }
  return undefined;
}
