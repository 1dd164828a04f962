import type { Cluster } from '../cluster/cluster';
import { canonicalJson, hash53 } from '../cluster/journal-hash';
import { judgeCase } from './judge-case';
import { judgeTranscript } from './judge-kubectl';
import { judgeLife } from './judge-life';
import { judgeWorld } from './judge-world';
import { newCluster, playCaseOn } from './play-case';
import { newWorldCluster, playWorldOn } from './play-world';
import { newLifeCluster, playLifeOn } from './pod-life';
import { judgeStory, newStoryCluster, playStoryOn } from './story';
import { newTranscriptCluster, playTranscriptOn } from './transcript';

export interface Played {
  /** What the model did, in the recording's own form; absent when it could not play it at all. */
  readonly played?: object;
  /** The first difference, or why it was not played. */
  readonly difference?: string;
}

/** A form of recordings: how to know one, where it is played, how, and how it is judged. */
interface Form<Recording extends object> {
  readonly is: (recording: object) => boolean;
  readonly newCluster: (recording: Recording) => Cluster;
  readonly playOn: (cluster: Cluster, recording: Recording) => Recording;
  readonly judge: (recorded: Recording, played: Recording) => string | undefined;
  /** What the trace's hash is over, where that is not the cluster's journal. */
  readonly traced?: (played: Recording) => unknown;
}

const has = (recording: object, field: string): boolean =>
  Array.isArray((recording as Record<string, unknown>)[field]);

const isCaseStep = (step: unknown): boolean =>
  typeof step === 'object' && step !== null && 'after' in step && 'do' in step;

/** One form's functions as those of any recording: `is` has looked first. */
const form = <Recording extends object>(one: Form<Recording>): Form<object> => one as unknown as Form<object>;

const forms: readonly Form<object>[] = [
  form({
    is: (recording) => has(recording, 'flows'),
    newCluster: newWorldCluster,
    playOn: playWorldOn,
    judge: judgeWorld,
    traced: ({ tablesOf, flows }) => ({ tablesOf, flows }),
  }),
  form({
    is: (recording) => has(recording, 'lines'),
    newCluster: newTranscriptCluster,
    playOn: playTranscriptOn,
    judge: judgeTranscript,
  }),
  form({
    is: (recording) => has(recording, 'timeline'),
    newCluster: newLifeCluster,
    playOn: playLifeOn,
    judge: judgeLife,
  }),
  form({
    is: (recording) => has(recording, 'views'),
    newCluster: newStoryCluster,
    playOn: playStoryOn,
    judge: judgeStory,
  }),
  form({
    is: (recording) =>
      has(recording, 'steps') && (recording as { steps: readonly unknown[] }).steps.every(isCaseStep),
    newCluster,
    playOn: playCaseOn,
    judge: judgeCase,
  }),
];

const formOf = (recording: unknown): Form<object> | undefined =>
  typeof recording === 'object' && recording !== null ? forms.find((one) => one.is(recording)) : undefined;

/** A recording that was played, with the cluster as it stood in the end. */
interface PlayedWhole extends Played {
  readonly cluster: Cluster;
  readonly played: object;
  /** Over the journal; of a world over its tables and flows. The same wherever it runs. */
  readonly hash: () => string;
}

/** Plays one recording. Throws for a form that it does not know. */
export function playWhole(recording: unknown): PlayedWhole {
  const known = formOf(recording);
  if (!known) throw new Error('a recording of a form that is not modelled yet');
  const recorded = recording as object;
  const cluster = known.newCluster(recorded);
  const played = known.playOn(cluster, recorded);
  const difference = known.judge(recorded, played);
  const hash = () => hash53(canonicalJson(known.traced?.(played) ?? cluster.journal));
  return { cluster, played, hash, ...(difference && { difference }) };
}

/** Plays one recording, of whatever form, and judges it. Never throws for what a recording holds. */
export function playRecording(recording: unknown): Played {
  if (!formOf(recording)) return { difference: 'is of a form that is not modelled yet' };
  try {
    const { played, difference } = playWhole(recording);
    return { ...(played && { played }), ...(difference && { difference }) };
  } catch (error) {
    return { difference: error instanceof Error ? error.message : String(error) };
  }
}

/** Plays one recording; the hash of all that happened: the same wherever it runs. Throws for a form that it does not know. */
export const traceHashOf = (recording: unknown): string => playWhole(recording).hash();
