import type { Container } from '../objects';
import { type Socket, socketOf } from './sockets';

/**
 * What a container's program does. The model knows one program, `/app`, the image's entrypoint in the recordings; alone it
 * does `pause`. Source: the conformance README, `pods/`. Images other than those of the recordings may run any command:
 * a few that lessons like are known, the rest run until they are told to stop.
 */
export type Ending = { readonly afterMs: number; readonly exitCode: number; readonly reason?: string };

/** Who has which files: what a container sees. */
export interface Files {
  has(path: string): boolean;
  /** Whether a connection to a Service by its name is taken; where nobody can tell, it counts as taken. */
  answers?(host: string, port: number): boolean;
}

/** What `nc -z` tries to reach. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/** A command that ran to its end. */
export interface Ran extends Ending {
  readonly output: string;
  readonly touches?: string;
  readonly removes?: string;
}

export interface Program {
  /** Ends by itself so long after its start. */
  readonly ends?: Ran;
  /** Ends so long after SIGTERM; absent when it ignores the signal. */
  readonly onTerm?: Ending;
  /** Listens there, if it can; over TCP it answers HTTP. `any`: nothing is known of the program, it answers on every port. */
  readonly listens?: readonly Socket[] | 'any';
  /** `/healthz` answers 200 only while this file is there. */
  readonly healthFile?: string;
  /** Tries again and again until that is reached, and ends with 0 then: `until nc -z HOST PORT; do sleep S; done`. */
  readonly waits?: Target & { readonly everyMs: number };
  /** Has made this file when it began. */
  readonly touches?: string;
  /** There is no such program in the image: why it can not be executed. */
  readonly absent?: string;
}

const entrypoint = '/app';
/** Whether all is known of an image: `/app` is its only program. Source: the conformance README, `pods/`. */
export const isTestImage = (image: string): boolean => /^(app|db|agent)(:|@|$)/.test(image);

const seconds = (text: string | undefined): number => Math.max(0, Number(text) || 0) * 1000;
const ranFor = (afterMs: number, exitCode: number, output = ''): Ran => ({ afterMs, exitCode, output });

/** An image that is no test image is taken for one without an entrypoint, as busybox is: then its arguments are the command. */
function argvOf({ image, command, args = [] }: Container): readonly string[] {
  if (command?.length) return [...command, ...args];
  return isTestImage(image) || args.length === 0 ? [entrypoint, ...args] : args;
}

/** A command of `/app` that ends, or undefined for one that goes on. */
function ranByApp([, verb, first, second]: readonly string[], files: Files): Ran | undefined {
  switch (verb) {
    case 'exit':
      return ranFor(seconds(second), Number(first) || 0);
    case 'sleep':
      return ranFor(seconds(first), 0);
    case 'test':
      return files.has(first ?? '') ? ranFor(0, 0) : ranFor(0, 1, `no ${first}\n`);
    case 'touch':
      return { ...ranFor(0, 0), touches: first ?? '' };
    case 'rm':
      return { ...ranFor(0, 0), removes: first ?? '' };
    default:
      return undefined;
  }
}

