import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Manifest } from '@/lib/cluster/objects';

/** What is done in the stories of several lessons. */
export const apply = (object: Manifest): Command => ({ verb: 'apply', object });
export const deletePod = (name: string): Command => ({ verb: 'delete', kind: 'Pod', name });

/** So many commands at one moment, ms, in this order. */
export const at = (atMs: number, ...commands: readonly Command[]): TimedCommand[] =>
  commands.map((command) => ({ atMs, command }));
