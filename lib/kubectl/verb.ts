import type { Call } from './call';
import type { Flag } from './flags/flag';
import type { Running } from './line';

/** What `--help` says: a sentence, how it is called, examples. The words are Podium's own. */
export interface Help {
  readonly says: string;
  /** What comes after the verb: `(-f FILENAME | TYPE NAME)`. */
  readonly usage: string;
  readonly examples?: readonly string[];
}

/** Something that kubectl does. */
export interface Verb {
  readonly help: Help;
  readonly flags: readonly Flag[];
  readonly run: (call: Call) => Running;
}

/** Words of one meaning that go on with another word: `rollout`, `create`, `set`. */
export interface VerbGroup {
  readonly says: string;
  readonly children: Readonly<Record<string, Verb | VerbGroup>>;
  /** Other words for these: `deploy` for `deployment`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What the word does alone, with flags: `create -f`. Without it, it prints what may follow. */
  readonly alone?: Verb;
  /** What it prints when nothing follows, where the real text is known line by line. */
  readonly text?: readonly string[];
  /** Whether it prints that on stderr. */
  readonly isTextOnStderr?: boolean;
}

export const isGroup = (one: Verb | VerbGroup): one is VerbGroup => 'children' in one;

/** A verb that takes no time: its exit code, or nothing for 0. */
export const atOnce = (run: (call: Call) => unknown): Verb['run'] =>
  // biome-ignore lint/correctness/useYield: it waits for nothing
  function* (call) {
    const code = run(call);
    return typeof code === 'number' ? code : 0;
  };
