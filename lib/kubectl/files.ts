import type { KubeObject } from '../cluster/objects';
import type { Call } from './call';
import { Failure } from './failure';
import type { Info } from './infos';
import { sorted } from './printers/json';
import { type Pattern, patternOf } from './regexp';
import { findKind, type Resource } from './resources';
import { documentsOf } from './yaml/documents';

/** The ends of names that count in a folder. Source: cli-runtime resource.FileExtensions. */
const extensions = ['.json', '.yaml', '.yml'];

/** Documents that one line may hold. */
const maxObjects = 10_000;

/** `*.yaml` as a pattern of names, in the folder at hand. Source: path/filepath Glob. */
function globbed(call: Call, pattern: string): string[] {
  const at = pattern.lastIndexOf('/');
  const [folder, name] = at < 0 ? ['.', pattern] : [pattern.slice(0, at), pattern.slice(at + 1)];
  const source = name
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  let matches: Pattern;
  try {
    matches = patternOf(`^${source}$`);
  } catch {
    throw new Failure(`pattern ${JSON.stringify(pattern)} is not valid: syntax error in pattern`);
  }
  const names = (call.folder.list(folder) ?? []).filter((one) => matches.test(one));
  return names.map((one) => (at < 0 ? one : `${folder}/${one}`));
}

interface Source {
  readonly name: string;
  readonly text: string;
}

