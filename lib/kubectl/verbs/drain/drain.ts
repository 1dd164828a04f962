import type { Command } from '../../../cluster/command';
import { keyOf } from '../../../cluster/keys';
import type { Pod } from '../../../cluster/objects';
import { asked, type Call, dryRunOf, dryRunSuffix } from '../../call';
import { Failure, Failures, Refused } from '../../failure';
import type { Flag } from '../../flags/flag';
import { dryRunFlag, selectorFlag } from '../../flags/sets';
import { labelQueryOf } from '../../label-query';
import type { Pause } from '../../line';
import type { Verb } from '../../verb';
import { nodesOf, setUnschedulable } from './cordon';
import { isSkipped, podsToGo } from './filters';

const flags: readonly Flag[] = [
  selectorFlag,
  dryRunFlag,
  { name: 'force', kind: 'bool', says: 'also Pods without a controller' },
  { name: 'ignore-daemonsets', kind: 'bool', says: 'leave the Pods of DaemonSets alone' },
  { name: 'delete-emptydir-data', kind: 'bool', says: 'also Pods whose emptyDir is lost with them' },
  { name: 'grace-period', kind: 'int', unset: '-1', says: "seconds for each Pod; below 0 the Pod's own" },
  { name: 'timeout', kind: 'duration', unset: '0s', says: 'how long to wait at most; 0 is for ever' },
  { name: 'pod-selector', kind: 'string', says: 'only Pods with these labels' },
  { name: 'disable-eviction', kind: 'bool', says: 'delete, whatever PodDisruptionBudgets say' },
  {
    name: 'skip-wait-for-delete-timeout',
    kind: 'int',
    unset: '0',
    says: 'do not wait for Pods that go for longer',
  },
  { name: 'chunk-size', kind: 'int64', unset: '500', says: 'taken, does nothing' },
];

/** How long a drain waits after an eviction was refused, and between two looks at a Pod that goes, ms. Source: pkg/drain. */
const retryMs = 5000;
const lookMs = 1000;

type Waits = Generator<Pause, readonly Failure[], string | undefined>;

/** Takes the Pods off nodes for maintenance. Models kubectl pkg/cmd/drain, pkg/drain (v1.37). */
export const drain: Verb = {
  help: {
    says: 'Drain node in preparation for maintenance: cordon it, evict its Pods, wait until they are gone.',
    usage: 'NODE',
    examples: ['kubectl drain node-1 --ignore-daemonsets'],
  },
  flags,
  *run(call) {
    try {
      labelQueryOf(call.flags.text('pod-selector'));
    } catch {
      throw new Failure('--pod-selector=<pod_selector> must be a valid label selector');
    }
    const dryRun = dryRunOf(call);
    const infos = nodesOf(call, 'drain NODE');
    setUnschedulable(call, infos, true);
    const remaining: string[] = [];
    const fatal: Failure[] = [];
    for (const { name } of infos) {
      const failures = yield* drainOne(call, name);
      if (failures.length === 0) {
        call.out(`node/${name} drained${dryRunSuffix(dryRun)}`);
        continue;
      }
      const messages = failures.map(({ message }) => message);
      const why = messages.length === 1 ? messages[0] : `[${messages.join(', ')}]`;
      call.err(`error: unable to drain node "${name}" due to error: ${why}, continuing command...`);
      remaining.push(name);
      fatal.push(...failures);
    }
    if (remaining.length > 0)
      call.err('There are pending nodes to be drained:', ...remaining.map((name) => ` ${name}`));
    if (fatal.length > 0) throw new Failures(fatal);
    return 0;
  },
};

/** Source: deleteOrEvictPodsSimple. */
function* drainOne(call: Call, node: string): Waits {
  const { pods, warnings, failures } = podsToGo(call, node);
  if (failures.length > 0) return failures;
  if (warnings) call.err(`Warning: ${warnings}`);
  const dryRun = dryRunOf(call);
  if (dryRun !== 'none') {
    for (const { metadata } of pods)
      call.out(`evicting pod ${metadata.namespace}/${metadata.name}${dryRunSuffix(dryRun)}`);
    return [];
  }
  const failed = yield* taken(call, pods);
  if (failed.length === 0) return [];
  const pending = podsToGo(call, node);
  const messages = failed.map(({ message }) => message);
  if (pending.pods.length > 0)
    call.err(
      `There are pending pods in node "${node}" when an error occurred: ${messages.length === 1 ? messages[0] : `[${messages.join(', ')}]`}`,
      ...pending.pods.map(({ metadata }) => `pod/${metadata.name}`),
    );
  return failed;
}

