'use client';
import { memo } from 'react';
import type { LabView } from '@/lib/lab/view';
import { fill, type LabWords } from '../lab/words';
import { ClaimDrawer } from './claim-drawer';
import { LeavingPods, placeOf } from './leaving-pods';
import { NodeBand } from './node-band';
import { PodShape } from './pod-mark';
import mark from './pod-mark.module.css';
import styles from './scene.module.css';
import { SceneButtons } from './scene-buttons';
import { layoutScene, type SceneLayout } from './scene-layout';
import { Pod } from './scene-pod';
import { sceneSign } from './scene-sign';
import { ServiceBracket } from './service-bracket';
import { textWidth } from './text-width';

export interface SceneProps {
  readonly view: LabView;
  /** Width of the drawing in px; its height follows. */
  readonly width: number;
  readonly words: LabWords;
  readonly selected?: string | undefined;
  /** Without it the scene is a still: nothing can be selected. */
  readonly onSelect?: (pod: string | undefined) => void;
  readonly onDelete?: ((pod: string) => void) | undefined;
}

/** The cluster of a view: nodes as rows, ordinals as columns, a Service above, claims below. Draws and decides nothing. */
export const Scene = memo(
  SceneDrawing,
  (a, b) =>
    a.width === b.width &&
    a.words === b.words &&
    a.selected === b.selected &&
    a.onSelect === b.onSelect &&
    a.onDelete === b.onDelete &&
    (a.view === b.view || sceneSign(a.view) === sceneSign(b.view)),
);

function SceneDrawing({ view, width, words, selected, onSelect, onDelete }: SceneProps) {
  const layout = layoutScene(view, width);
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
          <Pod
            key={placeOf(placed)}
            placed={placed}
            layout={layout}
            selected={placed.pod.name === selected}
          />
        ))}
        <Arrows layout={layout} words={words} />
      </svg>
      {onSelect && (
        <SceneButtons
          layout={layout}
          words={words}
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
          <g key={service.name}>
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
      {layout.bands.map(({ node, y, height }) => {
        const more = [!node.ready && words.scene.notReady, node.cordoned && words.scene.cordoned]
          .filter(Boolean)
          .join(', ');
        return layout.compact ? (
          <text key={node.name} className={styles.nodeSmall} x={6} y={y + 14}>
            {node.name}
          </text>
        ) : (
          <g key={node.name} className={styles.inBand}>
            <text className={styles.rowName} x={10} y={y + height / 2 - 3}>
              {node.name}
            </text>
            <text className={styles.rowMore} x={10} y={y + height / 2 + 13}>
              {more === '' ? node.size : more}
            </text>
          </g>
        );
      })}
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
        <g key={claim.name}>
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

function Reserved({ layout, words }: PartProps) {
  return (
    <>
      {layout.reserved.map(({ place, x, y }, at) => (
        <g key={place.name} className={mark.wait} transform={`translate(${x} ${y})`}>
          <PodShape state="reserved" n={place.ordinal} revision={place.revision} size={layout.markSize} />
          {at === 0 && layout.mode === 'beside' && (
            <text className={styles.waits} x={layout.markSize / 2 + 9} y={4}>
              {fill(words.scene.next, { image: place.image })}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Arrows({ layout, words }: PartProps) {
  return (
    <>
      {layout.arrows.map((one) => (
        <g key={`${one.from} ${one.to}`}>
          <path className={styles.arrow} d={one.path} pathLength={1} />
          <path
            className={styles.arrowHead}
            d="M1 0L-8 -4.5V4.5Z"
            transform={`translate(${one.head.x} ${one.head.y}) rotate(${one.head.turn})`}
          />
          {layout.mode === 'beside' && (
            <text className={styles.waits} x={one.words.x} y={one.words.y} textAnchor={one.words.anchor}>
              {words.until[one.until]}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
