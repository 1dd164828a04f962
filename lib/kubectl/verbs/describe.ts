import type { Call } from '../call';
import { describe as described } from '../describe';
import { eventsByUid } from '../describe/events';
import { Failure, Refused, throwAll } from '../failure';
import type { Flag } from '../flags/flag';
import { allNamespacesFlag, fileFlags, selectorFlag } from '../flags/sets';
import { type Found, find, type Info, notFound } from '../infos';
import { atOnce, type Verb } from '../verb';

const flags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  allNamespacesFlag,
  {
    name: 'show-events',
    kind: 'bool',
    unset: 'true',
    says: 'the Events about the object; unless typed, not for several objects',
  },
  { name: 'chunk-size', kind: 'int64', unset: '500', says: 'taken, does nothing' },
];

/**
 * Shows an object and what stands around it. A name that nothing has is taken for the beginning of names.
 * Models kubectl pkg/cmd/describe (v1.37). Leaves out: --kustomize.
 */
export const describe: Verb = {
  help: {
    says: 'Show details of a specific resource or group of resources.',
    usage: '(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)',
    examples: [
      '# One Pod, with its Events',
      'kubectl describe pod web-0',
      '',
      '# All Pods whose names begin with web',
      'kubectl describe pods web',
      '',
      '# By label',
      'kubectl describe pods -l app=web',
    ],
  },
  flags,
  run: atOnce((call) => {
    const filenames = call.flags.all('filename');
    if (call.flags.has('kustomize'))
      throw new Failure('not modelled in Podium: kubectl describe --kustomize');
    if (call.words.length === 0 && filenames.length === 0)
      throw new Failure(
        'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    const found = find(call, {
      args: call.words,
      filenames,
      selector: call.flags.text('selector'),
      allNamespaces: call.flags.bool('all-namespaces'),
      typeAloneIsAll: true,
    });
    warn(call, found);
    const { infos, failures } = found;
    const [failure] = failures;
    const write = writer(call, infos.length > 1 || failures.length > 0);
    if (failures.length === 1 && failure && isNotFound(failure) && call.words.length === 2)
      return beginningWith(call, failure, write);
    const missing: Failure[] = [];
    let isFirst = true;
    for (const info of infos) {
      const lines = write(info);
      if (!lines) missing.push(notFound(info.resource, info.name));
      else call.print([...(isFirst ? [] : ['', '']), ...lines]);
      if (lines) isFirst = false;
    }
    if (infos.length === 0 && failures.length === 0)
      call.err(
        call.flags.bool('all-namespaces')
          ? 'No resources found'
          : `No resources found in ${call.namespace} namespace.`,
      );
    throwAll([...failures, ...unlike(missing)]);
  }),
};

const isNotFound = (failure: Failure): boolean =>
  failure instanceof Refused && failure.status.reason === 'NotFound';

/** Each message once. */
const unlike = (failures: readonly Failure[]): Failure[] => [
  ...new Map(failures.map((one) => [one.message, one])).values(),
];

/** What the API server says beside its answer. */
function warn(call: Call, { types }: Found): void {
  if (types.some(({ kind }) => kind === 'Endpoints'))
    call.warn('v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice');
}

type Write = (info: Info) => string[] | undefined;

/** Writes objects as the cluster has them; undefined when it has one no more. */
function writer(call: Call, isOneOfMany: boolean): Write {
  const { reading, nowMs } = call.cluster;
  const showsEvents = call.flags.bool('show-events') && !(isOneOfMany && !call.flags.has('show-events'));
  const eventsOf = eventsByUid(reading);
  const around = { reading, nowMs, silentSinceMs: (node: string) => call.cluster.silentSinceMs(node) };
  return ({ resource, namespace, name }) => {
    const object = resource.find(reading, namespace, name);
    return object && described(object, around, showsEvents ? eventsOf(object) : undefined);
  };
}

/** Every object of the type whose name begins so. Source: DescribeMatchingResources. */
function beginningWith(call: Call, failure: Failure, write: Write): void {
  const [type = '', prefix = ''] = call.words;
  const { infos } = find(call, { args: [type], typeAloneIsAll: true, onlyOneType: true });
  const matching = infos.filter(({ name }) => name.startsWith(prefix));
  for (const info of matching) {
    const lines = write(info);
    if (lines) call.print([...lines, '']);
  }
  if (matching.length === 0) throw failure;
}
