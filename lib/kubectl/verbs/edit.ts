import { decoded, structName } from '../../cluster/api/decoding';
import { isSame } from '../../cluster/api/merge';
import { strategicMisfit } from '../../cluster/api/patch-misfit';
import type { KubeObject } from '../../cluster/objects';
import { asked, type Call } from '../call';
import { recorded, recordFlag } from '../change-cause';
import {
  headerLines,
  invalid,
  isSameText,
  objectsOf,
  parsed,
  type Reason,
  withoutComments,
} from '../edited-text';
import { Failure, Refused, Silent } from '../failure';
import { filenamesOf } from '../filenames';
import type { Flag } from '../flags/flag';
import { fieldManagerFlag, fileFlags, printFlags, validateFlag } from '../flags/sets';
import { saveConfigFlag } from '../generated';
import { findAll, type Info } from '../infos';
import { withLastApplied } from '../last-applied';
import type { Running } from '../line';
import { done } from '../printers/done';
import { compactJson, jsonLines } from '../printers/json';
import { listOf, shown } from '../printers/output';
import { findKind, resourceName } from '../resources';
import { threeWayPatch } from '../three-way';
import type { Verb } from '../verb';
import { yamlLines } from '../yaml/emit';

type Tree = Record<string, unknown>;

const flags: readonly Flag[] = [
  ...fileFlags,
  validateFlag,
  fieldManagerFlag,
  saveConfigFlag,
  recordFlag,
  ...printFlags,
  { name: 'output-patch', kind: 'bool', says: 'show the patch that is sent' },
  { name: 'subresource', kind: 'string', says: 'not modelled in Podium' },
  { name: 'windows-line-endings', kind: 'bool', says: 'taken, does nothing' },
];

/** What came of one round. */
interface Round {
  readonly reasons: Reason[];
  isRetryable: boolean;
  isGone: boolean;
  isInvalid: boolean;
}

/** Says what the API server refused. Source: editResults addError. */
function refused({ err }: Call, { resource, name }: Info, { status }: Refused, round: Round): void {
  const what = `${resourceName(resource)} ${JSON.stringify(name)}`;
  if (status.reason === 'Invalid') {
    round.isInvalid = true;
    const others = (status.causes ?? []).map((cause) => `${cause.field ?? ''}: ${cause.message}`);
    round.reasons.push({ head: `${what} was not valid`, others });
    err(`error: ${what} is invalid`);
  } else if (status.reason === 'NotFound') {
    round.isGone = true;
    err(`error: ${what} could not be found on the server`);
  } else {
    round.isRetryable = true;
    err(`error: ${what} could not be patched: ${status.message}`);
  }
}

/** Refuses what does not fit the kind, as the API server does when it is asked for a strict check. */
function checkStrict({ kind, apiVersion }: KubeObject, edited: KubeObject, body: unknown): void {
  const struct = structName(kind, apiVersion);
  const misfit = struct && decoded(struct, edited).misfit;
  if (misfit) throw new Refused(strategicMisfit(body, misfit));
}

/** Source: EditOptions visitToPatch. */
function patchOne(call: Call, originals: readonly Info[], edited: KubeObject, round: Round): void {
  const { uid } = edited.metadata ?? {};
  const info = originals.find(({ object }) => object?.metadata.uid === uid);
  if (!info) throw new Failure(`no original object found for ${edited.kind}/${edited.metadata?.name ?? ''}`);
  const before = shown(info.object as KubeObject, call.flags);
  if (isSame(before, edited)) {
    done(call, before, 'skipped');
    return;
  }
  const isOther = (['apiVersion', 'kind'] as const).some((field) => before[field] !== edited[field]);
  if (isOther || before.metadata.name !== edited.metadata.name)
    throw new Failure('At least one of apiVersion, kind and name was changed');
  const tree = before as unknown as Tree;
  const body = threeWayPatch(tree, edited as unknown as Tree, tree);
  if (call.flags.bool('output-patch')) call.out(`Patch: ${compactJson(body)}`);
  const { resource, name, namespace } = info;
  try {
    checkStrict(before, edited, body);
    const patched = asked(call, {
      verb: 'patch',
      kind: resource.kind,
      name,
      namespace,
      type: 'strategic',
      body,
    });
    done(call, patched ?? before, 'edited');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refused(call, info, error, round);
  }
}

