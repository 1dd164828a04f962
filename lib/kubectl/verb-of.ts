import { Failure } from './failure';
import { globalFlags } from './flags/sets';
import { leftOut, root } from './root';
import { isGroup, type Verb, type VerbGroup } from './verb';
import { verbs } from './verbs';

/** A verb that was found, as it is written in full, and the words without it. */
export interface Found {
  readonly path: string;
  readonly found: Verb | VerbGroup;
  readonly rest: readonly string[];
}

const bareGlobals = new Set(globalFlags.filter(({ kind }) => kind === 'bool').map(({ name }) => `--${name}`));

/** Where the next word is that is no flag, nor the value of one. Source: cobra stripFlags. */
export function wordAfter(args: readonly string[]): number {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') return -1;
    if (!arg.startsWith('-') || arg === '-') return i;
    const takesNext = /^--[^=]+$/.test(arg)
      ? !bareGlobals.has(arg) && arg !== '--help'
      : /^-[^h=]$/.test(arg);
    if (takesNext) i++;
  }
  return -1;
}

/** The verb that the words name, and the words without its name. Source: cobra Find. */
export function findVerb(args: readonly string[]): Found {
  const at = wordAfter(args);
  const name = args[at];
  if (name === undefined) return { path: 'kubectl', found: root(verbs), rest: args };
  const found = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!found && leftOut.has(name))
    throw new Failure(`not modelled in Podium: kubectl ${name}; these are: ${Object.keys(verbs).join(', ')}`);
  if (!found) throw unknownCommand([name], 'kubectl');
  return within({ path: `kubectl ${name}`, found, rest: args.filter((_, i) => i !== at) });
}

/** Goes on into a group, as long as the next word names something of it. */
function within(at: Found): Found {
  const { path, found, rest } = at;
  if (!isGroup(found)) return at;
  const next = wordAfter(rest);
  const typed = rest[next];
  if (typed === undefined) return at;
  const name = found.aliases && Object.hasOwn(found.aliases, typed) ? (found.aliases[typed] ?? typed) : typed;
  const child = Object.hasOwn(found.children, name) ? found.children[name] : undefined;
  if (!child) return at;
  return within({ path: `${path} ${name}`, found: child, rest: rest.filter((_, i) => i !== next) });
}

/** The least number of letters to change, add or take away. Source: cobra ld. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Words longer than this are like no verb. */
const longestVerb = 40;

/** Verbs that a learner may mean by other words. Source: the SuggestFor of kubectl's commands. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  get: ['list', 'ls'],
  delete: ['rm', 'remove'],
  describe: ['inspect'],
  top: ['stats'],
};

/** The verbs in the order in which kubectl has them; others come after. Source: kubectl pkg/cmd NewKubectlCommand. */
const order =
  'create expose run set explain get edit delete rollout scale autoscale certificate cluster-info top cordon uncordon drain taint describe logs attach exec port-forward proxy cp auth debug events diff apply patch replace wait kustomize label annotate completion alpha api-resources api-versions config plugin version options help'.split(
    ' ',
  );

export function unknownCommand(words: readonly string[], path: string): Failure {
  const [word = ''] = words;
  if (path !== 'kubectl')
    return new Failure(
      `unknown command ${JSON.stringify(words.join(' '))}\nSee '${path} -h' for help and examples`,
    );
  const like =
    word.length > longestVerb
      ? []
      : order.filter(
          (name) =>
            distance(word, name) <= 2 ||
            name.toLowerCase().startsWith(word.toLowerCase()) ||
            alsoCalled[name]?.includes(word.toLowerCase()),
        );
  const meant =
    like.length > 0 ? `\n\nDid you mean this?\n${like.map((name) => `\t${name}\n`).join('')}` : '';
  return new Failure(`unknown command ${JSON.stringify(word)} for ${JSON.stringify(path)}${meant}`);
}
