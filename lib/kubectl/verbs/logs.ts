import type { KubeObject, Pod } from '../../cluster/objects';
import { momentOf } from '../../cluster/time';
import type { Call } from '../call';
import { Failure, Refused, throwAll, usageFailure } from '../failure';
import { selectorFlag } from '../flags/sets';
import { type Asked, find } from '../infos';
import type { Pause, Running } from '../line';
import {
  annotatedContainer,
  byLogging,
  containerNames,
  firstContainer,
  hasContainer,
  podsOf,
} from '../pods-of';
import type { Verb } from '../verb';
import { instanceOf, statusOf, writtenBy } from '../written';

const usage = 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]';
const wrongUse = `expected '${usage}'.\nPOD or TYPE/NAME is a required argument for the logs command`;

/** One container whose log is asked for. */
interface Source {
  readonly pod: Pod;
  readonly container: string;
}

/**
 * What containers wrote. Models kubectl pkg/cmd/logs (v1.37) and the kubelet's refusals. Containers write what their programs
 * are known to write (`written.ts`); the log of an image that is not known says so. Logs are of an instance and the one before.
 */
export const logs: Verb = {
  help: {
    says: 'Print the logs for a container in a pod or specified resource.',
    usage: '[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]',
    examples: ['kubectl logs web-0', 'kubectl logs job/once', 'kubectl logs web-0 -c app --previous'],
  },
  flags: [
    selectorFlag,
    { name: 'all-containers', kind: 'bool', says: 'of every container' },
    { name: 'all-pods', kind: 'bool', says: 'of every Pod; each line says which' },
    { name: 'container', short: 'c', kind: 'string', says: 'of this container' },
    { name: 'follow', short: 'f', kind: 'bool', says: 'go on with what is written' },
    { name: 'ignore-errors', kind: 'bool', says: 'what fails keeps back no other' },
    { name: 'insecure-skip-tls-verify-backend', kind: 'bool', says: 'taken, does nothing' },
    { name: 'limit-bytes', kind: 'int64', unset: '0', says: 'no more than this; 0 is all' },
    { name: 'max-log-requests', kind: 'int', unset: '5', says: 'how many logs are followed at once at most' },
    { name: 'pod-running-timeout', kind: 'duration', unset: '20s', says: 'how long to wait for a Pod' },
    { name: 'prefix', kind: 'bool', says: 'say of each line whose it is' },
    { name: 'previous', short: 'p', kind: 'bool', says: 'of the instance before this one' },
    { name: 'since', kind: 'duration', unset: '0s', says: 'only the last 5s, 2m, 3h' },
    { name: 'since-time', kind: 'string', says: 'only from this moment on (RFC3339)' },
    { name: 'tail', kind: 'int64', unset: '-1', says: 'only so many lines; 10 with a selector' },
    { name: 'timestamps', kind: 'bool', says: 'the moment before each line' },
  ],
  *run(call) {
    const named = namedBy(call);
    const objects = objectsOf(call, named.resource);
    validate(call, named);
    const sources: Source[] = [];
    for (const object of objects) sources.push(...(yield* sourcesOf(call, object, named.container)));
    const most = call.flags.number('max-log-requests');
    if (call.flags.bool('follow') && sources.length > Math.max(1, most))
      throw new Failure(
        `you are attempting to follow ${sources.length} log streams, but maximum allowed concurrency is ${most}, use --max-log-requests to increase the limit`,
      );
    return yield* shown(call, sources);
  },
};

interface Named {
  readonly resource?: string;
  readonly container: string;
}

/** Source: LogsOptions.Complete. */
function namedBy({ words, flags, path }: Call): Named {
  const [resource, inline] = words;
  if (words.length > 2 || (words.length === 0 && !flags.text('selector'))) throw usageFailure(path, wrongUse);
  if (words.length === 1 && flags.text('selector'))
    throw usageFailure(path, 'only a selector (-l) or a POD name is allowed');
  const container = inline ?? flags.text('container');
  return resource === undefined ? { container } : { resource, container };
}

/** Source: LogsOptions.Validate. */
function validate({ words, flags }: Call, { container }: Named): void {
  const since = flags.text('since-time');
  if (since && flags.milliseconds('since') !== 0)
    throw new Failure('at most one of `sinceTime` or `sinceSeconds` may be specified');
  if (flags.bool('all-containers') && container)
    throw new Failure(`--all-containers=true should not be specified with container name ${container}`);
  if (flags.has('container') && words.length === 2)
    throw new Failure('only one of -c or an inline [CONTAINER] arg is allowed');
  if (flags.number('limit-bytes') < 0) throw new Failure('--limit-bytes must be greater than 0');
  if (flags.milliseconds('since') < 0) throw new Failure('--since must be greater than 0');
  if (flags.number('tail') < -1) throw new Failure('--tail must be greater than or equal to -1');
  if (since && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(since))
    throw new Failure(
      `parsing time ${JSON.stringify(since)} as "2006-01-02T15:04:05Z07:00": cannot parse it`,
    );
}

function objectsOf(call: Call, resource: string | undefined): readonly KubeObject[] {
  const asked: Asked =
    resource === undefined
      ? { args: ['pods'], selector: call.flags.text('selector') }
      : { args: [resource.includes('/') ? resource : `pods/${resource}`], onlyOneType: true };
  const { infos, failures } = find(call, asked);
  const [failure] = failures;
  if (failure instanceof Refused && failure.status.reason === 'NotFound')
    throw new Failure(
      `error from server (NotFound): ${failure.message} in namespace ${JSON.stringify(call.namespace)}`,
    );
  throwAll(failures);
  if (infos.length === 0 && resource === undefined)
    call.err(`No resources found in ${call.namespace} namespace.`);
  return infos.flatMap(({ object }) => object ?? []);
}