/** A Pod on its way: to be evicted, or going. */
interface Going {
  readonly pod: Pod;
  isEvicted: boolean;
  /** When it is looked at next, ms. */
  atMs: number;
}

/** Evicts the Pods, each for itself, and waits until they are gone. Source: evictPods, deletePods, waitForDelete. */
function* taken(call: Call, pods: readonly Pod[]): Waits {
  const timeoutMs = call.flags.milliseconds('timeout');
  const limitMs = timeoutMs > 0 ? call.cluster.nowMs + timeoutMs : Number.POSITIVE_INFINITY;
  const failures: Failure[] = [];
  let going: Going[] = pods.map((pod) => ({ pod, isEvicted: false, atMs: call.cluster.nowMs }));
  for (;;) {
    const left: Going[] = [];
    for (const one of going) {
      if (one.atMs > call.cluster.nowMs && call.cluster.nowMs < limitMs) left.push(one);
      else if (!looked(call, one, limitMs, failures)) left.push(one);
    }
    going = left;
    if (going.length === 0) return failures;
    const nextMs = Math.min(...going.map(({ atMs }) => atMs), limitMs);
    yield { for: 'moment', untilMs: nextMs };
  }
}

/** Looks at one Pod; true when there is nothing left to do about it. */
function looked(call: Call, one: Going, limitMs: number, failures: Failure[]): boolean {
  const { pod } = one;
  const { name, namespace = '' } = pod.metadata;
  if (!one.isEvicted) {
    const isDone = evict(call, one, limitMs, failures);
    if (isDone !== undefined) return isDone;
  }
  const now = call.cluster.reading.get<Pod>(keyOf(pod));
  if (now?.metadata.uid !== pod.metadata.uid) {
    call.out(`pod/${name} ${call.flags.bool('disable-eviction') ? 'deleted' : 'evicted'}`);
    return true;
  }
  const skipSeconds = call.flags.number('skip-wait-for-delete-timeout');
  if (isSkipped(now, skipSeconds, call.cluster.nowMs)) {
    call.out(`pod ${JSON.stringify(name)} has DeletionTimestamp older than ${skipSeconds} seconds, skipping`);
    return true;
  }
  if (call.cluster.nowMs >= limitMs) {
    failures.push(
      new Failure(
        `error when waiting for pod "${name}" in namespace "${namespace}" to terminate: context deadline exceeded`,
      ),
    );
    return true;
  }
  one.atMs = call.cluster.nowMs + lookMs;
  return false;
}

/** Asks for the eviction: undefined when it was granted, else whether there is nothing left to do. */
function evict(call: Call, one: Going, limitMs: number, failures: Failure[]): boolean | undefined {
  const { name, namespace } = one.pod.metadata;
  const grace = call.flags.number('grace-period');
  const options = { name, ...(namespace && { namespace }), ...(grace >= 0 && { gracePeriodSeconds: grace }) };
  const deletes = call.flags.bool('disable-eviction');
  if (!deletes) call.out(`evicting pod ${namespace}/${name}`);
  const failed = (why: string) => {
    failures.push(new Failure(`error when evicting pods/"${name}" -n "${namespace}": ${why}`));
    return true;
  };
  if (call.cluster.nowMs >= limitMs && limitMs < Number.POSITIVE_INFINITY)
    return failed(`global timeout reached: ${durationText(call.flags.milliseconds('timeout'))}`);
  const command: Command = deletes
    ? { verb: 'delete', kind: 'Pod', ...options }
    : { verb: 'evict', ...options };
  try {
    asked(call, command);
    one.isEvicted = true;
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status.reason === 'NotFound') return true;
    if (error.status.code !== 429) return failed(error.message);
    call.err(
      `error when evicting pods/"${name}" -n "${namespace}" (will retry after ${durationText(retryMs)}): ${error.message}`,
    );
    one.atMs = call.cluster.nowMs + retryMs;
    return false;
  }
}

/** `1m30s`, as Go prints a duration of whole seconds. */
export function durationText(ms: number): string {
  const seconds = ms / 1000;
  const [h, m, s] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    Number((seconds % 60).toFixed(3)),
  ];
  if (h > 0) return `${h}h${m}m${s}s`;
  return m > 0 ? `${m}m${s}s` : `${s}s`;
}
