import { memo } from 'react';
import type { WorkloadView } from '@/lib/lab/view';
import { fill, type LabWords } from '../lab/words';
import { type ClusterLayout, stepIndent } from './cluster-layout';
import { short } from './node-band';
import { PodShape } from './pod-mark';
import mark from './pod-mark.module.css';
import styles from './scene.module.css';
import { sceneWords } from './scene-words';
import { textWidth } from './text-width';
import { restless, wantsSaid } from './workload-steps';

/** Ownership as steps to the right, each hanging from its owner by a 1 px line; what it wants and has in words. */
export function Steps({ layout, words }: { readonly layout: ClusterLayout; readonly words: LabWords }) {
  const say = sceneWords[words.locale];
  const twoLines = layout.steps.length > 0 && (layout.compact || layout.rowsX > 0);
  return (
    <g>
      {layout.steps.map((step) => {
        const owner = step.from === undefined ? undefined : layout.steps[step.from];
        return (
          <g key={step.workload.key}>
            {owner && (
              <path
                className={styles.step}
                d={`M${owner.x + 8.5} ${owner.y + (twoLines ? 38 : 22)}V${step.y + 13.5}H${step.x - 1}`}
              />
            )}
            <StepWords
              {...{ words, twoLines }}
              workload={step.workload}
              x={step.x}
              y={step.y}
              width={layout.stepsWidth}
            />
          </g>
        );
      })}
      {layout.folded && (
        <text className={styles.rowMore} x={layout.folded.x + 3} y={layout.folded.y + 14}>
          {fill(say.more, { count: layout.folded.count })}
        </text>
      )}
    </g>
  );
}

const StepWords = memo(function StepWords({
  workload,
  x,
  y,
  words,
  twoLines,
  width,
}: {
  readonly workload: WorkloadView;
  readonly x: number;
  readonly y: number;
  readonly words: LabWords;
  readonly twoLines: boolean;
  readonly width: number;
}) {
  const say = sceneWords[words.locale];
  const { kind, name, revision, wants, has, isGoing } = workload;
  const state = restless(workload);
  const swatch = revision !== undefined && revision > 0 && kind === 'ReplicaSet';
  const left = x + (swatch ? 22 : 3);
  const asks = wantsSaid(workload);
  const count = fill(asks === undefined ? say.has : say.wantsHas, { wants: asks, has });
  const counts = isGoing ? `${count}, ${say.going}` : count;
  const said = {
    kind: kindShort(kind),
    name: short(name, twoLines ? width - left - textWidth(kindShort(kind), 7.2) - 8 : 220, 7.4),
  };
  const secondX = twoLines
    ? left
    : Math.max(left + textWidth(`${said.kind} ${said.name}`, 7.4) + 14, stepIndent * 2 + 214);
  const stateX = secondX + textWidth(counts, 6.3) + 12;
  const hue = mark[(['rev1', 'rev1', 'rev2'] as const)[revision ?? 1] ?? 'rev3'];
  return (
    <>
      {swatch && (
        <g className={hue} transform={`translate(${x + 11} ${y + 13.5})`}>
          <PodShape
            state={has > 0 || (wants ?? 0) > 0 ? 'ready' : 'notReady'}
            revision={revision}
            size={13}
          />
        </g>
      )}
      <text className={styles.stepKind} x={left} y={y + 18}>
        {said.kind} <tspan className={styles.stepName}>{said.name}</tspan>
      </text>
      <text className={styles.rowMore} x={secondX} y={twoLines ? y + 34 : y + 18}>
        {counts}
      </text>
      {state !== undefined && (
        <text className={styles.stepState} x={stateX} y={twoLines ? y + 34 : y + 18}>
          {short(state, width - stateX, 6.9)}
        </text>
      )}
    </>
  );
});

/** kubectl's short name where the kind's own is too long for a step. */
const kindShort = (kind: string): string => (kind === 'HorizontalPodAutoscaler' ? 'HPA' : kind);
