import type { KubeObject, Labels } from '../../cluster/objects';
import { askedOrTried, type Call, dryRunOf } from '../call';
import { changeCauseAnnotation, recorded } from '../change-cause';
import { each } from '../each';
import { Failure } from '../failure';
import type { Info } from '../infos';
import { pairsOf, resourcesAndPairs } from '../pairs';
import { doneInTurn } from '../printers/done';
import { printerOf } from '../printers/output';
import { atOnce, type Verb } from '../verb';
import { type Asked, changed, list, metadataFlags, targets, validateTargets } from './label';

function annotateOne(call: Call, info: Info, { pairs, isSingle, dryRun }: Asked): void {
  const { resource, namespace, name } = info;
  const object = info.object as KubeObject;
  const before = object.metadata.annotations ?? {};
  if (!call.flags.bool('overwrite')) {
    const standing = [...pairs.set].filter(
      ([key, value]) => key !== changeCauseAnnotation && (before[key] ?? value) !== value,
    );
    if (standing.length > 0)
      throw new Failure(
        `--overwrite is false but found the following declared annotation(s): ${standing
          .map(([key]) => `'${key}' already has a value (${before[key]})`)
          .join('; ')}`,
      );
  }
  const cause = recorded(call, { metadata: {} as { annotations?: Labels } }).metadata.annotations ?? {};
  // What is typed goes over what is recorded.
  const set = dryRun === 'client' ? pairs.set : new Map([...Object.entries(cause), ...pairs.set]);
  const change = changed(before, { ...pairs, set });
  const resourceVersion = call.flags.text('resource-version');
  const isLocal = dryRun === 'client' || call.flags.bool('local') || call.flags.bool('list');
  if (call.flags.bool('list')) {
    list(call, 'annotations', info, change.labels, isSingle);
    return;
  }
  if (isLocal) {
    const annotations = Object.keys(change.labels).length > 0 ? change.labels : undefined;
    const metadata = { ...object.metadata, annotations, ...(resourceVersion && { resourceVersion }) };
    doneInTurn(call, { ...object, metadata }, 'annotated', dryRun);
    return;
  }
  const body = { metadata: { annotations: change.body, ...(resourceVersion && { resourceVersion }) } };
  const isNothing = !change.isAdded && !change.isRemoved && !resourceVersion;
  const patched = isNothing
    ? object
    : askedOrTried(call, dryRun, {
        verb: 'patch',
        kind: resource.kind,
        name,
        namespace,
        type: 'merge',
        body,
      });
  doneInTurn(call, patched ?? object, 'annotated', dryRun);
}

/** Changes annotations. Models kubectl pkg/cmd/annotate (v1.37). */
export const annotate: Verb = {
  help: {
    says: 'Update the annotations on one or more resources.',
    usage: '[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
    examples: [
      '# Why the rollout was made',
      "kubectl annotate deployment web kubernetes.io/change-cause='new colours'",
    ],
  },
  flags: metadataFlags,
  run: atOnce((call) => {
    const dryRun = dryRunOf(call);
    const { resources, pairs: words } = resourcesAndPairs(call.words, 'annotation');
    const pairs = pairsOf(words, 'annotation', true);
    if (call.flags.bool('list') && call.flags.text('output'))
      throw new Failure('--list and --output may not be specified together');
    validateTargets(call, resources, dryRun, 'rsrc');
    if (words.length === 0 && !call.flags.bool('list'))
      throw new Failure('at least one annotation update is required');
    const both = pairs.remove.filter((key) => pairs.set.has(key));
    if (both.length > 0)
      throw new Failure(
        `can not both modify and remove the following annotation(s) in the same command: ${both.join(', ')}`,
      );
    printerOf(call);
    const found = targets(call, resources);
    each(found, (info) => annotateOne(call, info, { pairs, isSingle: found.isSingle, dryRun }));
  }),
};
