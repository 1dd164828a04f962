import type { Cluster } from '../cluster/cluster';
import type { Call, ClusterAtHand } from './call';
import { Failure, Plain, wordsOf } from './failure';
import { durationMs } from './flags/flag';
import { parseFlags } from './flags/parse';
import { globalFlags } from './flags/sets';
import type { Folder } from './folder';
import { groupText, helpText } from './help-text';
import { Line, type Printed, type Running } from './line';
import { type Filter, filterOf } from './pipes';
import { programNames, runProgram } from './programs';
import { type Redirect, readLine, type Step } from './shell-line';
import { isGroup, type Verb } from './verb';
import { findVerb, unknownCommand } from './verb-of';

/** Everything that a line printed, and how it ended. */
export interface Outcome {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exit: number;
}

/** A clock that can be driven: a Cluster's. */
export type Clock = Pick<Cluster, 'nowMs' | 'nextDueMs' | 'journal' | 'step' | 'run'>;

/** A line that waits longer than this is interrupted by `run`, ms: a day. */
const longestMs = 86_400_000;

/** Longer lines are not read: a real shell hands no program more than so much. Source: Linux, what execve takes. */
const longestLine = 32_768;

type Print = (printed: Printed) => void;

/**
 * A prompt on a cluster: takes a line, answers as kubectl v1.37 does. The cluster is the only truth; what a line changes it
 * changes by commands, so that the command log stays the whole save file. Of its own it keeps the namespace it stands in.
 */
export class Shell {
  /** The namespace of the current context. */
  namespace = 'default';

  constructor(
    private readonly cluster: ClusterAtHand,
    private readonly folder: Folder,
  ) {}

  /** Begins a line. Never throws for what was typed. */
  start(line: string): Line {
    if (line.length > longestLine)
      return new Line((print) => said(print, 'bash: kubectl: Argument list too long', 126));
    const read = readLine(line);
    if (!read.ok) return new Line((print) => said(print, read.says, 2));
    return new Line((print) => this.steps(read.steps, print));
  }

  /**
   * Runs a line to its end and moves the clock as far as it takes. An editor leaves the text as it is, unless `edit` says what
   * it makes of it.
   */
  run(line: string, clock: Clock, edit: (text: string) => string | undefined = (text) => text): Outcome {
    const running = this.start(line);
    drive(running, clock, clock.nowMs + longestMs, edit);
    const of = (stream: Printed['stream']) =>
      running.printed.filter((one) => one.stream === stream).map(({ text }) => text);
    return { stdout: of('stdout'), stderr: of('stderr'), exit: running.exit ?? 0 };
  }

  /** Steps one after the other, as their operators say; the exit code is the last one's. */
  private *steps(steps: readonly Step[], print: Print): Running {
    let code = 0;
    for (const step of steps) {
      if (step.on === 'success' && code !== 0) continue;
      if (step.on === 'failure' && code === 0) continue;
      code = (yield* guarded(this.step(step, print), print)) ?? 0;
    }
    return code;
  }

  private *step({ commands, into, from }: Step, print: Print): Running {
    let stdin = from === undefined ? undefined : this.folder.read(from);
    if (from !== undefined && stdin === undefined) {
      print({ stream: 'stderr', text: `bash: ${from}: No such file or directory` });
      return 1;
    }
    const write = into && this.writer(into);
    const segments = segmentsOf(commands);
    let code = 0;
    for (const [i, { program, filters }] of segments.entries()) {
      const isLast = i === segments.length - 1;
      const kept: string[] = [];
      const show =
        isLast && !write
          ? (text: string) => print({ stream: 'stdout', text })
          : (text: string) => kept.push(text);
      code = (yield* this.segment(program, filters, { stdin, print, show })) ?? 0;
      stdin = kept.map((line) => `${line}\n`).join('');
      if (isLast) write?.(stdin);
    }
    return code;
  }

  /** Writes what a step prints into a file. */
  private writer({ path, adds }: Redirect): (text: string) => void {
    const { folder } = this;
    if (!folder.write) throw new Plain('not modelled in Podium: > here, where no file can be written');
    return (text) => folder.write?.(path, (adds ? (folder.read(path) ?? '') : '') + text);
  }

  /** One program, and what stands behind it through pipes, line by line as they come. */
  private *segment(
    words: readonly string[],
    filters: readonly Filter[],
    { stdin, print, show }: Streams,
  ): Running {
    const through = (lines: readonly string[], from: number) => {
      const passed = filters
        .slice(from)
        .reduce<readonly string[]>((all, filter) => all.flatMap((line) => filter.take(line)), lines);
      for (const line of passed) show(line);
    };
    const into: Print = (printed) =>
      printed.stream === 'stderr' ? print(printed) : through([printed.text], 0);
    const code = yield* guarded(this.program(words, stdin, into), print);
    for (const [i, filter] of filters.entries()) through(filter.end(), i + 1);
    return filters.at(-1)?.exit() ?? code;
  }

  private program(words: readonly string[], stdin: string | undefined, print: Print): Running {
    const [program = '', ...args] = words;
    if (program === 'kubectl' || program === 'k') return this.kubectl(args, stdin, print);
    if (program === 'sleep') return sleeping(args, this.cluster.nowMs, print);
    const ran = runProgram(words, this.folder, stdin);
    if (!ran)
      return said(
        print,
        `not modelled in Podium: ${program}; these are: kubectl, ${programNames.join(', ')}, sleep`,
        127,
      );
    for (const text of ran.stderr) print({ stream: 'stderr', text });
    for (const text of ran.stdout) print({ stream: 'stdout', text });
    return said(print, undefined, ran.exit);
  }

