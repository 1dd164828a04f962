import type { WriteEntry } from '../../cluster/journal';
import { kindOf } from '../../cluster/keys';
import type { Event, KubeObject } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure } from '../failure';
import { allNamespacesFlag, printFlags } from '../flags/sets';
import type { Running } from '../line';
import { ageOf } from '../printers/age';
import { listOf, printerOf, shown } from '../printers/output';
import { aligned } from '../printers/table';
import { resourceNamed } from '../resources';
import type { Verb } from '../verb';

interface About {
  readonly kind: string;
  readonly name: string;
}

/** Source: decodeResourceTypeName. */
function aboutOf(text: string): About | undefined {
  if (text === '') return undefined;
  const parts = text.split('/');
  if (parts.length === 1) throw new Failure('--for must be in resource/name form');
  if (parts.length > 2) throw new Failure('arguments in resource/name form may not have more than one slash');
  return { kind: resourceNamed(parts[0] ?? '').kind, name: parts[1] ?? '' };
}

/** Events, the latest last. Models kubectl pkg/cmd/events (v1.37). */
export const events: Verb = {
  help: {
    says: 'Display events.',
    usage: '[(-o|--output=)FORMAT] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]',
    examples: ['kubectl events', 'kubectl events --for pod/web-0 --watch', 'kubectl events --types=Warning'],
  },
  flags: [
    ...printFlags,
    allNamespacesFlag,
    { name: 'chunk-size', kind: 'int64', unset: '500', says: 'taken, does nothing' },
    { name: 'for', kind: 'string', says: 'only about this object: pod/web-0' },
    { name: 'no-headers', kind: 'bool', says: 'rows without the names of columns' },
    { name: 'types', kind: 'list', says: 'Normal, Warning' },
    { name: 'watch', short: 'w', kind: 'bool', says: 'go on with what comes' },
  ],
  *run(call) {
    const { flags } = call;
    const about = aboutOf(flags.text('for'));
    const printer = printerOf(call);
    const types = flags.all('types').map((type) => type.toLowerCase());
    if (types.some((type) => type !== 'normal' && type !== 'warning'))
      throw new Failure('valid --types are Normal or Warning');
    const isMeant = ({ metadata, type, involvedObject }: Event): boolean =>
      (flags.bool('all-namespaces') || metadata.namespace === call.namespace) &&
      (types.length === 0 || types.includes(type.toLowerCase())) &&
      (!about || (involvedObject.kind === about.kind && involvedObject.name === about.name));
    const all = call.cluster.reading.list<Event>('Event').filter(isMeant);
    if (flags.bool('watch')) return yield* watched(call, all, isMeant);
    if (all.length === 0) {
      call.err(
        flags.bool('all-namespaces') ? 'No events found.' : `No events found in ${call.namespace} namespace.`,
      );
      return 0;
    }
    const sorted = all.sort((a, b) =>
      a.lastTimestamp < b.lastTimestamp ? -1 : a.lastTimestamp > b.lastTimestamp ? 1 : 0,
    );
    if (printer) call.print(printer(listOf(sorted.map((event) => shown(event, flags)))));
    else call.print(tableOf(call, sorted, flags.bool('no-headers')));
    return 0;
  },
};

/** Source: getInterval. */
function seen({ count, firstTimestamp, lastTimestamp }: Event, nowMs: number): string {
  const first = ageOf(firstTimestamp, nowMs);
  return count > 1 ? `${ageOf(lastTimestamp, nowMs)} (x${count} over ${first})` : first;
}

function tableOf({ cluster, flags }: Call, all: readonly Event[], noHeaders: boolean): string[] {
  const withNamespace = flags.bool('all-namespaces');
  const rows = all.map((event) => [
    ...(withNamespace ? [event.metadata.namespace ?? ''] : []),
    seen(event, cluster.nowMs),
    event.type,
    event.reason,
    `${event.involvedObject.kind}/${event.involvedObject.name}`,
    event.message.trim(),
  ]);
  const heads = [...(withNamespace ? ['NAMESPACE'] : []), 'LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'];
  return aligned([...(noHeaders ? [] : [heads]), ...rows]);
}

/** Each Event as it comes; those that are there come first, as a watch begins with them. Source: runWatch. */
function* watched(call: Call, all: readonly Event[], isMeant: (event: Event) => boolean): Running {
  const printer = printerOf(call);
  let hasHead = call.flags.bool('no-headers');
  const print = (event: Event) => {
    if (printer) call.print(printer(shown(event, call.flags)));
    else call.print(tableOf(call, [event], hasHead));
    hasHead = true;
  };
  for (const event of all) print(event);
  for (let read = call.cluster.journal.length; ; yield { for: 'change' })
    for (; read < call.cluster.journal.length; read++) {
      const entry = call.cluster.journal[read];
      const event = entry?.type === 'write' ? eventOf(entry) : undefined;
      if (event && isMeant(event)) print(event);
    }
}

const eventOf = ({ key, after }: WriteEntry): Event | undefined =>
  kindOf(key) === 'Event' && after ? (after as KubeObject as Event) : undefined;
