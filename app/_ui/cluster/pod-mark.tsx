import type { PodState } from '@/lib/lab/view';
import { chords, dots, markStroke, revisionClass } from './ink';
import styles from './pod-mark.module.css';

export interface PodMarkProps {
  readonly state: PodState;
  /** The ordinal, cut out of the mark from 18 px up. Kinds without identity have none. */
  readonly n?: number | undefined;
  /** 1 is whole, 2 has one slit, 3 two; higher ones look as 3. */
  readonly revision?: number;
  /** Width and height in px, 12 to 40. */
  readonly size?: number;
  readonly restarts?: number;
  /** Share of the grace period that is used, 0 to 1. */
  readonly graceUsed?: number | undefined;
  readonly wasReady?: boolean | undefined;
  /** Ready containers as a share of all, for `partlyReady`. */
  readonly share?: number;
  /** What a screen reader says; without it the mark is decoration. */
  readonly title?: string;
  readonly className?: string;
}

/**
 * A Pod as a mark: the cross-section of its lane in the score. Form and fill say the state, hue and slits the
 * revision, so that every state can be told without colour. Draws on the server too.
 */
export function PodMark(props: PodMarkProps) {
  const { state, n, revision = 1, size = 22, title, className = '' } = props;
  return (
    <svg
      className={`${styles.mark} ${className}`}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      data-state={state}
      role={title === undefined ? undefined : 'img'}
      aria-label={title}
      aria-hidden={title === undefined}
    >
      <g transform={`translate(${size / 2} ${size / 2})`} className={styles[revisionClass(state, revision)]}>
        <PodShape {...props} n={n} revision={revision} size={size} />
      </g>
    </svg>
  );
}

/** Smaller marks stand in lists, where a change is read and not watched: they change without movement, px. */
const movesFrom = 18;

type ShapeProps = PodMarkProps & { readonly revision: number; readonly size: number };

/** The shape alone, centred on 0 0, for a drawing that has its own coordinates. Colour comes from `currentColor`. */
export function PodShape({
  state,
  n,
  revision,
  size,
  restarts = 0,
  graceUsed = 0,
  wasReady,
  share = 0.5,
}: ShapeProps) {
  const stroke = markStroke(size);
  const r = size / 2 - stroke / 2 - 0.5;
  const numeral = n !== undefined && size >= 18 ? n : undefined;
  return (
    <g key={state} className={size < movesFrom ? undefined : styles.shape}>
      <Body
        {...{ state, revision, size, stroke, r, graceUsed, share }}
        slit={numeral === undefined}
        wasReady={wasReady ?? true}
      />
      {numeral !== undefined && numbered.has(state) && (
        <Numeral n={numeral} size={size} solid={state === 'ready'} />
      )}
      {restarts > 0 && size >= 18 && (
        <text className={styles.restarts} x={r + 2} y={-r + 5}>
          ×{restarts}
        </text>
      )}
    </g>
  );
}

const numbered: ReadonlySet<PodState> = new Set(['reserved', 'pending', 'notReady', 'ready']);

function Numeral({ n, size, solid }: { readonly n: number; readonly size: number; readonly solid: boolean }) {
  const height = size * (n > 9 ? 0.4 : 0.47);
  return (
    <text
      className={solid ? styles.cut : styles.numeral}
      fontSize={Math.round(height * 10) / 10}
      y={Math.round(height * 3.6) / 10}
    >
      {n}
    </text>
  );
}

interface BodyProps {
  readonly state: PodState;
  readonly revision: number;
  readonly size: number;
  readonly stroke: number;
  readonly r: number;
  readonly graceUsed: number;
  readonly wasReady: boolean;
  readonly share: number;
  readonly slit: boolean;
}

