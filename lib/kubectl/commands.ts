import type { Command } from '../cluster/command';
import { kinds } from '../cluster/kinds';
import type { Manifest, Node, Pod } from '../cluster/objects';
import type { Reading } from '../cluster/store';
import { timestamp } from '../cluster/time';
import { type Arguments, argumentsOf, shellWords } from './words';

/** What a line asks of the cluster, or why it asks nothing. */
export type Asked =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly says: string };

export interface Folder {
  /** The documents of a manifest file. Throws an Error with what is wrong with it. */
  readonly manifests: (name: string) => readonly Manifest[];
}

const shortNames: Readonly<Record<string, string>> = {
  po: 'Pod',
  rc: 'ReplicationController',
  rs: 'ReplicaSet',
  deploy: 'Deployment',
  sts: 'StatefulSet',
  ds: 'DaemonSet',
  cj: 'CronJob',
  hpa: 'HorizontalPodAutoscaler',
  pdb: 'PodDisruptionBudget',
  svc: 'Service',
  pvc: 'PersistentVolumeClaim',
  pv: 'PersistentVolume',
  no: 'Node',
  ns: 'Namespace',
};

class Unasked extends Error {}

/** `deploy`, `deployments`, `deployments.apps`, `Deployment`: the kind, as kubectl's RESTMapper finds it. */
export function kindNamed(word: string): string {
  const [name = ''] = word.toLowerCase().split('.');
  for (const kind of kinds.values())
    if (kind.plural === name || kind.kind.toLowerCase() === name) return kind.kind;
  const kind = shortNames[name];
  if (kind) return kind;
  throw new Unasked(`error: the server doesn't have a resource type ${JSON.stringify(word)}`);
}

interface Target {
  readonly kind: string;
  readonly name: string;
}

/** `pod/web-0`, `pod web-0 web-1`. */
function targetsOf(words: readonly string[]): Target[] {
  if (words.length === 0) throw new Unasked('error: You must provide one or more resources');
  if (words.every((word) => word.includes('/')))
    return words.map((word) => {
      const [kind = '', name = ''] = word.split('/');
      return { kind: kindNamed(kind), name };
    });
  const [kind = '', ...names] = words;
  if (names.length === 0) throw new Unasked('error: resource name may not be empty');
  return names.map((name) => ({ kind: kindNamed(kind), name }));
}

/** What kubectl sees of the cluster when it begins. */
export interface Seen {
  readonly reading: Reading;
  readonly nowMs: number;
}

type Verb = (asked: Arguments, seen: Seen, folder: Folder) => Command[];

const required = ({ flags }: Arguments, flag: string): string => {
  const value = flags.get(flag);
  if (value === undefined) throw new Unasked(`error: required flag(s) ${JSON.stringify(flag)} not set`);
  return value;
};

const wholeNumber = (flag: string, value: string): number => {
  if (!/^-?\d+$/.test(value))
    throw new Unasked(
      `error: invalid argument ${JSON.stringify(value)} for "--${flag}" flag: strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`,
    );
  return Number(value);
};

const merge = ({ kind, name }: Target, body: object): Command => ({
  verb: 'patch',
  kind,
  name,
  type: 'strategic',
  body,
});

const propagation = { background: 'Background', foreground: 'Foreground', orphan: 'Orphan' } as const;

function deletion(asked: Arguments, target: Target): Command {
  const { flags } = asked;
  const cascade = flags.get('cascade');
  const grace = flags.get('grace-period');
  const seconds = grace === undefined ? undefined : wholeNumber('grace-period', grace);
  const gracePeriodSeconds = flags.has('force') ? 0 : flags.has('now') ? 1 : seconds;
  return {
    verb: 'delete',
    ...target,
    ...(cascade && { propagationPolicy: propagation[cascade as keyof typeof propagation] }),
    ...(gracePeriodSeconds !== undefined && { gracePeriodSeconds }),
  };
}

const targetOf = (manifest: Manifest): Target => ({
  kind: manifest.kind,
  name: manifest.metadata.name ?? '',
});

