import type { Command } from '../../cluster/command';
import { asked, type Call, type DryRun, dryRunOf, dryRunSuffix, tried } from '../call';
import { Failure, Refused, throwAll, withSource } from '../failure';
import type { Flag, Flags } from '../flags/flag';
import { allNamespacesFlag, dryRunFlag, fieldSelectorFlag, fileFlags, selectorFlag } from '../flags/sets';
import { find, type Info, notFound } from '../infos';
import type { Running } from '../line';
import { kindName } from '../resources';
import type { Verb } from '../verb';

const flags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  fieldSelectorFlag,
  allNamespacesFlag,
  dryRunFlag,
  { name: 'all', kind: 'bool', says: 'all objects of the type' },
  {
    name: 'cascade',
    kind: 'string',
    unset: 'background',
    bare: 'background',
    says: 'background, orphan or foreground',
  },
  { name: 'force', kind: 'bool', says: 'take it out of the API at once, without its kubelet' },
  { name: 'now', kind: 'bool', says: 'as --grace-period=1' },
  { name: 'grace-period', kind: 'int', unset: '-1', says: 'seconds for the containers to end by themselves' },
  { name: 'timeout', kind: 'duration', unset: '0s', says: 'how long to wait' },
  { name: 'ignore-not-found', kind: 'bool', says: 'what is not there is no mistake' },
  { name: 'wait', kind: 'bool', unset: 'true', says: 'wait until it is gone' },
  { name: 'output', short: 'o', kind: 'string', says: 'name: only kind and name' },
  { name: 'interactive', short: 'i', kind: 'bool', says: 'not modelled in Podium' },
  { name: 'raw', kind: 'string', says: 'not modelled in Podium' },
];

interface Options {
  readonly graceSeconds: number;
  readonly propagationPolicy: 'Background' | 'Foreground' | 'Orphan';
  readonly dryRun: DryRun;
}

/** Source: parseCascadingFlag. */
function propagationOf(call: Call): Options['propagationPolicy'] {
  const typed = call.flags.text('cascade');
  const warned = (policy: Options['propagationPolicy'], word: string) => {
    call.err(
      `warning: --cascade=${typed} is deprecated (boolean value) and can be replaced with --cascade=${word}.`,
    );
    return policy;
  };
  switch (typed) {
    case 'background':
      return 'Background';
    case 'foreground':
      return 'Foreground';
    case 'orphan':
      return 'Orphan';
  }
  if (/^(1|t|T|true|TRUE|True)$/.test(typed)) return warned('Background', 'background');
  if (/^(0|f|F|false|FALSE|False)$/.test(typed)) return warned('Orphan', 'orphan');
  throw new Failure(`invalid cascade value (${typed}). Must be "background", "foreground", or "orphan"`);
}

/** Source: DeleteOptions.Complete. */
function graceOf(typed: Flags): number {
  const isForced = typed.bool('force');
  let grace = typed.number('grace-period');
  if (typed.bool('now')) {
    if (grace !== -1) throw new Failure('--now and --grace-period cannot be specified together');
    grace = 1;
  }
  if (grace === 0 && !isForced) grace = 1;
  return isForced && grace < 0 ? 0 : grace;
}

/**
 * Deletes objects, and waits until they are gone. Models kubectl pkg/cmd/delete, wait.IsDeleted (v1.37).
 * Leaves out: --interactive, --raw.
 */
