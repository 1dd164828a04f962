'use client';
import type { ReactNode } from 'react';
import {
  descents,
  firstChoice,
  type LoadChoice,
  type LoadPreset,
  leastReplicas,
  loadPresets,
  measures,
  mostReplicas,
  requestsMilli,
  sidecars,
  targetKinds,
  targets,
} from '@/lib/lab/load-choice';
import controls from '../lab/controls.module.css';
import { labelled, Segments, written } from '../lab/segments';
import styles from './load-bench.module.css';
import type { LoadWords } from './load-words';

const presets = Object.keys(loadPresets) as LoadPreset[];

/** Everything that the reader sets beside the curve: the work, the workload, the HPA, the metrics-server. */
export function LoadSettings({
  choice,
  words,
  onChoose,
  children,
}: {
  readonly choice: LoadChoice;
  readonly words: LoadWords;
  readonly onChoose: (choice: LoadChoice) => void;
  /** What else can be done with what is set. */
  readonly children?: ReactNode;
}) {
  const set =
    <Field extends keyof LoadChoice>(field: Field) =>
    (value: LoadChoice[Field]) =>
      onChoose({ ...choice, [field]: value });
  const preset = presets.find((one) =>
    loadPresets[one].every((milli, minute) => milli === choice.load[minute]),
  );
  return (
    <div className={styles.settings}>
      <Segments
        label={words.preset}
        choices={labelled(presets, words.presets)}
        value={preset}
        onChoose={(one) => onChoose({ ...choice, load: loadPresets[one] })}
      />
      <Segments
        label={words.kind}
        choices={written(targetKinds)}
        value={choice.kind}
        onChoose={set('kind')}
      />
      <Segments
        label={words.request}
        choices={written(requestsMilli, 'm')}
        value={choice.requestMilli}
        onChoose={set('requestMilli')}
      />
      <Segments
        label={words.sidecar}
        choices={labelled(sidecars, words.sidecars)}
        value={choice.sidecar}
        onChoose={set('sidecar')}
      />
      <Segments
        label={words.measure}
        choices={labelled(measures, words.measures)}
        value={choice.measure}
        onChoose={set('measure')}
      />
      <Segments
        label={words.aim}
        choices={written(targets, '%')}
        value={choice.target}
        onChoose={set('target')}
      />
      <Segments
        label={words.min}
        choices={written(leastReplicas)}
        value={choice.minReplicas}
        onChoose={set('minReplicas')}
      />
      <Segments
        label={words.max}
        choices={written(mostReplicas)}
        value={choice.maxReplicas}
        onChoose={set('maxReplicas')}
      />
      <Segments
        label={words.descent}
        choices={labelled(descents, words.descents)}
        value={choice.descent}
        onChoose={set('descent')}
      />
      <Segments
        label={words.server}
        choices={labelled(['on', 'off'] as const, words.servers)}
        value={choice.hasMetrics ? 'on' : 'off'}
        onChoose={(is) => onChoose({ ...choice, hasMetrics: is === 'on' })}
      />
      <button type="button" className={controls.button} onClick={() => onChoose(firstChoice)}>
        {words.reset}
      </button>
      {children}
    </div>
  );
}
