'use client';
import { memo, useEffect, useRef } from 'react';
import { kindOf } from '@/lib/cluster/keys';
import type { LabView } from '@/lib/lab/view';
import { labelsOf } from '../lab/outline-words';
import { fill, type LabWords } from '../lab/words';
import { Drawn } from './changed';
import { ClaimDrawer } from './claim-drawer';
import { canvasAbove } from './cluster-scale';
import { ClusterScene } from './cluster-scene';
import { Corners } from './corners';
import { LeavingPods, placeOf } from './leaving-pods';
import { NodeBand, NodeWords } from './node-band';
import { isOneSet, selectedKey } from './object-keys';
import styles from './scene.module.css';
import { SceneButtons } from './scene-buttons';
import { layoutScene, type SceneLayout } from './scene-layout';
import { Arrows, Reserved } from './scene-parts';
import { Pod } from './scene-pod';
import { looksSame } from './scene-sign';
import { ServiceBracket } from './service-bracket';
import { setBoxes } from './set-boxes';
import { textWidth } from './text-width';

export interface SceneProps {
  readonly view: LabView;
  /** Width of the drawing in px; its height follows. */
  readonly width: number;
  readonly words: LabWords;
  /** Key of the selected object, `Pod/default/web-0`. A bare name is taken as a Pod's. */
  readonly selected?: string | undefined;
  /** Without it the scene is a still: nothing can be selected. */
  readonly onSelect?: ((key: string | undefined) => void) | undefined;
  readonly onDelete?: ((key: string) => void) | undefined;
  /** Drawn as for a phone, however wide. */
  readonly compact?: boolean | undefined;
}

/**
 * The cluster of a view. Of one StatefulSet and nothing else: nodes as rows, ordinals as columns, a Service above, claims below.
 * Of anything else: `ClusterScene`. Draws and decides nothing.
 */
export const Scene = memo(
  SceneDrawing,
  (a, b) =>
    a.width === b.width &&
    a.words === b.words &&
    a.compact === b.compact &&
    a.selected === b.selected &&
    a.onSelect === b.onSelect &&
    a.onDelete === b.onDelete &&
    looksSame(a.view, b.view),
);

function SceneDrawing(props: SceneProps) {
  const selected = selectedKey(props.view, props.selected);
  const isSet = isOneSet(props.view) && props.view.pods.length <= canvasAbove;
  const drawn = useRef(false);
  useEffect(() => {
    drawn.current = true;
  }, []);
  return (
    <Drawn value={drawn}>
      {isSet ? <SetScene {...props} selected={selected} /> : <ClusterScene {...props} selected={selected} />}
    </Drawn>
  );
}

function SetScene({ view, width, words, selected, onSelect, onDelete }: SceneProps) {
  const layout = layoutScene(view, width);
  const boxes = setBoxes(layout);
  const box = boxes.find(({ key }) => key === selected && kindOf(key) !== 'Pod');
  return (
    <div className={styles.scene} data-mode={layout.mode}>
      <svg
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        aria-hidden="true"
      >
        {layout.bands.map((band) => (
          <NodeBand key={band.node.name} {...band} width={layout.width} />
        ))}
        <Columns layout={layout} view={view} words={words} />
        <Services layout={layout} words={words} />
        <Claims layout={layout} words={words} />
        <RowNames layout={layout} view={view} words={words} />
        <Reserved layout={layout} words={words} />
        <LeavingPods layout={layout} />
        {layout.pods.map((placed) => (
          <Pod key={placeOf(placed)} placed={placed} layout={layout} selected={placed.pod.key === selected} />
        ))}
        <Arrows layout={layout} words={words} />
        {box && (
          <g transform={`translate(${box.x} ${box.y})`}>
            <Corners half={box.width / 2} halfHeight={box.height / 2} />
          </g>
        )}
      </svg>
      {onSelect && (
        <SceneButtons
          boxes={boxes}
          label={words.scene.label}
          labelOf={labelsOf(view, words)}
          selected={selected}
          onSelect={onSelect}
          onDelete={onDelete}
        />
      )}
    </div>
  );
}

interface PartProps {
  readonly layout: SceneLayout;
  readonly words: LabWords;
}

