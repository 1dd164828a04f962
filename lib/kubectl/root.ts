import { isGroup, type Verb, type VerbGroup } from './verb';

/** Verbs of the real kubectl that Podium's has not. */
export const leftOut: ReadonlySet<string> = new Set(
  'alpha attach auth certificate completion cp debug diff kuberc kustomize plugin port-forward proxy replace'.split(
    ' ',
  ),
);

/** The groups in which kubectl lists its verbs. Source: pkg/cmd/cmd.go NewKubectlCommand. */
const groups: readonly (readonly [string, string])[] = [
  ['Basic Commands (Beginner):', 'create expose run set'],
  ['Basic Commands (Intermediate):', 'explain get edit delete'],
  ['Deploy Commands:', 'rollout scale autoscale'],
  ['Cluster Management Commands:', 'cluster-info top cordon uncordon drain taint'],
  ['Troubleshooting and Debugging Commands:', 'describe logs exec events'],
  ['Advanced Commands:', 'apply patch wait'],
  ['Settings Commands:', 'label annotate'],
  ['Other Commands:', 'api-resources api-versions config version'],
];

type Verbs = Readonly<Record<string, Verb | VerbGroup>>;

const saysOf = (one: Verb | VerbGroup): string =>
  (isGroup(one) ? one.says : one.help.says).split('\n')[0] ?? '';

function textOf(verbs: Verbs): string[] {
  const rows = (names: string) =>
    names.split(' ').flatMap((name) => {
      const verb = verbs[name];
      return verb ? [`  ${name.padEnd(15)} ${saysOf(verb).replace(/\.$/, '')}`] : [];
    });
  return [
    'kubectl controls the Kubernetes cluster manager.',
    '',
    ' Find more information at: https://kubernetes.io/docs/reference/kubectl/',
    '',
    ...groups.flatMap(([title, names]) => [title, ...rows(names), '']),
    'Usage:',
    '  kubectl [flags] [options]',
    '',
    'Use "kubectl <command> --help" for more information about a given command.',
    'Use "kubectl options" for a list of global command-line options (applies to all commands).',
  ];
}

/** kubectl alone: what it can do. Leaves out the verbs that are not modelled. */
export const root = (verbs: Verbs): VerbGroup => ({
  says: 'kubectl controls the Kubernetes cluster manager.',
  children: {},
  text: textOf(verbs),
});
