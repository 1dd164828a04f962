import type { KubeObject } from '../cluster/objects';
import type { Call } from './call';
import { Failure, Refused, throwAll } from './failure';
import { fieldSelectorOf } from './field-selector';
import { fromFiles } from './files';
import { type LabelQuery, labelQueryOf } from './label-query';
import { type Resource, resourceName, resourceNamed, withoutCategories } from './resources';

/** One thing that a line is about. Source: cli-runtime resource.Info. */
export interface Info {
  readonly resource: Resource;
  readonly namespace: string;
  readonly name: string;
  /** As the cluster has it; for one of a file, as the file says it, until it is looked up. */
  readonly object?: KubeObject;
  /** The file that it is from. */
  readonly source?: string;
}

/** How a verb finds what its line is about. Source: the calls that each verb makes on resource.Builder. */
export interface Asked {
  readonly args: readonly string[];
  readonly filenames?: readonly string[];
  readonly selector?: string;
  readonly fieldSelector?: string;
  /** `--all`. */
  readonly all?: boolean;
  readonly allNamespaces?: boolean;
  /** A type alone means all of its objects (ResourceTypeOrNameArgs(true)). */
  readonly typeAloneIsAll?: boolean;
  /** Objects of files are looked up, too (Latest). */
  readonly latest?: boolean;
  /** Whether objects that are named must be there (RequireObject, default true). */
  readonly mustExist?: boolean;
  readonly onlyOneType?: boolean;
}

export interface Found {
  readonly infos: readonly Info[];
  /** What went wrong on the way; what was found counts all the same (ContinueOnError). */
  readonly failures: readonly Failure[];
  /** Of files: objects and what went wrong, in their order. */
  readonly inTurn?: readonly (Info | Failure)[];
  /** Whether one object was named: then it is printed as itself, not as a list. */
  readonly isSingle: boolean;
  /** Whether objects were named, by name or by file. */
  readonly isNamed: boolean;
  /** The types that were looked for. */
  readonly types: readonly Resource[];
}

const missingResource = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

const unique = (text: string): string[] => [...new Set(text.split(','))];

interface Tuple {
  readonly type: string;
  readonly name: string;
}

/** `a,b c d` is `a/c a/d b/c b/d`. Source: normalizeMultipleResourcesArgs. */
function normalized(args: readonly string[]): readonly string[] {
  const [first = '', ...names] = args;
  const types = unique(first);
  if (names.length === 0 || types.length < 2) return args;
  return types.flatMap((type) => names.map((name) => `${type}/${name}`));
}

/** `pod/web-0` words. Source: splitResourceTypeName. */
function tuple(word: string): Tuple {
  const parts = word.split('/');
  if (parts.length !== 2)
    throw new Failure('arguments in resource/name form may not have more than one slash');
  const [type = '', name = ''] = parts;
  if (!type || !name || unique(type).length !== 1)
    throw new Failure('arguments in resource/name form must have a single resource and name');
  return { type, name };
}

/** What the words of a line name. Source: ResourceTypeOrNameArgs. */
function named(args: readonly string[]): { tuples: Tuple[]; types: string[]; names: string[] } {
  const words = normalized(args);
  const slashes = words.filter((word) => word.includes('/')).length;
  if (slashes > 0 && slashes === words.length) return { tuples: words.map(tuple), types: [], names: [] };
  if (slashes > 0)
    throw new Failure(
      "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
    );
  const [types, ...names] = words;
  return { tuples: [], types: types === undefined ? [] : unique(withoutCategories(types)), names };
}

/**
 * The objects that a line names, in its order: by files, by selector, by `type/name` or by type and name.
 * Models cli-runtime resource.Builder Do and the visitors behind it (v1.37). Throws for what can not be looked for.
 */
export function find(call: Call, asked: Asked): Found {
  const { tuples, types, names } = named(asked.args);
  const { filenames = [] } = asked;
  const isForAll = asked.all || (asked.typeAloneIsAll && types.length > 0 && names.length === 0);
  const isBySelector = Boolean(asked.selector) || Boolean(asked.fieldSelector) || isForAll;
  if (filenames.length > 0) return byFiles(call, asked, types, names, tuples);
  if (isBySelector) return bySelector(call, asked, types, names, tuples);
  if (tuples.length > 0) return byName(call, asked, resourcesOf(tuples, asked));
  if (names.length > 0) {
    if (types.length > 1) throw new Failure('you must specify only one resource');
    const resource = resourceNamed(types[0] ?? '');
    return byName(
      call,
      asked,
      names.map((name) => ({ resource, name })),
    );
  }
  if (types.length === 0) throw new Failure(missingResource);
  for (const type of types) resourceNamed(type);
  throw new Failure('resource(s) were provided, but no name was specified');
}

/** As `find`, for verbs that do nothing when anything was not found. */
export function findAll(call: Call, asked: Asked): readonly Info[] {
  const { infos, failures } = find(call, asked);
  throwAll(failures);
  return infos;
}

function resourcesOf(
  tuples: readonly Tuple[],
  { onlyOneType }: Asked,
): { resource: Resource; name: string }[] {
  const found = tuples.map(({ type, name }) => ({ resource: resourceNamed(type), name }));
  if (onlyOneType && new Set(found.map(({ resource }) => resource)).size > 1)
    throw new Failure('you may only specify a single resource type');
  return found;
}