function Columns({ layout, view }: PartProps & { readonly view: LabView }) {
  const headless = view.services.find((service) => service.headless);
  const short = layout.pitch < 52;
  return (
    <>
      {layout.columns.map((column) => (
        <g key={column.ordinal}>
          <path className={styles.column} d={`M${column.x} ${layout.lineTop}V${layout.claimsY}`} />
          <text className={styles.head} x={column.x} y={15}>
            {short ? column.ordinal : column.name}
          </text>
          {headless !== undefined && !layout.compact && layout.pitch >= 84 && (
            <text className={styles.dns} x={column.x} y={35}>
              {column.name}.{headless.name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Services({ layout, words }: PartProps) {
  return (
    <>
      {layout.services.map((placed) => {
        const { service, y } = placed;
        const name = fill(words.scene.service, { name: service.name });
        const kind = service.headless ? words.scene.headless : (service.clusterIP ?? '');
        const middle = (placed.fromX + placed.toX) / 2;
        return (
          <g key={service.key}>
            <ServiceBracket placed={placed} />
            {layout.compact ? (
              placed.feet.length > 0 && (
                <text className={styles.over} x={middle} y={y - 6}>
                  {name}
                </text>
              )
            ) : (
              <>
                <text className={styles.rowName} x={10} y={y + 16}>
                  {name}
                </text>
                <text className={styles.rowMore} x={10} y={y + 32}>
                  {kind}
                </text>
              </>
            )}
            {placed.feet.map((foot) => (
              <Foot key={foot.pod} foot={foot} y={y} layout={layout} words={words} />
            ))}
          </g>
        );
      })}
    </>
  );
}

function Foot({
  foot,
  y,
  layout,
  words,
}: PartProps & { readonly y: number; readonly foot: SceneLayout['services'][number]['feet'][number] }) {
  const leftOut = foot.leftOut as keyof LabWords['leftOut'] | undefined;
  const long = leftOut === undefined ? (foot.address ?? '') : words.leftOut[leftOut];
  const candidates = leftOut === undefined ? [long] : [long, words.scene.left];
  const perLetter = leftOut === undefined ? 7.3 : 6.2;
  const said = candidates.find((text) => textWidth(text, perLetter) <= foot.room);
  if (said === undefined || (layout.compact && leftOut === undefined)) return null;
  return (
    <text className={leftOut === undefined ? styles.address : styles.leftOut} x={foot.x + 12} y={y + 21}>
      {said}
    </text>
  );
}

function RowNames({ layout, view, words }: PartProps & { readonly view: LabView }) {
  const homeless = view.pods.some((pod) => pod.node === undefined) && view.reserved.length === 0;
  return (
    <>
      {!layout.compact && layout.mode !== 'cells' && (
        <text className={styles.rowPlain} x={10} y={layout.waitingY + 4}>
          {homeless ? words.scene.noNode : words.scene.notCreated}
        </text>
      )}
      {layout.bands.map((band) => (
        <NodeWords
          key={band.node.name}
          {...band}
          width={layout.width}
          words={words}
          compact={layout.compact}
        />
      ))}
      {!layout.compact && layout.mode !== 'cells' && (
        <text className={styles.rowName} x={10} y={layout.claimsY + 15}>
          {words.scene.claims}
        </text>
      )}
    </>
  );
}

/** From this pitch on a claim's name fits beside its drawer; on a phone it never does. */
const besideClaims = ({ compact }: SceneLayout) => (compact ? Number.POSITIVE_INFINITY : 122);

function Claims({ layout, words }: PartProps) {
  const small = layout.pitch < 60;
  return (
    <>
      {layout.claims.map(({ claim, x, podY }) => (
        <g key={claim.key}>
          <ClaimDrawer claim={claim} x={x} y={layout.claimsY} podY={podY} small={small} />
          {layout.pitch >= (layout.compact ? 96 : 84) && layout.pitch < besideClaims(layout) && (
            <text className={styles.claimUnder} x={x} y={layout.claimsY + (layout.compact ? 36 : 35)}>
              {claim.name}
            </text>
          )}
          {layout.pitch >= besideClaims(layout) && (
            <>
              <text className={styles.claimName} x={x + 24} y={layout.claimsY + 12}>
                {claim.name}
              </text>
              <text className={styles.rowMore} x={x + 24} y={layout.claimsY + 28}>
                {claim.phase}, {claim.mounted || claim.phase !== 'Bound' ? claim.capacity : words.scene.kept}
              </text>
            </>
          )}
        </g>
      ))}
    </>
  );
}
