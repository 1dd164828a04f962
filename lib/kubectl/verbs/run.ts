import type { KubeObject, Manifest } from '../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../call';
import { recorded, recordFlag } from '../change-cause';
import { Failure, throwAll } from '../failure';
import type { Flag } from '../flags/flag';
import { dryRunFlag, fieldManagerFlag, printFlags } from '../flags/sets';
import { saveConfigFlag, sent } from '../generated';
import { atoi, isInt } from '../go-numbers';
import { overridden, overrideFlags } from '../overrides';
import { labelsOf, pairsOf } from '../pairs';
import { doneInTurn } from '../printers/done';
import { printerOf } from '../printers/output';
import { typed } from '../typed';
import { atOnce, type Verb } from '../verb';

const flags: readonly Flag[] = [
  dryRunFlag,
  fieldManagerFlag,
  saveConfigFlag,
  recordFlag,
  ...printFlags,
  ...overrideFlags,
  { name: 'image', kind: 'string', required: true, says: 'image name' },
  { name: 'annotations', kind: 'array', says: "the Pod's annotations, key=value" },
  { name: 'labels', short: 'l', kind: 'string', says: "the Pod's labels, key=value,…; run=NAME without it" },
  { name: 'env', kind: 'array', says: 'variables of the container, NAME=value' },
  { name: 'port', kind: 'string', says: "the container's port" },
  { name: 'expose', kind: 'bool', says: 'make a Service for --port, too' },
  { name: 'restart', kind: 'string', unset: 'Always', says: 'Always, OnFailure or Never' },
  { name: 'image-pull-policy', kind: 'string', says: 'Always, IfNotPresent or Never' },
  { name: 'command', kind: 'bool', says: 'what follows -- is the command, not its arguments' },
  { name: 'privileged', kind: 'bool', says: 'run as a privileged container' },
  { name: 'stdin', short: 'i', kind: 'bool', says: 'keep stdin open; with it --attach is true' },
  { name: 'tty', short: 't', kind: 'bool', says: 'give the container a terminal' },
  { name: 'attach', kind: 'bool', says: 'not modelled in Podium' },
  { name: 'rm', kind: 'bool', says: 'with --attach: delete the Pod at its end' },
  { name: 'leave-stdin-open', kind: 'bool', says: 'with --stdin' },
  { name: 'quiet', short: 'q', kind: 'bool', says: 'taken, does nothing' },
  { name: 'detach-keys', kind: 'string', unset: 'ctrl-p,ctrl-q', says: 'with --attach' },
  { name: 'pod-running-timeout', kind: 'duration', unset: '1m0s', says: 'with --attach' },
  { name: 'filename', short: 'f', kind: 'list', says: 'taken, does nothing' },
  { name: 'kustomize', short: 'k', kind: 'string', says: 'taken, does nothing' },
  { name: 'recursive', short: 'R', kind: 'bool', says: 'taken, does nothing' },
  { name: 'cascade', kind: 'string', unset: 'background', bare: 'background', says: 'with --rm' },
  { name: 'force', kind: 'bool', says: 'with --rm' },
  { name: 'grace-period', kind: 'int', unset: '-1', says: 'with --rm' },
  { name: 'timeout', kind: 'duration', unset: '0s', says: 'with --rm' },
  { name: 'wait', kind: 'bool', says: 'with --rm' },
];