/** Objects of an edited text, each in the namespace that was asked for. Source: resource.RequireNamespace. */
function checked(call: Call, objects: readonly KubeObject[]): KubeObject[] {
  return objects.map((object) => {
    const { kind, apiVersion, metadata } = object ?? {};
    const resource = findKind(String(kind));
    if (resource?.apiVersion !== apiVersion)
      throw new SyntaxFailure(
        `no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}`,
      );
    const { namespace } = metadata ?? {};
    if (resource?.namespaced && namespace && namespace !== call.namespace)
      throw new Failure(
        `the namespace from the provided object ${JSON.stringify(namespace)} does not match the namespace ${JSON.stringify(call.namespace)}. You must pass '--namespace=${namespace}' to perform this operation.`,
      );
    const kept = call.flags.bool('save-config') ? (withLastApplied(object) as unknown as KubeObject) : object;
    return recorded(call, { ...kept, metadata: kept.metadata ?? {} });
  });
}

/** The edited text is no manifest: it is edited again. */
class SyntaxFailure extends Failure {}

/** What an edit of these objects starts from, and how its file is called. */
function begun(call: Call, infos: readonly Info[]) {
  const output = call.flags.text('output') || 'yaml';
  if (output !== 'yaml' && output !== 'json')
    throw new Failure(
      `unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: json,kyaml,yaml`,
    );
  const objects = infos.map(({ object }) => shown(object as KubeObject, call.flags));
  const [first] = objects;
  const value = first && objects.length === 1 ? first : { ...listOf(objects), metadata: {} };
  const lines = output === 'json' ? jsonLines(value) : yamlLines(value);
  // A random number stands here upstream; the moment is one that comes again when the line is played again.
  const file = `/tmp/kubectl-edit-${1_000_000_000 + Math.floor(call.cluster.nowMs)}.${output}`;
  return { original: `${lines.join('\n')}\n`, file, hasHeader: output === 'yaml' };
}

/** Edits until it is right or given up. Source: the editFn of EditOptions Run. */
function* rounds(call: Call, infos: readonly Info[]): Running {
  const { original, file, hasHeader } = begun(call, infos);
  let body = original;
  let reasons: readonly Reason[] = [];
  let isAgain = false;
  for (;;) {
    const head = hasHeader ? `${headerLines(reasons).join('\n')}\n` : '';
    const text = yield { for: 'editor', name: file, text: head + body };
    const edited = text ?? head + body;
    const kept = (failure: Failure) => {
      call.err(`A copy of your changes has been stored to ${JSON.stringify(file)}`);
      return failure;
    };
    const now = parsed(edited);
    if (isAgain && isSameText(body, edited))
      throw kept(new Failure('Edit cancelled, no valid changes were saved.'));
    const why = invalid(now);
    body = withoutComments(edited);
    if (why !== undefined) {
      const [info] = infos as readonly [Info];
      const what = `${resourceName(info.resource)} ${JSON.stringify(info.name)}`;
      call.err(`error: ${what} is invalid`);
      reasons = [
        {
          head: `${what} was not valid`,
          others: [`<nil>: Invalid value: "The edited file failed validation": ${why}`],
        },
      ];
      isAgain = true;
      continue;
    }
    if (isSameText(original, edited)) {
      call.err('Edit cancelled, no changes made.');
      return 0;
    }
    const round: Round = { reasons: [], isRetryable: false, isGone: false, isInvalid: false };
    try {
      for (const object of checked(call, objectsOf(now))) patchOne(call, infos, object, round);
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error instanceof Failure ? kept(error) : error;
      round.isInvalid = true;
      round.reasons.push({ head: `The edited file had a syntax error: ${error.message}`, others: [] });
    }
    if (round.isRetryable) {
      call.err(`You can run \`kubectl replace -f ${file}\` to try this update again.`);
      throw new Silent();
    }
    if (round.isGone) {
      call.err(`The edits you made on deleted resources have been saved to ${JSON.stringify(file)}`);
      throw new Silent();
    }
    if (!round.isInvalid) return 0;
    reasons = round.reasons;
    isAgain = true;
  }
}

/**
 * Hands what is there to an editor and sends what has changed. Models kubectl pkg/cmd/edit, pkg/cmd/util/editor (v1.37).
 * Leaves out: --subresource; the file that is kept exists only by its name.
 */
export const edit: Verb = {
  help: {
    says: 'Edit a resource from the default editor.',
    usage: '(RESOURCE/NAME | -f FILENAME)',
    examples: ['kubectl edit deployment/web'],
  },
  flags,
  *run(call) {
    if (call.flags.has('subresource'))
      throw new Failure('not modelled in Podium: kubectl edit --subresource');
    const infos = findAll(call, {
      args: call.words,
      filenames: filenamesOf(call),
      typeAloneIsAll: true,
      latest: true,
    });
    if (infos.length === 0) throw new Failure('edit cancelled, no objects found');
    return yield* rounds(call, infos);
  },
};
