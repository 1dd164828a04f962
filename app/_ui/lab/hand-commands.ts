import type { Command } from '@/lib/cluster/command';
import type { Scenario } from '@/lib/lab/scenario';
import { at } from './command-words';
import { shortName } from './words';

const subjectOf = (scenario: Scenario) => ({
  kind: scenario.subject?.split('/')[0] ?? '',
  name: shortName(scenario.subject),
});

export const scale = (scenario: Scenario, replicas: number): Command => ({
  verb: 'scale',
  ...subjectOf(scenario),
  replicas,
});

export const deletePod = (name: string): Command => ({ verb: 'delete', kind: 'Pod', name });

export const deleteSet = (scenario: Scenario): Command => ({ verb: 'delete', ...subjectOf(scenario) });

/** `kubectl set image`: a strategic merge patch that names the first container of the subject's template. */
export function setImage(scenario: Scenario, image: string): Command {
  const body = { spec: { template: { spec: { containers: [{ name: containerOf(scenario), image }] } } } };
  return { verb: 'patch', ...subjectOf(scenario), type: 'strategic', body };
}

export const setMinReadySeconds = (scenario: Scenario, minReadySeconds: number): Command => ({
  verb: 'patch',
  ...subjectOf(scenario),
  type: 'merge',
  body: { spec: { minReadySeconds } },
});

export const setWhenScaled = (scenario: Scenario, whenScaled: 'Retain' | 'Delete'): Command => ({
  verb: 'patch',
  ...subjectOf(scenario),
  type: 'merge',
  body: { spec: { persistentVolumeClaimRetentionPolicy: { whenScaled } } },
});

/** Name of the subject's first container as the scenario's own manifest gives it. */
function containerOf(scenario: Scenario): string {
  const { kind, name } = subjectOf(scenario);
  for (const { command } of scenario.commands) {
    if (command.verb !== 'apply' && command.verb !== 'create') continue;
    if (command.object.kind !== kind || at(command.object, 'metadata', 'name') !== name) continue;
    const container = at(command.object, 'spec', 'template', 'spec', 'containers', '0', 'name');
    if (typeof container === 'string') return container;
  }
  throw new Error(
    `scenario ${scenario.id} has the hand setImage, but no command makes ${scenario.subject} with a container`,
  );
}
