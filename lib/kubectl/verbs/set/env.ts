import type { Container, EnvVar } from '../../../cluster/objects';
import type { Call } from '../../call';
import { Failure } from '../../failure';
import { filenamesOf } from '../../filenames';
import { atOnce, type Verb } from '../../verb';
import { begun, localFailures, setFlags, targets, updatePodSpecs, withContainers } from './pod-spec';

const isEnv = (word: string): boolean => /^[\s\S]+=/.test(word) || word.endsWith('-');

/** Source: env SplitEnvironmentFromResources. */
function split(words: readonly string[]): { resources: readonly string[]; changes: readonly string[] } {
  const first = words.findIndex(isEnv);
  if (first < 0) return { resources: words, changes: [] };
  if (!words.slice(first).every(isEnv))
    throw new Failure(`all resources must be specified before environment changes: ${words.join(' ')}`);
  return { resources: words.slice(0, first), changes: words.slice(first) };
}

const nameForm = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const nameProblem =
  "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";

interface Changes {
  readonly set: readonly EnvVar[];
  readonly remove: readonly string[];
}

/** Source: env parseIntoEnvVar. */
function changesOf(call: Call, words: readonly string[]): Changes {
  const set: EnvVar[] = [];
  const remove: string[] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    if (word === '-') {
      for (const line of (call.stdin ?? '').split('\n')) {
        const [text = ''] = line.split('#');
        const equals = text.indexOf('=');
        if (equals >= 0) set.push(variable(text.slice(0, equals), text.slice(equals + 1)));
      }
    } else if (at >= 0) {
      const name = word.slice(0, at);
      if (!nameForm.test(name))
        throw new Failure(`${JSON.stringify(name)} is not a valid key name: ${nameProblem}`);
      set.push(variable(name, word.slice(at + 1)));
    } else if (word.endsWith('-')) remove.push(word.slice(0, -1));
    else throw new Failure(`unknown environment variable: ${word}`);
  }
  if (remove.some((name) => set.some((one) => one.name === name)))
    throw new Failure('can not both modify and remove the same environment variable in the same command');
  return { set, remove };
}

const variable = (name: string, value: string): EnvVar => ({ name, ...(value && { value }) }) as EnvVar;

/** Source: helper.go updateEnv. */
function changed(existing: readonly EnvVar[], { set, remove }: Changes): EnvVar[] {
  const covered = new Set(remove);
  const result: EnvVar[] = [];
  for (const old of existing) {
    if (covered.has(old.name)) continue;
    const newer = set.find(({ name }) => name === old.name);
    if (newer) covered.add(old.name);
    result.push(newer ?? old);
  }
  for (const one of set) {
    if (covered.has(one.name)) continue;
    covered.add(one.name);
    result.push(one);
  }
  return result;
}

type Source = {
  readonly [from: string]:
    | {
        readonly name?: string;
        readonly key?: string;
        readonly fieldPath?: string;
        readonly resource?: string;
        readonly containerName?: string;
      }
    | undefined;
};

/** Source: env GetEnvVarRefString. */
function referenceOf(from: Source): string {
  const { configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef } = from;
  if (configMapKeyRef) return `configmap ${configMapKeyRef.name}, key ${configMapKeyRef.key}`;
  if (secretKeyRef) return `secret ${secretKeyRef.name}, key ${secretKeyRef.key}`;
  if (fieldRef) return `field path ${fieldRef.fieldPath}`;
  if (resourceFieldRef) {
    const { containerName, resource } = resourceFieldRef;
    return containerName ? `resource field ${containerName}/${resource}` : `resource field ${resource}`;
  }
  return 'invalid valueFrom';
}

function listed(call: Call, kind: string, object: string, { name, env = [] }: Container): void {
  call.out(`# ${kind} ${object}, container ${name}`);
  for (const one of env as readonly (EnvVar & { readonly valueFrom?: Source })[])
    call.out(
      one.valueFrom ? `# ${one.name} from ${referenceOf(one.valueFrom)}` : `${one.name}=${one.value ?? ''}`,
    );
}

