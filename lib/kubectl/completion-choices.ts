import type { Pod } from '../cluster/objects';
import type { Reading } from '../cluster/store';
import { explainable } from './explained/fields';
import type { Folder } from './folder';
import { findResource, type Resource, resources } from './resources';
import { leftOut } from './root';
import { verbs } from './verbs';

/** What completion looks into. */
export interface Surroundings {
  readonly reading: Reading;
  readonly folder: Folder;
  readonly namespace: string;
}

/** What a verb is asked about, as far as it is typed. */
interface Asked {
  readonly path: string;
  readonly words: readonly string[];
  readonly namespace: string;
  readonly around: Surroundings;
}

const types = resources.map(({ plural }) => plural);

const namesOf = (resource: Resource | undefined, { around, namespace }: Asked): string[] =>
  (resource?.objects(around.reading) ?? [])
    .filter(({ metadata }) => !resource?.namespaced || metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name);

const namesOfType = (type: string, asked: Asked): string[] => namesOf(findResource(type), asked);

/** `pod/web-0` words, when the type stands already. */
function slashed(current: string, asked: Asked): string[] | undefined {
  const at = current.indexOf('/');
  if (at < 0) return undefined;
  const type = current.slice(0, at);
  return namesOfType(type, asked).map((name) => `${type}/${name}`);
}

/** Types, or `type/name`; then names of the type that have not been named yet. */
function typesThenNames(current: string, asked: Asked, allowed: readonly string[] = types): string[] {
  const [first, ...named] = asked.words;
  if (first === undefined) {
    const at = current.lastIndexOf(',');
    const before = current.slice(0, at + 1);
    return slashed(current, asked) ?? allowed.map((type) => before + type);
  }
  if (first.includes('/')) return slashed(current, asked) ?? [];
  return namesOfType(first, asked).filter((name) => !named.includes(name));
}

/** Pods by name, or other things with Pods as `type/name`. */
const podsThen = (current: string, asked: Asked, then: (asked: Asked) => string[]): string[] =>
  asked.words.length > 0
    ? then(asked)
    : (slashed(current, asked) ?? [
        ...namesOfType('pods', asked),
        ...['deployments/', 'statefulsets/', 'daemonsets/', 'replicasets/', 'jobs/', 'services/'].filter(
          (type) => namesOfType(type.slice(0, -1), asked).length > 0,
        ),
      ]);

/** The containers of the Pod that is named first. */
function containers(asked: Asked): string[] {
  const name = asked.words[0]?.replace(/^(pods?|po)\//, '');
  const pod = asked.around.reading.find<Pod>('Pod', asked.namespace, name ?? '');
  return [...(pod?.spec.containers ?? []), ...(pod?.spec.initContainers ?? [])].map((one) => one.name);
}

/** Labels that objects of the type have, as `key=value`. */
function labels(current: string, asked: Asked): string[] {
  const resource = findResource(asked.words[0] ?? 'pods');
  const at = current.lastIndexOf(',');
  const before = current.slice(0, at + 1);
  return (resource?.objects(asked.around.reading) ?? [])
    .filter(({ metadata }) => !resource?.namespaced || metadata.namespace === asked.namespace)
    .flatMap(({ metadata }) => Object.entries(metadata.labels ?? {}))
    .map(([key, value]) => `${before}${key}=${value}`);
}

const workloads = ['deployments', 'daemonsets', 'statefulsets'];

/** What the words of a verb may be; verbs that are not here take types and names, or nothing. */
const wordsOf: Readonly<Record<string, (current: string, asked: Asked) => readonly string[]>> = {
  'kubectl exec': (current, asked) => podsThen(current, asked, () => []),
  'kubectl logs': (current, asked) => podsThen(current, asked, containers),
  'kubectl cordon': (_, asked) => namesOfType('nodes', asked),
  'kubectl uncordon': (_, asked) => namesOfType('nodes', asked),
  'kubectl drain': (_, asked) => namesOfType('nodes', asked),
  'kubectl taint': (current, asked) => typesThenNames(current, asked, ['nodes']),
  'kubectl top pod': (_, asked) => (asked.words.length > 0 ? [] : namesOfType('pods', asked)),
  'kubectl top node': (_, asked) => (asked.words.length > 0 ? [] : namesOfType('nodes', asked)),
  'kubectl scale': (current, asked) =>
    typesThenNames(current, asked, ['deployments', 'replicasets', 'replicationcontrollers', 'statefulsets']),
  'kubectl autoscale': (current, asked) =>
    typesThenNames(current, asked, ['deployments', 'replicasets', 'replicationcontrollers', 'statefulsets']),
  'kubectl explain': (current, { words }) => (words.length > 0 ? [] : explainable(current)),
  'kubectl help': (_, { words }) => (words.length > 0 ? [] : Object.keys(verbs)),
  'kubectl config use-context': () => ['podium'],
  'kubectl config set-context': () => ['podium'],
};

const verbsWithoutWords =
  /^kubectl (apply|run|create|api-resources|api-versions|version|options|cluster-info|events|config)( |$)/;

function word(current: string, asked: Asked): readonly string[] {
  const { path } = asked;
  if (Object.hasOwn(wordsOf, path)) return wordsOf[path]?.(current, asked) ?? [];
  if (verbsWithoutWords.test(path) || leftOut.has(path.replace('kubectl ', ''))) return [];
  if (path.startsWith('kubectl rollout ')) return typesThenNames(current, asked, workloads);
  return typesThenNames(current, asked);
}

const outputs = ['custom-columns=', 'json', 'jsonpath=', 'name', 'wide', 'yaml'];

/** What the value of a flag may be, where that is known. */
function flag(name: string, current: string, asked: Asked): readonly string[] {
  switch (name) {
    case 'namespace':
      return namesOfType('namespaces', asked);
    case 'filename':
      return filesIn(asked.around.folder, current);
    case 'output':
      return asked.path === 'kubectl get' ? outputs : outputs.filter((one) => !/^(custom|wide)/.test(one));
    case 'container':
      return containers(asked);
    case 'selector':
      return labels(current, asked);
    case 'context':
    case 'cluster':
    case 'user':
      return ['podium'];
    case 'dry-run':
      return ['client', 'none', 'server'];
    case 'cascade':
      return ['background', 'foreground', 'orphan'];
    case 'for':
      return ['condition=', 'create', 'delete', 'jsonpath='];
    case 'types':
      return ['Normal', 'Warning'];
    default:
      return [];
  }
}

export const choicesFor = { word, flag };

/** Files of a folder whose path has been begun. */
export function filesIn(folder: Folder, current: string): readonly string[] {
  const at = current.lastIndexOf('/');
  const path = at < 0 ? '' : current.slice(0, at + 1);
  const names = folder.list(path === '' ? '.' : path) ?? [];
  return names.map((name) => (folder.list(path + name) === undefined ? path + name : `${path}${name}/`));
}
