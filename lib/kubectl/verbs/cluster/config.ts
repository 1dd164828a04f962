import type { KubeObject } from '../../../cluster/objects';
import type { Call } from '../../call';
import { Failure, throwAll, usageFailure } from '../../failure';
import { printFlags } from '../../flags/sets';
import { jsonPathOf, printJsonPath } from '../../printers/jsonpath';
import { printerOf, textLines } from '../../printers/output';
import { aligned } from '../../printers/table';
import { atOnce, type Verb, type VerbGroup } from '../../verb';
import { yamlLines } from '../../yaml/emit';

/** There is one cluster, one user and one context. */
const only = 'podium';
export const server = 'https://podium:6443';

const unexpected = (words: readonly string[]): Failure =>
  new Failure(`Unexpected args: [${words.join(' ')}]`);

const setContext: Verb = {
  help: {
    says: 'Set a context entry in kubeconfig.',
    usage: '[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]',
    examples: ['kubectl config set-context --current --namespace=shop'],
  },
  flags: [{ name: 'current', kind: 'bool', says: 'the current context' }],
  run: atOnce(({ words, flags, context, out }) => {
    if (words.length > 1) throw unexpected(words);
    const [name] = words;
    if (name && flags.bool('current'))
      throw new Failure('you cannot specify both a context name and --current');
    if (!name && !flags.bool('current'))
      throw new Failure('you must specify a non-empty context name or --current');
    if (name && name !== only)
      throw new Failure(
        `not modelled in Podium: a context but ${JSON.stringify(only)}; there is one cluster`,
      );
    for (const flag of ['cluster', 'user'])
      if (flags.has(flag) && flags.text(flag) !== only)
        throw new Failure(`not modelled in Podium: a ${flag} but ${JSON.stringify(only)}`);
    if (flags.has('namespace')) context.namespace = flags.text('namespace') || 'default';
    out(`Context "${only}" modified.`);
  }),
};

const currentContext: Verb = {
  help: { says: 'Display the current-context.', usage: '' },
  flags: [],
  run: atOnce(({ out }) => out(only)),
};

const useContext: Verb = {
  help: { says: 'Set the current-context in a kubeconfig file.', usage: 'CONTEXT_NAME' },
  flags: [],
  run: atOnce(({ words, out }) => {
    const [name] = words;
    if (words.length !== 1) throw unexpected(words);
    if (!name) throw new Failure('empty context names are not allowed');
    if (name !== only) throw new Failure(`no context exists with the name: ${JSON.stringify(name)}`);
    out(`Switched to context ${JSON.stringify(name)}.`);
  }),
};

const getContexts: Verb = {
  help: { says: 'Describe one or many contexts.', usage: '[(-o|--output=)name]' },
  flags: [
    { name: 'no-headers', kind: 'bool', says: 'rows without the names of columns' },
    { name: 'output', short: 'o', kind: 'string', says: 'name' },
  ],
  run: atOnce(({ words, flags, context, print }) => {
    const output = flags.text('output');
    if (output !== '' && output !== 'name')
      throw new Failure(
        `--output ${output} is not available in kubectl config get-contexts; resetting to default output format`,
      );
    const isShown = words.length === 0 || words.includes(only);
    const namespace = context.namespace === 'default' ? '' : context.namespace;
    const rows = isShown ? [['*', only, only, only, namespace]] : [];
    const heads = ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'];
    if (output === 'name') print(isShown ? [only] : []);
    else print(aligned(flags.bool('no-headers') ? rows : [heads, ...rows]));
    throwAll(words.filter((name) => name !== only).map((name) => new Failure(`context ${name} not found`)));
  }),
};

const listOf = (says: string): Verb => ({
  help: { says, usage: '' },
  flags: [],
  run: atOnce(({ out }) => out('NAME', only)),
});

const configOf = ({ context }: Call) => ({
  kind: 'Config',
  apiVersion: 'v1',
  clusters: [{ name: only, cluster: { server } }],
  users: [{ name: only, user: {} }],
  contexts: [
    {
      name: only,
      context: {
        cluster: only,
        user: only,
        ...(context.namespace !== 'default' && { namespace: context.namespace }),
      },
    },
  ],
  'current-context': only,
});

const view: Verb = {
  help: {
    says: 'Display merged kubeconfig settings or a specified kubeconfig file.',
    usage: '',
    examples: ["kubectl config view --minify -o jsonpath='{..namespace}'"],
  },
  flags: [
    ...printFlags,
    { name: 'minify', kind: 'bool', says: 'only what the current context uses: all of it' },
    { name: 'flatten', kind: 'bool', says: 'taken, does nothing' },
    { name: 'raw', kind: 'bool', says: 'taken, does nothing' },
    { name: 'merge', kind: 'bool', unset: 'true', says: 'taken, does nothing' },
  ],
  run: atOnce((call) => {
    if (call.words.length > 0)
      throw usageFailure(call.path, `unexpected arguments: [${call.words.join(' ')}]`);
    const config = configOf(call) as unknown as KubeObject;
    const output = call.flags.text('output');
    const [, template] = /^jsonpath=(.*)$/s.exec(output) ?? [];
    if (template !== undefined)
      return call.print(textLines(printJsonPath(jsonPathOf(template, true), config)));
    call.print(output === '' ? yamlLines(config) : (printerOf(call)?.(config) ?? []));
  }),
};

const left = (says: string): Verb => ({
  help: { says, usage: '' },
  flags: [],
  run: atOnce(({ path }) => {
    throw new Failure(`not modelled in Podium: ${path}; there is one cluster, one user and one context`);
  }),
});

/** The kubeconfig, as far as one cluster needs it: the namespace. Models kubectl pkg/cmd/config (v1.37). */
export const config: VerbGroup = {
  says: 'Modify kubeconfig files using subcommands like "kubectl config set current-context my-context".',
  aliases: { use: 'use-context' },
  children: {
    'current-context': currentContext,
    'delete-cluster': left('Delete the specified cluster from the kubeconfig.'),
    'delete-context': left('Delete the specified context from the kubeconfig.'),
    'delete-user': left('Delete the specified user from the kubeconfig.'),
    'get-clusters': listOf('Display clusters defined in the kubeconfig.'),
    'get-contexts': getContexts,
    'get-users': listOf('Display users defined in the kubeconfig.'),
    'rename-context': left('Rename a context from the kubeconfig file.'),
    set: left('Set an individual value in a kubeconfig file.'),
    'set-cluster': left('Set a cluster entry in kubeconfig.'),
    'set-context': setContext,
    'set-credentials': left('Set a user entry in kubeconfig.'),
    unset: left('Unset an individual value in a kubeconfig file.'),
    'use-context': useContext,
    view,
  },
};