export const deleteVerb: Verb = {
  help: {
    says: 'Delete resources by file names, stdin, resources and names, or by resources and label selector.',
    usage: '([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)])',
    examples: [
      '# Delete a Pod',
      'kubectl delete pod web-0',
      '',
      '# What a file says',
      'kubectl delete -f web.yaml',
    ],
  },
  flags,
  *run(call) {
    for (const flag of ['interactive', 'raw', 'kustomize'])
      if (call.flags.has(flag)) throw new Failure(`not modelled in Podium: kubectl delete --${flag}`);
    const propagationPolicy = propagationOf(call);
    const graceSeconds = graceOf(call.flags);
    const options: Options = { graceSeconds, propagationPolicy, dryRun: dryRunOf(call) };
    const found = find(call, {
      args: call.words,
      filenames: call.flags.all('filename'),
      selector: call.flags.text('selector'),
      fieldSelector: call.flags.text('field-selector'),
      all: call.flags.bool('all'),
      allNamespaces: call.flags.bool('all-namespaces'),
      mustExist: false,
    });
    validate(call, graceSeconds);
    const ignores =
      call.flags.bool('ignore-not-found') ||
      (!call.flags.has('ignore-not-found') &&
        (call.flags.bool('all') || call.flags.has('selector') || call.flags.has('field-selector')));
    const failures: Failure[] = found.inTurn ? [] : [...found.failures];
    const going: Going[] = [];
    for (const info of found.inTurn ?? found.infos) {
      if (info instanceof Failure) {
        failures.push(info);
        continue;
      }
      try {
        const uid = deleteOne(call, info, options);
        going.push({ info, uid });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const isGone = error instanceof Refused && error.status.reason === 'NotFound';
        if (!(isGone && ignores)) failures.push(error);
      }
    }
    throwAll(failures);
    if (found.infos.length === 0) {
      call.out('No resources found');
      return 0;
    }
    if (call.flags.bool('wait') && options.dryRun === 'none') yield* gone(call, going);
    return 0;
  },
};

function validate({ flags: typed, err }: Call, graceSeconds: number): void {
  const output = typed.text('output');
  if (output !== '' && output !== 'name')
    throw new Failure(`unexpected -o output mode: ${output}. We only support '-o name'`);
  if (typed.bool('all') && typed.has('selector'))
    throw new Failure('cannot set --all and --selector at the same time');
  if (typed.bool('all') && typed.has('field-selector'))
    throw new Failure('cannot set --all and --field-selector at the same time');
  if (!typed.bool('force')) return;
  if (graceSeconds > 0)
    throw new Failure('--force and --grace-period greater than 0 cannot be specified together');
  err(
    'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.',
  );
}

interface Going {
  readonly info: Info;
  readonly uid: string | undefined;
}

/** Asks for one deletion and says so; the uid of what goes. */
function deleteOne(
  call: Call,
  info: Info,
  { graceSeconds, propagationPolicy, dryRun }: Options,
): string | undefined {
  const { resource, namespace, name, source } = info;
  const before = resource.find(call.cluster.reading, namespace, name);
  const command: Command = {
    verb: 'delete',
    kind: resource.kind,
    name,
    ...(namespace && { namespace }),
    propagationPolicy,
    ...(graceSeconds >= 0 && { gracePeriodSeconds: graceSeconds }),
  };
  if (!before && dryRun !== 'client') throw withSource(notFound(resource, name), 'deleting', source);
  if (resource.kind === 'Endpoints') throw new Failure('not modelled in Podium: deleting Endpoints');
  try {
    if (dryRun === 'server') tried(call, command);
    else if (dryRun === 'none') asked(call, command);
  } catch (error) {
    throw error instanceof Refused ? withSource(error, 'deleting', source) : error;
  }
  const what = kindName(resource);
  if (call.flags.text('output') === 'name') call.out(`${what}/${name}`);
  else {
    const how = graceSeconds === 0 ? 'force deleted' : 'deleted';
    const where = resource.namespaced ? ` from ${namespace} namespace` : '';
    call.out(`${what} "${name}" ${how}${where}${dryRunSuffix(dryRun)}`);
  }
  return before?.metadata.uid;
}

/** Waits until all are gone, one after the other; with `--timeout`, each for so long. */
function* gone(call: Call, going: readonly Going[]): Running {
  const timeoutMs = call.flags.milliseconds('timeout');
  const untilMs = timeoutMs > 0 ? call.cluster.nowMs + timeoutMs : undefined;
  for (const { info, uid } of going) {
    const { resource, namespace, name } = info;
    const isThere = () => {
      const object = resource.find(call.cluster.reading, namespace, name);
      return object !== undefined && (uid === undefined || object.metadata.uid === uid);
    };
    while (isThere()) {
      if (untilMs !== undefined && call.cluster.nowMs >= untilMs)
        throw new Failure(`timed out waiting for the condition on ${resource.plural}/${name}`);
      yield { for: 'change', ...(untilMs !== undefined && { untilMs }) };
    }
  }
  return 0;
}
