import { Cluster } from '../cluster/cluster';
import { folderOf } from '../kubectl/folder';
import { Shell } from '../kubectl/shell';

/** A line that was typed and what it printed, or seconds that passed. */
export interface TranscriptLine {
  readonly line?: string;
  readonly wait?: number;
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
  readonly exit?: number;
}

/** A recording of the real kubectl against a real cluster: the form of conformance `kubectl/`. */
export interface TranscriptRecording {
  readonly name: string;
  readonly says?: string;
  /** Files of the working folder, each as a text or as an object. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly lines: readonly TranscriptLine[];
}

const seed = 1;

/** A client's start and its round trips, ms: after them controllers have seen what a line did. Lines that wait take longer. */
const lineMs = 50;
const nodes = [{ name: 'real-1', cpu: '2', memory: '24Gi', address: '192.0.2.1' }];

/** All that is read of a recording: what it says happened is never an input. */
export type TranscriptSteps = Pick<TranscriptRecording, 'name' | 'files' | 'lines'>;

/** The cluster in which a transcript is played, with nothing in it yet. */
export const newTranscriptCluster = (): Cluster =>
  new Cluster({
    seed,
    nodes,
    metricsServer: false,
    flags: { horizontalPodAutoscalerSyncPeriodSeconds: 1 },
  });

/** Types the lines one after the other; what they print is what the model's kubectl prints. */
export function playTranscriptOn(cluster: Cluster, recording: TranscriptSteps): TranscriptRecording {
  const files = Object.fromEntries(
    Object.entries(recording.files ?? {}).map(([name, file]) => [
      name,
      typeof file === 'string' ? file : JSON.stringify(file),
    ]),
  );
  const shell = new Shell(cluster, folderOf(files));
  const lines = recording.lines.map(({ line, wait }): TranscriptLine => {
    if (line === undefined) {
      cluster.run(cluster.nowMs + Math.round((wait ?? 0) * 1000));
      return { wait: wait ?? 0 };
    }
    const { stdout, stderr, exit } = shell.run(line, cluster);
    cluster.run(cluster.nowMs + lineMs);
    return {
      line,
      ...(stdout.length > 0 && { stdout }),
      ...(stderr.length > 0 && { stderr }),
      ...(exit !== 0 && { exit }),
    };
  });
  return { ...recording, lines };
}
