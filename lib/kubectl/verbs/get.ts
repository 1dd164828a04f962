import type { WriteEntry } from '../../cluster/journal';
import type { Call } from '../call';
import { Failure, Silent, throwAll, usageFailure } from '../failure';
import type { Flag } from '../flags/flag';
import { allNamespacesFlag, fieldSelectorFlag, fileFlags, printFlags, selectorFlag } from '../flags/sets';
import { type Asked, type Found, find, type Info } from '../infos';
import type { Running } from '../line';
import { listOf, printerOf, shown } from '../printers/output';
import { headOf, rowOf, type TableOptions } from '../printers/rows';
import { sortedBy } from '../printers/sort-by';
import { aligned } from '../printers/table';
import type { Resource } from '../resources';
import type { Verb } from '../verb';
import { Watched } from '../watched';

const flags: readonly Flag[] = [
  ...printFlags,
  ...fileFlags,
  selectorFlag,
  fieldSelectorFlag,
  allNamespacesFlag,
  { name: 'watch', short: 'w', kind: 'bool', says: 'go on with what changes' },
  { name: 'watch-only', kind: 'bool', says: 'only what changes from now on' },
  { name: 'output-watch-events', kind: 'bool', says: 'say of each change what it was' },
  { name: 'ignore-not-found', kind: 'bool', says: 'nothing is no mistake' },
  { name: 'no-headers', kind: 'bool', says: 'rows without the names of columns' },
  { name: 'show-labels', kind: 'bool', says: 'all labels as the last column' },
  { name: 'show-kind', kind: 'bool', says: 'the kind before each name' },
  { name: 'label-columns', short: 'L', kind: 'list', says: 'a column for each of these labels' },
  { name: 'sort-by', kind: 'string', says: 'order by a field: .metadata.creationTimestamp' },
  { name: 'server-print', kind: 'bool', unset: 'true', says: 'taken, does nothing' },
  { name: 'chunk-size', kind: 'int64', unset: '500', says: 'taken, does nothing' },
  { name: 'subresource', kind: 'string', says: 'not modelled in Podium' },
  { name: 'raw', kind: 'string', says: 'not modelled in Podium' },
];

const suggestion = 'Use "kubectl api-resources" for a complete list of supported resources.';

/** Shows objects. Models kubectl pkg/cmd/get (v1.37). Leaves out: --raw, --subresource. */
export const get: Verb = {
  help: {
    says: 'Display one or many resources.',
    usage:
      '[(-o|--output=)FORMAT] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]',
    examples: [
      '# List all Pods in the namespace',
      'kubectl get pods',
      '',
      '# With more columns',
      'kubectl get pods -o wide',
      '',
      '# One Deployment as YAML',
      'kubectl get deployment web -o yaml',
    ],
  },
  flags,
  *run(call) {
    const { words } = call;
    for (const flag of ['raw', 'subresource'])
      if (call.flags.has(flag)) throw new Failure(`not modelled in Podium: kubectl get --${flag}`);
    const watches = call.flags.bool('watch') || call.flags.bool('watch-only');
    const filenames = call.flags.all('filename');
    if (!watches && words.length === 0 && filenames.length === 0) {
      call.err(`You must specify the type of resource to get. ${suggestion}`, '');
      throw usageFailure(
        call.path,
        'Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
      );
    }
    validate(call);
    const asked: Asked = {
      args: words,
      filenames,
      selector: call.flags.text('selector'),
      fieldSelector: call.flags.text('field-selector'),
      allNamespaces: call.flags.bool('all-namespaces'),
      typeAloneIsAll: true,
      latest: true,
    };
    if (watches) return yield* watch(call, asked);
    const found = find(call, asked);
    warn(call, found);
    const printer = printerOf(call, true);
    if (!printer) return tables(call, found);
    const failures = call.flags.bool('ignore-not-found') ? [] : found.failures;
    const [first] = found.infos;
    if (found.isSingle && failures.length > 0) throwAll(failures);
    if (found.infos.length === 0 && call.flags.bool('ignore-not-found')) return 0;
    const sortBy = call.flags.text('sort-by');
    const infos = sortBy ? sortedBy(sortBy, found.infos) : found.infos;
    const objects = infos.flatMap(({ object }) => (object ? [shown(object, call.flags)] : []));
    call.print(printer(found.isSingle && first?.object && objects[0] ? objects[0] : listOf(objects)));
    throwAll(failures);
    return 0;
  },
};

