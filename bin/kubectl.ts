import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface, type Interface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Cluster } from '../lib/cluster/cluster';
import { completionOf } from '../lib/kubectl/completion';
import { type History, remembered } from '../lib/kubectl/history';
import type { Line } from '../lib/kubectl/line';
import { advance, drive, Shell } from '../lib/kubectl/shell';
import { workingFolder } from './working-folder';

const usage = `usage: npm run -s kubectl -- [--nodes N] [--seed N] [--clock wall|step]

A prompt on a model cluster: kubectl, with the files of this folder. With --clock wall, as in a terminal, the cluster lives as
time passes, and Ctrl-C ends a line that waits; with --clock step, as behind a pipe, time passes only as far as a line waits
for something (sleep 5 waits, too). Tab completes, arrows go through the history, exit or Ctrl-D ends.`;

/** How often the cluster follows the wall clock, ms. */
const tickMs = 50;
/** What a line takes by itself with a clock that is stepped, ms. */
const lineMs = 50;
/** A line that waits longer than this is interrupted when the clock is stepped, ms. */
const longestMs = 600_000;

class Mistake extends Error {}

function wholeNumber(flag: string, text: string, to: number): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > to || text.trim() === '')
    throw new Mistake(`--${flag} takes a whole number from 0 to ${to}, not ${JSON.stringify(text)}`);
  return n;
}

function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      nodes: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      clock: { type: 'string', default: process.stdin.isTTY ? 'wall' : 'step' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (positionals.length > 0) throw new Mistake(usage);
  if (values.clock !== 'wall' && values.clock !== 'step')
    throw new Mistake(`--clock is wall or step, not ${JSON.stringify(values.clock)}`);
  const nodes = Array.from({ length: wholeNumber('nodes', values.nodes, 1000) }, (_, i) => ({
    name: `node-${i + 1}`,
  }));
  return {
    options: { seed: wholeNumber('seed', values.seed, 2 ** 32 - 1), nodes },
    isStepped: values.clock === 'step',
    wantsHelp: values.help,
  };
}

/** The terminal's editor on a text; undefined when it failed. Without a terminal the text stays as it is. */
function edited(name: string, text: string): string | undefined {
  if (!process.stdin.isTTY) return text;
  const folder = mkdtempSync(path.join(tmpdir(), 'podium-edit-'));
  const file = path.join(folder, path.basename(name) || 'object.yaml');
  try {
    writeFileSync(file, text);
    const [program = 'vi', ...args] = (process.env.KUBE_EDITOR || process.env.EDITOR || 'vi').split(' ');
    const { status } = spawnSync(program, [...args, file], { stdio: 'inherit' });
    return status === 0 ? readFileSync(file, 'utf8') : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One prompt on one cluster, until its input ends. */
class Terminal {
  private readonly shell: Shell;
  private running: Line | undefined;
  private shown = 0;
  private exit = 0;
  private history: History = [];
  /** Lines that came while another one ran. */
  private readonly waiting: string[] = [];
  private isGoingOn = false;
  private isClosed = false;
  private readonly began = performance.now();
  /** How much of the time since then does not count: an editor was open, ms. */
  private pausedMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly readline: Interface;

  constructor(
    private readonly cluster: Cluster,
    private readonly isStepped: boolean,
    private readonly ended: (exit: number) => void,
  ) {
    this.shell = new Shell(cluster, workingFolder);
    this.readline = createInterface({
      input: process.stdin,
      output: process.stdout,
      terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
      prompt: process.stdin.isTTY ? '$ ' : '',
      historySize: 1000,
      removeHistoryDuplicates: false,
      completer: (line: string) => this.completed(line),
    });
    this.readline.on('line', (line) => this.typed(line));
    this.readline.on('SIGINT', () => this.interrupted());
    this.readline.on('close', () => {
      this.isClosed = true;
      this.goOn();
    });
    if (!isStepped) this.timer = setInterval(() => this.tick(), tickMs);
    this.readline.prompt();
  }

  private completed(line: string): [string[], string] {
    const around = {
      reading: this.cluster.reading,
      folder: workingFolder,
      namespace: this.shell.namespace,
    };
    const { from, choices } = completionOf(line, line.length, around);
    const typed = line.slice(from);
    const quote = /^["']/.exec(typed)?.[0] ?? '';
    return [choices.map((one) => quote + one + (/[=/.,]$/.test(one) ? '' : `${quote} `)), typed];
  }

  private typed(line: string): void {
    this.waiting.push(line);
    this.goOn();
  }

  /** Does the lines that wait, one after the other, as long as none takes its time. */
  private goOn(): void {
    if (this.isGoingOn) return;
    this.isGoingOn = true;
    while (!this.running && this.waiting.length > 0) this.take(this.waiting.shift() ?? '');
    this.isGoingOn = false;
    if (this.running) return;
    if (this.isClosed) this.finish();
    else this.readline.prompt();
  }

  private take(line: string): void {
    this.history = remembered(this.history, line);
    const text = line.trim();
    if (text === 'exit' || text === 'quit') {
      this.waiting.length = 0;
      this.readline.close();
    } else if (text === 'history')
      for (const [i, one] of this.history.entries()) console.log(`${String(i + 1).padStart(5)}  ${one}`);
    else if (text === 'clear') console.clear();
    else this.begin(line);
  }

  private begin(line: string): void {
    if (!this.isStepped) this.cluster.run(this.wallMs());
    this.running = this.shell.start(line);
    this.shown = 0;
    if (this.isStepped) {
      drive(this.running, this.cluster, this.cluster.nowMs + longestMs, (text) => text);
      this.cluster.run(this.cluster.nowMs + lineMs);
    }
    this.follow();
  }

  /** Where the wall clock says that the cluster is, ms. */
  private wallMs(): number {
    return Math.max(this.cluster.nowMs, Math.floor(performance.now() - this.began - this.pausedMs));
  }

  private tick(): void {
    if (this.running) advance(this.running, this.cluster, this.wallMs());
    this.cluster.run(this.wallMs());
    if (this.running) this.follow();
  }

  /** Shows what the line has printed, opens its editor, and goes on to the next one when it has ended. */
  private follow(): void {
    const line = this.running;
    if (!line) return;
    for (; this.shown < line.printed.length; this.shown++) {
      const one = line.printed[this.shown];
      if (one) process[one.stream].write(`${one.text}\n`);
    }
    if (line.waits?.for === 'editor') {
      const { name, text } = line.waits;
      const from = performance.now();
      this.readline.pause();
      const after = edited(name, text);
      this.readline.resume();
      this.pausedMs += performance.now() - from;
      line.resume(after);
      this.follow();
      return;
    }
    if (line.exit === undefined) return;
    this.exit = line.exit;
    this.running = undefined;
    this.goOn();
  }

  private interrupted(): void {
    process.stdout.write('^C\n');
    this.waiting.length = 0;
    if (this.running) {
      this.running.interrupt();
      this.follow();
      return;
    }
    this.readline.write(null, { ctrl: true, name: 'e' });
    this.readline.write(null, { ctrl: true, name: 'u' });
    this.readline.prompt();
  }

  private finish(): void {
    clearInterval(this.timer);
    this.isGoingOn = true;
    this.ended(this.exit);
  }
}

try {
  const { options, isStepped, wantsHelp } = asked(process.argv.slice(2));
  if (wantsHelp) console.log(usage);
  else
    new Terminal(new Cluster(options), isStepped, (exit) => {
      process.exitCode = exit;
    });
} catch (error) {
  const isUsage = error instanceof Mistake || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
