'use client';
import {
  descents,
  firstChoice,
  type LoadChoice,
  type LoadPreset,
  loadPresets,
  measures,
  sidecars,
  targetKinds,
} from '@/lib/lab/load-choice';
import controls from '../lab/controls.module.css';
import { labelled, Segments, written } from '../lab/segments';
import styles from './load-bench.module.css';
import type { LoadWords } from './load-words';

const requests = [100, 200, 400] as const;
const targets = [30, 50, 80] as const;
const least = [1, 2, 3] as const;
const most = [6, 12, 20] as const;
const presets = Object.keys(loadPresets) as LoadPreset[];

/** Everything that the reader sets beside the curve: the work, the workload, the HPA, the metrics-server. */
export function LoadSettings({
  choice,
  words,
  onChoose,
}: {
  readonly choice: LoadChoice;
  readonly words: LoadWords;
  readonly onChoose: (choice: LoadChoice) => void;
}) {
  const set =
    <Field extends keyof LoadChoice>(field: Field) =>
    (value: LoadChoice[Field]) =>
      onChoose({ ...choice, [field]: value });
  const preset = presets.find((one) => loadPresets[one] === choice.load);
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
        choices={written(requests, 'm')}
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
        choices={written(least)}
        value={choice.minReplicas}
        onChoose={set('minReplicas')}
      />
      <Segments
        label={words.max}
        choices={written(most)}
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
    </div>
  );
}