function validate({ flags: typed }: Call): void {
  const output = typed.text('output');
  if (typed.bool('show-labels') && output !== '' && output !== 'wide')
    throw new Failure(`--show-labels option cannot be used with ${output} printer`);
  if (typed.all('label-columns').length > 0 && output.startsWith('custom-columns'))
    throw new Failure(`--label-columns option cannot be used with ${output} printer`);
  if (typed.bool('output-watch-events') && !typed.bool('watch') && !typed.bool('watch-only'))
    throw new Failure('--output-watch-events option can only be used with --watch or --watch-only');
}

/** What the API server says beside its answer. */
function warn(call: Call, { types }: Found): void {
  if (types.some(({ kind }) => kind === 'Endpoints'))
    call.warn('v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice');
}

function optionsOf(call: Call, resource: Resource, withKind: boolean): TableOptions {
  return {
    isWide: call.flags.text('output') === 'wide',
    withNamespace: call.flags.bool('all-namespaces') && resource.namespaced,
    withKind: withKind || call.flags.bool('show-kind'),
    labelColumns: call.flags.all('label-columns'),
    showLabels: call.flags.bool('show-labels'),
  };
}

/** The infos in runs of one type. */
function runsOf(infos: readonly Info[]): Info[][] {
  const runs: Info[][] = [];
  for (const info of infos) {
    const run = runs.at(-1);
    if (run?.[0]?.resource === info.resource) run.push(info);
    else runs.push([info]);
  }
  return runs;
}

function tables(call: Call, { infos, failures, types }: Found): number {
  const withKind = new Set(infos.map(({ resource }) => resource)).size > 1;
  const sortBy = call.flags.text('sort-by');
  const noHeaders = call.flags.bool('no-headers');
  for (const [i, run] of runsOf(infos).entries()) {
    const [first] = run;
    if (!first) continue;
    const options = optionsOf(call, first.resource, withKind);
    const rows = (sortBy ? sortedBy(sortBy, run) : run).flatMap(({ resource, object }) =>
      object ? [rowOf(resource, object, call.cluster.nowMs, options)] : [],
    );
    if (i > 0 && !noHeaders) call.out('');
    call.print(aligned(noHeaders ? rows : [headOf(first.resource, options), ...rows]));
  }
  const ignores = call.flags.bool('ignore-not-found');
  const counted = ignores ? [] : failures;
  if (infos.length === 0 && !ignores && failures.length === 0) {
    const isInNamespace = !call.flags.bool('all-namespaces') && types.every(({ namespaced }) => namespaced);
    call.err(isInNamespace ? `No resources found in ${call.namespace} namespace.` : 'No resources found');
  }
  throwAll(counted);
  return 0;
}

/** What is there, then each change as it comes, until somebody interrupts. Source: GetOptions.watch. */
function* watch(call: Call, asked: Asked): Running {
  const found = find(call, { ...asked, onlyOneType: true });
  if (found.failures.length > 0 && call.flags.bool('ignore-not-found')) return 0;
  throwAll(found.failures);
  warn(call, found);
  const [resource] = found.types;
  if (!resource) throw new Silent();
  const printer = printerOf(call, true);
  const options = optionsOf(call, resource, false);
  const widths: number[] = [];
  let hasHead = call.flags.bool('no-headers');
  const withEvents = call.flags.bool('output-watch-events');
  const print = (info: Info, nowMs: number, event: string) => {
    if (!info.object) return;
    if (printer) {
      call.print(printer(shown(info.object, call.flags)));
      return;
    }
    const rows = [
      ...(hasHead ? [] : [[...(withEvents ? ['EVENT'] : []), ...headOf(resource, options)]]),
      [...(withEvents ? [event] : []), ...rowOf(resource, info.object, nowMs, options)],
    ];
    hasHead = true;
    for (const row of rows)
      for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 6, cell.length + 3);
    for (const row of rows)
      call.out(row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell)).join(''));
  };
  if (!call.flags.bool('watch-only')) {
    for (const { object } of found.infos)
      if (object)
        for (const [i, cell] of rowOf(resource, object, call.cluster.nowMs, options).entries())
          if (!withEvents) widths[i] = Math.max(widths[i] ?? 6, cell.length + 3);
    for (const info of found.infos) print(info, call.cluster.nowMs, 'ADDED');
  }
  const watched = new Watched(call, resource, asked, found);
  for (;;) {
    yield { for: 'change' };
    for (const { entry, info } of watched.changes()) print(info, entry.atMs, eventOf(entry));
  }
}

const eventOf = ({ before, after }: WriteEntry): string =>
  after ? (before ? 'MODIFIED' : 'ADDED') : 'DELETED';
