import { Cluster } from '../cluster/cluster';
import type { Result } from '../cluster/command';
import type { Flags } from '../cluster/flags';
import type { WriteEntry } from '../cluster/journal';
import { doneBy, saidBy } from './happened';
import { stateOf } from './look-at';
import { Names } from './names';
import type { CaseRecording, CaseStep } from './recording';
import { commandOf, isRefusal } from './steps';

const threeNodes = [{ name: 'node-1' }, { name: 'node-2' }, { name: 'node-3' }];
const seed = 1;

/** How the recorded control plane was set up, beside the defaults. */
const flags: Partial<Flags> = {
  horizontalPodAutoscalerSyncPeriodSeconds: 1,
  horizontalPodAutoscalerCpuInitializationPeriodSeconds: 0,
  nodeMonitorGracePeriodSeconds: 40,
};

/** All that is read of a recording: what it says happened is never an input. */
export type CaseSteps = Pick<CaseRecording, 'name' | 'nodes' | 'observe'> & {
  readonly steps: readonly Pick<CaseStep, 'do' | 'at'>[];
};

/** Plays a recording's steps on the model and writes what the model did in the recording's own form. */
export function playCase(recording: CaseSteps): CaseRecording {
  return playCaseOn(newCluster(recording), recording);
}

/** The cluster in which a recording is played, with nothing in it yet. */
export function newCluster({ nodes }: Pick<CaseRecording, 'nodes'>): Cluster {
  const cluster = new Cluster({ seed, nodes: nodes?.length ? nodes : threeNodes, kubelet: 'played', flags });
  // The recorded control plane has one class, `late`, and no default one.
  cluster.do({ verb: 'delete', kind: 'StorageClass', name: 'standard' });
  return cluster;
}

export function playCaseOn(cluster: Cluster, recording: CaseSteps): CaseRecording {
  const names = new Names();
  const beginMs = beginningMs(recording.steps);
  const runTo = (seconds: number) =>
    cluster.run(Math.max(cluster.nowMs, beginMs + Math.round(seconds * 1000)));
  const steps = recording.steps.map(({ do: step, at }): CaseStep => {
    const nowSeconds = (cluster.nowMs - beginMs) / 1000;
    const [doneAt, seenAt] = at ?? [nowSeconds, nowSeconds + (step.wait ?? 0) + 1];
    runTo(doneAt);
    const from = cluster.journal.length;
    const command = commandOf(cluster, names, step);
    const refused = isRefusal(command) ? command.refused : command && refusalOf(cluster.do(command));
    runTo(seenAt);
    const writes = cluster.journal.slice(from).filter((entry): entry is WriteEntry => entry.type === 'write');
    for (const { after } of writes) if (after) names.see(after);
    return {
      do: step,
      ...(at && { at }),
      ...(refused && { refused }),
      done: writes.flatMap((entry) => doneBy(entry, names)),
      events: writes.flatMap((entry) => saidBy(entry, names)),
      after: stateOf(cluster, names, recording.observe ?? {}),
    };
  });
  return { ...recording, steps };
}

const refusalOf = (result: Result<unknown>): CaseStep['refused'] => {
  if (result.ok) return undefined;
  const { code, reason, message } = result.status;
  return { status: code, ...(reason && { reason }), message };
};

/**
 * A real cluster's case begins anywhere within a second, and its recording does not say where. From the middle, no time that the
 * API keeps in whole seconds is more than a half off.
 */
const midSecondMs = 500;

/**
 * When on the model's clock the case begins, so that the minutes of a CronJob fall where they fell: a step that waits until
 * second n of the minute is looked at when quiet was waited for, too, which takes as long as at the other steps.
 */
export function beginningMs(steps: CaseSteps['steps']): number {
  const waiting = steps.find(({ do: step, at }) => step.waitUntilSecond !== undefined && at);
  if (!waiting?.at || waiting.do.waitUntilSecond === undefined) return midSecondMs;
  const quiets = steps.flatMap(({ do: step, at }) =>
    at && step.wait === undefined && step.waitUntilSecond === undefined ? [at[1] - at[0]] : [],
  );
  const quiet = quiets.length ? Math.min(...quiets) : 0;
  const reached = waiting.at[1] - quiet;
  const early = waiting.do.waitUntilSecond - reached;
  return Math.round((((early % 60) + 60) % 60) * 1000);
}