/** What `echo` prints: its words. A script of more than that says nothing. */
function echoed(script: string | undefined, words: readonly string[]): string {
  if (script === undefined) return `${words.join(' ')}\n`;
  return /[;&|<>$`\\]/.test(script) ? '' : `${words.join(' ').replace(/["']/g, '')}\n`;
}

/** What `nc -z [-w SECONDS] HOST PORT` tries to reach; undefined for other words. */
function targetOf(words: readonly string[]): Target | undefined {
  if (words[0] !== 'nc' || !words.some((word) => /^-\w*z/.test(word))) return undefined;
  const [host = '', port] = words.slice(1).filter((word, at) => !word.startsWith('-') && words[at] !== '-w');
  return { host, port: Number(port) || 0 };
}

const isReached = ({ host, port }: Target, files: Files): boolean => files.answers?.(host, port) ?? true;

const scriptOf = ([, first, second]: readonly string[]): string | undefined =>
  first === '-c' ? second?.trim() : undefined;

/** Whether what a command finds depends on others than its container. */
export const asksOthers = (argv: readonly string[]): boolean =>
  targetOf(scriptOf(argv)?.split(/\s+/) ?? argv) !== undefined;

/** A script that waits for something to be reached. */
function waitOf(script: string): Program['waits'] {
  const [, test = '', pause] = /^until (nc [^;]+?)\s*; *do sleep (\d+)\s*; *done;?$/.exec(script) ?? [];
  const target = targetOf(test.split(/\s+/));
  return target && { ...target, everyMs: Math.max(1000, seconds(pause)) };
}

/** A script that tries to reach something once, and becomes another program if it can. */
function guardOf(
  script: string,
): { readonly target: Target; readonly command: readonly string[] } | undefined {
  const [, test = '', rest = ''] = /^(nc [^;&|]+?)\s*&& *exec (.+)$/.exec(script) ?? [];
  const target = targetOf(test.split(/\s+/));
  return target && { target, command: rest.split(/\s+/) };
}

/** What other images' commands do, as far as the model knows them. */
function ranByOther(argv: readonly string[], files: Files): Ran | undefined {
  const [path = ''] = argv;
  const script = scriptOf(argv);
  const words = script === undefined ? [path.split('/').at(-1) ?? '', ...argv.slice(1)] : script.split(/\s+/);
  const target = targetOf(words);
  if (target) return ranFor(0, isReached(target, files) ? 0 : 1);
  switch (words[0]) {
    case 'true':
      return ranFor(0, 0);
    case 'echo':
      return ranFor(0, 0, echoed(script, words.slice(1)));
    case 'false':
      return ranFor(0, 1);
    case 'exit':
      return ranFor(0, Number(words[1]) || 0);
    case 'sleep':
      return ranFor(words[1] === 'infinity' ? Number.POSITIVE_INFINITY : seconds(words[1]), 0);
    default:
      return undefined;
  }
}

/** Why an image has no such program, in runc's words; undefined if it has. */
function whyAbsent(image: string, path: string): string | undefined {
  if (path === entrypoint || !isTestImage(image)) return undefined;
  return path.startsWith('/')
    ? `exec: ${JSON.stringify(path)}: stat ${path}: no such file or directory`
    : `exec: ${JSON.stringify(path)}: executable file not found in $PATH`;
}

/** What a command does in a container of this image when it is run there; one that goes on never ends. */
export function run(image: string, argv: readonly string[], files: Files): Ran {
  const [path = ''] = argv;
  const absent = whyAbsent(image, path);
  if (absent)
    return ranFor(
      0,
      127,
      `OCI runtime exec failed: exec failed: unable to start container process: ${absent}: unknown`,
    );
  const ran = path === entrypoint ? ranByApp(argv, files) : (ranByOther(argv, files) ?? ranFor(0, 0));
  return ran ?? ranFor(Number.POSITIVE_INFINITY, 0);
}

const usualSocket: Socket = { protocol: 'TCP', address: '', port: 8080 };
const stopsAt = (exitCode: number, afterMs = 0): Ending => ({ afterMs, exitCode });

/** A script of a few words that asks the network: undefined for any other. */
function askingProgram(container: Container, argv: readonly string[], files: Files): Program | undefined {
  const script = scriptOf(argv) ?? '';
  const waits = waitOf(script);
  if (waits)
    return { onTerm: stopsAt(143), ...(isReached(waits, files) ? { ends: ranFor(0, 0) } : { waits }) };
  const guard = guardOf(script);
  if (!guard) return undefined;
  const command = [...guard.command];
  return isReached(guard.target, files)
    ? programOf({ ...container, command, args: [] }, files)
    : { ends: ranFor(0, 1) };
}

/**
 * The program that a container runs, from what its files are when it starts. Who asks of one that runs already gives files
 * without `answers`: what it reached when it started does not count any more.
 */
export function programOf(container: Container, files: Files): Program {
  const argv = argvOf(container);
  const [path = '', verb = 'pause', first, second] = argv;
  const absent = whyAbsent(container.image, path);
  if (absent) return { absent };
  if (path !== entrypoint) {
    const asking = askingProgram(container, argv, files);
    if (asking) return asking;
    const ran = ranByOther(argv, files);
    return {
      onTerm: stopsAt(ran ? 143 : 0),
      ...(!ran && { listens: 'any' as const }),
      ...(ran && Number.isFinite(ran.afterMs) && { ends: ran }),
    };
  }
  switch (verb) {
    case 'stubborn':
      return {};
    case 'graceful':
      return { onTerm: stopsAt(Number(second) || 0, seconds(first)) };
    case 'eat':
      return {
        onTerm: stopsAt(2),
        ...(container.resources?.limits?.memory && {
          ends: { ...ranFor(500, 137), reason: 'OOMKilled' },
        }),
      };
    case 'serve':
      return {
        onTerm: stopsAt(2),
        listens: [socketOf(first ?? '') ?? usualSocket],
        ...(second && { healthFile: second }),
      };
    case 'write':
      return { onTerm: stopsAt(2), touches: first ?? '' };
    case 'follow':
      return { onTerm: stopsAt(2), ...(!files.has(first ?? '') && { ends: ranFor(0, 1, `no ${first}\n`) }) };
    case 'pause':
      return { onTerm: stopsAt(0), ...(!isTestImage(container.image) && { listens: 'any' as const }) };
    default: {
      const ends = ranByApp(argv, files);
      return { onTerm: stopsAt(2), ...(ends && { ends }) };
    }
  }
}

/** How an image behaves beyond its program. */
export interface Image {
  /** Its readiness probe never succeeds. */
  readonly neverReady?: boolean;
}

/** Images that lessons use to break things. Every other image is there and good, but for those that `images.ts` can not pull. */
export const images: Readonly<Record<string, Image>> = {
  'db:broken': { neverReady: true },
  'app:broken': { neverReady: true },
};
