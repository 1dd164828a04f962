import type { KubeObject, Pod } from '../../cluster/objects';
import { asked, type Call } from '../call';
import { type Asked, askedIn } from '../client';
import { Failure, Refused, Silent, usageFailure } from '../failure';
import { fileFlags } from '../flags/sets';
import { find } from '../infos';
import type { Pause } from '../line';
import {
  annotatedContainer,
  byActivity,
  containerNames,
  firstContainer,
  hasContainer,
  podsOf,
} from '../pods-of';
import { textLines } from '../printers/output';
import type { Verb } from '../verb';

/** Source: ExecOptions.Complete. */
function parts({ words, dashAt, flags, path }: Call): { name?: string; command: readonly string[] } {
  const name = words.length > 0 && dashAt !== 0 ? words[0] : undefined;
  if (dashAt === 0 || dashAt === 1)
    return { ...(name !== undefined && { name }), command: words.slice(dashAt) };
  if (words.length > 1 || (words.length > 0 && flags.all('filename').length > 0))
    throw usageFailure(
      path,
      'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead',
    );
  return { ...(name !== undefined && { name }), command: [] };
}

function containerOf(pod: Pod, call: Call): string {
  const typed = call.flags.text('container') || annotatedContainer(pod);
  if (!typed) return firstContainer(pod, (line) => call.err(line), call.flags.bool('quiet'));
  if (hasContainer(pod, typed)) return typed;
  throw new Failure(
    `container ${typed} is not valid for pod ${pod.metadata.name} out of: ${containerNames(pod)}`,
  );
}

function* podOf(call: Call, object: KubeObject): Generator<Pause, Pod, string | undefined> {
  if (object.kind === 'Pod') return object as Pod;
  const limitMs = call.cluster.nowMs + call.flags.milliseconds('pod-running-timeout');
  const [pod] = yield* podsOf(call, object, { by: byActivity, limitMs, doing: 'attach to' });
  return pod as Pod;
}

/**
 * Runs a command in a container. Models kubectl pkg/cmd/exec (v1.37). A command is what the model's images know (see
 * `program.ts`); it is done at once, and takes the time that it says. Leaves out: terminals and what is typed into them.
 */
export const exec: Verb = {
  help: {
    says: 'Execute a command in a container.',
    usage: '(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]',
    examples: [
      'kubectl exec web-0 -- /app touch /tmp/ready',
      'kubectl exec deploy/web -c app -- /app test /tmp/ready',
    ],
  },
  flags: [
    ...fileFlags.filter(({ name }) => name === 'filename'),
    { name: 'container', short: 'c', kind: 'string', says: 'the container, in place of the first one' },
    { name: 'stdin', short: 'i', kind: 'bool', says: 'taken, does nothing' },
    { name: 'tty', short: 't', kind: 'bool', says: 'taken, does nothing' },
    { name: 'quiet', short: 'q', kind: 'bool', says: 'only what the command prints' },
    {
      name: 'pod-running-timeout',
      kind: 'duration',
      unset: '1m0s',
      says: 'how long to wait for a Pod of what was named',
    },
  ],
  *run(call) {
    const { name, command } = parts(call);
    const filenames = call.flags.all('filename');
    if (name === undefined && filenames.length === 0)
      throw new Failure('pod, type/name or --filename must be specified');
    if (command.length === 0) throw new Failure('you must specify at least one command for the container');
    const args = name === undefined ? [] : [name.includes('/') ? name : `pods/${name}`];
    const { infos, failures } = find(call, { args, filenames, latest: true });
    if (failures[0]) throw failures[0];
    const [info] = infos;
    if (!info?.object || infos.length > 1) throw new Failure('cannot exec into multiple objects at a time');
    const pod = yield* podOf(call, info.object);
    const { phase } = pod.status;
    if (phase === 'Succeeded' || phase === 'Failed')
      throw new Failure(`cannot exec into a container in a completed pod; current phase is ${phase}`);
    return yield* carriedOut(call, pod, containerOf(pod, call), command);
  },
};

/** Stands for the id that the runtime gives an exec. */
const idOf = ({ status }: Pod, container: string): string =>
  status.containerStatuses
    ?.find(({ name }) => name === container)
    ?.containerID?.split('//')
    .at(-1) ?? '';

function* carriedOut(
  call: Call,
  pod: Pod,
  container: string,
  command: readonly string[],
): Generator<Pause, number, string | undefined> {
  const { name, namespace = 'default' } = pod.metadata;
  const request = { verb: 'exec', namespace, pod: name, container, command } as const;
  if (!pod.spec.nodeName)
    throw new Refused({
      code: 400,
      reason: 'BadRequest',
      message: `pod ${name} does not have a host assigned`,
    });
  const ran = call.cluster.answerOf(request);
  if (!ran)
    throw new Failure(
      `Internal error occurred: unable to upgrade connection: container not found (${JSON.stringify(container)})`,
    );
  const image =
    [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].find((one) => one.name === container)
      ?.image ?? '';
  const answer = askedIn(call.cluster.reading, pod, image, command);
  if (answer) return ended(call, answer);
  asked(call, request);
  if (!Number.isFinite(ran.afterMs)) for (;;) yield { for: 'change' };
  if (ran.afterMs > 0) yield { for: 'moment', untilMs: call.cluster.nowMs + ran.afterMs };
  if (ran.exitCode === 127 && ran.output.startsWith('OCI runtime'))
    throw new Failure(
      `Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "${idOf(pod, container)}": ${ran.output}`,
    );
  return ended(call, { stdout: ran.output, exit: ran.exitCode });
}

/** Prints what a command printed; a code other than 0 is kubectl's own, too. */
function ended(call: Call, { stdout = '', stderr, exit: code }: Asked): number {
  call.print(textLines(stdout));
  if (stderr) call.err(stderr);
  if (code === 0) return 0;
  call.err(`command terminated with exit code ${code}`);
  throw new Silent(code);
}
