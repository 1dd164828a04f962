import { labelValueProblems } from '../../cluster/api/labels';
import type { KubeObject, Labels } from '../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../call';
import { recorded, recordFlag } from '../change-cause';
import { each } from '../each';
import { Failure, Failures } from '../failure';
import { filenamesOf } from '../filenames';
import type { Flag } from '../flags/flag';
import {
  allNamespacesFlag,
  dryRunFlag,
  fieldManagerFlag,
  fieldSelectorFlag,
  fileFlags,
  printFlags,
  selectorFlag,
} from '../flags/sets';
import { find, type Info } from '../infos';
import { type Pairs, resourcesAndPairs } from '../pairs';
import { done } from '../printers/done';
import { atOnce, type Verb } from '../verb';

/** Flags that label and annotate share. */
export const metadataFlags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  fieldSelectorFlag,
  allNamespacesFlag,
  dryRunFlag,
  fieldManagerFlag,
  recordFlag,
  ...printFlags,
  { name: 'overwrite', kind: 'bool', says: 'change what is there already' },
  { name: 'list', kind: 'bool', says: 'show what is there' },
  { name: 'local', kind: 'bool', says: 'only print what the files would be' },
  { name: 'all', kind: 'bool', says: 'all objects of the type' },
  { name: 'resource-version', kind: 'string', says: 'only if this is its version' },
];

/** Source: label.go parseLabels. */
function labelPairsOf(words: readonly string[]): Pairs {
  const set = new Map<string, string>();
  const remove: string[] = [];
  for (const word of words) {
    const [key = '', value, ...more] = word.split('=');
    if (value === undefined) {
      if (!word.endsWith('-')) throw new Failure(`unknown label spec: ${word}`);
      remove.push(word.slice(0, -1));
      continue;
    }
    if (more.length > 0) throw new Failure(`invalid label spec: ${word}`);
    const problems = labelValueProblems(value);
    if (problems.length > 0)
      throw new Failure(`invalid label value: ${JSON.stringify(word)}: ${problems.join(';')}`);
    set.set(key, value);
  }
  if (remove.some((key) => set.has(key)))
    throw new Failure('can not both modify and remove a label in the same command');
  return { set, remove };
}