  private *kubectl(args: readonly string[], stdin: string | undefined, print: Print): Running {
    const printOn = (stream: Printed['stream'], lines: readonly string[]) => {
      for (const text of lines)
        if (!text.includes('\n')) print({ stream, text });
        else for (const line of text.split('\n')) print({ stream, text: line });
    };
    const printAll = (lines: readonly string[]) => printOn('stdout', lines);
    const out = (...lines: string[]) => printAll(lines);
    const err = (...lines: string[]) => printOn('stderr', lines);
    const { path, found, rest } = findVerb(args);
    if (isGroup(found) && !found.alone) {
      const isRoot = path === 'kubectl';
      const { words, wantsHelp } = parseFlags(path, globalFlags, rest);
      if (words.length > 0) throw unknownCommand(words, path);
      const print = found.isTextOnStderr && !wantsHelp ? err : out;
      print(...(found.text && (isRoot || !wantsHelp) ? found.text : groupText(path, found)));
      return wantsHelp || isRoot ? 0 : 1;
    }
    const verb = isGroup(found) ? (found.alone as Verb) : found;
    const { words, dashAt, flags, wantsHelp } = parseFlags(path, [...verb.flags, ...globalFlags], rest);
    if (wantsHelp) {
      out(...(isGroup(found) ? groupText(path, found) : helpText(path, verb)));
      return 0;
    }
    err(...flags.warnings);
    const warnings = new Set<string>();
    const typed = flags.text('namespace');
    const call: Call = {
      path,
      words,
      ...(dashAt !== undefined && { dashAt }),
      flags,
      cluster: this.cluster,
      folder: this.folder,
      ...(stdin !== undefined && { stdin }),
      namespace: typed || this.namespace,
      isNamespaceTyped: typed !== '',
      context: this,
      out,
      print: printAll,
      err,
      warn: (message) => {
        if (!warnings.has(message)) err(`Warning: ${message}`);
        warnings.add(message);
      },
    };
    const code = yield* verb.run(call);
    if (!code && warnings.size > 0 && flags.bool('warnings-as-errors'))
      throw new Failure(`${warnings.size} warning${warnings.size > 1 ? 's' : ''} received`);
    return code;
  }
}

/**
 * Does what a line waits for and moves the clock, until the line has ended, until it waits for an editor, or until a moment:
 * there it may wait on.
 */
export function advance(line: Line, clock: Clock, untilMs: number): void {
  for (let waits = line.waits; waits && waits.for !== 'editor'; waits = line.waits) {
    const limitMs = Math.min(waits.untilMs ?? untilMs, untilMs);
    const entries = clock.journal.length;
    let isChanged = false;
    if (waits.for === 'change')
      while (!isChanged && clock.step(limitMs)) isChanged = clock.journal.length > entries;
    if (!isChanged) clock.run(limitMs);
    if (!isChanged && (waits.untilMs === undefined || clock.nowMs < waits.untilMs)) return;
    line.resume();
  }
}

/** Does what a line waits for, until it has ended or the limit has come; then it is interrupted. */
export function drive(
  line: Line,
  clock: Clock,
  limitMs: number,
  edit: (text: string) => string | undefined = (text) => text,
): void {
  for (;;) {
    advance(line, clock, limitMs);
    const { waits } = line;
    if (waits?.for !== 'editor') break;
    line.resume(edit(waits.text));
  }
  line.interrupt();
}

// biome-ignore lint/correctness/useYield: it waits for nothing
function* said(print: Print, text: string | undefined, code: number): Running {
  if (text !== undefined) print({ stream: 'stderr', text });
  return code;
}

/** Lets time pass: `sleep 5`, `sleep 1m`. */
function* sleeping(words: readonly string[], nowMs: number, print: Print): Running {
  const times = words.map((word) => durationMs(/[a-z]$/.test(word) ? word : `${word}s`));
  if (words.length === 0) return yield* said(print, 'sleep: missing operand', 1);
  const wrong = times.findIndex((ms) => ms === undefined || ms < 0);
  if (wrong >= 0) return yield* said(print, `sleep: invalid time interval '${words[wrong]}'`, 1);
  const ms = times.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (ms > 0) yield { for: 'moment', untilMs: nowMs + ms };
  return 0;
}

/** Makes output of what is thrown: a learner's mistake in kubectl's words. A programmer's mistake goes on. */
function* guarded(running: Running, print: Print): Running {
  try {
    return yield* running;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const text of wordsOf(error)) print({ stream: 'stderr', text });
    return error.exit;
  }
}

interface Streams {
  readonly stdin: string | undefined;
  readonly print: Print;
  /** Takes a line of stdout. */
  readonly show: (line: string) => unknown;
}

interface Segment {
  readonly program: readonly string[];
  readonly filters: readonly Filter[];
}

const isProgram = ([name = '']: readonly string[]): boolean => name === 'kubectl' || name === 'k';

/** Commands behind pipes, each kubectl with the filters that follow it. Throws a Failure for a filter that is none. */
function segmentsOf(commands: readonly (readonly string[])[]): Segment[] {
  const segments: { program: readonly string[]; filters: Filter[] }[] = [];
  for (const [i, words] of commands.entries()) {
    if (i === 0 || isProgram(words)) segments.push({ program: words, filters: [] });
    else segments.at(-1)?.filters.push(filterOf(words));
  }
  return segments;
}
