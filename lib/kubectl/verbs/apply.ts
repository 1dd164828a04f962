import type { Command } from '../../cluster/command';
import { isTerminating } from '../../cluster/keys';
import type { KubeObject, Manifest } from '../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../call';
import { recorded, recordFlag } from '../change-cause';
import { each } from '../each';
import { Failure, Refused, withSource } from '../failure';
import type { Flag } from '../flags/flag';
import {
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  printFlags,
  selectorFlag,
  validateFlag,
} from '../flags/sets';
import { find, type Info } from '../infos';
import { lastApplied, lastAppliedAnnotation, withLastApplied } from '../last-applied';
import { done } from '../printers/done';
import { compactJson } from '../printers/json';
import { threeWayPatch } from '../three-way';
import { fitted, validationOf } from '../validation';
import { atOnce, type Verb, type VerbGroup } from '../verb';
import { viewLastApplied } from './view-last-applied';

const flags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  dryRunFlag,
  fieldManagerFlag,
  validateFlag,
  ...printFlags,
  { name: 'server-side', kind: 'bool', says: 'let the API server do it' },
  { name: 'force-conflicts', kind: 'bool', says: 'with --server-side: take fields from others' },
  { name: 'force', kind: 'bool', says: 'not modelled in Podium' },
  { name: 'overwrite', kind: 'bool', unset: 'true', says: 'taken, does nothing' },
  { name: 'openapi-patch', kind: 'bool', unset: 'true', says: 'taken, does nothing' },
  { name: 'all', kind: 'bool', says: 'with --prune' },
  { name: 'prune', kind: 'bool', says: 'not modelled in Podium' },
  { name: 'wait', kind: 'bool', says: 'with --prune' },
  { name: 'timeout', kind: 'duration', unset: '0s', says: 'with --prune' },
  { name: 'grace-period', kind: 'int', unset: '-1', says: 'with --force' },
  { name: 'cascade', kind: 'string', unset: 'background', bare: 'background', says: 'with --prune' },
  recordFlag,
];

/**
 * Makes the cluster's objects what files say: creates, or patches by what the last apply said, what the file says and what is
 * there. Models kubectl pkg/cmd/apply (v1.37), client side; with --server-side it is the model's forced server-side apply.
 * Leaves out: --prune, --force, the conflicts of server-side apply.
 */
const fromFiles: Verb = {
  help: {
    says: 'Apply a configuration to a resource by file name or stdin. The resource is created if it is not there.',
    usage: '(-f FILENAME | -k DIRECTORY)',
    examples: ['# Apply what a file says', 'kubectl apply -f web.yaml'],
  },
  flags,
  run: atOnce((call) => {
    if (call.words.length > 0)
      throw new Failure(
        `Unexpected args: [${call.words.join(' ')}]\nSee 'kubectl apply -h' for help and examples`,
      );
    for (const flag of ['prune', 'force', 'kustomize'])
      if (call.flags.has(flag)) throw new Failure(`not modelled in Podium: kubectl apply --${flag}`);
    const filenames = call.flags.all('filename');
    if (filenames.length === 0) throw new Failure('must specify one of -f and -k');
    const isServerSide = call.flags.bool('server-side');
    if (call.flags.bool('force-conflicts') && !isServerSide)
      throw new Failure('--force-conflicts only works with --server-side');
    const dryRun = dryRunOf(call);
    if (dryRun === 'client' && isServerSide)
      throw new Failure(
        "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)",
      );
    validationOf(call);
    const found = find(call, { args: [], filenames, selector: call.flags.text('selector') });
    if (found.infos.length === 0 && found.failures.length === 0)
      throw new Failure('no objects passed to apply');
    const failures = found.failures.length > 1 ? [together(found.failures)] : found.failures;
    each({ infos: found.infos, failures }, (info) => {
      if (isServerSide) serverSide(call, info, dryRun);
      else applyOne(call, info, dryRun);
    });
  }),
};

/** Several as one, as Go writes a list of errors. Source: apimachinery pkg/util/errors aggregate. */
const together = (all: readonly Failure[]): Failure =>
  new Failure(`[${[...new Set(all.map(({ message }) => message))].join(', ')}]`);

export const apply: VerbGroup = {
  says: fromFiles.help.says,
  children: { 'view-last-applied': viewLastApplied },
  alone: fromFiles,
};

const describe = ({ resource, name, namespace }: Info): string => {
  const version = `${resource.group}/${resource.version}`;
  return `Resource: "${version}, Resource=${resource.plural}", GroupVersionKind: "${version}, Kind=${resource.kind}"\nName: ${JSON.stringify(name)}, Namespace: ${JSON.stringify(namespace)}`;
};

function serverSide(call: Call, info: Info, dryRun: DryRun): void {
  const object = info.object as KubeObject;
  const applied = askedOrTried(call, dryRun, { verb: 'apply', object: object as unknown as Manifest });
  done(call, applied ?? object, 'serverside-applied', dryRun);
}

/** Source: ApplyOptions.applyOneObject. */
function applyOne(call: Call, info: Info, dryRun: DryRun): void {
  const { resource, namespace, name, source } = info;
  const manifest = recorded(call, info.object as KubeObject);
  if (!name && manifest.metadata.generateName)
    throw new Failure(`from ${manifest.metadata.generateName}: cannot use generate name with apply`);
  if (!name)
    throw withSource(
      new Failure('resource name may not be empty'),
      `retrieving current configuration of:\n${describe(info)}\nfrom server for:`,
      source,
    );
  const said = withLastApplied(manifest);
  const modified = fitted(call, said);
  const current = resource.find(call.cluster.reading, namespace, name);
  if (!current) {
    const object = withoutNulls(modified) as Manifest;
    const command: Command = { verb: 'create', object };
    const made =
      dryRun === 'client' ? undefined : told(() => askedOrTried(call, dryRun, command), 'creating', source);
    done(call, made ?? (object as unknown as KubeObject), 'created', dryRun);
    return;
  }
  if (current.metadata.annotations?.[lastAppliedAnnotation] === undefined)
    call.err(
      `Warning: resource ${resource.plural}/${name} is missing the ${lastAppliedAnnotation} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.`,
    );
  const body = threeWayPatch(
    lastApplied(current) ?? {},
    modified,
    current as unknown as Record<string, unknown>,
  );
  const isUnchanged = Object.keys(body).length === 0 && modified === said;
  const patch: Command = { verb: 'patch', kind: resource.kind, name, namespace, type: 'strategic', body };
  const patched =
    isUnchanged || dryRun === 'client'
      ? current
      : told(
          () => askedOrTried(call, dryRun, patch),
          'patching',
          source,
          (failure) =>
            withSource(
              failure,
              `applying patch:\n${compactJson(body)}\nto:\n${describe(info)}\nfor:`,
              source,
            ),
        );
  if (isTerminating(patched ?? current))
    call.err(`Warning: Detected changes to resource ${name} which is currently being deleted.`);
  done(call, patched ?? current, isUnchanged ? 'unchanged' : 'configured', dryRun);
}

/** Does it; a refusal says what was being done with which file. */
function told<T>(
  act: () => T,
  doing: string,
  source: string | undefined,
  more: (failure: Failure) => Failure = (failure) => failure,
): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Refused ? more(withSource(error, doing, source)) : error;
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, element]) => element !== null)
      .map(([field, element]) => [field, withoutNulls(element)]),
  );
}
