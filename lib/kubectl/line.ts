/**
 * What a line that takes time waits for: that something is written in the cluster (or that a moment comes, ms), a moment, or
 * that somebody has edited a text.
 */
export type Pause =
  | { readonly for: 'change'; readonly untilMs?: number }
  | { readonly for: 'moment'; readonly untilMs: number }
  | { readonly for: 'editor'; readonly name: string; readonly text: string };

/** A verb at work: its exit code comes last, none is 0. An editor's answer comes back as the text, undefined if it was left. */
export type Running = Generator<Pause, number | undefined, string | undefined>;

export interface Printed {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Exit code of a line that was interrupted (Ctrl-C), as a shell reports it. */
export const interrupted = 130;

/**
 * One line that was typed, from its start to its end: what it has printed so far, what it waits for, its exit code. Whoever has
 * the clock drives it: do what it waits for, then `resume`. Knows no clock of its own.
 */
export class Line {
  private output: Printed[] = [];
  private pause: Pause | undefined;
  private code: number | undefined;

  constructor(
    begin: (print: (printed: Printed) => void) => Running,
    private readonly ended: (print: (printed: Printed) => void) => void = () => {},
  ) {
    this.running = begin((printed) => this.output.push(printed));
    this.resume();
  }
  private readonly running: Running;

  get printed(): readonly Printed[] {
    return this.output;
  }

  /** What it waits for; undefined when it has ended. */
  get waits(): Pause | undefined {
    return this.pause;
  }

  /** Its exit code; undefined until it has ended. */
  get exit(): number | undefined {
    return this.code;
  }

  /** Goes on from where it waited, with what an editor left. */
  resume(edited?: string): void {
    if (this.code !== undefined) return;
    const step = this.running.next(edited);
    if (step.done) this.end(step.value ?? 0);
    else this.pause = step.value;
  }

  /** Ctrl-C. */
  interrupt(): void {
    if (this.code === undefined) this.end(interrupted);
  }

  private end(code: number): void {
    this.pause = undefined;
    this.code = code;
    this.ended((printed) => this.output.push(printed));
  }
}
