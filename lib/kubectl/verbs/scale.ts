import { scaleOf } from '../../cluster/api/scale';
import type { KubeObject } from '../../cluster/objects';
import { askedOrTried, type Call, dryRunOf } from '../call';
import { recordFlag, withCause } from '../change-cause';
import { Failure, Refused, throwAll } from '../failure';
import type { Flag } from '../flags/flag';
import { dryRunFlag, fileFlags, printFlags, selectorFlag } from '../flags/sets';
import { find, type Info } from '../infos';
import type { Running } from '../line';
import { done } from '../printers/done';
import type { Verb } from '../verb';

const flags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  dryRunFlag,
  ...printFlags,
  { name: 'replicas', kind: 'int', unset: '0', required: true, says: 'how many are wanted' },
  { name: 'current-replicas', kind: 'int', unset: '-1', says: 'only if so many are wanted now' },
  { name: 'resource-version', kind: 'string', says: 'only if this is its version' },
  { name: 'all', kind: 'bool', says: 'all objects of the type' },
  { name: 'timeout', kind: 'duration', unset: '0s', says: 'wait so long until so many are there' },
  recordFlag,
];

/** What a client makes of a path that the API server does not serve. */
const notServed = new Refused({
  code: 404,
  reason: 'NotFound',
  message: 'the server could not find the requested resource',
});

/** How often `--timeout` looks, ms. */
const lookMs = 1000;

/** Says how many replicas are wanted. Models kubectl pkg/cmd/scale, pkg/scale (v1.37). */
export const scale: Verb = {
  help: {
    says: 'Set a new size for a deployment, replica set, replication controller, or stateful set.',
    usage:
      '[--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)',
    examples: ['# Three replicas', 'kubectl scale --replicas=3 deployment/web'],
  },
  flags,
  *run(call) {
    const replicas = call.flags.number('replicas');
    if (replicas < 0)
      throw new Failure(
        'The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0',
      );
    if (call.flags.number('current-replicas') < -1)
      throw new Failure('The --current-replicas must specify an integer of -1 or greater');
    const { infos, failures } = find(call, {
      args: call.words,
      filenames: call.flags.all('filename'),
      selector: call.flags.text('selector'),
      typeAloneIsAll: call.flags.bool('all'),
      latest: true,
    });
    if (call.flags.text('resource-version') && infos.length > 1)
      throw new Failure('cannot use --resource-version with multiple resources');
    if (infos.length === 0) throwAll(failures);
    if (infos.length === 0) throw new Failure('no objects passed to scale');
    for (const info of infos) yield* scaleOne(call, info, replicas);
    throwAll(failures);
    return 0;
  },
};

function* scaleOne(call: Call, info: Info, replicas: number): Running {
  const dryRun = dryRunOf(call);
  const object = info.object as KubeObject;
  const { resource, namespace, name } = info;
  if (dryRun !== 'client') {
    const before = scaleOf(object);
    if (!before) throw notServed;
    checkPreconditions(call, object, before.spec.replicas);
    const scaled = askedOrTried(call, dryRun, {
      verb: 'scale',
      kind: resource.kind,
      name,
      namespace,
      replicas,
    });
    if (dryRun === 'none') yield* reached(call, info, replicas);
    done(
      call,
      dryRun === 'none' ? withCause(call, info, scaled ?? object, dryRun) : (scaled ?? object),
      'scaled',
      dryRun,
    );
    return 0;
  }
  done(call, { ...object, spec: { ...object.spec, replicas } } as KubeObject, 'scaled', dryRun);
  return 0;
}

function checkPreconditions(call: Call, { metadata }: KubeObject, replicas: number): void {
  const size = call.flags.number('current-replicas');
  if (size !== -1 && size !== replicas) throw new Failure(`Expected replicas to be ${size}, was ${replicas}`);
  const version = call.flags.text('resource-version');
  if (version && version !== metadata.resourceVersion)
    throw new Failure(`Expected resource version to be ${version}, was ${metadata.resourceVersion}`);
}

/** With `--timeout`: until so many are there. Source: WaitForScaleHasDesiredReplicas. */
function* reached(call: Call, { resource, namespace, name }: Info, replicas: number): Running {
  const timeoutMs = call.flags.milliseconds('timeout');
  if (timeoutMs <= 0) return 0;
  const untilMs = call.cluster.nowMs + timeoutMs;
  for (;;) {
    const object = resource.find(call.cluster.reading, namespace, name);
    const now = object && scaleOf(object);
    if (!now || now.spec.replicas !== replicas || now.status.replicas === replicas) return 0;
    if (call.cluster.nowMs >= untilMs)
      throw new Failure(`timed out waiting for ${JSON.stringify(name)} to be synced`);
    yield { for: 'moment', untilMs: Math.min(call.cluster.nowMs + lookMs, untilMs) };
  }
}
