import { causesOf, type Entry, type WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf, nameOf } from '../cluster/keys';
import type { KubeObject, Pod } from '../cluster/objects';
import { isReady } from '../cluster/pods';
import type { Slowed } from './slowed';
import type { WhyLink } from './view';

const maxLinks = 9;
const maxHops = 2_000;

/**
 * Why something is so: from an entry down its causes to a command. Steps that a reader would not name (Events, status
 * counts, revisions) are passed over. Newest first; the last link is the command, if one began it. Of a long chain the
 * middle is left out: the newest links and the command stay.
 */
export function whyChain(journal: readonly Entry[], from: number | undefined): WhyLink[] {
  const links: WhyLink[] = [];
  let at = from;
  for (let hops = 0; at !== undefined && hops < maxHops; hops++) {
    const entry: Entry | undefined = journal[at];
    if (!entry) break;
    const link = linkOf(entry, links.length === 0);
    const last = links.at(-1);
    if (link && !(last && last.key === link.key && last.object === link.object))
      links.push({ ...link, ...machineOf(journal, entry) });
    const because = causesOf(entry).at(-1);
    at = because !== undefined && because < at ? because : undefined;
  }
  return links.length > maxLinks ? [...links.slice(0, maxLinks - 1), ...links.slice(-1)] : links;
}

function linkOf(entry: Entry, isFirst: boolean): WhyLink | undefined {
  const base = { atMs: entry.atMs, by: entry.cause.by, ...(entry.cause.rule && { rule: entry.cause.rule }) };
  if (entry.type === 'command') return { ...base, key: 'command', object: '', command: entry.command };
  if (entry.type === 'transition') {
    return isFirst && entry.machine !== 'pod'
      ? { ...base, key: 'waits', object: nameOf(entry.about ?? entry.key), rule: entry.guard }
      : undefined;
  }
  const kind = kindOf(entry.key);
  const key = kind === 'Pod' ? podChange(entry) : passedOver.has(kind) ? undefined : change(entry);
  return key && { ...base, key, object: nameOf(entry.key) };
}

/** Whose rule it was that decided: its machine's transition stands before all that it wrote, at the same moment. */
function machineOf(
  journal: readonly Entry[],
  { sequence, atMs, cause }: Entry,
): Pick<WhyLink, 'machine'> | undefined {
  if (!cause.rule) return undefined;
  for (let at = sequence; journal[at]?.atMs === atMs; at--) {
    const entry = journal[at];
    const isIt = entry?.type === 'transition' && entry.guard === cause.rule && entry.cause.on === cause.on;
    if (isIt && entry.cause.by === cause.by) return { machine: entry.machine };
  }
  return undefined;
}

/** Objects that others keep: what happens to them explains nothing. */
const passedOver = new Set(['Event', 'EndpointSlice', 'ControllerRevision', 'PersistentVolume']);

/** The last thing that was done to an object, and why, down to the command that began it. */
export function whyIs(journal: readonly Entry[], key: string): WhyLink[] {
  const last = journal.findLast((entry) => entry.type === 'write' && entry.key === key && isTold(entry));
  return whyChain(journal, last?.sequence);
}

/** Why a Pod is not Ready that starts slowly: its start, and the command that made its starts slow. */
export const whySlowed = (journal: readonly Entry[], { key, atMs, by }: Slowed): WhyLink[] => [
  { atMs, by: 'kubelet', key: 'startedSlowly', object: nameOf(key) },
  ...whyChain(journal, by.because),
];

const isTold = (entry: Entry): boolean => linkOf(entry, false) !== undefined;

function podChange({ before, after }: WriteEntry): WhyLink['key'] | undefined {
  const [old, now] = [before as Pod | undefined, after as Pod | undefined];
  if (!now) return 'gone';
  if (!old) return 'created';
  if (isTerminating(now) && !isTerminating(old)) return 'deleted';
  if (isReady(now) !== isReady(old)) return isReady(now) ? 'becameReady' : 'becameUnready';
  if (now.spec.nodeName !== old.spec.nodeName) return 'bound';
  return now.status.phase === 'Running' && old.status.phase !== 'Running' ? 'started' : undefined;
}

function change({ before, after }: WriteEntry): WhyLink['key'] | undefined {
  if (!after) return 'deleted';
  if (!before) return 'created';
  if (isTerminating(after) && !isTerminating(before)) return 'deleted';
  if (replicasOf(after) !== replicasOf(before)) return 'scaled';
  return after.metadata.generation === before.metadata.generation ? undefined : 'updated';
}

const replicasOf = (object: KubeObject): unknown =>
  (object.spec as { readonly replicas?: unknown } | undefined)?.replicas;
