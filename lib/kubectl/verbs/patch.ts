import { decoded, structName } from '../../cluster/api/decoding';
import { jsonPatch } from '../../cluster/api/json-patch';
import { isSame, keyless, mergePatch, strategicMerge } from '../../cluster/api/merge';
import { strategicMisfit } from '../../cluster/api/patch-misfit';
import { badRequest } from '../../cluster/api/refusal';
import type { Command } from '../../cluster/command';
import type { KubeObject } from '../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../call';
import { recordFlag, withCause } from '../change-cause';
import { each } from '../each';
import { Failure, Refused } from '../failure';
import { filenamesOf } from '../filenames';
import type { Flag } from '../flags/flag';
import { dryRunFlag, fieldManagerFlag, fileFlags, printFlags } from '../flags/sets';
import { find, type Info } from '../infos';
import { done } from '../printers/done';
import { compactJson } from '../printers/json';
import { threeWayPatch } from '../three-way';
import { atOnce, type Verb } from '../verb';
import { documentsOf } from '../yaml/documents';

const flags: readonly Flag[] = [
  ...fileFlags,
  dryRunFlag,
  fieldManagerFlag,
  recordFlag,
  ...printFlags,
  { name: 'patch', short: 'p', kind: 'string', says: 'the patch, as JSON or YAML' },
  { name: 'patch-file', kind: 'string', says: 'a file with the patch' },
  { name: 'type', kind: 'string', unset: 'strategic', says: 'json, merge or strategic' },
  { name: 'local', kind: 'bool', says: 'only print what the files would be' },
  { name: 'subresource', kind: 'string', says: 'status' },
];

type Type = 'json' | 'merge' | 'strategic';
const types: readonly string[] = ['json', 'merge', 'strategic'];

/** Source: PatchOptions Validate. */
function validate({ flags: given, words }: Call, dryRun: DryRun): Type {
  const type = given.text('type').toLowerCase() || 'strategic';
  if (given.text('patch') && given.text('patch-file'))
    throw new Failure('cannot specify --patch and --patch-file together');
  if (!given.text('patch') && !given.text('patch-file'))
    throw new Failure('must specify --patch or --patch-file containing the contents of the patch');
  if (given.bool('local') && words.length > 0)
    throw new Failure('cannot specify --local and server resources');
  if (given.bool('local') && dryRun === 'server')
    throw new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?');
  if (!types.includes(type))
    throw new Failure(
      `--type must be one of [${types.join(' ')}], not ${JSON.stringify(given.text('type'))}`,
    );
  const subresource = given.text('subresource');
  if (subresource && subresource !== 'status')
    throw new Failure(`not modelled in Podium: kubectl patch --subresource=${subresource}; status is`);
  return type as Type;
}

/** What looks like JSON is sent as it is; the API server says whether it is. Source: apimachinery util/yaml ToJSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}

const notJson = Symbol('not JSON');

function bodyOf({ flags: given, folder }: Call): unknown {
  const file = given.text('patch-file');
  const text = file ? folder.read(file) : given.text('patch');
  if (text === undefined)
    throw new Failure(`unable to read patch file: open ${file}: no such file or directory`);
  if (/^\s*\{/.test(text)) return jsonOf(text);
  const { documents, problem } = documentsOf(text);
  if (problem !== undefined)
    throw new Failure(
      `unable to parse ${JSON.stringify(given.text('patch'))}: ${problem.replace(/^error converting YAML to JSON: /, '')}`,
    );
  return documents[0] ?? null;
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;

/** What the API server says of a body that is no patch of its type. Source: apiserver handlers/patch.go. */
function checkBody(body: unknown, type: Type): void {
  if (body === notJson) throw new Refused(badRequest('invalid JSON patch'));
  if (body === null || (type === 'json' ? Array.isArray(body) : kindOf(body) === 'object')) return;
  const wanted = type === 'json' ? '[]handlers.jsonPatchOp' : 'map[string]interface {}';
  const why = `json: cannot unmarshal ${kindOf(body)} into Go value of type ${wanted}`;
  throw new Refused(badRequest(type === 'strategic' ? why : `error decoding patch: ${why}`));
}

function patched(object: KubeObject, body: unknown, type: Type): unknown {
  if (type === 'merge') return mergePatch(object, body ?? {});
  if (type === 'strategic') return strategicMerge(object, body ?? {});
  const result = jsonPatch(object, body ?? []);
  if (!result.ok) throw new Refused(result.status);
  return result.value;
}