/** Source: distribution/reference ReferenceRegexp. */
const imageForm = (() => {
  const component = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
  const host = `(?:${component}(?:\\.${component})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
  const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
  const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
  return new RegExp(`^(?:${host}/)?${part}(?:/${part})*(?::\\w[\\w.-]{0,127})?(?:@${digest})?$`);
})();
const longestImage = 1024;

/** Source: parseEnvs; apimachinery IsEnvVarName. */
function envOf(texts: readonly string[]): { name: string; value?: string }[] {
  return texts.map((text) => {
    const [, name = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? [];
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) || name === '.' || name.startsWith('..'))
      throw new Failure(`invalid env: ${text}`);
    return { name, ...(value && { value }) };
  });
}

function oneOf(what: string, value: string, allowed: readonly string[]): string {
  if (value === '' || allowed.includes(value)) return value;
  throw new Failure(`invalid ${what}: ${value}, valid values are: ${allowed.join(', ')}`);
}

interface Options {
  readonly name: string;
  readonly args: readonly string[];
  readonly labels: Record<string, string> | undefined;
  readonly annotations: Record<string, string>;
  readonly env: ReturnType<typeof envOf>;
  readonly restartPolicy: string;
  readonly imagePullPolicy: string;
  readonly dryRun: DryRun;
}

/** What was typed, read in the order in which kubectl reads it. Source: RunOptions Complete, Validate. */
function optionsOf(call: Call): Options {
  const { words, flags: given } = call;
  const annotations = Object.fromEntries(pairsOf(given.all('annotations'), 'annotations', false).set);
  const labels = given.text('labels') ? labelsOf(given.text('labels')) : undefined;
  const env = envOf(given.all('env'));
  const isInteractive = given.bool('stdin');
  const restart = oneOf('restart policy', given.text('restart'), ['Always', 'OnFailure', 'Never']);
  const restartPolicy = restart || (isInteractive ? 'OnFailure' : 'Always');
  const imagePullPolicy = oneOf('image pull policy', given.text('image-pull-policy'), [
    'Always',
    'IfNotPresent',
    'Never',
  ]);
  if (given.milliseconds('pod-running-timeout') <= 0)
    throw new Failure('--pod-running-timeout must be higher than zero');
  const dryRun = dryRunOf(call);
  printerOf(call);
  const [name, ...args] = words;
  if (name === undefined || call.dashAt === 0) throw new Failure('NAME is required for run');
  validate(call, given.has('attach') ? given.bool('attach') : isInteractive, dryRun);
  return { name, args, labels, annotations, env, restartPolicy, imagePullPolicy, dryRun };
}

function validate({ flags: given }: Call, isAttached: boolean, dryRun: DryRun): void {
  const image = given.text('image');
  const port = given.text('port');
  if (!image) throw new Failure('--image is required');
  if (image.length > longestImage || !imageForm.test(image))
    throw new Failure(`invalid image name ${JSON.stringify(image)}: invalid reference format`);
  if (given.bool('tty') && !given.bool('stdin'))
    throw new Failure('-i/--stdin is required for containers with -t/--tty=true');
  if (given.bool('expose') && !port) throw new Failure('--port must be set when exposing a service');
  if (port && !isInt(port)) throw new Failure('--port must be a number');
  if (!isAttached && given.bool('rm')) throw new Failure('--rm should only be used for attached containers');
  if (isAttached && dryRun !== 'none')
    throw new Failure(
      "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
    );
  if (isAttached)
    throw new Failure('not modelled in Podium: kubectl run --attach, -i; a Pod that runs by itself is');
}

/** Source: RunOptions createPod. */
function podOf({ flags: given }: Call, options: Options): Manifest {
  const { name, args, annotations, env, restartPolicy, imagePullPolicy } = options;
  const isInteractive = given.bool('stdin');
  const port = given.text('port');
  const container = {
    name,
    image: given.text('image'),
    ...(env.length > 0 && { env }),
    ...(isInteractive && { stdin: true }),
    ...(isInteractive && !given.bool('leave-stdin-open') && { stdinOnce: true }),
    ...(given.bool('tty') && { tty: true }),
    ...(imagePullPolicy && { imagePullPolicy }),
    ...(given.bool('privileged') && { securityContext: { privileged: true } }),
    ...(args.length > 0 && (given.bool('command') ? { command: args } : { args })),
    ...(port && { ports: [{ containerPort: atoi(port) }] }),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      labels: options.labels ?? { run: name },
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: { containers: [container], dnsPolicy: 'ClusterFirst', restartPolicy },
  };
}

/** Source: RunOptions createService. */
function serviceOf({ flags: given }: Call, { name, labels }: Options): Manifest {
  const port = atoi(given.text('port'));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...(labels && { labels }) },
    spec: { selector: labels ?? { run: name }, ports: [{ port, protocol: 'TCP', targetPort: port }] },
  };
}

/** Source: RunOptions createGeneratedObject. */
function made(call: Call, manifest: Manifest, dryRun: DryRun): KubeObject {
  if (dryRun === 'client') {
    const { namespace } = call;
    const metadata = { ...manifest.metadata, ...(call.isNamespaceTyped && { namespace }) };
    return typed({ ...manifest, metadata } as Manifest);
  }
  return askedOrTried(call, dryRun, { verb: 'create', object: sent(call, manifest) }) as KubeObject;
}

/**
 * Starts one Pod. Models kubectl pkg/cmd/run (v1.37). Leaves out: attaching (-i, --attach, --rm), which is refused.
 */
export const run: Verb = {
  help: {
    says: 'Create and run a particular image in a pod.',
    usage:
      'NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--overrides=inline-json] [--command] -- [COMMAND] [args...]',
    examples: [
      '# One Pod',
      'kubectl run box --image=app:v1',
      '',
      '# Its manifest',
      'kubectl run box --image=app:v1 --dry-run=client -o yaml',
    ],
  },
  flags,
  run: atOnce((call) => {
    const options = optionsOf(call);
    const { dryRun } = options;
    const pod = recorded(call, overridden(call, podOf(call, options)));
    const objects = [made(call, pod, dryRun)];
    const failures: Failure[] = [];
    if (call.flags.bool('expose')) {
      try {
        objects.push(made(call, recorded(call, serviceOf(call, options)), dryRun));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failures.push(error);
      }
    }
    for (const object of objects) doneInTurn(call, object, 'created', dryRun);
    throwAll(failures);
  }),
};
