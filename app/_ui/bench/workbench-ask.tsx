'use client';
import { useState } from 'react';
import type { Pod } from '@/lib/cluster/objects';
import type { Typed } from '@/lib/lab/view';
import { fill } from '../fill';
import { Segments, written } from '../lab/segments';
import type { LabControl } from '../lab/use-lab';
import styles from './pod-workbench.module.css';
import type { WorkbenchWords } from './workbench-words';

const ports = [53, 80, 8080, 9090] as const;

/** A client in a container: it asks by `kubectl exec`, and what kubectl prints is shown. */
export function WorkbenchAsk({
  pods,
  lab,
  words,
}: {
  readonly pods: readonly Pod[];
  readonly lab: Pick<LabControl, 'type'>;
  readonly words: WorkbenchWords;
}) {
  const askers = pods.flatMap(({ metadata, spec }) =>
    spec.containers.map(({ name }) => ({
      id: `${metadata.name}/${name}`,
      pod: metadata.name,
      container: name,
    })),
  );
  const [from, setFrom] = useState('');
  const [at, setAt] = useState('localhost');
  const [port, setPort] = useState<number>(8080);
  const [typed, setTyped] = useState<Typed>();
  const asker = askers.find(({ id }) => id === from) ?? askers[0];
  const targets = ['localhost', ...pods.map(({ metadata }) => metadata.name)];
  const target = targets.includes(at) ? at : 'localhost';
  const ask = () => {
    if (!asker) return;
    const host = pods.find(({ metadata }) => metadata.name === target)?.status.podIP ?? 'localhost';
    const line = `kubectl exec ${asker.pod} -c ${asker.container} -- /app get http://${host}:${port}/`;
    lab.type(line).then(setTyped, () => undefined);
  };
  return (
    <section className={styles.ask} aria-label={words.askTitle}>
      <h3>{words.askTitle}</h3>
      <div className={styles.askRow}>
        <Segments
          label={words.hands.from}
          value={asker?.id}
          choices={askers.map(({ id, pod, container }) => ({
            value: id,
            label: fill(words.hands.of, { container, pod }),
          }))}
          onChoose={setFrom}
        />
        <Segments label={words.hands.at} value={target} choices={written(targets)} onChoose={setAt} />
        <Segments label={words.hands.port} value={port} choices={written(ports)} onChoose={setPort} />
        <button type="button" className={styles.go} onClick={ask} disabled={!asker}>
          {words.hands.ask}
        </button>
      </div>
      <div className={styles.printed} role="status" aria-label={words.answered}>
        {typed && <pre>{[`$ ${typed.line}`, ...typed.printed.map(({ text }) => text)].join('\n')}</pre>}
      </div>
    </section>
  );
}