function checkOverwrites(existing: readonly EnvVar[], set: readonly EnvVar[]): void {
  for (const { name, value = '' } of set) {
    const old = existing.find((one) => one.name === name);
    if (old && (old.value ?? '') !== value)
      throw new Failure(`'${name}' already has a value (${old.value ?? ''}), and --overwrite is false`);
  }
}

function run(call: Call): void {
  const { flags } = call;
  if (flags.bool('all') && flags.text('selector'))
    throw new Failure('cannot set --all and --selector at the same time');
  const { resources, changes: words } = split(call.words);
  const dryRun = begun(call);
  const [wrong] = localFailures(call, dryRun);
  if (wrong) throw wrong;
  if (filenamesOf(call).length === 0 && resources.length === 0)
    throw new Failure('one or more resources must be specified as <resource> <name> or <resource>/<name>');
  if (flags.bool('list') && flags.text('output'))
    throw new Failure('--list and --output may not be specified together');
  if (flags.all('keys').length > 0 && !flags.text('from'))
    throw new Failure('when specifying --keys, a configmap or secret must be provided with --from');
  for (const flag of ['from', 'resolve'])
    if (flags.has(flag))
      throw new Failure(`not modelled in Podium: kubectl set env --${flag}; NAME=value is`);
  const parsed = changesOf(call, [...flags.all('env'), ...words]);
  const prefix = flags.text('prefix');
  const changes = { ...parsed, set: parsed.set.map((one) => ({ ...one, name: prefix + one.name })) };
  const isList = flags.bool('list');
  const asked = flags.text('containers');
  const infos = targets(call, resources);
  // What is listed is not kept.
  updatePodSpecs(call, infos, dryRun, {
    operation: 'env updated',
    isRecorded: false,
    failing: 'failed to patch env update to pod template:',
    before: () => {
      if (changes.set.length === 0 && words.length === 0)
        throw new Failure('at least one environment variable must be provided');
    },
    change: (spec, object) => {
      const { found, spec: after } = withContainers(spec, asked, (container) => {
        if (!flags.bool('overwrite')) checkOverwrites(container.env ?? [], changes.set);
        const env = changed(container.env ?? [], changes);
        const { env: _, ...others } = container;
        const next: Container = env.length > 0 ? { ...others, env } : others;
        if (isList) listed(call, object.kind, object.metadata.name, next);
        return next;
      });
      if (found === 0)
        call.err(
          `Warning: ${object.kind}/${object.metadata.name} does not have any containers matching ${JSON.stringify(asked)}`,
        );
      return isList ? spec : after;
    },
  });
}

/** Models kubectl pkg/cmd/set set_env.go (v1.37). Leaves out: --from, --resolve. */
export const setEnv: Verb = {
  help: {
    says: 'Update environment variables on a pod template',
    usage: 'RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N',
    examples: ['kubectl set env deployment/web COLOUR=blue', 'kubectl set env deployment/web COLOUR-'],
  },
  flags: [
    ...setFlags.filter(({ name }) => name !== 'record'),
    {
      name: 'containers',
      short: 'c',
      kind: 'string',
      unset: '*',
      says: 'which containers; * stands for anything',
    },
    { name: 'env', short: 'e', kind: 'array', says: 'a variable, NAME=value' },
    { name: 'prefix', kind: 'string', says: 'what stands before each name' },
    { name: 'list', kind: 'bool', says: 'show what there is and would be' },
    { name: 'overwrite', kind: 'bool', unset: 'true', says: 'change what is there already' },
    { name: 'from', kind: 'string', says: 'not modelled in Podium' },
    { name: 'keys', kind: 'list', says: 'with --from' },
    { name: 'resolve', kind: 'bool', says: 'not modelled in Podium' },
  ],
  run: atOnce(run),
};
