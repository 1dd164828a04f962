import { memo } from 'react';
import type { LabView } from '@/lib/lab/view';
import { Sideways } from '../kit/sideways';
import styles from './panels.module.css';
import { fill, type LabWords, seconds } from './words';

type Listed = Pick<LabView, 'pods' | 'claims'>;

/** Pods and claims as kubectl lists them, with kubectl's own columns. */
export const Objects = memo(
  function Objects({ view }: { readonly view: Listed }) {
    return (
      <Sideways className={styles.scroll}>
        <Table
          name="kubectl get pods -o wide"
          columns={['NAME', 'READY', 'STATUS', 'RESTARTS', 'IP', 'NODE']}
          rows={view.pods.map((pod) => [
            pod.key,
            pod.name,
            pod.readyColumn,
            pod.statusColumn,
            `${pod.restarts}`,
            pod.ip ?? '<none>',
            pod.node ?? '<none>',
          ])}
        />
        <Table
          name="kubectl get pvc"
          columns={['NAME', 'STATUS', 'CAPACITY']}
          rows={view.claims.map((claim) => [
            claim.key,
            claim.name,
            claim.terminating ? 'Terminating' : claim.phase,
            claim.capacity,
          ])}
        />
      </Sideways>
    );
  },
  (a, b) => JSON.stringify(listed(a.view)) === JSON.stringify(listed(b.view)),
);

const listed = ({ pods, claims }: Listed) => [
  pods.map((pod) => [pod.key, pod.readyColumn, pod.statusColumn, pod.restarts, pod.ip, pod.node]),
  claims,
];

function Table({
  name,
  columns,
  rows,
}: {
  readonly name: string;
  readonly columns: readonly string[];
  /** Each begins with the object's key, which is not shown. */
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <table className={styles.table}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, ...cells]) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={columns[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostEvents = 60;

/** The cluster's Events, the newest first, in the API's own words. */
export const Events = memo(
  function Events({ events, words }: { readonly events: LabView['events']; readonly words: LabWords }) {
    if (events.length === 0) return <p className={styles.none}>{words.events.none}</p>;
    const newestFirst = [...events].sort((a, b) => b.atMs - a.atMs).slice(0, mostEvents);
    return (
      <Sideways className={styles.scroll}>
        <table className={styles.table}>
          <caption>kubectl get events</caption>
          <thead>
            <tr>
              {['TIME', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((event) => (
              <tr key={`${event.atMs} ${event.on} ${event.reason} ${event.message}`} data-type={event.type}>
                <td>{fill(words.score.seconds, { seconds: seconds(event.atMs) })}</td>
                <td>{event.type}</td>
                <td>{event.reason}</td>
                <td>{event.on}</td>
                <td>
                  {event.message}
                  {event.count > 1 && ` (×${event.count})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    );
  },
  (a, b) =>
    a.words === b.words && (a.events === b.events || JSON.stringify(a.events) === JSON.stringify(b.events)),
);
