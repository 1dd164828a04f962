import type { Command } from '../../../cluster/command';
import type { ControllerRevision, Deployment, PodTemplate } from '../../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../../call';
import { podTemplateText } from '../../describe/template';
import { Failure, Refused, throwAll } from '../../failure';
import { dryRunFlag, printFlags } from '../../flags/sets';
import { lastAppliedAnnotation } from '../../last-applied';
import { done } from '../../printers/done';
import { atOnce, type Verb } from '../../verb';
import { rolloutFlags, type Target, targets } from './asked';
import { isSameTemplate, type Revision, revisionAnnotation, revisionsOf, withoutHash } from './revisions';

const rolledBack = 'rolled back';

/** Annotations that stay the Deployment's own when it is rolled back. Source: annotationsToSkip. */
const kept = new Set([
  lastAppliedAnnotation,
  revisionAnnotation,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]);

const notInHistory = (revision: number): Failure =>
  new Failure(`unable to find specified revision ${revision} in history`);

const skipped = (revision: number): string =>
  `skipped rollback (current template already matches revision ${revision})`;

const templateText = (template: PodTemplate): string => podTemplateText(template);

/** Source: pkg/polymorphichelpers/rollback.go DeploymentRollbacker. */
function deploymentBack(call: Call, target: Target, to: number, dryRun: DryRun): string {
  const { metadata, spec } = target.object as Deployment;
  const all = revisionsOf(call, target, 'rollbacker');
  const chosen = to > 0 ? all.find(({ revision }) => revision === to) : all.at(-2);
  if (!chosen && to > 0) throw notInHistory(to);
  if (!chosen) throw new Failure(`no rollout history found for deployment ${JSON.stringify(metadata.name)}`);
  if (dryRun === 'client') return templateText(chosen.template);
  if (spec.paused)
    throw new Failure(
      "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    );
  if (isSameTemplate(chosen.template, spec.template)) return skipped(to);
  const own = (annotations = {}, isKept: boolean) =>
    Object.entries(annotations).filter(([key]) => kept.has(key) === isKept);
  const annotations = Object.fromEntries([
    ...own(metadata.annotations, true),
    ...own(chosen.holder.metadata.annotations, false),
  ]);
  const body = [
    { op: 'replace', path: '/spec/template', value: withoutHash(chosen.template) },
    { op: 'replace', path: '/metadata/annotations', value: annotations },
  ];
  restore(call, target, to, dryRun, { type: 'json', body });
  return rolledBack;
}

/** Source: DaemonSetRollbacker, StatefulSetRollbacker. */
function revisionBack(call: Call, target: Target, to: number, dryRun: DryRun): string {
  const all = revisionsOf(call, target, 'rollbacker');
  if (to === 0 && all.length <= 1) throw new Failure('no last revision to roll back to');
  const chosen: Revision | undefined = to > 0 ? all.find(({ revision }) => revision === to) : all.at(-2);
  if (!chosen) throw notInHistory(to);
  if (dryRun === 'client') return templateText(chosen.template);
  const { template } = target.object.spec as { readonly template: PodTemplate };
  if (isSameTemplate(chosen.template, template)) return skipped(to);
  restore(call, target, to, dryRun, { type: 'strategic', body: (chosen.holder as ControllerRevision).data });
  return rolledBack;
}

function restore(
  call: Call,
  { resource, name, namespace }: Target,
  to: number,
  dryRun: DryRun,
  patch: Pick<Extract<Command, { verb: 'patch' }>, 'type' | 'body'>,
): void {
  try {
    askedOrTried(call, dryRun, { verb: 'patch', kind: resource.kind, name, namespace, ...patch });
  } catch (error) {
    throw error instanceof Refused ? new Failure(`failed restoring revision ${to}: ${error.message}`) : error;
  }
}

/** Brings back the template of an earlier revision. Models kubectl pkg/cmd/rollout rollout_undo.go (v1.37). */
export const undo: Verb = {
  help: { says: 'Undo a previous rollout', usage: '(TYPE NAME | TYPE/NAME) [flags]' },
  flags: [
    ...rolloutFlags,
    ...printFlags,
    dryRunFlag,
    { name: 'to-revision', kind: 'int64', unset: '0', says: 'this one; 0 is the one before' },
  ],
  run: atOnce((call) => {
    const to = call.flags.number('to-revision');
    const dryRun = dryRunOf(call);
    const { found, failures } = targets(call);
    for (const target of found) {
      const { object, resource, name } = target;
      if (object.metadata.annotations?.[lastAppliedAnnotation] !== undefined)
        call.err(
          `Warning: resource ${resource.plural}/${name} was previously managed with 'kubectl apply'. Rolling back will not update the ${lastAppliedAnnotation} annotation, which may cause unexpected behavior on future 'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead.`,
        );
      const roll = resource.kind === 'Deployment' ? deploymentBack : revisionBack;
      if (to < 0) throw notInHistory(to);
      done(call, object, roll(call, target, to, dryRun), dryRun);
    }
    throwAll(failures);
  }),
};