function sourcesOf(call: Call, filename: string): readonly Source[] {
  if (filename === '-') return [{ name: 'STDIN', text: call.stdin ?? '' }];
  if (/^https?:\/\//.test(filename))
    throw new Failure(`not modelled in Podium: reading ${filename}; files of the folder are`);
  const text = call.folder.read(filename);
  if (text !== undefined) return [{ name: filename, text }];
  const names = call.folder.list(filename);
  if (names !== undefined) {
    const files = names.filter((name) => extensions.some((end) => name.endsWith(end)));
    if (files.length === 0)
      throw new Failure(
        `error reading [${filename}]: recognized file extensions are [${extensions.join(' ')}]`,
      );
    const folder = filename.replace(/\/+$/, '');
    return files.flatMap((name) => sourcesOf(call, /^\.?$/.test(folder) ? name : `${folder}/${name}`));
  }
  const matches = /[*?[]/.test(filename) ? globbed(call, filename) : [];
  if (matches.length === 0) throw new Failure(`the path ${JSON.stringify(filename)} does not exist`);
  return matches.flatMap((name) => sourcesOf(call, name));
}

type Document = Readonly<Record<string, unknown>>;

export interface FromFiles {
  readonly infos: readonly Info[];
  readonly failures: readonly Failure[];
  /** Objects and what went wrong, in the order of the files. */
  readonly inTurn: readonly (Info | Failure)[];
  readonly isSingle: boolean;
}

/**
 * The objects of files, in their order, each with its namespace set. Models cli-runtime resource.Builder FilenameParam, Path,
 * StreamVisitor, mapper.infoForData, SetNamespace, RequireNamespace (v1.37). One that is wrong does not keep back the others.
 */
export function fromFiles(call: Call, filenames: readonly string[]): FromFiles {
  const sources = filenames.flatMap((filename) => sourcesOf(call, filename));
  const failures: Failure[] = [];
  const infos: Info[] = [];
  const inTurn: (Info | Failure)[] = [];
  const failed = (failure: Failure): void => {
    failures.push(failure);
    inTurn.push(failure);
  };
  for (const { name, text } of sources) {
    const { documents, problem } = documentsOf(text);
    for (const document of documents) {
      try {
        // kubectl makes JSON of it, with its keys in order: a decoder meets them so.
        const found = unfolded(call, sorted(document), name);
        infos.push(...found);
        inTurn.push(...found);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failed(error);
        if (error instanceof Unusable) break;
      }
      if (infos.length > maxObjects) throw new Failure(`more than ${maxObjects} objects in one line`);
    }
    if (problem) failed(new Failure(`error parsing ${name}: ${problem}`));
  }
  const isSingle = filenames.length === 1 && sources.length === 1 && infos.length === 1;
  return { infos, failures, inTurn, isSingle };
}

/** A document after which the rest of its file is not read. */
class Unusable extends Failure {}

/** Source: apimachinery pkg/api/validation schema ConjunctiveSchema; kubectl pkg/validation. */
function validated(document: unknown, file: string): Document {
  const why = (problem: string) =>
    new Unusable(
      `error validating ${JSON.stringify(file)}: error validating data: ${problem}; if you choose to ignore these errors, turn validation off with --validate=false`,
    );
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw why('invalid object to validate');
  const { apiVersion, kind } = document as Document;
  const missing = [
    ...(apiVersion === undefined ? ['apiVersion not set'] : []),
    ...(kind === undefined ? ['kind not set'] : []),
  ];
  if (missing.length > 0) throw why(missing.length === 1 ? (missing[0] ?? '') : `[${missing.join(', ')}]`);
  if (typeof apiVersion !== 'string') throw why("apiVersion isn't string type");
  if (typeof kind !== 'string') throw why("kind isn't string type");
  if (kind === '') throw why('kind not set');
  return document as Document;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function resourceOf({ apiVersion, kind }: Document, name: string, namespace: string, file: string): Resource {
  const resource = findKind(textOf(kind));
  const isServed =
    resource &&
    (resource.apiVersion === apiVersion || alsoServed(resource.kind).includes(textOf(apiVersion)));
  if (resource && isServed) return resource;
  const isReal = unmodelledKinds.has(`${textOf(kind)} ${textOf(apiVersion)}`);
  if (isReal) throw new Failure(`not modelled in Podium: ${textOf(kind)} in ${textOf(apiVersion)}`);
  throw new Failure(
    `resource mapping not found for name: ${JSON.stringify(name)} namespace: ${JSON.stringify(namespace)} from ${JSON.stringify(file)}: no matches for kind ${JSON.stringify(kind)} in version ${JSON.stringify(apiVersion)}\nensure CRDs are installed first`,
  );
}

const alsoServed = (kind: string): readonly string[] =>
  kind === 'HorizontalPodAutoscaler' ? ['autoscaling/v1'] : [];

/** Kinds of a real cluster that this one does not serve. */
const unmodelledKinds = new Set(
  `ConfigMap v1,Secret v1,ServiceAccount v1,Endpoints v1,LimitRange v1,ResourceQuota v1,PodTemplate v1,
  Ingress networking.k8s.io/v1,IngressClass networking.k8s.io/v1,NetworkPolicy networking.k8s.io/v1,
  Role rbac.authorization.k8s.io/v1,RoleBinding rbac.authorization.k8s.io/v1,ClusterRole rbac.authorization.k8s.io/v1,
  ClusterRoleBinding rbac.authorization.k8s.io/v1,PriorityClass scheduling.k8s.io/v1,Lease coordination.k8s.io/v1,
  CustomResourceDefinition apiextensions.k8s.io/v1,RuntimeClass node.k8s.io/v1`
    .split(',')
    .map((one) => one.trim()),
);

function unfolded(call: Call, given: unknown, file: string): Info[] {
  const document = validated(given, file);
  const { items, kind, apiVersion } = document;
  if (textOf(kind).endsWith('List') && Array.isArray(items) && (kind === 'List' ? apiVersion === 'v1' : true))
    return items.flatMap((item) => unfolded(call, item, file));
  const metadata = document.metadata ?? {};
  if (typeof metadata !== 'object' || Array.isArray(metadata))
    throw new Failure(
      `unable to decode ${JSON.stringify(file)}: json: cannot unmarshal ${Array.isArray(metadata) ? 'array' : typeof metadata} into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta`,
    );
  const { name, namespace } = metadata as Document;
  for (const [field, value] of Object.entries({ name, namespace }))
    if (value !== undefined && value !== null && typeof value !== 'string')
      throw new Failure(
        `unable to decode ${JSON.stringify(file)}: json: cannot unmarshal ${typeof value === 'boolean' ? 'bool' : typeof value} into Go struct field ObjectMeta.metadata.${field} of type string`,
      );
  const resource = resourceOf(document, textOf(name), textOf(namespace), file);
  // Nobody asks a server with --local, so that a type is not known to have namespaces.
  const isLocal = call.flags.has('local') && call.flags.bool('local');
  const where = resource.namespaced ? textOf(namespace) || (isLocal ? '' : call.namespace) : '';
  if (!isLocal && resource.namespaced && call.isNamespaceTyped && where !== call.namespace)
    throw new Failure(
      `the namespace from the provided object ${JSON.stringify(where)} does not match the namespace ${JSON.stringify(call.namespace)}. You must pass '--namespace=${where}' to perform this operation.`,
    );
  const { namespace: _, ...others } = metadata as Document;
  const object = { ...document, metadata: { ...others, ...(where && { namespace: where }) } };
  return [
    { resource, namespace: where, name: textOf(name), object: object as unknown as KubeObject, source: file },
  ];
}
