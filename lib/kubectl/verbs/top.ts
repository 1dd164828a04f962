import { keyFor, keyOf } from '../../cluster/keys';
import type { Node, Pod } from '../../cluster/objects';
import { milliValue, quantity } from '../../cluster/quantity';
import { momentOf } from '../../cluster/time';
import type { Call } from '../call';
import { Failure, usageFailure } from '../failure';
import { allNamespacesFlag, fieldSelectorFlag, selectorFlag } from '../flags/sets';
import { type Asked, find } from '../infos';
import { atOnce, type Verb, type VerbGroup } from '../verb';

/** What something is measured to use. */
interface Measured {
  readonly namespace: string;
  readonly name: string;
  readonly container: string;
  readonly cpuMilli: number;
  readonly bytes: number;
}

/** Rows with each column closed, as the tables of `top` are: the last one is padded, too. */
function closed(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 6, cell.length + 3);
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(''));
}

const amounts = ({ cpuMilli, bytes }: Pick<Measured, 'cpuMilli' | 'bytes'>): [string, string] => [
  `${Math.ceil(cpuMilli)}m`,
  `${Math.floor(bytes / 2 ** 20)}Mi`,
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function sorted<T extends Measured>(all: readonly T[], sortBy: string): T[] {
  const byName = (a: T, b: T) => compare(a.namespace, b.namespace) || compare(a.name, b.name);
  if (sortBy === 'cpu') return [...all].sort((a, b) => b.cpuMilli - a.cpuMilli || byName(a, b));
  if (sortBy === 'memory') return [...all].sort((a, b) => b.bytes - a.bytes || byName(a, b));
  return [...all].sort(byName);
}

/** What the metrics API says of a Pod; undefined when it says nothing. */
function measured({ cluster }: Call, pod: Pod): Measured | undefined {
  const usage = cluster.usageOf(keyOf(pod));
  if (!usage || pod.status.phase !== 'Running') return undefined;
  return {
    namespace: pod.metadata.namespace ?? '',
    name: pod.metadata.name,
    container: pod.spec.containers[0]?.name ?? '',
    cpuMilli: milliValue(usage.cpu),
    bytes: quantity(usage.memory),
  };
}

/** A row for each container of a Pod, where that is known; else all of it is its first container's. */
function eachContainer({ cluster }: Call, all: readonly Measured[]): Measured[] {
  return all.flatMap((one) => {
    const { containers } = cluster.usageOf(keyFor('Pod', one.namespace, one.name)) ?? {};
    if (!containers) return [one];
    return Object.entries(containers).map(([container, { cpu, memory }]) => ({
      ...one,
      container,
      cpuMilli: milliValue(cpu),
      bytes: quantity(memory),
    }));
  });
}

function asked(call: Call, args: readonly string[], usage: string): void {
  const sortBy = call.flags.text('sort-by');
  if (args.length > 1) throw usageFailure(call.path, usage);
  if (sortBy && sortBy !== 'cpu' && sortBy !== 'memory')
    throw new Failure('--sort-by accepts only cpu or memory');
}

function needsMetrics({ cluster, flags }: Call): void {
  if (cluster.options.metricsServer === false) throw new Failure('Metrics API not available');
  if (flags.bool('show-swap'))
    throw new Failure('not modelled in Podium: --show-swap; nodes have no swap here');
}

const flagsOfBoth = [
  selectorFlag,
  { name: 'no-headers', kind: 'bool', says: 'rows without the names of columns' },
  { name: 'show-swap', kind: 'bool', says: 'not modelled in Podium' },
  { name: 'sort-by', kind: 'string', says: 'cpu or memory' },
  { name: 'use-protocol-buffers', kind: 'bool', unset: 'true', says: 'taken, does nothing' },
] as const;

/** Metrics older than this are missed, ms. Source: metricsCreationDelay. */
const delayMs = 120_000;

const pod: Verb = {
  help: { says: 'Display resource (CPU/memory) usage of pods.', usage: '[NAME | -l label]' },
  flags: [
    ...flagsOfBoth,
    fieldSelectorFlag,
    allNamespacesFlag,
    { name: 'containers', kind: 'bool', says: 'of each container' },
    { name: 'sum', kind: 'bool', says: 'all of it together as the last row' },
  ],
  run: atOnce((call) => {
    const { words, flags, cluster } = call;
    asked(call, words, 'pod [NAME | -l label]');
    if (words.length > 0 && (flags.text('selector') || flags.text('field-selector')))
      throw new Failure('only one of NAME or selector can be provided');
    needsMetrics(call);
    const wanted = foundBy(call, 'pods') as readonly Pod[];
    const all = wanted.flatMap((one) => measured(call, one) ?? []);
    if (all.length > 0) return call.print(podTable(call, sorted(all, flags.text('sort-by'))));
    for (const { metadata } of wanted) {
      const ageMs = cluster.nowMs - momentOf(metadata.creationTimestamp ?? '');
      if (ageMs > delayMs)
        throw new Failure(
          `Metrics not available for pod ${metadata.namespace}/${metadata.name}, age: ${goDuration(ageMs)}`,
        );
    }
    if (wanted.length > 0) throw new Failure('metrics not available yet');
    call.err(
      flags.bool('all-namespaces')
        ? 'No resources found'
        : `No resources found in ${call.namespace} namespace.`,
    );
  }),
};

/** `2m5s`, `1h0m3.5s`. Source: Go time.Duration.String. */
function goDuration(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = (ms % 60_000) / 1000;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}

/** The objects that a line asks for, by name or by selectors. */
function foundBy(call: Call, type: string) {
  const [name] = call.words;
  const { flags } = call;
  const isPods = type === 'pods';
  const request: Asked = name
    ? { args: [type, name] }
    : {
        args: [type],
        selector: flags.text('selector'),
        ...(isPods && { fieldSelector: flags.text('field-selector') }),
        ...(isPods && { allNamespaces: flags.bool('all-namespaces') }),
        typeAloneIsAll: true,
      };
  const { infos, failures } = find(call, request);
  if (failures[0]) throw failures[0];
  return infos.flatMap(({ object }) => object ?? []);
}

/** Source: TopCmdPrinter.PrintPodMetrics. */
function podTable(call: Call, all: readonly Measured[]): string[] {
  const { flags } = call;
  const withNamespace = flags.bool('all-namespaces');
  const withContainers = flags.bool('containers');
  const heads = [
    ...(withNamespace ? ['NAMESPACE'] : []),
    ...(withContainers ? ['POD'] : []),
    'NAME',
    'CPU(cores)',
    'MEMORY(bytes)',
  ];
  const shown = withContainers ? eachContainer(call, all) : all;
  const rows = shown.map((one) => [
    ...(withNamespace ? [one.namespace] : []),
    one.name,
    ...(withContainers ? [one.container] : []),
    ...amounts(one),
  ]);
  const together = {
    cpuMilli: all.reduce((sum, one) => sum + one.cpuMilli, 0),
    bytes: all.reduce((sum, one) => sum + one.bytes, 0),
  };
  const before = Array<string>(heads.length - 2).fill('');
  const sum = [
    [...before, '________', '________'],
    [...before, ...amounts(together)],
  ];
  return closed([...(flags.bool('no-headers') ? [] : [heads]), ...rows, ...(flags.bool('sum') ? sum : [])]);
}

const node: Verb = {
  help: { says: 'Display resource (CPU/memory) usage of nodes.', usage: '[NAME | -l label]' },
  flags: [
    ...flagsOfBoth,
    { name: 'show-capacity', kind: 'bool', says: 'of the capacity, not of what Pods may have' },
  ],
  run: atOnce((call) => {
    const { words, flags, cluster } = call;
    asked(call, words, 'node [NAME | -l label]');
    if (words.length > 0 && flags.text('selector'))
      throw new Failure('only one of NAME or --selector can be provided');
    needsMetrics(call);
    const nodes = foundBy(call, 'nodes') as readonly Node[];
    const all = nodes.map((one) => {
      const pods = cluster.reading.podsOn(one.metadata.name).flatMap((on) => measured(call, on) ?? []);
      return {
        namespace: '',
        name: one.metadata.name,
        container: '',
        cpuMilli: pods.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0),
        bytes: pods.reduce((sum, { bytes }) => sum + bytes, 0),
        isMeasured: pods.length > 0,
        has: flags.bool('show-capacity') ? one.status?.capacity : one.status?.allocatable,
      };
    });
    if (!all.some(({ isMeasured }) => isMeasured)) throw new Failure('metrics not available yet');
    const share = (used: number, of: number) => `${of > 0 ? Math.trunc((used / of) * 100) : 0}%`;
    const rows = sorted(all, flags.text('sort-by')).map((one) => {
      const [cpu, memory] = amounts(one);
      return [
        one.name,
        cpu,
        share(one.cpuMilli, milliValue(one.has?.cpu)),
        memory,
        share(one.bytes, quantity(one.has?.memory)),
      ];
    });
    const heads = ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)'];
    call.print(closed([...(flags.bool('no-headers') ? [] : [heads]), ...rows]));
  }),
};

/**
 * What is measured. Models kubectl pkg/cmd/top, pkg/metricsutil (v1.37). A Pod's use is what the `metrics` command said, all of it
 * its first container's; a node's is that of its Pods, which leaves out the node's own programs.
 */
export const top: VerbGroup = {
  says: 'Display resource (CPU/memory) usage.',
  isTextOnStderr: true,
  aliases: { pods: 'pod', po: 'pod', nodes: 'node', no: 'node' },
  children: { node, pod },
};
