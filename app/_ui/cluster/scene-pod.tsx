import { memo } from 'react';
import { nameOf } from '@/lib/cluster/keys';
import type { PodView } from '@/lib/lab/view';
import { Changed } from './changed';
import { Corners } from './corners';
import { revisionClass } from './ink';
import { PodShape } from './pod-mark';
import mark from './pod-mark.module.css';
import styles from './scene.module.css';
import type { Marked, PlacedPod } from './scene-layout';
import { podLooksSame } from './scene-sign';
import { textWidth } from './text-width';

/** A Pod in its place: the mark, kubectl's words where they fit, and four corners when it is selected. */
export const Pod = memo(
  PodDrawing,
  (a, b) =>
    a.selected === b.selected &&
    a.layout.mode === b.layout.mode &&
    a.layout.markSize === b.layout.markSize &&
    a.placed.x === b.placed.x &&
    a.placed.y === b.placed.y &&
    a.placed.side === b.placed.side &&
    a.placed.room === b.placed.room &&
    podLooksSame(a.placed.pod, b.placed.pod),
);

function PodDrawing({
  placed,
  layout,
  selected,
}: {
  readonly placed: PlacedPod;
  readonly layout: Omit<Marked, 'pods'>;
  readonly selected: boolean;
}) {
  const { pod, x, y } = placed;
  const hue = mark[revisionClass(pod.state, pod.revision)];
  return (
    <g className={styles.pod} transform={`translate(${x} ${y})`}>
      <g className={`${styles.grow} ${hue}`}>
        <PodShape
          state={pod.state}
          n={layout.mode === 'cells' || layout.mode === 'small' ? undefined : pod.ordinal}
          revision={pod.revision}
          size={layout.markSize}
          restarts={isBeside(placed) ? 0 : pod.restarts}
          graceUsed={pod.graceUsed}
          wasReady={pod.wasReady}
          share={shareOf(pod)}
        />
      </g>
      {placed.side !== 'none' && <PodWords placed={placed} markSize={layout.markSize} />}
      <Changed sign={pod.state} r={layout.markSize / 2 + 3} />
      {selected && <Corners half={layout.markSize / 2 + 5} />}
    </g>
  );
}

/** The words stand beside the mark, and count the restarts; else the mark does. */
const isBeside = ({ side }: PlacedPod): boolean => side === 'right' || side === 'left';

/** Ready containers as a share, from kubectl's READY column. */
export function shareOf(pod: Pick<PodView, 'readyColumn'>): number {
  const [ready = 0, all = 1] = pod.readyColumn.split('/').map(Number);
  return all > 0 ? ready / all : 0;
}

/** What tells a Pod without a numeral from its equals: what its controller put behind its own name, or the whole name of one without a controller. */
const nameShown = ({ name, ordinal, owner }: PodView): string | undefined => {
  if (ordinal !== undefined) return undefined;
  // An adopted Pod keeps the name that it came with.
  const prefix = owner === undefined ? undefined : `${nameOf(owner)}-`;
  return prefix !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
};

function PodWords({ placed, markSize }: { readonly placed: PlacedPod; readonly markSize: number }) {
  const { pod, side, room } = placed;
  const both = `${pod.readyColumn} ${pod.statusColumn}`;
  const hue = mark[revisionClass('ready', pod.revision)];
  const name = nameShown(pod);
  if (side === 'below') {
    const fits = (text: string) => textWidth(text, 6.2) <= room;
    const told = [both, pod.statusColumn === 'Running' ? '' : pod.statusColumn, pod.readyColumn];
    const named = name === undefined ? [] : told.map((text) => text && `${name} ${text}`);
    return (
      <>
        <text className={styles.wordBelow} y={markSize / 2 + 14}>
          {[...named, ...told].find((text) => text !== '' && fits(text))}
        </text>
        {fits(pod.image) && (
          <text className={`${styles.imageBelow} ${hue}`} y={markSize / 2 + 27}>
            {pod.image}
          </text>
        )}
      </>
    );
  }
  const fits = (text: string) => textWidth(text, 7) <= room;
  const x = (markSize / 2 + 9) * (side === 'right' ? 1 : -1);
  const restarts = pod.restarts > 0 ? ` ×${pod.restarts}` : '';
  // With a name three lines stand there, below the address of a Service's foot.
  const [first, second] = name === undefined ? [-3, 13] : [6, 20];
  return (
    <g className={side === 'right' ? styles.toRight : styles.toLeft}>
      <text className={styles.word} x={x} y={first}>
        {fits(both + restarts) ? both + restarts : pod.statusColumn + restarts}
      </text>
      {/* Above the halo of the word, which would cut what hangs below its line. */}
      {name !== undefined && (
        <text className={styles.image} x={x} y={-8}>
          {name}
        </text>
      )}
      <text className={`${styles.image} ${hue}`} x={x} y={second}>
        {pod.image}
      </text>
    </g>
  );
}