function Body(props: BodyProps) {
  const { state, size, stroke, r } = props;
  switch (state) {
    case 'reserved':
    case 'pending':
      return (
        <circle className={styles.dotted} r={r} strokeWidth={stroke} strokeDasharray={dots(r, stroke)} />
      );
    case 'creating':
      return (
        <>
          <circle
            className={styles.ring}
            r={r}
            strokeWidth={stroke * 0.85}
            strokeDasharray={`${stroke * 1.5} ${stroke}`}
          />
          <circle className={styles.ring} r={r * 0.42} strokeWidth={stroke * 0.85} />
        </>
      );
    case 'notReady':
    case 'ready':
      return <Disc {...props} solid={state === 'ready'} />;
    case 'partlyReady':
      return <PartlyFilled {...props} />;
    case 'terminating':
      return <Core {...props} />;
    case 'unknown':
      return (
        <>
          <circle className={styles.ring} r={r} strokeWidth={stroke * 0.8} />
          <path className={styles.line} d={chords(r, Math.max(4, size / 5))} strokeWidth={stroke * 0.6} />
        </>
      );
    case 'imageError':
    case 'crashLoop':
      return <Square r={r * 0.86} stroke={stroke} solid={state === 'crashLoop'} />;
    case 'failed':
      return <path className={styles.inkLine} d={cross(r * 0.72)} strokeWidth={stroke * 1.5} />;
    case 'succeeded':
      return (
        <>
          <path
            className={styles.line}
            d={`M${-r * 0.3} ${-r * 0.8}V${r * 0.8}`}
            strokeWidth={Math.max(1.2, stroke * 0.7)}
          />
          <path className={styles.line} d={`M${r * 0.28} ${-r * 0.8}V${r * 0.8}`} strokeWidth={stroke * 2} />
        </>
      );
  }
}

const cross = (reach: number) =>
  `M${-reach} ${-reach}L${reach} ${reach}M${reach} ${-reach}L${-reach} ${reach}`;

function Disc({ r, stroke, revision, slit, solid }: BodyProps & { readonly solid: boolean }) {
  const at = slit ? slits(revision, r) : [];
  return (
    <>
      <circle className={solid ? styles.solid : styles.ring} r={r} strokeWidth={stroke} />
      {at.map((y) => (
        <path
          key={y}
          className={solid ? styles.slit : styles.line}
          d={`M${-chord(r, y)} ${y}H${chord(r, y)}`}
          strokeWidth={solid ? stroke * 0.8 : stroke * 0.7}
        />
      ))}
    </>
  );
}

const chord = (r: number, y: number) => Math.round(Math.sqrt(r * r - y * y) * 100) / 100;

function slits(revision: number, r: number): readonly number[] {
  if (revision <= 1) return [];
  return revision === 2 ? [0] : [-r * 0.34, r * 0.34];
}

function PartlyFilled({ r, stroke, share }: BodyProps) {
  const y = r - 2 * r * Math.min(Math.max(share, 0.1), 0.9);
  const half = chord(r, y);
  const large = share > 0.5 ? 1 : 0;
  return (
    <>
      <circle className={styles.ring} r={r} strokeWidth={stroke} />
      <path className={styles.fill} d={`M${half} ${y}A${r} ${r} 0 ${large} 1 ${-half} ${y}Z`} />
    </>
  );
}

/** A thin ring around a core that is as large as what is left of the grace period. */
function Core({ r, stroke, graceUsed, wasReady }: BodyProps) {
  const left = 1 - Math.min(Math.max(graceUsed, 0), 1);
  const core = Math.max(1.5, (r - stroke * 1.6) * 0.86 * left);
  return (
    <>
      <circle className={styles.ring} r={r} strokeWidth={Math.max(1.1, stroke * 0.6)} />
      <circle className={wasReady ? styles.core : styles.hollowCore} r={core} strokeWidth={stroke * 0.7} />
    </>
  );
}

function Square({
  r,
  stroke,
  solid,
}: {
  readonly r: number;
  readonly stroke: number;
  readonly solid: boolean;
}) {
  return (
    <>
      <rect
        className={solid ? styles.inkSolid : styles.inkRing}
        x={-r}
        y={-r}
        width={2 * r}
        height={2 * r}
        strokeWidth={stroke * 0.85}
      />
      <path className={solid ? styles.cutLine : styles.inkLine} d={cross(r * 0.44)} strokeWidth={stroke} />
    </>
  );
}
