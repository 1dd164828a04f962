import type { Flag } from './flags/flag';
import { globalFlags } from './flags/sets';
import { isGroup, type Verb, type VerbGroup } from './verb';

/** Help as kubectl lays it out (pkg/util/templates); the words are Podium's own. */

const optionLines = ({ name, short, kind, unset, says }: Flag): string[] => {
  const shown =
    unset ??
    (kind === 'bool' ? 'false' : kind === 'list' || kind === 'array' ? '[]' : kind === 'string' ? "''" : '0');
  const value = kind === 'string' && shown !== "''" ? `'${shown}'` : shown;
  return [`    ${short ? `-${short}, ` : ''}--${name}=${value}:`, `\t${says}`, ''];
};

export function helpText(path: string, { help, flags }: Verb): string[] {
  const sorted = [...flags].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    help.says,
    '',
    ...(help.examples ? ['Examples:', ...help.examples.map((line) => `  ${line}`), ''] : []),
    ...(sorted.length > 0 ? ['Options:', ...sorted.flatMap(optionLines)] : []),
    'Usage:',
    `  ${path} ${help.usage} [options]`,
    '',
    'Use "kubectl options" for a list of global command-line options (applies to all commands).',
  ];
}

/** What a word that needs another one prints. */
export function groupText(path: string, { says, children, text }: VerbGroup): string[] {
  if (text) return [...text];
  const width = Math.max(13, ...Object.keys(children).map((name) => name.length));
  return [
    says,
    '',
    'Available Commands:',
    ...Object.entries(children).map(
      ([name, child]) => `  ${name.padEnd(width)} ${isGroup(child) ? child.says : child.help.says}`,
    ),
    '',
    'Usage:',
    `  ${path} [flags] [options]`,
    '',
    `Use "${path} <command> --help" for more information about a given command.`,
    'Use "kubectl options" for a list of global command-line options (applies to all commands).',
  ];
}

export const globalOptions = (): string[] => [
  'The following options can be passed to any command:',
  '',
  ...globalFlags.flatMap(optionLines),
];
