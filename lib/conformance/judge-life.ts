import { firstDifference, lacking } from './difference';
import type { LifeRecording, Moment, PodEvent } from './pod-life';

/** A row that stood for less may be absent, s. */
const short = 0.4;
/** How far from its time a row may come, s. */
const slack = 1.2;
/** The kubelet lengthens a back-off by up to a half, at random. */
const stretch = { factor: 1.5, seconds: 1.5 } as const;

interface Row {
  readonly at: number;
  readonly text: string;
  /** How long it stood, s. */
  readonly stood: number;
}

/**
 * The first difference between a recorded and a played life: the rows in order and in time, the last state whole, the words
 * of Events. Source: the conformance README, `pods/`.
 */
export const judgeLife = (recorded: LifeRecording, played: LifeRecording): string | undefined =>
  (recorded.rowsVary ? undefined : judgeRows(rowsOf(recorded.timeline), rowsOf(played.timeline))) ??
  firstDifference(lastState(recorded.timeline), lastState(played.timeline), 'last state') ??
  judgeEvents(recorded, played);

function rowsOf(timeline: readonly Moment[]): Row[] {
  const rows = timeline
    .map((moment) => ({ at: moment.at, text: textOf(moment) }))
    .filter(({ text }, i, all) => text !== all[i - 1]?.text);
  return rows.map((row, i) => ({ ...row, stood: (rows[i + 1]?.at ?? Number.POSITIVE_INFINITY) - row.at }));
}

const textOf = (moment: Moment): string =>
  moment.gone ? 'gone' : `${moment.row.READY} ${moment.row.STATUS} ${moment.row.RESTARTS}`;

function judgeRows(wanted: readonly Row[], got: readonly Row[]): string | undefined {
  const backsOff = wanted.some(({ text }) => /CrashLoop|ImagePull/.test(text));
  let next = 0;
  for (const row of wanted) {
    const found = got.findIndex((one, i) => i >= next && (one.text === row.text || one.stood >= short));
    const here = got[found];
    if (found >= 0) next = found;
    else next = got.length;
    if (here?.text === row.text) {
      if (!isInTime(row, here, backsOff)) return `${row.text} at ${row.at} s, played at ${here.at} s`;
      next += 1;
    } else if (row.stood >= short)
      return `recorded "${row.text}" at ${row.at} s, played ${here ? `"${here.text}" at ${here.at} s` : 'nothing'}`;
  }
  const extra = got.slice(next).find(({ stood }) => stood >= short);
  return extra && `played "${extra.text}" at ${extra.at} s, which was not recorded`;
}

/** A row with restarts came after a back-off; in a life with one, every row but the last may have. */
function isInTime({ at, text }: Row, got: Row, backsOff: boolean): boolean {
  const mayHaveWaited = text === 'gone' ? false : backsOff || !text.endsWith(' 0');
  if (!mayHaveWaited) return Math.abs(at - got.at) <= slack;
  const { factor, seconds } = stretch;
  return got.at >= at / factor - seconds && got.at <= at * factor + seconds;
}

function lastState(timeline: readonly Moment[]): object | undefined {
  const last = timeline.findLast((moment) => !moment.gone);
  if (!last || last.gone) return undefined;
  const { at: _at, pod: _pod, row: _row, ...state } = last;
  return state;
}

function judgeEvents(recorded: LifeRecording, played: LifeRecording): string | undefined {
  const [wanted, got] = [recorded.events, played.events].map(wordsOf);
  const [missing] = lacking(wanted ?? [], got ?? []);
  if (missing) return `lacks the event ${missing}`;
  const [extra] = recorded.eventsVary ? [] : lacking(got ?? [], wanted ?? []);
  return extra && `has the event ${extra}, which was not recorded`;
}

/** How often a kubelet repeats an Event is not compared, nor who says it. */
const wordsOf = (events: readonly PodEvent[]): string[] => [
  ...new Set(
    events.map(({ type, reason, on, field = '', says }) => `${type} ${reason} ${on} ${field}: ${says}`),
  ),
];
