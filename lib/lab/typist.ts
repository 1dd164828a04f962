import type { Cluster } from '../cluster/cluster';
import type { Manifest } from '../cluster/objects';
import type { Completion } from '../kubectl/completion';
import type { EditedText, TypedText } from './view';

/** What a prompt keeps from line to line: the namespace that it stands in, and its files. */
export interface ShellState {
  readonly namespace: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a line works on: it reads, it does commands, it tries some on a copy. */
export type ClusterAtPrompt = Pick<
  Cluster,
  | 'nowMs'
  | 'reading'
  | 'journal'
  | 'commands'
  | 'do'
  | 'copy'
  | 'options'
  | 'silentSinceMs'
  | 'usageOf'
  | 'answerOf'
  | 'wrote'
>;

/** A clock that a line that waits can be driven by. */
export type PromptClock = Pick<Cluster, 'nowMs' | 'nextDueMs' | 'journal' | 'step' | 'run'>;

/** A line at work. */
export interface LineAtWork {
  readonly printed: readonly Pick<TypedText, 'stream' | 'text'>[];
  /** Its exit code; undefined while it waits. */
  readonly exit: number | undefined;
  /** The text that it has opened in an editor; it waits until `edited` is called. */
  readonly editor: EditedText | undefined;
  /** Goes on with the text as it was saved; undefined when it was left as it is. */
  edited(text: string | undefined): void;
  /** What the prompt keeps once the line has come so far. */
  readonly shell: ShellState;
  /** Does what the line waits for and moves the clock, until the line has ended, an editor is open or a moment has come, ms. */
  advance(clock: PromptClock, untilMs: number): void;
}

/** One document of a text. */
export interface TextDocument {
  /** First line with something on it, from 1. */
  readonly line: number;
  readonly object?: Manifest;
  /** Why it is no object of the API, and at which line. */
  readonly problem?: { readonly line: number; readonly text: string };
  /** The line of the field of this path, `spec.containers[0].image`, or of the nearest one above it that is there. */
  lineOf(path: string): number | undefined;
}

/**
 * Who reads lines and texts: kubectl. A session is given one, so that whoever never types loads no kubectl
 * (lib/lab/kubectl-typist is the one there is).
 */
export interface Typist {
  start(cluster: ClusterAtPrompt, line: string, shell: ShellState): LineAtWork;
  documentsOf(text: string): readonly TextDocument[];
  complete(reading: Cluster['reading'], line: string, at: number, shell: ShellState): Completion;
}
