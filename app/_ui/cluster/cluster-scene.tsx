'use client';
import { memo, type PointerEvent, useMemo, useState } from 'react';
import { labelsOf } from '../lab/outline-words';
import { CellCanvas } from './cell-canvas';
import { ClaimDrawer } from './claim-drawer';
import { ClusterClaims } from './cluster-claims';
import type { ClusterLayout } from './cluster-layout';
import { canvasAbove } from './cluster-scale';
import { Corners } from './corners';
import { LeavingPods, placeOf } from './leaving-pods';
import { Lens } from './lens';
import { NodeBand, NodeWords, short } from './node-band';
import { NodeBars } from './node-bars';
import { nameIn, unowned } from './object-keys';
import { usePlacedScene } from './placed-scene';
import type { SceneProps } from './scene';
import styles from './scene.module.css';
import { SceneButtons } from './scene-buttons';
import { compactBelow } from './scene-layout';
import { Arrows, Reserved } from './scene-parts';
import { Pod } from './scene-pod';
import { sceneWords } from './scene-words';
import { ServiceList, ServiceRake } from './service-rake';
import { Steps } from './steps';
import { textWidth } from './text-width';

/** A cluster with anything in it: ownership, Services, nodes with their Pods, claims. */
export function ClusterScene(props: SceneProps) {
  const { view, width, words, selected, onSelect, onDelete, compact = false } = props;
  const [pointed, setPointed] = useState<string>();
  const layout = usePlacedScene(view, { width, compact: compact || width < compactBelow, selected });
  const boxes = useMemo(() => [...layout.boxes.values()], [layout.boxes]);
  const labelOf = useMemo(() => labelsOf(view, words), [view, words]);
  const wordless = layout.mode === 'small' || layout.mode === 'cells';
  const onCanvas = layout.pods.length > canvasAbove && onSelect !== undefined;
  const lensOn = wordless ? layout.pods.find(({ pod }) => pod.key === pointed) : undefined;
  const underPointer = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return podAt(layout, event.clientX - left, event.clientY - top);
  };
  return (
    <div
      className={styles.scene}
      data-mode={layout.mode}
      onPointerMove={wordless ? (event) => setPointed(underPointer(event)) : undefined}
      onPointerLeave={wordless ? () => setPointed(undefined) : undefined}
      onPointerUp={
        onCanvas
          ? (event) => {
              const key =
                (event.target as Element).closest('button') === null ? underPointer(event) : undefined;
              if (key !== undefined) onSelect?.(key === selected ? undefined : key);
            }
          : undefined
      }
    >
      <Drawing {...props} layout={layout} selected={selected} onCanvas={onCanvas} />
      {onCanvas && <CellCanvas layout={layout} />}
      {onSelect && (
        <SceneButtons
          boxes={boxes}
          label={sceneWords[words.locale].label}
          labelOf={labelOf}
          selected={selected}
          onSelect={onSelect}
          onDelete={onDelete}
          onlyCurrentPod={onCanvas}
          onFocused={wordless ? setPointed : undefined}
        />
      )}
      {lensOn && <Lens pod={lensOn.pod} x={lensOn.x} y={lensOn.y} width={width} words={words} />}
    </div>
  );
}

/** The Pod whose place is under a point of the scene, if any. */
export function podAt(
  layout: Pick<ClusterLayout, 'pods' | 'pitch'>,
  x: number,
  y: number,
): string | undefined {
  const reach = layout.pitch / 2;
  return layout.pods.find((one) => Math.abs(one.x - x) <= reach && Math.abs(one.y - y) <= reach)?.pod.key;
}

type DrawingProps = SceneProps & { readonly layout: ClusterLayout; readonly onCanvas: boolean };

/** Not drawn again when only what is pointed at is another. */
const Drawing = memo(function Drawing({ view, words, layout, selected, onCanvas }: DrawingProps) {
  const box = layout.boxes.get(selected ?? '');
  const isPod = layout.pods.some(({ pod }) => pod.key === selected);
  const wordless = layout.mode === 'small' || layout.mode === 'cells';
  return (
    <svg
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      {layout.bands.map((band) => (
        <NodeBand key={band.node.name} {...band} />
      ))}
      {layout.bands.map((band) => (
        <NodeWords
          key={band.node.name}
          {...band}
          words={words}
          compact={layout.compact}
          small={wordless}
          nameX={layout.namesX}
        />
      ))}
      <Steps layout={layout} words={words} />
      <ServiceList layout={layout} words={words} />
      <Groups layout={layout} words={words} />
      <WaitingWords {...{ view, words, layout }} />
      {layout.drawers.map(({ claim, x, y, podY }) => (
        <ClaimDrawer key={claim.key} claim={claim} x={x} y={y} podY={podY} small />
      ))}
      <Reserved layout={layout} words={words} />
      <NodeBars bars={layout.bars} />
      {!onCanvas && <LeavingPods layout={layout} />}
      {!onCanvas &&
        layout.pods.map((placed) => (
          <Pod
            key={placeOf(placed)}
            placed={placed}
            layout={layout}
            selected={placed.pod.key === selected && !wordless}
          />
        ))}
      {layout.rakes.map((rake) => (
        <ServiceRake key={rake.key} rake={rake} words={words} />
      ))}
      <Arrows layout={layout} words={words} />
      <ClusterClaims layout={layout} words={words} />
      {box && (!isPod || wordless) && (
        <g transform={`translate(${box.x} ${box.y})`}>
          <Corners half={box.width / 2 + (isPod ? 1 : 0)} halfHeight={box.height / 2 + (isPod ? 1 : 0)} />
        </g>
      )}
    </svg>
  );
});

type PartProps = Pick<DrawingProps, 'layout' | 'words'>;

/** Names of the groups over their columns, where there is more than one. */
function Groups({ layout, words }: PartProps) {
  return (
    <>
      {layout.groups.map(({ key, fromX, toX, y }, at) => {
        const name = key === unowned ? sceneWords[words.locale].unowned : nameIn(key);
        const isLast = at === layout.groups.length - 1;
        const endBefore = (layout.groups[at - 1]?.toX ?? 0) + 8;
        const isWide = textWidth(name, 7.4) > (isLast ? layout.width : toX + 4) - fromX;
        return (
          <g key={key}>
            <text
              className={styles.groupName}
              x={isWide && isLast ? layout.width : fromX}
              y={y + 12}
              textAnchor={isWide && isLast ? 'end' : 'start'}
            >
              {isWide ? short(name, isLast ? layout.width - endBefore : toX - fromX + 4, 7.4) : name}
            </text>
            <path className={styles.column} d={`M${fromX} ${y + 18}H${toX}`} />
          </g>
        );
      })}
    </>
  );
}

function WaitingWords({ view, words, layout }: PartProps & Pick<SceneProps, 'view'>) {
  const homeless = view.pods.some(({ node }) => node === undefined);
  const y = layout.waitingY + 4;
  if (view.pods.length === 0 && layout.reserved.length === 0)
    return (
      <text className={styles.rowPlain} x={layout.rowsX + (layout.compact ? 6 : 10)} y={y}>
        {sceneWords[words.locale].noPods}
      </text>
    );
  if (layout.compact || (!homeless && layout.reserved.length === 0)) return null;
  const text = homeless ? words.scene.noNode : words.scene.notCreated;
  const wordless = layout.mode === 'small' || layout.mode === 'cells';
  return (
    <text
      className={wordless ? styles.rowMore : styles.rowPlain}
      x={layout.rowsX + (wordless ? 0 : 10)}
      y={y}
    >
      {text}
    </text>
  );
}