function byName(
  call: Call,
  { allNamespaces, mustExist = true }: Asked,
  all: readonly { readonly resource: Resource; readonly name: string }[],
): Found {
  const failures: Failure[] = [];
  const infos = all.flatMap(({ resource, name }): Info[] => {
    if (allNamespaces && resource.namespaced)
      throw new Failure('a resource cannot be retrieved by name across all namespaces');
    const namespace = resource.namespaced ? call.namespace : '';
    if (!mustExist) return [{ resource, namespace, name }];
    const object = resource.find(call.cluster.reading, namespace, name);
    if (object) return [{ resource, namespace, name, object }];
    failures.push(notFound(resource, name));
    return [];
  });
  const types = [...new Set(all.map(({ resource }) => resource))];
  return { infos, failures, types, isSingle: all.length === 1, isNamed: true };
}

export const notFound = (resource: Resource, name: string): Refused =>
  new Refused({
    code: 404,
    reason: 'NotFound',
    message: `${resourceName(resource)} ${JSON.stringify(name)} not found`,
  });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As the API server lists: by the key, which is `namespace/name`. */
const inOrder = (objects: readonly KubeObject[]): KubeObject[] =>
  [...objects].sort(({ metadata: a }, { metadata: b }) =>
    a.namespace === b.namespace
      ? compare(a.name, b.name)
      : compare(`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`),
  );

function bySelector(
  call: Call,
  asked: Asked,
  types: readonly string[],
  names: readonly string[],
  tuples: readonly Tuple[],
): Found {
  if (asked.all && (asked.selector || asked.fieldSelector))
    throw new Failure("setting 'all' parameter but found a non empty selector. ");
  if (names.length > 0) throw new Failure('name cannot be provided when a selector is specified');
  if (tuples.length > 0)
    throw new Failure('selectors and the all flag cannot be used when passing resource/name arguments');
  if (types.length === 0) throw new Failure('at least one resource must be specified to use a selector');
  if (asked.onlyOneType && types.length > 1) throw new Failure('you may only specify a single resource type');
  const found = [...new Set(types.map(resourceNamed))];
  const failures: Failure[] = [];
  const infos = found.flatMap((resource): Info[] => {
    let query: LabelQuery;
    let holds: (object: KubeObject) => boolean;
    try {
      query = labelQueryOf(asked.selector ?? '');
      holds = fieldSelectorOf(asked.fieldSelector ?? '', resource);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(unableToFind(resource, asked, error.message));
      return [];
    }
    const wanted = resource
      .objects(call.cluster.reading)
      .filter(
        (object) =>
          (asked.allNamespaces || !resource.namespaced || object.metadata.namespace === call.namespace) &&
          query(object.metadata.labels ?? {}) &&
          holds(object),
      );
    return inOrder(wanted).map((object) => infoOf(resource, object));
  });
  return { infos, failures, types: found, isSingle: false, isNamed: false };
}

/** Source: cli-runtime resource.Selector Visit. */
const unableToFind = (
  resource: Resource,
  { selector = '', fieldSelector = '' }: Asked,
  why: string,
): Refused =>
  new Refused({
    code: 400,
    reason: 'BadRequest',
    message: `Unable to find "${resource.group}/${resource.version}, Resource=${resource.plural}" that match label selector ${JSON.stringify(selector)}, field selector ${JSON.stringify(fieldSelector)}: ${why}`,
  });

export const infoOf = (resource: Resource, object: KubeObject): Info => ({
  resource,
  namespace: object.metadata.namespace ?? '',
  name: object.metadata.name,
  object,
});

function byFiles(
  call: Call,
  asked: Asked,
  types: readonly string[],
  names: readonly string[],
  tuples: readonly Tuple[],
): Found {
  if (types.length > 0)
    throw new Failure(
      'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well',
    );
  if (names.length > 0) throw new Failure('name cannot be provided when a path is specified');
  if (tuples.length > 0)
    throw new Failure('resource/name arguments cannot be provided when a path is specified');
  const { infos, failures, isSingle, inTurn } = fromFiles(call, asked.filenames ?? []);
  const query = asked.selector ? selectorOfFiles(asked.selector) : undefined;
  const wanted = query ? infos.filter(({ object }) => query(object?.metadata.labels ?? {})) : infos;
  const found = { types: [...new Set(wanted.map(({ resource }) => resource))], isSingle, isNamed: true };
  const ofBoth = inTurn.filter((one) => one instanceof Failure || wanted.includes(one));
  if (!asked.latest) return { infos: wanted, failures, inTurn: ofBoth, ...found };
  const missing: Failure[] = [];
  const latest = wanted.flatMap((info): Info[] => {
    const object = info.resource.find(call.cluster.reading, info.namespace, info.name);
    if (object) return [{ ...info, object }];
    missing.push(notFound(info.resource, info.name));
    return [];
  });
  return { infos: latest, failures: [...failures, ...missing], ...found };
}

function selectorOfFiles(selector: string): LabelQuery {
  try {
    return labelQueryOf(selector);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`the provided selector ${JSON.stringify(selector)} is not valid: ${error.message}`);
  }
}
