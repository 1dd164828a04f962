import type { Command, TimedCommand } from '../cluster/command';
import { compact, expanded } from './compact';
import { isTooMuch } from './denial';
import { futureNames } from './future';
import { runLimits } from './limits';
import { type LabShown, type PackedShown, packedShown, unpackedShown } from './link-shown';
import { canBePlayed } from './permits';
import type { SessionState } from './session';
import type { FutureName } from './view';

/** A cluster that no lesson has: what it begins with. */
export interface LinkStart {
  readonly seed: number;
  readonly nodes: readonly string[];
  readonly subject?: string;
  readonly commands: readonly TimedCommand[];
}

/** What a link holds: a lesson's scenario by its id, or a cluster of its own; what a reader did and looks at. */
export interface LabLink {
  readonly scenario: string | LinkStart;
  readonly state: SessionState;
  readonly shown?: LabShown;
}

export type LinkRead =
  | { readonly ok: true; readonly link: LabLink }
  | { readonly ok: false; readonly why: 'newerVersion' | 'damaged' | 'tooMuch' };

/** Versions that are read. A new one is added, an old one is never taken away. */
const version = '1';
/** Bytes of JSON that a link may unfold to. */
const mostBytes = 200_000;

/** [wait since the command before, ms; the command] */
type PackedCommand = readonly [number, Command];
/** [name, moment of the fork, where it was forked from, its policy, how many commands it shares with that one, the rest] */
type PackedFuture = readonly [
  string,
  number | null,
  string | null,
  string | null,
  number,
  readonly PackedCommand[],
];
interface Packed {
  readonly s: string | readonly [number, readonly string[], string | null, readonly PackedCommand[]];
  readonly t: number;
  readonly h: string;
  readonly f: readonly PackedFuture[];
  /** Not in links of an older time. */
  readonly v?: PackedShown;
}

/** A session as the part of an address behind `#`: a version's digit, then letters that an address takes. */
export function linkOf({ scenario, state, shown = {} }: LabLink): string {
  const view = packedShown(shown);
  const packed: Packed = {
    s:
      typeof scenario === 'string'
        ? scenario
        : [scenario.seed, scenario.nodes, scenario.subject ?? null, packedCommands(scenario.commands)],
    t: state.nowMs,
    h: state.here,
    f: state.futures.map((future) => {
      const base = state.futures.find(({ name }) => name === future.from)?.commands ?? [];
      const shared = sharedCount(base, future.commands);
      return [
        future.name,
        future.forkedAtMs ?? null,
        future.from ?? null,
        future.policy ?? null,
        shared,
        packedCommands(future.commands.slice(shared), base[shared - 1]?.atMs),
      ];
    }),
    ...(view && { v: view }),
  };
  return version + compact(JSON.stringify(packed));
}

function sharedCount(base: readonly TimedCommand[], commands: readonly TimedCommand[]): number {
  const differs = commands.findIndex(
    (command, i) => command !== base[i] && JSON.stringify(command) !== JSON.stringify(base[i]),
  );
  return differs < 0 ? commands.length : differs;
}

function packedCommands(commands: readonly TimedCommand[], fromMs = 0): PackedCommand[] {
  return commands.map(({ atMs, command }, i) => [atMs - (commands[i - 1]?.atMs ?? fromMs), command]);
}

/** What a link holds; why not, when it holds nothing that can be opened. A stranger's word: each value is looked at. */
export function readLink(text: string): LinkRead {
  if (text[0] !== version) return { ok: false, why: /^[2-9]/.test(text) ? 'newerVersion' : 'damaged' };
  const json = expanded(text.slice(1), mostBytes);
  if (json === undefined) return { ok: false, why: 'damaged' };
  try {
    const link = unpacked(JSON.parse(json) as Packed);
    if (!isWithinLimits(link)) return { ok: false, why: 'tooMuch' };
    return { ok: true, link };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { ok: false, why: 'damaged' };
    throw error;
  }
}

/** Fails with a TypeError for a value of another form. */
function unpacked({ s, t, h, f, v }: Packed): LabLink {
  if (!Array.isArray(f) || f.length === 0 || f.length > futureNames.length) throw new TypeError('futures');
  const futures = new Map<string, SessionState['futures'][number]>();
  // A future may be forked from one whose name comes later: those that are whole come first.
  const waiting = [...f];
  for (let turn = 0; waiting.length > 0 && turn < f.length * f.length; turn++) {
    const next = waiting.shift() as PackedFuture;
    const [, , from, , shared] = next;
    const hasBase = from === null || futures.has(from) || shared === 0;
    if (!hasBase) waiting.push(next);
    else if (futures.has(next[0])) throw new TypeError('a future twice');
    else futures.set(next[0], futureOf(next, futures.get(from ?? '')?.commands ?? []));
  }
  if (waiting.length > 0 || !futures.has(h)) throw new TypeError('futures');
  const inOrder = futureNames.flatMap((name) => futures.get(name) ?? []);
  return {
    scenario: typeof s === 'string' ? s : startOf(s),
    state: { nowMs: moment(t), here: futureName(h), futures: inOrder },
    ...(v !== undefined && { shown: unpackedShown(v) }),
  };
}

function startOf([seed, nodes, subject, commands]: Exclude<Packed['s'], string>): LinkStart {
  if (!Number.isInteger(seed) || !Array.isArray(nodes) || !nodes.every((node) => typeof node === 'string'))
    throw new TypeError('start');
  if (subject !== null && typeof subject !== 'string') throw new TypeError('subject');
  return { seed, nodes, ...(subject !== null && { subject }), commands: commandsOf(commands, 0) };
}

function futureOf(
  [name, forkedAtMs, from, policy, shared, rest]: PackedFuture,
  base: readonly TimedCommand[],
): SessionState['futures'][number] {
  if (!Number.isInteger(shared) || shared < 0 || shared > base.length) throw new TypeError('shared');
  if (policy !== null && policy !== 'OrderedReady' && policy !== 'Parallel') throw new TypeError('policy');
  const before = base.slice(0, shared);
  return {
    name: futureName(name),
    ...(from !== null && { from: futureName(from) }),
    ...(forkedAtMs !== null && { forkedAtMs: moment(forkedAtMs) }),
    ...(policy !== null && { policy }),
    commands: [...before, ...commandsOf(rest, before.at(-1)?.atMs ?? 0)],
  };
}

function commandsOf(packed: readonly PackedCommand[], fromMs: number): TimedCommand[] {
  if (!Array.isArray(packed)) throw new TypeError('commands');
  let last = fromMs;
  return (packed as readonly PackedCommand[]).map(([waitMs, command]) => {
    last = moment(last + moment(waitMs));
    if (!canBePlayed(command)) throw new TypeError('command');
    return { atMs: last, command };
  });
}

function moment(ms: number): number {
  if (!Number.isInteger(ms) || ms < 0 || ms > runLimits.linkMs) throw new TypeError('moment');
  return ms;
}

function futureName(name: string): FutureName {
  const found = futureNames.find((one) => one === name);
  if (!found) throw new TypeError('name');
  return found;
}

/** Not more than one figure can hold, however small the link is. */
function isWithinLimits({ scenario, state }: LabLink): boolean {
  const start = typeof scenario === 'string' ? [] : scenario.commands;
  if (typeof scenario !== 'string' && scenario.nodes.length > runLimits.nodes) return false;
  return state.futures.every(({ commands }) => !isTooMuch([...start, ...commands]));
}
