import type { Cluster } from '../cluster/cluster';
import type { Command, Result, TimedCommand } from '../cluster/command';
import type { KubeObject } from '../cluster/objects';
import { statusOf, Tally } from './denial';
import type { LabStatement, Scenario } from './scenario';
import type { ClusterAtPrompt, Typist } from './typist';

type Told = Pick<Cluster, 'nowMs' | 'commands' | 'copy' | 'do'>;

/** A typist whose lines are refused what a run of this scenario does not take: that is done nowhere and in no log. */
export const boundTypist = (typist: Typist, scenario: Scenario | LabStatement): Typist => ({
  ...typist,
  start: (cluster, line, shell) => typist.start(bound(cluster, scenario), line, shell),
});

const bound = (cluster: ClusterAtPrompt, scenario: Scenario | LabStatement): ClusterAtPrompt =>
  Object.create(cluster, { do: { value: (command: Command) => doneWithin(scenario, cluster, command) } });

/** Does a command if a run of the scenario takes it. The API server's own refusal is said before the run's. */
export function doneWithin(
  scenario: Scenario | LabStatement,
  cluster: Told,
  command: Command,
): Result<KubeObject | undefined> {
  const given = new Set<Command>(scenario.commands.map((one) => one.command));
  const log = new Tally(scenario);
  for (const one of cluster.commands) if (!given.has(one.command)) log.add(one.command);
  const timed: TimedCommand = { atMs: cluster.nowMs, command };
  const denial = log.denialOf(timed);
  if (!denial) return cluster.do(command);
  const tried = cluster.copy().do(command);
  return tried.ok ? { ok: false, status: statusOf(denial) } : tried;
}