/** Source: polymorphichelpers logsForObjectWithClient. */
function* sourcesOf(
  call: Call,
  object: KubeObject,
  container: string,
): Generator<Pause, readonly Source[], string | undefined> {
  if (object.kind === 'Pod') return inPod(call, object as Pod, container);
  const limitMs = call.cluster.nowMs + call.flags.milliseconds('pod-running-timeout');
  const pods = yield* podsOf(call, object, { by: byLogging, limitMs, doing: 'get the logs from' });
  const [first] = pods;
  if (call.flags.bool('all-pods')) return pods.flatMap((pod) => inPod(call, pod, container));
  if (pods.length > 1) call.err(`Found ${pods.length} pods, using pod/${first?.metadata.name}`);
  return inPod(call, first as Pod, container);
}

function inPod(call: Call, pod: Pod, typed: string): Source[] {
  const { name: podName } = pod.metadata;
  if (call.flags.bool('all-containers'))
    return [...(pod.spec.initContainers ?? []), ...pod.spec.containers].map(({ name }) => ({
      pod,
      container: name,
    }));
  const annotated = typed ? '' : annotatedContainer(pod);
  if (annotated && !hasContainer(pod, annotated))
    call.err(`Default container name ${JSON.stringify(annotated)} not found in pod ${podName}`);
  const wanted = typed || (hasContainer(pod, annotated) ? annotated : '');
  const container = wanted || firstContainer(pod, (line) => call.err(line), call.flags.bool('all-pods'));
  if (!hasContainer(pod, container))
    throw new Failure(
      `container ${container} is not valid for pod ${podName} out of: ${containerNames(pod)}`,
    );
  return [{ pod, container }];
}

/** Each log in turn; with `-f` until every instance has ended. */
function* shown(call: Call, sources: readonly Source[]): Running {
  const isFollowed = call.flags.bool('follow');
  let left = sources;
  const printed = new Map<string, number>();
  for (;;) {
    left = left.filter((source) => {
      try {
        return !printLog(call, source, printed);
      } catch (error) {
        if (!(error instanceof Refused) || !call.flags.bool('ignore-errors')) throw error;
        call.out(`error: ${error.message}`);
        return false;
      }
    });
    if (!isFollowed || left.length === 0) return 0;
    yield { for: 'change' };
  }
}

/** Prints what is new in a log; true when nothing more will come. */
function printLog(
  call: Call,
  { pod: first, container: name }: Source,
  printed: Map<string, number>,
): boolean {
  const { flags, cluster } = call;
  const { uid, name: podName, namespace = '' } = first.metadata;
  const now = cluster.reading.find<Pod>('Pod', namespace, podName);
  const isGone = now?.metadata.uid !== uid;
  const pod = !now || isGone ? first : now;
  if (!pod.spec.nodeName) return !flags.bool('follow');
  const container = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].find(
    (one) => one.name === name,
  );
  const instance = instanceOf(pod, name, flags.bool('previous'));
  if (typeof instance === 'string') throw new Refused({ code: 400, reason: 'BadRequest', message: instance });
  if (!container) return true;
  const { containerID = statusOf(pod, name)?.containerID ?? '' } = instance;
  const wrote = cluster.wrote({ uid, container: name, containerID });
  const { lines, isUnknown } = writtenBy(container, instance, wrote);
  const key = `${uid}/${name}`;
  const before = printed.get(key);
  if (isUnknown && before === undefined)
    call.err(`not modelled in Podium: what ${container.image} writes; what /app and echo write is`);
  const fitting = before === undefined ? limited(call, lines) : lines.slice(before);
  printed.set(key, lines.length);
  const isPrefixed = flags.bool('prefix') || flags.bool('all-pods');
  const prefix = isPrefixed ? `[pod/${podName}/${name}] ` : '';
  const stamp = (at: string) => (flags.bool('timestamps') ? `${at.replace(/Z$/, '.000000000Z')} ` : '');
  call.print(fitting.map(({ at, text }) => `${prefix}${stamp(at)}${text}`));
  return isGone || !statusOf(pod, name)?.state?.running;
}

type Lines = readonly { readonly at: string; readonly text: string }[];

/** The last of the lines, as the flags say. */
function limited({ flags, cluster }: Call, lines: Lines): Lines {
  const sinceMs = flags.milliseconds('since');
  const from = flags.text('since-time')
    ? momentOf(flags.text('since-time'))
    : sinceMs
      ? cluster.nowMs - Math.max(1000, Math.round(sinceMs / 1000) * 1000)
      : Number.NEGATIVE_INFINITY;
  const recent = lines.filter(({ at }) => momentOf(at) >= from);
  const tail = flags.text('selector') && !flags.has('tail') ? 10 : flags.number('tail');
  const last = tail < 0 ? recent : recent.slice(Math.max(0, recent.length - tail));
  const limit = flags.number('limit-bytes');
  if (limit === 0) return last;
  let left = limit;
  return last.flatMap((line) => {
    const text = line.text.slice(0, Math.max(0, left));
    left -= line.text.length + 1;
    return text ? [{ ...line, text }] : [];
  });
}