/** `app=v2`, `app-`: pairs to set, null to take away. */
function pairsOf(words: readonly string[], split: string): Record<string, string | null> {
  return Object.fromEntries(
    words.map((word) => {
      if (word.endsWith('-') && !word.includes(split)) return [word.slice(0, -1), null];
      const at = word.indexOf(split);
      if (at < 1) throw new Unasked(`error: expected KEY${split}VALUE or KEY-, got ${JSON.stringify(word)}`);
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

const setMetadata =
  (field: 'labels' | 'annotations'): Verb =>
  ({ words }) => {
    const isPair = (word: string) => word.includes('=') || word.endsWith('-');
    const targets = targetsOf(words.filter((word) => !isPair(word)));
    const pairs = pairsOf(words.filter(isPair), '=');
    return targets.map((target) => merge(target, { metadata: { [field]: pairs } }));
  };

function tainted(words: readonly string[], reading: Reading): Command[] {
  const [kind = '', name = '', ...taints] = words;
  if (kindNamed(kind) !== 'Node')
    throw new Unasked('error: invalid resource type, only node(s) is supported');
  const node = reading.find<Node>('Node', '', name);
  const gone = taints.filter((taint) => taint.endsWith('-')).map((taint) => taint.slice(0, -1));
  const isGone = (taint: { key: string; effect: string }) =>
    gone.includes(taint.key) || gone.includes(`${taint.key}:${taint.effect}`);
  const added = taints
    .filter((taint) => !taint.endsWith('-'))
    .map((taint) => {
      const [, key = '', value, effect = ''] = /^([^=:]+)(?:=([^:]*))?:(\w+)$/.exec(taint) ?? [];
      if (!key) throw new Unasked(`error: invalid taint spec: ${taint}`);
      return { key, ...(value && { value }), effect };
    });
  const kept = (node?.spec.taints ?? []).filter(
    (taint) => !isGone(taint) && !added.some((one) => one.key === taint.key && one.effect === taint.effect),
  );
  return [
    { verb: 'patch', kind: 'Node', name, type: 'merge', body: { spec: { taints: [...kept, ...added] } } },
  ];
}

const setUnschedulable =
  (unschedulable: boolean): Verb =>
  ({ words }) =>
    words.map((name) =>
      merge({ kind: 'Node', name: name.replace(/^no(de)?s?\//, '') }, { spec: { unschedulable } }),
    );

/** Cordons, then evicts the node's Pods but those of DaemonSets, once each. */
function drained(words: readonly string[], reading: Reading): Command[] {
  const [name = ''] = words;
  const isOfDaemonSet = (pod: Pod) => pod.metadata.ownerReferences?.some(({ kind }) => kind === 'DaemonSet');
  const pods = reading.list<Pod>('Pod').filter((pod) => pod.spec.nodeName === name && !isOfDaemonSet(pod));
  return [
    merge({ kind: 'Node', name }, { spec: { unschedulable: true } }),
    ...pods.map(
      ({ metadata }): Command => ({ verb: 'evict', name: metadata.name, namespace: metadata.namespace }),
    ),
  ];
}

function rollout({ words: [verb = '', ...words] }: Arguments, { nowMs }: Seen): Command[] {
  const body = {
    pause: { spec: { paused: true } },
    resume: { spec: { paused: null } },
    restart: {
      spec: {
        template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': timestamp(nowMs) } } },
      },
    },
  }[verb];
  if (!body)
    throw new Unasked(`not modelled in Podium: kubectl rollout ${verb}; pause, resume and restart are`);
  return targetsOf(words).map((target) => merge(target, body));
}

function patched(asked: Arguments): Command[] {
  const text = required(asked, 'patch');
  const type = (asked.flags.get('type') ?? 'strategic') as 'strategic' | 'merge' | 'json';
  let body: object;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Unasked(`error: unable to parse ${JSON.stringify(text)}: not JSON`);
  }
  return targetsOf(asked.words).map((target) => ({ verb: 'patch', ...target, type, body }));
}

const verbs: Readonly<Record<string, Verb>> = {
  apply: (asked, _seen, folder) =>
    folder.manifests(required(asked, 'filename')).map((object) => ({ verb: 'apply', object })),
  create: (asked, _seen, folder) =>
    folder.manifests(required(asked, 'filename')).map((object) => ({ verb: 'create', object })),
  delete: (asked, _seen, folder) => {
    const file = asked.flags.get('filename');
    const targets = file === undefined ? targetsOf(asked.words) : folder.manifests(file).map(targetOf);
    return targets.map((target) => deletion(asked, target));
  },
  scale: (asked) => {
    const replicas = wholeNumber('replicas', required(asked, 'replicas'));
    return targetsOf(asked.words).map((target) => ({ verb: 'scale', ...target, replicas }));
  },
  patch: patched,
  set: ({ words: [what, ...words] }) => {
    if (what !== 'image')
      throw new Unasked(`not modelled in Podium: kubectl set ${what ?? ''}; set image is`);
    const containers = Object.entries(
      pairsOf(
        words.filter((word) => word.includes('=')),
        '=',
      ),
    ).map(([name, image]) => ({ name, image }));
    return targetsOf(words.filter((word) => !word.includes('='))).map((target) =>
      merge(
        target,
        target.kind === 'Pod' ? { spec: { containers } } : { spec: { template: { spec: { containers } } } },
      ),
    );
  },
  label: setMetadata('labels'),
  annotate: setMetadata('annotations'),
  taint: ({ words }, { reading }) => tainted(words, reading),
  cordon: setUnschedulable(true),
  uncordon: setUnschedulable(false),
  drain: ({ words }, { reading }) => drained(words, reading),
  rollout,
};

/**
 * The commands that a kubectl line stands for, for verbs that change something. The texts of a refusal are kubectl's own
 * where it has one; what is not modelled says so.
 */
export function commandsOf(line: string, seen: Seen, folder: Folder): Asked {
  const words = shellWords(line);
  if (!words) return { ok: false, says: 'error: a quote stays open' };
  const [program, verb = '', ...rest] = words;
  if (program !== 'kubectl') return { ok: false, says: `${program ?? ''}: command not found` };
  const doIt = verbs[verb];
  if (!doIt)
    return {
      ok: false,
      says: `not modelled in Podium: kubectl ${verb}; these are: ${Object.keys(verbs).join(', ')}`,
    };
  try {
    const asked = argumentsOf(rest);
    const namespace = asked.flags.get('namespace');
    const commands = doIt(asked, seen, folder);
    return { ok: true, commands: namespace ? commands.map((c) => ({ namespace, ...c })) : commands };
  } catch (error) {
    if (error instanceof Error) return { ok: false, says: error.message };
    throw error;
  }
}
