import type { Event, KubeObject } from '../../cluster/objects';
import type { Reading } from '../../cluster/store';
import { ageOf } from '../printers/age';
import type { Page } from './page';

/** Speaks through events.k8s.io, whose Events have no lastTimestamp. */
const withoutTimestamps = 'default-scheduler';

/** The Events about each object, by uid. */
export function eventsByUid(reading: Reading): (object: KubeObject) => readonly Event[] {
  let all: Map<string, Event[]> | undefined;
  return ({ metadata }) => {
    all ??= grouped(reading);
    return all.get(metadata.uid) ?? [];
  };
}

function grouped(reading: Reading): Map<string, Event[]> {
  const all = new Map<string, Event[]>();
  for (const event of reading.list<Event>('Event')) {
    const { uid } = event.involvedObject;
    const before = all.get(uid);
    if (before) before.push(event);
    else all.set(uid, [event]);
  }
  return all;
}

/** When an Event was last seen, for the order: the scheduler's come first, as they have no such moment. */
const seenAt = ({ reportingComponent, lastTimestamp }: Event): string =>
  reportingComponent === withoutTimestamps ? '' : lastTimestamp;

function ageText({ count, firstTimestamp, lastTimestamp }: Event, nowMs: number): string {
  const first = ageOf(firstTimestamp, nowMs);
  return count > 1 ? `${ageOf(lastTimestamp, nowMs)} (x${count} over ${first})` : first;
}

/** The table of Events, in the order in which they were last seen. Models pkg/describe DescribeEvents (v1.37). */
export function eventTable(page: Page, events: readonly Event[], nowMs: number): void {
  if (events.length === 0) {
    page.field(0, 'Events', '<none>');
    return;
  }
  page.flush();
  page.write(0, 'Events:\n  Type\tReason\tAge\tFrom\tMessage\n');
  page.write(1, '----\t------\t----\t----\t-------\n');
  const sorted = [...events].sort((a, b) => (seenAt(a) < seenAt(b) ? -1 : seenAt(a) > seenAt(b) ? 1 : 0));
  for (const event of sorted) {
    const { type, reason, reportingComponent, involvedObject, message } = event;
    const says = message.trim();
    const text = involvedObject.fieldPath ? `${involvedObject.fieldPath}: ${says}` : says;
    page.write(1, `${type}\t${reason}\t${ageText(event, nowMs)}\t${reportingComponent}\t${text}\n`);
  }
}
