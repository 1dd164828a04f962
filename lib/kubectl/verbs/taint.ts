import { labelKeyProblems, labelValueProblems } from '../../cluster/api/labels';
import type { Node, Taint } from '../../cluster/objects';
import { askedOrTried, type Call, dryRunOf } from '../call';
import { each } from '../each';
import { Failure, Plain, throwAll, usageFailure } from '../failure';
import { dryRunFlag, fieldManagerFlag, printFlags, selectorFlag, validateFlag } from '../flags/sets';
import { find, type Info } from '../infos';
import { done } from '../printers/done';
import { findResource, isUnmodelled, resourceNamed } from '../resources';
import { atOnce, type Verb } from '../verb';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

interface Spec {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** `key=value:effect`, `key:effect` or `key`. Source: kubectl pkg/cmd/taint parseTaint. */
function parsed(text: string): Spec {
  const invalid = (why = '') => new Failure(`invalid taint spec: ${text}${why ? `, ${why}` : ''}`);
  const [pair = '', effect, ...rest] = text.split(':');
  if (rest.length > 0) throw invalid();
  if (effect !== undefined && !effects.includes(effect))
    throw new Failure(`invalid taint effect: ${effect}, unsupported taint effect`);
  const [key = '', value, ...more] = effect === undefined ? [pair] : pair.split('=');
  if (more.length > 0) throw invalid();
  const problems = [...(value === undefined ? [] : labelValueProblems(value))];
  if (problems.length > 0) throw invalid(problems.join('; '));
  const ofKey = labelKeyProblems(key);
  if (ofKey.length > 0) throw invalid(ofKey.join('; '));
  return { key, value: value ?? '', effect: effect ?? '' };
}

interface Change {
  readonly added: readonly Spec[];
  readonly removed: readonly Spec[];
}

/** Source: parseTaints. */
function changeOf(call: Call, specs: readonly string[]): Change {
  const added: Spec[] = [];
  const removed: Spec[] = [];
  try {
    for (const text of specs) {
      if (text.endsWith('-')) {
        removed.push(parsed(text.slice(0, -1)));
        continue;
      }
      const spec = parsed(text);
      if (!spec.effect) throw new Failure(`invalid taint spec: ${text}`);
      if (added.some(({ key, effect }) => key === spec.key && effect === spec.effect))
        throw new Failure(
          `duplicated taints with the same key and effect: {${spec.key} ${spec.value} ${spec.effect} <nil>}`,
        );
      added.push(spec);
    }
  } catch (error) {
    throw error instanceof Failure ? usageFailure(call.path, error.message) : error;
  }
  return { added, removed };
}

const isTaint = (word: string): boolean => word.includes('=') || word.includes(':') || word.endsWith('-');

const isOf = (spec: Spec, taint: Pick<Taint, 'key' | 'effect'>): boolean =>
  spec.key === taint.key && (spec.effect === '' || spec.effect === taint.effect);

const written = ({ key, effect }: Spec): string => (effect ? `${key}:${effect}` : key);

/** The taints after the change, and the word for it. Source: reorganizeTaints. */
function reorganized(call: Call, node: Node, { added, removed }: Change): { taints: Taint[]; word: string } {
  const old = node.spec?.taints ?? [];
  const overwrite = call.flags.bool('overwrite');
  const existing = added.filter((spec) => old.some((taint) => isOf(spec, taint))).map(({ key }) => key);
  if (!overwrite && existing.length > 0)
    throw new Failure(
      `node ${node.metadata.name} already has ${existing.join(',')} taint(s) with same effect(s) and --overwrite is false`,
    );
  let taints: Taint[] = [
    ...added.map(({ key, value, effect }) => ({
      key,
      ...(value && { value }),
      effect: effect as Taint['effect'],
    })),
    ...old.filter((taint) => !added.some((spec) => isOf(spec, taint))),
  ];
  const hasAdded = old.length !== taints.length;
  let hasRemoved = false;
  const failures: Failure[] = [];
  for (const spec of removed) {
    const left = taints.filter((taint) => !isOf(spec, taint));
    hasRemoved = left.length < taints.length;
    if (!hasRemoved) failures.push(new Failure(`taint ${JSON.stringify(written(spec))} not found`));
    taints = left;
  }
  throwAll(failures);
  const word = (hasAdded && hasRemoved) || overwrite ? 'modified' : hasAdded ? 'tainted' : 'untainted';
  return { taints, word };
}

function nodesOf(
  call: Call,
  resources: readonly string[],
): { infos: readonly Info[]; failures: readonly Failure[] } {
  const all = call.flags.bool('all');
  const selector = call.flags.text('selector');
  if (all && selector) throw new Failure("setting 'all' parameter with a non empty selector is prohibited");
  if (all || selector) return find(call, { args: ['node'], all, selector });
  if (resources.length < 2)
    throw new Failure("at least one resource name must be specified since 'all' parameter is not set");
  return find(call, { args: ['node', ...resources.slice(1)] });
}

/** Changes the taints of nodes. Models kubectl pkg/cmd/taint (v1.37). */
export const taint: Verb = {
  help: {
    says: 'Update the taints on one or more nodes.',
    usage: 'NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N',
    examples: [
      '# Keep Pods away that do not tolerate it',
      'kubectl taint nodes node-1 dedicated=db:NoSchedule',
      '',
      '# Take it away again',
      'kubectl taint nodes node-1 dedicated-',
    ],
  },
  flags: [
    ...printFlags,
    dryRunFlag,
    validateFlag,
    selectorFlag,
    fieldManagerFlag,
    { name: 'overwrite', kind: 'bool', says: 'replace a taint of the same key and effect' },
    { name: 'all', kind: 'bool', says: 'all nodes' },
  ],
  run: atOnce((call) => {
    const from = call.words.findIndex(isTaint);
    const resources = from < 0 ? call.words : call.words.slice(0, from);
    const specs = from < 0 ? [] : call.words.slice(from);
    const late = specs.find((word) => !isTaint(word));
    if (late !== undefined)
      throw new Failure(`all resources must be specified before taint changes: ${late}`);
    if (resources.length < 1)
      throw new Failure('one or more resources must be specified as <resource> <name>');
    if (specs.length < 1) throw new Failure('at least one taint update is required');
    const change = changeOf(call, specs);
    const [type = ''] = resources;
    // Its own way of asking for the type says so without `error:`. Source: checkErr NoResourceMatchError.
    if (!findResource(type) && !isUnmodelled(type))
      throw new Plain(`the server doesn't have a resource type ${JSON.stringify(type)}`);
    if (resourceNamed(type).kind !== 'Node')
      throw new Failure(`invalid resource type ${type.toLowerCase()}, only node types are supported`);
    const both = change.removed.filter((gone) =>
      change.added.some((spec) => isOf(gone, { ...spec, effect: spec.effect as Taint['effect'] })),
    );
    if (both.length > 0)
      throw new Failure(
        `can not both modify and remove the following taint(s) in the same command: ${both.map(({ key, effect }) => `${key}=${effect}`).join(', ')}`,
      );
    const dryRun = dryRunOf(call);
    each(nodesOf(call, resources), ({ name, object }) => {
      const { taints, word } = reorganized(call, object as Node, change);
      const body = { spec: { taints: taints.length > 0 ? taints : null } };
      const patched =
        dryRun === 'client'
          ? ({ ...object, spec: { ...object?.spec, taints } } as Node)
          : askedOrTried(call, dryRun, { verb: 'patch', kind: 'Node', name, type: 'merge', body });
      // Its printer is made before the dry run is known. Source: TaintOptions RunTaint.
      if (patched) done(call, patched, word, 'none');
    });
  }),
};
