import { memo } from 'react';
import { humanDuration } from '@/lib/cluster/printed/duration';
import type { EventView } from '@/lib/lab/view';
import { fill } from '../fill';
import styles from './inspector.module.css';
import { type LabWords, seconds } from './words';

/** Events that are listed; the newest. */
const mostEvents = 100;

/** Events in the columns of `kubectl get events`, the newest first. LAST SEEN leads to its moment. */
export const InspectorEvents = memo(
  function InspectorEvents({ events, nowMs, onSeek, words }: EventsProps) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and a keyboard must reach it
      <section className={styles.scroll} tabIndex={0} aria-label="kubectl get events">
        <table className={styles.table}>
          <thead>
            <tr>
              {['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst(events)
              .slice(0, mostEvents)
              .map((event) => (
                <tr key={`${event.atMs} ${event.on} ${event.reason} ${event.message}`} data-type={event.type}>
                  <td>
                    <button
                      type="button"
                      aria-label={`${lastSeen(event, nowMs)}: ${fill(words.figure.goTo, { seconds: seconds(event.atMs) })}`}
                      onClick={() => onSeek(event.atMs)}
                    >
                      {lastSeen(event, nowMs)}
                    </button>
                  </td>
                  <td>{event.type}</td>
                  <td>{event.reason}</td>
                  <td>{event.on.replace(/^[^/]+/, (kind) => kind.toLowerCase())}</td>
                  <td>{event.message}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    );
  },
  (a, b) =>
    a.words === b.words &&
    Math.floor(a.nowMs / 1000) === Math.floor(b.nowMs / 1000) &&
    (a.events === b.events || JSON.stringify(a.events) === JSON.stringify(b.events)),
);

interface EventsProps {
  readonly events: readonly EventView[];
  readonly nowMs: number;
  readonly onSeek: (atMs: number) => void;
  readonly words: LabWords;
}

/** `4s`, or of one that came more than once `4s (x3 over 30s)`. Source: kubectl pkg/cmd/events. */
function lastSeen({ atMs, firstAtMs, count }: EventView, nowMs: number): string {
  const first = humanDuration(nowMs - firstAtMs);
  return count > 1 ? `${humanDuration(nowMs - atMs)} (x${count} over ${first})` : first;
}

/** Of one and the same second the later one comes first, too. */
const newestFirst = (events: readonly EventView[]): readonly EventView[] =>
  [...events].reverse().sort((a, b) => b.atMs - a.atMs);
