import { Failure } from '../failure';
import { durationMs, type Flag, Flags, isBool } from './flag';

/** A line's words, told apart: what are flags, what are arguments, and how many of these came before `--`. */
export interface Parsed {
  readonly words: readonly string[];
  /** How many arguments stood before `--`; undefined without one. */
  readonly dashAt?: number;
  readonly flags: Flags;
  readonly wantsHelp: boolean;
}

const quoted = (text: string): string => JSON.stringify(text);

/** Limits of Go's whole numbers; beyond 2^53 a number is near enough. */
const largest: Readonly<Record<string, number>> = { int32: 2 ** 31, int: 2 ** 63, int64: 2 ** 63 };

/** What Go's parser says of a value that does not fit its flag. */
function misfit({ kind }: Flag, value: string): string | undefined {
  const cannot = (parser: string, why: string) => `strconv.${parser}: parsing ${quoted(value)}: ${why}`;
  switch (kind) {
    case 'bool':
      return isBool(value) ? undefined : cannot('ParseBool', 'invalid syntax');
    case 'int':
    case 'int32':
    case 'int64': {
      const parser = kind === 'int32' ? 'ParseInt' : 'ParseInt';
      if (!/^[+-]?(\d+|0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(value))
        return cannot(parser, 'invalid syntax');
      const limit = largest[kind] ?? 0;
      const number = Number(value);
      return number >= limit || number < -limit ? cannot(parser, 'value out of range') : undefined;
    }
    case 'duration':
      if (durationMs(value) !== undefined) return undefined;
      return /^[+-]?\d+(\.\d*)?$/.test(value)
        ? `time: missing unit in duration ${quoted(value)}`
        : `time: invalid duration ${quoted(value)}`;
    default:
      return undefined;
  }
}

const labelOf = ({ name, short }: Flag): string => (short ? `-${short}, --${name}` : `--${name}`);

/** Whether a flag may stand without a value. */
const bareOf = ({ kind, bare }: Flag): string | undefined => bare ?? (kind === 'bool' ? 'true' : undefined);

const help: Flag = { name: 'help', short: 'h', kind: 'bool', says: 'help for the command' };

/**
 * Tells flags from arguments, in any order. `path` is the command as it was found (`kubectl get`), for the refusals.
 * Models spf13/pflag FlagSet.Parse, spf13/cobra ValidateRequiredFlags, with kubectl's FlagErrorFunc.
 */
export function parseFlags(path: string, known: readonly Flag[], args: readonly string[]): Parsed {
  const names = new Map([help, ...known].map((flag) => [flag.name, flag]));
  const shorts = new Map(
    [help, ...known].flatMap((flag) => (flag.short ? [[flag.short, flag] as const] : [])),
  );
  const given = new Map<string, string[]>();
  const words: string[] = [];
  let dashAt: number | undefined;
  const refuse = (why: string): never => {
    throw new Failure(`${why}\nSee '${path} --help' for usage.`);
  };
  const set = (flag: Flag, value: string) => {
    const why = misfit(flag, value);
    if (why) refuse(`invalid argument ${quoted(value)} for ${quoted(labelOf(flag))} flag: ${why}`);
    given.set(flag.name, [...(given.get(flag.name) ?? []), value]);
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      dashAt = words.length;
      words.push(...args.slice(i + 1));
      break;
    }
    if (arg.startsWith('--')) {
      const at = arg.indexOf('=');
      const name = at < 0 ? arg.slice(2) : arg.slice(2, at);
      if (!name || name.startsWith('-')) refuse(`bad flag syntax: ${arg}`);
      const flag = names.get(name) ?? refuse(`unknown flag: --${name}`);
      const bare = bareOf(flag);
      if (at >= 0) set(flag, arg.slice(at + 1));
      else if (bare !== undefined) set(flag, bare);
      else if (i + 1 < args.length) set(flag, args[++i] ?? '');
      else refuse(`flag needs an argument: --${name}`);
    } else if (arg.startsWith('-') && arg.length > 1) {
      for (let rest = arg.slice(1); rest; ) {
        const [letter = ''] = rest;
        const flag = shorts.get(letter) ?? refuse(`unknown shorthand flag: '${letter}' in -${rest}`);
        const after = rest.slice(letter.length);
        const bare = bareOf(flag);
        rest = '';
        if (after.startsWith('=')) set(flag, after.slice(1));
        else if (bare !== undefined) {
          set(flag, bare);
          rest = after;
        } else if (after) set(flag, after);
        else if (i + 1 < args.length) set(flag, args[++i] ?? '');
        else refuse(`flag needs an argument: '${letter}' in -${letter}`);
      }
    } else words.push(arg);
  }
  const flags = new Flags(names, given);
  const wantsHelp = flags.bool('help');
  const missing = known.filter((flag) => flag.required && !given.has(flag.name));
  if (missing.length > 0 && !wantsHelp)
    throw new Failure(`required flag(s) ${missing.map(({ name }) => quoted(name)).join(', ')} not set`);
  return { words, ...(dashAt !== undefined && { dashAt }), flags, wantsHelp };
}
