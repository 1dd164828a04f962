import type { Node } from '../../../cluster/objects';
import { askedOrTried, type Call, dryRunOf, dryRunSuffix } from '../../call';
import { Failure, throwAll, usageFailure } from '../../failure';
import { dryRunFlag, selectorFlag } from '../../flags/sets';
import { find, type Info } from '../../infos';
import { atOnce, type Verb } from '../../verb';

/** The nodes that a line names. Source: DrainCmdOptions.Complete. */
export function nodesOf(call: Call, usage: string): readonly Info[] {
  const selector = call.flags.text('selector');
  if (call.words.length === 0 && !call.flags.has('selector'))
    throw usageFailure(call.path, `USAGE: ${usage} [flags]`);
  if (call.words.length > 0 && selector)
    throw usageFailure(call.path, 'error: cannot specify both a node name and a --selector option');
  const args = call.words.map((word) => (word.includes('/') ? word : `nodes/${word}`));
  const { infos, failures } = find(
    call,
    selector ? { args: ['nodes'], selector } : { args, onlyOneType: true },
  );
  throwAll(failures);
  for (const { resource } of infos)
    if (resource.kind !== 'Node')
      throw new Failure(
        `error: expected resource of type node, got "${resource.group}/${resource.version}, Resource=${resource.plural}"`,
      );
  return infos;
}

/** Says that nothing new may come to the nodes, or that it may again. Source: RunCordonOrUncordon. */
export function setUnschedulable(call: Call, infos: readonly Info[], unschedulable: boolean): void {
  const dryRun = dryRunOf(call);
  const word = unschedulable ? 'cordoned' : 'uncordoned';
  for (const { name, object } of infos) {
    const isSo = ((object as Node).spec?.unschedulable ?? false) === unschedulable;
    if (!isSo && dryRun !== 'client')
      askedOrTried(call, dryRun, {
        verb: 'patch',
        kind: 'Node',
        name,
        type: 'strategic',
        body: { spec: { unschedulable: unschedulable || null } },
      });
    call.out(`node/${name} ${isSo ? 'already ' : ''}${word}${dryRunSuffix(dryRun)}`);
  }
}

const verb = (name: string, unschedulable: boolean, says: string): Verb => ({
  help: { says, usage: 'NODE', examples: [`kubectl ${name} node-1`] },
  flags: [selectorFlag, dryRunFlag],
  run: atOnce((call) => setUnschedulable(call, nodesOf(call, `${name} NODE`), unschedulable)),
});

/** Models kubectl pkg/cmd/drain NewCmdCordon, pkg/drain/cordon.go (v1.37). */
export const cordon = verb('cordon', true, 'Mark node as unschedulable.');
export const uncordon = verb('uncordon', false, 'Mark node as schedulable.');
