import type { Call } from '../../call';
import { Failure, usageFailure } from '../../failure';
import { jsonLines } from '../../printers/json';
import { aligned } from '../../printers/table';
import { type Resource, resourceName, resources } from '../../resources';
import { atOnce, type Verb } from '../../verb';
import { yamlLines } from '../../yaml/emit';

const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

const formats = ['json', 'name', 'wide', 'yaml'];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Source: sortableResource. */
function inOrder(all: readonly Resource[], sortBy: string): Resource[] {
  const keyOf = ({ plural, kind, group }: Resource) =>
    sortBy === 'name' ? plural : sortBy === 'kind' ? kind : group;
  return [...all].sort((a, b) => compare(keyOf(a), keyOf(b)) || compare(a.plural, b.plural));
}

function wanted({ flags }: Call): Resource[] {
  const group = flags.text('api-group');
  const categories = flags.all('categories');
  const asked = flags.all('verbs');
  return resources.filter(
    (one) =>
      (!flags.has('api-group') || one.group === group) &&
      (!flags.has('namespaced') || one.namespaced === flags.bool('namespaced')) &&
      asked.every((verb) => verbs.includes(verb)) &&
      categories.every((category) => one.categories.includes(category)),
  );
}

const listed = (all: readonly Resource[]) => ({
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion: '',
  resources: all.map(({ plural, singular, namespaced, group, version, kind, shortNames, categories }) => ({
    name: plural,
    singularName: singular,
    namespaced,
    ...(group && { group }),
    version,
    kind,
    verbs,
    ...(shortNames.length > 0 && { shortNames }),
    ...(categories.length > 0 && { categories }),
  })),
});

/** What this cluster serves. Models kubectl pkg/cmd/apiresources (v1.37). */
export const apiResources: Verb = {
  help: {
    says: 'Print the supported API resources on the server.',
    usage: '',
    examples: ['kubectl api-resources', 'kubectl api-resources --api-group=apps -o wide'],
  },
  flags: [
    { name: 'api-group', kind: 'string', says: 'only of this API group' },
    { name: 'cached', kind: 'bool', says: 'taken, does nothing' },
    { name: 'categories', kind: 'list', says: 'only those of these categories: all' },
    { name: 'namespaced', kind: 'bool', unset: 'true', says: 'only those with, or without, a namespace' },
    { name: 'no-headers', kind: 'bool', says: 'rows without the names of columns' },
    { name: 'output', short: 'o', kind: 'string', says: 'json, yaml, name or wide' },
    { name: 'show-managed-fields', kind: 'bool', says: 'taken, does nothing' },
    { name: 'sort-by', kind: 'string', says: 'name or kind' },
    { name: 'verbs', kind: 'list', says: 'only those that can be asked for all of these: get,list' },
  ],
  run: atOnce((call) => {
    const { words, flags } = call;
    if (words.length > 0) throw usageFailure(call.path, `unexpected arguments: [${words.join(' ')}]`);
    const output = flags.text('output');
    if (output !== '' && !formats.includes(output))
      throw new Failure(
        `unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: ${formats.join(',')}`,
      );
    const sortBy = flags.text('sort-by');
    if (!['', 'name', 'kind'].includes(sortBy)) throw new Failure('--sort-by accepts only name or kind');
    const all = inOrder(wanted(call), sortBy);
    if (output === 'json') call.print(jsonLines(listed(all) as never));
    else if (output === 'yaml') call.print(yamlLines(listed(all) as never));
    else if (output === 'name') call.print(all.map(resourceName));
    else call.print(tableOf(all, output === 'wide', flags.bool('no-headers')));
  }),
};

function tableOf(all: readonly Resource[], isWide: boolean, noHeaders: boolean): string[] {
  const heads = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];
  const rows = all.map(({ plural, shortNames, apiVersion, namespaced, kind, categories }) => [
    plural,
    shortNames.join(','),
    apiVersion,
    String(namespaced),
    kind,
    ...(isWide ? [verbs.join(','), categories.join(',')] : []),
  ]);
  return aligned([...(noHeaders ? [] : [[...heads, ...(isWide ? ['VERBS', 'CATEGORIES'] : [])]]), ...rows]);
}

/** Models kubectl pkg/cmd/apiresources/apiversions.go (v1.37). */
export const apiVersions: Verb = {
  help: {
    says: 'Print the supported API versions on the server, in the form of "group/version".',
    usage: '',
  },
  flags: [],
  run: atOnce(({ words, path, print }) => {
    if (words.length > 0) throw usageFailure(path, `unexpected arguments: [${words.join(' ')}]`);
    const served = resources.map(({ apiVersion }) => apiVersion);
    print([...new Set([...served, 'autoscaling/v1'])].sort());
  }),
};