const isObject = (value: unknown): value is object => kindOf(value) === 'object' && value !== null;

/** What kubectl makes of an object by itself. Source: getPatchedJSON; apimachinery UnstructuredJSONScheme. */
function patchedLocally(object: KubeObject, body: unknown, type: Type): KubeObject {
  if (type === 'strategic' && body !== null && !isObject(body)) throw new Failure('invalid JSON document');
  if (type === 'merge' && !isObject(body)) throw new Failure('Invalid JSON Patch');
  if (type === 'json' && body !== null && !Array.isArray(body))
    throw new Failure(`json: cannot unmarshal ${kindOf(body)} into Go value of type jsonpatch.Patch`);
  const after = patched(object, body, type);
  const { kind, apiVersion, metadata } = (isObject(after) ? after : {}) as Partial<KubeObject>;
  if (typeof kind !== 'string' || !kind)
    throw new Failure(`Object 'Kind' is missing in '${compactJson(after)}'`);
  return {
    ...(after as KubeObject),
    apiVersion: typeof apiVersion === 'string' ? apiVersion : '',
    metadata: isObject(metadata) ? metadata : ({} as KubeObject['metadata']),
  };
}

/**
 * The command for a patch. Fields that the kind does not have are warned of and left out, as kubectl asks for no strict check
 * here. Source: apiserver FieldValidation=Warn.
 */
function commandOf(call: Call, info: Info, body: unknown, type: Type): Command {
  const { resource, namespace, name } = info;
  const isStatus = call.flags.text('subresource') === 'status';
  const target = {
    verb: 'patch',
    kind: resource.kind,
    name,
    namespace,
    ...(isStatus && { subresource: 'status' as const }),
  } as const;
  const plain = { ...target, type, body: (body ?? (type === 'json' ? [] : {})) as object } as const;
  const current = resource.find(call.cluster.reading, namespace, name);
  const struct = structName(resource.kind, resource.apiVersion);
  if (!current || !struct || (type === 'strategic' && keyless(current, body))) return plain;
  let next: unknown;
  try {
    next = patched(current, body, type);
  } catch (error) {
    if (error instanceof Refused) return plain;
    throw error;
  }
  if (!isObject(next)) return plain;
  const { value, misfit } = decoded(struct, next);
  if (misfit === undefined) return plain;
  if (!misfit.startsWith('strict decoding error: ')) {
    if (type === 'strategic') throw new Refused(strategicMisfit(body, misfit));
    return plain;
  }
  for (const [unknown] of misfit.matchAll(/unknown field "(?:[^"\\]|\\.)*"/g)) call.warn(unknown);
  const before = decoded(struct, current).value as Record<string, unknown>;
  const diff = threeWayPatch(before, value as Record<string, unknown>, before);
  return { ...target, type: 'strategic', body: diff };
}

function patchOne(call: Call, info: Info, body: unknown, type: Type, dryRun: DryRun): void {
  const before = info.object as KubeObject;
  const isLocal = call.flags.bool('local') || dryRun === 'client';
  if (!isLocal) checkBody(body, type);
  const after = isLocal
    ? patchedLocally(before, body, type)
    : (askedOrTried(call, dryRun, commandOf(call, info, body, type)) as KubeObject);
  // Upstream takes the operation after it has made its printer: a dry run does not say that it is one.
  done(
    call,
    isLocal ? after : withCause(call, info, after, dryRun),
    isSame(before, after) ? 'patched (no change)' : 'patched',
  );
}

/** Changes fields. Models kubectl pkg/cmd/patch (v1.37). Leaves out: --subresource other than status. */
export const patch: Verb = {
  help: {
    says: 'Update fields of a resource using strategic merge patch, a JSON merge patch, or a JSON patch.',
    usage: '(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]',
    examples: [
      '# By the name of a container',
      `kubectl patch pod web-0 -p '{"spec":{"containers":[{"name":"app","image":"app:v2"}]}}'`,
      '',
      '# By position',
      `kubectl patch pod web-0 --type=json -p='[{"op":"replace","path":"/spec/containers/0/image","value":"app:v2"}]'`,
    ],
  },
  flags,
  run: atOnce((call) => {
    const dryRun = dryRunOf(call);
    const type = validate(call, dryRun);
    const body = bodyOf(call);
    const found = find(call, { args: call.words, filenames: filenamesOf(call) });
    each(found, (info) => patchOne(call, info, body, type, dryRun));
    if (found.infos.length === 0) throw new Failure('no objects passed to patch');
  }),
};
