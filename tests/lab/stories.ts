import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Entry } from '@/lib/cluster/journal';
import type { Lab, Scenario } from '@/lib/lab/scenario';
import { Timeline } from '@/lib/lab/timeline';
import { data, deletePod, probed, scale, setImage, web } from '../cluster/web';

const text = { en: 'text', zh: '文字' };

/** Three replicas that are probed each second, with claims; all Ready at about 2 s. */
export const upCommands: readonly TimedCommand[] = [
  { atMs: 0, command: { verb: 'apply', object: web(3, { volumeClaimTemplates: data }, probed) } },
];

export const scenario = (commands: readonly TimedCommand[], more: Partial<Scenario> = {}): Scenario => ({
  id: 'test',
  caption: text,
  seed: 7,
  nodes: ['node-1', 'node-2', 'node-3'],
  subject: 'StatefulSet/web',
  commands,
  openAtMs: 0,
  pauseAtMs: 20_000,
  hands: ['scale', 'deletePod', 'failReadiness', 'policy'],
  ...more,
});

export const up = scenario(upCommands, { openAtMs: 5_000 });

/** A rollout of `db:broken` that is stuck at web-2; two must stay Ready while it is freed. */
export const stuckLab: Lab = {
  ...scenario([...upCommands, { atMs: 10_000, command: setImage('db:broken') }], { openAtMs: 20_000 }),
  id: 'stuck',
  title: text,
  task: text,
  hands: ['setImage', 'deletePod', 'scale'],
  images: ['db:v1', 'db:v2', 'db:broken'],
  goals: [
    {
      id: 'all-ready',
      text,
      condition: { all: [0, 1, 2].map((n) => ({ pod: `web-${n}`, ready: true })) },
      when: 'now',
    },
    { id: 'web-0-stays', text, condition: { pod: 'web-0', ready: true }, when: 'always' },
  ],
  hints: [],
  solutions: [],
  shortcuts: [],
};

export const solution: readonly TimedCommand[] = [
  { atMs: 21_000, command: setImage('db:v1') },
  { atMs: 22_000, command: deletePod('web-2') },
];

/** The journal of a scenario with further commands, up to a moment. */
export const journalOf = (
  { commands, seed }: Scenario,
  more: readonly TimedCommand[],
  untilMs: number,
): readonly Entry[] => {
  const nodes = up.nodes.map((name) => ({ name }));
  return new Timeline({ seed, nodes }, [...commands, ...more]).at(untilMs).journal;
};

export const at = (atMs: number, command: Command): TimedCommand => ({ atMs, command });
export { deletePod, scale, setImage };
