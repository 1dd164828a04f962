import type {
  Container,
  CronJob,
  KubeObject,
  Manifest,
  PodSpec,
  PodTemplate,
} from '../../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../../call';
import { recorded, recordFlag } from '../../change-cause';
import { Failure, Refused, throwAll } from '../../failure';
import { filenamesOf } from '../../filenames';
import type { Flag } from '../../flags/flag';
import { dryRunFlag, fieldManagerFlag, fileFlags, printFlags, selectorFlag } from '../../flags/sets';
import { findAll, type Info } from '../../infos';
import { doneInTurn } from '../../printers/done';
import { printerOf } from '../../printers/output';
import { threeWayPatch } from '../../three-way';
import { typed } from '../../typed';
import { goTypeOf } from '../create-job';

/** What the verbs of `kubectl set` share that change containers. Models kubectl pkg/cmd/set helper.go (v1.37). */

export const setFlags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  dryRunFlag,
  fieldManagerFlag,
  recordFlag,
  ...printFlags,
  { name: 'all', kind: 'bool', says: 'all objects of the type' },
  { name: 'local', kind: 'bool', says: 'only print what the files would be' },
];

const localOnly = `error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'`;

/** What a line is about: of the cluster, or with --local of its files. */
export function targets(call: Call, resources: readonly string[]): readonly Info[] {
  const { flags } = call;
  const filenames = filenamesOf(call);
  if (flags.bool('local')) {
    if (resources.length > 0) throw new Failure(localOnly);
    return findAll(call, { args: [], filenames });
  }
  return findAll(call, {
    args: resources,
    filenames,
    selector: flags.text('selector'),
    typeAloneIsAll: flags.bool('all'),
    latest: true,
  });
}

/** What is wrong with flags that are wrong together; each verb asks at its own moment. */
export function localFailures({ flags }: Call, dryRun: DryRun): Failure[] {
  return flags.bool('local') && dryRun === 'server'
    ? [new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?')]
    : [];
}

export function allFailures({ flags }: Call): Failure[] {
  return flags.bool('all') && flags.text('selector')
    ? [new Failure('cannot set --all and --selector at the same time')]
    : [];
}

type Templated = KubeObject & { readonly spec: { readonly template: PodTemplate } };
const templated = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ReplicationController', 'Job'];

/** An object with its Pod's spec changed. Source: polymorphichelpers UpdatePodSpecForObject. */
function withPodSpec(object: KubeObject, change: (spec: PodSpec) => PodSpec): KubeObject {
  if (object.kind === 'Pod') return { ...object, spec: change(object.spec as PodSpec) };
  if (templated.includes(object.kind)) return withTemplate(object as Templated, change);
  if (object.kind === 'CronJob') {
    const { spec } = object as CronJob;
    const jobTemplate = withTemplate(spec.jobTemplate as unknown as Templated, change);
    return { ...object, spec: { ...spec, jobTemplate } };
  }
  throw new Failure(
    `the object is not a pod or does not have a pod template: ${goTypeOf(object.apiVersion, object.kind)}`,
  );
}

function withTemplate(object: Templated, change: (spec: PodSpec) => PodSpec): Templated {
  const { template } = object.spec;
  const spec = change(template?.spec ?? { containers: [] });
  return { ...object, spec: { ...object.spec, template: { ...template, spec } } };
}

/** Whether a name is what was asked for; `*` stands for anything. Source: selectString, with its simple ways. */
function isSelected(name: string, asked: string): boolean {
  if (asked === '*') return true;
  if (!asked.includes('*')) return name === asked;
  const parts = asked.split('*');
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (!part) continue;
    const next = name.slice(at).indexOf(part);
    if (next < at || (i === 0 && at !== 0)) return false;
    if (i === parts.length - 1 && name.length !== part.length + next) return false;
    at = next;
  }
  return true;
}

/** Changes the containers that a pattern names, those that initialize too; how many there are. */
export function withContainers(
  spec: PodSpec,
  asked: string,
  change: (container: Container) => Container,
): { readonly spec: PodSpec; readonly found: number } {
  const { containers, initContainers } = spec;
  const all = [...containers, ...(initContainers ?? [])];
  const one = (container: Container) => (isSelected(container.name, asked) ? change(container) : container);
  return {
    found: all.filter(({ name }) => isSelected(name, asked)).length,
    spec: {
      ...spec,
      containers: containers.map(one),
      ...(initContainers && { initContainers: initContainers.map(one) }),
    },
  };
}

interface Update {
  /** What is said of what was done: `image updated`. */
  readonly operation: string;
  /** What a refusal is said to have failed at. */
  readonly failing: string;
  /** The new spec; what it can not do it tells. */
  readonly change: (spec: PodSpec, object: KubeObject, failed: (failure: Failure) => void) => PodSpec;
  /** Whether `--record` has a meaning. */
  readonly isRecorded?: boolean;
  /** Asked before it is said that something was done. */
  readonly before?: () => void;
}

/** Changes the Pod specs of objects, those that are other then. Source: CalculatePatches, and the Run of each verb. */
export function updatePodSpecs(call: Call, infos: readonly Info[], dryRun: DryRun, update: Update): void {
  const failures: Failure[] = [];
  const changes = infos.flatMap((info): { info: Info; after: KubeObject }[] => {
    const object = info.object as KubeObject;
    try {
      const after = withPodSpec(object, (spec) => update.change(spec, object, (one) => failures.push(one)));
      return [{ info, after: update.isRecorded === false ? after : recorded(call, after) }];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const type = call.flags.bool('local') ? info.resource.kind.toLowerCase() : info.resource.plural;
      failures.push(new Failure(`error: ${type}/${info.name} ${error.message}`));
      return [];
    }
  });
  for (const { info, after } of changes) {
    const before = info.object as unknown as Record<string, unknown>;
    const body = threeWayPatch(before, after as unknown as Record<string, unknown>, before);
    if (Object.keys(body).length === 0) continue;
    if (dryRun === 'client' || call.flags.bool('local')) {
      doneInTurn(call, typed(after as unknown as Manifest), update.operation, dryRun);
      continue;
    }
    const { resource, name, namespace } = info;
    let patched: KubeObject | undefined;
    try {
      patched = askedOrTried(call, dryRun, {
        verb: 'patch',
        kind: resource.kind,
        name,
        namespace,
        type: 'strategic',
        body,
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failures.push(new Failure(`${update.failing} ${error.status.message}`));
      continue;
    }
    update.before?.();
    doneInTurn(call, patched ?? after, update.operation, dryRun);
  }
  throwAll(failures);
}

/** How a verb begins: what the dry run is, and whether `-o` is one that there is. */
export function begun(call: Call): DryRun {
  const dryRun = dryRunOf(call);
  printerOf(call);
  return dryRun;
}
