'use client';
import { nameOf } from '@/lib/cluster/keys';
import type { LabView, PodView } from '@/lib/lab/view';
import { PodMark } from '../cluster/pod-mark';
import { fill } from '../fill';
import styles from './selector-board.module.css';
import { servicesOf } from './selector-reading';
import type { SelectorWords } from './selector-words';

interface BoardProps {
  readonly view: Pick<LabView, 'pods' | 'services' | 'workloads'>;
  readonly caught: ReadonlySet<string>;
  readonly wanted: readonly string[] | undefined;
  /** Key of the chosen Pod. */
  readonly selected: string | undefined;
  readonly words: SelectorWords;
  readonly onSelect: (key: string | undefined) => void;
}

/** Each Pod with its labels, to whom it belongs and who sends to it. What the selector catches has a strong frame and says so. */
export function PodBoard({ view, caught, wanted, selected, words, onSelect }: BoardProps) {
  return (
    <ul className={styles.board} aria-label={words.board}>
      {view.pods.map((pod) => (
        <li key={pod.key}>
          <button
            type="button"
            className={styles.pod}
            data-caught={caught.has(pod.name) || undefined}
            aria-pressed={pod.key === selected}
            onClick={() => onSelect(pod.key === selected ? undefined : pod.key)}
          >
            <PodCard {...{ pod, view, words }} />
            <span className={styles.signs}>
              {caught.has(pod.name) && <span className={styles.caught}>{words.isSelected}</span>}
              {wanted?.includes(pod.name) && <span className={styles.wanted}>{words.isWanted}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function PodCard({
  pod,
  view,
  words,
}: Pick<BoardProps, 'view' | 'words'> & {
  readonly pod: PodView;
}) {
  const { sending, leftOut } = servicesOf(view, pod);
  const labels = Object.entries(pod.labels ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return (
    <>
      <span className={styles.podName}>
        <PodMark state={pod.state} size={16} graceUsed={pod.graceUsed} wasReady={pod.wasReady} />
        {pod.name}
      </span>
      <span className={styles.labels}>
        {labels.length === 0 && <i>{words.noLabels}</i>}
        {labels.map(([key, value]) => (
          <span key={key}>
            {key}={value}
          </span>
        ))}
      </span>
      <span className={styles.belongs}>
        {pod.state === 'terminating' && `${words.going} · `}
        {pod.owner === undefined ? words.noOwner : fill(words.owner, { owner: nameOf(pod.owner) })}
        {sending.length > 0 && ` · ${fill(words.service, { services: sending.join(', ') })}`}
        {leftOut.length > 0 && ` · ${fill(words.leftOut, { services: leftOut.join(', ') })}`}
      </span>
    </>
  );
}

/** Who keeps Pods and who sends to them, a line each. */
export function Owners({ view, words }: Pick<BoardProps, 'view' | 'words'>) {
  return (
    <ul className={styles.owners} aria-label={words.owners}>
      {view.workloads.map(({ key, kind, name, wants = 0, has }) => (
        <li key={key}>{fill(words.workload, { kind, name, wants, has })}</li>
      ))}
      {view.services.map(({ key, name, endpoints }) => (
        <li key={key}>
          {fill(words.sends, {
            name,
            count: endpoints.filter(({ address }) => address !== undefined).length,
          })}
        </li>
      ))}
    </ul>
  );
}
