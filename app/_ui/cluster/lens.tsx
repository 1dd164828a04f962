import type { PodView } from '@/lib/lab/view';
import type { LabWords } from '../lab/words';
import { PodMark } from './pod-mark';
import styles from './scene.module.css';
import { shareOf } from './scene-pod';

const lensWidth = 208;

/** A cell's full mark and words beside it, as long as it is pointed at or has the focus. Readers hear the button's own words. */
export function Lens({
  pod,
  x,
  y,
  width,
  words,
}: {
  readonly pod: PodView;
  readonly x: number;
  readonly y: number;
  /** Of the scene, px: the lens stays inside. */
  readonly width: number;
  readonly words: LabWords;
}) {
  const left = Math.max(0, Math.min(x + 12, width - lensWidth));
  return (
    <div className={styles.lens} aria-hidden="true" style={{ left, top: y + 14, width: lensWidth }}>
      <PodMark
        state={pod.state}
        n={pod.ordinal}
        revision={pod.revision}
        size={34}
        restarts={pod.restarts}
        graceUsed={pod.graceUsed}
        wasReady={pod.wasReady}
        share={shareOf(pod)}
      />
      <div>
        <p className={styles.lensName}>{pod.name}</p>
        <p>
          {pod.readyColumn} {pod.statusColumn}
        </p>
        <p className={styles.lensMore}>{pod.image}</p>
        <p className={styles.lensMore}>{pod.node ?? words.outline.noNode}</p>
      </div>
    </div>
  );
}