/** Source: LabelOptions Validate; AnnotateFlags ToOptions. */
export function validateTargets(
  call: Call,
  resources: readonly string[],
  dryRun: string,
  file: string,
): void {
  const { flags } = call;
  if (flags.bool('all') && flags.text('selector'))
    throw new Failure('cannot set --all and --selector at the same time');
  if (flags.bool('all') && flags.text('field-selector'))
    throw new Failure('cannot set --all and --field-selector at the same time');
  const hasFiles = filenamesOf(call).length > 0;
  if (!flags.bool('local')) {
    if (resources.length === 0 && !hasFiles)
      throw new Failure('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    return;
  }
  if (dryRun === 'server')
    throw new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  if (resources.length > 0)
    throw new Failure(
      `can only use local files by -f ${file}.yaml or --filename=${file}.json when --local=true is set`,
    );
  if (!hasFiles)
    throw new Failure(`one or more files must be specified as -f ${file}.yaml or --filename=${file}.json`);
}

/** What is asked of each object, and whether it is the only one. */
export interface Asked {
  readonly pairs: Pairs;
  readonly isSingle: boolean;
  readonly dryRun: DryRun;
}

/** What a line is about: of the cluster, or with --local of its files. */
export function targets(call: Call, resources: readonly string[]) {
  const { flags } = call;
  const filenames = filenamesOf(call);
  const found = flags.bool('local')
    ? find(call, { args: [], filenames })
    : find(call, {
        args: resources,
        filenames,
        selector: flags.text('selector'),
        fieldSelector: flags.text('field-selector'),
        allNamespaces: flags.bool('all-namespaces'),
        typeAloneIsAll: flags.bool('all'),
        latest: true,
      });
  if (!found.isSingle && flags.text('resource-version'))
    throw new Failure('--resource-version may only be used with a single resource');
  return found;
}

/** The change as a merge patch, and whether anything was added or taken away. */
export interface Change {
  readonly labels: Labels;
  readonly body: Record<string, string | null>;
  readonly isAdded: boolean;
  readonly isRemoved: boolean;
}

export function changed(before: Labels, { set, remove }: Pairs): Change {
  const added = [...set].filter(([key, value]) => before[key] !== value);
  const removed = remove.filter((key) => before[key] !== undefined);
  const labels = Object.fromEntries(
    [...Object.entries(before), ...added].filter(([key]) => !remove.includes(key)),
  );
  const body = Object.fromEntries([...added, ...removed.map((key) => [key, null] as const)]);
  return { labels, body, isAdded: added.length > 0, isRemoved: removed.length > 0 };
}

/** `--list`. The order of a Go map is chance; here it is the alphabet's. */
export function list(
  call: Call,
  what: string,
  { resource, name }: Info,
  labels: Labels,
  isSingle: boolean,
): void {
  if (!isSingle) call.out(`Listing ${what} for ${resource.kind}.${resource.group}/${name}:`);
  for (const key of Object.keys(labels).sort()) call.out(`${isSingle ? '' : ' '}${key}=${labels[key] ?? ''}`);
}

/** Source: updateDataChangeMsg. */
const doneTo = ({ isAdded, isRemoved }: Change): string =>
  isAdded ? (isRemoved ? 'modified' : 'labeled') : isRemoved ? 'unlabeled' : 'not labeled';

function labelOne(call: Call, info: Info, { pairs, isSingle, dryRun }: Asked): void {
  const { resource, namespace, name } = info;
  const object = info.object as KubeObject;
  const before = object.metadata.labels ?? {};
  const isLocal = dryRun === 'client' || call.flags.bool('local') || call.flags.bool('list');
  if (!isLocal)
    for (const key of pairs.remove)
      if (before[key] === undefined) call.out(`label ${JSON.stringify(key)} not found.`);
  if (!call.flags.bool('overwrite')) {
    const standing = [...pairs.set].filter(([key, value]) => (before[key] ?? value) !== value);
    const failures = standing.map(
      ([key]) => new Failure(`'${key}' already has a value (${before[key]}), and --overwrite is false`),
    );
    if (failures[0]) throw failures.length === 1 ? failures[0] : new Failures(failures);
  }
  const change = changed(before, pairs);
  if (call.flags.bool('list')) {
    list(call, 'labels', info, change.labels, isSingle);
    return;
  }
  const resourceVersion = call.flags.text('resource-version');
  if (!isLocal && (change.isAdded || change.isRemoved)) {
    const { annotations } = recorded(call, { metadata: {} as { annotations?: Labels } }).metadata;
    const metadata = { labels: change.body, ...(annotations && { annotations }) };
    const body = { metadata: { ...metadata, ...(resourceVersion && { resourceVersion }) } };
    askedOrTried(call, dryRun, { verb: 'patch', kind: resource.kind, name, namespace, type: 'merge', body });
  }
  const labels = Object.keys(change.labels).length > 0 ? change.labels : undefined;
  const isRecorded = !isLocal && (change.isAdded || change.isRemoved);
  const shown = { ...object, metadata: { ...object.metadata, labels } };
  done(call, isRecorded ? recorded(call, shown) : shown, doneTo(change), dryRun);
}

/** Changes labels. Models kubectl pkg/cmd/label (v1.37). */
export const label: Verb = {
  help: {
    says: 'Update the labels on a resource.',
    usage: '[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
    examples: [
      '# A label more',
      'kubectl label pods web-0 tier=front',
      '',
      '# Another value',
      'kubectl label --overwrite pods web-0 tier=back',
      '',
      '# Without it',
      'kubectl label pods web-0 tier-',
    ],
  },
  flags: metadataFlags,
  run: atOnce((call) => {
    const dryRun = dryRunOf(call);
    const { resources, pairs: words } = resourcesAndPairs(call.words, 'label');
    const pairs = labelPairsOf(words);
    if (call.flags.bool('list') && call.flags.text('output'))
      throw new Failure('--list and --output may not be specified together');
    validateTargets(call, resources, dryRun, 'pod');
    if (words.length === 0 && !call.flags.bool('list'))
      throw new Failure('at least one label update is required');
    const found = targets(call, resources);
    each(found, (info) => labelOne(call, info, { pairs, isSingle: found.isSingle, dryRun }));
  }),
};
